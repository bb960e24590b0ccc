package org.soundcalc.math;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides discrete facts about the exact value of a formula (Ziv's strategy): double intervals
 * first, then decimals of rising precision, exact numbers in between, and a defect at the end.
 */
public final class Certified {
  /** Digits that decide nearly all that doubles do not. */
  private static final DecimalNumbers FEW_DIGITS = new DecimalNumbers(20);

  private static final DecimalNumbers MORE_DIGITS = new DecimalNumbers(40);

  /**
   * Digits to try before exact arithmetic, which alone sees that an error is a power of two; long
   * sums decide what exceeds one by very little, whether or not that is an exact number.
   */
  private static final List<DecimalNumbers> DIGITS =
      List.of(
          FEW_DIGITS,
          MORE_DIGITS,
          DecimalNumbers.withLongSums(40),
          new DecimalNumbers(80),
          new DecimalNumbers(160));

  /** Digits to try where a value is not exactly representable, and yet close to a decision. */
  private static final List<DecimalNumbers> MANY_DIGITS =
      List.of(
          new DecimalNumbers(320),
          new DecimalNumbers(640),
          new DecimalNumbers(1280),
          new DecimalNumbers(2560),
          new DecimalNumbers(PrecisionExhaustedException.DIGITS));

  private static final int HUNDREDTHS = 100;

  private Certified() {}

  /**
   * The bits of an error ε: the largest integer b ≥ 0 with ε ≤ 2^-b, and 0 where ε ≥ 1.
   *
   * @param error a formula whose value is positive
   * @return b
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
   * @return hundredths of a bit, ≥ 0
   * @throws PrecisionExhaustedException if the highest precision does not decide
   */
  public static long hundredthBits(Formula error) {
    long fast = error.evaluate(DoubleNumbers.INSTANCE).bits(HUNDREDTHS);
    return fast != Decidable.UNDECIDED ? fast : slowBits(error, HUNDREDTHS);
  }

  /**
   * Whether an error ε leaves so many bits: ε ≤ 2^(-{@code hundredths}/100). That is decided sooner
   * than how many it leaves.
   *
   * @param error a formula whose value is positive
   * @param hundredths of a bit
   * @return whether its {@link #hundredthBits} are not fewer
   * @throws PrecisionExhaustedException if the highest precision does not decide
   */
  public static boolean leaves(Formula error, long hundredths) {
    return hundredths <= 0 || decide(new Leaving(error, hundredths));
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
   * The least integer that is not below the value of a formula.
   *
   * @param formula any
   * @return ⌈the value⌉
   * @throws PrecisionExhaustedException if the highest precision does not decide
   */
  public static BigInteger ceil(Formula formula) {
    return decide(new Ceiling(formula));
  }

  /**
   * The value of a formula that is an integer: one enclosure that has no other in it tells. Counts
   * round up what is often an integer already, which exact numbers see at once.
   *
   * @param formula whose value is an integer
   * @return the value
   * @throws PrecisionExhaustedException if the highest precision does not tell
   */
  public static BigInteger integer(Formula formula) {
    Optional<BigInteger> seen = formula.evaluate(DoubleNumbers.INSTANCE).onlyInteger();
    return seen.or(() -> ask(new Ceiling(formula), Surd.NUMBERS)).orElseGet(() -> ceil(formula));
  }

  /**
   * Compares the values of two formulas.
   *
   * @param left a formula
   * @param right another one
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
   * @param left a formula
   * @param right another one
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
    return left.equals(right) ? 0 : ask(comparison, DIGITS).orElse(0);
  }

  /**
   * The binary logarithm of a value, to about as many digits as doubles have: for searches that
   * need a place to look next, and never for an answer.
   *
   * @param formula whose value is positive
   * @return about log2 of the value, of either sign
   */
  public static double approximateLog2(Formula formula) {
    DoubleInterval enclosure = formula.evaluate(DoubleNumbers.INSTANCE);
    return enclosure.isInRange()
        ? enclosure.approximateLog2()
        : formula.evaluate(MORE_DIGITS).approximateLog2();
  }

  /**
   * Whether the value of {@code left} is seen to be larger, to the digits of a double: for choices
   * between values of which it does not matter which is chosen where they are as good as equal, as
   * they often are for a reason.
   *
   * @param left a formula
   * @param right another one
   * @return true only if {@code left} is larger; false if it is not, if by less than about a
   *     2^-30th, or if 20 digits of each number in the formulas do not tell
   */
  public static boolean visiblyLarger(Formula left, Formula right) {
    DoubleInterval itsLeft = left.evaluate(DoubleNumbers.INSTANCE);
    DoubleInterval itsRight = right.evaluate(DoubleNumbers.INSTANCE);
    OptionalInt sign = itsLeft.compare(itsRight);
    boolean seen = sign.isPresent() || (itsLeft.isSharp() && itsRight.isSharp());
    return seen ? sign.orElse(0) > 0 : ask(new Comparison(left, right), FEW_DIGITS).orElse(0) > 0;
  }

  /** A question that some precision answers. */
  private interface Question<R> {
    <T extends Decidable<T>> Optional<R> ask(Numbers<T> x);
  }

  private record Leaving(Formula error, long hundredths) implements Question<Boolean> {
    @Override
    public <T extends Decidable<T>> Optional<Boolean> ask(Numbers<T> x) {
      return error.evaluate(x).leaves(hundredths, HUNDREDTHS);
    }
  }

  private record Ceiling(Formula formula) implements Question<BigInteger> {
    @Override
    public <T extends Decidable<T>> Optional<BigInteger> ask(Numbers<T> x) {
      return formula.evaluate(x).ceiling();
    }
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
        .or(() -> ask(question, DIGITS))
        .or(() -> ask(question, Surd.NUMBERS))
        .or(() -> ask(question, MANY_DIGITS))
        .orElseThrow(PrecisionExhaustedException::new);
  }

  private static <R> Optional<R> ask(Question<R> question, List<DecimalNumbers> precisions) {
    for (DecimalNumbers x : precisions) {
      Optional<R> answer = ask(question, x);
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
}
