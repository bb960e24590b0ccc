package org.soundcalc.model.keys;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.soundcalc.math.Rational;

/**
 * An exact decimal below 1.
 *
 * @param least the least, ≥ 0
 */
public record FractionType(BigDecimal least) implements KeyType<Rational> {
  @Override
  public String description() {
    return "a decimal from "
        + least
        + " to below 1, of at most "
        + Limits.DECIMAL_DIGITS
        + " digits";
  }

  @Override
  public Parsed<Rational> parse(Object raw) {
    Object number = raw instanceof BigInteger integer ? new BigDecimal(integer) : raw;
    return number instanceof BigDecimal value
            && Limits.admit(value)
            && faults(Rational.of(value)).isEmpty()
        ? new Parsed.Valid<>(Rational.of(value))
        : Parsed.invalid(description(), raw);
  }

  @Override
  public List<Parsed.Fault> faults(Rational value) {
    return value.compareTo(Rational.of(least)) >= 0
            && value.compareTo(Rational.ONE) < 0
            && Limits.admit(value)
        ? List.of()
        : Parsed.fault(description(), value);
  }

  @Override
  public Rational placeholder() {
    return Rational.of(1, 1000);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "number", "minimum", least, "exclusiveMaximum", 1);
  }
}
