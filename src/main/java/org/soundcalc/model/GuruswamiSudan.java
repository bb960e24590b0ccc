package org.soundcalc.model;

import java.math.BigInteger;
import org.soundcalc.math.FormulaOf;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;

/**
 * What the Guruswami-Sudan list decoder of multiplicity m proves of the Reed-Solomon codes of one
 * rate ρ. The polynomial that it interpolates has degree dx in the point, dy in the word and dz in
 * the challenge that combines two words [BCHKS25 Thm 4.2]; with M = m + 1/2 and length n they are
 *
 * <pre>
 * dx = M·√ρ·n      dy = M/√ρ      dz = max(dy, M²/(3ρ))
 * </pre>
 *
 * and dy is also how many codewords can be found near a word. How near follows from m or from a
 * chosen gap to the Johnson radius 1 − √ρ; that is for the caller to say.
 */
public final class GuruswamiSudan {
  /** The theorem. */
  public static final Citation SOURCE = new Citation(Paper.BCHKS25, "Thm 4.2");

  /** The least multiplicity that the theorem is stated for. */
  public static final long LEAST_MULTIPLICITY = 3;

  /** Below it, (2m + 1)² is a long. */
  private static final long SMALL_MULTIPLICITY = 1L << 30;

  /** It leaves nothing of a long that is not negative. */
  private static final int MOST_SHIFT = 63;

  private static final Rational HALF = Rational.of(1, 2);

  private final Rate rate;
  private final long m;
  private final Rational multiplicity;
  private final Symbols symbols;
  private final Shared sqrtRho;
  private final Shared dy = new Shared(this::evaluateDy);
  private final Shared dz = new Shared(this::evaluateDz);

  /**
   * How an explanation spells what it defines.
   *
   * @param bigM of M
   * @param dy of dy
   * @param dz of dz
   * @param m the multiplicity m, given its value
   */
  public record Symbols(String bigM, String dy, String dz, FormulaOf<Rational> m) {
    /** The letters of the theorem, for a multiplicity that is an input. */
    public static final Symbols PLAIN = new Symbols("M", "dy", "dz", Symbols::input);

    /**
     * A multiplicity that is an input.
     *
     * @param <T> the representation of reals
     * @param x the source of constants
     * @param value of it
     * @return m
     */
    public static <T extends Real<T>> T input(Numbers<T> x, Rational value) {
      return x.named("m", value);
    }

    /**
     * {@return the same letters, for a multiplicity that follows}
     *
     * @param how given its value
     */
    public Symbols following(FormulaOf<Rational> how) {
      return new Symbols(bigM, dy, dz, how);
    }
  }

  /**
   * The decoder for the codes of a rate.
   *
   * @param rate ρ
   * @param m the multiplicity, ≥ 1; the theorem's least can be relaxed to 1 [BCHKS25, remark after
   *     Lemma 3.1]
   * @param symbols for explanations
   * @throws IllegalArgumentException if {@code m} is less than 1
   */
  public GuruswamiSudan(Rate rate, long m, Symbols symbols) {
    this(rate, m, symbols, new Shared(rate::sqrt));
  }

  private GuruswamiSudan(Rate rate, long m, Symbols symbols, Shared sqrtRho) {
    if (m < 1) {
      throw new IllegalArgumentException("multiplicity " + m + " is not positive");
    }
    this.rate = rate;
    this.m = m;
    this.multiplicity = Rational.of(m);
    this.symbols = symbols;
    this.sqrtRho = sqrtRho;
  }

  /**
   * The decoder of another multiplicity for the same codes.
   *
   * @param other the multiplicity, ≥ 1
   * @return a decoder that shares what does not depend on the multiplicity
   * @throws IllegalArgumentException if {@code other} is less than 1
   */
  public GuruswamiSudan withMultiplicity(long other) {
    return new GuruswamiSudan(rate, other, symbols, sqrtRho);
  }

