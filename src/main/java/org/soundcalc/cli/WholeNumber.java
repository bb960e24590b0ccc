package org.soundcalc.cli;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whole numbers on the command line. */
final class WholeNumber {
  /** No figure is near it. */
  static final long LARGEST = 999_999_999;

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private WholeNumber() {}

  /** The number, if the text is one within these limits. */
  static OptionalLong parse(String text, long least, long most) {
    long number = DIGITS.matcher(text).matches() ? Long.parseLong(text) : -1;
    return number < least || number > most ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /**
   * The number that an option was given.
   *
   * @param what it is, such as {@code an integer}
   * @throws UsageException if it is none within these limits
   */
  static long of(Request request, String option, String what, long least, long most) {
    String text = request.value(option, "").strip();
    return parse(text, least, most)
        .orElseThrow(
            () ->
                new UsageException(
                    "%s %s: expected %s from %d to %d"
                        .formatted(option, text.isEmpty() ? "\"\"" : text, what, least, most)));
  }
}
