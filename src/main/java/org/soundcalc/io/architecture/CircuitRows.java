package org.soundcalc.io.architecture;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.estimate.Figures;

/**
 * Many circuits under one regime with their terms in one table, a row each.
 *
 * @param circuits in the order of the file
 * @param terms of each circuit its terms, by the column that they stand in
 * @param columns kinds that every circuit has, in their order; then the papers of all other terms
 */
record CircuitRows(
    List<CircuitEstimate> circuits,
    List<Map<String, List<CertifiedTerm>>> terms,
    List<String> columns) {
  private static final Pattern NUMBERS = Pattern.compile("\\([^()]*[0-9][^()]*\\)$|(?<= )[0-9]+$");

  /** More terms do not fit beside each other. */
  private static final int MOST_COLUMNS = 8;

  /** The circuits, each with a proven regime. */
  static CircuitRows of(List<CircuitEstimate> circuits) {
    Set<String> common = new LinkedHashSet<>();
    termsOf(circuits.get(0)).forEach(term -> common.add(kind(term)));
    for (CircuitEstimate circuit : circuits) {
      common.retainAll(termsOf(circuit).stream().map(CircuitRows::kind).collect(toSet()));
    }
    List<Map<String, List<CertifiedTerm>>> terms =
        circuits.stream().map(circuit -> byColumn(circuit, common)).toList();
    Set<String> columns = new LinkedHashSet<>(common);
    terms.forEach(its -> columns.addAll(its.keySet()));
    return new CircuitRows(List.copyOf(circuits), terms, List.copyOf(columns));
  }

  private static Map<String, List<CertifiedTerm>> byColumn(
      CircuitEstimate circuit, Set<String> common) {
    Map<String, List<CertifiedTerm>> columns = new LinkedHashMap<>();
    for (CertifiedTerm term : termsOf(circuit)) {
      String kind = kind(term);
      String column = common.contains(kind) ? kind : papers(term);
      columns.computeIfAbsent(column, any -> new ArrayList<>()).add(term);
    }
    return columns;
  }

  /** Whether their terms fit beside each other. */
  boolean fits() {
    return columns.size() <= MOST_COLUMNS;
  }

  /** Writes the bits, then the theorems. */
  void addTo(Document document) {
    document.text(
        "Bits of each term in "
            + circuits.get(0).best().orElseThrow().regime().name()
            + ", at least, the least term of a circuit in bold. Of several terms in one column they"
            + " are those of the least; a column that bears the name of a paper has the terms by"
            + " its theorem that only some of the circuits have.",
        Emphasis.NONE);
    document.table(bits());
    document.table(theorems());
  }

  /** A row for each circuit, a column for each kind of term, the term that binds in bold. */
  private Table bits() {
    List<Column> all = new ArrayList<>(List.of(Column.names("circuit")));
    columns.forEach(kind -> all.add(Column.numbers(kind)));
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < circuits.size(); i++) {
      CircuitEstimate circuit = circuits.get(i);
      List<Cell> row = new ArrayList<>(List.of(Cell.of(circuit.name())));
      Map<String, List<CertifiedTerm>> its = terms.get(i);
      CertifiedTerm binding = circuit.best().orElseThrow().binding();
      columns.forEach(kind -> row.add(bits(its.getOrDefault(kind, List.of()), binding)));
      rows.add(row);
    }
    return new Table(all, rows);
  }

  private static Cell bits(List<CertifiedTerm> terms, CertifiedTerm binding) {
    if (terms.isEmpty()) {
      return Cell.DASH;
    }
    String bits = Figures.decimalBits(RegimeResult.Figures.binding(terms)).toPlainString();
    return terms.contains(binding) ? Cell.strong(bits) : Cell.of(bits);
  }

  /** The theorems of each column. */
  private Table theorems() {
    List<List<Cell>> rows = new ArrayList<>();
    for (String kind : columns) {
      Set<String> theorems = new LinkedHashSet<>();
      for (Map<String, List<CertifiedTerm>> its : terms) {
        its.getOrDefault(kind, List.of())
            .forEach(term -> theorems.add(CircuitColumns.theorem(term)));
      }
      rows.add(List.of(Cell.of(kind), Cell.of(String.join("; or ", theorems))));
    }
    return new Table(List.of(Column.names("term"), Column.names("theorem")), rows);
  }

  private static List<CertifiedTerm> termsOf(CircuitEstimate circuit) {
    return circuit.best().orElseThrow().terms();
  }

  /** A term's name without the numbers that tell it from others. */
  private static String kind(CertifiedTerm term) {
    return NUMBERS.matcher(term.term().name()).replaceAll("").strip();
  }

  private static String papers(CertifiedTerm term) {
    List<String> papers = term.term().sources().stream().map(c -> c.paper().key()).toList();
    return String.join(", ", new LinkedHashSet<>(papers));
  }
}
