package org.soundcalc.model.keys;

import java.math.BigDecimal;
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
    if (raw instanceof BigDecimal decimal && Limits.admit(decimal)) {
      Rational value = Rational.of(decimal);
      int log2Inverse = value.denominator().bitLength() - 1;
      if (log2Inverse >= 1
          && log2Inverse <= Limits.LOG_LENGTH
          && value.equals(Rational.powerOfTwo(-log2Inverse))) {
        return new Parsed.Valid<>(Rate.ofLog2Inverse(log2Inverse));
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
