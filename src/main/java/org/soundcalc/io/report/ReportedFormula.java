package org.soundcalc.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param legend the keys that symbols stand for or follow from, by the symbols
 * @param sources where it is from
 * @param note why it is more generous than a theorem, where it is
 * @param uses its numbers, each once
 */
public record ReportedFormula(
    String id,
    String term,
    String formula,
    List<Definition> definitions,
    Map<String, String> legend,
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

  /** A definition with fewer values than a third of the uses is said before them. */
  private static final int OFTEN = 3;

  /**
   * Uses with numbers in common.
   *
   * @param definitions those that they share, and others do not
   * @param rows at least one
   */
  public record Group(List<Explanation.Definition> definitions, List<Row> rows) {}

  /**
   * A use.
   *
   * @param use the numbers
   * @param definitions those that it does not share
   */
  public record Row(Use use, List<Explanation.Definition> definitions) {}

  /**
   * {@return a definition with numbers, where they are the same in all uses}
   *
   * @param index of the definition
   */
  public Optional<Explanation.Definition> shared(int index) {
    Explanation.Definition first = uses.get(0).definitions().get(index);
    return uses.stream().allMatch(use -> use.definitions().get(index).equals(first))
        ? Optional.of(first)
        : Optional.empty();
  }

  /** {@return its uses, those with numbers in common together} */
  public List<Group> groups() {
    List<Integer> common = new ArrayList<>();
    List<Integer> own = new ArrayList<>();
    for (int i = 0; i < definitions.size(); i++) {
      int index = i;
      long values = uses.stream().map(use -> use.definitions().get(index)).distinct().count();
      if (values > 1) {
        (values * OFTEN <= uses.size() ? common : own).add(i);
      }
    }
    Map<List<Explanation.Definition>, List<Row>> alike = new LinkedHashMap<>();
    for (Use use : uses) {
      List<Explanation.Definition> shared = common.stream().map(use.definitions()::get).toList();
      alike
          .computeIfAbsent(shared, any -> new ArrayList<>())
          .add(new Row(use, own.stream().map(use.definitions()::get).toList()));
    }
    List<Group> groups = new ArrayList<>();
    alike.forEach((shared, rows) -> groups.add(new Group(shared, List.copyOf(rows))));
    return List.copyOf(groups);
  }

  /**
   * A formula with numbers put in.
   *
   * @param anchor unique in the page
   * @param first the circuit and the term that have it first
   * @param index its place in the report's list of this formula's uses
   * @param numbers the formula with numbers in the symbols' places
   * @param definitions of the symbols, with their numbers and values
   * @param bits the largest integer b ≥ 0 with ε ≤ 2^-b
   * @param hundredths ⌊-100·log2 ε⌋, at least 0
   * @param grinding bits of proof-of-work before the round, 0 for none
   */
  public record Use(
      String anchor,
      String first,
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
