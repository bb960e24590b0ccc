package org.soundcalc.io.diff;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.RegimeDiff;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Table;
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
   * room, trees of proofs stand apart.
   */
  static Block zkvms(DiffReport report) {
    List<ZkvmComparison> trees = report.moved().stream().filter(ZkvmComparison::hasTree).toList();
    if (trees.isEmpty()) {
      return block(zkvms(report, false));
    }
    List<Column> columns = new ArrayList<>(List.of(Column.names("zkVM")));
    addTree(columns);
    List<List<Cell>> rows = new ArrayList<>();
    for (ZkvmComparison zkvm : trees) {
      List<Cell> row = new ArrayList<>(List.of(Cell.strong(zkvm.title())));
      addTree(zkvm, row);
      rows.add(row);
    }
    return new Block.Fitting(
        zkvms(report, true),
        List.of(block(zkvms(report, false)), new Block.Space(), block(new Table(columns, rows))));
  }

  private static Block block(Table table) {
    return new Block.Tables(List.of(table));
  }

  private static Table zkvms(DiffReport report, boolean withTrees) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("zkVM"));
    columns.add(Column.numbers("bits"));
    columns.add(Column.texts("regime"));
    columns.add(Column.names("weakest circuit"));
    if (withTrees) {
      addTree(columns);
    }
    addSizes("final proof,\n", columns);
    List<List<Cell>> rows = new ArrayList<>();
    for (ZkvmComparison zkvm : report.moved()) {
      ZkvmDiff diff = zkvm.diff();
      List<Cell> row = new ArrayList<>(List.of(Cell.strong(zkvm.title())));
      row.add(bits(diff.security().map(security -> (long) security.bits()), diff.sides()));
      row.add(security(diff, Security::regime));
      row.add(security(diff, Security::circuit));
      if (withTrees) {
        addTree(zkvm, row);
      }
      addSizes(diff.finalProof().map(ZkvmDiff.FinalProof::size), row);
      rows.add(row);
    }
    List<String> unchanged =
        report.zkvms().stream()
            .filter(zkvm -> zkvm.diff().kind() == Change.Kind.UNCHANGED)
            .map(ZkvmComparison::title)
            .toList();
    return new Table(columns, rows, noChange(unchanged));
  }

  private static Cell security(ZkvmDiff diff, Function<Security, String> part) {
    Change<String> parts = diff.security().map(part);
    boolean matched = diff.sides().isMatched();
    return Cell.of(matched ? Moves.text(parts) : parts.latest().orElse(Figures.DASH));
  }

  private static void addTree(List<Column> columns) {
    columns.add(Column.numbers("bits,\nwhole\ntree"));
    columns.add(Column.numbers("proofs,\nwhole\ntree"));
  }

  private static void addTree(ZkvmComparison zkvm, List<Cell> row) {
    row.add(tree(zkvm));
    row.add(zkvm.hasTree() ? Cell.of(proofs(zkvm.diff().trees())) : Cell.BLANK);
  }

  /** The figure of the tree; only where both sides have a tree can it be better or worse. */
  static Cell tree(ZkvmComparison zkvm) {
    return zkvm.hasTree() ? Moves.tree(zkvm.diff().treeFigure(), zkvm.diff().trees()) : Cell.BLANK;
  }

  /** How many proofs there are: {@code 4096 → 8192}. */
  static String proofs(Change<ZkvmDiff.Tree> trees) {
    Change<BigInteger> proofs = trees.map(ZkvmDiff.Tree::proofs);
    return Moves.text(proofs.map(TreeWords::count));
  }

  private static void addSizes(String heading, List<Column> columns) {
    columns.add(Column.numbers(heading + "expected, KiB"));
    columns.add(Column.numbers(heading + "worst, KiB"));
  }

  private static void addSizes(Change<ProofSize> size, List<Cell> row) {
    row.add(Moves.size(size.map(ProofSize::expectedBits)));
    row.add(Moves.size(size.map(ProofSize::worstCaseBits)));
  }

  private static List<String> noChange(List<String> names) {
    return names.isEmpty() ? List.of() : List.of("no change: " + String.join(", ", names));
  }

  /**
   * A line for each circuit that is not as it was, and the names of the others. Where there is no
   * room, bits and sizes stand apart, and then regimes have a line each.
   */
  static Block circuits(ZkvmComparison zkvm) {
    boolean resized =
        zkvm.movedCircuits().stream().anyMatch(circuit -> circuit.proofSize().isMoved());
    Table bits = circuits(zkvm, true, false);
    List<Block> substitute = new ArrayList<>();
    substitute.add(new Block.Fitting(bits, List.of(block(circuitsByRegime(zkvm)))));
    if (!resized) {
      return substitute.get(0);
    }
    substitute.add(new Block.Space());
    substitute.add(block(circuits(zkvm, false, true)));
    return new Block.Fitting(circuits(zkvm, true, true), substitute);
  }

  private static Table circuits(ZkvmComparison zkvm, boolean bits, boolean sizes) {
    List<Column> columns = new ArrayList<>(List.of(Column.names("circuit")));
    if (bits) {
      for (RegimeDiff regime : zkvm.movedCircuits().get(0).regimes()) {
        columns.add(Headings.column(regime.regime()));
      }
    }
    if (sizes) {
      addSizes("proof,\n", columns);
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (CircuitDiff circuit : zkvm.movedCircuits()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.strong(title(circuit))));
      if (bits) {
        circuit.regimes().forEach(regime -> row.add(total(regime, circuit)));
      }
      if (sizes) {
        addSizes(circuit.proofSize(), row);
      }
      rows.add(row);
    }
    return new Table(columns, rows, bits ? notes(zkvm) : List.of());
  }

  private static Table circuitsByRegime(ZkvmComparison zkvm) {
    List<List<Cell>> rows = new ArrayList<>();
    for (CircuitDiff circuit : zkvm.movedCircuits()) {
      Cell title = Cell.strong(title(circuit));
      for (RegimeDiff regime : circuit.regimes()) {
        rows.add(List.of(title, Headings.inLine(regime.regime()), total(regime, circuit)));
        title = Cell.BLANK;
      }
    }
    List<Column> columns =
        List.of(Column.names("circuit"), Column.names("regime"), Column.numbers("bits"));
    return new Table(columns, rows, notes(zkvm));
  }

  private static List<String> notes(ZkvmComparison zkvm) {
    List<String> notes = new ArrayList<>(DiffRemarks.dashes(zkvm.movedCircuits()));
    notes.addAll(noChange(zkvm.unchangedCircuits()));
    return notes;
  }

  private static String title(CircuitDiff circuit) {
    boolean matched = circuit.sides().isMatched();
    return matched ? circuit.name() : Moves.marked(circuit.name(), circuit.kind());
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
    Map<CircuitDiff.ParameterDiff, List<String>> circuits = new LinkedHashMap<>();
    int matched = 0;
    for (CircuitDiff circuit : zkvm.diff().circuits()) {
      if (circuit.sides().isMatched()) {
        matched++;
        for (CircuitDiff.ParameterDiff parameter : circuit.parameters()) {
          circuits.computeIfAbsent(parameter, p -> new ArrayList<>()).add(circuit.name());
        }
      }
    }
    List<List<Cell>> rows = new ArrayList<>(circuits.size());
    for (Map.Entry<CircuitDiff.ParameterDiff, List<String>> entry : circuits.entrySet()) {
      Change<String> value = entry.getKey().value();
      boolean all = matched > 1 && entry.getValue().size() == matched;
      rows.add(
          List.of(
              Cell.of(entry.getKey().key()),
              Cell.of(value.before().orElse(Figures.DASH)),
              Cell.of(value.after().orElse(Figures.DASH)),
              Cell.of(all ? "all" : String.join(", ", entry.getValue()))));
    }
    return new Table(
        List.of(
            Column.names("parameter"),
            Column.names("old"),
            Column.names("new"),
            Column.names("circuits")),
        rows);
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
    return new Table(columns, rows.folded(), DiffRemarks.multiplicities(regimes));
  }
}
