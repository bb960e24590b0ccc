package org.soundcalc.io.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.soundcalc.model.Citation;

/** Circuits under one regime beside each other, a row for each kind of term. */
final class CircuitColumns {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /** Characters that the names of circuits may take beside terms and theorems on a page. */
  private static final int ROOM = 48;

  /** What a column takes, however short its name: a figure, and the gap before it. */
  private static final int FIGURE = 6;

  private static final int GAP = 2;

  /** Circuits of equal figures that one column names. */
  private static final int MOST_NAMES = 6;

  /**
   * Terms of one kind: they differ in numbers alone.
   *
   * @param name with a sign for each number
   * @param theorem as it is cited
   */
  private record Kind(String name, String theorem) {}

  /**
   * Terms of one kind in one circuit.
   *
   * @param first its name
   * @param others what leads to the last, and how many there are; empty where the first is alone
   * @param bits of the least, two decimals
   * @param binds whether the circuit's least term is one of them
   */
  private record Entry(String first, String others, String bits, boolean binds) {
    static Entry of(List<CertifiedTerm> terms, boolean binds) {
      String first = terms.get(0).term().name();
      String last = terms.get(terms.size() - 1).term().name();
      String number = last.replaceFirst("^.*[^0-9](?=[0-9]+$)", "");
      boolean isNumbered = first.startsWith(last.substring(0, last.length() - number.length()));
      return new Entry(
          first,
          terms.size() == 1
              ? ""
              : " to %s (%d terms)".formatted(isNumbered ? number : last, terms.size()),
          Figures.decimalBits(RegimeResult.Figures.binding(terms)).toPlainString(),
          binds);
    }

    String names() {
      return first + others;
    }

    /** The same without the first where another entry, which has others too, began with it. */
    String namesAfter(Entry other) {
      boolean isSaid = first.equals(other.first) && !others.isEmpty() && !other.others.isEmpty();
      return isSaid ? others.strip() : names();
    }

    Cell cell() {
      return binds ? Cell.strong(bits) : Cell.of(bits);
    }
  }

  /**
   * Circuits whose figures are the same.
   *
   * @param names of the circuits
   * @param entries their terms, in the order of the protocol
   */
  private record Same(List<String> names, Map<Kind, Entry> entries) {
    int width() {
      return GAP + Math.max(FIGURE, names.stream().mapToInt(String::length).max().orElse(0));
    }

    String heading() {
      return String.join(", ", names);
    }

    Optional<Entry> entry(Kind kind) {
      return Optional.ofNullable(entries.get(kind));
    }
  }

  private CircuitColumns() {}

  /** Writes the terms of one circuit, which need no word on what the table is. */
  static void add(CircuitEstimate circuit, Document document) {
    Same plain = new Same(List.of("bits, at least"), entries(circuit, List.of()));
    document.table(table(List.of(plain)));
  }

  /** Writes the terms of several, each with a proven regime; as many tables as have room. */
  static void add(List<CircuitEstimate> circuits, Document document) {
    document.text(
        "Bits of each term in "
            + circuits.get(0).best().orElseThrow().regime().name()
            + ", at least, the least term of a circuit in bold.",
        Emphasis.NONE);
    List<Same> beside = new ArrayList<>();
    int taken = 0;
    for (Same column : columns(circuits)) {
      if (taken + column.width() > ROOM && !beside.isEmpty()) {
        document.table(table(beside));
        beside.clear();
        taken = 0;
      }
      beside.add(column);
      taken += column.width();
    }
    document.table(table(beside));
  }

  private static List<Same> columns(List<CircuitEstimate> circuits) {
    Map<Map<Kind, Entry>, List<String>> equal = new LinkedHashMap<>();
    for (CircuitEstimate circuit : circuits) {
      List<CertifiedTerm> least = List.of(circuit.best().orElseThrow().binding());
      equal.computeIfAbsent(entries(circuit, least), any -> new ArrayList<>()).add(circuit.name());
    }
    List<Same> columns = new ArrayList<>();
    equal.forEach(
        (entries, names) -> {
          for (int i = 0; i < names.size(); i += MOST_NAMES) {
            int end = Math.min(i + MOST_NAMES, names.size());
            columns.add(new Same(List.copyOf(names.subList(i, end)), entries));
          }
        });
    return columns;
  }

  private static Map<Kind, Entry> entries(CircuitEstimate circuit, List<CertifiedTerm> strong) {
    Map<Kind, List<CertifiedTerm>> kinds = new LinkedHashMap<>();
    for (CertifiedTerm term : circuit.best().orElseThrow().terms()) {
      Kind kind = new Kind(NUMBER.matcher(term.term().name()).replaceAll("#"), theorem(term));
      kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(term);
    }
    Map<Kind, Entry> entries = new LinkedHashMap<>();
    kinds.forEach(
        (kind, terms) ->
            entries.put(kind, Entry.of(terms, strong.stream().anyMatch(terms::contains))));
    return entries;
  }

  private static Table table(List<Same> beside) {
    Set<Kind> kinds = new LinkedHashSet<>();
    beside.forEach(column -> kinds.addAll(column.entries.keySet()));
    List<Column> columns = new ArrayList<>(List.of(Column.names("term")));
    beside.forEach(column -> columns.add(Column.numbers(column.heading())));
    columns.add(Column.names("theorem"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Kind kind : kinds) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(names(kind, beside))));
      beside.forEach(column -> row.add(column.entry(kind).map(Entry::cell).orElse(Cell.DASH)));
      row.add(Cell.of(kind.theorem));
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  /** What circuits call terms of a kind; each its own way where they have more or fewer. */
  private static String names(Kind kind, List<Same> beside) {
    Map<String, List<String>> circuits = new LinkedHashMap<>();
    Map<String, Entry> called = new LinkedHashMap<>();
    for (Same column : beside) {
      column.entry(kind).ifPresent(entry -> called.putIfAbsent(entry.names(), entry));
      column
          .entry(kind)
          .map(entry -> circuits.computeIfAbsent(entry.names(), any -> new ArrayList<>()))
          .ifPresent(names -> names.add(column.heading()));
    }
    if (called.size() == 1) {
      return String.join("", called.keySet());
    }
    List<String> each = new ArrayList<>();
    Entry before = new Entry("", "", "", false);
    for (Entry entry : called.values()) {
      String in = " in " + String.join(", ", circuits.get(entry.names()));
      each.add(entry.namesAfter(before) + in);
      before = entry;
    }
    return String.join("; ", each);
  }

  /** The theorems of a term, as they are cited. */
  static String theorem(CertifiedTerm term) {
    return String.join("; ", term.term().sources().stream().map(Citation::toString).toList());
  }
}
