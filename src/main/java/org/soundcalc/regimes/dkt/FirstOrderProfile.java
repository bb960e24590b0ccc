package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.Optional;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.math.Rational;

/**
 * First order at a profile, in characteristic p > max(D, M) [DKT26 Prop 5.10, Lemma 3.12, Lemma 5.6
 * eq. (55), §7.2; ArkLib {@code exists_exceptional_exactPowerAgreement_squarefreeSharpOptimized}].
 * It is valid where the interpolation has more coefficients than conditions, S1 > 0:
 *
 * <pre>
 * N_t = Σ_{b=0..min(t,M)} max(0, mA + b − Dt)        r_t = Σ_{s=0..m−1} min(m − s, g(s, t))
 * S1  = Σ_{t=0..μ} (N_t − n·r_t)                     S2  = Σ_{t=0..μ} t·(N_t − n·r_t)
 * h   = max(ℓμ, ⌊ℓ·S2/S1⌋)                           τ   = max(0, 2D − 3)
 * u   = 1 + τ(μ − 1)                                 v   = min(u, τ(M − 1) + D)
 * Φ   = μv + M(u − v)                                J   = h(2uv − v²) + 2(ℓ + τh)Φ
 * B'  = max(μ, (2M − 1)μ − M²)                       H'  = (2M − 1)h
 * </pre>
 *
 * where g counts min(t, s) + 1 − max(0, t − M) jets, none from s + (D − 1)t = mA on.
 *
 * @param code of dimension 2 or more and less than its length
 * @param m the multiplicity, from 2 to {@link #MOST_MULTIPLICITY}: integers here fit a {@code long}
 * @param cap M, from 1 to μ
 * @param mu μ, from M to ⌊(mA + M − 1)/D⌋
 */
record FirstOrderProfile(ReedSolomonCode code, long m, long cap, long mu) {
  /** What bounds depend on beside the multiplicity, where h = ℓμ. */
  record Degrees(long cap, long mu) {}

  /** The largest multiplicity of the grid. */
  static final long MOST_MULTIPLICITY = 40;

  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger TWO = BigInteger.TWO;

  /**
   * {@return a profile for what does not depend on the multiplicity}
   *
   * @param code of dimension 2 or more and less than its length
   * @param cap M, ≥ 1
   * @param mu μ, ≥ M
   */
  static FirstOrderProfile ofAnyMultiplicity(ReedSolomonCode code, long cap, long mu) {
    return new FirstOrderProfile(code, MOST_MULTIPLICITY, cap, mu);
  }

  /**
   * {@return the exceptional challenges, ⌊min E(L)⌋; nothing unless S1 > 0}
   *
   * @param ell ℓ, ≥ 1
   */
  Optional<BigInteger> count(BigInteger ell) {
    Interpolation.Sums sums = sums();
    if (sums.s1().signum() <= 0) {
      return Optional.empty();
    }
    BigInteger h = h(ell, sums);
    long threshold = threshold(ell, h);
    return Optional.of(
        whole(ell, h).add(numerator(threshold, ell, h).divide(denominator(threshold))));
  }

  /**
   * {@return the codewords near a word, ⌊(n − D)/(A − D)·Φ + B'⌋; nothing unless S1 > 0} [ArkLib
   * {@code finite_factorwise_agreement_solutions_card_le}]
   */
  Optional<BigInteger> list() {
    if (sums().s1().signum() <= 0) {
      return Optional.empty();
    }
    BigInteger size = big(code.length() - code.degree()).multiply(phi());
    return Optional.of(size.divide(big(code.agreement() - code.degree())).add(zeroDegree()));
  }

  /**
   * {@return the profile as a reader replays it}
   *
   * @param theorem what it is applied in
   */
  Proof proof(Theorem theorem) {
    return Proof.profile(theorem, m, cap, mu);
  }

  /** {@return M and μ} */
  Degrees degrees() {
    return new Degrees(cap, mu);
  }

