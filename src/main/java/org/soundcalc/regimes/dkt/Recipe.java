package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.Optional;
import org.soundcalc.math.Rational;

/**
 * Order zero with the paper's own choice of the degrees, in any characteristic [DKT26 Thm 5.12,
 * Prop B.1, Lemma 5.3; ArkLib {@code exists_exceptional_johnsonPowerMCA}]. In the paper's words a =
 * √(D/n) + η, t = m + 1/2, ρ₋ = D/n, B = ⌈t/√ρ₋⌉ − 1 and h = ⌈t²/(3ρ₋)⌉ − 1. Proven for every D ≥ 1
 * with n·D &lt; A².
 */
final class Recipe {
  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger LEAST_MULTIPLICITY = BigInteger.valueOf(3);

  private Recipe() {}

  /**
   * {@return the count; nothing unless n·D &lt; A²}
   *
   * @param code of dimension 2 or more
   * @param ell ℓ, ≥ 1
   */
  static Optional<Count> count(ReedSolomonCode code, BigInteger ell) {
    if (!code.isAboveJohnson()) {
      return Optional.empty();
    }
    BigInteger m = multiplicity(code);
    BigInteger count = OrderZero.floor(code, degree(code, m), height(code, m, ell), ell);
    return Optional.of(new Count(count, Proof.recipe(m)));
  }

  /**
   * {@return what the count is not below, nearly: m, B and h without their rounding upwards}
   *
   * @param code of dimension 2 or more, with n·D &lt; A²
   * @param ell ℓ, ≥ 1
   */
  static double nearLeast(ReedSolomonCode code, long ell) {
    double product = (double) code.length() * code.degree();
    double m = (product + code.agreement() * Math.sqrt(product)) / 2 / code.nearExcess();
    double b = (Math.max(3, m) + 0.5) * Math.sqrt((double) code.length() / code.degree());
    return OrderZero.nearOrd(code, b - 1, ell * b * b / 3 - 1, ell);
  }

  /**
   * {@return ord(n, D, A, B, H, ℓ)}
   *
   * @param code n, D and A
   * @param m the multiplicity, ≥ 3
   * @param ell ℓ, ≥ 1
   */
  static Rational bound(ReedSolomonCode code, BigInteger m, BigInteger ell) {
    return OrderZero.ord(code, degree(code, m), height(code, m, ell), ell);
  }

  /** {@return H = ℓ(h + 1) − 1} */
  static BigInteger height(ReedSolomonCode code, BigInteger m, BigInteger ell) {
    return ell.multiply(lineDegree(code, m).add(ONE)).subtract(ONE);
  }

  /**
   * {@return the least m ≥ 3 with (2m + 1)²·D·n ≤ (2mA)²} With the root of both sides that is 2m(A
   * − √(nD)) ≥ √(nD), or 2m(A² − nD) ≥ nD + √(A²nD).
   */
  private static BigInteger multiplicity(ReedSolomonCode code) {
    BigInteger product = code.n().multiply(code.d());
    BigInteger root = Rational.of(product.multiply(code.a().pow(2))).ceilSqrt();
    Rational least = Rational.of(product.add(root), code.excess().shiftLeft(1));
    return least.ceil().max(LEAST_MULTIPLICITY);
  }

  /** {@return B = s − 1, s the least integer with 4D·s² ≥ (2m + 1)²·n} */
  private static BigInteger degree(ReedSolomonCode code, BigInteger m) {
    return Rational.of(square(m).multiply(code.n()), code.d().shiftLeft(2))
        .ceilSqrt()
        .subtract(ONE);
  }

  /** {@return h = ⌊((2m + 1)²·n − 1)/(12D)⌋} */
  private static BigInteger lineDegree(ReedSolomonCode code, BigInteger m) {
    return square(m)
        .multiply(code.n())
        .subtract(ONE)
        .divide(BigInteger.valueOf(12).multiply(code.d()));
  }

  /** {@return (2m + 1)²} */
  private static BigInteger square(BigInteger m) {
    return m.shiftLeft(1).add(ONE).pow(2);
  }
}
