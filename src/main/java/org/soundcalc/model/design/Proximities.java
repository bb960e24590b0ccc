package org.soundcalc.model.design;

import java.util.Optional;
import java.util.function.LongFunction;
import org.soundcalc.math.Rational;
import org.soundcalc.model.CodeBounds;

/**
 * The proximity parameters that a regime can have at a code, numbered so that the agreement falls
 * with the number, while list size and combination errors grow or stay.
 *
 * @param least the first number
 * @param most the last number, ≥ {@code least}
 * @param bounds what the regime says of the code at each of them
 * @param gap the value of {@code gap_to_radius} that each stands for; nothing where the regime does
 *     not read it
 */
public record Proximities(
    long least,
    long most,
    LongFunction<? extends CodeBounds> bounds,
    LongFunction<Optional<Rational>> gap) {
  /**
   * Checks that there is one.
   *
   * @param least the first number
   * @param most the last number
   * @param bounds what the regime says of the code at each
   * @param gap the gap that each stands for
   * @throws IllegalArgumentException if there is none
   */
  public Proximities {
    if (most < least) {
      throw new IllegalArgumentException("no proximity parameter from " + least + " to " + most);
    }
  }

  /**
   * {@return a proximity parameter that leaves nothing to choose}
   *
   * @param bounds what the regime says of the code
   * @param gap the gap that the code has already
   */
  public static Proximities only(CodeBounds bounds, Optional<Rational> gap) {
    return new Proximities(1, 1, any -> bounds, any -> gap);
  }

  /**
   * {@return proximity parameters that a regime chooses by itself}
   *
   * @param least the first number
   * @param most the last number, ≥ {@code least}
   * @param bounds what the regime says of the code at each
   */
  public static Proximities chosen(
      long least, long most, LongFunction<? extends CodeBounds> bounds) {
    return new Proximities(least, most, bounds, any -> Optional.empty());
  }
}
