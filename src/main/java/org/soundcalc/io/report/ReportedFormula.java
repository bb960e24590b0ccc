package org.soundcalc.io.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soundcalc.math.Explanation;
import org.soundcalc.model.Citation;

/**
 * A formula that errors of one or several terms have, with the numbers of each.
 *
 * @param id unique in the page
 * @param term the name of the first such term, without the number of a round
 * @param formula with symbols
 * @param definitions the symbols that stand for intermediate results, with their formulas
 * @param sources where it is from
 * @param note why it is more generous than a theorem, where it is
 * @param uses its numbers, each once
 */
public record ReportedFormula(
    String id,
    String term,
    String formula,
    List<Definition> definitions,
    List<Citation> sources,
    Optional<String> note,
    List<Use> uses) {
  /**
   * What a symbol stands for.
   *
   * @param symbol such as {@code δ}
   * @param formula with symbols
   */
  public record Definition(String symbol, String formula) {}

  /** {@return its sources, separated by commas} */
  public String citations() {
    return sources.stream().map(Citation::toString).collect(Collectors.joining(", "));
  }

  /**
   * A formula with numbers put in.
   *
   * @param anchor unique in the page
   * @param index its place in the report's list of this formula's uses
   * @param numbers the formula with numbers in the symbols' places
   * @param definitions of the symbols, with their numbers and values
   * @param bits the largest integer b ≥ 0 with ε ≤ 2^-b
   * @param hundredths ⌊-100·log2 ε⌋, at least 0
   * @param grinding bits of proof-of-work before the round, 0 for none
   */
  public record Use(
      String anchor,
      int index,
      String numbers,
      List<Explanation.Definition> definitions,
      long bits,
      long hundredths,
      int grinding) {
    /** {@return the bits with two decimals, rounded down} */
    public String decimal() {
      return Texts.decimal(hundredths);
    }
  }
}
