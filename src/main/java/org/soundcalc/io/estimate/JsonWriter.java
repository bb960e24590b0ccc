package org.soundcalc.io.estimate;

import java.io.IOException;
import java.io.Writer;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.analysis.recursion.TreeGrinding;
import org.soundcalc.io.recursion.TreeJson;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.ProofSize;
import tools.jackson.core.JsonGenerator;

/** The report for programs: stable, additions only, described by docs/estimate.schema.json. */
public record JsonWriter() implements ReportWriter {
  @Override
  public void write(Report report, Writer out) throws IOException {
    Json.write(out, json -> write(report, json));
  }

  private static void write(Report report, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("soundcalc", report.version());
    report.provisos().write(json);
    json.writeArrayPropertyStart("zkvms");
    report.zkvms().forEach(zkvm -> write(zkvm, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("regimes");
    report.regimes().forEach(regime -> RegimeJson.write(regime, json, object -> {}));
    json.writeEndArray();
    json.writeArrayPropertyStart("warnings");
    report.warnings().forEach(warning -> WarningJson.write(warning, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(ZkvmReport zkvm, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", zkvm.estimate().zkvm().name());
    json.writeName("version");
    zkvm.estimate().zkvm().version().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeStringProperty("source", zkvm.source());
    json.writeName("security");
    zkvm.estimate().security().ifPresentOrElse(security -> write(security, json), json::writeNull);
    json.writeObjectPropertyStart("proofSize");
    json.writeStringProperty("circuit", zkvm.estimate().last().circuit().id().name());
    writeBits(zkvm.estimate().proofSize(), json);
    json.writeEndObject();
    TreeEstimate.of(zkvm.estimate())
        .ifPresent(tree -> TreeJson.write(tree, TreeGrinding.of(zkvm.estimate(), tree), json));
    json.writeArrayPropertyStart("circuits");
    zkvm.shown().forEach(circuit -> write(circuit, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Security security, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("bits", security.bits());
    json.writeStringProperty("regime", security.regime());
    json.writeStringProperty("circuit", security.circuit());
    json.writeEndObject();
  }

  private static void writeBits(ProofSize size, JsonGenerator json) {
    json.writeNumberProperty("expectedBits", size.expectedBits());
    json.writeNumberProperty("worstCaseBits", size.worstCaseBits());
  }

  private static void write(CircuitEstimate circuit, JsonGenerator json) {
    CircuitId id = circuit.circuit().id();
    json.writeStartObject();
    json.writeStringProperty("name", id.name());
    json.writeStringProperty("proofSystem", id.proofSystem());
    json.writeStringProperty("commitment", id.commitment());
    json.writeStringProperty("field", id.field().tomlName());
    json.writeObjectPropertyStart("proofSize");
    writeBits(circuit.circuit().proofSize(), json);
    json.writeEndObject();
    id.measuredProofSize()
        .ifPresent(measured -> json.writeStringProperty("measuredProofSize", measured));
    GrindingJson.write(circuit.grinding(), json);
    json.writeArrayPropertyStart("regimes");
    circuit.results().forEach(result -> write(result, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(RegimeResult result, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", result.regime().name());
    json.writeStringProperty("status", result.regime().status().word());
    if (result instanceof RegimeResult.Figures figures) {
      json.writeNumberProperty("bits", figures.bits());
      json.writeStringProperty("binding", figures.binding().term().name());
      writeMultiplicities(figures, json);
    } else if (result instanceof RegimeResult.NotCovered dash) {
      json.writeNullProperty("bits");
      json.writeNullProperty("binding");
      json.writeStringProperty("reason", dash.reason());
    }
    json.writeArrayPropertyStart("terms");
    if (result instanceof RegimeResult.Figures figures) {
      figures.terms().forEach(term -> write(term, json));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeMultiplicities(RegimeResult.Figures figures, JsonGenerator json) {
    if (!figures.multiplicities().isEmpty()) {
      json.writeArrayPropertyStart("multiplicity");
      figures.multiplicities().forEach(json::writeNumber);
      json.writeEndArray();
    }
  }

  private static void write(CertifiedTerm term, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", term.term().name());
    json.writeNumberProperty("bits", term.bits());
    json.writeNumberProperty("decimalBits", Figures.decimalBits(term));
    json.writeNumberProperty("grindingBits", term.term().grindingBits());
    term.term().note().ifPresent(note -> json.writeStringProperty("note", note));
    json.writeEndObject();
  }
}
