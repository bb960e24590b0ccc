package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Table;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;

/** What the tables of zkVMs and of circuits hold, whatever they are drawn with. */
final class Tables {
  private Tables() {}

  /** A line for each zkVM. */
  static Table zkvms(List<ZkvmReport> zkvms) {
    List<Optional<TreeEstimate>> trees = new ArrayList<>(zkvms.size());
    List<String> titles = new ArrayList<>(zkvms.size());
    List<String> sources = new ArrayList<>(zkvms.size());
    List<ProofSize> proofSizes = new ArrayList<>(zkvms.size());
    for (ZkvmReport zkvm : zkvms) {
      trees.add(TreeEstimate.of(zkvm.estimate()));
      titles.add(zkvm.title());
      sources.add(zkvm.source());
      proofSizes.add(zkvm.estimate().proofSize());
    }
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
    titles = Figures.unique(titles, sources);
    List<String> sizes = Figures.kib(proofSizes);
    List<List<Cell>> rows = new ArrayList<>(zkvms.size());
    for (int i = 0; i < zkvms.size(); i++) {
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(Cell.strong(titles.get(i)));
      Set<String> fields = new LinkedHashSet<>();
      Set<String> systems = new LinkedHashSet<>();
      for (CircuitEstimate circuit : zkvms.get(i).estimate().circuits()) {
        fields.add(circuit.circuit().id().field().displayName());
        systems.add(Figures.proofSystem(circuit.circuit().id()));
      }
      row.add(Cell.of(String.join(", ", fields)));
      row.add(Cell.of(String.join(", ", systems)));
      addSecurity(zkvms.get(i).estimate().findSecurity(), row);
      if (anyTree) {
        Optional<TreeEstimate.Figure> figure = trees.get(i).flatMap(TreeEstimate::figure);
        row.add(figure.map(f -> Cell.strong(Long.toString(f.bits()))).orElse(Cell.DASH));
      }
      row.add(Cell.of(sizes.get(i)));
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static void addSecurity(Optional<Security> security, List<Cell> row) {
    if (security.isPresent()) {
      row.add(Cell.strong(Long.toString(security.get().bits())));
      row.add(Cell.of(security.get().regime()));
      row.add(Cell.of(security.get().circuit()));
    } else {
      row.addAll(List.of(Cell.DASH, Cell.DASH, Cell.DASH));
    }
  }

  /** A line for each circuit or, where there is no room, for each circuit and regime. */
  static Block circuits(ZkvmReport zkvm) {
    return new Block.Fitting(
        byCircuit(zkvm), List.of(new Block.Tables(List.of(byCircuitAndRegime(zkvm)))));
  }

  private static Table byCircuit(ZkvmReport zkvm) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("circuit"));
    for (Regime regime : zkvm.regimes()) {
      columns.add(Headings.column(regime));
      columns.add(Column.names("binding term"));
    }
    List<List<Cell>> sizes = sizes(zkvm, columns);
    List<List<Cell>> rows = new ArrayList<>(zkvm.shown().size());
    for (int i = 0; i < zkvm.shown().size(); i++) {
      CircuitEstimate circuit = zkvm.shown().get(i);
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(Cell.strong(circuit.name()));
      for (RegimeResult result : circuit.results()) {
        addFigure(result, row);
      }
      row.addAll(sizes.get(i));
      rows.add(row);
    }
    return new Table(columns, rows, Remarks.of(zkvm));
  }

  private static Table byCircuitAndRegime(ZkvmReport zkvm) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("circuit"));
    columns.add(Column.names("regime"));
    columns.add(Column.numbers("bits"));
    columns.add(Column.names("binding term"));
    List<List<Cell>> sizes = sizes(zkvm, columns);
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < zkvm.shown().size(); i++) {
      CircuitEstimate circuit = zkvm.shown().get(i);
      Cell name = Cell.strong(circuit.name());
      List<Cell> size = sizes.get(i);
      for (RegimeResult result : circuit.results()) {
        List<Cell> row = new ArrayList<>(columns.size());
        row.add(name);
        row.add(Headings.inLine(result.regime()));
        addFigure(result, row);
        row.addAll(size);
        rows.add(row);
        name = Cell.BLANK;
        size = Collections.nCopies(size.size(), Cell.BLANK);
      }
    }
    return new Table(columns, rows, Remarks.of(zkvm));
  }

  private static void addFigure(RegimeResult result, List<Cell> row) {
    if (result instanceof RegimeResult.Figures figures) {
      row.add(Cell.strong(Long.toString(figures.bits())));
      row.add(Cell.of(figures.binding().term().name()));
    } else {
      row.add(Cell.DASH);
      row.add(Cell.BLANK);
    }
  }

  /** The sizes of each circuit, measured ones where there are some, and columns for them. */
  private static List<List<Cell>> sizes(ZkvmReport zkvm, List<Column> columns) {
    boolean measured = false;
    List<ProofSize> estimated = new ArrayList<>(zkvm.shown().size());
    for (CircuitEstimate circuit : zkvm.shown()) {
      estimated.add(circuit.circuit().proofSize());
      measured |= circuit.circuit().id().measuredProofSize().isPresent();
    }
    columns.add(Column.numbers("proof, KiB\nexpected / worst"));
    if (measured) {
      columns.add(Column.numbers("measured"));
    }
    List<String> texts = Figures.kib(estimated);
    List<List<Cell>> sizes = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(texts.get(i))));
      if (measured) {
        Optional<String> size = zkvm.shown().get(i).circuit().id().measuredProofSize();
        cells.add(size.isPresent() ? Cell.of(size.get()) : Cell.DASH);
      }
      sizes.add(cells);
    }
    return sizes;
  }
}
