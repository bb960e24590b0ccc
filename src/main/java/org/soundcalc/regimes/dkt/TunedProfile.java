package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Order zero at a multiplicity m and a degree B, in characteristic p > D [DKT26 §7.2; ArkLib {@code
 * exists_baseExceptional_firstOrderCurve_optimized_with_endpoints} at M = 0]. With b = min(B, m −
 * 1), the interpolation has S1 more coefficients than conditions:
 *
 * <pre>
 * S1 = (B + 1)mA − D·B(B + 1)/2 − n·((b + 1)m − b(b + 1)/2)
 * S2 = mA·B(B + 1)/2 − D·B(B + 1)(2B + 1)/6 − n·(m·b(b + 1)/2 − b(b + 1)(2b + 1)/6)
 * h  = max(ℓB, ⌊ℓ·S2/S1⌋)
 * </pre>
 *
 * @param code of dimension 2 or more
 * @param m the multiplicity, ≥ 1
 * @param b B, ≥ 1
 */
record TunedProfile(ReedSolomonCode code, long m, long b) {
  /** What is less in doubles is less than 2^63 in integers. */
  private static final double SMALL = 0x1p62;

  /**
   * {@return E = ⌊ord(n, D, A, B, h, ℓ)⌋; nothing unless S1 > 0}
   *
   * @param ell ℓ, ≥ 1
   */
  Optional<BigInteger> count(BigInteger ell) {
    boolean isSmall = isSmall();
    if (isSmall ? smallS1() <= 0 : s1().signum() <= 0) {
      return Optional.empty();
    }
    return Optional.of(OrderZero.floor(code, big(b), h(ell), ell));
  }

  /** {@return h, where S1 > 0} */
  BigInteger h(BigInteger ell) {
    BigInteger s1 = isSmall() ? big(smallS1()) : s1();
    BigInteger s2 = isSmall() ? big(smallS2()) : s2();
    return ell.multiply(big(b)).max(ell.multiply(s2).divide(s1));
  }

  /** {@return the profile as a reader replays it} */
  Proof proof() {
    return Proof.profile(Theorem.TUNED, m, 0, b);
  }

  /** {@return whether no part of S1 and S2 exceeds a long} All parts of S2 have those of S1 too. */
  private boolean isSmall() {
    double most = (double) m * code.agreement() + (double) code.degree() * (b + 1.0);
    return (most + (double) code.length() * (m + 1.0)) * (b + 1.0) * (b + 1.0) < SMALL;
  }

  private long smallS1() {
    long c = derivatives();
    return (b + 1) * m * code.agreement()
        - code.degree() * smallSum(b)
        - code.length() * ((c + 1) * m - smallSum(c));
  }

  private long smallS2() {
    long c = derivatives();
    return m * code.agreement() * smallSum(b)
        - code.degree() * smallSquares(b)
        - code.length() * (m * smallSum(c) - smallSquares(c));
  }

  private BigInteger s1() {
    BigInteger conditions = big(derivatives() + 1).multiply(big(m)).subtract(sum(derivatives()));
    return big(b + 1)
        .multiply(big(m))
        .multiply(code.a())
        .subtract(code.d().multiply(sum(b)))
        .subtract(code.n().multiply(conditions));
  }

  private BigInteger s2() {
    BigInteger conditions = big(m).multiply(sum(derivatives())).subtract(squares(derivatives()));
    return big(m)
        .multiply(code.a())
        .multiply(sum(b))
        .subtract(code.d().multiply(squares(b)))
        .subtract(code.n().multiply(conditions));
  }

  /** {@return S1 and S2, nearly: each of their three terms is off by a few roundings, if at all} */
  Moments near() {
    double c = derivatives();
    double coefficients = (b + 1.0) * m * code.agreement();
    double beyond = (double) code.degree() * nearSum((double) b);
    double conditions = (double) code.length() * ((c + 1) * m - nearSum(c));
    double coefficients2 = (double) m * code.agreement() * nearSum((double) b);
    double beyond2 = (double) code.degree() * nearSquares((double) b);
    double conditions2 = (double) code.length() * (m * nearSum(c) - nearSquares(c));
    return new Moments(
        coefficients - beyond - conditions,
        coefficients2 - beyond2 - conditions2,
        // all within are integers, at most 6 times as large and then represented exactly
        coefficients2 + beyond2 + conditions2 < 0x1p50
            ? 0
            : 0x1p-48 * (coefficients + beyond + conditions));
  }

  /** {@return b = min(B, m − 1)} */
  private long derivatives() {
    return Math.min(b, m - 1);
  }

  /** {@return 1 + 2 + … + x = x(x + 1)/2} */
  private static BigInteger sum(long x) {
    return big(x).multiply(big(x + 1)).shiftRight(1);
  }

  /** {@return 1² + 2² + … + x² = x(x + 1)(2x + 1)/6} */
  private static BigInteger squares(long x) {
    return sum(x).multiply(big(2 * x + 1)).divide(big(3));
  }

  private static long smallSum(long x) {
    return x * (x + 1) / 2;
  }

  private static long smallSquares(long x) {
    return x * (x + 1) * (2 * x + 1) / 6;
  }

  private static double nearSum(double x) {
    return x * (x + 1) / 2;
  }

  private static double nearSquares(double x) {
    return x * (x + 1) * (2 * x + 1) / 6;
  }

  private static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }
}
