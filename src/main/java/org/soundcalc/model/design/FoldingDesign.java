package org.soundcalc.model.design;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.keys.Key;

/**
 * The design space of a circuit whose commitment stays with one code, as FRI does: it folds a
 * domain, each time by a factor of its own, and queries every domain at as many points. Sizes are
 * sums over its folds.
 */
public interface FoldingDesign {
  /** {@return the circuit as it is laid out now} */
  Layout layout();

  /**
   * {@return the circuit, laid out otherwise}
   *
   * @param layout how
   * @throws org.soundcalc.model.InvalidConfiguration if it contradicts itself then
   */
  Circuit with(Layout layout);

  /** {@return log2 of the committed code's dimension, which folds never go below 1} */
  int logDimension();

  /** {@return the key of the rate} */
  Key<Circuit, ?> rateKey();

  /** {@return the key of the number of queries} */
  Key<Circuit, ?> queriesKey();

  /** {@return the key of the factors of folds} */
  Key<Circuit, ?> factorsKey();

  /** {@return the key of where folding ends, which follows from the factors} */
  Key<Circuit, ?> endKey();

  /** {@return the key of the gap to the Johnson radius; nothing where it cannot be pinned} */
  Optional<Key<Circuit, ?>> gapKey();

  /** {@return the key of proof-of-work before the queries} */
  Key<Circuit, ?> grindingQueriesKey();

  /** {@return the key of proof-of-work before folds; nothing where there can be none} */
  Optional<Key<Circuit, ?>> grindingFoldsKey();

  /** {@return all keys that a layout says the values of} */
  default List<Key<Circuit, ?>> keys() {
    List<Key<Circuit, ?>> keys =
        new ArrayList<>(
            List.of(rateKey(), queriesKey(), factorsKey(), endKey(), grindingQueriesKey()));
    gapKey().ifPresent(keys::add);
    grindingFoldsKey().ifPresent(keys::add);
    return keys;
  }

  /**
   * {@return whether a term's error follows from the layout's queries or folds, so that a search
   * asks the methods below for it}
   *
   * @param term its name
   */
  boolean isOfLayout(String term);

  /** {@return the name of the term of the queries} */
  String queryTerm();

  /**
   * {@return the name of the term of a fold}
   *
   * @param number from 1
   */
  String foldTerm(int number);

  /**
   * {@return the error of the queries, without proof-of-work}
   *
   * @param queries t
   * @param code what a regime says of the code
   */
  Formula queryError(long queries, CodeBounds code);

  /**
   * {@return the error of a fold, without proof-of-work}
   *
   * @param logFactor log2 of its factor
   * @param logFoldedDimension log2 of the dimension that it leads to, ≥ 0
   * @param code what a regime says of the code
   */
  Formula foldError(int logFactor, int logFoldedDimension, CodeBounds code);

  /** {@return bits of the values of the committed functions that each query opens} */
  BigInteger openedBits();

  /** {@return whether the paths of a tree share hashes in the worst case too} */
  boolean sharesAtMost();

  /**
   * {@return what the parts of a proof add to its size and costs, proof-of-work left out}
   *
   * @param layout of which the rate and the queries count
   * @param hashRateBits bits that the hash absorbs per permutation, ≥ 1
   */
  Parts parts(Layout layout, int hashRateBits);

  /** The parts of a proof that a layout moves; the whole has more, which no layout moves. */
  interface Parts {
    /** {@return the committed functions} */
    Part start();

    /**
     * {@return a fold}
     *
     * @param logFactor log2 of its factor
     * @param logFoldedDimension log2 of the dimension that it leads to, ≥ 0
     */
    Part fold(int logFactor, int logFoldedDimension);

    /**
     * {@return the word that is left after the last fold}
     *
     * @param logDimension log2 of its dimension, ≥ 0
     */
    Part end(int logDimension);
  }
}
