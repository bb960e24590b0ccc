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
    return Optional.of(new Count(bound(code, m, ell).floor(), Proof.recipe(m)));
  }

  /**
   * {@return ord(n, D, A, B, H, ℓ) with H = ℓ(h + 1) − 1}
   *
   * @param code n, D and A
   * @param m the multiplicity, ≥ 3
   * @param ell ℓ, ≥ 1
   */
  static Rational bound(ReedSolomonCode code, BigInteger m, BigInteger ell) {
    BigInteger h = ell.multiply(lineDegree(code, m).add(ONE)).subtract(ONE);
    return OrderZero.ord(code, degree(code, m), h, ell);
  }

  /** {@return the least m ≥ 3 with (2m + 1)²·D·n ≤ (2mA)²} */
  private static BigInteger multiplicity(ReedSolomonCode code) {
    BigInteger failing = LEAST_MULTIPLICITY.subtract(ONE);
    BigInteger step = ONE;
    while (!admits(code, failing.add(step))) {
      failing = failing.add(step);
      step = step.shiftLeft(1);
    }
    while (!step.equals(ONE)) {
      step = step.shiftRight(1);
      failing = admits(code, failing.add(step)) ? failing : failing.add(step);
    }
    return failing.add(ONE);
  }

  private static boolean admits(ReedSolomonCode code, BigInteger m) {
    BigInteger left = square(m).multiply(code.d()).multiply(code.n());
    return left.compareTo(m.shiftLeft(1).multiply(code.a()).pow(2)) <= 0;
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
