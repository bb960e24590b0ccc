package org.soundcalc.search.space;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.FieldType;
import org.soundcalc.model.keys.FractionType;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.RateType;

/** Reads a range of a domain, as in {@code 1..400} or {@code 0.001..0.03:0.001}. */
final class RangeReader {
  private static final String AS_IN = ", as in 0.001..0.03:0.001";

  private final DomainReader reader;

  /** The type of its values. */
  private final KeyType<?> of;

  RangeReader(DomainReader reader, KeyType<?> of) {
    this.reader = reader;
    this.of = of;
  }

  /** The values from one to another, with a step behind a colon where there is one. */
  List<Object> read(String start, String rest) {
    int colon = rest.indexOf(':');
    String end = colon < 0 ? rest : rest.substring(0, colon);
    Optional<String> step =
        colon < 0 ? Optional.empty() : Optional.of(rest.substring(colon + 1).strip());
    if (start.isBlank() || end.isBlank()) {
      throw new IllegalArgumentException(
          "a range has two ends, as in 1..400: one is missing in "
              + start
              + DomainReader.RANGE
              + rest);
    }
    Object from = DomainReader.scalar(start);
    if (of instanceof IntegerType) {
      reader.checked(of, from);
      // an end that is too far away is not asked for in digits first
      DomainText.integer(DomainReader.scalar(end))
          .filter(far -> step.isEmpty())
          .ifPresent(
              far -> DomainReader.requireFew(far.subtract(BigInteger.valueOf((Long) from - 1))));
      return integers((Long) from, (Long) reader.checked(of, DomainReader.scalar(end)), step);
    }
    if (of instanceof FractionType) {
      reader.checked(of, from);
      return decimals(decimal(from), decimal(reader.checked(of, DomainReader.scalar(end))), step);
    }
    step.ifPresent(
        any -> {
          throw new IllegalArgumentException(
              "a range of " + reader.key() + " takes no step: leave out :" + any);
        });
    if (of instanceof RateType rates) {
      return rates(reader.parsed(rates, from), reader.parsed(rates, DomainReader.scalar(end)));
    }
    if (of instanceof PowerOfTwoType powers) {
      return powers(reader.parsed(powers, from), reader.parsed(powers, DomainReader.scalar(end)));
    }
    if (of instanceof FieldType fields) {
      return fields(fields, reader.parsed(fields, from), end.strip());
    }
    throw new IllegalArgumentException(
        "%s has no range, since it is %s: write %s"
            .formatted(
                reader.key(),
                of.description(),
                of instanceof ListType<?>
                    ? DomainReader.LISTS
                    : "its values, separated by commas"));
  }

  private static BigDecimal decimal(Object number) {
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }

  private List<Object> integers(long from, long to, Optional<String> step) {
    Object by = step.map(DomainReader::scalar).orElse(1L);
    if (!(by instanceof Long some && some > 0)) {
      throw noStep(step.orElseThrow(), "a positive integer");
    }
    requireOrder(from <= to, from, to, step.map(stated -> ":" + stated).orElse(""));
    BigInteger count =
        BigInteger.valueOf(to)
            .subtract(BigInteger.valueOf(from))
            .divide(BigInteger.valueOf((Long) by))
            .add(BigInteger.ONE);
    DomainReader.requireFew(count);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count.intValue(); i++) {
      values.add(from + i * (Long) by);
    }
    return values;
  }

  private List<Object> decimals(BigDecimal from, BigDecimal to, Optional<String> step) {
    boolean isReversed = from.compareTo(to) > 0;
    if (step.isEmpty()) {
      requireOrder(!isReversed, from.toPlainString(), to.toPlainString(), " with a step" + AS_IN);
      throw new IllegalArgumentException("a range of decimals wants a step" + AS_IN);
    }
    Object by = DomainReader.scalar(step.get());
    if (!(by instanceof BigDecimal some
        && some.signum() > 0
        && some.precision() + Math.abs((long) some.scale()) < Limits.NUMBER_CHARACTERS)) {
      throw noStep(step.get(), "a positive decimal");
    }
    requireOrder(!isReversed, from.toPlainString(), to.toPlainString(), ":" + step.get());
    BigDecimal width = (BigDecimal) by;
    BigInteger steps = to.subtract(from).divide(width, 0, RoundingMode.FLOOR).toBigInteger();
    DomainReader.requireFew(steps.add(BigInteger.ONE));
    List<Object> values = new ArrayList<>();
    for (int i = 0; i <= steps.intValue(); i++) {
      values.add(reader.checked(of, from.add(width.multiply(BigDecimal.valueOf(i)))));
    }
    return values;
  }

  /** From the largest on, as one is used to write them. */
  private List<Object> rates(Rate from, Rate to) {
    requireOrder(from.log2Inverse() <= to.log2Inverse(), inverse(from), inverse(to));
    if (to.log2Inverse() > Domain.MOST_LOG_INVERSE_RATE) {
      throw new IllegalArgumentException(
          "rates are varied down to 2^-%d, got 2^-%d"
              .formatted(Domain.MOST_LOG_INVERSE_RATE, to.log2Inverse()));
    }
    List<Object> values = new ArrayList<>();
    for (int log = from.log2Inverse(); log <= to.log2Inverse(); log++) {
      values.add(new BigDecimal(Rate.ofLog2Inverse(log).value().toString()));
    }
    return values;
  }

  private static String inverse(Rate rate) {
    return "1/" + BigInteger.ONE.shiftLeft(rate.log2Inverse());
  }

  private List<Object> powers(long from, long to) {
    requireOrder(from <= to, from, to);
    List<Object> values = new ArrayList<>();
    for (long power = from; power <= to && power > 0; power *= 2) {
      values.add(power);
    }
    return values;
  }

  /** The end is a field, or the degree alone. */
  private List<Object> fields(FieldType fields, Field from, String end) {
    String last =
        end.chars().allMatch(c -> c >= '0' && c <= '9') ? from.base().tomlName() + "^" + end : end;
    Field to = reader.parsed(fields, last);
    if (from.base() != to.base()) {
      throw new IllegalArgumentException(
          "a range of fields has one base field, not %s and %s"
              .formatted(from.base().tomlName(), to.base().tomlName()));
    }
    requireOrder(from.degree() <= to.degree(), from.tomlName(), to.tomlName());
    List<Object> values = new ArrayList<>();
    for (int degree = from.degree(); degree <= to.degree(); degree++) {
      values.add(new Field(from.base(), degree).tomlName());
    }
    return values;
  }

  private static IllegalArgumentException noStep(String step, String wanted) {
    return new IllegalArgumentException(
        "the step must be "
            + wanted
            + ", got "
            + (step.isEmpty() ? "none" : DomainReader.brief(step)));
  }

  private static void requireOrder(boolean holds, Object from, Object to) {
    requireOrder(holds, from, to, "");
  }

  /** What stands behind the range stays there. */
  private static void requireOrder(boolean holds, Object from, Object to, String behind) {
    if (!holds) {
      throw new IllegalArgumentException(
          "the range %s..%s is reversed: write %2$s..%1$s%3$s".formatted(from, to, behind));
    }
  }
}