  /** {@return (n − D)/(A − D)·Φ + B'} */
  Rational listBound() {
    return code.spread().times(Rational.of(phi())).plus(Rational.of(zeroDegree()));
  }

  /** {@return min over L = D + 1..A of E(L)} */
  Rational bound(BigInteger ell) {
    BigInteger h = h(ell);
    return boundAt(threshold(ell, h), ell, h);
  }

  /**
   * {@return E(L) = (n − L + 1)/(A − L + 1)·(n − D)/(A − D)·J + ℓ(n − L)(n − D)/(L − D)·Φ + ord(n,
   * D, A, B', H', ℓ)}
   */
  Rational boundAt(long threshold, BigInteger ell) {
    return boundAt(threshold, ell, h(ell));
  }

  private Rational boundAt(long threshold, BigInteger ell, BigInteger h) {
    return Rational.of(numerator(threshold, ell, h), denominator(threshold))
        .plus(Rational.of(whole(ell, h)));
  }

  /** The integers that E(L) has beside a fraction: they are of ord, and the same for each L. */
  private BigInteger whole(BigInteger ell, BigInteger h) {
    return OrderZero.whole(code, zeroDegree(), zeroHeight(h), ell);
  }

  /** {@return H'} */
  private BigInteger zeroHeight(BigInteger h) {
    return big(2 * cap - 1).multiply(h);
  }

  /** What E(L) has beside integers, times {@link #denominator}. */
  private BigInteger numerator(long threshold, BigInteger ell, BigInteger h) {
    BigInteger beyond = big(threshold - code.degree());
    BigInteger places = big(code.agreement() - threshold + 1);
    BigInteger first =
        big(code.length() - threshold + 1).multiply(jacobian(ell, h)).multiply(beyond);
    BigInteger second =
        ell.multiply(big(code.length() - threshold))
            .multiply(phi())
            .multiply(places)
            .multiply(big(code.agreement() - code.degree()));
    BigInteger zero =
        OrderZero.spread(code, zeroDegree(), zeroHeight(h), ell).multiply(places).multiply(beyond);
    return big(code.length() - code.degree()).multiply(first.add(second).add(zero));
  }

  /** {@return (A − L + 1)·(A − D)·(L − D)} */
  private BigInteger denominator(long threshold) {
    return big(code.agreement() - threshold + 1)
        .multiply(big(code.agreement() - code.degree()))
        .multiply(big(threshold - code.degree()));
  }

  /**
   * {@return the least L at which E(L + 1) ≥ E(L), where the convex E is least} With x = L − D and
   * S = A + 1 − D, that is J·(n − A)·x(x + 1) ≥ ℓ(n − D)(A − D)·Φ·(S − x)(S − x − 1), which holds
   * for L = A and for all from the least on.
   */
  long threshold(BigInteger ell) {
    return threshold(ell, h(ell));
  }

  private long threshold(BigInteger ell, BigInteger h) {
    long places = code.agreement() - code.degree();
    BigInteger first = jacobian(ell, h).multiply(big(code.length() - code.agreement()));
    BigInteger second =
        ell.multiply(big(code.length() - code.degree())).multiply(big(places)).multiply(phi());
    long hint = nearMinimum(first.doubleValue(), second.doubleValue(), places);
    long falling =
        MonotoneBisection.last(
            1,
            places,
            hint,
            x ->
                first
                        .multiply(big(x))
                        .multiply(big(x + 1))
                        .compareTo(second.multiply(big(places + 1 - x)).multiply(big(places - x)))
                    < 0);
    return code.degree() + falling + 1;
  }

  /** {@return h = max(ℓμ, ⌊ℓ·S2/S1⌋), where S1 > 0} */
  BigInteger h(BigInteger ell) {
    return h(ell, sums());
  }

  private Interpolation.Sums sums() {
    return new Interpolation(code, m, cap).sums(mu);
  }

