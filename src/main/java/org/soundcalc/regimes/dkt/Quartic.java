package org.soundcalc.regimes.dkt;

/**
 * A polynomial of degree 4 that grows in the end, of which it is asked from a point on how far it
 * stays positive. Between the zeros of its second derivative it lies above the line through two of
 * its points, and on either side of them above its tangents.
 */
final class Quartic {
  /** Room for the roundings of a sum, in parts of what is added. */
  private static final double ROOM = 0x1p-40;

  private final double c4;
  private final double c3;
  private final double c2;
  private final double c1;
  private final double c0;

  /** Before this, and after the next, the second derivative is not negative; NaN: nowhere it is. */
  private final double convexTo;

  private final double convexFrom;

  /** From here to {@link #convexFrom} it is not positive. */
  private final double concaveFrom;

  /**
   * c4·x⁴ + c3·x³ + c2·x² + c1·x + c0.
   *
   * @param c4 as the others, of either sign
   */
  Quartic(double c4, double c3, double c2, double c1, double c0) {
    this.c4 = c4;
    this.c3 = c3;
    this.c2 = c2;
    this.c1 = c1;
    this.c0 = c0;
    double root = Math.sqrt(9 * c3 * c3 - 24 * c4 * c2);
    double room = (Math.abs(3 * c3) + root) * ROOM;
    convexTo = (-3 * c3 - root - room) / (12 * c4);
    concaveFrom = (-3 * c3 - root + room) / (12 * c4);
    convexFrom = (-3 * c3 + root + room) / (12 * c4);
  }

  /**
   * {@return a y > x up to which the values are positive; x where that is not seen}
   *
   * @param x ≥ 0
   */
  double positiveUpTo(double x) {
    double low = low(x);
    if (!(low > 0 && c4 > 0)) {
      return x;
    }
    if (x >= convexFrom || Double.isNaN(convexFrom)) {
      return alongTangent(x, low);
    }
    return x >= concaveFrom
        ? low(convexFrom) > 0 ? convexFrom : x
        : Math.max(x, Math.min(convexTo, alongTangent(x, low)));
  }

  private double alongTangent(double x, double low) {
    double slope = slope(x);
    return slope >= 0 ? Double.POSITIVE_INFINITY : x - low / slope;
  }

  /** Not above the value at x ≥ 0. */
  private double low(double x) {
    double value = (((c4 * x + c3) * x + c2) * x + c1) * x + c0;
    double added = c4;
    added = added * x + Math.abs(c3);
    added = added * x + Math.abs(c2);
    added = added * x + Math.abs(c1);
    added = added * x + Math.abs(c0);
    return value - added * ROOM;
  }

  /** Not above the slope at x ≥ 0. */
  private double slope(double x) {
    double value = ((4 * c4 * x + 3 * c3) * x + 2 * c2) * x + c1;
    double added = 4 * c4;
    added = added * x + 3 * Math.abs(c3);
    added = added * x + 2 * Math.abs(c2);
    added = added * x + Math.abs(c1);
    return value - added * ROOM;
  }
}
