package org.soundcalc.io.gate;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soundcalc.io.document.Brief;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.Visible;
import org.soundcalc.io.document.Wrap;
import org.soundcalc.io.estimate.Warning;

/**
 * Verdicts for a person who reads the log of a failed run.
 *
 * @param report the verdicts
 * @param style what the terminal can show
 * @param width its columns
 */
public record GateText(GateReport report, Style style, int width) implements Rendering {
  private static final String INDENT = "  ";
  private static final Pattern SETTING = Pattern.compile("--set (?:'[^']*'|\\S+)");

  @Override
  public void writeTo(Writer out) throws IOException {
    int widest = report.zkvms().stream().mapToInt(z -> DisplayWidth.of(title(z))).max().orElse(0);
    for (CheckedZkvm zkvm : report.zkvms()) {
      write(zkvm, widest, out);
    }
    for (String proviso : report.words()) {
      for (String line : Wrap.lines(Visible.of(proviso), width)) {
        out.append(style.apply(Emphasis.CAUTION, line)).append('\n');
      }
    }
    for (String line : Wrap.lines(Visible.of(report.closing()), width)) {
      out.append(line.isEmpty() ? "" : line + "\n");
    }
  }

  private void write(CheckedZkvm zkvm, int widest, Writer out) throws IOException {
    boolean passed = zkvm.verdict().passed();
    String word =
        passed ? style.apply(Emphasis.STRONG, "pass") : style.apply(Emphasis.ERROR, "FAIL");
    String title = title(zkvm) + " ".repeat(widest - DisplayWidth.of(title(zkvm)));
    String all = "pass  " + title + INDENT + Visible.of(zkvm.summary());
    List<String> lines = Wrap.lines(all, width);
    out.append(word).append(lines.get(0).substring(4)).append('\n');
    for (String line : lines.subList(1, lines.size())) {
      out.append(line).append('\n');
    }
    Optional<String> outlook = zkvm.outlook();
    if (outlook.isPresent()) {
      writeText("", outlook.get(), out);
    }
    for (Warning warning : zkvm.otherWarnings()) {
      String line = warning.region().map(region -> ":" + region).orElse("");
      writeText(source(zkvm) + line + ": ", "warning: " + warning.message(), out);
    }
    for (CheckedZkvm.Fault fault : zkvm.faults()) {
      writeText(source(zkvm) + ":" + fault.region() + ": ", fault.words(), out);
    }
    Optional<String> further = FurtherSearch.command(zkvm, report.provisos());
    if (further.isPresent()) {
      writeText("to look further: ", further.get(), out);
    }
  }

  /** Its file, without what a terminal would obey. */
  private static String source(CheckedZkvm zkvm) {
    return Visible.of(zkvm.source());
  }

  /** As much of its name and version as a line holds beside a verdict. */
  private static String title(CheckedZkvm zkvm) {
    return Brief.TEXT.of(Visible.of(zkvm.title()), Brief.LONGEST);
  }

  /** The place is never broken, so that it stays a link: where it is long, the text is below. */
  private void writeText(String place, String words, Writer out) throws IOException {
    String text = Visible.of(words);
    int room = width - INDENT.length();
    if (DisplayWidth.of(place) <= room / 2) {
      for (String line : lines(place + text, room)) {
        out.append(INDENT).append(line).append('\n');
      }
    } else {
      out.append(INDENT).append(place.strip()).append('\n');
      for (String line : lines(text, room - INDENT.length())) {
        out.append(INDENT).append(INDENT).append(line).append('\n');
      }
    }
  }

  /** What is to be copied to a command line is never broken. */
  private static List<String> lines(String text, int width) {
    String kept =
        SETTING
            .matcher(text)
            .replaceAll(set -> Matcher.quoteReplacement(set.group().replace(' ', Wrap.NO_BREAK)));
    return Wrap.lines(kept, width).stream().map(line -> line.replace(Wrap.NO_BREAK, ' ')).toList();
  }
}
