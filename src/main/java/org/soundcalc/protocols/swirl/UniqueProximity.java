package org.soundcalc.protocols.swirl;

import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;

/** Within half the distance: one codeword at most, and N challenges, which is δN + 1 or more. */
final class UniqueProximity implements SwirlCodeBounds {
  private static final List<Citation> SOURCES =
      List.of(new Citation(Paper.SWIRL, "WHIR"), new Citation(Paper.BCHKS25, "Thm 1.3"));

  private final Rational rate;
  private final String agreementSymbol;

  /**
   * For the codes of rate 2^-{@code logInverseRate}.
   *
   * @param logInverseRate μ ≥ 1
   */
  UniqueProximity(int logInverseRate) {
    this.rate = Rational.powerOfTwo(-logInverseRate);
    this.agreementSymbol = "α(" + logInverseRate + ")";
  }

  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x) {
    return x.named("ℓ", 1);
  }

  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    return x.let(agreementSymbol, x.one().plus(x.named("ρ", rate)).over(x.of(2)));
  }

  @Override
  public <T extends Real<T>> T badChallenges(Numbers<T> x, Rational length) {
    return x.named("N", length);
  }

  @Override
  public List<Citation> sources() {
    return SOURCES;
  }
}
