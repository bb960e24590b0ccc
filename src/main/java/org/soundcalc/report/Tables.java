package org.soundcalc.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.report.text.Cell;
import org.soundcalc.report.text.Column;
import org.soundcalc.report.text.Emphasis;
import org.soundcalc.report.text.TextTable;

/**
 * What the tables of a report hold, whatever they are drawn with.
 *
 * @param bindingMark stands before the figure of a binding term
 */
record Tables(String bindingMark) {
  private static final Cell BLANK = Cell.of("");
  private static final Cell DASH = new Cell(Figures.DASH, Emphasis.FAINT);

  /** A line for each zkVM. */
  static TextTable zkvms(List<ZkvmReport> zkvms) {
    List<Column> columns =
        List.of(
            Column.names("zkVM"),
            Column.names("field"),
            Column.names("proof system"),
            Column.numbers("bits"),
            Column.texts("regime"),
            Column.names("weakest circuit"),
            Column.numbers("final proof,\nexpected /\nworst, KiB"));
    List<String> sizes = Figures.kib(zkvms.stream().map(z -> z.estimate().proofSize()).toList());
    List<List<Cell>> rows = new ArrayList<>(zkvms.size());
    for (int i = 0; i < zkvms.size(); i++) {
      ZkvmReport zkvm = zkvms.get(i);
      List<CircuitEstimate> circuits = zkvm.estimate().circuits();
      Optional<Security> security = zkvm.estimate().security();
      rows.add(
          List.of(
              Cell.strong(unique(zkvm, zkvms)),
              Cell.of(Figures.fields(circuits)),
              Cell.of(Figures.proofSystems(circuits)),
              security.map(s -> Cell.strong(Long.toString(s.bits()))).orElse(DASH),
              security.map(s -> Cell.of(s.regime())).orElse(DASH),
              security.map(s -> Cell.of(s.circuit())).orElse(DASH),
              Cell.of(sizes.get(i))));
    }
    return new TextTable(columns, rows, List.of());
  }

  /** The title, with the file where another zkVM has the same. */
  private static String unique(ZkvmReport zkvm, List<ZkvmReport> all) {
    long namesakes = all.stream().filter(other -> other.title().equals(zkvm.title())).count();
    return namesakes > 1 ? zkvm.title() + " (" + zkvm.source() + ")" : zkvm.title();
  }

