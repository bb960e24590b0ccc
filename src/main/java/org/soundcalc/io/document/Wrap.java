package org.soundcalc.io.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines: after blanks, else within words, there after punctuation or before a
 * capital letter if possible. A word with no-break spaces in it stays whole, however long. Nothing
 * is lost.
 */
public final class Wrap {
  /** A blank at which no line ends. */
  public static final char NO_BREAK = '\u00a0';

  private static final String PUNCTUATION = "_-/,;:";

  /** How far lines that continue another one are indented. */
  static final int INDENT = 2;

  private Wrap() {}

  /**
   * Breaks a text.
   *
   * @param text the text, of any number of lines
   * @param width columns of a line, ≥ 1
   * @return its lines; those that continue another one are indented
   */
  public static List<String> lines(String text, int width) {
    return lines(text, width, INDENT);
  }

  static List<String> lines(String text, int width, int indentation) {
    if (text.indexOf('\n') < 0 && DisplayWidth.of(text) <= width) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>(1);
    for (String paragraph : text.split("\n", -1)) {
      wrap(paragraph, width, indentation, lines);
    }
    return lines;
  }

  /** The least width at which words are broken before capital letters only. */
  static int leastWidth(String text, int indentation) {
    int least = 0;
    for (String line : text.split("\n", -1)) {
      for (int start = 0; start < line.length(); ) {
        int end = endOfPart(line, start);
        int width = DisplayWidth.of(line.substring(start, end).stripTrailing());
        least = Math.max(least, start == 0 ? width : indentation + width);
        start = end;
      }
    }
    return least;
  }

  private static void wrap(String paragraph, int width, int indentation, List<String> lines) {
    if (DisplayWidth.of(paragraph) <= width) {
      lines.add(paragraph);
      return;
    }
    String indent = " ".repeat(width > 2 * indentation ? indentation : 0);
    StringBuilder line = new StringBuilder();
    int room = width;
    for (int start = 0; start < paragraph.length(); ) {
      int end = endOfPiece(paragraph, start);
      boolean isFresh = line.toString().isBlank();
      if (DisplayWidth.of(paragraph.substring(start, end).stripTrailing()) > room) {
        boolean isWhole = paragraph.substring(start, end).indexOf(NO_BREAK) >= 0;
        int fit = isWhole ? end : endOfFit(paragraph, start, room);
        end = isFresh ? fit : start;
      }
      line.append(paragraph, start, end);
      room -= DisplayWidth.of(paragraph.substring(start, end));
      if (end == start || (isFresh && room <= 0)) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(indent);
        room = width - indent.length();
      }
      start = end;
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().stripTrailing());
    }
  }

  /** The end of what is better kept together: a word with the blanks after it. */
  private static int endOfPiece(String text, int start) {
    int end = start + 1;
    while (end < text.length() && (text.charAt(end - 1) != ' ' || text.charAt(end) == ' ')) {
      end++;
    }
    return end;
  }

  /** The end of what must be kept together: a word, or a part of one. */
  private static int endOfPart(String text, int start) {
    int piece = endOfPiece(text, start);
    int end = start + 1;
    while (end < piece && !isJoint(text, end)) {
      end++;
    }
    return end;
  }

  /**
   * The end of the longest text from {@code start} on within {@code room}, at least a character.
   */
  private static int endOfFit(String text, int start, int room) {
    int end = start + Character.charCount(text.codePointAt(start));
    int width = DisplayWidth.of(text.codePointAt(start));
    int joint = start;
    while (end < text.length()) {
      joint = isJoint(text, end) ? end : joint;
      width += DisplayWidth.of(text.codePointAt(end));
      if (width > room) {
        return joint > start ? joint : end;
      }
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /**
   * Whether a word may be broken here: after punctuation, or before Word in {@code aWord}; not
   * after the hyphen of a name in capitals such as {@code DEEP-ALI}.
   */
  private static boolean isJoint(String text, int index) {
    char before = text.charAt(index - 1);
    char after = text.charAt(index);
    if (before == '-' && index > 1 && Character.isUpperCase(text.charAt(index - 2))) {
      return false;
    }
    boolean isEnd = PUNCTUATION.indexOf(before) >= 0 && PUNCTUATION.indexOf(after) < 0;
    boolean isHump = Character.isLowerCase(before) || Character.isDigit(before);
    return (isEnd && after != ' ') || (isHump && Character.isUpperCase(after));
  }
}
