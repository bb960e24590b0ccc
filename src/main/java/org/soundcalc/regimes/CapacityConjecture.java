package org.soundcalc.regimes;

import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
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
 * Proximity gaps, and lists that stay short, almost up to capacity: δ = 1 − ρ − η with η = ρ/20.
 * What many teams counted on until it was refuted as stated.
 */
public final class CapacityConjecture implements Regime {
  /** For {@link java.util.ServiceLoader}. */
  public CapacityConjecture() {}

  private static final List<Citation> SOURCES =
      List.of(new Citation(Paper.BCIKS20, "Conj. 8.4"), new Citation(Paper.ACFY24, "Conj. 5.6"));

  private static final RegimeInfo INFO =
      RegimeInfo.conjectured(
          "capacity",
          50,
          Status.REFUTED,
          new Evidence(
              "as stated",
              List.of(
                  new Citation(Paper.DG25, ""),
                  new Citation(Paper.CS25, ""),
                  new Citation(Paper.KKH26, ""))),
          "proximity gaps and short lists up to 1 - rho - rho/20",
          SOURCES);

  @Override
  public RegimeInfo info() {
    return INFO;
  }

  @Override
  public Choice choose(Code code) {
    return ProximityParameter.choose(code, new Bounds(code));
  }

  private record Bounds(Code code) implements CodeBounds {
    private static final Rational GAP_OVER_RATE = Rational.of(1, 20);

    /** 1 − δ = ρ + η. */
    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return code.rate().rho(x).plus(eta(x));
    }

    /** ℓ = k/(ρ·η). */
    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      return x.named("k", k).over(code.rate().rho(x).times(eta(x)));
    }

    /** err = k/(η·ρ²·F). */
    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      T field = x.named("F", code.field().size());
      return x.named("k", k).over(eta(x).times(code.rate().rho(x).pow(2)).times(field));
    }

    @Override
    public List<Citation> sources() {
      return SOURCES;
    }

    private <T extends Real<T>> T eta(Numbers<T> x) {
      return x.let("η", code.rate().rho(x).times(x.of(GAP_OVER_RATE)));
    }
  }
}
