package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.io.document.XmlElement;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Sizes;

/**
 * Verdicts as JUnit XML: a suite for each zkVM, a case for each requirement. Elements and
 * attributes are those that Surefire writes and its readers know.
 */
public final class Junit {
  private Junit() {}

  /**
   * Makes the suites.
   *
   * @param report the verdicts
   * @return all of them
   */
  public static XmlElement of(GateReport report) {
    Map<String, List<Warning>> errors =
        report.errors().stream()
            .collect(
                Collectors.groupingBy(Warning::source, LinkedHashMap::new, Collectors.toList()));
    List<Finding> findings =
        report.zkvms().stream().flatMap(zkvm -> zkvm.verdict().findings().stream()).toList();
    XmlElement suites = new XmlElement("testsuites").with("name", "soundcalc check");
    addCounts(findings, errors.size(), suites);
    List<XmlElement> provisos = new ArrayList<>();
    provisos.add(property("accounting", report.accounting().word()));
    if (report.provisos().sizes() == Sizes.SENT) {
      provisos.add(property("sizes", Sizes.SENT.word()));
    }
    if (report.provisos().bounds() != BoundSet.MAY_2026) {
      provisos.add(property("bounds", report.provisos().bounds().word()));
    }
    report.standings().forEach(standing -> provisos.add(property("status", standing)));
    report.provisos().settings().forEach(set -> provisos.add(property("set", set)));
    report.zkvms().forEach(zkvm -> suites.add(suite(zkvm, provisos)));
    errors.forEach((source, some) -> suites.add(suite(source, some, provisos)));
    return suites;
  }

  /** A file that could not be checked is a case with an error. */
  private static XmlElement suite(String source, List<Warning> errors, List<XmlElement> provisos) {
    XmlElement error =
        new XmlElement("error")
            .with("message", errors.get(0).message())
            .with("type", "bad-input")
            .text(String.join("\n", errors.stream().map(Warning::placed).toList()));
    return suite(source, List.of(), 1, provisos).add(testcase(source, "can be checked").add(error));
  }

  private static XmlElement suite(CheckedZkvm zkvm, List<XmlElement> provisos) {
    List<Finding> findings = zkvm.verdict().findings();
    List<XmlElement> properties = new ArrayList<>(provisos);
    zkvm.verdict()
        .recursion()
        .ifPresent(described -> properties.add(property("recursion", described.word())));
    XmlElement suite = suite(zkvm.title(), findings, 0, properties);
    for (Finding finding : findings) {
      // many readers show nothing else of a case that passed
      String name = GateWords.requirement(finding) + GateWords.caution(finding);
      XmlElement testcase = testcase(zkvm.title() + " (" + zkvm.source() + ")", name);
      if (!finding.passed()) {
        testcase.add(failure(zkvm, finding));
      }
      suite.add(testcase.add(new XmlElement("system-out").text(output(zkvm, finding))));
    }
    return suite;
  }

  /** Properties are those of each suite, since the root has none in what readers know. */
  private static XmlElement suite(
      String name, List<Finding> findings, int errors, List<XmlElement> properties) {
    XmlElement suite = new XmlElement("testsuite").with("name", name);
    addCounts(findings, errors, suite);
    XmlElement all = new XmlElement("properties");
    properties.forEach(all::add);
    return suite.add(all);
  }

  private static XmlElement property(String name, String value) {
    return new XmlElement("property").with("name", name).with("value", value);
  }

  private static void addCounts(List<Finding> findings, int errors, XmlElement element) {
    element
        .with("tests", findings.size() + errors)
        .with("failures", findings.stream().filter(finding -> !finding.passed()).count())
        .with("errors", errors)
        .with("skipped", 0)
        .with("time", 0);
  }

  private static XmlElement testcase(String classname, String name) {
    return new XmlElement("testcase")
        .with("classname", classname)
        .with("name", name)
        .with("time", 0);
  }

  private static XmlElement failure(CheckedZkvm zkvm, Finding finding) {
    List<CheckedZkvm.Fault> faults = zkvm.faults(finding);
    List<String> lines =
        faults.stream()
            .map(fault -> zkvm.source() + ":" + fault.region() + ": " + fault.words())
            .toList();
    return new XmlElement("failure")
        .with("message", faults.get(0).words())
        .with("type", finding.kind())
        .text(String.join("\n", lines));
  }

  /** What readers of the figures must know. */
  static List<Warning> remarks(CheckedZkvm zkvm) {
    return Stream.concat(zkvm.otherWarnings().stream(), zkvm.caveats().stream()).toList();
  }

  /** What is beside what is required; with the bits, what readers of the figures must know. */
  private static String output(CheckedZkvm zkvm, Finding finding) {
    List<String> lines = new ArrayList<>(List.of(GateWords.summary(finding)));
    if (finding instanceof Finding.Bits) {
      remarks(zkvm).forEach(w -> lines.add(w.place() + ": warning: " + w.message()));
    }
    return String.join("\n", lines);
  }
}
