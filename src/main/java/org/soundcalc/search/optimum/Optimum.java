package org.soundcalc.search.optimum;

import java.util.List;
import org.soundcalc.model.Circuit;

/** What a search says of a circuit. */
public sealed interface Optimum {
  /** {@return what it went through} */
  Effort effort();

  /**
   * {@return the same of a circuit that differs in its name and its place in a tree}
   *
   * @param other the circuit
   */
  Optimum of(Circuit other);

  /**
   * The configuration that costs least.
   *
   * @param best the configuration; the one of today where none costs less
   * @param front configurations that no other one beats on every axis asked for, the best one
   *     first; empty where a single axis counts
   * @param optimal whether no other one of the space costs less, and not only none that was tried
   * @param effort what the search went through
   */
  record Found(Point best, List<Point> front, boolean optimal, Effort effort) implements Optimum {
    /**
     * The configuration that costs least.
     *
     * @param best the configuration
     * @param front those that no other one beats
     * @param optimal whether nothing better was missed
     * @param effort what the search went through
     */
    public Found {
      front = List.copyOf(front);
    }

    @Override
    public Optimum of(Circuit other) {
      List<Point> points = front.stream().map(point -> point.of(other)).toList();
      return new Found(best.of(other), points, optimal, effort);
    }
  }

  /**
   * There is none.
   *
   * @param reasons why, the most fundamental kind alone, at least one
   * @param effort what the search went through
   */
  record None(List<Reason> reasons, Effort effort) implements Optimum {
    /**
     * There is none.
     *
     * @param reasons why
     * @param effort what the search went through
     * @throws IllegalArgumentException if there is no reason
     */
    public None {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("no reason");
      }
    }

    @Override
    public Optimum of(Circuit other) {
      return new None(reasons.stream().map(reason -> reason.of(other)).toList(), effort);
    }
  }
}
