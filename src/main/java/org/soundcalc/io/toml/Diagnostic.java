package org.soundcalc.io.toml;

import java.util.List;
import java.util.Optional;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Visible;
import org.soundcalc.model.Regime;

/**
 * A problem, in the style of compilers, so that editors make it a link.
 *
 * @param source the file's name, {@code <stdin>}, or an option such as {@code --set num_queries=-3}
 * @param line from 1; 0 where the source has no lines
 * @param column of the first character, from 1; 0 where there is no line
 * @param endColumn after the last character, on the same line; 0 where there is no line
 * @param severity whether the file can be used nevertheless
 * @param message one line
 * @param sourceLine the line, where it helps to see it
 * @param regime the name of the only regime whose figures it is about; nothing if it is about all
 */
public record Diagnostic(
    String source,
    int line,
    int column,
    int endColumn,
    Severity severity,
    String message,
    Optional<String> sourceLine,
    Optional<String> regime) {

  /**
   * {@return a problem of a source as a whole, such as a file that cannot be read}
   *
   * @param source the file's name, or an option
   * @param severity whether the source can be used nevertheless
   * @param message one line
   */
  public static Diagnostic of(String source, Severity severity, String message) {
    return new Diagnostic(source, 0, 0, 0, severity, message, Optional.empty(), Optional.empty());
  }

  /**
   * {@return the same problem, taken more or less seriously}
   *
   * @param other how seriously
   */
  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(source, line, column, endColumn, other, message, sourceLine, regime);
  }

  /**
   * {@return the same problem, said of these files}
   *
   * @param files their names
   */
  public Diagnostic in(String files) {
    String whole = message + " (" + files + ")";
    return new Diagnostic(source, line, column, endColumn, severity, whole, sourceLine, regime);
  }

  /**
   * {@return whether it is about figures under some of these regimes}
   *
   * @param regimes those asked for
   */
  public boolean concerns(List<Regime> regimes) {
    return regime.isEmpty()
        || regimes.stream().anyMatch(asked -> asked.name().equals(regime.orElseThrow()));
  }

  /** {@return what it points at; nothing where the source has no lines} */
  public Optional<Region> region() {
    return line == 0 ? Optional.empty() : Optional.of(new Region(line, column, endColumn));
  }

  /** {@return one line, {@code pico.toml:12:15: error: circuit "riscv": num_queries must ...}} */
  public String header() {
    String place = line == 0 ? "" : ":" + line + ":" + column;
    return Visible.of(source) + place + ": " + severity.word() + ": " + Visible.of(message);
  }

  /** {@return the header, the source line and carets under the value, however wide} */
  public String text() {
    return text(Integer.MAX_VALUE);
  }

  /**
   * {@return the header, the source line and carets under the value, without a line end after them}
   *
   * @param width columns of a terminal: a longer source line is cut at both ends
   */
  public String text(int width) {
    return sourceLine
        .map(line -> header() + "\n" + excerpt(Visible.of(line), width))
        .orElseGet(this::header);
  }

  /** As much of the line before the value as leaves half of the terminal for it and the rest. */
  private String excerpt(String line, int width) {
    int[] points = line.codePoints().toArray();
    int value = Math.min(column - 1, points.length);
    int from = DisplayWidth.of(line) > width ? cut(points, value, width / 2) : 0;
    int to = from;
    for (int room = width; to < points.length && room >= width(points[to]); to++) {
      room -= width(points[to]);
    }
    int end = Math.max(value, Math.min(endColumn - 1, to));
    StringBuilder indent = new StringBuilder();
    for (int i = from; i < value; i++) {
      // a tab under a tab
      indent.append(points[i] == '\t' ? "\t" : " ".repeat(width(points[i])));
    }
    int carets = DisplayWidth.of(new String(points, value, end - value));
    return new String(points, from, to - from) + "\n" + indent + "^".repeat(Math.max(1, carets));
  }

  /** Where to begin so that at most {@code room} columns precede a place. */
  private static int cut(int[] points, int place, int room) {
    int from = place;
    for (int left = room; from > 0 && left >= width(points[from - 1]); from--) {
      left -= width(points[from - 1]);
    }
    return from;
  }

  private static int width(int character) {
    return DisplayWidth.of(String.valueOf(Character.toChars(character)));
  }

  /** Said out, as the code that Java makes for a record at its first use takes 10 ms. */
  @Override
  public int hashCode() {
    return message.hashCode();
  }

  /** The order of their places. A Comparator of Java's own is a class made at run time. */
  static int byPlace(Diagnostic one, Diagnostic other) {
    return one.line() == other.line()
        ? Integer.compare(one.column(), other.column())
        : Integer.compare(one.line(), other.line());
  }
}
