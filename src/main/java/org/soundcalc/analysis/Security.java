package org.soundcalc.analysis;

/**
 * A zkVM's proven figure.
 *
 * @param bits of round-by-round soundness
 * @param regime the regime's name, or {@value #MIXED} where no regime covers every circuit
 * @param circuit the circuit that attains the minimum, the first of them
 */
public record Security(int bits, String regime, String circuit) {
  /** The word for a minimum over circuits of each one's best regime. */
  public static final String MIXED = "mixed";
}
