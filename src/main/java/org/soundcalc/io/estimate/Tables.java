package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.analysis.recursion.TreeFigure;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;

/** What the tables of zkVMs and of circuits hold, whatever they are drawn with. */
final class Tables {
  private static final Cell BLANK = Cell.of("");
  private static final Cell DASH = new Cell(Figures.DASH, Emphasis.FAINT);

  private Tables() {}

  /** A line for each zkVM. */
  static TextTable zkvms(List<ZkvmReport> zkvms) {
    List<Optional<TreeEstimate>> trees = new ArrayList<>(zkvms.size());
    zkvms.forEach(zkvm -> trees.add(TreeEstimate.of(zkvm.estimate())));
    boolean anyTree = trees.stream().anyMatch(Optional::isPresent);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("zkVM"));
    columns.add(Column.names("field"));
    columns.add(Column.names("proof system"));
    columns.add(Column.numbers("bits"));
    columns.add(Column.texts("regime"));
    columns.add(Column.names("weakest circuit"));
    if (anyTree) {
      columns.add(Column.numbers("bits,\nwhole\ntree"));
    }
    columns.add(Column.numbers("final proof,\nexpected /\nworst, KiB"));
    List<ProofSize> proofSizes = new ArrayList<>(zkvms.size());
    for (ZkvmReport zkvm : zkvms) {
      proofSizes.add(zkvm.estimate().proofSize());
    }
    List<String> sizes = Figures.kib(proofSizes);
    List<List<Cell>> rows = new ArrayList<>(zkvms.size());
    for (int i = 0; i < zkvms.size(); i++) {
      ZkvmReport zkvm = zkvms.get(i);
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(Cell.strong(unique(zkvm, zkvms)));
      row.add(Cell.of(Figures.fields(zkvm.estimate().circuits())));
      row.add(Cell.of(Figures.proofSystems(zkvm.estimate().circuits())));
      addSecurity(zkvm.estimate().security(), row);
      if (anyTree) {
        Optional<TreeFigure> figure = trees.get(i).flatMap(TreeEstimate::figure);
        row.add(figure.map(f -> Cell.strong(Long.toString(f.bits()))).orElse(DASH));
      }
      row.add(Cell.of(sizes.get(i)));
      rows.add(row);
    }
    return new TextTable(columns, rows, List.of());
  }

  private static void addSecurity(Optional<Security> security, List<Cell> row) {
    if (security.isPresent()) {
      row.add(Cell.strong(Long.toString(security.get().bits())));
      row.add(Cell.of(security.get().regime()));
      row.add(Cell.of(security.get().circuit()));
    } else {
      row.addAll(List.of(DASH, DASH, DASH));
    }
  }

  /** The title, with the file where another zkVM has the same. */
  private static String unique(ZkvmReport zkvm, List<ZkvmReport> all) {
    int namesakes = 0;
    for (ZkvmReport other : all) {
      namesakes += other.title().equals(zkvm.title()) ? 1 : 0;
    }
    return namesakes > 1 ? zkvm.title() + " (" + zkvm.source() + ")" : zkvm.title();
  }

  /** A line for each circuit, with two columns for each regime. */
  static TextTable circuits(ZkvmReport zkvm) {
    boolean measured = isMeasured(zkvm);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("circuit"));
    for (Regime regime : zkvm.regimes()) {
      columns.add(Column.numbers("").headed(Headings.of(regime)));
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
        row.add(Headings.inLine(result.regime()));
        row.add(bits(result));
        row.add(bindingTerm(result));
        if (first) {
          addSizes(circuit, sizes.get(i), measured, row);
        } else {
          row.addAll(Collections.nCopies(columns.size() - row.size(), BLANK));
        }
        rows.add(row);
      }
    }
    return new TextTable(columns, rows, Remarks.of(zkvm));
  }

  private static boolean isMeasured(ZkvmReport zkvm) {
    for (CircuitEstimate circuit : zkvm.shown()) {
      if (circuit.circuit().id().measuredProofSize().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static List<String> sizes(ZkvmReport zkvm) {
    List<ProofSize> sizes = new ArrayList<>(zkvm.shown().size());
    for (CircuitEstimate circuit : zkvm.shown()) {
      sizes.add(circuit.circuit().proofSize());
    }
    return Figures.kib(sizes);
  }

  private static void addSizeColumns(boolean measured, List<Column> columns) {
    columns.add(Column.numbers("proof, KiB\nexpected / worst"));
    if (measured) {
      columns.add(Column.numbers("measured"));
    }
  }

  private static void addSizes(
      CircuitEstimate circuit, String estimated, boolean measured, List<Cell> row) {
    row.add(Cell.of(estimated));
    if (measured) {
      Optional<String> size = circuit.circuit().id().measuredProofSize();
      row.add(size.isPresent() ? Cell.of(size.get()) : DASH);
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
}
