package org.soundcalc.protocols.deepali;

import java.util.Optional;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.CodeBounds;

/**
 * The precondition of opening at several points [Ha22 §4.1.3]: k + c &lt; (1 − δ)·n, decided
 * exactly.
 */
public final class MultiPointQuotients {
  private MultiPointQuotients() {}

  /**
   * Why the opening points are too many for a regime, if they are.
   *
   * @param regime its name, for the message
   * @param openingPoints c
   * @param dimension k
   * @param length n
   * @param bounds of the code
   */
  public static Optional<Assessment.Refused> refusal(
      String regime, long openingPoints, Rational dimension, Rational length, CodeBounds bounds) {
    Rational needed = dimension.plus(Rational.of(openingPoints));
    Formula room = new Room(bounds, length);
    if (Certified.compare(new Constant(needed), room) < 0) {
      return Optional.empty();
    }
    String message =
        "must be fewer under "
            + regime
            + ": k + c = "
            + needed
            + " is not below (1 - delta)*n, which is at most "
            + Certified.ceil(room)
            + ", got "
            + openingPoints;
    return Optional.of(new Assessment.Refused(DeepAliReader.OPENING_POINTS, message));
  }

  private record Room(CodeBounds bounds, Rational length) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return bounds.agreement(x).times(x.of(length));
    }
  }

  private record Constant(Rational value) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(value);
    }
  }
}
