package org.soundcalc.protocols.fri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Term;

/**
 * The errors of FRI: of batching, every fold, and the queries.
 *
 * @param fri its parameters
 * @param code what a regime says of the committed code
 */
record FriErrors(Fri fri, CodeBounds code) {
  private static final List<Citation> FRI_SOURCES =
      List.of(new Citation(Paper.HA22, "FRI soundness"));

  List<Term> terms() {
    List<Term> terms = new ArrayList<>(fri.foldingFactors().size() + 2);
    if (fri.batchSize() > 1) {
      terms.add(batching());
    }
    Supplier<List<Citation>> citing = code::sources;
    int grinding = (int) fri.grindingCommit();
    int log = fri.logDimension();
    for (int i = 0; i < fri.foldingFactors().size(); i++) {
      long factor = fri.foldingFactors().get(i);
      log -= Long.numberOfTrailingZeros(factor);
      Fold fold = new Fold(factor, Rational.powerOfTwo(log), code, grinding);
      terms.add(Term.citing(FriTerms.commitRound(i + 1), fold, grinding, citing));
    }
    terms.add(queryPhase());
    return terms;
  }

  /** One that is made without the others; nothing where all are to be made. */
  Optional<Term> term(String name) {
    if (name.equals(FriTerms.QUERY_PHASE)) {
      return Optional.of(queryPhase());
    }
    return fri.batchSize() > 1 && name.equals(FriTerms.BATCHING)
        ? Optional.of(batching())
        : Optional.empty();
  }

  private Term batching() {
    return Term.ground(
        FriTerms.BATCHING, FriErrors::batching, this, code, fri.grindingBatching(), List.of());
  }

  private Term queryPhase() {
    return Term.ground(
        FriTerms.QUERY_PHASE, FriErrors::query, this, code, fri.grindingQuery(), FRI_SOURCES);
  }

  /** The cost of combining B functions. */
  private static <T extends Real<T>> T batching(Numbers<T> x, FriErrors of) {
    Fri fri = of.fri;
    return of.code.batchingError(x, fri.mode(), fri.batchSize(), fri.dimension());
  }

  /**
   * A commit round's error: the cost of combining k_i functions by powers of one challenge.
   *
   * @param factor k_i, the functions that a folded word combines
   * @param dimension N/(k_1⋯k_i), exactly, even below 1
   * @param code what a regime says of it
   * @param grindingBits of proof-of-work before the challenge
   */
  private record Fold(long factor, Rational dimension, CodeBounds code, int grindingBits)
      implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T raw = code.foldingError(x, "k_i", factor, dimension);
      return grindingBits == 0 ? raw : raw.timesPowerOfTwo(-grindingBits);
    }
  }

  /** The same, to a code of this dimension. */
  static Formula fold(long factor, Rational dimension, CodeBounds code) {
    return new Fold(factor, dimension, code, 0);
  }

  private static <T extends Real<T>> T query(Numbers<T> x, FriErrors of) {
    return query(x, of.fri.queries(), of.code);
  }

  /** (1 − δ)^t: no query hits a point where a far word disagrees. */
  static <T extends Real<T>> T query(Numbers<T> x, long queries, CodeBounds code) {
    return x.power(x.let("1 − δ", code.agreement(x)), "t", queries);
  }
}
