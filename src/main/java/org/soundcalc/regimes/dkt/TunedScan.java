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
 * and E ≥ h(2B − 1)·(1 + (2D − 1)(n − D)/(A − D)) with h ≥ max(ℓB, ℓ·S2/S1 − 1). So no B at m
 * proves less than what is known already where, with these bounds of S1, S2 and B,
 *
 * <pre>
 * (ℓ·S2 − S1)(2B − 1)·(1 + (2D − 1)(n − D)/(A − D)) ≥ what is known·S1
 * </pre>
 *
 * the difference of which is a polynomial of degree 4 in m.
 */
final class TunedScan {
  private static final long MOST_MULTIPLICITY = 4096;

  /** How far from √(m²n/D), which is B at the optimum, degrees are tried. */
  private static final long AROUND = 2;

  /** Room for the roundings of coefficients. */
  private static final double ROOM = 0x1p-40;

  /** An integer that is not as near as that to a root below {@link #CLEAR} is on one side of it. */
  private static final double APART = 0x1p-20;

  private static final double CLEAR = 0x1p28;

  private final ReedSolomonCode code;
  private final long ell;
  private final Candidates<TunedProfile> candidates;
  private final double n;
  private final double a;
  private final double d;

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

  /** (n − D)/(A − D), and what h(2B − 1) is multiplied by in E: 1 + (2D − 1)·(n − D)/(A − D). */
  private final double spread;

  private final double factor;

  /** What B is multiplied by in E beside: ℓ((n − D)/(A − D) + n − D − 1). */
  private final double perDegree;

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
    n = code.length();
    a = code.agreement();
    d = code.degree();
    stretch = Math.sqrt(n / d);
    square = code.nearExcess() / d * (1 + ROOM);
    line = (n - a) * (1 - ROOM);
    constant = d / 4 * (1 + ROOM);
    root = (line + Math.sqrt(Math.max(0, line * line - 4 * square * constant))) / (2 * square);
    double most = stretch * stretch * a;
    cube = most / 2 - stretch * n / 3 - n / 6 - most * ROOM;
    squareLost = Math.max(0, 2.5 * (stretch * a - n));
    lineLost = Math.max(0, 37.0 / 6 * n / stretch - 3 * a - n / 6);
    spread = code.nearSpread() * Candidates.LOWER;
    factor = Candidates.LOWER + (2 * d - 1) * spread;
    perDegree = ell * (spread + (n - d - 1) * Candidates.LOWER);
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
    double known = candidates.limit();
    Quartic excess = excess(known);
    long m = 1;
    while (m <= MOST_MULTIPLICITY) {
      if (candidates.limit() < known) {
        known = candidates.limit();
        excess = excess(known);
      }
      double next = isBounded(m) ? next(m, excess) : m;
      if (next > m) {
        m = (long) Math.ceil(Math.min(next, MOST_MULTIPLICITY + 1));
        continue;
      }
      long beta = degreeNear(m);
      if (!candidates.admits(leastAt((double) leastDegree(beta)))) {
        return;
      }
      visit(m, beta);
      m++;
    }
  }

  /** Whether the bounds of S1 and S2 hold from m on, and that of B is positive. */
  private boolean isBounded(long m) {
    return m > 1 && (stretch - 1 - ROOM) * m >= AROUND;
  }

  /** {@return above which multiplicity, not below m, the next is that may prove the least} */
  private double next(long m, Quartic excess) {
    return (square * m - line) * m + constant <= 0
        ? Math.max((double) (m + 1), root * (1 - ROOM))
        : excess.positiveUpTo((double) m);
  }

  /** By how much what is proven at m exceeds what is known, times S1: not above it. */
  private Quartic excess(double known) {
    double cubic = ell * cube;
    double quadratic = -ell * squareLost - square / 2;
    double linear = -ell * lineLost + line / 2;
    double slope = 2 * (stretch - ROOM) * factor;
    double offset = -(2 * (AROUND + 1) + 1) * factor;
    return new Quartic(
        cubic * slope,
        cubic * offset + quadratic * slope,
        quadratic * offset + linear * slope - known * square / 2,
        linear * offset - constant / 2 * slope + known * line / 2,
        -constant / 2 * offset - known * constant / 2);
  }

  /** {@return not above E at a degree from {@code b} on, where h ≥ ℓB} */
  private double leastAt(double b) {
    return ell * b * (2 * b - 1) * factor;
  }

  /** Keeps those of a multiplicity that may be the least: b = m − 1 where B ≥ m − 1. */
  private void visit(long m, long beta) {
    long first = leastDegree(beta);
    double c = m - 1;
    double lost = c * (c + 1) / 2;
    double conditions = n * ((c + 1) * m - lost);
    double conditions2 = n * lost * (m - (2 * c + 1) / 3);
    for (long b = first; b <= mostDegree(m, beta); b++) {
      if (b < m - 1 || isPossible((double) m, (double) b, conditions, conditions2)) {
        consider(new TunedProfile(code, m, b));
      }
    }
  }

  /** Whether m and B ≥ m − 1 may prove less than what is known: a cheap {@link #consider}. */
  private boolean isPossible(double m, double b, double conditions, double conditions2) {
    double sum = b * (b + 1) / 2;
    double coefficients = (b + 1) * m * a;
    double s1 = coefficients - d * sum - conditions;
    Moments moments =
        new Moments(
            s1,
            m * a * sum - d * sum * (2 * b + 1) / 3 - conditions2,
            0x1p-48 * (coefficients + d * sum + conditions));
    if (!moments.isCertain()) {
      return !moments.isImpossible();
    }
    double height = ell * moments.s2() * Candidates.LOWER - s1;
    return height * ((2 * b - 1) * factor + spread) < (candidates.limit() - b * perDegree) * s1;
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
    double root = stretch * m;
    long floor = (long) root;
    boolean isClear = root - floor > APART && floor + 1 - root > APART && root < CLEAR;
    return isClear ? floor : exactDegreeNear(m);
  }

  private long exactDegreeNear(long m) {
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
