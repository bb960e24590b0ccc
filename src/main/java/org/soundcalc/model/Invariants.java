package org.soundcalc.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.model.keys.Spelling;

/** What a configuration must fulfil, checked as it is made: every problem counts, not the first. */
public final class Invariants {
  private List<Problem> problems = List.of();

  /** No problem yet. */
  public Invariants() {}

  /**
   * Requires that the value of a key is of its type and in its range.
   *
   * @param <T> the type of its values
   * @param key whose type and range count
   * @param value what the configuration is to hold under it
   * @return this, for the next requirement
   */
  public <T> Invariants check(Key<?, T> key, T value) {
    for (Parsed.Fault fault : key.type().faults(value)) {
      String message = "must be " + fault.expected() + ", got " + Spelling.of(fault.got());
      add(new Problem(List.of(key.name()), fault.path(), message));
    }
    return this;
  }

  /**
   * Requires that an integer is in its key's range; where it is, without boxing it.
   *
   * @param key whose range counts
   * @param value what the configuration is to hold under it
   * @return this, for the next requirement
   */
  public Invariants check(Key<?, Long> key, long value) {
    boolean fits =
        key.type() instanceof IntegerType range && value >= range.min() && value <= range.max();
    return fits ? this : check(key, (Long) value);
  }

  /**
   * Requires that a rule across keys holds.
   *
   * @param holds whether it does
   * @param message what is wrong where it does not, to follow the name of the key to blame
   * @param blamed the key to report it at
   * @param others the other keys whose values the rule is about
   * @return this, for the next requirement
   */
  public Invariants require(
      boolean holds, Supplier<String> message, Key<?, ?> blamed, Key<?, ?>... others) {
    return holds ? this : add(Problem.of(message.get(), blamed, others));
  }

  /**
   * Adds a problem.
   *
   * @param problem counted after those that are there
   * @return this, for the next requirement
   */
  public Invariants add(Problem problem) {
    if (problems.isEmpty()) {
      problems = new ArrayList<>();
    }
    problems.add(problem);
    return this;
  }

  /**
   * Makes a part of the configuration, whose problems are those of the whole.
   *
   * @param <P> the type of the part
   * @param maker throws {@link InvalidConfiguration} where the part is wrong
   * @return the part; nothing where it has any problem
   */
  public <P> Optional<P> part(Supplier<P> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidConfiguration invalid) {
      invalid.problems().forEach(this::add);
      return Optional.empty();
    }
  }

  /**
   * {@return whether nothing is wrong with these keys so far: a rule across them asks first}
   *
   * @param keys those that the rule is about
   */
  public boolean hold(Key<?, ?>... keys) {
    return problems.isEmpty()
        || Stream.of(keys)
            .noneMatch(key -> problems.stream().anyMatch(p -> p.key().equals(key.name())));
  }

  /** {@return what is wrong so far} */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidConfiguration if there is any problem
   */
  public void enforce() {
    if (!problems.isEmpty()) {
      throw new InvalidConfiguration(problems);
    }
  }
}
