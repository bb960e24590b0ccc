package org.soundcalc.search.optimum;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limits that are multiples of what a configuration costs today, such as {@code 1.5x}. */
public final class Multiple {
  /** What one looks like. */
  public static final String DESCRIPTION = "a multiple of today's above 0, such as 1.5x";

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)[x×]?");

  private Multiple() {}

  /**
   * {@return the factor, above 0; nothing where the text is no multiple}
   *
   * @param text such as {@code 1.5x}
   */
  public static OptionalDouble parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    double factor = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    return factor > 0 ? OptionalDouble.of(factor) : OptionalDouble.empty();
  }
}
