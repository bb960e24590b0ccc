package org.soundcalc.model.keys;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Rate;

/** The rate of a code: a power of two between 0 and 1, exclusive. */
public record RateType() implements KeyType<Rate> {
  /** Rounded decimals are nearer to their power of two than its millionth, others hardly ever. */
  private static final Rational NEAR = Rational.of(1, 1_000_000);

  @Override
  public String description() {
    return "0.5, 0.25, 0.125 or a smaller power of two";
  }

  @Override
  public Parsed<Rate> parse(Object raw) {
    if (!(raw instanceof BigDecimal decimal && Limits.admit(decimal)) || decimal.signum() <= 0) {
      return Parsed.invalid(description(), raw);
    }
    Rational value = Rational.of(decimal);
    Optional<Rate> near = near(value);
    if (near.isPresent() && near.get().value().equals(value)) {
      return new Parsed.Valid<>(near.get());
    }
    String exact =
        near.map(rate -> ": 2^-" + rate.log2Inverse() + " is exactly " + rate.value()).orElse("");
    return Parsed.invalid(description() + exact, raw);
  }

  /** The rate that a decimal is, or may have been rounded from; nothing where none is near. */
  private static Optional<Rate> near(Rational value) {
    BigInteger inverse = Rational.ONE.over(value).plus(Rational.of(1, 2)).floor();
    for (int log = inverse.bitLength() - 1; log <= inverse.bitLength(); log++) {
      // 2^-k has k decimals
      if (log >= 1 && log <= Limits.DECIMAL_DIGITS) {
        Rate rate = Rate.ofLog2Inverse(log);
        Rational distance = value.over(rate.value()).minus(Rational.ONE);
        if (distance.compareTo(NEAR) < 0 && Rational.ZERO.minus(distance).compareTo(NEAR) < 0) {
          return Optional.of(rate);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Rate placeholder() {
    return Rate.ofLog2Inverse(1);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "number", "exclusiveMinimum", 0, "exclusiveMaximum", 1);
  }
}
