package org.soundcalc.io.toml;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** A named text and its lines. */
final class SourceText {
  /** Longer lines were not written by hand, and nobody reads an excerpt of them. */
  private static final int LONGEST_EXCERPT = 400;

  private final String source;
  private final String text;
  private final boolean isOption;
  private int[] lineStarts = {};

  private SourceText(String source, String text, boolean isOption) {
    this.source = source;
    this.text = text;
    this.isOption = isOption;
  }

  static SourceText ofFile(String name, String text) {
    return new SourceText(name, text, false);
  }

  /** The value of an option, such as {@code --set num_queries=-3}, whose lines nobody counts. */
  static SourceText ofOption(String option, String text) {
    return new SourceText(option, text, true);
  }

  String source() {
    return source;
  }

  String text() {
    return text;
  }

  Place place(int offset) {
    int found = Arrays.binarySearch(starts(), offset);
    int line = found >= 0 ? found : -found - 2;
    return new Place(line + 1, text.codePointCount(starts()[line], offset) + 1);
  }

  /** A problem with a part of the text. */
  Diagnostic diagnostic(Span span, Severity severity, String message) {
    return diagnostic(span, severity, message, Optional.empty());
  }

  /** The same, where it is about one regime alone. */
  Diagnostic diagnostic(Span span, Severity severity, String message, Optional<String> regime) {
    if (isOption) {
      return new Diagnostic(source, 0, 0, 0, severity, message, Optional.empty(), regime);
    }
    Region region = region(span);
    return new Diagnostic(
        source,
        region.line(),
        region.column(),
        region.endColumn(),
        severity,
        message,
        span.to() == 0 ? Optional.empty() : excerpt(region.line()),
        regime);
  }

  /** A part of the text that is on one line; of what is on several, the first character. */
  Region region(Span span) {
    Place place = span.start();
    boolean oneLine = span.to() <= lineEnd(place.line());
    int width = oneLine ? text.codePointCount(span.from(), span.to()) : 1;
    return new Region(place.line(), place.column(), place.column() + Math.max(1, width));
  }

  private Optional<String> excerpt(int line) {
    String shown = text.substring(starts()[line - 1], lineEnd(line));
    return shown.isBlank() || shown.length() > LONGEST_EXCERPT
        ? Optional.empty()
        : Optional.of(shown);
  }

  /** The offset where a line ends, or the text does. */
  private int lineEnd(int line) {
    int end = line < starts().length ? starts()[line] - 1 : text.length();
    boolean carriageReturn = end > starts()[line - 1] && text.charAt(end - 1) == '\r';
    return carriageReturn ? end - 1 : end;
  }

  /** Counted only once a place is asked for: most files have nothing to report. */
  private int[] starts() {
    if (lineStarts.length == 0) {
      lineStarts =
          IntStream.rangeClosed(0, text.length())
              .filter(i -> i == 0 || text.charAt(i - 1) == '\n')
              .toArray();
    }
    return lineStarts;
  }
}
