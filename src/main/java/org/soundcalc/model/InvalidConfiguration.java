package org.soundcalc.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A configuration that cannot be: with every problem, in the words that a file's reader prints. */
public final class InvalidConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * A refused configuration.
   *
   * @param problems at least one
   */
  public InvalidConfiguration(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /**
   * {@return the same problems, of keys that a proof system knows under names of its own}
   *
   * @param names its names by those that the problems use
   */
  public InvalidConfiguration renamed(Map<String, String> names) {
    return new InvalidConfiguration(
        problems.stream().map(problem -> problem.renamed(names)).toList());
  }

  /** {@return what is wrong, all of it} */
  public List<Problem> problems() {
    return problems;
  }
}
