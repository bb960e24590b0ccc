package org.soundcalc.io.estimate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.gate.MilestoneResult;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.StatedSize;

/** What the tables of zkVMs and of circuits hold, whatever they are drawn with. */
final class Tables {
  private Tables() {}

  /** A zkVM with what its line says of the whole of it. */
  private record Line(
      ZkvmReport zkvm, String title, Optional<Security> security, Optional<TreeEstimate> tree) {
    private Cell ofCircuits(String separator, Function<CircuitId, String> part) {
      Set<String> parts = new LinkedHashSet<>();
      zkvm.estimate().circuits().forEach(circuit -> parts.add(part.apply(circuit.circuit().id())));
      return Cell.of(String.join(separator, parts));
    }

    private Cell bitsOfTree() {
      return tree.flatMap(TreeEstimate::figure)
          .map(figure -> bits(figure.bits()))
          .orElse(Cell.DASH);
    }
  }

  /** A line for each zkVM or, where there is no room, one whose bits and regime share a column. */
  static Block.Fitting zkvms(List<ZkvmReport> zkvms) {
    return new Block.Fitting(
        zkvms(zkvms, false), List.of(new Block.Tables(List.of(zkvms(zkvms, true)))));
  }

  /** The same with the milestones that each passes. */
  static Block.Tables zkvmsWithMilestones(List<ZkvmReport> zkvms) {
    Table table = zkvms(zkvms, false);
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(Column.texts("passes"));
    List<List<Cell>> rows = new ArrayList<>();
    for (ZkvmReport zkvm : zkvms) {
      List<Cell> row = new ArrayList<>(table.rows().get(rows.size()));
      row.add(Cell.of(passed(zkvm)));
      rows.add(row);
    }
    return new Block.Tables(List.of(new Table(columns, rows, table.notes())));
  }

  private static String passed(ZkvmReport zkvm) {
    List<String> passed = new ArrayList<>();
    for (MilestoneResult result : MilestoneResult.all(zkvm.estimate())) {
      if (result.passed()) {
        boolean isBare = result.caveats(List.of()).isEmpty();
        passed.add(result.milestone().word() + (isBare ? "" : " (with caveats)"));
      }
    }
    return passed.isEmpty() ? Figures.DASH : String.join(", ", passed);
  }

  private static Table zkvms(List<ZkvmReport> zkvms, boolean narrow) {
    List<String> titles =
        Figures.unique(
            zkvms.stream().map(ZkvmReport::title).toList(),
            zkvms.stream().map(ZkvmReport::source).toList());
    List<Line> lines = new ArrayList<>(zkvms.size());
    for (ZkvmReport zkvm : zkvms) {
      lines.add(
          new Line(
              zkvm,
              titles.get(lines.size()),
              zkvm.estimate().findSecurity(),
              TreeEstimate.of(zkvm.estimate())));
    }
    TableBuilder<Line> table =
        new TableBuilder<>(lines)
            .add(Column.names("zkVM"), line -> Cell.strong(line.title()))
            .add(
                Column.names("field"),
                line -> line.ofCircuits(", ", id -> id.field().displayName()))
            .add(
                Column.names("proof system"),
                line -> line.ofCircuits(narrow ? ",\n" : ", ", Figures::proofSystem));
    if (narrow) {
      int digits = lines.stream().mapToInt(line -> digits(line.security())).max().orElse(0);
      table.add(
          Column.texts("bits"),
          line -> of(line.security(), s -> Cell.strong(bitsAndRegime(s, digits))));
    } else {
      table
          .add(Column.numbers("bits"), line -> of(line.security(), s -> bits(s.bits())))
          .add(Column.texts("regime"), line -> of(line.security(), s -> Cell.of(s.regime())));
    }
    table.add(
        Column.names("weakest circuit"), line -> of(line.security(), s -> Cell.of(s.circuit())));
    if (lines.stream().anyMatch(line -> line.tree().isPresent())) {
      table.add(Column.numbers("bits,\nwhole\ntree"), Line::bitsOfTree);
    }
    addSizes(
        "%s,\nexpected /\nworst, KiB",
        "final proof",
        zkvms.stream().map(zkvm -> zkvm.estimate().last().circuit()).toList(),
        line -> Optional.of(line.zkvm().estimate().last().circuit()),
        table);
    return table.table(List.of());
  }

