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
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.model.GrindingSite;

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
        rows.put(
            name,
            first + i,
            new Cell(bits, figures.isBinding(term) ? Emphasis.BINDING : Emphasis.NONE));
        if (full && term.term().grindingBits() > 0) {
          rows.put(name, 0, Cell.of(term.term().grindingBits()));
        }
      }
      if (!figures.multiplicities().isEmpty()) {
        String chosen = Figures.multiplicities(figures.multiplicities());
        notes.add(figures.regime().name() + ": m = " + chosen);
      }
      if (!figures.agreements().isEmpty()) {
        notes.add(figures.regime().name() + ": A/n = " + Figures.agreements(figures.agreements()));
      }
    }
    return new Table(columns, full ? rows.all() : rows.folded(), notes);
  }

  /** Every parameter of a circuit. */
  static Table parameters(CircuitEstimate circuit) {
    return new TableBuilder<>(circuit.circuit().parameters())
        .add(Column.names("parameter"), parameter -> Cell.of(parameter.key()))
        .add(Column.names("value"), parameter -> Cell.of(parameter.value()))
        .table(List.of());
  }

  /** How much of a circuit's figures is proof-of-work: a row for each site. */
  static Table grinding(Grinding grinding) {
    TableBuilder<GrindingSite> table =
        new TableBuilder<>(grinding.sites())
            .add(Column.names("grinding"), site -> Cell.of(site.site()))
            .add(Column.numbers("bits"), site -> Cell.of(site.bits()))
            .add(Column.numbers("count"), site -> Cell.of(site.count()));
    if (grinding.sites().isEmpty()) {
      return table.table(List.of("no proof-of-work"));
    }
    List<String> notes = new ArrayList<>();
    notes.add("expected work of a prover: 2^" + grinding.log2Work() + " hashes");
    List<String> without =
        grinding.without().stream()
            .flatMap(result -> result.figures().stream())
            .map(figures -> figures.regime().name() + " " + figures.bits())
            .toList();
    if (!without.isEmpty()) {
      notes.add("bits without grinding: " + String.join(", ", without));
    }
    return table.table(notes);
  }
}
