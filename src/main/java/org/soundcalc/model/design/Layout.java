package org.soundcalc.model.design;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Rate;

/**
 * How a commitment that stays with one code is laid out: what a search chooses together.
 *
 * @param rate ρ
 * @param queries t, ≥ 1
 * @param logFactors log2 k_1, ..., log2 k_r, at least one
 * @param gap the distance to the Johnson radius, where it is pinned
 * @param grindingQueries bits of proof-of-work before the queries, ≥ 0
 * @param grindingFolds bits before each fold's challenge, ≥ 0
 */
public record Layout(
    Rate rate,
    long queries,
    List<Integer> logFactors,
    Optional<Rational> gap,
    long grindingQueries,
    long grindingFolds) {
  /**
   * The layout; what else it must fulfil is checked by the circuit that is given it.
   *
   * @param rate ρ
   * @param queries t
   * @param logFactors log2 of the factor of each fold
   * @param gap the distance to the Johnson radius
   * @param grindingQueries bits of proof-of-work before the queries
   * @param grindingFolds bits before each fold's challenge
   * @throws InvalidConfiguration if there are no queries, or proof-of-work is negative
   */
  public Layout {
    logFactors = List.copyOf(logFactors);
    if (queries < 1 || grindingQueries < 0 || grindingFolds < 0) {
      String message = "a layout has queries and no negative proof-of-work, got %d, %d and %d";
      throw new InvalidConfiguration(
          List.of(Problem.located(message.formatted(queries, grindingQueries, grindingFolds))));
    }
  }

  /**
   * {@return the same layout with another rate}
   *
   * @param other ρ
   */
  public Layout with(Rate other) {
    return new Layout(other, queries, logFactors, gap, grindingQueries, grindingFolds);
  }

  /**
   * {@return the same layout with other folds}
   *
   * @param other log2 of the factor of each
   */
  public Layout with(List<Integer> other) {
    return new Layout(rate, queries, other, gap, grindingQueries, grindingFolds);
  }

  /**
   * {@return the same layout with other queries}
   *
   * @param other t
   * @param grinding bits of proof-of-work before them
   */
  public Layout with(long other, long grinding) {
    return new Layout(rate, other, logFactors, gap, grinding, grindingFolds);
  }
}
