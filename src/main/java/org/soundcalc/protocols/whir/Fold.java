package org.soundcalc.protocols.whir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.soundcalc.math.Rational;
import org.soundcalc.protocols.schedule.Schedule;

/**
 * A fold of 2 to 1, with a round of sumcheck.
 *
 * @param name of its term
 * @param unfolded dimension of the code before it
 * @param folded dimension of the code after it
 * @param grindingBits bits of proof-of-work before its challenge
 */
public record Fold(String name, Rational unfolded, Rational folded, int grindingBits) {
  /** The folds s = 1, ..., κ_i of each iteration i. */
  static List<List<Fold>> of(Schedule schedule, IntBinaryOperator grinding) {
    List<List<Fold>> folds = new ArrayList<>(schedule.size());
    for (int i = 0; i < schedule.size(); i++) {
      folds.add(of(schedule.iteration(i), i, grinding));
    }
    return List.copyOf(folds);
  }

  /** The same fold without proof-of-work. */
  Fold withoutGrinding() {
    return new Fold(name, unfolded, folded, 0);
  }

  private static List<Fold> of(Schedule.Iteration iteration, int i, IntBinaryOperator grinding) {
    List<Rational> dimensions = iteration.dimensions();
    List<Fold> folds = new ArrayList<>(iteration.logFactor());
    for (int s = 1; s <= iteration.logFactor(); s++) {
      String name = "fold(i=" + i + ",s=" + s + ")";
      int bits = grinding.applyAsInt(i, s);
      folds.add(new Fold(name, dimensions.get(s - 1), dimensions.get(s), bits));
    }
    return List.copyOf(folds);
  }
}
