package org.soundcalc.io.gate;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.Verdict;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.estimate.Xml;
import org.soundcalc.model.Accounting;

/**
 * Verdicts as JUnit XML: a suite for each zkVM, a case for each requirement. Elements and
 * attributes are those that Surefire writes and its readers know.
 */
public record JunitWriter() implements GateWriter {
  @Override
  public void write(GateReport report, Writer out) throws IOException {
    try {
      Xml xml = new Xml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out));
      write(report, xml);
      xml.endDocument();
    } catch (XMLStreamException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  private static void write(GateReport report, Xml xml) throws XMLStreamException {
    List<Verdict> verdicts = report.zkvms().stream().map(CheckedZkvm::verdict).toList();
    xml.start("testsuites");
    xml.attribute("name", "soundcalc check");
    Map<String, List<Warning>> errors = new LinkedHashMap<>();
    for (Warning error : report.errors()) {
      errors.computeIfAbsent(error.source(), source -> new ArrayList<>()).add(error);
    }
    writeCounts(verdicts.stream().flatMap(v -> v.findings().stream()).toList(), errors.size(), xml);
    for (CheckedZkvm zkvm : report.zkvms()) {
      write(zkvm, report.accounting(), xml);
    }
    for (Map.Entry<String, List<Warning>> file : errors.entrySet()) {
      write(file.getKey(), file.getValue(), report.accounting(), xml);
    }
    xml.end();
  }

  /** A file that could not be checked is a case with an error. */
  private static void write(String source, List<Warning> errors, Accounting accounting, Xml xml)
      throws XMLStreamException {
    xml.start("testsuite");
    xml.attribute("name", source);
    writeCounts(List.of(), 1, xml);
    writeProperties(accounting, xml);
    xml.start("testcase");
    xml.attribute("classname", source);
    xml.attribute("name", "can be checked");
    xml.attribute("time", 0);
    xml.start("error");
    xml.attribute("message", errors.get(0).message());
    xml.attribute("type", "bad-input");
    xml.end(errors.stream().map(JunitWriter::located).collect(Collectors.joining("\n")));
    xml.end();
    xml.end();
  }

  private static String located(Warning remark) {
    String line = remark.line().isPresent() ? ":" + remark.line().getAsInt() : "";
    return remark.source() + line + ": " + remark.message();
  }

  private static void write(CheckedZkvm zkvm, Accounting accounting, Xml xml)
      throws XMLStreamException {
    List<Finding> findings = zkvm.verdict().findings();
    xml.start("testsuite");
    xml.attribute("name", zkvm.title());
    writeCounts(findings, 0, xml);
    writeProperties(accounting, xml);
    for (Finding finding : findings) {
      xml.start("testcase");
      xml.attribute("classname", zkvm.title());
      // many readers show nothing else of a case that passed
      xml.attribute("name", GateWords.requirement(finding) + GateWords.caution(finding));
      xml.attribute("time", 0);
      writeFailure(zkvm, finding, xml);
      xml.start("system-out");
      xml.end(output(zkvm, finding));
      xml.end();
    }
    xml.end();
  }

  private static void writeCounts(List<Finding> findings, int errors, Xml xml)
      throws XMLStreamException {
    xml.attribute("tests", findings.size() + errors);
    xml.attribute("failures", findings.stream().filter(finding -> !finding.passed()).count());
    xml.attribute("errors", errors);
    xml.attribute("skipped", 0);
    xml.attribute("time", 0);
  }

  /** Of each suite, since the root has none in what readers know. */
  private static void writeProperties(Accounting accounting, Xml xml) throws XMLStreamException {
    xml.start("properties");
    xml.empty("property");
    xml.attribute("name", "accounting");
    xml.attribute("value", accounting.word());
    xml.end();
  }

  private static void writeFailure(CheckedZkvm zkvm, Finding finding, Xml xml)
      throws XMLStreamException {
    List<Fault> faults = zkvm.faults(finding);
    if (!faults.isEmpty()) {
      xml.start("failure");
      xml.attribute("message", faults.get(0).words());
      xml.attribute("type", finding.kind());
      xml.end(
          faults.stream()
              .map(fault -> zkvm.source() + ":" + fault.line() + ": " + fault.words())
              .collect(Collectors.joining("\n")));
    }
  }

  /** What is beside what is required; with the bits, what readers of the figures must know. */
  private static String output(CheckedZkvm zkvm, Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(GateWords.summary(finding));
    if (finding instanceof Finding.Bits) {
      for (Warning warning : zkvm.warnings()) {
        String line = warning.line().isPresent() ? ":" + warning.line().getAsInt() : "";
        lines.add(warning.source() + line + ": warning: " + warning.message());
      }
    }
    return String.join("\n", lines);
  }
}
