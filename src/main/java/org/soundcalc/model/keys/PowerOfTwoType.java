package org.soundcalc.model.keys;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * A power of two, such as a trace length or a folding factor.
 *
 * @param min the least
 */
public record PowerOfTwoType(long min) implements KeyType<Long> {
  private static final long MAX = 1L << 62;
  private static final BigInteger LARGEST = BigInteger.valueOf(MAX);

  @Override
  public String description() {
    return min == 1 ? "a power of two" : "a power of two of at least " + min;
  }

  @Override
  public Parsed<Long> parse(Object raw) {
    if (raw instanceof Long value) {
      return Parsed.of(value, faults(value));
    }
    if (raw instanceof Integer value) {
      return parse(value.longValue());
    }
    if (raw instanceof BigInteger value && value.compareTo(LARGEST) <= 0 && value.signum() > 0) {
      return parse(value.longValue());
    }
    boolean tooLarge = raw instanceof BigInteger value && value.signum() > 0;
    return Parsed.invalid(tooLarge ? description() + " below 2^63" : description(), raw);
  }

  @Override
  public List<Parsed.Fault> faults(Long value) {
    return value >= min && Long.bitCount(value) == 1
        ? List.of()
        : Parsed.fault(description(), value);
  }

  @Override
  public Long placeholder() {
    return min;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "integer", "minimum", min, "maximum", MAX);
  }
}
