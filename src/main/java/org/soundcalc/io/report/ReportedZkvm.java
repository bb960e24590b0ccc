package org.soundcalc.io.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.analysis.gate.RecursionDescription;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.estimate.ZkvmReport;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.report.ReportedCircuit.PlacedParameter;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Paper;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.StatedSize;

/**
 * A zkVM with its page.
 *
 * @param index its place in the report, from 0
 * @param stem of its pages' names, without an extension
 * @param title its name and version, and its file where others share these
 * @param report its figures, with the file that they come from
 * @param verdicts one for each milestone that is shown
 * @param compared what is proven beside what is conjectured
 * @param tree its tree of proofs, where its file describes one
 * @param parts of its final proof; none where they are not known
 * @param circuits one for each circuit, in their order
 * @param formulas of all their terms, each once
 * @param papers that these rest on, each once
 * @param file the lines of its file
 * @param certificate its figures as statements to be checked
 */
public record ReportedZkvm(
    int index,
    String stem,
    String title,
    ZkvmReport report,
    List<MilestoneVerdict> verdicts,
    ComparisonRow compared,
    Optional<Tree> tree,
    List<ReportedPart> parts,
    List<ReportedCircuit> circuits,
    List<ReportedFormula> formulas,
    List<Paper> papers,
    List<String> file,
    Rendering certificate) {
  /** {@return the file of its certificate} */
  public String certificateFile() {
    return stem + Site.CERTIFICATE;
  }

  /** {@return its figures} */
  public ZkvmEstimate estimate() {
    return report.estimate();
  }

  /** {@return the file that describes it, as it was named} */
  public String source() {
    return report.source();
  }

  /** {@return what its readers must know} */
  public List<Warning> warnings() {
    return report.warnings();
  }

  /** {@return its proven figure; nothing where some circuit has none} */
  public Optional<Security> security() {
    return estimate().findSecurity();
  }

  /** {@return its proven bits, or a dash} */
  public String bits() {
    return Texts.orDash(security().map(Security::bits));
  }

  /** {@return the circuit that decides its figure} */
  public Optional<ReportedCircuit> weakest() {
    return security()
        .flatMap(
            figure ->
                circuits.stream().filter(each -> each.name().equals(figure.circuit())).findFirst());
  }

  /** {@return what its figure is counted under, in words} */
  public String under() {
    String regime = security().map(Security::regime).orElse(Texts.DASH);
    return regime.equals(Security.MIXED)
        ? "with each circuit under its own best regime"
        : "under " + regime;
  }

  /** {@return where its figure is explained: the binding term of the circuit that decides} */
  public String explanation() {
    return weakest().map(circuit -> explanation(circuit.index())).orElse("figures");
  }

  /** Under the regime that the zkVM's figure takes the circuit's from. */
  private String explanation(int circuit) {
    Regime regime =
        estimate().standing(Regime::isProven).orElseThrow().figures().get(circuit).regime();
    return circuits.get(circuit).regimes().stream()
        .filter(figure -> figure.result().regime().equals(regime))
        .flatMap(figure -> figure.binding().stream())
        .map(ReportedFormula.Use::anchor)
        .findFirst()
        .orElse("figures");
  }

  /** {@return the parameters that all circuits have in common; none where there is one circuit} */
  public List<PlacedParameter> shared() {
    if (circuits.size() == 1) {
      return List.of();
    }
    return circuits.get(0).parameters().stream()
        .filter(placed -> placed.entry().isEmpty())
        .filter(placed -> circuits.stream().allMatch(circuit -> circuit.has(placed)))
        .toList();
  }

  /** {@return what the proofs that are sent have, or a dash} */
  public String nonInteractive() {
    return Texts.orDash(estimate().nonInteractive().map(NonInteractive::bits));
  }

  /** {@return the size of the final proof that decides} */
  public ProofSize size() {
    return estimate().decidingSize();
  }

  /** {@return where the report's JSON has that size, within the zkVM's object} */
  public String sizeAt() {
    return estimate().isSizedAsSent() ? "/proofSizeSent" : "/proofSize";
  }

  /**
   * {@return where the page has what a warning points at}
   *
   * @param warning one about this zkVM
   */
  public String place(Warning warning) {
    return warning.region().map(region -> "L" + region.line()).orElse("file");
  }

  /** {@return its circuits, those together that differ in their names alone, in their order} */
  public List<List<ReportedCircuit>> alike() {
    Map<Circuit, List<ReportedCircuit>> alike = new LinkedHashMap<>();
    for (ReportedCircuit circuit : circuits) {
      alike
          .computeIfAbsent(
              StudiedCircuits.unnamed(circuit.estimate().circuit()), any -> new ArrayList<>())
          .add(circuit);
    }
    return List.copyOf(alike.values());
  }

  /** {@return the bits of the final proof as its team measured them, if its file says so} */
  public Optional<BigInteger> measured() {
    return estimate().last().circuit().id().measuredProofSize().flatMap(StatedSize::measuredBits);
  }

  /** {@return what its file describes of its recursion} */
  public RecursionDescription recursion() {
    return RecursionDescription.of(estimate().zkvm());
  }

  /** {@return the first milestone that it fails} */
  public Optional<MilestoneVerdict> next() {
    return verdicts.stream().filter(verdict -> !verdict.passed()).findFirst();
  }

  /** {@return what it needs for the next milestone, in words} */
  public String needs() {
    return next()
        .map(v -> Texts.name(v.milestone()) + ": " + String.join(", ", v.needs()))
        .orElseGet(
            () ->
                recursion() == RecursionDescription.DESCRIBED
                    ? "all passed"
                    : "all passed; recursion not described");
  }

  /** {@return the caveats of its passes, each once} */
  public List<String> caveats() {
    List<String> caveats = new ArrayList<>();
    for (MilestoneVerdict verdict : verdicts) {
      if (verdict.passed()) {
        verdict
            .caveats()
            .forEach(
                caveat -> {
                  if (!caveats.contains(caveat.message())) {
                    caveats.add(caveat.message());
                  }
                });
      }
    }
    return caveats;
  }
}
