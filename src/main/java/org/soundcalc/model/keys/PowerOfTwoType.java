package org.soundcalc.model.keys;

import java.util.Map;

/**
 * A power of two, such as a trace length or a folding factor.
 *
 * @param min the least
 */
public record PowerOfTwoType(long min) implements KeyType<Long> {
  private static final long MAX = 1L << 62;

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
    boolean tooLarge =
        IntegerType.COUNT.parse(raw) instanceof Parsed.Invalid
            && new IntegerType(Long.MIN_VALUE, Limits.COUNT).parse(raw) instanceof Parsed.Invalid;
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
