package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.Kind;
import org.soundcalc.analysis.diff.ParameterDiff;
import org.soundcalc.analysis.diff.RegimeDiff;
import org.soundcalc.analysis.diff.Total;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Headings;
import org.soundcalc.model.ProofSize;

/**
 * What the tables of zkVMs, circuits and parameters hold, whatever they are drawn with.
 *
 * @param signs where signs stand
 */
record DiffTables(Signs signs) {
  private static final String NO_CHANGE = "no change: ";

  /** A line for each zkVM that is not as it was, and the names of the others. */
  TextTable zkvms(DiffReport report) {
    return zkvms(report, trees(report.moved()));
  }

  /** The same as one table where there is room, else the trees of proofs apart. */
  List<TextTable> zkvms(DiffReport report, int width) {
    List<ZkvmComparison> trees = trees(report.moved());
    TextTable all = zkvms(report, trees);
    if (trees.isEmpty() || all.leastWidth() <= width) {
      return List.of(all);
    }
    Columns columns = titles(trees);
    TreeColumns.add(trees, signs, columns);
    return List.of(zkvms(report, List.of()), columns.table(List.of()));
  }

  private static List<ZkvmComparison> trees(List<ZkvmComparison> zkvms) {
    return zkvms.stream().filter(TreeColumns::isIn).toList();
  }

  private static Columns titles(List<ZkvmComparison> zkvms) {
    Columns columns = new Columns();
    columns.add(
        Column.names("zkVM"), zkvms.stream().map(zkvm -> Cell.strong(zkvm.title())).toList());
    return columns;
  }

  private TextTable zkvms(DiffReport report, List<ZkvmComparison> trees) {
    List<ZkvmComparison> zkvms = report.moved();
    Columns columns = titles(zkvms);
    columns.add(
        Column.numbers("bits"),
        signs.column(zkvms.stream().map(zkvm -> figure(zkvm.diff().security(), zkvm)).toList()));
    columns.add(
        Column.texts("regime"),
        zkvms.stream().map(zkvm -> security(zkvm, Security::regime)).toList());
    columns.add(
        Column.names("weakest circuit"),
        zkvms.stream().map(zkvm -> security(zkvm, Security::circuit)).toList());
    if (!trees.isEmpty()) {
      TreeColumns.add(zkvms, signs, columns);
    }
    addSizes(
        "final proof,\n",
        zkvms.stream()
            .map(zkvm -> zkvm.diff().finalProof().map(ZkvmDiff.FinalProof::size))
            .toList(),
        columns);
    List<String> unchanged =
        report.zkvms().stream()
            .filter(zkvm -> zkvm.diff().kind() == Kind.UNCHANGED)
            .map(ZkvmComparison::title)
            .toList();
    return columns.table(noChange(unchanged));
  }

  private static Figure figure(Change<Security> security, ZkvmComparison zkvm) {
    return bits(security.map(Security::bits), zkvm.diff().sides());
  }

  private static Cell security(ZkvmComparison zkvm, Function<Security, String> part) {
    Change<Security> security = zkvm.diff().security();
    boolean matched = zkvm.diff().sides().isMatched();
    return Cell.of(
        matched ? Arrow.of(security.map(part)) : security.latest().map(part).orElse(Figures.DASH));
  }

  private static Sense sense(Change<?> sides) {
    return sides.isMatched() ? Sense.BITS : Sense.NEUTRAL;
  }

  private void addSizes(String heading, List<Change<ProofSize>> sizes, Columns columns) {
    columns.add(
        Column.numbers(heading + "expected, KiB"),
        signs.column(
            sizes.stream().map(size -> Figure.size(size.map(ProofSize::expectedBits))).toList()));
    columns.add(
        Column.numbers(heading + "worst, KiB"),
        signs.column(
            sizes.stream().map(size -> Figure.size(size.map(ProofSize::worstCaseBits))).toList()));
  }

  private static List<String> noChange(List<String> names) {
    return names.isEmpty() ? List.of() : List.of(NO_CHANGE + String.join(", ", names));
  }

  /** A line for each circuit that is not as it was, and the names of the others. */
  TextTable circuits(ZkvmComparison zkvm) {
    Columns columns = bits(zkvm.movedCircuits());
    if (isResized(zkvm)) {
      addSizes(zkvm, columns);
    }
    return columns.table(circuitNotes(zkvm));
  }

