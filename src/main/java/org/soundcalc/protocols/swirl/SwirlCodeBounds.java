package org.soundcalc.protocols.swirl;

import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;

/** What SWIRL takes from proximity gaps, for the Reed-Solomon codes of one rate 2^-μ. */
interface SwirlCodeBounds {
  /** ℓ(μ): how many codewords may be near a word. */
  <T extends Real<T>> T listSize(Numbers<T> x);

  /** α(μ): the agreement below which a word counts as far from the code. */
  <T extends Real<T>> T agreement(Numbers<T> x);

  /**
   * A: the challenges that may combine two far words into a near one.
   *
   * @param length N = 2^(deg + μ), the code's length
   */
  <T extends Real<T>> T badChallenges(Numbers<T> x, Rational length);

  /** Where these are proven. */
  List<Citation> sources();
}
