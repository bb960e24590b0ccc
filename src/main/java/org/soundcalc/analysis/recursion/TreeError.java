package org.soundcalc.analysis.recursion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;

/**
 * The error of a whole tree, Σ N·ε: whoever breaks one proof breaks the whole.
 *
 * @param circuits the errors of each circuit's proofs together, at least one
 */
record TreeError(List<OfProofs> circuits) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T sum = circuits.get(0).evaluate(x);
    for (OfProofs circuit : circuits.subList(1, circuits.size())) {
      sum = sum.plus(circuit.evaluate(x));
    }
    return sum;
  }

  /**
   * The error of all proofs of a circuit together: N · max ε, the union bound over them.
   *
   * @param proofs N, ≥ 1
   * @param errors of the rounds that may be the largest, at least one
   */
  record OfProofs(BigInteger proofs, List<Formula> errors) implements Formula {
    /** The error of a circuit whose rounds have these figures. */
    static OfProofs of(BigInteger proofs, RegimeResult.Figures figures) {
      return of(proofs, figures, term -> term.term().error());
    }

    /** The same in other words. */
    static OfProofs of(
        BigInteger proofs,
        RegimeResult.Figures figures,
        Function<CertifiedTerm, Formula> inOtherWords) {
      long least = figures.binding().hundredthBits();
      List<Formula> largest = new ArrayList<>();
      for (CertifiedTerm term : figures.terms()) {
        if (term.bits() == figures.bits() && term.hundredthBits() == least) {
          largest.add(inOtherWords.apply(term));
        }
      }
      return new OfProofs(proofs, largest);
    }

    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T largest = errors.get(0).evaluate(x);
      for (Formula error : errors.subList(1, errors.size())) {
        largest = largest.max(error.evaluate(x));
      }
      return x.of(Rational.of(proofs)).times(largest);
    }
  }

  /**
   * A circuit's share of the whole error, in hundredths plus a half: what {@link #rounded} rounds.
   *
   * @param part the error of the circuit's proofs
   * @param whole the error of the tree
   */
  record Share(Formula part, Shared whole) implements Formula {
    private static final int DECIMALS = 2;
    private static final Rational HUNDRED = Rational.of(100);

    /**
     * Half a hundredth more than nothing: so that equal circuits, whose shares are fractions such
     * as 1/8, need no exact arithmetic to be told from it.
     */
    private static final Rational HALF =
        Rational.of(1, 2).plus(Rational.of(BigInteger.ONE, BigInteger.TEN.pow(30)));

    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T share = part.evaluate(x).over(x.of(whole));
      return share.times(x.of(HUNDRED)).plus(x.of(HALF));
    }

    /** To the nearest hundredth; a half, and what is less than 10^-30 below it, upwards. */
    BigDecimal rounded() {
      BigInteger hundredths = Certified.ceil(this).subtract(BigInteger.ONE);
      return new BigDecimal(hundredths, DECIMALS);
    }
  }
}