  /** The same as one table where there is room, else bits and sizes apart, else a regime a line. */
  List<TextTable> circuits(ZkvmComparison zkvm, int width) {
    TextTable all = circuits(zkvm);
    if (all.leastWidth() <= width) {
      return List.of(all);
    }
    TextTable bits = bits(zkvm.movedCircuits()).table(circuitNotes(zkvm));
    List<TextTable> tables = new ArrayList<>();
    tables.add(bits.leastWidth() <= width ? bits : bitsByRegime(zkvm));
    if (isResized(zkvm)) {
      Columns sizes = titled(zkvm.movedCircuits());
      addSizes(zkvm, sizes);
      tables.add(sizes.table(List.of()));
    }
    return tables;
  }

  private static Columns titled(List<CircuitDiff> circuits) {
    Columns columns = new Columns();
    columns.add(
        Column.names("circuit"),
        circuits.stream().map(circuit -> Cell.strong(title(circuit))).toList());
    return columns;
  }

  private Columns bits(List<CircuitDiff> circuits) {
    Columns columns = titled(circuits);
    List<RegimeDiff> regimes = circuits.get(0).regimes();
    for (int i = 0; i < regimes.size(); i++) {
      int index = i;
      columns.add(
          Column.numbers("").headed(Headings.of(regimes.get(i).regime())),
          signs.column(
              circuits.stream().map(c -> total(c.regimes().get(index), c.sides())).toList()));
    }
    return columns;
  }

  private TextTable bitsByRegime(ZkvmComparison zkvm) {
    List<Cell> titles = new ArrayList<>();
    List<Cell> names = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (CircuitDiff circuit : zkvm.movedCircuits()) {
      String title = title(circuit);
      for (RegimeDiff regime : circuit.regimes()) {
        titles.add(Cell.strong(title));
        names.add(Headings.inLine(regime.regime()));
        figures.add(total(regime, circuit.sides()));
        title = "";
      }
    }
    Columns columns = new Columns();
    columns.add(Column.names("circuit"), titles);
    columns.add(Column.names("regime"), names);
    columns.add(Column.numbers("bits"), signs.column(figures));
    return columns.table(circuitNotes(zkvm));
  }

  private static boolean isResized(ZkvmComparison zkvm) {
    return zkvm.movedCircuits().stream().anyMatch(circuit -> circuit.proofSize().isMoved());
  }

  private void addSizes(ZkvmComparison zkvm, Columns columns) {
    addSizes(
        "proof,\n", zkvm.movedCircuits().stream().map(CircuitDiff::proofSize).toList(), columns);
  }

  private static List<String> circuitNotes(ZkvmComparison zkvm) {
    List<String> notes = new ArrayList<>(DiffRemarks.dashes(zkvm.movedCircuits()));
    notes.addAll(noChange(zkvm.unchangedCircuits()));
    return notes;
  }

  private static String title(CircuitDiff circuit) {
    return circuit.sides().isMatched()
        ? circuit.name()
        : circuit.name() + " (" + circuit.kind().word() + ")";
  }

  private static Figure total(RegimeDiff regime, Change<?> sides) {
    return bits(regime.total().map(Total::bits), sides);
  }

  /** Nothing where what was removed had no bits either: it neither kept nor lost any. */
  private static Figure bits(Change<Long> bits, Change<?> sides) {
    return sides.after().isEmpty() && bits.before().isEmpty()
        ? Figure.BLANK
        : Figure.bits(bits, sense(sides));
  }

  /** The parameters that changed in circuits of both sides; a change that several share once. */
  static TextTable parameters(ZkvmComparison zkvm) {
    Map<ParameterDiff, List<String>> circuits = new LinkedHashMap<>();
    int matched = 0;
    for (CircuitDiff circuit : zkvm.diff().circuits()) {
      if (circuit.sides().isMatched()) {
        matched++;
        for (ParameterDiff parameter : circuit.parameters()) {
          circuits.computeIfAbsent(parameter, p -> new ArrayList<>()).add(circuit.name());
        }
      }
    }
    List<List<Cell>> rows = new ArrayList<>(circuits.size());
    for (Map.Entry<ParameterDiff, List<String>> entry : circuits.entrySet()) {
      boolean all = matched > 1 && entry.getValue().size() == matched;
      rows.add(
          List.of(
              Cell.of(entry.getKey().key()),
              Cell.of(entry.getKey().value().before().orElse(Figures.DASH)),
              Cell.of(entry.getKey().value().after().orElse(Figures.DASH)),
              Cell.of(all ? "all" : String.join(", ", entry.getValue()))));
    }
    return new TextTable(
        List.of(
            Column.names("parameter"),
            Column.names("old"),
            Column.names("new"),
            Column.names("circuits")),
        rows,
        List.of());
  }
}
