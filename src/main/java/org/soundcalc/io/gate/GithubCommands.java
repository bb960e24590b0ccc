package org.soundcalc.io.gate;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.io.document.Brief;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Visible;
import org.soundcalc.io.document.WorkflowCommands;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Region;

/**
 * Verdicts as workflow commands of GitHub Actions, which shows each at its line of the file; a
 * plain line for each zkVM, and one where errors were not counted as usual.
 *
 * @param report the verdicts
 * @param standardInput the source that is no file
 */
public record GithubCommands(GateReport report, String standardInput) implements Rendering {
  @Override
  public void writeTo(Writer out) throws IOException {
    for (CheckedZkvm zkvm : report.zkvms()) {
      write(zkvm, out);
    }
    for (String proviso : report.words()) {
      out.append(plain(proviso));
    }
    for (Warning error : report.errors()) {
      // what has no place in a file says where it is: an option, or what is no file
      out.append(command("error", error, error.region().isPresent()));
    }
    out.append(report.closing().isEmpty() ? "" : plain(report.closing()));
  }

  private void write(CheckedZkvm zkvm, Writer out) throws IOException {
    String word = zkvm.verdict().passed() ? "pass  " : "FAIL  ";
    String title = Brief.TEXT.of(zkvm.title(), Brief.LONGEST);
    out.append(plain(word + title + "  " + zkvm.summary()));
    Optional<String> outlook = zkvm.outlook();
    if (outlook.isPresent()) {
      out.append(plain("  " + outlook.get()));
    }
    for (CheckedZkvm.Fault fault : zkvm.faults()) {
      Map<String, Object> properties = place(zkvm.source(), Optional.of(fault.region()));
      properties.put("title", "soundcalc: " + title);
      out.append(WorkflowCommands.command("error", properties, fault.words()));
    }
    List<Warning> warnings = new ArrayList<>(zkvm.annotatedWarnings());
    warnings.addAll(zkvm.caveats());
    for (Warning warning : warnings) {
      out.append(command("warning", warning, !report.isOption(warning.source())));
    }
  }

  private String command(String name, Warning warning, boolean isOfFile) {
    return isOfFile
        ? WorkflowCommands.command(
            name, place(warning.source(), warning.region()), warning.message())
        : WorkflowCommands.command(name, Map.of(), warning.placed());
  }

  /** A line that is no command, whatever names are in it. */
  private static String plain(String text) {
    return WorkflowCommands.neutral(Visible.of(text)) + "\n";
  }

  /** File, line and columns; empty where an annotation could stand nowhere. */
  private Map<String, Object> place(String source, Optional<Region> region) {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (!source.equals(standardInput)) {
      properties.put("file", source);
      region.ifPresent(
          points -> {
            properties.put("line", points.line());
            properties.put("col", points.column());
            properties.put("endColumn", points.endColumn());
          });
    }
    return properties;
  }
}
