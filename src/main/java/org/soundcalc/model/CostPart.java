package org.soundcalc.model;

import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;

/**
 * A part of a proof with the formulas of what it costs, each of an integer. Costs of parts add up.
 *
 * @param name what it is, such as {@code fold 1}
 * @param proverMultiplications in the base field
 * @param proverPermutations of the hash
 * @param memoryBytes of words that are committed to
 * @param verifierPermutations of the hash
 * @param verifierMultiplications in the extension field
 */
public record CostPart(
    String name,
    Formula proverMultiplications,
    Formula proverPermutations,
    Formula memoryBytes,
    Formula verifierPermutations,
    Formula verifierMultiplications) {
  /**
   * {@return a part of multiplications alone}
   *
   * @param name what it is
   * @param prover in the base field
   * @param verifier in the extension field
   */
  public static CostPart multiplications(String name, Formula prover, Formula verifier) {
    Formula none = CostPart::none;
    return new CostPart(name, prover, none, none, none, verifier);
  }

  /**
   * {@return 0}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   */
  public static <T extends Real<T>> T none(Numbers<T> x) {
    return x.of(0);
  }

  /** {@return the values of its formulas} */
  public Costs costs() {
    return new Costs(
        Certified.integer(proverMultiplications),
        Certified.integer(proverPermutations),
        Costs.NONE.grinding(),
        Certified.integer(memoryBytes),
        Certified.integer(verifierPermutations),
        Certified.integer(verifierMultiplications));
  }
}
