package org.soundcalc.io.milestone;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.gate.CircuitCaveat;
import org.soundcalc.analysis.gate.MilestoneResult;
import org.soundcalc.analysis.gate.RecursionDescription;
import org.soundcalc.analysis.gate.Verdict;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.gate.CaveatWords;
import org.soundcalc.io.gate.Places;
import org.soundcalc.model.StatedSize;

/**
 * How far zkVMs are from the milestones.
 *
 * @param version the program's
 * @param provisos what the figures depend on beside the files
 * @param rows one for each zkVM, in the order they were asked for
 * @param warnings what readers of the figures must know
 */
public record MilestoneReport(
    String version, EstimateCaveats provisos, List<Row> rows, List<Warning> warnings) {
  /**
   * A zkVM.
   *
   * @param source the file that describes it, as it was named
   * @param estimate its figures
   * @param ofFile what its file says beyond what is modelled
   * @param places where its file has its keys
   * @param next its verdict on the least demanding milestone that it misses, where that is shown
   */
  public record Row(
      String source,
      ZkvmEstimate estimate,
      List<CircuitCaveat> ofFile,
      Places places,
      Optional<Verdict> next) {
    /**
     * A zkVM of which nobody asks what it needs.
     *
     * @param source the file that describes it, as it was named
     * @param estimate its figures
     * @param ofFile what its file says beyond what is modelled
     * @param places where its file has its keys
     */
    public Row(String source, ZkvmEstimate estimate, List<CircuitCaveat> ofFile, Places places) {
      this(source, estimate, ofFile, places, Optional.empty());
    }

    /** What it has of each milestone, the least demanding first. */
    List<MilestoneResult> results() {
      return MilestoneResult.all(estimate);
    }

    /** What it takes for granted where a milestone relies on it. */
    List<CaveatWords> caveats(MilestoneResult result) {
      return CaveatWords.of(result.caveats(ofFile), estimate);
    }

    /** Whether it passes, and not without a caveat. */
    boolean passesWithCaveats(MilestoneResult result) {
      return result.passed() && !result.caveats(ofFile).isEmpty();
    }

    /** What its file describes of its recursion. */
    RecursionDescription recursion() {
      return RecursionDescription.of(estimate.zkvm());
    }

    /** The bits of the final proof as its team measured them, if the file says so. */
    Optional<BigInteger> measured() {
      return stated().flatMap(StatedSize::measuredBits);
    }

    /** What its file states as the measured size, whether or not that is one. */
    Optional<String> stated() {
      return estimate.last().circuit().id().measuredProofSize();
    }
  }

  /** What tables call each zkVM: its name and version, and its file where others share these. */
  List<String> titles() {
    return Figures.unique(
        rows.stream().map(row -> row.estimate().zkvm().title()).toList(),
        rows.stream().map(Row::source).toList());
  }
}
