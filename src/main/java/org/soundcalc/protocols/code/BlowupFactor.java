package org.soundcalc.protocols.code;

import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;

/** 1/ρ under a name of its own, which no formula reads. */
public final class BlowupFactor {
  /** The key that states it. */
  public static final Key<?, Long> KEY =
      Key.informational("blowup_factor", IntegerType.POSITIVE, "Another name for 1/rho.");

  private BlowupFactor() {}

  /**
   * Warns where it is not the inverse of the rate.
   *
   * @param section the circuit's table, where the factor may stand
   * @param rateKey the key that states the rate
   * @param rate what was read from it
   * @param stated its value as the file spells it
   */
  public static void check(Section section, Key<?, ?> rateKey, Rate rate, String stated) {
    section
        .find(KEY)
        .filter(factor -> section.valid(rateKey) && !isInverse(factor, rate))
        .ifPresent(
            factor ->
                section.warn(
                    KEY, "blowup_factor = " + factor + " contradicts " + rateKey + " = " + stated));
  }

  private static boolean isInverse(long factor, Rate rate) {
    return Long.bitCount(factor) == 1 && Long.numberOfTrailingZeros(factor) == rate.log2Inverse();
  }
}
