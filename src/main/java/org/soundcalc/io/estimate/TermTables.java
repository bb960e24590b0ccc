package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Grinding;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Parameter;

/** What there is to see of one circuit: its terms, its parameters, its proof-of-work. */
final class TermTables {
  private TermTables() {}

  /** The terms, runs of equal rounds folded, in whole bits; a column for each regime. */
  static Table folded(CircuitEstimate circuit) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("").headed(Cell.strong(circuit.name())));
    return table(circuit, columns, false);
  }

  /** Every term, with decimals and grinding. */
  static Table inFull(CircuitEstimate circuit) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("term"));
    columns.add(Column.numbers("grinding"));
    return table(circuit, columns, true);
  }

  private static Table table(CircuitEstimate circuit, List<Column> columns, boolean full) {
    List<RegimeResult.Figures> regimes = circuit.figures().toList();
    int first = columns.size() - 1;
    TermRows rows = new TermRows(first + regimes.size());
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < regimes.size(); i++) {
      RegimeResult.Figures figures = regimes.get(i);
      columns.add(Headings.column(figures.regime()));
      for (CertifiedTerm term : figures.terms()) {
        String name = term.term().name();
        String bits = full ? Figures.decimalBits(term).toString() : Long.toString(term.bits());
        boolean binds = name.equals(figures.binding().term().name());
        rows.put(name, first + i, new Cell(bits, binds ? Emphasis.BINDING : Emphasis.NONE));
        if (full && term.term().grindingBits() > 0) {
          rows.put(name, 0, Cell.of(term.term().grindingBits()));
        }
      }
      if (!figures.multiplicities().isEmpty()) {
        String chosen = Figures.multiplicities(figures.multiplicities());
        notes.add(figures.regime().name() + ": m = " + chosen);
      }
    }
    return new Table(columns, full ? rows.all() : rows.folded(), notes);
  }

  /** Every parameter of a circuit. */
  static Table parameters(CircuitEstimate circuit) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Parameter parameter : circuit.circuit().parameters()) {
      rows.add(List.of(Cell.of(parameter.key()), Cell.of(parameter.value())));
    }
    return new Table(List.of(Column.names("parameter"), Column.names("value")), rows);
  }

  /** How much of a circuit's figures is proof-of-work: a row for each site. */
  static Table grinding(Grinding grinding) {
    List<Column> columns =
        List.of(Column.names("grinding"), Column.numbers("bits"), Column.numbers("count"));
    List<List<Cell>> rows = new ArrayList<>();
    for (GrindingSite site : grinding.sites()) {
      rows.add(List.of(Cell.of(site.site()), Cell.of(site.bits()), Cell.of(site.count())));
    }
    if (rows.isEmpty()) {
      return new Table(columns, rows, List.of("no proof-of-work"));
    }
    List<String> notes = new ArrayList<>();
    notes.add("expected work of a prover: 2^" + grinding.log2Work() + " hashes");
    List<String> without = new ArrayList<>();
    for (RegimeResult result : grinding.without()) {
      if (result instanceof RegimeResult.Figures figures) {
        without.add(figures.regime().name() + " " + figures.bits());
      }
    }
    if (!without.isEmpty()) {
      notes.add("bits without grinding: " + String.join(", ", without));
    }
    return new Table(columns, rows, notes);
  }
}
