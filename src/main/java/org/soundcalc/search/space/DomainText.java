package org.soundcalc.search.space;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soundcalc.model.keys.Limits;

/** The values in the text of a domain, as TOML has them, whatever type they should be of. */
final class DomainText {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+(_\\d+)*");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,9})?");
  private static final Pattern FRACTION = Pattern.compile("(\\d+)\\s*/\\s*(\\d+)");

  private static final MathContext NEAR = new MathContext(6);

  /** No list of a file is deeper. */
  private static final int DEEPEST = 8;

  private DomainText() {}

  /**
   * The parts of a text between its commas, those in brackets and quotes left out.
   *
   * @throws IllegalArgumentException if there are more than a domain may have, or brackets do not
   *     match
   */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0 || c == '"' || c == '\'') {
        quote = quote == 0 ? c : c == quote ? 0 : quote;
      } else if (c == '[' || c == '(') {
        depth++;
      } else if (c == ']' || c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
      if (depth < 0 || depth > DEEPEST || parts.size() > Domain.MOST_VALUES) {
        throw new IllegalArgumentException(
            depth < 0
                ? "a bracket is closed that was not opened"
                : depth > DEEPEST
                    ? "brackets are more than " + DEEPEST + " deep"
                    : "there are more than " + Domain.MOST_VALUES + " values");
      }
    }
    if (depth > 0 || quote != 0) {
      throw new IllegalArgumentException(
          depth > 0 ? "a bracket is not closed" : "a quotation mark is not closed");
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /**
   * What TOML has for a value: a text where it is nothing else, as in {@code KoalaBear^4}.
   *
   * @throws IllegalArgumentException if there is none, or it is no number of a sensible length
   */
  static Object value(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a value is missing");
    }
    if (text.startsWith("[") && text.endsWith("]")) {
      String inside = text.substring(1, text.length() - 1).strip();
      return inside.isEmpty() ? List.of() : parts(inside).stream().map(DomainText::value).toList();
    }
    char first = text.charAt(0);
    if (text.length() > 1 && (first == '"' || first == '\'') && text.endsWith("" + first)) {
      return text.substring(1, text.length() - 1);
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return number(text);
  }

  private static Object number(String text) {
    if (text.length() > Limits.NUMBER_CHARACTERS) {
      throw new IllegalArgumentException(
          "a value of %d characters is too long".formatted(text.length()));
    }
    if (INTEGER.matcher(text).matches()) {
      BigInteger integer = new BigInteger(text.replace("_", ""));
      return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer;
    }
    if (DECIMAL.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    Matcher fraction = FRACTION.matcher(text);
    return fraction.matches() ? decimal(fraction) : text;
  }

  /** A fraction as TOML would have it: a text where no decimal is as much. */
  private static Object decimal(Matcher fraction) {
    try {
      return new BigDecimal(fraction.group(1)).divide(new BigDecimal(fraction.group(2)));
    } catch (ArithmeticException endless) {
      return fraction.group();
    }
  }

  /** How an integer would be written that was written as a decimal. */
  static Optional<BigInteger> integer(Object value) {
    return Optional.of(value)
        .filter(BigDecimal.class::isInstance)
        .map(decimal -> ((BigDecimal) decimal).stripTrailingZeros())
        .filter(some -> some.scale() <= 0 && some.scale() > -Limits.NUMBER_CHARACTERS)
        .map(BigDecimal::toBigInteger);
  }

  /** A decimal near a fraction that no decimal is as much as; nothing of any other text. */
  static Optional<BigDecimal> near(String text) {
    Matcher fraction = FRACTION.matcher(text);
    return fraction.matches() && new BigInteger(fraction.group(2)).signum() > 0
        ? Optional.of(
            new BigDecimal(fraction.group(1)).divide(new BigDecimal(fraction.group(2)), NEAR))
        : Optional.empty();
  }

  /** An integer that is a power of two, or those next to it: {@code 512 or 1024}. */
  static String powers(BigInteger integer) {
    int log = integer.bitLength() - 1;
    return integer.signum() <= 0 || integer.bitCount() == 1
        ? integer.max(BigInteger.ONE).toString()
        : BigInteger.ONE.shiftLeft(log) + " or " + BigInteger.TWO.shiftLeft(log);
  }

  /** The rates next to a number from 0 to 1 that is none: {@code 1/2 or 1/4}. */
  static Optional<String> nearest(Object value) {
    Optional<BigDecimal> number =
        value instanceof String text
            ? near(text)
            : Optional.of(value).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
    return number
        .filter(some -> some.signum() > 0 && some.compareTo(BigDecimal.ONE) < 0)
        .map(some -> BigDecimal.ONE.divide(some, 0, RoundingMode.FLOOR).toBigInteger().bitLength())
        .filter(log -> log <= Domain.MOST_LOG_INVERSE_RATE)
        .map(log -> (log == 1 ? "" : inverse(log - 1) + " or ") + inverse(log));
  }

  private static String inverse(int log2) {
    return "1/" + BigInteger.ONE.shiftLeft(log2);
  }
}
