package org.soundcalc.math;

/**
 * A formula whose value has a place in another graph already, where a graph may refer to it.
 *
 * @param source which graph, in words
 * @param place of its value there
 * @param formula it
 */
public record Quoted(Source source, int place, Formula formula) implements Formula {
  /**
   * Another graph.
   *
   * @param name what it is of
   * @param part which part of it
   */
  public record Source(String name, String part) {}

  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return x.of(this);
  }
}
