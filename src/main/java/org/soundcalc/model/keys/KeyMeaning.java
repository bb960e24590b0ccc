package org.soundcalc.model.keys;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a reader is told of a key.
 *
 * @param meaning one sentence for the reference
 * @param unit of its value; may be empty
 * @param affects the terms or figures that it moves; may be empty
 * @param lever its place among the levers that a gate proposes, where it is one
 * @param symbols that stand for its value in formulas
 * @param entered symbols whose numbers follow from its value, and from others
 */
record KeyMeaning(
    String meaning,
    String unit,
    String affects,
    OptionalInt lever,
    List<String> symbols,
    List<String> entered) {
  private static final String PARTS = " and its parts";

  static KeyMeaning of(String meaning) {
    return new KeyMeaning(meaning, "", "", OptionalInt.empty(), List.of(), List.of());
  }

  KeyMeaning meaning(String other) {
    return new KeyMeaning(other, unit, affects, lever, symbols, entered);
  }

  KeyMeaning unit(String other) {
    return new KeyMeaning(meaning, other, affects, lever, symbols, entered);
  }

  KeyMeaning affects(String other) {
    return new KeyMeaning(meaning, unit, other, lever, symbols, entered);
  }

  KeyMeaning lever(int rank) {
    return new KeyMeaning(meaning, unit, affects, OptionalInt.of(rank), symbols, entered);
  }

  KeyMeaning symbols(List<String> other) {
    return new KeyMeaning(meaning, unit, affects, lever, other, entered);
  }

  KeyMeaning entered(List<String> other) {
    return new KeyMeaning(meaning, unit, affects, lever, symbols, other);
  }

  /** Whether some of the words that say what it moves name a term. */
  boolean names(String term, Optional<Key.Entry> entry) {
    for (String words : affects.split(", ", -1)) {
      boolean isWhole = words.endsWith(PARTS);
      String whole = isWhole ? words.substring(0, words.length() - PARTS.length()) : words;
      if (names(whole, term, entry) || (isWhole && term.startsWith(whole + "_"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether words name a term, by itself or as one of several. */
  static boolean names(String words, String term, Optional<Key.Entry> entry) {
    if (words.equals(Key.LOOKUP)) {
      return entry.isPresent() && entry.get().name().equals(term);
    }
    if (words.equals(term)) {
      return true;
    }
    String one = words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
    String start = term.toLowerCase(Locale.ROOT);
    String lower = one.toLowerCase(Locale.ROOT);
    return start.startsWith(lower + " ") || start.startsWith(lower + "(");
  }
}
