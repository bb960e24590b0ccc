package org.soundcalc.model.keys;

import java.math.BigInteger;
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
    if (new IntegerType(min, MAX).parse(raw) instanceof Parsed.Valid<Long> integer
        && Long.bitCount(integer.value()) == 1) {
      return integer;
    }
    boolean tooLarge = raw instanceof BigInteger value && value.compareTo(LARGEST) > 0;
    return Parsed.invalid(tooLarge ? description() + " below 2^63" : description(), raw);
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
