package org.soundcalc.analysis.diff;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something before and after.
 *
 * @param before nothing where it was not there yet
 * @param after nothing where it is there no more
 */
public record Change<T>(Optional<T> before, Optional<T> after) {
  /**
   * {@return something that is on both sides}
   *
   * @param <T> the type of what is there
   * @param before what stands on the older side
   * @param after what stands on the newer side
   */
  public static <T> Change<T> of(T before, T after) {
    return new Change<>(Optional.of(before), Optional.of(after));
  }

  /**
   * {@return a part of it, on each side where it is there}
   *
   * @param <U> the type of the part
   * @param part maps what is on a side to its part
   */
  public <U> Change<U> map(Function<? super T, ? extends U> part) {
    return new Change<>(before.map(part), after.map(part));
  }

  /**
   * {@return a part that it need not have, on each side where it is there}
   *
   * @param <U> the type of the part
   * @param part maps what is on a side to its part; nothing where that side lacks it
   */
  public <U> Change<U> flatMap(Function<? super T, Optional<U>> part) {
    return new Change<>(before.flatMap(part), after.flatMap(part));
  }

  /** {@return how it is now or, where it is no more, how it was} */
  public Optional<T> latest() {
    return after.or(() -> before);
  }

  /** {@return whether it is on both sides, equal or not} */
  public boolean isMatched() {
    return before.isPresent() && after.isPresent();
  }

  /** {@return whether the sides differ, one without the thing included} */
  public boolean isMoved() {
    return !before.equals(after);
  }

  /** {@return what became of it, by equality; nothing on both sides is unchanged} */
  public Kind kind() {
    if (!isMoved()) {
      return Kind.UNCHANGED;
    }
    if (isMatched()) {
      return Kind.CHANGED;
    }
    return after.isPresent() ? Kind.ADDED : Kind.REMOVED;
  }

  /** What became of something between two states. */
  public enum Kind {
    /** It is there now, and was not. */
    ADDED,
    /** It was there, and is no more. */
    REMOVED,
    /** It is different. */
    CHANGED,
    /** It is as it was. */
    UNCHANGED;

    /** {@return the word that outputs use} */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
