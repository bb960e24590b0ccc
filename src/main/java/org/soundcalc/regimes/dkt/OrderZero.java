package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import org.soundcalc.math.Rational;

/**
 * The bound of order zero, for an interpolated polynomial of degree B in the word and H in the
 * challenge [DKT26 §7.2 eq. (88); ArkLib {@code johnsonPowerE0}]:
 *
 * <pre>
 * ψ(D, B) = 1 + (2D − 1)(2B − 1) + 2·max(0, B − 2D − 1)
 * ord(n, D, A, B, H, ℓ) = (2B − 1)·H + (n − D)/(A − D)·(ℓB + H·ψ(D, B)) + ℓ(n − D − 1)·B
 * </pre>
 *
 * Each formula stands here twice: exactly, and nearly, in doubles, to order what is tried.
 */
final class OrderZero {
  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger TWO = BigInteger.TWO;

  /** What is less in doubles is less than 2^63 in integers. */
  private static final double SMALL = 0x1p62;

  private OrderZero() {}

  /**
   * {@return ord(n, D, A, B, H, ℓ)}
   *
   * @param code n, D and A
   * @param b B, ≥ 1
   * @param h H, ≥ 0
   * @param ell ℓ, ≥ 1
   */
  static Rational ord(ReedSolomonCode code, BigInteger b, BigInteger h, BigInteger ell) {
    return Rational.of(whole(code, b, h, ell))
        .plus(code.spread().times(Rational.of(spread(code, b, h, ell))));
  }

  /**
   * {@return ⌊ord(n, D, A, B, H, ℓ)⌋}
   *
   * @param code n, D and A
   * @param b B, ≥ 1
   * @param h H, ≥ 0
   * @param ell ℓ, ≥ 1
   */
  static BigInteger floor(ReedSolomonCode code, BigInteger b, BigInteger h, BigInteger ell) {
    boolean isSmall =
        code.isShort() && nearOrd(code, b.doubleValue(), h.doubleValue(), ell.longValue()) < SMALL;
    return isSmall
        ? BigInteger.valueOf(smallFloor(code, b.longValue(), h.longValue(), ell.longValue()))
        : largeFloor(code, b, h, ell);
  }

  /** The same in longs: no part of the sum is above it, and a remainder times n is below n². */
  private static long smallFloor(ReedSolomonCode code, long b, long h, long ell) {
    long d = code.degree();
    long psi = 1 + (2 * d - 1) * (2 * b - 1) + 2 * Math.max(0, b - 2 * d - 1);
    long spread = ell * b + h * psi;
    long places = code.agreement() - d;
    long rest = code.length() - d;
    return (2 * b - 1) * h
        + ell * (rest - 1) * b
        + rest * (spread / places)
        + rest * (spread % places) / places;
  }

  private static BigInteger largeFloor(
      ReedSolomonCode code, BigInteger b, BigInteger h, BigInteger ell) {
    BigInteger spread = code.n().subtract(code.d()).multiply(spread(code, b, h, ell));
    return whole(code, b, h, ell).add(spread.divide(code.a().subtract(code.d())));
  }

  /** {@return (2B − 1)·H + ℓ(n − D − 1)·B} */
  static BigInteger whole(ReedSolomonCode code, BigInteger b, BigInteger h, BigInteger ell) {
    BigInteger first = TWO.multiply(b).subtract(ONE).multiply(h);
    return first.add(ell.multiply(code.n().subtract(code.d()).subtract(ONE)).multiply(b));
  }

  /** {@return ℓB + H·ψ, which (n − D)/(A − D) multiplies} */
  static BigInteger spread(ReedSolomonCode code, BigInteger b, BigInteger h, BigInteger ell) {
    return ell.multiply(b).add(h.multiply(psi(code.d(), b)));
  }

  private static BigInteger psi(BigInteger d, BigInteger b) {
    BigInteger product = TWO.multiply(d).subtract(ONE).multiply(TWO.multiply(b).subtract(ONE));
    BigInteger excess = b.subtract(TWO.multiply(d)).subtract(ONE).max(BigInteger.ZERO);
    return ONE.add(product).add(TWO.multiply(excess));
  }

  /**
   * {@return ord(n, D, A, B, H, ℓ), nearly: a sum of terms ≥ 0, so the error is that of a few
   * roundings}
   *
   * @param code n, D and A
   * @param b B, ≥ 1
   * @param h H, ≥ 0
   * @param ell ℓ, ≥ 1
   */
  static double nearOrd(ReedSolomonCode code, double b, double h, long ell) {
    return (2 * b - 1) * h
        + code.nearSpread() * (ell * b + h * nearPsi(code.degree(), b))
        + (double) ell * (code.length() - code.degree() - 1) * b;
  }

  private static double nearPsi(long d, double b) {
    return 1 + (2.0 * d - 1) * (2 * b - 1) + 2 * Math.max(0, b - 2 * d - 1);
  }
}
