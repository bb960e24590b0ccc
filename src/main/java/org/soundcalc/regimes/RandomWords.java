package org.soundcalc.regimes;

import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Evidence;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;
import org.soundcalc.model.Status;

/**
 * Every word as if it were a random one: δ = 1 − ρ − η with η = ρ·log2(e/ρ)/log2 F, the radius up
 * to which a random word has no second codeword near.
 */
public final class RandomWords implements Regime {
  /** For {@link java.util.ServiceLoader}. */
  public RandomWords() {}

  private static final List<Citation> SOURCES = List.of(new Citation(Paper.DG25, "§1.5"));

  private static final RegimeInfo INFO =
      RegimeInfo.conjectured(
          "random-words",
          60,
          Status.HEURISTIC,
          new Evidence(
              "because correlated agreement at this radius is open and list size 1 is shown for"
                  + " random words only",
              SOURCES),
          "every word behaves like a random word, up to 1 - rho - rho*log2(e/rho)/log2(F)",
          SOURCES);

  @Override
  public RegimeInfo info() {
    return INFO;
  }

  @Override
  public Choice choose(Code code) {
    return ProximityParameter.choose(code, new Bounds(code));
  }

  private static final class Bounds implements CodeBounds {
    private final Code code;
    private final Shared eta = new Shared(this::evaluateEta);

    Bounds(Code code) {
      this.code = code;
    }

    /** η = ρ·log2(e/ρ)/log2 F. */
    private <T extends Real<T>> T evaluateEta(Numbers<T> x) {
      T rho = code.rate().rho(x);
      return rho.times(x.e().over(rho).log2()).over(x.named("F", code.field().size()).log2());
    }

    /** 1 − δ = ρ + η. */
    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return code.rate().rho(x).plus(x.let("η", x.of(eta)));
    }

    /** ℓ = 1. */
    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      return x.one();
    }

    /** err = (n + 1)/F. */
    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      T n = x.let("n", x.named("k", k).over(code.rate().rho(x)));
      return n.plus(x.one()).over(x.named("F", code.field().size()));
    }

    @Override
    public List<Citation> sources() {
      return SOURCES;
    }
  }
}
