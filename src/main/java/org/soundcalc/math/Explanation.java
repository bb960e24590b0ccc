package org.soundcalc.math;

import java.util.List;
import java.util.Optional;

/**
 * A formula as text, made from the very object that is certified.
 *
 * @param formula with symbols
 * @param numbers the same with numbers in their places, long ones rounded to six digits
 * @param definitions of the symbols that stand for intermediate results, in the order of need
 * @param inputs the other symbols, in the order of need
 */
public record Explanation(
    String formula, String numbers, List<Definition> definitions, List<Input> inputs) {
  /**
   * What a formula is given.
   *
   * @param symbol such as {@code ρ}, with primes where several numbers share it
   * @param value the number
   * @param shown rounded to six digits where it is long
   */
  public record Input(String symbol, Rational value, String shown) {
    /** {@return the symbol without primes} */
    public String plainSymbol() {
      return symbol.replace("′", "");
    }
  }

  /**
   * What a symbol stands for.
   *
   * @param symbol such as {@code δ}
   * @param formula with symbols
   * @param numbers the same with numbers in their places
   * @param value rounded to six digits
   * @param basis what it rests on, where that is more than a formula
   */
  public record Definition(
      String symbol, String formula, String numbers, String value, Optional<Basis> basis) {
    /** Whether a reader sees these texts. */
    boolean says(String itsFormula, String itsNumbers, String itsValue) {
      return formula.equals(itsFormula) && numbers.equals(itsNumbers) && value.equals(itsValue);
    }
  }

  /**
   * Writes a formula down.
   *
   * @param formula any
   * @return its text, with symbols and with numbers
   */
  public static Explanation of(Formula formula) {
    TextNumbers x = new TextNumbers();
    TextReal value = formula.evaluate(x);
    return new Explanation(
        value.symbols().text(), value.numbers().text(), x.definitions(), x.inputs());
  }
}
