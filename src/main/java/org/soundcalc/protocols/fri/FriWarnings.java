package org.soundcalc.protocols.fri;

import java.util.Optional;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.protocols.code.BlowupFactor;
import org.soundcalc.protocols.schedule.StirWhirParameters;

/** What a file says of FRI that is odd, though it can be calculated with. */
public final class FriWarnings {
  private FriWarnings() {}

  /**
   * Warns of what is odd, though it can be calculated with.
   *
   * @param section that states the parameters
   * @param fri what was made of them, if nothing is wrong
   */
  public static void warn(Section section, Optional<Fri> fri) {
    Rate rate = section.get(Fri.RHO);
    BlowupFactor.check(section, Fri.RHO, rate, rate.value().toString());
    if (!section.has(Fri.RHO)) {
      section
          .find(BlowupFactor.KEY)
          .filter(factor -> factor > 1 && Long.bitCount(factor) == 1)
          .ifPresent(
              factor -> warnOfRate(section, BlowupFactor.KEY, Long.numberOfTrailingZeros(factor)));
      Key<?, Long> log = StirWhirParameters.LOG_INV_RATE;
      section.find(log).ifPresent(inverse -> warnOfRate(section, log, inverse.intValue()));
    }
    if (section.get(Fri.POWER_BATCHING) && section.get(Fri.MULTILINEAR_BATCHING)) {
      section.warn(
          Fri.MULTILINEAR_BATCHING,
          "multilinear_batching = true contradicts power_batching = true, which counts");
    }
    fri.filter(made -> made.earlyStop() < 1L << rate.log2Inverse())
        .ifPresent(
            made ->
                section.warn(
                    Fri.FOLDING_FACTORS,
                    "fri_folding_factors fold past dimension 1: the last domain of "
                        + made.earlyStop()
                        + " points is below 1/rho"));
  }

  /** A missing rate under a name that is not read. */
  private static void warnOfRate(Section section, Key<?, Long> key, int log2Inverse) {
    String rho = Fri.RHO + " = " + Rate.ofLog2Inverse(log2Inverse).value();
    section.warn(key, key + " is not read in place of rho: write " + rho);
  }
}
