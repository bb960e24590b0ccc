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

  /** {@return the value of a key must be of its type and in its range} */
  public <T> Invariants check(Key<?, T> key, T value) {
    for (Parsed.Fault fault : key.type().faults(value)) {
      String message = "must be " + fault.expected() + ", got " + Spelling.of(fault.got());
      add(new Problem(List.of(key.name()), fault.path(), message));
    }
    return this;
  }

  /** {@return an integer must be in its key's range} */
  public Invariants check(Key<?, Long> key, long value) {
    boolean fits =
        key.type() instanceof IntegerType range && value >= range.min() && value <= range.max();
    return fits ? this : check(key, (Long) value);
  }

  /**
   * {@return a rule across keys must hold}
   *
   * @param message what is wrong where it does not, to follow the name of the key to blame
   * @param others the other keys whose values the rule is about
   */
  public Invariants require(
      boolean holds, Supplier<String> message, Key<?, ?> blamed, Key<?, ?>... others) {
    return holds ? this : add(Problem.of(message.get(), blamed, others));
  }

  /** Adds a problem. */
  public Invariants add(Problem problem) {
    if (problems.isEmpty()) {
      problems = new ArrayList<>();
    }
    problems.add(problem);
    return this;
  }

  /** Makes a part of the configuration, whose problems are those of the whole; nothing if any. */
  public <P> Optional<P> part(Supplier<P> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidConfiguration invalid) {
      invalid.problems().forEach(this::add);
      return Optional.empty();
    }
  }

  /** {@return whether nothing is wrong with these keys so far: a rule across them asks first} */
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
