package org.soundcalc.regimes;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;

/**
 * What the Guruswami-Sudan decoder of multiplicity m proves of a code below its Johnson radius
 * [BCHKS25 Thm 4.2].
 */
final class JohnsonBounds implements CodeBounds {
  /** Theorem 4.2 is stated for multiplicities of at least 3. */
  private static final long LEAST_MULTIPLICITY = 3;

  private static final Rational HALF = Rational.of(1, 2);

  private final Code code;
  private final long m;

  /** Whether m was chosen, and the gap follows from it. */
  private final boolean pinned;

  private final Shared sqrtRho;
  private final Shared eta;
  private final Shared agreement = new Shared(new Agreement());
  private final Shared dy = new Shared(new Dy());
  private final Shared dz = new Shared(new Dz());

  private JohnsonBounds(Code code, long m, boolean pinned, Shared sqrtRho, Formula eta) {
    this.code = code;
    this.m = m;
    this.pinned = pinned;
    this.sqrtRho = sqrtRho;
    this.eta = new Shared(eta);
  }

  /** The bounds at a gap, with the multiplicity that reaches it. */
  static JohnsonBounds withGap(Code code, Gap gap) {
    long m = Math.max(gap.multiplicity(code.rate()), LEAST_MULTIPLICITY);
    return new JohnsonBounds(code, m, false, sqrtRho(code), new Eta(code, gap));
  }

  /**
   * The bounds at a pinned multiplicity: η = √ρ/(2m).
   *
   * @param m ≥ 1; the theorem's bound of 3 can be relaxed [BCHKS25, remark after Lemma 3.1]
   * @return nothing where δ = 1 − √ρ·(1 + 1/(2m)) is not positive
   */
  static Optional<CodeBounds> withMultiplicity(Code code, long m) {
    return leavesDelta(code, m)
        ? Optional.of(withMultiplicity(code, m, sqrtRho(code)))
        : Optional.empty();
  }

  /**
   * The bounds at one of many multiplicities.
   *
   * @param m one that leaves δ > 0
   * @param sqrtRho √ρ, which does not depend on it
   */
  static JohnsonBounds withMultiplicity(Code code, long m, Shared sqrtRho) {
    return new JohnsonBounds(code, m, true, sqrtRho, new EtaOfMultiplicity(sqrtRho, m));
  }

  /** √ρ of a code. */
  static Shared sqrtRho(Code code) {
    return new Shared(new SqrtRho(code));
  }

  /** √ρ·(2m + 1)/(2m) < 1, both sides squared. */
  private static boolean leavesDelta(Code code, long m) {
    BigInteger radius = BigInteger.valueOf(2 * m).pow(2).shiftLeft(code.rate().log2Inverse());
    return BigInteger.valueOf(2 * m + 1).pow(2).compareTo(radius) < 0;
  }

  @Override
  public OptionalLong multiplicity() {
    return OptionalLong.of(m);
  }

  @Override
  public List<Citation> sources() {
    return JohnsonBound.SOURCES;
  }

  /** 1 − δ = √ρ + η. */
  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    return x.of(agreement);
  }

  /** ℓ = 1/(2·η·√ρ), or (m + 1/2)/√ρ for a pinned m. */
  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
    return pinned ? listSizeOfMultiplicity(x) : listSizeOfGap(x);
  }

  private <T extends Real<T>> T listSizeOfMultiplicity(Numbers<T> x) {
    return bigM(x).over(x.of(sqrtRho));
  }

  private <T extends Real<T>> T listSizeOfGap(Numbers<T> x) {
    return x.one().over(x.of(2).times(x.let("η", x.of(eta))).times(x.of(sqrtRho)));
  }

  /** err = (2·dx·dy²·dz + dy·(δ·n + 1))/F, with dx = M·n·√ρ. */
  @Override
  public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
    T n = x.let("n", x.named("k", k).over(rho(x)));
    T delta = x.let("δ", x.one().minus(x.let("1 − δ", x.of(agreement))));
    T dx = x.let("dx", bigM(x).times(n).times(x.of(sqrtRho)));
    T itsDy = x.let("dy", x.of(dy));
    T itsDz = x.let("dz", x.of(dz));
    return x.of(2)
        .times(dx)
        .times(itsDy.pow(2))
        .times(itsDz)
        .plus(itsDy.times(delta.times(n).plus(x.one())))
        .over(x.named("F", code.field().size()));
  }

  private <T extends Real<T>> T rho(Numbers<T> x) {
    return x.named("ρ", code.rate().value());
  }

  private <T extends Real<T>> T bigM(Numbers<T> x) {
    return x.let("M", x.named("m", m).plus(x.of(HALF)));
  }

  private record SqrtRho(Code code) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.named("ρ", code.rate().value()).sqrt();
    }
  }

  private record Eta(Code code, Gap gap) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return gap.value(x, code.rate());
    }
  }

  /** √ρ/(2m). */
  private record EtaOfMultiplicity(Shared sqrtRho, long m) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(sqrtRho).over(x.of(2).times(x.named("m", m)));
    }
  }

  private final class Agreement implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(sqrtRho).plus(x.let("η", x.of(eta)));
    }
  }

  /** M/√ρ. */
  private final class Dy implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return bigM(x).over(x.of(sqrtRho));
    }
  }

  /** max(dy, M²/(3ρ)). */
  private final class Dz implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.let("dy", x.of(dy)).max(bigM(x).pow(2).over(x.of(3).times(rho(x))));
    }
  }
}
