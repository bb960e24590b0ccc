package org.soundcalc.io.estimate;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Flow;
import org.soundcalc.io.document.Line;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.io.document.Wrap;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.recursion.TreeTables;
import org.soundcalc.model.CircuitId;

/**
 * The report for a person: the zkVMs first, then their circuits, then the circuits' terms.
 *
 * @param style what the terminal can show
 * @param width its columns
 * @param detail how much of it to show
 */
public record TableWriter(Style style, int width, Detail detail) implements ReportWriter {
  /** How much of a report to show. */
  public enum Detail {
    /** The zkVMs alone. */
    SUMMARY,

    /** Their circuits and terms too, rounds that are alike folded into one. */
    TERMS,

    /** Every term with decimals, and every parameter. */
    VERBOSE
  }

  private static final TermTables TERMS = new TermTables("*");
  private static final String LEGEND =
      "* binding term: the one with the fewest bits, which decides the circuit's";

  private static final String MORE = "the circuits and terms of each: --full, or one FILE alone";

  /** Longer reports scroll on a usual terminal, and end with what they began with. */
  private static final int USUAL_HEIGHT = 24;

  @Override
  public void write(Report report, Writer out) throws IOException {
    List<Line> summary = Tables.zkvms(report.zkvms()).lines(width, style);
    List<Line> lines = new ArrayList<>(summary);
    report.provisos().texts().forEach(text -> addText(text, Emphasis.CAUTION, lines));
    if (detail == Detail.SUMMARY) {
      lines.add(Line.EMPTY);
      addText(MORE, Emphasis.FAINT, lines);
    } else {
      addDetails(report, lines);
      if (style.lines() && lines.size() > USUAL_HEIGHT) {
        lines.add(Line.EMPTY);
        lines.addAll(summary);
      }
    }
    for (Line line : lines) {
      out.append(line.text()).append('\n');
    }
  }

  private void addDetails(Report report, List<Line> lines) {
    for (ZkvmReport zkvm : report.zkvms()) {
      if (zkvm.isLeftOut()) {
        continue;
      }
      lines.add(Line.EMPTY);
      if (report.zkvms().size() > 1) {
        addTitle(zkvm.title(), " · " + zkvm.source(), lines);
        lines.add(Line.EMPTY);
      }
      addZkvm(zkvm, lines);
    }
    if (report.zkvms().stream().anyMatch(zkvm -> !zkvm.shown().isEmpty())) {
      lines.add(Line.EMPTY);
      addText(LEGEND, Emphasis.FAINT, lines);
      report.caveats().forEach(caveat -> addText(caveat, Emphasis.CAUTION, lines));
    }
  }

  private void addZkvm(ZkvmReport zkvm, List<Line> lines) {
    for (Warning warning : zkvm.warnings()) {
      addText("warning: " + warning.message(), Emphasis.CAUTION, lines);
    }
    if (!zkvm.warnings().isEmpty()) {
      lines.add(Line.EMPTY);
    }
    if (zkvm.shown().isEmpty()) {
      return;
    }
    TextTable byCircuit = Tables.circuits(zkvm);
    boolean fits = byCircuit.leastWidth() <= width;
    TextTable circuits = fits ? byCircuit : Tables.circuitsByRegime(zkvm);
    lines.addAll(circuits.lines(width, style));
    if (zkvm.hint().isPresent()) {
      addText(zkvm.hint().get(), Emphasis.STRONG, lines);
    }
    Tree.of(zkvm.estimate())
        .ifPresent(
            tree -> {
              lines.add(Line.EMPTY);
              lines.addAll(TreeTables.lines(tree, width, style));
            });
    if (detail == Detail.VERBOSE) {
      for (CircuitEstimate circuit : zkvm.shown()) {
        addInFull(circuit, lines);
      }
    } else {
      addTerms(zkvm, lines);
    }
  }

  private void addTerms(ZkvmReport zkvm, List<Line> lines) {
    List<TextTable> tables = new ArrayList<>();
    for (CircuitEstimate circuit : zkvm.shown()) {
      if (circuit.figures().findAny().isPresent()) {
        tables.add(TERMS.folded(circuit));
      }
    }
    addFlow(tables, lines);
  }

  private void addInFull(CircuitEstimate circuit, List<Line> lines) {
    CircuitId id = circuit.circuit().id();
    lines.add(Line.EMPTY);
    String details = " · " + Figures.proofSystem(id) + " · " + id.field().displayName();
    addTitle(id.name(), details, lines);
    List<TextTable> tables = new ArrayList<>();
    tables.add(TermTables.parameters(circuit));
    if (circuit.figures().findAny().isPresent()) {
      tables.add(TERMS.inFull(circuit));
    }
    tables.add(GrindingTable.of(circuit.grinding()));
    addFlow(tables, lines);
  }

  private void addFlow(List<TextTable> tables, List<Line> lines) {
    if (!tables.isEmpty()) {
      lines.add(Line.EMPTY);
      lines.addAll(Flow.lines(tables, width, style));
    }
  }

  private void addTitle(String name, String details, List<Line> lines) {
    String rule = style.rule(2) + " ";
    String text = rule + name + details;
    int length = DisplayWidth.of(text);
    if (length > width) {
      addText(text, Emphasis.STRONG, lines);
    } else {
      String strong = style.apply(Emphasis.STRONG, name);
      String faint = style.apply(Emphasis.FAINT, details);
      lines.add(new Line(style.apply(Emphasis.FAINT, rule) + strong + faint, length));
    }
  }

  private void addText(String text, Emphasis emphasis, List<Line> lines) {
    for (String line : Wrap.lines(text, width)) {
      lines.add(new Line(style.apply(emphasis, line), DisplayWidth.of(line)));
    }
  }
}
