package org.soundcalc.io.gate;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.soundcalc.io.document.Rendering;
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
      out.append(data(proviso)).append('\n');
    }
    for (Warning error : report.errors()) {
      out.append(command("error", place(error.source(), error.region()), error.message()));
    }
  }

  private void write(CheckedZkvm zkvm, Writer out) throws IOException {
    out.append(zkvm.verdict().passed() ? "pass  " : "FAIL  ")
        .append(data(zkvm.title()))
        .append("  ")
        .append(data(GateWords.summary(zkvm.verdict())))
        .append('\n');
    for (CheckedZkvm.Fault fault : zkvm.faults()) {
      String place = place(zkvm.source(), Optional.of(fault.region()));
      String title = "title=" + property("soundcalc: " + zkvm.title());
      out.append(command("error", place.isEmpty() ? title : place + "," + title, fault.words()));
    }
    for (Warning warning : zkvm.warnings()) {
      out.append(command("warning", place(warning.source(), warning.region()), warning.message()));
    }
  }

  private static String command(String name, String properties, String text) {
    return "::" + name + (properties.isEmpty() ? "" : " " + properties) + "::" + data(text) + "\n";
  }

  /** File, line and columns; empty where an annotation could stand nowhere. */
  private String place(String source, Optional<Region> region) {
    return source.equals(standardInput)
        ? ""
        : "file=" + property(source) + region.map(GithubCommands::position).orElse("");
  }

  private static String position(Region region) {
    return ",line=%d,col=%d,endColumn=%d"
        .formatted(region.line(), region.column(), region.endColumn());
  }

  /** A text that ends a command. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** A text inside a command, where commas and colons have a meaning. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
