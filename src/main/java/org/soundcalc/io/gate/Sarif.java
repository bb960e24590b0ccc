package org.soundcalc.io.gate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.RecursionDescription;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Region;

/**
 * Verdicts as SARIF 2.1.0 of OASIS, which code scanning shows at the circuit in the file.
 *
 * @param folder that files are named relative to, absolute and normalized
 * @param standardInput the source that is no file
 * @param first the first argument, at which what is wrong with an option is shown
 */
public record Sarif(Path folder, String standardInput, String first) {
  /** Every result needs a file, and code scanning shows none without. */
  private static final String UNNAMED_INPUT = "stdin.toml";

  private static final String VERSION = "2.1.0";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /**
   * Makes the log.
   *
   * @param report the verdicts
   * @return all of them
   */
  public JsonObject of(GateReport report) {
    List<JsonObject> results = new ArrayList<>();
    report.zkvms().forEach(zkvm -> add(zkvm, report::isOption, results));
    report.errors().stream()
        .map(error -> report.isOption(error.source()) ? ofOption(error) : error)
        .forEach(e -> results.add(result(SarifRule.BAD_INPUT, e.source(), e)));
    JsonObject driver =
        new JsonObject()
            .put("name", "soundcalc")
            .put("version", report.version())
            .putAll("rules", List.of(SarifRule.values()), SarifRule::json);
    JsonObject properties = new JsonObject();
    report.provisos().addTo(properties);
    if (!report.standings().isEmpty()) {
      properties.put("status", report.standings());
    }
    if (report.zkvms().stream().anyMatch(zkvm -> zkvm.verdict().recursion().isPresent())) {
      properties.putAll("recursion", report.zkvms(), Sarif::recursion);
    }
    JsonObject run =
        new JsonObject()
            .put("tool", new JsonObject().put("driver", driver))
            .put("columnKind", "unicodeCodePoints")
            .put("results", results)
            .put("properties", properties);
    return new JsonObject()
        .put("version", VERSION)
        .put("$schema", SCHEMA)
        .put("runs", List.of(run));
  }

  /** What its file describes, where a milestone asks for that: no finding, since it may be so. */
  private static JsonObject recursion(CheckedZkvm zkvm) {
    return new JsonObject()
        .put("name", zkvm.verdict().estimate().zkvm().name())
        .put("source", zkvm.source())
        .put("recursion", zkvm.verdict().recursion().map(RecursionDescription::word));
  }

  /** Adds what there is to tell of a zkVM; nothing of one that passes, all of it proven. */
  private void add(CheckedZkvm zkvm, Predicate<String> isOption, List<JsonObject> results) {
    for (CheckedZkvm.Fault fault : zkvm.faults()) {
      SarifRule rule = SarifRule.of(fault);
      results.add(result(rule, zkvm, fault.circuit(), fault.region(), fault.words()));
    }
    for (Finding finding : zkvm.verdict().findings()) {
      if (finding instanceof Finding.Bits bits && bits.standing().isPresent()) {
        addReliances(zkvm, bits.required(), bits.standing().get(), results);
      }
    }
    String name = zkvm.verdict().estimate().zkvm().name();
    zkvm.annotatedWarnings().stream()
        .map(warning -> isOption.test(warning.source()) ? ofOption(warning) : warning)
        .forEach(warning -> results.add(result(SarifRule.WARNING, name, warning)));
    zkvm.caveats().forEach(caveat -> results.add(result(SarifRule.CAVEAT, name, caveat)));
  }

  /** Adds the circuits that meet what is required with a figure that is not proven. */
  private void addReliances(
      CheckedZkvm zkvm, long required, SecurityBasis basis, List<JsonObject> results) {
    for (int i = 0; i < basis.figures().size(); i++) {
      RegimeResult.Figures counted = basis.figures().get(i);
      if (!counted.regime().isProven() && counted.bits() >= required) {
        String circuit = zkvm.verdict().estimate().circuits().get(i).name();
        String words = GateWords.reliance(circuit, counted);
        results.add(result(SarifRule.NOT_PROVEN, zkvm, circuit, zkvm.header(i), words));
      }
    }
  }

  /** No option is an artifact: it is said of the first file that it was given for. */
  private Warning ofOption(Warning error) {
    return new Warning(first, Optional.empty(), error.placed());
  }

  /** Something about a circuit. */
  private JsonObject result(
      SarifRule rule, CheckedZkvm zkvm, String circuit, Region region, String words) {
    String name = zkvm.verdict().estimate().zkvm().name();
    String subject = name + "/" + circuit;
    // of a tree the same whichever circuit is to blame
    String which = rule == SarifRule.RECURSION ? name : subject;
    return result(
        rule, subject, which + "/" + rule.id(), zkvm.source(), Optional.of(region), words);
  }

  /** Something about a whole file. */
  private JsonObject result(SarifRule rule, String subject, Warning warning) {
    String fingerprint = subject + "/" + rule.id() + "/" + warning.message();
    return result(
        rule, subject, fingerprint, warning.source(), warning.region(), warning.message());
  }

  /**
   * A result.
   *
   * @param subject the zkVM, a circuit of it, or a file that could not be read
   * @param fingerprint the same from run to run, wherever in the file its subject moves
   */
  private JsonObject result(
      SarifRule rule,
      String subject,
      String fingerprint,
      String source,
      Optional<Region> region,
      String words) {
    JsonObject location =
        new JsonObject()
            .put("physicalLocation", physicalLocation(source, region))
            .put("logicalLocations", List.of(new JsonObject().put("fullyQualifiedName", subject)));
    return new JsonObject()
        .put("ruleId", rule.id())
        .put("ruleIndex", List.of(SarifRule.values()).indexOf(rule))
        .put("level", rule.level())
        .put("message", new JsonObject().put("text", text(words)))
        .put("locations", List.of(location))
        .put("partialFingerprints", new JsonObject().put("circuitAndRule/v1", fingerprint));
  }

  private JsonObject physicalLocation(String source, Optional<Region> region) {
    String uri = source.equals(standardInput) ? UNNAMED_INPUT : uri(source);
    return new JsonObject()
        .put("artifactLocation", new JsonObject().put("uri", uri))
        .putPresent("region", region.map(Sarif::json));
  }

  private static JsonObject json(Region region) {
    return new JsonObject()
        .put("startLine", region.line())
        .put("startColumn", region.column())
        .put("endColumn", region.endColumn());
  }

  /** A message without placeholders (3.11.5 of SARIF), which braces would be. */
  private static String text(String words) {
    return words.replace("{", "{{").replace("}", "}}");
  }

  /** Relative to the folder for what is inside it, as checkouts need it; else absolute. */
  private String uri(String source) {
    Path path = folder.resolve(source).normalize();
    if (!path.startsWith(folder)) {
      return path.toUri().toString();
    }
    return StreamSupport.stream(folder.relativize(path).spliterator(), false)
        .map(name -> encoded(name.toString()))
        .collect(Collectors.joining("/"));
  }

  /** Percent-encoded, but for what no URI need encode (2.3 of RFC 3986). */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
