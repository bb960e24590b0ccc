package org.soundcalc.math;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Decides discrete facts about the exact value of a formula (Ziv's strategy): double intervals
 * first, then decimals of rising precision, exact numbers in between, and a defect at the end.
 */
public final class Certified {
  /** Digits to try before exact arithmetic, which alone sees that an error is a power of two. */
  private static final int[] FEW_DIGITS = {20, 40, 80, 160};

  /** Digits to try where a value is not exactly representable, and yet close to a decision. */
  private static final int[] MANY_DIGITS = {320, 640, 1280, 2560, 5120};

  private static final int HUNDREDTHS = 100;

  private Certified() {}

  /**
   * The bits of an error ε: the largest integer b ≥ 0 with ε ≤ 2^-b, and 0 where ε ≥ 1.
   *
   * @param error a formula whose value is positive
   * @throws PrecisionExhaustedException if the highest precision does not decide
   */
  public static long bits(Formula error) {
    long fast = error.evaluate(DoubleNumbers.INSTANCE).bits(1);
    return fast != Decidable.UNDECIDED ? fast : slowBits(error, 1);
  }

  /**
   * The bits of an error in hundredths, rounded down: ⌊-100·log2 ε⌋, and 0 where ε ≥ 1.
   *
   * @param error a formula whose value is positive
   * @throws PrecisionExhaustedException if the highest precision does not decide
   */
  public static long hundredthBits(Formula error) {
    long fast = error.evaluate(DoubleNumbers.INSTANCE).bits(HUNDREDTHS);
    return fast != Decidable.UNDECIDED ? fast : slowBits(error, HUNDREDTHS);
  }

  private static long slowBits(Formula error, int scale) {
    return decide(
        new Question<Long>() {
          @Override
          public <T extends Decidable<T>> Optional<Long> ask(Numbers<T> x) {
            long bits = error.evaluate(x).bits(scale);
            return bits == Decidable.UNDECIDED ? Optional.empty() : Optional.of(bits);
          }
        });
  }

  /**
   * The least integer that is not below the value of {@code formula}.
   *
   * @throws PrecisionExhaustedException if the highest precision does not decide
   */
  public static BigInteger ceil(Formula formula) {
    return decide(
        new Question<BigInteger>() {
          @Override
          public <T extends Decidable<T>> Optional<BigInteger> ask(Numbers<T> x) {
            return formula.evaluate(x).ceiling();
          }
        });
  }

  /**
   * Compares the values of two formulas.
   *
   * @return a negative number, zero or a positive number as {@code left} is smaller than, equal to
   *     or larger than {@code right}
   * @throws PrecisionExhaustedException if the highest precision does not decide
   */
  public static int compare(Formula left, Formula right) {
    return decide(new Comparison(left, right));
  }

  /**
   * Which of two values is larger, as far as 160 digits tell: for choices between candidates, where
   * it does not matter which of two that agree to so many digits is chosen, and where values that
   * are equal for a reason must not cost the highest precision.
   *
   * @return a negative number or a positive one only if {@code left} is smaller or larger; zero if
   *     the values are equal, or agree to so many digits
   */
  public static int order(Formula left, Formula right) {
    Comparison comparison = new Comparison(left, right);
    Optional<Integer> visible = ask(comparison, DoubleNumbers.INSTANCE);
    if (visible.isPresent()) {
      return visible.get();
    }
    // asked last: the first comparison of two records has Java make code for them
    return left.equals(right) ? 0 : askInDecimals(comparison, FEW_DIGITS).orElse(0);
  }

  /**
   * The binary logarithm of a value, to about as many digits as doubles have: for searches that
   * need a place to look next, and never for an answer.
   *
   * @param formula whose value is positive
   */
  public static double approximateLog2(Formula formula) {
    DoubleInterval enclosure = formula.evaluate(DoubleNumbers.INSTANCE);
    return enclosure.isInRange()
        ? enclosure.approximateLog2()
        : formula.evaluate(new DecimalNumbers(FEW_DIGITS[1])).approximateLog2();
  }

  /**
   * Whether the value of {@code left} is seen to be larger at the precision of doubles: for
   * searches that need a direction, and not an answer where two values are as good as equal.
   *
   * @return true only if it is larger; false if it is not, or by less than doubles tell apart
   */
  public static boolean visiblyLarger(Formula left, Formula right) {
    OptionalInt sign =
        left.evaluate(DoubleNumbers.INSTANCE).compare(right.evaluate(DoubleNumbers.INSTANCE));
    return sign.isPresent() && sign.getAsInt() > 0;
  }

  /** A question that some precision answers. */
  private interface Question<R> {
    <T extends Decidable<T>> Optional<R> ask(Numbers<T> x);
  }

  private record Comparison(Formula left, Formula right) implements Question<Integer> {
    @Override
    public <T extends Decidable<T>> Optional<Integer> ask(Numbers<T> x) {
      OptionalInt sign = left.evaluate(x).compare(right.evaluate(x));
      return sign.isPresent() ? Optional.of(sign.getAsInt()) : Optional.empty();
    }
  }

  private static <R> R decide(Question<R> question) {
    return ask(question, DoubleNumbers.INSTANCE)
        .or(() -> askInDecimals(question, FEW_DIGITS))
        .or(() -> ask(question, SurdNumbers.INSTANCE))
        .or(() -> askInDecimals(question, MANY_DIGITS))
        .orElseThrow(() -> new PrecisionExhaustedException(MANY_DIGITS[MANY_DIGITS.length - 1]));
  }

  private static <R> Optional<R> askInDecimals(Question<R> question, int[] precisions) {
    for (int digits : precisions) {
      Optional<R> answer = ask(question, new DecimalNumbers(digits));
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private static <R, T extends Decidable<T>> Optional<R> ask(Question<R> question, Numbers<T> x) {
    try {
      return question.ask(x);
    } catch (UndecidedException undecided) {
      return Optional.empty();
    }
  }

  /** The bits that double intervals alone decide, for tests of their agreement. */
  static OptionalLong bitsByDoubles(Formula error) {
    return optional(error.evaluate(DoubleNumbers.INSTANCE).bits(1));
  }

  /** The bits that decimals of {@code digits} digits alone decide, for tests of their agreement. */
  static OptionalLong bitsByDecimals(Formula error, int digits) {
    return optional(error.evaluate(new DecimalNumbers(digits)).bits(1));
  }

  private static OptionalLong optional(long bits) {
    return bits == Decidable.UNDECIDED ? OptionalLong.empty() : OptionalLong.of(bits);
  }
}
