package org.soundcalc.model.keys;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * An integer in a range.
 *
 * @param min the least
 * @param max the largest
 */
public record IntegerType(long min, long max) implements KeyType<Long> {
  /** A count of at least 1. */
  public static final IntegerType POSITIVE = new IntegerType(1, Limits.COUNT);

  /** A count that may be 0. */
  public static final IntegerType COUNT = new IntegerType(0, Limits.COUNT);

  /** Bits of proof-of-work. */
  public static final IntegerType GRINDING = new IntegerType(0, Limits.GRINDING_BITS);

  /** A number of queries. */
  public static final IntegerType QUERIES = new IntegerType(1, Limits.QUERIES);

  @Override
  public String description() {
    if (max == Limits.COUNT) {
      return switch ((int) Math.min(min, 2)) {
        case 0 -> "an integer of at least 0";
        case 1 -> "a positive integer";
        default -> "an integer of at least " + min;
      };
    }
    return "an integer from " + min + " to " + max;
  }

  @Override
  public Parsed<Long> parse(Object raw) {
    if (raw instanceof Long value) {
      return Parsed.of(value, faults(value));
    }
    if (raw instanceof Integer value) {
      return parse(value.longValue());
    }
    if (raw instanceof BigInteger value && value.bitLength() < Long.SIZE) {
      return parse(value.longValue());
    }
    boolean tooLarge = max == Limits.COUNT && raw instanceof BigInteger value && value.signum() > 0;
    return Parsed.invalid(tooLarge ? description() + " below 2^63" : description(), raw);
  }

  @Override
  public List<Parsed.Fault> faults(Long value) {
    return value >= min && value <= max ? List.of() : Parsed.fault(description(), value);
  }

  @Override
  public Long placeholder() {
    return min;
  }

  @Override
  public Map<String, Object> schema() {
    return max == Limits.COUNT
        ? Map.of("type", "integer", "minimum", min)
        : Map.of("type", "integer", "minimum", min, "maximum", max);
  }
}