  private BigInteger h(BigInteger ell, Interpolation.Sums sums) {
    return ell.multiply(big(mu)).max(ell.multiply(sums.s2()).divide(sums.s1()));
  }

  /** {@return J} */
  private BigInteger jacobian(BigInteger ell, BigInteger h) {
    BigInteger square = TWO.multiply(u()).subtract(v()).multiply(v());
    return h.multiply(square).add(TWO.multiply(ell.add(tau().multiply(h))).multiply(phi()));
  }

  /** {@return Φ} */
  private BigInteger phi() {
    return big(mu).multiply(v()).add(big(cap).multiply(u().subtract(v())));
  }

  private BigInteger u() {
    return ONE.add(tau().multiply(big(mu - 1)));
  }

  private BigInteger v() {
    return u().min(tau().multiply(big(cap - 1)).add(code.d()));
  }

  private BigInteger tau() {
    return big(Math.max(0, 2 * code.degree() - 3));
  }

  /** {@return B'} */
  private BigInteger zeroDegree() {
    return big(jetDegree());
  }

  private static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }

  /**
   * {@return min over L of E(L), nearly: each sum has terms ≥ 0 only}
   *
   * @param h of which the bound is a growing function, no faster than in proportion
   * @param ell ℓ, ≥ 1
   */
  double nearBound(double h, long ell) {
    double n = code.length() - code.degree();
    double places = code.agreement() - code.degree();
    double j = nearJacobian(h, ell);
    double first = j * (code.length() - code.agreement());
    double second = ell * n * places * nearPhi();
    long x = nearMinimum(first, second, code.agreement() - code.degree());
    double atLeast = Math.min(nearTerms(x, j, ell), nearTerms(x + 1, j, ell));
    return atLeast + OrderZero.nearOrd(code, (double) jetDegree(), (2.0 * cap - 1) * h, ell);
  }

  /**
   * {@return ((n − D)/(A − D))²·J, nearly: below E(L) for every L > D, and close to its least}
   *
   * @param h of which the bound is a growing function
   * @param ell ℓ, ≥ 1
   */
  double nearLeast(double h, long ell) {
    return code.nearSpread() * code.nearSpread() * nearJacobian(h, ell);
  }

  private double nearJacobian(double h, long ell) {
    return h * nearSquare() + 2 * (ell + nearTau() * h) * nearPhi();
  }

  /**
   * {@return the greatest x from 1 to {@code places} below the minimum of a/(S − x) + b/x, or 1}
   * The minimum is at S√b/(√a + √b), S = {@code places} + 1.
   */
  private static long nearMinimum(double a, double b, long places) {
    double x = (places + 1) * Math.sqrt(b) / (Math.sqrt(a) + Math.sqrt(b));
    return Math.max(1, Math.min(places, (long) x));
  }

  /** The first two terms of E(L), L = D + x. */
  private double nearTerms(long x, double j, long ell) {
    long n = code.length() - code.degree();
    long places = code.agreement() - code.degree();
    return x > places
        ? Double.POSITIVE_INFINITY
        : (double) (n - x + 1) / (places - x + 1) * code.nearSpread() * j
            + (double) ell * (n - x) * n / x * nearPhi();
  }

  /** {@return (n − D)/(A − D)·Φ + B', nearly} */
  double nearListBound() {
    return code.nearSpread() * nearPhi() + jetDegree();
  }

  /** {@return 2uv − v² = u² − (u − v)²} */
  private double nearSquare() {
    double v = nearV();
    return v * (nearU() + (nearU() - v));
  }

  private double nearPhi() {
    double v = nearV();
    return mu * v + cap * (nearU() - v);
  }

  private double nearU() {
    return 1 + nearTau() * (mu - 1);
  }

  private double nearV() {
    return Math.min(nearU(), nearTau() * (cap - 1) + code.degree());
  }

  private double nearTau() {
    return Math.max(0, 2 * code.degree() - 3);
  }

  private long jetDegree() {
    return Math.max(mu, (2 * cap - 1) * mu - cap * cap);
  }
}
