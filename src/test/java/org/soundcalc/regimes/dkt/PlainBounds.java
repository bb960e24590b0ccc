package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same bounds from their definitions, without any ordering in doubles, stop rule, closed sum or
 * search: every candidate is evaluated in integers, the first of the least ones wins.
 */
final class PlainBounds {
  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger TWO = BigInteger.TWO;

  private final long n;
  private final long d;
  private final long a;
  private final BigInteger ell;
  private final BigInteger p;
  private BigInteger least;
  private String proof = "-";

  private PlainBounds(ReedSolomonCode code, long ell, BigInteger p) {
    this.n = code.length();
    this.d = code.dimension() - 1;
    this.a = code.agreement();
    this.ell = big(ell);
    this.p = p;
  }

  /** E and its proof, or "-". */
  record Plain(Optional<BigInteger> value, String proof) {}

  /** E0 of a code with 2 ≤ k < n. */
  static Plain johnson(ReedSolomonCode code, long ell, BigInteger p) {
    PlainBounds bounds = new PlainBounds(code, ell, p);
    bounds.orderZero();
    return bounds.found();
  }

  /** E1 of a code with 2 ≤ k < n. */
  static Plain firstOrder(ReedSolomonCode code, long ell, BigInteger p) {
    PlainBounds bounds = new PlainBounds(code, ell, p);
    bounds.orderZero();
    for (long[] profile : bounds.profiles()) {
      bounds.firstOrder(profile);
    }
    return bounds.found();
  }

  /** Λ of a code with 2 ≤ k < n. */
  static Optional<BigInteger> list(ReedSolomonCode code, BigInteger p) {
    PlainBounds bounds = new PlainBounds(code, 1, p);
    BigInteger excess =
        big(code.agreement()).pow(2).subtract(big(bounds.n).multiply(big(bounds.d)));
    if (excess.signum() > 0) {
      bounds.offer(big(bounds.n).multiply(big(bounds.a - bounds.d)).divide(excess), "pairwise");
    }
    for (long[] profile : bounds.profiles()) {
      bounds.list(profile);
    }
    return bounds.found().value();
  }

  private Plain found() {
    return new Plain(Optional.ofNullable(least), proof);
  }

  private void offer(BigInteger value, String itsProof) {
    if (least == null || value.compareTo(least) < 0) {
      least = value;
      proof = itsProof;
    }
  }

  private void orderZero() {
    if (big(n).multiply(big(d)).compareTo(big(a).pow(2)) >= 0) {
      return;
    }
    recipe();
    if (p.compareTo(big(d)) > 0) {
      for (long m = 1; m <= 4096; m++) {
        BigInteger beta = big(m * m).multiply(big(n)).divide(big(d)).sqrt();
        long around = beta.longValueExact();
        for (long b = Math.max(1, around - 2); b <= Math.min((m * a - 1) / d, around + 2); b++) {
          tuned(m, b);
        }
      }
    }
  }

  private void recipe() {
    BigInteger m = big(3);
    while (odd(m)
            .multiply(big(d))
            .multiply(big(n))
            .compareTo(TWO.multiply(m).multiply(big(a)).pow(2))
        > 0) {
      m = m.add(ONE);
    }
    BigInteger b = odd(m).multiply(big(n)).divide(big(4 * d)).sqrt();
    while (big(4 * d).multiply(b.add(ONE).pow(2)).compareTo(odd(m).multiply(big(n))) < 0) {
      b = b.add(ONE);
    }
    while (big(4 * d).multiply(b.pow(2)).compareTo(odd(m).multiply(big(n))) >= 0) {
      b = b.subtract(ONE);
    }
    BigInteger h = odd(m).multiply(big(n)).subtract(ONE).divide(big(12 * d));
    BigInteger height = ell.multiply(h.add(ONE)).subtract(ONE);
    offer(ordTimes(b, height).divide(big(a - d)), "recipe m=" + m);
  }

  private static BigInteger odd(BigInteger m) {
    return TWO.multiply(m).add(ONE).pow(2);
  }

  private void tuned(long m, long degree) {
    BigInteger b = big(degree);
    BigInteger c = big(Math.min(degree, m - 1));
    BigInteger s1 =
        b.add(ONE)
            .multiply(big(m * a))
            .subtract(big(d).multiply(choose(b)))
            .subtract(big(n).multiply(c.add(ONE).multiply(big(m)).subtract(choose(c))));
    if (s1.signum() > 0) {
      BigInteger s2 =
          big(m * a)
              .multiply(choose(b))
              .subtract(big(d).multiply(squares(b)))
              .subtract(big(n).multiply(big(m).multiply(choose(c)).subtract(squares(c))));
      BigInteger h = ell.multiply(b).max(ell.multiply(s2).divide(s1));
      offer(ordTimes(b, h).divide(big(a - d)), "m=" + m + " M=0 mu=" + degree);
    }
  }

  private static BigInteger choose(BigInteger x) {
    return x.multiply(x.add(ONE)).divide(TWO);
  }

  private static BigInteger squares(BigInteger x) {
    return x.multiply(x.add(ONE)).multiply(TWO.multiply(x).add(ONE)).divide(big(6));
  }

