package org.soundcalc.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.teavm.jso.JSExport;

/**
 * Random operations on both kinds of intervals, each result written down to its last bit: what the
 * JVM and WebAssembly must give alike. It is compiled apart, and is no part of the page.
 *
 * @param <T> a kind of intervals
 */
public final class IntervalOperations<T extends Decidable<T>> {
  private static final int KINDS = 14;
  private static final int DIGITS = 60;

  /** Of which so many are compared. */
  private static final int COMPARED = 40;

  /** Logarithms of what operations go on with: beyond, powers of powers take minutes. */
  private static final double FAR = 3000;

  private final StringBuilder lines = new StringBuilder();
  private final Numbers<T> numbers;
  private final UnaryOperator<T> settled;
  private final Function<T, String> bounds;
  private final ToDoubleFunction<T> size;
  private long state;
  private T last;

  private IntervalOperations(
      Numbers<T> numbers,
      UnaryOperator<T> settled,
      Function<T, String> bounds,
      ToDoubleFunction<T> size,
      long seed) {
    this.numbers = numbers;
    this.settled = settled;
    this.bounds = bounds;
    this.size = size;
    this.state = seed * 0x9E3779B97F4A7C15L | 1;
    this.last = numbers.of(1);
  }

  /**
   * {@return the results, one a line}
   *
   * @param request "double" or "decimal", a seed and a number of operations, with blanks between
   */
  @JSExport
  public static String run(String request) {
    String[] words = request.split(" ");
    long seed = Long.parseLong(words[1]);
    int count = Integer.parseInt(words[2]);
    return words[0].equals("double")
        ? new IntervalOperations<>(
                DoubleNumbers.INSTANCE,
                UnaryOperator.identity(),
                IntervalOperations::bits,
                DoubleInterval::approximateLog2,
                seed)
            .lines(count)
        : new IntervalOperations<>(
                new DecimalNumbers(DIGITS),
                IntervalOperations::settled,
                IntervalOperations::digits,
                DecimalInterval::approximateLog2,
                seed)
            .lines(count);
  }

  /**
   * Rounded outwards once more. TeaVM's BigDecimal takes some numbers near a power of ten for a
   * digit shorter or longer than they are, and rounds there: outwards too, but not to the same last
   * digit. Operations go on with what was compared.
   */
  private static DecimalInterval settled(DecimalInterval interval) {
    return new DecimalInterval(
        settled(interval.lo, RoundingMode.FLOOR),
        settled(interval.hi, RoundingMode.CEILING),
        interval.numbers);
  }

  private static BigDecimal settled(BigDecimal bound, RoundingMode outwards) {
    int beyond = bound.unscaledValue().toString().length() - COMPARED;
    return beyond > 0 ? bound.setScale(bound.scale() - beyond, outwards) : bound;
  }

  private static String bits(DoubleInterval interval) {
    return Long.toHexString(Double.doubleToLongBits(interval.lo))
        + " "
        + Long.toHexString(Double.doubleToLongBits(interval.hi));
  }

  private static String digits(DecimalInterval interval) {
    return digits(interval.lo) + " " + digits(interval.hi);
  }

  private static String digits(BigDecimal bound) {
    return bound.unscaledValue() + "e" + -bound.scale();
  }

  private String lines(int count) {
    for (int i = 0; i < count; i++) {
      T operand = fresh();
      T before = below(4) == 0 ? fresh() : last;
      int kind = below(KINDS);
      lines.append(kind).append(' ');
      try {
        lines.append(result(kind, before, operand));
      } catch (ArithmeticException | IllegalArgumentException e) {
        lines.append("refused");
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  private String result(int kind, T x, T y) {
    return switch (kind) {
      case 0 -> next(x.plus(y));
      case 1 -> next(x.minus(y));
      case 2 -> next(x.times(y));
      case 3 -> next(x.over(y));
      case 4 -> next(x.pow(below(40)));
      case 5 -> next(x.timesPowerOfTwo(below(2400) - 1200));
      case 6 -> next(x.sqrt());
      case 7 -> next(x.log2());
      case 8 -> next(x.ceil());
      case 9 -> next(x.max(y));
      case 10 -> next(x.min(y));
      case 11 -> {
        OptionalInt order = x.compare(y);
        yield order.isPresent() ? Integer.toString(order.getAsInt()) : "undecided";
      }
      case 12 -> Long.toString(x.bits(below(3) == 0 ? 100 : 1));
      default -> {
        Optional<BigInteger> ceiling = x.ceiling();
        yield ceiling.isPresent() ? ceiling.get().toString() : "undecided";
      }
    };
  }

  private String next(T result) {
    T digits = settled.apply(result);
    last = Math.abs(size.applyAsDouble(digits)) < FAR ? digits : fresh();
    return bounds.apply(digits);
  }

  /** A fraction of two integers of up to 62 bits, far from 1 now and then. */
  private T fresh() {
    T value = numbers.of(Rational.of(BigInteger.valueOf(integer()), BigInteger.valueOf(integer())));
    return below(8) == 0 ? value.timesPowerOfTwo(below(2000) - 1000) : value;
  }

  private long integer() {
    return (random() >>> (2 + below(60))) | 1;
  }

  private int below(int bound) {
    return (int) ((random() >>> 33) % bound);
  }

  /** Marsaglia's xorshift: the same wherever long integers have 64 bits. */
  private long random() {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return state;
  }

  /**
   * Where the compiler begins; the gate calls {@link #run}.
   *
   * @param args none
   */
  public static void main(String[] args) {}
}
