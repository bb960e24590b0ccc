package org.soundcalc.search.optimum;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a search went through.
 *
 * @param configurations in its space, about
 * @param terms whose bits were certified
 * @param edges of shortest paths that were followed
 * @param cut why it ended before all was searched, if it did
 * @param bound below which nothing costs on the first axis, where it was cut and that is known
 */
public record Effort(
    BigDecimal configurations, long terms, long edges, Optional<Cut> cut, OptionalDouble bound) {
  /**
   * What a search went through that came to its end.
   *
   * @param configurations in its space, about
   * @param terms whose bits were certified
   * @param edges of shortest paths that were followed
   */
  public Effort(BigDecimal configurations, long terms, long edges) {
    this(configurations, terms, edges, Optional.empty(), OptionalDouble.empty());
  }

  /** The same, with what another search went through. */
  Effort with(Meter other) {
    return new Effort(configurations, terms + other.terms(), edges + other.edges(), cut, bound);
  }

  /**
   * {@return the same, ended before all was searched}
   *
   * @param why it ended
   * @param known below which nothing costs on the first axis
   */
  public Effort cut(Cut why, OptionalDouble known) {
    return new Effort(configurations, terms, edges, Optional.of(why), known);
  }

  /** {@return whether it ended before all was searched} */
  public boolean isCut() {
    return cut.isPresent();
  }
}