  /** The sizes of proofs: soundcalc's, and those as sent where there are some; it decides first. */
  private static <T> void addSizes(
      String heading,
      String proof,
      List<Circuit> circuits,
      Function<T, Optional<Circuit>> circuit,
      TableBuilder<T> table) {
    boolean withSent = circuits.stream().anyMatch(its -> its.proofSizeSent().isPresent());
    boolean sentFirst = circuits.stream().anyMatch(Circuit::isSizedAsSent);
    Function<Circuit, Optional<ProofSize>> sent = Circuit::proofSizeSent;
    Function<Circuit, Optional<ProofSize>> usual = its -> Optional.of(its.proofSize());
    if (sentFirst) {
      addSize(heading.formatted(proof + "\nas sent"), sent, circuits, circuit, table);
    }
    addSize(heading.formatted(sentFirst ? "soundcalc" : proof), usual, circuits, circuit, table);
    if (withSent && !sentFirst) {
      addSize(heading.formatted("as sent"), sent, circuits, circuit, table);
    }
  }

  private static <T> void addSize(
      String heading,
      Function<Circuit, Optional<ProofSize>> size,
      List<Circuit> circuits,
      Function<T, Optional<Circuit>> circuit,
      TableBuilder<T> table) {
    Function<ProofSize, String> kib =
        Figures.kib(circuits.stream().flatMap(its -> size.apply(its).stream()).toList());
    table.add(
        Column.numbers(heading),
        row ->
            circuit
                .apply(row)
                .map(own -> of(size.apply(own), its -> Cell.of(kib.apply(its))))
                .orElse(Cell.BLANK));
  }

  private static int digits(Optional<Security> security) {
    return security.map(s -> Integer.toString(s.bits()).length()).orElse(0);
  }

  private static String bitsAndRegime(Security security, int digits) {
    String padding = " ".repeat(digits - digits(Optional.of(security)));
    return padding + security.bits() + " " + security.regime();
  }

  private static Cell bits(long bits) {
    return Cell.strong(Long.toString(bits));
  }

  private static <T> Cell of(Optional<T> figure, Function<T, Cell> cell) {
    return figure.map(cell).orElse(Cell.DASH);
  }

  /** A line for each circuit or, where there is no room, for each circuit and regime. */
  static Block circuits(ZkvmReport zkvm) {
    return new Block.Fitting(
        byCircuit(zkvm), List.of(new Block.Tables(List.of(byCircuitAndRegime(zkvm)))));
  }

  private static Table byCircuit(ZkvmReport zkvm) {
    TableBuilder<CircuitEstimate> table =
        new TableBuilder<>(zkvm.shown())
            .add(Column.names("circuit"), circuit -> Cell.strong(circuit.name()));
    for (Regime regime : zkvm.regimes()) {
      addFigures(Headings.column(regime), circuit -> circuit.under(regime), table);
    }
    addSizes(zkvm, Optional::of, table);
    return table.table(remarks(zkvm));
  }

  /** A circuit under a regime; with the first regime stands what is the circuit's own. */
  private record Row(CircuitEstimate circuit, RegimeResult result, boolean isFirst) {
    private Optional<CircuitEstimate> own() {
      return Optional.of(circuit).filter(c -> isFirst);
    }
  }

  private static Table byCircuitAndRegime(ZkvmReport zkvm) {
    List<Row> rows = new ArrayList<>();
    for (CircuitEstimate circuit : zkvm.shown()) {
      for (RegimeResult result : circuit.results()) {
        rows.add(new Row(circuit, result, result == circuit.results().get(0)));
      }
    }
    TableBuilder<Row> table =
        new TableBuilder<>(rows)
            .add(
                Column.names("circuit"),
                row -> row.own().map(own -> Cell.strong(own.name())).orElse(Cell.BLANK))
            .add(Column.names("regime"), row -> Headings.inLine(row.result().regime()));
    addFigures(Column.numbers("bits"), row -> row.result().figures(), table);
    addSizes(zkvm, Row::own, table);
    return table.table(remarks(zkvm));
  }

