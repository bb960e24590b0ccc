package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.RegimeDiff;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Headings;
import org.soundcalc.io.estimate.TermRows;
import org.soundcalc.io.recursion.TreeWords;
import org.soundcalc.model.ProofSize;

/** The tables of zkVMs, circuits, parameters and terms, before and after. */
final class DiffTables {
  private DiffTables() {}

  /**
   * A line for each zkVM that is not as it was, and the names of the others. Where there is no
   * room, sizes and trees of proofs stand apart.
   */
  static Block zkvms(DiffReport report) {
    List<ZkvmComparison> trees = report.moved().stream().filter(ZkvmComparison::hasTree).toList();
    TableBuilder<ZkvmComparison> sizes = titled(report.moved());
    addFinalProof(report.moved(), sizes);
    Block withoutTrees =
        new Block.Fitting(
            zkvms(report, false, true),
            List.of(
                block(zkvms(report, false, false)),
                new Block.Space(),
                block(sizes.table(List.of()))));
    if (trees.isEmpty()) {
      return withoutTrees;
    }
    TableBuilder<ZkvmComparison> apart = titled(trees);
    addTrees(apart);
    return new Block.Fitting(
        zkvms(report, true, true),
        List.of(withoutTrees, new Block.Space(), block(apart.table(List.of()))));
  }

  private static Block block(Table table) {
    return new Block.Tables(List.of(table));
  }

  private static Table zkvms(DiffReport report, boolean withTrees, boolean withSizes) {
    TableBuilder<ZkvmComparison> table =
        titled(report.moved())
            .add(
                Column.numbers("bits"),
                zkvm -> bits(zkvm.diff().securityBits(), zkvm.diff().sides()))
            .add(Column.texts("regime"), zkvm -> security(zkvm.diff(), Security::regime))
            .add(Column.names("weakest circuit"), zkvm -> security(zkvm.diff(), Security::circuit));
    if (withTrees) {
      addTrees(table);
    }
    if (withSizes) {
      addFinalProof(report.moved(), table);
    }
    List<String> unchanged =
        report.zkvms().stream()
            .filter(zkvm -> zkvm.diff().kind() == Change.Kind.UNCHANGED)
            .map(ZkvmComparison::title)
            .toList();
    return table.table(noChange(unchanged));
  }

  private static void addFinalProof(
      List<ZkvmComparison> zkvms, TableBuilder<ZkvmComparison> table) {
    addSizes(
        "final proof",
        zkvms,
        zkvm -> zkvm.diff().finalProof().map(ZkvmDiff.FinalProof::size),
        zkvm -> zkvm.diff().finalProofSent().map(ZkvmDiff.FinalProof::size),
        zkvm -> zkvm.diff().sides().latest().filter(ZkvmEstimate::isSizedAsSent).isPresent(),
        table);
  }

  private static TableBuilder<ZkvmComparison> titled(List<ZkvmComparison> zkvms) {
    return new TableBuilder<>(zkvms).add(Column.names("zkVM"), zkvm -> Cell.strong(zkvm.title()));
  }

  private static Cell security(ZkvmDiff diff, Function<Security, String> part) {
    Change<String> parts = diff.security().map(part);
    boolean matched = diff.sides().isMatched();
    return Cell.of(matched ? Moves.text(parts) : parts.latest().orElse(Figures.DASH));
  }

  private static void addTrees(TableBuilder<ZkvmComparison> table) {
    table
        .add(Column.numbers("bits,\nwhole\ntree"), DiffTables::tree)
        .add(
            Column.numbers("proofs,\nwhole\ntree"),
            zkvm -> zkvm.hasTree() ? Cell.of(proofs(zkvm.diff().trees())) : Cell.BLANK);
  }

  /** The figure of the tree; only where both sides have a tree can it be better or worse. */
  static Cell tree(ZkvmComparison zkvm) {
    return zkvm.hasTree() ? Moves.tree(zkvm.diff().treeFigure(), zkvm.diff().trees()) : Cell.BLANK;
  }

  /** How many proofs there are: {@code 4096 → 8192}. */
  static String proofs(Change<ZkvmDiff.Tree> trees) {
    return Moves.text(trees.map(tree -> TreeWords.count(tree.proofs())));
  }

