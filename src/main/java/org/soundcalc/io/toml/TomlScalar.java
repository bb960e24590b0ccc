package org.soundcalc.io.toml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.soundcalc.io.toml.TomlCursor.MalformedException;
import org.soundcalc.model.keys.Limits;

/** Reads a value without quotes and brackets. */
final class TomlScalar {
  private final TomlCursor cursor;
  private final int start;
  private String token;

  private TomlScalar(TomlCursor cursor) {
    this.cursor = cursor;
    this.start = cursor.at();
    this.token = cursor.token();
  }

  /** Passes over a value; one that cannot be read is reported and stands for {@code false}. */
  static Object read(TomlCursor cursor) throws MalformedException {
    if (cursor.peek() >= 0x80 && !Printable.isVisible(cursor.peek())) {
      throw cursor.unexpected("a value");
    }
    TomlScalar scalar = new TomlScalar(cursor);
    if (scalar.token.isEmpty()) {
      throw cursor.unexpected("a value");
    }
    return scalar.value();
  }

  /** The value of a digit or, in larger radixes, a letter of ASCII; -1 for all else. */
  static int digit(char c, int radix) {
    return c < 0x80 ? Character.digit(c, radix) : -1;
  }

  private Object value() throws MalformedException {
    return switch (token) {
      case "true" -> true;
      case "false" -> false;
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "+nan", "-nan" -> Double.NaN;
      default -> isDigit(0, 10) || isAt(0, "+-.") ? numberOrTime() : noWord();
    };
  }

  private Object noWord() throws MalformedException {
    cursor.skipBlanks();
    if (cursor.peek() == '=') {
      String hint = " looks like a key; is there a closing bracket or a comma missing before it?";
      throw cursor.malformed(start, Printable.brief(token) + hint);
    }
    String lowered = token.toLowerCase(Locale.ROOT);
    boolean isWord = List.of("true", "false", "inf", "nan").contains(lowered);
    return error(isWord ? " is written " + lowered : " is not a value; a text needs quotes");
  }

  private Object numberOrTime() {
    int digits = digits(0, 10);
    if ((digits == Time.YEAR_LENGTH && isAt(digits, "-")) || (digits > 0 && isAt(digits, ":"))) {
      return time();
    }
    if (token.length() > Limits.NUMBER_CHARACTERS) {
      return error(" has over " + Limits.NUMBER_CHARACTERS + " characters");
    }
    return switch (token.substring(0, Math.min(2, token.length()))) {
      case "0x" -> integer(16);
      case "0o" -> integer(8);
      case "0b" -> integer(2);
      default -> decimal();
    };
  }

  private Object integer(int radix) {
    int digits = digits(2, radix);
    return digits > 0 && 2 + digits == token.length()
        ? new BigInteger(token.substring(2).replace("_", ""), radix)
        : noNumber();
  }

  private Object decimal() {
    int first = isAt(0, "+-") ? 1 : 0;
    int whole = digits(first, 10);
    int end = first + whole;
    if (isAt(end, ".") && digits(end + 1, 10) > 0) {
      end += 1 + digits(end + 1, 10);
    }
    if (isAt(end, "eE")) {
      int power = isAt(end + 1, "+-") ? end + 2 : end + 1;
      end = digits(power, 10) > 0 ? power + digits(power, 10) : end;
    }
    boolean leadingZero = whole > 1 && token.charAt(first) == '0';
    if (whole == 0 || leadingZero || end < token.length()) {
      return noNumber();
    }
    String plain = token.replace("_", "");
    try {
      return end == first + whole ? new BigInteger(plain) : new BigDecimal(plain);
    } catch (NumberFormatException e) {
      return error(" has too large an exponent");
    }
  }

  /** The length of a run of digits, with single underscores between them. */
  private int digits(int from, int radix) {
    int at = from;
    while (isDigit(at, radix) || (at > from && isAt(at, "_") && isDigit(at + 1, radix))) {
      at++;
    }
    return at - from;
  }

  private boolean isDigit(int at, int radix) {
    return at < token.length() && digit(token.charAt(at), radix) >= 0;
  }

  private boolean isAt(int at, String any) {
    return at < token.length() && any.indexOf(token.charAt(at)) >= 0;
  }

  private Object noNumber() {
    return error(" is not a valid number");
  }

  private Object time() {
    if (token.length() == Time.DATE_LENGTH) {
      token += cursor.tokenAfterBlank();
    }
    Time time = new Time(token);
    return time.isSound() ? time : error(" is not a valid date or time");
  }

  private Object error(String problem) {
    cursor.error(start, Printable.brief(token) + problem);
    return false;
  }

  /** A date or a time as it is written: no key has one. */
  record Time(String text) {
    private static final int YEAR_LENGTH = 4;
    private static final int DATE_LENGTH = 10;
    private static final String DATE =
        "\\d{4}-((0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)"
            + "|(0[13578]|1[02])-31|02-29)";
    private static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String TIME = CLOCK + "(:([0-5]\\d|60)(\\.\\d+)?)?";
    private static final Pattern FORM =
        Pattern.compile(DATE + "([Tt ]" + TIME + "([Zz]|[+-]" + CLOCK + ")?)?|" + TIME);

    private boolean isSound() {
      boolean leapDay = text.startsWith("-02-29", YEAR_LENGTH);
      return FORM.matcher(text).matches() && (!leapDay || isLeap());
    }

    private boolean isLeap() {
      int year = Integer.parseInt(text.substring(0, YEAR_LENGTH));
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
  }
}
