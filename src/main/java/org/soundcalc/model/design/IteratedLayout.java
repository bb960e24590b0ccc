package org.soundcalc.model.design;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Rational;

/**
 * How a commitment that goes from code to code is laid out: what a search chooses together.
 *
 * @param logInverseRate μ_0, log2 of the first code's inverse rate
 * @param logFactors κ_0, ..., κ_(M−1), log2 of how many each iteration folds to one
 * @param queries t_0, ..., t_(M−1)
 * @param samples out of the domain, of each iteration but the first
 * @param gap the distance to the Johnson radius, where it is pinned
 * @param grindingFolds bits of proof-of-work before each fold of an iteration that has a term of
 *     its own
 * @param grindingQueries bits before the queries of each iteration
 * @param grindingSamples bits before the samples of each iteration but the first
 */
public record IteratedLayout(
    int logInverseRate,
    List<Integer> logFactors,
    List<Long> queries,
    List<Long> samples,
    Optional<Rational> gap,
    List<List<Long>> grindingFolds,
    List<Long> grindingQueries,
    List<Long> grindingSamples) {
  /**
   * Checks that its lists fit each other; what they must fulfil is checked by the circuit that is
   * given them.
   *
   * @param logInverseRate of the first code
   * @param logFactors of each iteration
   * @param queries of each iteration
   * @param samples of each iteration but the first
   * @param gap the distance to the Johnson radius
   * @param grindingFolds bits before each fold, for each iteration
   * @param grindingQueries bits before the queries of each iteration
   * @param grindingSamples bits before the samples of each iteration but the first
   * @throws IllegalArgumentException if a list is longer or shorter than that
   */
  public IteratedLayout {
    logFactors = List.copyOf(logFactors);
    queries = List.copyOf(queries);
    samples = List.copyOf(samples);
    grindingFolds = grindingFolds.stream().map(List::copyOf).toList();
    grindingQueries = List.copyOf(grindingQueries);
    grindingSamples = List.copyOf(grindingSamples);
    int iterations = logFactors.size();
    List<Integer> lengths =
        List.of(
            queries.size(),
            samples.size() + 1,
            grindingFolds.size(),
            grindingQueries.size(),
            grindingSamples.size() + 1);
    if (lengths.stream().anyMatch(length -> length != iterations)) {
      throw new IllegalArgumentException(
          "lists of %d iterations that are of %s".formatted(iterations, lengths));
    }
  }

  /**
   * {@return a layout of one iteration, which folds by 2 and asks one query}
   *
   * @param logInverseRate of its code
   * @param gap the distance to the Johnson radius
   */
  public static IteratedLayout ofOneFold(int logInverseRate, Optional<Rational> gap) {
    List<Long> none = List.of(0L);
    return new IteratedLayout(
        logInverseRate, List.of(1), List.of(1L), List.of(), gap, List.of(none), none, List.of());
  }

  /**
   * {@return the entry of a list that goes with a place: where the list is shorter, its last}
   *
   * @param <T> what is in the list
   * @param list of this layout
   * @param place from 0
   * @param other where the list is empty
   */
  public static <T> T at(List<T> list, int place, T other) {
    return list.isEmpty() ? other : list.get(Math.min(place, list.size() - 1));
  }
}
