package org.soundcalc.model;

import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * The code of words that are opened at points outside their domain: where their quotients by c
 * points are near the committed code of dimension k, they themselves are near the one of dimension
 * k + c, as long. So this is the code whose list DEEP-ALI needs [Ha22 Thm 8].
 *
 * @param dimension k, of the committed code
 * @param points c, at which words are opened
 * @param length n, of both codes
 * @param key that says c, for messages
 */
public record OpenedCode(Rational dimension, long points, Rational length, String key) {
  /**
   * {@return ρ⁺ = (k + c)/n}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   */
  public <T extends Real<T>> T rho(Numbers<T> x) {
    T dimensions = x.named("k", dimension).plus(x.named("c", points));
    return x.let("ρ⁺", dimensions.over(x.named("n", length)));
  }

  /**
   * {@return √ρ⁺: a list is bounded for agreements above it}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   */
  public <T extends Real<T>> T sqrt(Numbers<T> x) {
    return rho(x).sqrt();
  }

  /** {@return why a proximity parameter that is too large has no list bound, in words} */
  public String lackOfList() {
    return "no list bound holds: delta is not below 1 - sqrt(rho+), rho+ = (k + c)/n = (%s + %d)/%s"
        .formatted(dimension, points, length);
  }
}
