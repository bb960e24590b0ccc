package org.soundcalc.regimes.dkt;

import java.math.BigInteger;

/**
 * The least of what the profiles of order zero prove: m = 1..4096 and B = β − 2..β + 2, where β =
 * ⌊√(m²n/D)⌋, each B at least 1 and at most (mA − 1)/D, in this order.
 *
 * <p>Most m are passed over without a look at their B. With s = √(n/D), X = A² − nD and B ≥ m − 1,
 * S1 is largest at the real B = mA/D − 1/2, and S2 grows with B from sm − 3 on, so that
 *
 * <pre>
 * 2·S1 ≤ m²·X/D − m(n − A) + D/4
 *   S2 ≥ m³·(s²A/2 − sn/3 − n/6) − m²·(5/2)(sA − n) − m·max(0, (37/6)n/s − 3A − n/6)
 * </pre>
 *
 * and E ≥ h·(2D − 1)(2B − 1)·(n − D)/(A − D) with h ≥ max(ℓB, ℓ·S2/S1 − 1). From m = 2D(n − A)/X on
 * the first over m³ falls and the second over m³ grows: what bounds E at m then does at all above.
 * Before, blocks of m are passed over: the first is convex, so that within a block it is at most
 * what it is at one of the ends, and the second grows with m where it is positive.
 */
final class TunedScan {
  private static final long MOST_MULTIPLICITY = 4096;

  /** How far from √(m²n/D), which is B at the optimum, degrees are tried. */
  private static final long AROUND = 2;

  /** Room for the roundings of coefficients. */
  private static final double ROOM = 0x1p-40;

  private final ReedSolomonCode code;
  private final long ell;
  private final Candidates<TunedProfile> candidates;

  /** s = √(n/D). */
  private final double stretch;

  /** Coefficients of the bound of 2·S1, all positive. */
  private final double square;

  private final double line;
  private final double constant;

  /** Coefficients of the bound of S2, and what is subtracted there. */
  private final double cube;

  private final double squareLost;
  private final double lineLost;

  /** No m from the one root of the bound of S1 to this one proves anything. */
  private final double root;

  /** ℓ = 1's part of E that does not depend on m: (2D − 1)·(n − D)/(A − D). */
  private final double factor;

  /**
   * A scan.
   *
   * @param code of dimension 2 or more and less than its length, with n·D &lt; A²
   * @param ell ℓ, ≥ 1
   * @param candidates for the least
   */
  TunedScan(ReedSolomonCode code, long ell, Candidates<TunedProfile> candidates) {
    this.code = code;
    this.ell = ell;
    this.candidates = candidates;
    double n = code.length();
    double a = code.agreement();
    double d = code.degree();
    stretch = Math.sqrt(n / d);
    square = code.excess().doubleValue() / d * (1 + ROOM);
    line = (n - a) * (1 - ROOM);
    constant = d / 4 * (1 + ROOM);
    root = (line + Math.sqrt(Math.max(0, line * line - 4 * square * constant))) / (2 * square);
    double most = stretch * stretch * a;
    cube = most / 2 - stretch * n / 3 - n / 6 - most * ROOM;
    squareLost = Math.max(0, 2.5 * (stretch * a - n));
    lineLost = Math.max(0, 37.0 / 6 * n / stretch - 3 * a - n / 6);
    factor = (2 * d - 1) * code.nearSpread() * Candidates.LOWER;
  }

  /** Lets the candidates know what is proven near the optimum, m ≈ (3/2)·D(n − A)/X. */
  void guess() {
    long m = (long) Math.max(1, Math.min(MOST_MULTIPLICITY, 1.5 * line / square + 0.5));
    long beta = degreeNear(m);
    for (long b = leastDegree(beta); b <= mostDegree(m, beta); b++) {
      TunedProfile profile = new TunedProfile(code, m, b);
      know(profile, profile.near());
    }
  }

  /** Keeps all that may be the least. */
  void scan() {
    long block = 1;
    long m = 1;
    while (m <= MOST_MULTIPLICITY) {
      boolean bounded = (stretch - 1 - ROOM) * m >= AROUND;
      double most = twiceS1(m);
      if (bounded && most <= 0) {
        m = Math.max(m + 1, (long) (root * (1 - ROOM)));
        continue;
      }
      long next = m + block;
      double low = bounded ? least(m, Math.max(most, twiceS1(next - 1)) / 2) : 0;
      if (!candidates.admits(low)) {
        if (square * m >= 2 * line) {
          return;
        }
        m = next;
        block *= 2;
      } else if (block > 1) {
        block /= 2;
      } else {
        long beta = degreeNear(m);
        if (!candidates.admits(leastAt((double) leastDegree(beta), 0))) {
          return;
        }
        for (long b = leastDegree(beta); b <= mostDegree(m, beta); b++) {
          consider(new TunedProfile(code, m, b));
        }
        m++;
      }
    }
  }

  /** {@return not below 2·S1 at m} */
  private double twiceS1(long m) {
    return (square * m - line) * m + constant;
  }

  /** {@return not above what any B proves from m on, where B ≥ m − 1, while S1 ≤ {@code most}} */
  private double least(long m, double most) {
    double s2 = ((cube * m - squareLost) * m - lineLost) * m;
    return leastAt(stretch * m - (AROUND + 1 + ROOM * m), s2 / most);
  }

  /** {@return not above E at a degree from {@code b} on and a slope S2/S1 from there on} */
  private double leastAt(double b, double slope) {
    return Math.max(ell * b, ell * slope - 1) * (2 * b - 1) * factor;
  }

  private void consider(TunedProfile profile) {
    Moments moments = profile.near();
    if (!moments.isImpossible()) {
      double h = moments.leastDegree(ell, profile.b());
      double low = OrderZero.nearOrd(code, (double) profile.b(), h, ell) * Candidates.LOWER;
      if (candidates.admits(low)) {
        candidates.keep(profile, low);
        know(profile, moments);
      }
    }
  }

  private void know(TunedProfile profile, Moments moments) {
    if (moments.isCertain()) {
      double most = moments.greatestDegree(ell, profile.b());
      candidates.know(OrderZero.nearOrd(code, (double) profile.b(), most, ell));
    }
  }

  private static long leastDegree(long beta) {
    return Math.max(1, beta - AROUND);
  }

  private long mostDegree(long m, long beta) {
    return Math.min((m * code.agreement() - 1) / code.degree(), beta + AROUND);
  }

  /** {@return β = ⌊√(m²n/D)⌋, exactly} */
  private long degreeNear(long m) {
    if (code.length() >= Long.MAX_VALUE / (MOST_MULTIPLICITY * MOST_MULTIPLICITY)) {
      return BigInteger.valueOf(m * m).multiply(code.n()).divide(code.d()).sqrt().longValueExact();
    }
    long square = m * m * code.length() / code.degree();
    long root = (long) Math.sqrt((double) square);
    while (root * root > square) {
      root--;
    }
    while ((root + 1) * (root + 1) <= square) {
      root++;
    }
    return root;
  }
}
