package org.soundcalc.analysis.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.ProofSize;

/**
 * A zkVM before and after.
 *
 * @param sides its estimates, at least one
 * @param circuits every circuit of either side, changed or not
 */
public record ZkvmDiff(Change<ZkvmEstimate> sides, List<CircuitDiff> circuits) {
  /**
   * The difference of two estimates.
   *
   * @param sides at least one, under the same regimes
   */
  public static ZkvmDiff of(Change<ZkvmEstimate> sides) {
    return new ZkvmDiff(sides, CircuitDiff.of(sides));
  }

  /** Its name now or, where it is no more, as it was. */
  public String name() {
    return sides.latest().orElseThrow().zkvm().name();
  }

  /** Its own proven figure; nothing on a side where some circuit has none. */
  public Change<Security> security() {
    return sides.flatMap(ZkvmEstimate::security);
  }

  /**
   * The proof that a zkVM ends with.
   *
   * @param circuit the circuit that makes it
   * @param size its size
   */
  public record FinalProof(String circuit, ProofSize size) {}

  /** Its final proof. */
  public Change<FinalProof> finalProof() {
    return sides.map(side -> new FinalProof(side.last().circuit().id().name(), side.proofSize()));
  }

  /**
   * What became of it: changed where its figure, its final proof, its name or version is different,
   * or a circuit.
   */
  public Kind kind() {
    if (!sides.isMatched()) {
      return sides.kind();
    }
    boolean moved =
        sides.map(side -> side.zkvm().name()).isMoved()
            || sides.flatMap(side -> side.zkvm().version()).isMoved()
            || security().isMoved()
            || finalProof().isMoved()
            || circuits.stream().anyMatch(circuit -> circuit.kind() != Kind.UNCHANGED);
    return moved ? Kind.CHANGED : Kind.UNCHANGED;
  }

  /**
   * Where proven bits were lost: in the zkVM's figure, in circuits that are on both sides, and from
   * those removed to those added. What was removed and not replaced has lost none.
   */
  public List<Regression> regressions() {
    List<Regression> regressions = new ArrayList<>();
    if (sides.isMatched() && RegimeDiff.hasFallen(security().map(Security::bits))) {
      regressions.add(new Regression.OfZkvm(Optional.empty(), security()));
    }
    for (CircuitDiff circuit : circuits) {
      if (circuit.sides().isMatched()) {
        for (RegimeDiff regime : circuit.regimes()) {
          if (regime.isRegression()) {
            regressions.add(new Regression.OfCircuit(circuit.name(), Optional.empty(), regime));
          }
        }
      }
    }
    regressions.addAll(Replacements.ofCircuits(circuits));
    return List.copyOf(regressions);
  }
}
