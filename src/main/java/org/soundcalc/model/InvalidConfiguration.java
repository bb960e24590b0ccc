package org.soundcalc.model;

import java.util.List;
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

  /** What is wrong, all of it. */
  public List<Problem> problems() {
    return problems;
  }
}
