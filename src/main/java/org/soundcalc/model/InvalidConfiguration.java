package org.soundcalc.model;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
   * {@return a part of a larger configuration}
   *
   * @param <P> the part
   * @param maker throws where the part is wrong
   * @param told a problem of the part, in the words of the whole
   * @throws InvalidConfiguration if the part is wrong, in these words
   */
  public static <P> P retold(Supplier<P> maker, UnaryOperator<Problem> told) {
    try {
      return maker.get();
    } catch (InvalidConfiguration invalid) {
      throw new InvalidConfiguration(invalid.problems.stream().map(told).toList());
    }
  }

  /** {@return what is wrong, all of it} */
  public List<Problem> problems() {
    return problems;
  }
}
