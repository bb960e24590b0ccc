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
import org.soundcalc.io.document.Table;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;

/**
 * Circuits of which a file says the same but for numbers: they are described once, and their terms
 * stand in one table, a row each.
 *
 * @param circuits one or more, in the order of the file
 * @param terms of each circuit its terms, by the column that they stand in
 * @param columns kinds that every circuit has, in their order; then the papers of all other terms
 */
record AlikeCircuits(
    List<CircuitEstimate> circuits,
    List<Map<String, List<CertifiedTerm>>> terms,
    List<String> columns) {
  /** Fewer are clearer each by itself. */
  private static final int MANY = 3;

  private static final Pattern NUMBERS = Pattern.compile("\\([^()]*[0-9][^()]*\\)$|(?<= )[0-9]+$");

  /** More terms do not fit beside each other. */
  private static final int MOST_COLUMNS = 8;

  /** All circuits of an architecture; each alone but those that are many and alike. */
  static List<AlikeCircuits> of(Architecture architecture) {
    Map<List<Object>, List<CircuitEstimate>> alike = new LinkedHashMap<>();
    for (int i = 0; i < architecture.circuits().size(); i++) {
      CircuitEstimate circuit = architecture.circuits().get(i);
      CircuitId id = circuit.circuit().id();
      List<Object> said =
          List.of(
              architecture.statements().get(i),
              architecture.verifies(circuit),
              id.arity(),
              id.field(),
              id.hashBits(),
              Figures.proofSystem(id),
              circuit.best().map(f -> f.regime().name()));
      alike.computeIfAbsent(said, any -> new ArrayList<>()).add(circuit);
    }
    List<AlikeCircuits> groups = new ArrayList<>();
    for (List<CircuitEstimate> circuits : alike.values()) {
      AlikeCircuits together = of(circuits);
      if (circuits.size() >= MANY && together.columns().size() <= MOST_COLUMNS) {
        groups.add(together);
      } else {
        circuits.forEach(circuit -> groups.add(of(List.of(circuit))));
      }
    }
    return groups;
  }

  private static AlikeCircuits of(List<CircuitEstimate> circuits) {
    Set<String> common = new LinkedHashSet<>();
    termsOf(circuits.get(0)).forEach(term -> common.add(kind(term)));
    for (CircuitEstimate circuit : circuits) {
      common.retainAll(termsOf(circuit).stream().map(AlikeCircuits::kind).collect(toSet()));
    }
    List<Map<String, List<CertifiedTerm>>> terms =
        circuits.stream().map(circuit -> byColumn(circuit, common)).toList();
    Set<String> columns = new LinkedHashSet<>(common);
    terms.forEach(its -> columns.addAll(its.keySet()));
    return new AlikeCircuits(List.copyOf(circuits), terms, List.copyOf(columns));
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

  /** The first, which stands for all in what they have in common. */
  CircuitEstimate first() {
    return circuits.get(0);
  }

  boolean isOne() {
    return circuits.size() == 1;
  }

  /** What sentences call them: "riscv", or "Dma and 43 others". */
  String name() {
    return isOne() ? first().name() : first().name() + " and " + (circuits.size() - 1) + " others";
  }

  /** All their names. */
  String names() {
    return String.join(", ", circuits.stream().map(CircuitEstimate::name).toList());
  }

  /** A row for each circuit, a column for each kind of term, the term that binds in bold. */
  Table table() {
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
    return new Table(all, rows, List.of());
  }

  private static Cell bits(List<CertifiedTerm> terms, CertifiedTerm binding) {
    if (terms.isEmpty()) {
      return Cell.DASH;
    }
    String bits = Figures.decimalBits(RegimeResult.Figures.binding(terms)).toPlainString();
    return terms.contains(binding) ? Cell.strong(bits) : Cell.of(bits);
  }

  /** The theorems of each column. */
  Table theorems() {
    List<List<Cell>> rows = new ArrayList<>();
    for (String kind : columns) {
      Set<String> theorems = new LinkedHashSet<>();
      for (Map<String, List<CertifiedTerm>> its : terms) {
        its.getOrDefault(kind, List.of()).forEach(term -> theorems.add(theorem(term)));
      }
      rows.add(List.of(Cell.of(kind), Cell.of(String.join("; or ", theorems))));
    }
    return new Table(List.of(Column.names("term"), Column.names("theorem")), rows, List.of());
  }

  private static List<CertifiedTerm> termsOf(CircuitEstimate circuit) {
    return circuit.best().map(RegimeResult.Figures::terms).orElse(List.of());
  }

  /** A term's name without the numbers that tell it from others. */
  private static String kind(CertifiedTerm term) {
    return NUMBERS.matcher(term.term().name()).replaceAll("").strip();
  }

  private static String papers(CertifiedTerm term) {
    List<String> papers = term.term().sources().stream().map(c -> c.paper().key()).toList();
    return String.join(", ", new LinkedHashSet<>(papers));
  }

  /** The theorems of a term, as they are cited. */
  static String theorem(CertifiedTerm term) {
    return String.join("; ", term.term().sources().stream().map(Citation::toString).toList());
  }
}
