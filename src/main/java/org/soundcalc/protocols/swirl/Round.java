package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * Round i of WHIR, its errors as methods: four folds, each of which halves the degree; the queries
 * to the folded word; and a sample out of its domain, unless the round is the last.
 *
 * @param whir its parameters
 * @param index i, from 0
 * @param bounds of the codes of rate 2^-μ, which it folds
 * @param next of those that the next round starts with, of rate 2^-(μ + 3)
 * @param foldingGrinding before each fold's challenge
 * @param queryGrinding before the queries
 */
record Round(
    StackedWhir whir,
    int index,
    SwirlCodeBounds bounds,
    SwirlCodeBounds next,
    BiasedGrinding foldingGrinding,
    BiasedGrinding queryGrinding) {
  private static final int SUMCHECK_DEGREE = 3;

  /** deg after the folds. */
  private int logDegree() {
    return whir.logHeight() - (index + 1) * StackedWhir.FOLDS;
  }

  /** F. */
  private <T extends Real<T>> T fieldSize(Numbers<T> x) {
    return x.named("F", whir.field().size());
  }

  /** prox·g: fold s, from 1, combines two halves of a word. */
  <T extends Real<T>> T gap(Numbers<T> x, int s) {
    int folded = logDegree() + StackedWhir.FOLDS - s;
    return foldingGrinding.ground(x, bounds.proximityGap(x, folded, 2, whir.field()));
  }

  /** 3·ℓ(μ)/F·g: for some codeword of the list, two round polynomials agree by chance. */
  <T extends Real<T>> T sumcheck(Numbers<T> x) {
    T lists = x.of(SUMCHECK_DEGREE).times(bounds.listSize(x));
    return foldingGrinding.ground(x, lists.over(fieldSize(x)));
  }

  /** mass^t·g: no query hits a point where a far word disagrees. */
  <T extends Real<T>> T query(Numbers<T> x) {
    T mass = x.let("mass(" + index + ")", mass(x));
    return queryGrinding.ground(x, x.power(mass, "t", whir.queries().get(index)));
  }

  /**
   * min(1, α·(1 − r/p) + min(α·2^q, r)/p): a query's q = deg + μ bits are the low ones of a base
   * field element, by which r = p mod 2^q points are likelier than the others; at worst the
   * agreement takes in all of them.
   */
  private <T extends Real<T>> T mass(Numbers<T> x) {
    BigInteger prime = whir.field().base().prime();
    BigInteger domain = BigInteger.ONE.shiftLeft(logDegree() + bounds.rate().log2Inverse());
    T p = x.named("p", Rational.of(prime));
    T r = x.named("r", Rational.of(prime.mod(domain)));
    T alpha = bounds.agreement(x);
    T evenly = alpha.times(x.one().minus(r.over(p)));
    T likelier = alpha.times(x.named("2^q", Rational.of(domain))).min(r).over(p);
    return x.one().min(evenly.plus(likelier));
  }

  /**
   * (t + 1)·ℓ(μ')/F: for some codeword of the next list, the claims of t queries and of one sample
   * out of the domain hold after batching, and not before.
   */
  <T extends Real<T>> T gammaBatching(Numbers<T> x) {
    T claims = x.named("t", whir.queries().get(index)).plus(x.one());
    return claims.times(next.listSize(x)).over(fieldSize(x));
  }

  /** 2^(deg − 1)·ℓ(μ')²/F: two codewords of the next list agree there. */
  <T extends Real<T>> T outOfDomain(Numbers<T> x) {
    Rational halfDegree = Rational.powerOfTwo(logDegree() - 1);
    T squaredList = next.listSize(x).pow(2);
    return x.named("2^(deg−1)", halfDegree).times(squaredList).over(fieldSize(x));
  }
}
