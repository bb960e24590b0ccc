package org.soundcalc.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which word was meant. Spellings that look alike are alike: letters of any case and form, such as
 * superscripts, letters of Greek and Cyrillic that look like Latin ones, and characters that show
 * nothing.
 */
public final class Suggestions {
  private static final String LOOK_ALIKES =
      "\u0430\u0432\u0435\u043A\u043C\u043D\u043E\u0440\u0441\u0442\u0443\u0445\u0456\u0455\u0458\u03B1\u03B2\u03B5\u03B9\u03BA\u03BC\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7\u0131";
  private static final String LATIN = "abekmhopctyxisjabeikmvoptyxi";

  /** No name is longer; what is longer is no slip of the hand. */
  private static final int LONGEST = 64;

  private Suggestions() {}

  /**
   * The word that was meant.
   *
   * @param written what was written
   * @param words what could have been meant
   * @return the word that looks most like {@code written}, or the only one that it is a part of
   */
  public static Optional<String> closest(String written, Collection<String> words) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String seen = seen(written);
    return words.stream()
        .filter(word -> distance(seen, word) <= tolerance(seen, word))
        .min(Comparator.comparingInt(word -> distance(seen, word)))
        .or(() -> longer(written, words));
  }

  /** The only word that begins, goes on or ends with what was written, up to where parts join. */
  private static Optional<String> longer(String written, Collection<String> words) {
    String part = parts(written);
    List<String> longer = words.stream().filter(word -> parts(word).contains(part)).toList();
    return longer.size() == 1 && written.length() > 2
        ? Optional.of(longer.get(0))
        : Optional.empty();
  }

  private static String parts(String text) {
    String words = replaced(text.toLowerCase(Locale.ROOT), point -> !isLetterOrNumber(point), "_");
    return "_" + words + "_";
  }

  /** What a reader sees of it, in plain lower-case letters. */
  private static String seen(String text) {
    String plain = Compatibility.decomposed(text).toLowerCase(Locale.ROOT);
    StringBuilder seen = new StringBuilder(replaced(plain, Suggestions::isUnseen, ""));
    for (int i = 0; i < seen.length(); i++) {
      int found = LOOK_ALIKES.indexOf(seen.charAt(i));
      seen.setCharAt(i, found < 0 ? seen.charAt(i) : LATIN.charAt(found));
    }
    return seen.toString();
  }

  private static String lettersAndDigits(String text) {
    return replaced(text, point -> !isLetterOrNumber(point), "");
  }

  private static String replaced(String text, IntPredicate which, String replacement) {
    StringBuilder replaced = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (which.test(point)) {
                replaced.append(replacement);
              } else {
                replaced.appendCodePoint(point);
              }
            });
    return replaced.toString();
  }

  private static boolean isLetterOrNumber(int point) {
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /** Whether it shows nothing by itself, marks included. */
  private static boolean isUnseen(int point) {
    int type = Character.getType(point);
    return Glyphs.isMissing(point)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /**
   * The words to add to a message.
   *
   * @param written what was written
   * @param words what could have been meant
   * @return such as {@code ; did you mean num_queries?}; empty where no word looks like it
   */
  public static String hint(String written, Collection<String> words) {
    return closest(written, words).map(word -> "; did you mean " + word + "?").orElse("");
  }

  /** One slip in three letters, at most. */
  private static int tolerance(String written, String word) {
    return Math.max(1, Math.min(written.length(), word.length()) / 3);
  }

  /**
   * The Damerau-Levenshtein distance, each letter touched at most once: insertions, deletions,
   * replacements and swaps of neighbours. What stands between letters and digits makes none.
   *
   * @param a what is seen of the written word
   */
  private static int distance(String a, String word) {
    String b = seen(word);
    if (lettersAndDigits(a).equals(lettersAndDigits(b))) {
      return 0;
    }
    if (Math.abs(a.length() - b.length()) > tolerance(a, b)) {
      return Integer.MAX_VALUE;
    }
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        costs[i][j] = cost(a, b, i, j, costs);
      }
    }
    return costs[a.length()][b.length()];
  }

  private static int cost(String a, String b, int i, int j, int[][] costs) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int replaced = costs[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
  }
}
