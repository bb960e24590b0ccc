package org.soundcalc.search.optimum;

import java.math.BigDecimal;

/**
 * What a search went through.
 *
 * @param configurations in its space, about
 * @param terms whose bits were certified
 * @param edges of shortest paths that were followed
 */
public record Effort(BigDecimal configurations, long terms, long edges) {}
