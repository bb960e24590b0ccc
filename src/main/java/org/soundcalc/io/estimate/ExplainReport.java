package org.soundcalc.io.estimate;

import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.io.toml.Region;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.Regime;

/**
 * What is to be explained.
 *
 * @param provisos what the figures depend on beside the file
 * @param zkvm the zkVM's name
 * @param circuit whose terms they are
 * @param regime the regime that they are under
 * @param lead the answer in short, where all terms are shown
 * @param terms whose formulas are shown, in the order of the protocol
 * @param beside what else is
 */
public record ExplainReport(
    EstimateCaveats provisos,
    String zkvm,
    Circuit circuit,
    Regime regime,
    Optional<Lead> lead,
    List<CertifiedTerm> terms,
    Beside beside) {
  /** What the size of a proof is called where terms are named. */
  public static final String SIZE = "proof size";

  /** What proving and verifying cost is called where terms are named. */
  public static final String COSTS = "costs";

  /** What is explained that is no term. */
  public enum Beside {
    /** Nothing. */
    NOTHING,

    /** The size of a proof. */
    SIZE,

    /** What proving and verifying cost. */
    COSTS
  }

  /**
   * What decides the circuit's bits.
   *
   * @param binding the term with the fewest bits, one of those shown
   * @param keys those of the circuit that the term is named by; empty where none names it
   * @param isWeakest whether the circuit was taken because it is the weakest
   */
  public record Lead(CertifiedTerm binding, List<PlacedKey> keys, boolean isWeakest) {}

  /**
   * A key with its place.
   *
   * @param parameter its name and value
   * @param source the file's name
   * @param region its value in the file; nothing where the file does not have it
   */
  public record PlacedKey(Parameter parameter, String source, Optional<Region> region) {}
}
