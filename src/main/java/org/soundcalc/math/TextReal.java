package org.soundcalc.math;

import java.util.function.Supplier;

/**
 * A number in writing: by symbols, by numbers, and by its value.
 *
 * @param symbols the formula that gives it
 * @param numbers the same with the inputs' values
 * @param enclosure of its value, for where a symbol replaces the formula
 */
record TextReal(Text symbols, Text numbers, Enclosure enclosure) implements Real<TextReal> {
  /** Made when it is first asked for: of most parts of a formula it never is. */
  static final class Enclosure {
    private final Supplier<DecimalInterval> maker;
    private DecimalInterval made;

    Enclosure(Supplier<DecimalInterval> maker) {
      this.maker = maker;
    }

    DecimalInterval value() {
      if (made == null) {
        made = maker.get();
      }
      return made;
    }
  }

  TextReal(Text symbols, Text numbers, Supplier<DecimalInterval> value) {
    this(symbols, numbers, new Enclosure(value));
  }

  DecimalInterval value() {
    return enclosure.value();
  }

  @Override
  public TextReal plus(TextReal y) {
    return join(" + ", y, Text.Binding.SUM, Text.Binding.SUM, () -> value().plus(y.value()));
  }

  @Override
  public TextReal minus(TextReal y) {
    return join(" − ", y, Text.Binding.SUM, Text.Binding.PRODUCT, () -> value().minus(y.value()));
  }

  @Override
  public TextReal times(TextReal y) {
    return join(
        " · ", y, Text.Binding.PRODUCT, Text.Binding.PRODUCT, () -> value().times(y.value()));
  }

  @Override
  public TextReal over(TextReal y) {
    return join(" / ", y, Text.Binding.PRODUCT, Text.Binding.POWER, () -> value().over(y.value()));
  }

  @Override
  public TextReal pow(long n) {
    return raised(Long.toString(n), n);
  }

  TextReal raised(String exponent, long n) {
    return new TextReal(
        new Text(symbols.atLeast(Text.Binding.ATOM) + "^" + exponent, Text.Binding.POWER),
        new Text(numbers.atLeast(Text.Binding.ATOM) + "^" + n, Text.Binding.POWER),
        () -> value().pow(n));
  }

  @Override
  public TextReal timesPowerOfTwo(int exponent) {
    Text power = new Text("2^" + exponent, Text.Binding.POWER);
    return new TextReal(
        symbols.join(" · ", power, Text.Binding.PRODUCT, Text.Binding.PRODUCT),
        numbers.join(" · ", power, Text.Binding.PRODUCT, Text.Binding.PRODUCT),
        () -> value().timesPowerOfTwo(exponent));
  }

  @Override
  public TextReal sqrt() {
    return new TextReal(root(symbols), root(numbers), () -> value().sqrt());
  }

  private static Text root(Text square) {
    return new Text("√" + square.atLeast(Text.Binding.ATOM), Text.Binding.ATOM);
  }

  @Override
  public TextReal log2() {
    return new TextReal(symbols.in("log2(", ")"), numbers.in("log2(", ")"), () -> value().log2());
  }

  @Override
  public TextReal ceil() {
    return new TextReal(symbols.in("⌈", "⌉"), numbers.in("⌈", "⌉"), () -> value().ceil());
  }

  @Override
  public TextReal max(TextReal y) {
    return choice("max(", y, () -> value().max(y.value()));
  }

  @Override
  public TextReal min(TextReal y) {
    return choice("min(", y, () -> value().min(y.value()));
  }

  private TextReal choice(String function, TextReal y, Supplier<DecimalInterval> chosen) {
    return new TextReal(
        symbols.choice(function, y.symbols), numbers.choice(function, y.numbers), chosen);
  }

  private TextReal join(
      String sign,
      TextReal y,
      Text.Binding operation,
      Text.Binding least,
      Supplier<DecimalInterval> result) {
    return new TextReal(
        symbols.join(sign, y.symbols, operation, least),
        numbers.join(sign, y.numbers, operation, least),
        result);
  }
}