  /** The sizes of soundcalc, and those as sent where there are some; first what decides. */
  private static <T> void addSizes(
      String proof,
      List<T> things,
      Function<T, Change<ProofSize>> usual,
      Function<T, Change<ProofSize>> sent,
      Predicate<T> isSizedAsSent,
      TableBuilder<T> table) {
    boolean sentFirst = things.stream().anyMatch(isSizedAsSent);
    if (sentFirst) {
      addSizes(proof + " as sent,\n", sent, table);
    }
    addSizes((sentFirst ? "soundcalc" : proof) + ",\n", usual, table);
    if (!sentFirst && things.stream().anyMatch(thing -> sent.apply(thing).latest().isPresent())) {
      addSizes("as sent,\n", sent, table);
    }
  }

  private static <T> void addSizes(
      String heading, Function<T, Change<ProofSize>> size, TableBuilder<T> table) {
    table
        .add(
            Column.numbers(heading + "expected, KiB"),
            row -> Moves.size(size.apply(row).map(ProofSize::expectedBits)))
        .add(
            Column.numbers(heading + "worst, KiB"),
            row -> Moves.size(size.apply(row).map(ProofSize::worstCaseBits)));
  }

  private static List<String> noChange(List<String> names) {
    return names.isEmpty() ? List.of() : List.of("no change: " + String.join(", ", names));
  }

  /**
   * A line for each circuit that is not as it was, and the names of the others. Where there is no
   * room, bits and sizes stand apart, and then regimes have a line each.
   */
  static Block circuits(ZkvmComparison zkvm) {
    Block bits =
        new Block.Fitting(circuits(zkvm, true, false), List.of(block(circuitsByRegime(zkvm))));
    return zkvm.movedCircuits().stream()
            .noneMatch(
                circuit -> circuit.proofSize().isMoved() || circuit.proofSizeSent().isMoved())
        ? bits
        : new Block.Fitting(
            circuits(zkvm, true, true),
            List.of(bits, new Block.Space(), block(circuits(zkvm, false, true))));
  }

  private static Table circuits(ZkvmComparison zkvm, boolean bits, boolean sizes) {
    List<CircuitDiff> circuits = zkvm.movedCircuits();
    TableBuilder<CircuitDiff> table =
        new TableBuilder<>(circuits).add(Column.names("circuit"), DiffTables::title);
    if (bits) {
      for (int i = 0; i < circuits.get(0).regimes().size(); i++) {
        int index = i;
        table.add(
            Headings.column(circuits.get(0).regimes().get(i).regime()),
            circuit -> total(circuit.regimes().get(index), circuit));
      }
    }
    if (sizes) {
      addSizes(
          "proof",
          circuits,
          CircuitDiff::proofSize,
          CircuitDiff::proofSizeSent,
          circuit -> circuit.sides().latest().orElseThrow().circuit().isSizedAsSent(),
          table);
    }
    return table.table(bits ? notes(zkvm) : List.of());
  }

  private static Table circuitsByRegime(ZkvmComparison zkvm) {
    List<List<Cell>> rows = new ArrayList<>();
    for (CircuitDiff circuit : zkvm.movedCircuits()) {
      Cell title = title(circuit);
      for (RegimeDiff regime : circuit.regimes()) {
        rows.add(List.of(title, Headings.inLine(regime.regime()), total(regime, circuit)));
        title = Cell.BLANK;
      }
    }
    List<Column> columns =
        List.of(Column.names("circuit"), Column.names("regime"), Column.numbers("bits"));
    return new Table(columns, rows, notes(zkvm));
  }

  /** Why regimes do not cover circuits, but for those that were removed; then what is unchanged. */
  private static List<String> notes(ZkvmComparison zkvm) {
    Map<String, List<String>> circuits = new LinkedHashMap<>();
    for (CircuitDiff circuit : zkvm.movedCircuits()) {
      if (circuit.kind() != Change.Kind.REMOVED) {
        for (RegimeDiff regime : circuit.regimes()) {
          for (String reason : reasons(regime, circuit.sides().isMatched())) {
            circuits.computeIfAbsent(reason, r -> new ArrayList<>()).add(circuit.name());
          }
        }
      }
    }
    List<String> notes = new ArrayList<>();
    circuits.forEach(
        (reason, names) -> notes.add(Figures.DASH + " " + String.join(", ", names) + reason));
    notes.addAll(noChange(zkvm.unchangedCircuits()));
    return notes;
  }

