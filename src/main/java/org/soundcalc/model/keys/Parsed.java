package org.soundcalc.model.keys;

import java.util.List;

/**
 * What became of a raw value.
 *
 * @param <T> the type of a valid one
 */
public sealed interface Parsed<T> {
  /** A valid value. */
  record Valid<T>(T value) implements Parsed<T> {}

  /** An invalid one, with every fault in it. */
  record Invalid<T>(List<Fault> faults) implements Parsed<T> {}

  /**
   * What is wrong at one place of a value.
   *
   * @param path indices into nested arrays, from 0; empty for the value itself
   * @param expected what it must be, such as {@code a positive integer}
   * @param got what stands there
   */
  record Fault(List<Integer> path, String expected, Object got) {}

  /**
   * {@return a value with these faults, if there are any}
   *
   * @param <T> the type of a valid one
   * @param value what it is where there is no fault
   * @param faults what is wrong with it, empty where it is valid
   */
  static <T> Parsed<T> of(T value, List<Fault> faults) {
    return faults.isEmpty() ? new Valid<>(value) : new Invalid<>(faults);
  }

  /**
   * {@return one fault, in the value itself}
   *
   * @param expected what it must be, such as {@code a positive integer}
   * @param got what stands there
   */
  static List<Fault> fault(String expected, Object got) {
    return List.of(new Fault(List.of(), expected, got));
  }

  /**
   * {@return a value with one fault, in the value itself}
   *
   * @param <T> the type of a valid one
   * @param expected what it must be, such as {@code a positive integer}
   * @param got what stands there
   */
  static <T> Parsed<T> invalid(String expected, Object got) {
    return new Invalid<>(fault(expected, got));
  }
}
