package org.soundcalc.report.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: at spaces, else after punctuation, else anywhere; nothing is lost. */
public final class Wrap {
  private static final String BREAK_AFTER = " _-/,;:·";
  private static final int HANGING_INDENT = 2;

  private Wrap() {}

  /**
   * The lines of {@code text}, those that continue another one indented.
   *
   * @param width columns of a line, ≥ 1
   */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>(1);
    for (String paragraph : text.split("\n", -1)) {
      wrap(paragraph, width, lines);
    }
    return lines;
  }

  /** The width of the longest piece that is better not broken. */
  static int longestPiece(String text) {
    int longest = 0;
    for (int start = 0; start < text.length(); ) {
      int end = endOfPiece(text, start);
      longest = Math.max(longest, DisplayWidth.of(text.substring(start, end).stripTrailing()));
      start = end;
    }
    return longest;
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    if (DisplayWidth.of(paragraph) <= width) {
      lines.add(paragraph);
      return;
    }
    int indent = width > 2 * HANGING_INDENT ? HANGING_INDENT : 0;
    StringBuilder line = new StringBuilder();
    for (int start = 0; start < paragraph.length(); ) {
      int end = endOfPiece(paragraph, start);
      String piece = paragraph.substring(start, end);
      int room = width - DisplayWidth.of(line.toString());
      if (DisplayWidth.of(piece.stripTrailing()) <= room) {
        line.append(piece);
        start = end;
      } else if (!line.toString().isBlank()) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(indent));
      } else {
        int cut = endOfFit(paragraph, start, room);
        line.append(paragraph, start, cut);
        start = cut;
      }
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().stripTrailing());
    }
  }

  private static int endOfPiece(String text, int start) {
    int end = start;
    while (end < text.length()) {
      boolean last = BREAK_AFTER.indexOf(text.charAt(end)) >= 0;
      end++;
      if (last && (end == text.length() || BREAK_AFTER.indexOf(text.charAt(end)) < 0)) {
        return end;
      }
    }
    return end;
  }

  /** The end of the longest text from {@code start} on within {@code room}, at least a character. */
  private static int endOfFit(String text, int start, int room) {
    int end = start + Character.charCount(text.codePointAt(start));
    int width = DisplayWidth.of(text.codePointAt(start));
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      width += DisplayWidth.of(codePoint);
      if (width > room) {
        return end;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }
}
