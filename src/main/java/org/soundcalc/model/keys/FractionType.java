package org.soundcalc.model.keys;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.soundcalc.math.Rational;

/**
 * An exact decimal from 0 to 1.
 *
 * @param description what it must be, such as {@code a decimal between 0 and 1}
 * @param zeroAllowed whether 0 is in the range
 */
public record FractionType(String description, boolean zeroAllowed) implements KeyType<Rational> {
  @Override
  public Parsed<Rational> parse(Object raw) {
    BigDecimal decimal = raw instanceof BigInteger integer ? new BigDecimal(integer) : null;
    if (raw instanceof BigDecimal given) {
      decimal = given;
    }
    if (decimal != null && Decimals.isReasonable(decimal)) {
      Rational value = Rational.of(decimal);
      boolean aboveLeast = value.signum() > 0 || (zeroAllowed && value.signum() == 0);
      if (aboveLeast && value.compareTo(Rational.ONE) < 0) {
        return new Parsed.Valid<>(value);
      }
    }
    return Parsed.invalid(description, raw);
  }

  @Override
  public Rational placeholder() {
    return Rational.of(1, 1000);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of(
        "type", "number", zeroAllowed ? "minimum" : "exclusiveMinimum", 0, "exclusiveMaximum", 1);
  }
}
