package org.soundcalc.io.gate;

import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.soundcalc.io.estimate.Json;
import tools.jackson.core.JsonGenerator;

/**
 * Verdicts as SARIF 2.1.0 of OASIS, which code scanning shows at the circuit in the file.
 *
 * @param folder that files are named relative to, absolute and normalized
 * @param standardInput the source that is no file
 */
public record SarifWriter(Path folder, String standardInput) implements GateWriter {
  private static final List<SarifRule> RULES = List.of(SarifRule.values());
  private static final String VERSION = "2.1.0";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public void write(GateReport report, Writer out) throws IOException {
    Json.write(out, json -> write(report, json));
  }

  private void write(GateReport report, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("version", VERSION);
    json.writeStringProperty("$schema", SCHEMA);
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "soundcalc");
    json.writeStringProperty("version", report.version());
    json.writeArrayPropertyStart("rules");
    RULES.forEach(rule -> rule.write(json));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayPropertyStart("results");
    for (CheckedZkvm zkvm : report.zkvms()) {
      SarifResult.of(zkvm).forEach(result -> write(result, json));
    }
    report.errors().forEach(error -> write(SarifResult.of(error), json));
    json.writeEndArray();
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("accounting", report.accounting().word());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(SarifResult result, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", result.rule().id());
    json.writeNumberProperty("ruleIndex", RULES.indexOf(result.rule()));
    json.writeStringProperty("level", result.rule().level());
    json.writeObjectPropertyStart("message");
    json.writeStringProperty("text", text(result.words()));
    json.writeEndObject();
    json.writeArrayPropertyStart("locations");
    writeLocation(result, json);
    json.writeEndArray();
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("circuitAndRule/v1", result.fingerprint());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeLocation(SarifResult result, JsonGenerator json) {
    json.writeStartObject();
    if (!result.source().equals(standardInput)) {
      json.writeObjectPropertyStart("physicalLocation");
      json.writeObjectPropertyStart("artifactLocation");
      json.writeStringProperty("uri", uri(result.source()));
      json.writeEndObject();
      if (result.line().isPresent()) {
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", result.line().getAsInt());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeArrayPropertyStart("logicalLocations");
    json.writeStartObject();
    json.writeStringProperty("fullyQualifiedName", result.subject());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
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
    StringJoiner uri = new StringJoiner("/");
    for (Path name : folder.relativize(path)) {
      uri.add(encoded(name.toString()));
    }
    return uri.toString();
  }

  /** Percent-encoded, but for what no URI need encode (2.3 of RFC 3986). */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
