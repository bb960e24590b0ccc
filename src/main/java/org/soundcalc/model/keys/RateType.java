package org.soundcalc.model.keys;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Rate;

/** The rate of a code: a power of two between 0 and 1, exclusive. */
public record RateType() implements KeyType<Rate> {
  @Override
  public String description() {
    return "0.5, 0.25, 0.125 or a smaller power of two";
  }

  @Override
  public Parsed<Rate> parse(Object raw) {
    if (raw instanceof BigDecimal decimal && Decimals.isReasonable(decimal)) {
      Rational value = Rational.of(decimal);
      BigInteger inverse = value.denominator();
      boolean isRate =
          value.numerator().equals(BigInteger.ONE)
              && inverse.bitCount() == 1
              && inverse.bitLength() - 1 >= 1
              && inverse.bitLength() - 1 <= Limits.LOG_LENGTH;
      if (isRate) {
        return new Parsed.Valid<>(Rate.ofLog2Inverse(inverse.bitLength() - 1));
      }
    }
    return Parsed.invalid(description(), raw);
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