  /** A line for each circuit, with two columns for each regime. */
  static TextTable circuits(ZkvmReport zkvm) {
    boolean measured = isMeasured(zkvm);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("circuit"));
    for (Regime regime : zkvm.regimes()) {
      columns.add(Column.numbers("").headed(heading(regime)));
      columns.add(Column.names("binding term"));
    }
    addSizeColumns(measured, columns);
    List<String> sizes = sizes(zkvm);
    List<List<Cell>> rows = new ArrayList<>(zkvm.shown().size());
    for (int i = 0; i < zkvm.shown().size(); i++) {
      CircuitEstimate circuit = zkvm.shown().get(i);
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(Cell.strong(circuit.circuit().id().name()));
      for (RegimeResult result : circuit.results()) {
        row.add(bits(result));
        row.add(bindingTerm(result));
      }
      addSizes(circuit, sizes.get(i), measured, row);
      rows.add(row);
    }
    return new TextTable(columns, rows, Remarks.of(zkvm));
  }

  /** A line for each circuit and regime, for where there is no room for columns. */
  static TextTable circuitsByRegime(ZkvmReport zkvm) {
    boolean measured = isMeasured(zkvm);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("circuit"));
    columns.add(Column.names("regime"));
    columns.add(Column.numbers("bits"));
    columns.add(Column.names("binding term"));
    addSizeColumns(measured, columns);
    List<String> sizes = sizes(zkvm);
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < zkvm.shown().size(); i++) {
      CircuitEstimate circuit = zkvm.shown().get(i);
      for (RegimeResult result : circuit.results()) {
        boolean first = result.equals(circuit.results().get(0));
        List<Cell> row = new ArrayList<>(columns.size());
        row.add(first ? Cell.strong(circuit.circuit().id().name()) : BLANK);
        row.add(new Cell(label(result.regime()), emphasis(result.regime(), Emphasis.NONE)));
        row.add(bits(result));
        row.add(bindingTerm(result));
        if (first) {
          addSizes(circuit, sizes.get(i), measured, row);
        } else {
          columns.stream().skip(row.size()).forEach(column -> row.add(BLANK));
        }
        rows.add(row);
      }
    }
    return new TextTable(columns, rows, Remarks.of(zkvm));
  }

  /** The terms of a circuit, runs of equal rounds folded, in whole bits. */
  TextTable terms(CircuitEstimate circuit) {
    TermGrid grid = TermGrid.of(circuit).folded();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("").headed(Cell.strong(circuit.circuit().id().name())));
    grid.columns().forEach(f -> columns.add(Column.numbers("").headed(heading(f.regime()))));
    List<List<Cell>> rows = new ArrayList<>(grid.rows().size());
    for (TermGrid.Row term : grid.rows()) {
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(Cell.of(term.name()));
      term.entries().forEach(e -> row.add(entry(e, false)));
      rows.add(row);
    }
    return new TextTable(columns, rows, Remarks.multiplicities(grid));
  }

  /** Every term of a circuit, with decimals and grinding. */
  TextTable allTerms(CircuitEstimate circuit) {
    TermGrid grid = TermGrid.of(circuit);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("term"));
    columns.add(Column.numbers("grinding"));
    grid.columns().forEach(f -> columns.add(Column.numbers("").headed(heading(f.regime()))));
    List<List<Cell>> rows = new ArrayList<>(grid.rows().size());
    for (TermGrid.Row term : grid.rows()) {
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(Cell.of(term.name()));
      row.add(term.grindingBits() == 0 ? BLANK : Cell.of(Integer.toString(term.grindingBits())));
      term.entries().forEach(e -> row.add(entry(e, true)));
      rows.add(row);
    }
    return new TextTable(columns, rows, Remarks.multiplicities(grid));
  }

  /** Every parameter of a circuit. */
  static TextTable parameters(CircuitEstimate circuit) {
    List<Column> columns = List.of(Column.names("parameter"), Column.names("value"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Parameter parameter : circuit.circuit().parameters()) {
      rows.add(List.of(Cell.of(parameter.key()), Cell.of(parameter.value())));
    }
    return new TextTable(columns, rows, List.of());
  }

  private Cell entry(Optional<TermGrid.Entry> entry, boolean decimals) {
    if (entry.isEmpty()) {
      return DASH;
    }
    TermGrid.Entry figure = entry.get();
    String bits =
        decimals
            ? Figures.decimalBits(figure.term()).toString()
            : Long.toString(figure.term().bits());
    return figure.binding() ? new Cell(bindingMark + bits, Emphasis.BINDING) : Cell.of(bits);
  }

  private static boolean isMeasured(ZkvmReport zkvm) {
    return zkvm.shown().stream().anyMatch(c -> c.circuit().id().measuredProofSize().isPresent());
  }

  private static List<String> sizes(ZkvmReport zkvm) {
    List<ProofSize> sizes = zkvm.shown().stream().map(c -> c.circuit().proofSize()).toList();
    return Figures.kib(sizes);
  }

  private static void addSizeColumns(boolean measured, List<Column> columns) {
    columns.add(Column.numbers("proof, KiB\nexpected / worst"));
    if (measured) {
      columns.add(Column.numbers("measured"));
    }
  }

  private static void addSizes(
      CircuitEstimate circuit, String size, boolean measured, List<Cell> row) {
    row.add(Cell.of(size));
    if (measured) {
      row.add(circuit.circuit().id().measuredProofSize().map(Cell::of).orElse(DASH));
    }
  }

  private static Cell bits(RegimeResult result) {
    return result instanceof RegimeResult.Figures figures
        ? Cell.strong(Long.toString(figures.bits()))
        : DASH;
  }

  private static Cell bindingTerm(RegimeResult result) {
    return result instanceof RegimeResult.Figures figures
        ? Cell.of(figures.binding().term().name())
        : BLANK;
  }

  private static String label(Regime regime) {
    return Figures.isProven(regime)
        ? regime.name()
        : regime.name() + " (" + regime.status().word() + ")";
  }

  private static Cell heading(Regime regime) {
    String status = Figures.isProven(regime) ? "" : "\n" + regime.status().word();
    return new Cell(regime.name() + status, emphasis(regime, Emphasis.STRONG));
  }

  private static Emphasis emphasis(Regime regime, Emphasis proven) {
    return Figures.isProven(regime) ? proven : Emphasis.CAUTION;
  }
}
