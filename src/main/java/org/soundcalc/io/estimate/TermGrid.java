package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;

/**
 * The terms of a circuit as rows, with a column for each regime that covers it.
 *
 * @param columns the regimes' figures
 * @param rows in the order of the protocol
 */
record TermGrid(List<RegimeResult.Figures> columns, List<Row> rows) {
  /**
   * A term, or a run of terms with the same figures.
   *
   * @param name the term's, or {@code commit rounds 1-5} for a run
   * @param entries one for each column, nothing where the regime has no such term
   */
  record Row(String name, List<Optional<Entry>> entries) {
    /** Stands for the bits of a term that a regime does not have. */
    private static final long NONE = -1;

    /** Bits of proof-of-work before this round, 0 for none. */
    int grindingBits() {
      return entries.stream()
          .flatMap(Optional::stream)
          .findFirst()
          .map(entry -> entry.term().term().grindingBits())
          .orElse(0);
    }

    private static long bits(Optional<Entry> entry) {
      return entry.isPresent() ? entry.get().term().bits() : NONE;
    }

    private boolean sameBits(Row other) {
      for (int i = 0; i < entries.size(); i++) {
        if (bits(entries.get(i)) != bits(other.entries.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * The figure of a term under a regime.
   *
   * @param term the term
   * @param binding whether the circuit's figure under the regime is this one
   */
  record Entry(CertifiedTerm term, boolean binding) {}

  /** Every term of the circuit. */
  static TermGrid of(CircuitEstimate circuit) {
    List<RegimeResult.Figures> columns = circuit.figures().toList();
    Map<String, List<Optional<Entry>>> rows = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      RegimeResult.Figures figures = columns.get(i);
      for (CertifiedTerm term : figures.terms()) {
        boolean binding = term.term().name().equals(figures.binding().term().name());
        rows.computeIfAbsent(
                term.term().name(),
                name -> new ArrayList<>(Collections.nCopies(columns.size(), Optional.empty())))
            .set(i, Optional.of(new Entry(term, binding)));
      }
    }
    List<Row> list = new ArrayList<>(rows.size());
    for (Map.Entry<String, List<Optional<Entry>>> row : rows.entrySet()) {
      list.add(new Row(row.getKey(), List.copyOf(row.getValue())));
    }
    return new TermGrid(columns, List.copyOf(list));
  }

  /** The same grid with runs of numbered rounds that have the same figures folded into one row. */
  TermGrid folded() {
    List<Row> result = new ArrayList<>(rows.size());
    for (int start = 0; start < rows.size(); ) {
      int end = endOfRun(start);
      result.add(end - start == 1 ? rows.get(start) : fold(start, end));
      start = end;
    }
    return new TermGrid(columns, List.copyOf(result));
  }

  private int endOfRun(int start) {
    int end = start + 1;
    Optional<RoundName> previous = RoundName.parse(rows.get(start).name());
    while (previous.isPresent() && end < rows.size()) {
      Optional<RoundName> next = RoundName.parse(rows.get(end).name());
      boolean follows = next.isPresent() && next.get().follows(previous.get());
      if (!follows || !rows.get(end).sameBits(rows.get(start))) {
        break;
      }
      previous = next;
      end++;
    }
    return end;
  }

  private Row fold(int start, int end) {
    RoundName first = RoundName.parse(rows.get(start).name()).orElseThrow();
    RoundName last = RoundName.parse(rows.get(end - 1).name()).orElseThrow();
    List<Optional<Entry>> entries = new ArrayList<>(rows.get(start).entries());
    for (Row row : rows.subList(start + 1, end)) {
      for (int i = 0; i < entries.size(); i++) {
        if (row.entries().get(i).filter(Entry::binding).isPresent()) {
          entries.set(i, row.entries().get(i));
        }
      }
    }
    return new Row(first.to(last), entries);
  }
}