  /** (A − D)·ord(n, D, A, B, H, ℓ). */
  private BigInteger ordTimes(BigInteger b, BigInteger h) {
    BigInteger psi =
        ONE.add(big(2 * d - 1).multiply(TWO.multiply(b).subtract(ONE)))
            .add(TWO.multiply(BigInteger.ZERO.max(b.subtract(big(2 * d + 1)))));
    BigInteger whole =
        TWO.multiply(b).subtract(ONE).multiply(h).add(ell.multiply(big(n - d - 1)).multiply(b));
    return whole
        .multiply(big(a - d))
        .add(big(n - d).multiply(ell.multiply(b).add(h.multiply(psi))));
  }

  /** Every (m, M, μ) of the grid with S1 > 0, and its index into S1 and S2. */
  private List<long[]> profiles() {
    List<long[]> valid = new ArrayList<>();
    for (long m = 2; m <= 40; m++) {
      for (long cap = 1; cap < m; cap++) {
        if (p.compareTo(big(Math.max(d, cap))) > 0) {
          addValid(m, cap, valid);
        }
      }
    }
    return valid;
  }

  private final List<BigInteger[]> sums = new ArrayList<>();

  private void addValid(long m, long cap, List<long[]> valid) {
    BigInteger s1 = BigInteger.ZERO;
    BigInteger s2 = BigInteger.ZERO;
    for (long t = 0; t <= (m * a + cap - 1) / d; t++) {
      BigInteger excess = big(coefficients(m, cap, t)).subtract(big(n * conditions(m, cap, t)));
      s1 = s1.add(excess);
      s2 = s2.add(big(t).multiply(excess));
      if (t >= cap && s1.signum() > 0) {
        valid.add(new long[] {m, cap, t, sums.size()});
        sums.add(new BigInteger[] {s1, s2});
      }
    }
  }

  private long coefficients(long m, long cap, long t) {
    long sum = 0;
    for (long b = 0; b <= Math.min(t, cap); b++) {
      sum += Math.max(0, m * a + b - d * t);
    }
    return sum;
  }

  private long conditions(long m, long cap, long t) {
    long sum = 0;
    for (long s = 0; s < m && s + (d - 1) * t < m * a; s++) {
      sum += Math.min(m - s, Math.max(0, Math.min(t, s) + 1 - Math.max(0, t - cap)));
    }
    return sum;
  }

  private void firstOrder(long[] profile) {
    long cap = profile[1];
    BigInteger mu = big(profile[2]);
    BigInteger[] moments = sums.get((int) profile[3]);
    BigInteger h = ell.multiply(mu).max(ell.multiply(moments[1]).divide(moments[0]));
    BigInteger tau = big(Math.max(0, 2 * d - 3));
    BigInteger u = ONE.add(tau.multiply(mu.subtract(ONE)));
    BigInteger v = u.min(tau.multiply(big(cap - 1)).add(big(d)));
    BigInteger phi = mu.multiply(v).add(big(cap).multiply(u.subtract(v)));
    BigInteger j =
        h.multiply(TWO.multiply(u).multiply(v).subtract(v.pow(2)))
            .add(TWO.multiply(ell.add(tau.multiply(h))).multiply(phi));
    BigInteger ord = ordTimes(big(zeroDegree(cap, profile[2])), big(2 * cap - 1).multiply(h));
    String itsProof = "m=" + profile[0] + " M=" + cap + " mu=" + mu;
    double root1 = Math.sqrt(j.doubleValue() * (n - a) / (a - d));
    double root2 = Math.sqrt(ell.doubleValue() * (n - d) * phi.doubleValue());
    long near = d + (long) ((a + 1 - d) * root2 / (root1 + root2));
    for (long l = Math.max(d + 1, near - 2); l <= Math.min(a, near + 2); l++) {
      BigInteger places = big(a - l + 1).multiply(big(l - d));
      BigInteger first = big(n - l + 1).multiply(big(n - d)).multiply(j).multiply(big(l - d));
      BigInteger second =
          ell.multiply(big(n - l))
              .multiply(big(n - d))
              .multiply(phi)
              .multiply(big(a - l + 1))
              .multiply(big(a - d));
      offer(
          first.add(second).add(ord.multiply(places)).divide(places.multiply(big(a - d))),
          itsProof);
    }
  }

  private static long zeroDegree(long cap, long mu) {
    return Math.max(mu, (2 * cap - 1) * mu - cap * cap);
  }

  private void list(long[] profile) {
    long cap = profile[1];
    BigInteger mu = big(profile[2]);
    BigInteger tau = big(Math.max(0, 2 * d - 3));
    BigInteger u = ONE.add(tau.multiply(mu.subtract(ONE)));
    BigInteger v = u.min(tau.multiply(big(cap - 1)).add(big(d)));
    BigInteger phi = mu.multiply(v).add(big(cap).multiply(u.subtract(v)));
    BigInteger whole = big(zeroDegree(cap, profile[2])).multiply(big(a - d));
    offer(big(n - d).multiply(phi).add(whole).divide(big(a - d)), "list");
  }

  private static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }
}
