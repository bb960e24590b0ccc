package org.soundcalc.io.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 */
record AlikeCircuits(List<CircuitEstimate> circuits) {
  /** Fewer are clearer each by itself. */
  private static final int MANY = 3;

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
      AlikeCircuits together = new AlikeCircuits(List.copyOf(circuits));
      if (circuits.size() >= MANY && together.columns().size() <= MOST_COLUMNS) {
        groups.add(together);
      } else {
        circuits.forEach(circuit -> groups.add(new AlikeCircuits(List.of(circuit))));
      }
    }
    return groups;
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
  Table terms() {
    List<Column> columns = new ArrayList<>(List.of(Column.names("circuit")));
    columns().forEach(kind -> columns.add(Column.numbers(kind)));
    List<List<Cell>> rows = new ArrayList<>();
    for (CircuitEstimate circuit : circuits) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(circuit.name())));
      Map<String, List<CertifiedTerm>> terms = terms(circuit);
      CertifiedTerm binding = circuit.best().orElseThrow().binding();
      columns().forEach(kind -> row.add(bits(terms.getOrDefault(kind, List.of()), binding)));
      rows.add(row);
    }
    return new Table(columns, rows, List.of());
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
    for (String kind : columns()) {
      Set<String> theorems = new LinkedHashSet<>();
      for (CircuitEstimate circuit : circuits) {
        terms(circuit).getOrDefault(kind, List.of()).forEach(term -> theorems.add(theorem(term)));
      }
      rows.add(List.of(Cell.of(kind), Cell.of(String.join("; or ", theorems))));
    }
    return new Table(List.of(Column.names("term"), Column.names("theorem")), rows, List.of());
  }

  /** Kinds that every circuit has, in their order; then the papers of all other terms. */
  private List<String> columns() {
    Set<String> columns = new LinkedHashSet<>(common());
    circuits.forEach(circuit -> columns.addAll(terms(circuit).keySet()));
    return List.copyOf(columns);
  }

  private Map<String, List<CertifiedTerm>> terms(CircuitEstimate circuit) {
    Set<String> common = common();
    Map<String, List<CertifiedTerm>> kinds = new LinkedHashMap<>();
    for (CertifiedTerm term : termsOf(circuit)) {
      String column = common.contains(kind(term)) ? kind(term) : papers(term);
      kinds.computeIfAbsent(column, any -> new ArrayList<>()).add(term);
    }
    return kinds;
  }

  private Set<String> common() {
    Set<String> common = new LinkedHashSet<>();
    termsOf(first()).forEach(term -> common.add(kind(term)));
    for (CircuitEstimate circuit : circuits) {
      common.retainAll(termsOf(circuit).stream().map(AlikeCircuits::kind).toList());
    }
    return common;
  }

  private static List<CertifiedTerm> termsOf(CircuitEstimate circuit) {
    return circuit.best().map(RegimeResult.Figures::terms).orElse(List.of());
  }

  /** A term's name without the numbers that tell it from others. */
  private static String kind(CertifiedTerm term) {
    return term.term().name().replaceAll("\\([^()]*[0-9][^()]*\\)$|(?<= )[0-9]+$", "").strip();
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
