package org.soundcalc.protocols.schedule;

import org.soundcalc.math.Certified;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;

/**
 * An iteration under a regime.
 *
 * @param field where challenges are drawn
 * @param iteration its codes
 * @param bounds what the regime says of them
 */
public record IterationStage(Field field, Schedule.Iteration iteration, CodeBounds bounds) {
  /**
   * {@return F, the number of elements that a challenge is drawn from}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   */
  public <T extends Real<T>> T fieldSize(Numbers<T> x) {
    return x.named("F", field.size());
  }

  /**
   * {@return ℓ of the code before its folds}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   */
  public <T extends Real<T>> T listSize(Numbers<T> x) {
    return x.let("ℓ", bounds.listSize(x, iteration.dimension()));
  }

  /** Whether more than one codeword may be near a word: out-of-domain samples tell them apart. */
  boolean isList() {
    return Certified.compare(this::listSize, Numbers::one) > 0;
  }

  /**
   * {@return ℓ²/2: how many pairs of codewords a list has, at most}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   */
  public <T extends Real<T>> T pairs(Numbers<T> x) {
    return listSize(x).pow(2).over(x.of(2));
  }
}
