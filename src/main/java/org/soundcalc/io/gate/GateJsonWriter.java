package org.soundcalc.io.gate;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.Shortfall;
import org.soundcalc.io.estimate.Json;
import org.soundcalc.io.estimate.WarningJson;
import org.soundcalc.model.Status;
import tools.jackson.core.JsonGenerator;

/** Verdicts for programs: stable, additions only, described by docs/check.schema.json. */
public record GateJsonWriter() implements GateWriter {
  @Override
  public void write(GateReport report, Writer out) throws IOException {
    Json.write(out, json -> write(report, json));
  }

  private static void write(GateReport report, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("soundcalc", report.version());
    json.writeStringProperty("accounting", report.accounting().word());
    json.writeBooleanProperty("passed", report.passed());
    json.writeArrayPropertyStart("zkvms");
    report.zkvms().forEach(zkvm -> write(zkvm, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("errors");
    report.errors().forEach(error -> WarningJson.write(error, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("warnings");
    report.zkvms().stream()
        .flatMap(zkvm -> zkvm.warnings().stream())
        .forEach(warning -> WarningJson.write(warning, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(CheckedZkvm zkvm, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", zkvm.verdict().estimate().zkvm().name());
    json.writeName("version");
    zkvm.verdict().estimate().zkvm().version().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeStringProperty("source", zkvm.source());
    json.writeBooleanProperty("passed", zkvm.verdict().passed());
    json.writeArrayPropertyStart("requirements");
    for (Finding finding : zkvm.verdict().findings()) {
      json.writeStartObject();
      json.writeStringProperty("kind", finding.kind());
      if (finding instanceof Finding.Bits bits) {
        write(bits, zkvm.lines(), json);
      } else if (finding instanceof Finding.Size size) {
        write(size, zkvm.lines(), json);
      } else if (finding instanceof Finding.Tree tree) {
        TreeFindingJson.write(tree, zkvm.lines(), json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Finding.Bits bits, List<Integer> lines, JsonGenerator json) {
    json.writeNumberProperty("required", bits.required());
    json.writeName("actual");
    bits.standing().ifPresentOrElse(s -> json.writeNumber(s.security().bits()), json::writeNull);
    json.writeName("regime");
    bits.standing().ifPresentOrElse(s -> json.writeString(s.security().regime()), json::writeNull);
    json.writeName("status");
    bits.status().map(Status::word).ifPresentOrElse(json::writeString, json::writeNull);
    json.writeBooleanProperty("passed", bits.passed());
    json.writeArrayPropertyStart("conjectures");
    bits.conjectures().forEach(regime -> json.writeString(regime.name()));
    json.writeEndArray();
    json.writeArrayPropertyStart("shortfalls");
    for (Shortfall shortfall : bits.shortfalls()) {
      write(shortfall, lines.get(shortfall.index()), json);
    }
    json.writeEndArray();
  }

  private static void write(Finding.Size size, List<Integer> lines, JsonGenerator json) {
    json.writeNumberProperty("required", size.limit().bits());
    json.writeNumberProperty("actual", size.limit().measured(size.actual()));
    json.writeStringProperty("unit", "bits");
    json.writeStringProperty("measure", size.limit().measure().name().toLowerCase(Locale.ROOT));
    json.writeBooleanProperty("passed", size.passed());
    json.writeStringProperty("circuit", size.circuit());
    json.writeNumberProperty("line", lines.get(lines.size() - 1));
  }

  private static void write(Shortfall shortfall, int line, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("circuit", shortfall.name());
    shortfall
        .figures()
        .ifPresentOrElse(
            figures -> {
              json.writeStringProperty("regime", figures.regime().name());
              json.writeStringProperty("status", figures.regime().status().word());
              json.writeStringProperty("term", figures.binding().term().name());
              json.writeNumberProperty("bits", figures.bits());
            },
            () -> List.of("regime", "status", "term", "bits").forEach(json::writeNullProperty));
    json.writeNumberProperty("line", line);
    json.writeArrayPropertyStart("remedies");
    shortfall.remedies().forEach(remedy -> RemedyJson.write(remedy, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("obstacles");
    shortfall.obstacles().forEach(term -> write(term, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(CertifiedTerm term, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("term", term.term().name());
    json.writeNumberProperty("bits", term.bits());
    json.writeEndObject();
  }
}
