package org.soundcalc.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a formula down while it is evaluated; made for one formula, and used once. */
final class TextNumbers implements Numbers<TextReal> {
  private static final DecimalNumbers DECIMALS = new DecimalNumbers(40);
  private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);

  /** Numbers of at most so many characters are shown in full. */
  private static final int SHORT = 12;

  /** No longer denominator has so few decimals. */
  private static final int SHORT_BITS = 4 * SHORT;

  private final Map<String, Explanation.Definition> definitions = new LinkedHashMap<>();
  private final Map<String, Rational> inputs = new LinkedHashMap<>();

  List<Explanation.Definition> definitions() {
    return new ArrayList<>(definitions.values());
  }

  /** What {@link #named} numbers are called, in the order of need. */
  List<Explanation.Input> inputs() {
    List<Explanation.Input> all = new ArrayList<>();
    inputs.forEach((symbol, value) -> all.add(new Explanation.Input(symbol, value, shown(value))));
    return all;
  }

  @Override
  public TextReal of(Rational value) {
    Text text = Text.symbol(shown(value));
    return new TextReal(text, text, () -> DECIMALS.of(value));
  }

  @Override
  public TextReal e() {
    return new TextReal(Text.symbol("e"), Text.symbol("e"), DECIMALS::e);
  }

  /** A symbol that stands for another number already is told apart by a prime. */
  @Override
  public TextReal named(String symbol, Rational value) {
    String unique = symbol;
    while (!value.equals(inputs.getOrDefault(unique, value))) {
      unique += "′";
    }
    inputs.put(unique, value);
    TextReal number = of(value);
    return new TextReal(Text.symbol(unique), number.numbers(), number.enclosure());
  }

  @Override
  public TextReal named(String symbol, long value) {
    return named(symbol, Rational.of(value));
  }

  @Override
  public TextReal power(TextReal base, String symbol, long exponent) {
    return base.raised(named(symbol, exponent).symbols().text(), exponent);
  }

  @Override
  public TextReal defined(String symbol, String formula, Rational value) {
    return defined(symbol, formula, value, Optional.empty());
  }

  @Override
  public TextReal defined(String symbol, Basis basis, Rational value) {
    return defined(symbol, basis.words(), value, Optional.of(basis));
  }

  @Override
  public TextReal decided(String symbol, Formula formula, Rational value) {
    return defined(symbol, formula.evaluate(this).symbols().text(), value);
  }

  private TextReal defined(String symbol, String words, Rational value, Optional<Basis> basis) {
    TextReal number = of(value);
    String unique = define(symbol, words, words, number.numbers().text(), basis);
    return new TextReal(Text.symbol(unique), number.numbers(), number.enclosure());
  }

  @Override
  public TextReal let(String symbol, TextReal value) {
    String formula = value.symbols().text();
    if (formula.equals(symbol)) {
      return value;
    }
    String approximate = shown(value.value().lo);
    String unique = define(symbol, formula, value.numbers().text(), approximate, Optional.empty());
    return new TextReal(Text.symbol(unique), Text.symbol(approximate), value.enclosure());
  }

  /** A symbol that stands for another result already is told apart by a prime. */
  private String define(
      String symbol, String formula, String numbers, String value, Optional<Basis> basis) {
    String unique = symbol;
    while (definitions.containsKey(unique)
        && !definitions.get(unique).says(formula, numbers, value)) {
      unique += "′";
    }
    definitions.put(unique, new Explanation.Definition(unique, formula, numbers, value, basis));
    return unique;
  }

  private static String shown(Rational value) {
    if (value.denominator().bitLength() <= SHORT_BITS) {
      String exact = value.toString();
      if (exact.length() <= SHORT && exact.indexOf('/') < 0) {
        return exact;
      }
    }
    BigDecimal top = new BigDecimal(value.numerator());
    return shown(
        value.isInteger()
            ? top.round(MathContext.DECIMAL128)
            : top.divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128));
  }

  private static String shown(BigDecimal value) {
    BigDecimal exact = value.stripTrailingZeros();
    boolean whole = exact.scale() <= 0 && exact.precision() - exact.scale() <= SHORT;
    BigDecimal rounded = whole ? exact : exact.round(SHOWN).stripTrailingZeros();
    boolean plain = rounded.precision() - rounded.scale() <= SHORT && rounded.scale() <= SHORT;
    return plain
        ? rounded.toPlainString()
        : rounded.toString().replace("E+", "e").replace("E", "e");
  }
}
