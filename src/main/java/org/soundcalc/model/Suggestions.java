package org.soundcalc.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which word was meant. */
public final class Suggestions {
  /** No name is longer; what is longer is no slip of the hand. */
  private static final int LONGEST = 64;

  private Suggestions() {}

  /**
   * The word that was meant.
   *
   * @param written what was written
   * @param words what could have been meant
   * @return the word that looks most like {@code written}, if one looks like it at all
   */
  public static Optional<String> closest(String written, Collection<String> words) {
    return words.stream()
        .filter(word -> distance(written, word) <= tolerance(written, word))
        .min(Comparator.comparingInt(word -> distance(written, word)));
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
   * replacements and swaps of neighbours.
   */
  private static int distance(String left, String right) {
    boolean differsInLength = Math.abs(left.length() - right.length()) > tolerance(left, right);
    if (left.length() > LONGEST || differsInLength) {
      return Integer.MAX_VALUE;
    }
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
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
