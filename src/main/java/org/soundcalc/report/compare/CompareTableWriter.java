package org.soundcalc.report.compare;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.report.Warning;
import org.soundcalc.report.text.Emphasis;
import org.soundcalc.report.text.Line;
import org.soundcalc.report.text.Style;
import org.soundcalc.report.text.TextTable;
import org.soundcalc.report.text.Wrap;

/**
 * The comparison for a person.
 *
 * @param style what the terminal can show
 * @param width its columns
 */
public record CompareTableWriter(Style style, int width) implements CompareWriter {
  @Override
  public void write(CompareReport report, Writer out) throws IOException {
    if (report.isPerCircuit()) {
      writeCircuits(report, out);
    } else {
      write(CompareTable.of(report), out);
    }
    for (Warning warning : report.warnings()) {
      for (String line : Wrap.lines("warning: " + warning.message(), width)) {
        out.append(style.apply(Emphasis.CAUTION, line)).append('\n');
      }
    }
  }

  /** A table for each zkVM, and what all have in common once. */
  private void writeCircuits(CompareReport report, Writer out) throws IOException {
    Map<String, List<ComparisonRow>> zkvms =
        report.rows().stream()
            .collect(
                Collectors.groupingBy(
                    ComparisonRow::zkvm, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<ComparisonRow>> zkvm : zkvms.entrySet()) {
      out.append(style.apply(Emphasis.STRONG, zkvm.getKey())).append("\n\n");
      write(CompareTable.ofCircuits(report, zkvm.getValue()), out);
      out.append('\n');
    }
    for (String note : CompareTable.notes(report)) {
      for (String line : Wrap.lines(note, width)) {
        out.append(style.apply(Emphasis.FAINT, line)).append('\n');
      }
    }
  }

  private void write(TextTable table, Writer out) throws IOException {
    for (Line line : table.lines(width, style)) {
      out.append(line.text()).append('\n');
    }
  }
}
