package org.soundcalc.math;

/**
 * The binary logarithm of a double from additions, multiplications, one division and the bits of
 * the double, which IEEE 754 defines to the last bit: the same on every platform, and with an error
 * that is derived here. {@link Math#log} promises neither where Java is compiled to something else.
 *
 * <p>With x = 2^e·f, √½ ≤ f &lt; √2 and s = (f − 1)/(f + 1), |s| &lt; 0.1716,
 *
 * <p>log2 x = e + (2/ln 2)·s·(1 + s²/3 + s⁴/5 + ...).
 *
 * <p><b>Error</b>, relative, in units of u = 2^-53, by which each operation rounds at most:
 *
 * <ul>
 *   <li>f and f − 1 are exact (Sterbenz), so that s has 2: those of f + 1 and of the division;
 *   <li>the series after its 1 is below 0.01; s² brings 5 to it, and each step of Horner's scheme
 *       adds less than 3 to what the step leaves over, so that it has less than 12, and the sum
 *       with 1 less than 0.12, and 1 of its own;
 *   <li>what is cut off after s²⁰/21 is below s²²/22 &lt; 10^-18, less than 0.01;
 *   <li>2/ln 2 brings 1, and the two products 1 each: 6.2 together, terms in u² among them;
 *   <li>adding e ≠ 0 adds 1; and as |e + log2 f| ≥ ½ ≥ |log2 f|, it makes none of the others
 *       larger.
 * </ul>
 *
 * <p>Less than 7.5 in all. {@link #ERROR} is 10, and so covers two more roundings of whoever
 * multiplies the logarithm.
 */
final class Log2 {
  /** More than the relative error of {@link #of} and of two products with its result. */
  static final double ERROR = 10 * 0x1p-53;

  private static final double TWO_OVER_LN2 = 2.8853900817779268;
  private static final double SQRT2 = 1.4142135623730951;

  private static final int MANTISSA_BITS = 52;
  private static final int BIAS = 1023;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
  private static final long EXPONENT_OF_ONE = (long) BIAS << MANTISSA_BITS;

  private Log2() {}

  /**
   * About log2 x, exactly where x is a power of two.
   *
   * @param x positive, or infinite or NaN, which are their own logarithms; zero gives -∞
   */
  static double of(double x) {
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (!(x < Double.POSITIVE_INFINITY)) {
      return x;
    }
    boolean subnormal = x < Double.MIN_NORMAL;
    double normal = subnormal ? x * 0x1p54 : x;
    int e = exponent(normal) - (subnormal ? 54 : 0);
    double f = mantissa(normal);
    if (f >= SQRT2) {
      f /= 2;
      e++;
    }
    double s = (f - 1) / (f + 1);
    return e + TWO_OVER_LN2 * (s * (1 + series(s * s)));
  }

  /** z/3 + z²/5 + ... + z¹⁰/21. */
  private static double series(double z) {
    double high = 1.0 / 13 + z * (1.0 / 15 + z * (1.0 / 17 + z * (1.0 / 19 + z * (1.0 / 21))));
    return z
        * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z * (1.0 / 11 + z * high)))));
  }

  /** The e of a normal x = 2^e·f with 1 ≤ f &lt; 2. */
  static int exponent(double x) {
    return (int) (Double.doubleToRawLongBits(x) >> MANTISSA_BITS) - BIAS;
  }

  /** The f of a positive normal x = 2^e·f with 1 ≤ f &lt; 2. */
  static double mantissa(double x) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(x) & MANTISSA) | EXPONENT_OF_ONE);
  }

  /** 2^e as a double, for a normal one. */
  static double powerOfTwo(int e) {
    return Double.longBitsToDouble((long) (e + BIAS) << MANTISSA_BITS);
  }
}
