package org.soundcalc.regimes.dkt;

/**
 * The numbers of conditions where nothing is cut off: they depend on (m, M) alone. From s = a =
 * max(0, t − M) on, g(s, t) grows by 1 up to w = min(t, M) + 1, so that r_t = Σ_{x=1..m−a} min(x,
 * w, m − a + 1 − x).
 */
final class Conditions {
  /** Of (m, M): r_0 + … + r_t for t up to m + M, from where on r_t = 0. */
  private static final int[][][] SUMS = sums(0);

  /** The same of Σ t·r_t. */
  private static final int[][][] WEIGHTED = sums(1);

  private Conditions() {}

  /**
   * {@return r_0 + … + r_t}
   *
   * @param m the multiplicity, up to {@link FirstOrderProfile#MOST_MULTIPLICITY}
   * @param cap M, from 1 to m − 1
   * @param t ≥ 0
   */
  static int sum(int m, int cap, long t) {
    return SUMS[m][cap][(int) Math.min(t, m + cap)];
  }

  /**
   * {@return 0·r_0 + … + t·r_t}
   *
   * @param m the multiplicity, up to {@link FirstOrderProfile#MOST_MULTIPLICITY}
   * @param cap M, from 1 to m − 1
   * @param t ≥ 0
   */
  static int weighted(int m, int cap, long t) {
    return WEIGHTED[m][cap][(int) Math.min(t, m + cap)];
  }

  /**
   * {@return r_t}
   *
   * @param m the multiplicity
   * @param cap M
   * @param t ≥ 0
   */
  static long at(long m, long cap, long t) {
    long rest = Math.max(0, m - Math.max(0, t - cap));
    long width = Math.min(Math.min(t, cap) + 1, (rest + 1) / 2);
    return width * (rest + 1 - width);
  }

  /** Sums of r_t, or of t·r_t. */
  private static int[][][] sums(int power) {
    int most = (int) FirstOrderProfile.MOST_MULTIPLICITY;
    int[][][] sums = new int[most + 1][][];
    for (int m = 2; m <= most; m++) {
      sums[m] = new int[m][];
      for (int cap = 1; cap < m; cap++) {
        int[] sum = new int[m + cap + 1];
        for (int t = 0; t < sum.length; t++) {
          int weight = power == 0 ? 1 : t;
          sum[t] = (t == 0 ? 0 : sum[t - 1]) + weight * (int) at(m, cap, t);
        }
        sums[m][cap] = sum;
      }
    }
    return sums;
  }
}
