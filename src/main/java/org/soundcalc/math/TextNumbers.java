package org.soundcalc.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a formula down while it is evaluated; made for one formula, and used once. */
final class TextNumbers implements Numbers<TextReal> {
  private static final DecimalNumbers DECIMALS = new DecimalNumbers(40);
  private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);

  /** Numbers of at most so many characters are shown in full. */
  private static final int SHORT = 12;

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
    return new TextReal(text, text, DECIMALS.of(value));
  }

  @Override
  public TextReal e() {
    return new TextReal(Text.symbol("e"), Text.symbol("e"), DECIMALS.e());
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
    return new TextReal(Text.symbol(unique), number.numbers(), number.value());
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
    TextReal number = of(value);
    String text = number.numbers().text();
    String unique = symbol;
    Explanation.Definition definition = new Explanation.Definition(unique, formula, formula, text);
    while (!definition.equals(definitions.getOrDefault(unique, definition))) {
      unique += "′";
      definition = new Explanation.Definition(unique, formula, formula, text);
    }
    definitions.put(unique, definition);
    return new TextReal(Text.symbol(unique), number.numbers(), number.value());
  }

  @Override
  public TextReal let(String symbol, TextReal value) {
    if (value.symbols().text().equals(symbol)) {
      return value;
    }
    String approximate = shown(value.value().lo);
    String unique = symbol;
    Explanation.Definition definition =
        new Explanation.Definition(
            unique, value.symbols().text(), value.numbers().text(), approximate);
    while (!definition.equals(definitions.getOrDefault(unique, definition))) {
      unique += "′";
      definition =
          new Explanation.Definition(
              unique, value.symbols().text(), value.numbers().text(), approximate);
    }
    definitions.put(unique, definition);
    return new TextReal(Text.symbol(unique), Text.symbol(approximate), value.value());
  }

  private static String shown(Rational value) {
    String exact = value.toString();
    boolean plain = exact.length() <= SHORT && exact.indexOf('/') < 0;
    return plain
        ? exact
        : shown(
            new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128));
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
