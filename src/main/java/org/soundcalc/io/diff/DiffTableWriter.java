package org.soundcalc.io.diff;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Flow;
import org.soundcalc.io.document.Line;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.io.document.Wrap;

/**
 * The difference for a person: the zkVMs first, then circuits, parameters and terms; what was lost
 * comes last, where the eye is.
 *
 * @param style what the terminal can show
 * @param width its columns
 */
public record DiffTableWriter(Style style, int width) implements DiffWriter {
  private static final DiffTables TABLES = new DiffTables(Signs.ALIGNED);
  private static final String NO_CHANGE = "no change";
  private static final String NO_REGRESSION = "no regression";
  private static final String LEGEND =
      "* binding term: the one with the fewest bits, which decides the circuit's";

  @Override
  public void write(DiffReport report, Writer out) throws IOException {
    List<Line> lines = new ArrayList<>();
    if (report.moved().isEmpty()) {
      lines.add(Line.of(NO_CHANGE));
    } else {
      addZkvms(report, lines);
      boolean hasTerms = false;
      for (ZkvmComparison zkvm : report.detailed()) {
        hasTerms |= addZkvm(zkvm, report.zkvms().size() > 1, lines);
      }
      if (hasTerms) {
        lines.add(Line.EMPTY);
        addText(LEGEND, Emphasis.FAINT, lines);
      }
      lines.add(Line.EMPTY);
      addRegressions(report, lines);
    }
    for (Line line : lines) {
      out.append(line.text()).append('\n');
    }
  }

  private void addZkvms(DiffReport report, List<Line> lines) {
    for (TextTable table : TABLES.zkvms(report, width)) {
      if (!lines.isEmpty()) {
        lines.add(Line.EMPTY);
      }
      lines.addAll(table.lines(width, style));
    }
  }

  /** Adds what changed in a zkVM, and says whether terms are shown. */
  private boolean addZkvm(ZkvmComparison zkvm, boolean titled, List<Line> lines) {
    if (titled) {
      lines.add(Line.EMPTY);
      String title = style.rule(2) + " " + zkvm.title();
      addText(title + " · " + Arrow.of(zkvm.sources()), Emphasis.STRONG, lines);
    }
    if (!zkvm.remarks().isEmpty()) {
      lines.add(Line.EMPTY);
    }
    for (String remark : zkvm.remarks()) {
      addText("warning: " + remark, Emphasis.CAUTION, lines);
    }
    if (zkvm.movedCircuits().isEmpty()) {
      return false;
    }
    TABLES.circuits(zkvm, width).forEach(table -> addTables(List.of(table), lines));
    TextTable parameters = DiffTables.parameters(zkvm);
    if (!parameters.rows().isEmpty()) {
      addTables(List.of(parameters), lines);
    }
    List<TextTable> terms = terms(zkvm, Signs.ALIGNED);
    addTables(terms, lines);
    return !terms.isEmpty();
  }

  /** The terms that moved in each circuit that is on both sides. */
  static List<TextTable> terms(ZkvmComparison zkvm, Signs signs) {
    List<TextTable> tables = new ArrayList<>();
    for (CircuitDiff circuit : zkvm.movedCircuits()) {
      MovedTerms terms = MovedTerms.of(circuit);
      if (!terms.rows().isEmpty()) {
        tables.add(terms.table(signs));
      }
    }
    return tables;
  }

  private void addRegressions(DiffReport report, List<Line> lines) {
    for (NamedRegression regression : report.named()) {
      String text = regression.text(report.zkvms().size() > 1);
      addText("regression: " + text, Emphasis.ERROR, lines);
    }
    if (!report.hasRegressions()) {
      String rest = report.notComparedText();
      String suffix = rest.isEmpty() ? "" : "; not compared: " + rest;
      addText(NO_REGRESSION + suffix, Emphasis.NONE, lines);
    }
  }

  private void addTables(List<TextTable> tables, List<Line> lines) {
    if (!tables.isEmpty()) {
      lines.add(Line.EMPTY);
      lines.addAll(Flow.lines(tables, width, style));
    }
  }

  private void addText(String text, Emphasis emphasis, List<Line> lines) {
    for (String line : Wrap.lines(text, width)) {
      lines.add(new Line(style.apply(emphasis, line), DisplayWidth.of(line)));
    }
  }
}
