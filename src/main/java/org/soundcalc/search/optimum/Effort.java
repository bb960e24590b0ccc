package org.soundcalc.search.optimum;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * What a search went through.
 *
 * @param configurations in its space, about
 * @param terms whose bits were certified
 * @param edges of shortest paths that were followed
 * @param isCut whether time ran out before all was searched
 * @param bound below which nothing costs on the first axis, where time ran out and it is known
 */
public record Effort(
    BigDecimal configurations, long terms, long edges, boolean isCut, OptionalDouble bound) {
  /**
   * What a search went through that came to its end.
   *
   * @param configurations in its space, about
   * @param terms whose bits were certified
   * @param edges of shortest paths that were followed
   */
  public Effort(BigDecimal configurations, long terms, long edges) {
    this(configurations, terms, edges, false, OptionalDouble.empty());
  }
}
