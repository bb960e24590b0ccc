package org.soundcalc.model;

import org.soundcalc.math.Formula;

/**
 * What an error presupposes of its numbers, or what was decided between two of them: for whoever
 * checks an error without this program.
 *
 * @param text what is compared, such as {@code k + c < (1 − δ)·n}
 * @param left the first number
 * @param right the second
 */
public record Condition(String text, Formula left, Formula right) {
  /**
   * {@return the same condition of one iteration among several}
   *
   * @param index of the iteration, from 0
   */
  public Condition of(int index) {
    return new Condition("iteration " + index + ": " + text, left, right);
  }
}
