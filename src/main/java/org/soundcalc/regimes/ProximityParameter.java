package org.soundcalc.regimes;

import java.math.BigDecimal;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;

/** Whether a regime leaves a code a proximity parameter at all: δ > 0, decided exactly. */
final class ProximityParameter {
  private static final int DECIMALS = 2;

  private ProximityParameter() {}

  /** Whether 1 − δ &lt; 1. */
  static boolean isPositive(CodeBounds bounds) {
    return Certified.compare(bounds::agreement, Numbers::one) < 0;
  }

  /** The bounds, or where they leave δ ≤ 0 that the regime does not apply. */
  static Choice choose(Code code, CodeBounds bounds) {
    return isPositive(bounds)
        ? new Choice.Chosen(bounds)
        : new Assessment.Inapplicable(
            "leaves no proximity parameter at rate %s over %s: 1 - delta is %s, rounded up"
                .formatted(code.rate().value(), code.field(), hundredths(bounds)));
  }

  private static BigDecimal hundredths(CodeBounds bounds) {
    Formula hundredfold = Formula.of(ProximityParameter::hundredfold, bounds);
    return new BigDecimal(Certified.ceil(hundredfold), DECIMALS);
  }

  private static <T extends Real<T>> T hundredfold(Numbers<T> x, CodeBounds bounds) {
    return x.of(100).times(bounds.agreement(x));
  }
}
