package org.soundcalc.report.gate;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import org.soundcalc.report.Warning;

/**
 * Verdicts as workflow commands of GitHub Actions, which shows each at its line of the file; a
 * plain line for each zkVM.
 */
public record GithubWriter() implements GateWriter {
  @Override
  public void write(GateReport report, Writer out) throws IOException {
    for (CheckedZkvm zkvm : report.zkvms()) {
      write(zkvm, out);
    }
  }

  private static void write(CheckedZkvm zkvm, Writer out) throws IOException {
    out.append(zkvm.verdict().passed() ? "pass  " : "FAIL  ")
        .append(data(zkvm.title()))
        .append("  ")
        .append(
            zkvm.verdict().findings().stream()
                .map(GateWords::summary)
                .map(GithubWriter::data)
                .collect(Collectors.joining("; ")))
        .append('\n');
    for (Fault fault : zkvm.faults()) {
      out.append(
          "::error file=%s,line=%d,title=%s::%s\n"
              .formatted(
                  property(zkvm.source()),
                  fault.line(),
                  property("soundcalc: " + zkvm.title()),
                  data(fault.words())));
    }
    for (Warning warning : zkvm.warnings()) {
      String line = warning.line().isPresent() ? ",line=" + warning.line().getAsInt() : "";
      out.append(
          "::warning file=%s%s::%s\n"
              .formatted(property(warning.source()), line, data(warning.message())));
    }
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