  private static <T> void addFigures(
      Column column, Function<T, Optional<RegimeResult.Figures>> figures, TableBuilder<T> table) {
    table
        .add(column, row -> of(figures.apply(row), f -> bits(f.bits())))
        .add(
            Column.names("binding term"),
            row ->
                figures.apply(row).map(f -> Cell.of(f.binding().term().name())).orElse(Cell.BLANK));
  }

  /** The sizes of each circuit, measured ones where there are some. */
  private static <T> void addSizes(
      ZkvmReport zkvm, Function<T, Optional<CircuitEstimate>> circuit, TableBuilder<T> table) {
    addSizes(
        "%s, KiB\nexpected / worst",
        "proof",
        zkvm.shown().stream().map(CircuitEstimate::circuit).toList(),
        row -> circuit.apply(row).map(CircuitEstimate::circuit),
        table);
    if (zkvm.shown().stream().anyMatch(own -> measured(own).isPresent())) {
      table.add(
          Column.numbers("measured"),
          row -> circuit.apply(row).map(own -> of(measured(own), Cell::of)).orElse(Cell.BLANK));
    }
    if (zkvm.shown().stream().anyMatch(own -> overMeasured(own).isPresent())) {
      table.add(
          Column.numbers("as sent against\nmeasured"),
          row -> circuit.apply(row).map(own -> of(overMeasured(own), Cell::of)).orElse(Cell.BLANK));
    }
  }

  private static Optional<String> measured(CircuitEstimate circuit) {
    return circuit.circuit().id().measuredProofSize();
  }

  /** By how much its sizes as sent differ from the measured one. */
  private static Optional<String> overMeasured(CircuitEstimate circuit) {
    Optional<BigInteger> bits = measured(circuit).flatMap(StatedSize::measuredBits);
    Optional<ProofSize> sent = circuit.circuit().proofSizeSent();
    if (bits.isEmpty() || sent.isEmpty()) {
      return Optional.empty();
    }
    return Figures.percent(sent.get().expectedBits(), bits.get())
        .flatMap(
            expected ->
                Figures.percent(sent.get().worstCaseBits(), bits.get())
                    .map(worst -> expected + " / " + worst));
  }

  /** Why figures are missing. */
  private static List<String> remarks(ZkvmReport zkvm) {
    List<String> remarks = new ArrayList<>();
    if (zkvm.estimate().findSecurity().isEmpty()) {
      remarks.add(withoutProvenFigure(zkvm));
    }
    Map<String, List<String>> circuits = new LinkedHashMap<>();
    for (CircuitEstimate circuit : zkvm.shown()) {
      for (RegimeResult result : circuit.results()) {
        if (result instanceof RegimeResult.NotCovered dash) {
          String reason = dash.regime().name() + " " + dash.reason();
          circuits.computeIfAbsent(reason, r -> new ArrayList<>()).add(circuit.name());
        }
      }
    }
    circuits.forEach(
        (reason, names) -> {
          boolean ofAll = names.size() == zkvm.shown().size();
          String which = ofAll ? "" : String.join(", ", names) + ": ";
          remarks.add(Figures.DASH + " " + which + reason);
        });
    return remarks;
  }

  private static String withoutProvenFigure(ZkvmReport zkvm) {
    if (zkvm.regimes().stream().noneMatch(Regime::isProven)) {
      return "no proven figure: no proven regime is selected";
    }
    List<String> names =
        zkvm.estimate().circuits().stream()
            .filter(circuit -> circuit.best().isEmpty())
            .map(CircuitEstimate::name)
            .toList();
    return "no proven figure: no selected proven regime covers " + String.join(", ", names);
  }
}
