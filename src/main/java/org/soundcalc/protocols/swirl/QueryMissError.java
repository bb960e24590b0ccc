package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * mass^t·g: no query hits a point where a far word disagrees. A query's q bits are the low ones of
 * a base field element, by which r = p mod 2^q points are likelier than the others; at worst the
 * agreement takes in all of them: mass = min(1, α·(1 − r/p) + min(α·2^q, r)/p).
 *
 * @param round the round of the queries
 * @param prime p
 * @param heavy r
 * @param domain 2^q
 * @param grinding before the queries
 * @param massSymbol of the mass
 */
record QueryMissError(
    Round round,
    Rational prime,
    Rational heavy,
    Rational domain,
    BiasedGrinding grinding,
    String massSymbol)
    implements Formula {
  /** The error of a round's queries, sampled from the field of {@code prime} elements. */
  static QueryMissError of(Round round, BigInteger prime, BiasedGrinding grinding) {
    BigInteger domain = BigInteger.ONE.shiftLeft(round.logDomain());
    return new QueryMissError(
        round,
        Rational.of(prime),
        Rational.of(prime.mod(domain)),
        Rational.of(domain),
        grinding,
        "mass(" + round.index() + ")");
  }

  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return grinding.ground(x, x.power(x.let(massSymbol, mass(x)), "t", round.queries()));
  }

  private <T extends Real<T>> T mass(Numbers<T> x) {
    T p = x.named("p", prime);
    T r = x.named("r", heavy);
    T alpha = round.proximity().agreement(x);
    T evenly = alpha.times(x.one().minus(r.over(p)));
    T likelier = alpha.times(x.named("2^q", domain)).min(r).over(p);
    return x.one().min(evenly.plus(likelier));
  }
}
