package org.soundcalc.protocols.swirl;

import java.util.ArrayList;
import java.util.List;

/**
 * A round of WHIR: four folds, then queries to the folded word.
 *
 * @param index i, from 0
 * @param folds the codes after each fold, all of rate 2^-μ
 * @param proximity of the codes of rate 2^-μ
 * @param next of the codes that the next round starts with, of rate 2^-(μ + 3)
 * @param logDegree deg after the folds
 * @param logDomain q = deg + μ: the queries are to a domain of 2^q points
 * @param queries t, ≥ 1
 * @param last whether no round follows
 */
record Round(
    int index,
    List<FoldedCode> folds,
    SwirlCodeBounds proximity,
    SwirlCodeBounds next,
    int logDegree,
    int logDomain,
    long queries,
    boolean last) {
  /** κ: folds of a round, each of which halves the degree. */
  static final int FOLDS = 4;

  /**
   * All rounds over a stacked matrix.
   *
   * @param queries of each round; {@link #FOLDS} times their number is at most log2 of the matrix's
   *     rows
   */
  static List<Round> schedule(Stack stack, List<Long> queries, ConfiguredRegime accounting) {
    List<Round> rounds = new ArrayList<>(queries.size());
    int logDegree = stack.logHeight();
    int logInverseRate = stack.logBlowup();
    SwirlCodeBounds proximity = accounting.at(logInverseRate);
    for (int i = 0; i < queries.size(); i++) {
      List<FoldedCode> folds = new ArrayList<>(FOLDS);
      for (int s = 1; s <= FOLDS; s++) {
        folds.add(FoldedCode.of(logDegree - s, logInverseRate, proximity));
      }
      logDegree -= FOLDS;
      int logDomain = logDegree + logInverseRate;
      logInverseRate += FOLDS - 1;
      SwirlCodeBounds next = accounting.at(logInverseRate);
      boolean last = i == queries.size() - 1;
      rounds.add(
          new Round(
              i, List.copyOf(folds), proximity, next, logDegree, logDomain, queries.get(i), last));
      proximity = next;
    }
    return List.copyOf(rounds);
  }
}
