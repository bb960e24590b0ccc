package org.soundcalc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;

/** The bits of a circuit's terms. */
public final class Bits {
  private Bits() {}

  /** The bits of each term under a regime that covers the circuit, in the order of the protocol. */
  public static Map<String, Long> of(Circuit circuit, Regime regime) {
    RegimeResult result = new Estimator(List.of(regime)).estimate(circuit).results().get(0);
    Map<String, Long> bits = new LinkedHashMap<>();
    for (CertifiedTerm term : ((RegimeResult.Figures) result).terms()) {
      bits.put(term.term().name(), term.bits());
    }
    return bits;
  }

  /** The bits of an exact error below 1. */
  public static long of(Rational error) {
    return Rational.ONE.over(error).floor().bitLength() - 1L;
  }

  /** Every term of the better one has at least the bits that it has in the worse one. */
  public static void assertNoTermLower(Regime regime, Circuit worse, Circuit better) {
    Map<String, Long> high = of(better, regime);
    of(worse, regime)
        .forEach(
            (term, bits) ->
                assertThat(high.getOrDefault(term, Long.MAX_VALUE))
                    .as(term)
                    .isGreaterThanOrEqualTo(bits));
  }
}