  /**
   * Whether a multiplicity that fixes the gap, η = √ρ/(2m), leaves a proximity parameter: δ = 1 −
   * √ρ·(1 + 1/(2m)) > 0, decided exactly as (2m + 1)²·ρ &lt; (2m)².
   *
   * @param rate ρ
   * @param m the multiplicity, ≥ 1
   * @return whether δ > 0
   */
  public static boolean leavesProximityParameter(Rate rate, long m) {
    if (m < SMALL_MULTIPLICITY) {
      // a < b·2^s is ⌊a/2^s⌋ < b
      return ((2 * m + 1) * (2 * m + 1)) >> Math.min(rate.log2Inverse(), MOST_SHIFT) < 4 * m * m;
    }
    BigInteger twice = BigInteger.valueOf(m).shiftLeft(1);
    BigInteger left = twice.add(BigInteger.ONE).pow(2);
    return left.compareTo(twice.pow(2).shiftLeft(rate.log2Inverse())) < 0;
  }

  /** {@return m, ≥ 1} */
  public long multiplicity() {
    return m;
  }

  /**
   * The agreement at the Johnson radius.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @return √ρ
   */
  public <T extends Real<T>> T sqrtRho(Numbers<T> x) {
    return x.of(sqrtRho);
  }

  /**
   * The gap η to the Johnson radius 1 − √ρ that the multiplicity fixes, unless a wider one is
   * chosen.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @return η = √ρ/(2m)
   */
  public <T extends Real<T>> T gap(Numbers<T> x) {
    return sqrtRho(x).over(x.of(2).times(multiplicity(x)));
  }

  /**
   * Codewords that agree with a word by √ρ·(1 + 1/(2m)) or more, at most.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @return ℓ = M/√ρ
   */
  public <T extends Real<T>> T listSize(Numbers<T> x) {
    return bigM(x).over(sqrtRho(x));
  }

  /**
   * The interpolated polynomial's degree in the point.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @param n the code's length
   * @return dx = M·√ρ·n
   */
  public <T extends Real<T>> T dx(Numbers<T> x, T n) {
    return bigM(x).times(sqrtRho(x)).times(n);
  }

  /**
   * The interpolated polynomial's degree in the word, which is the {@linkplain #listSize list
   * size}.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @return dy = M/√ρ
   */
  public <T extends Real<T>> T dy(Numbers<T> x) {
    return x.of(dy);
  }

  /**
   * The interpolated polynomial's degree in the challenge.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @return dz = max(dy, M²/(3ρ)), whose second argument is the larger for every m ≥ 3
   */
  public <T extends Real<T>> T dz(Numbers<T> x) {
    return x.of(dz);
  }

  /**
   * The challenges that may combine two words, one of them far from the code, into one that is near
   * it.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @param dx as {@link #dx} says
   * @param dy as {@link #dy} says
   * @param dz as {@link #dz} says
   * @param delta the proximity parameter δ, in (0, 1 − √ρ)
   * @param n the code's length
   * @return 2·dy²·dz·dx + dy·(δ·n + 1)
   */
  public static <T extends Real<T>> T badChallenges(Numbers<T> x, T dx, T dy, T dz, T delta, T n) {
    return x.of(2)
        .times(dy.pow(2))
        .times(dz)
        .times(dx) // last, since dx alone differs from code to code
        .plus(dy.times(delta.times(n).plus(x.one())));
  }

  private <T extends Real<T>> T multiplicity(Numbers<T> x) {
    return symbols.m().evaluate(x, multiplicity);
  }

  private <T extends Real<T>> T bigM(Numbers<T> x) {
    return x.let(symbols.bigM(), multiplicity(x).plus(x.of(HALF)));
  }

  private <T extends Real<T>> T evaluateDy(Numbers<T> x) {
    return x.let(symbols.dy(), listSize(x));
  }

  private <T extends Real<T>> T evaluateDz(Numbers<T> x) {
    return x.let(symbols.dz(), dy(x).max(bigM(x).pow(2).over(x.of(3).times(rate.rho(x)))));
  }
}