  /** What stands behind a dash, and on which side if not on both. */
  private static List<String> reasons(RegimeDiff regime, boolean matched) {
    Change<String> words =
        regime.reasons().map(reason -> ": " + regime.regime().name() + " " + reason);
    return matched && words.isMoved()
        ? Stream.concat(
                words.before().map(old -> " (old)" + old).stream(),
                words.after().map(now -> " (new)" + now).stream())
            .toList()
        : words.latest().stream().toList();
  }

  private static Cell title(CircuitDiff circuit) {
    boolean matched = circuit.sides().isMatched();
    return Cell.strong(matched ? circuit.name() : Moves.marked(circuit.name(), circuit.kind()));
  }

  private static Cell total(RegimeDiff regime, CircuitDiff circuit) {
    return bits(regime.total().map(RegimeDiff.Total::bits), circuit.sides());
  }

  /** Nothing where what was removed had no bits either: it neither kept nor lost any. */
  private static Cell bits(Change<Long> bits, Change<?> sides) {
    return sides.after().isEmpty() && bits.before().isEmpty()
        ? Cell.BLANK
        : Moves.bits(bits, sides);
  }

  /** The parameters that changed in circuits of both sides; a change that several share once. */
  static Table parameters(ZkvmComparison zkvm) {
    List<CircuitDiff> matched =
        zkvm.diff().circuits().stream().filter(circuit -> circuit.sides().isMatched()).toList();
    Map<CircuitDiff.ParameterDiff, List<String>> circuits = new LinkedHashMap<>();
    for (CircuitDiff circuit : matched) {
      for (CircuitDiff.ParameterDiff parameter : circuit.parameters()) {
        circuits.computeIfAbsent(parameter, p -> new ArrayList<>()).add(circuit.name());
      }
    }
    return new TableBuilder<>(List.copyOf(circuits.entrySet()))
        .add(Column.names("parameter"), entry -> Cell.of(entry.getKey().key()))
        .add(Column.names("old"), entry -> Cell.of(side(entry.getKey().value().before())))
        .add(Column.names("new"), entry -> Cell.of(side(entry.getKey().value().after())))
        .add(
            Column.names("circuits"),
            entry ->
                Cell.of(
                    matched.size() > 1 && entry.getValue().size() == matched.size()
                        ? "all"
                        : String.join(", ", entry.getValue())))
        .table(List.of());
  }

  private static String side(Optional<String> value) {
    return value.orElse(Figures.DASH);
  }

  /**
   * The terms of a circuit that moved, a column for each regime that covers both sides; runs of
   * numbered rounds with equal figures folded.
   */
  static Table terms(CircuitDiff circuit) {
    List<RegimeDiff> regimes =
        circuit.regimes().stream().filter(regime -> regime.total().isMatched()).toList();
    TermRows rows = new TermRows(regimes.size());
    Set<String> moved = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("").headed(Cell.strong(circuit.name())));
    for (int i = 0; i < regimes.size(); i++) {
      columns.add(Headings.column(regimes.get(i).regime()));
      for (RegimeDiff.TermDiff term : regimes.get(i).terms()) {
        rows.put(term.name(), i, Moves.term(term.figure()));
        if (term.isMoved()) {
          moved.add(term.name());
        }
      }
    }
    rows.retain(moved);
    return new Table(columns, rows.folded(), multiplicities(regimes));
  }

  /** Which multiplicities were chosen, where that is different now. */
  private static List<String> multiplicities(List<RegimeDiff> regimes) {
    List<String> remarks = new ArrayList<>();
    for (RegimeDiff regime : regimes) {
      Change<List<Long>> chosen = regime.total().map(RegimeDiff.Total::multiplicities);
      if (chosen.isMoved()) {
        Change<String> texts =
            chosen.flatMap(
                some -> Optional.of(some).filter(m -> !m.isEmpty()).map(Figures::multiplicities));
        remarks.add(regime.regime().name() + ": m = " + Moves.text(texts));
      }
    }
    return remarks;
  }
}
