package org.soundcalc.model.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.keys.Key;

/**
 * The design space of a circuit whose commitment goes from code to code, as STIR and WHIR do: each
 * iteration folds as much as it likes, and asks as many queries as it needs. Sizes are sums over
 * iterations. Errors are of one code, but for the step from one to the next.
 */
public interface IteratedDesign {
  /** {@return the circuit as it is laid out now} */
  IteratedLayout layout();

  /**
   * {@return the circuit, laid out otherwise}
   *
   * @param layout how
   * @throws org.soundcalc.model.InvalidConfiguration if it contradicts itself then
   */
  Circuit with(IteratedLayout layout);

  /**
   * {@return the same design, for circuits of another rate: bounds of the first code are counted at
   * it}
   *
   * @param logInverseRate μ_0
   */
  IteratedDesign at(int logInverseRate);

  /** {@return m_0, log2 of the committed code's dimension} */
  int logDegree();

  /**
   * {@return μ_(i+1): the domain shrinks as it does now, in as many iterations as there are now,
   * and then as in the last of them}
   *
   * @param iteration the one before
   */
  int logInverseRateAfter(Iteration iteration);

  /**
   * {@return whether the field has the domain that an iteration is evaluated over, and its tree the
   * level that is sent in place of a root}
   *
   * @param iteration any
   */
  boolean isInField(Iteration iteration);

  /**
   * {@return the code that an iteration begins with}
   *
   * @param iteration any
   * @param gap the distance to the Johnson radius, where it is pinned
   */
  Code code(Iteration iteration, Optional<Rational> gap);

  /** {@return the key of μ_0} */
  Key<Circuit, ?> rateKey();

  /** {@return the key of the factors of folds, by which the number of iterations is known} */
  Key<Circuit, ?> factorsKey();

  /** {@return the key of the number of iterations} */
  Key<Circuit, ?> iterationsKey();

  /** {@return the key of the rates of all iterations, which follow from the factors} */
  Key<Circuit, ?> ratesKey();

  /** {@return the key of the numbers of queries} */
  Key<Circuit, ?> queriesKey();

  /** {@return the key of the numbers of samples} */
  Key<Circuit, ?> samplesKey();

  /** {@return the key of the gap to the Johnson radius; nothing where it cannot be pinned} */
  Optional<Key<Circuit, ?>> gapKey();

  /** {@return the key of proof-of-work before folds} */
  Key<Circuit, ?> grindingFoldsKey();

  /** {@return the key of proof-of-work before queries} */
  Key<Circuit, ?> grindingQueriesKey();

  /** {@return the key of proof-of-work before samples} */
  Key<Circuit, ?> grindingSamplesKey();

  /** {@return all keys that a layout says the values of} */
  default List<Key<Circuit, ?>> keys() {
    List<Key<Circuit, ?>> keys =
        new ArrayList<>(
            List.of(
                rateKey(),
                ratesKey(),
                iterationsKey(),
                factorsKey(),
                queriesKey(),
                samplesKey(),
                grindingFoldsKey(),
                grindingQueriesKey(),
                grindingSamplesKey()));
    gapKey().ifPresent(keys::add);
    return keys;
  }

  /**
   * {@return whether a term of a circuit with one iteration is one of those that the methods below
   * are for}
   *
   * @param term its name
   */
  boolean isOfIteration(String term);

  /** {@return the name of the term of the first fold of all} */
  String firstFoldTerm();

  /**
   * {@return the errors of an iteration's folds, those that are terms, without proof-of-work}
   *
   * @param iteration any
   * @param code what a regime says of its code
   */
  List<Formula> foldErrors(Iteration iteration, CodeBounds code);

  /**
   * {@return the error of the samples before an iteration, without proof-of-work; nothing where
   * there is no such term}
   *
   * @param to the iteration, not the first
   * @param samples out of the domain
   * @param code what a regime says of its code
   */
  Optional<Formula> samplesError(Iteration to, long samples, CodeBounds code);

  /**
   * The step to an iteration from the one before.
   *
   * @param to the iteration, not the first
   * @param queries t to the word before, ≥ 1
   * @param samples out of the domain, ≥ 0
   */
  record Step(Iteration to, long queries, long samples) {}

  /**
   * {@return whether the iteration that a step leads to has room for its queries and samples}
   *
   * @param step any
   */
  boolean hasRoom(Step step);

  /**
   * {@return the error of a step, without proof-of-work: convex in its queries}
   *
   * @param step any
   * @param from what a regime says of the code before
   * @param to what it says of the code that the step leads to
   */
  Formula stepError(Step step, CodeBounds from, CodeBounds to);

  /**
   * {@return the error of the last queries, without proof-of-work}
   *
   * @param queries t, ≥ 1
   * @param isFirst whether the last iteration is the first
   * @param code what a regime says of the last code
   */
  Formula lastError(long queries, boolean isFirst, CodeBounds code);

  /**
   * {@return what the parts of a proof add to its size and costs, proof-of-work left out}
   *
   * @param hashRateBits bits that the hash absorbs per permutation, ≥ 1
   */
  Parts parts(int hashRateBits);

  /** The parts of a proof that a layout moves; the whole has more, which no layout moves. */
  interface Parts {
    /**
     * {@return what an iteration sends beside its word and the answers to its queries}
     *
     * @param iteration any
     * @param samples that are answered before it, 0 for the first
     */
    Part sent(Iteration iteration, long samples);

    /**
     * {@return an iteration's word, with the answers to its queries}
     *
     * @param iteration any
     * @param queries t, ≥ 1
     */
    Part word(Iteration iteration, long queries);

    /**
     * {@return how many queries may have shorter answers than so many, at most: of paths that meet
     * in a small tree fewer siblings are sent}
     *
     * @param iteration any
     * @param queries t, ≥ 1
     * @param worst whether sizes count in the worst case, if not on average
     */
    long mostOfInterest(Iteration iteration, long queries, boolean worst);

    /**
     * {@return the coefficients that are left after the last iteration}
     *
     * @param logDegree log2 of how many
     */
    Part end(int logDegree);
  }
}
