package org.soundcalc.io.diff;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.ParameterDiff;
import org.soundcalc.analysis.diff.RegimeDiff;
import org.soundcalc.analysis.diff.TermDiff;
import org.soundcalc.analysis.diff.TermFigure;
import org.soundcalc.analysis.diff.Total;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.estimate.Json;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Zkvm;
import tools.jackson.core.JsonGenerator;

/** The difference for programs: stable, additions only, described by docs/diff.schema.json. */
public record DiffJsonWriter() implements DiffWriter {
  private static final String ACCOUNTING = "soundcalc";
  private static final String CHANGE = "change";
  private static final String OLD = "old";
  private static final String NEW = "new";
  private static final String TREE = "tree";
  private static final int DECIMALS = 2;

  @Override
  public void write(DiffReport report, Writer out) throws IOException {
    Json.write(out, json -> write(report, json));
  }

  private static void write(DiffReport report, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("soundcalc", report.version());
    json.writeStringProperty("accounting", ACCOUNTING);
    json.writeBooleanProperty("changed", !report.moved().isEmpty());
    writeArray("zkvms", report.zkvms(), DiffJsonWriter::write, json);
    writeArray("regressions", report.named(), DiffJsonWriter::write, json);
    writeArray("notCompared", report.notCompared(), DiffJsonWriter::write, json);
    json.writeArrayPropertyStart("warnings");
    for (ZkvmComparison zkvm : report.zkvms()) {
      zkvm.warnings().before().orElse(List.of()).forEach(warning -> write(OLD, warning, json));
      zkvm.warnings().after().orElse(List.of()).forEach(warning -> write(NEW, warning, json));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static <T> void writeArray(
      String name, List<T> elements, BiConsumer<T, JsonGenerator> content, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (T element : elements) {
      json.writeStartObject();
      content.accept(element, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Both sides as objects, null for what is not there. */
  private static <T> void writeSides(
      Change<T> sides, BiConsumer<T, JsonGenerator> content, JsonGenerator json) {
    writeSide(OLD, sides.before(), content, json);
    writeSide(NEW, sides.after(), content, json);
  }

  private static <T> void writeSide(
      String name, Optional<T> side, BiConsumer<T, JsonGenerator> content, JsonGenerator json) {
    if (side.isEmpty()) {
      json.writeNullProperty(name);
      return;
    }
    json.writeObjectPropertyStart(name);
    content.accept(side.get(), json);
    json.writeEndObject();
  }

  private static void writeDelta(String name, Change<BigDecimal> values, JsonGenerator json) {
    json.writeName(name);
    if (values.isMatched()) {
      json.writeNumber(values.after().get().subtract(values.before().get()));
    } else {
      json.writeNull();
    }
  }

  private static void write(ZkvmComparison zkvm, JsonGenerator json) {
    ZkvmDiff diff = zkvm.diff();
    json.writeStringProperty("name", diff.name());
    json.writeStringProperty(CHANGE, diff.kind().word());
    Change<Zkvm> zkvms = diff.sides().map(side -> side.zkvm());
    writeSide(OLD, zkvms.before(), (side, j) -> write(side, zkvm.sources().before(), j), json);
    writeSide(NEW, zkvms.after(), (side, j) -> write(side, zkvm.sources().after(), j), json);
    json.writeObjectPropertyStart("security");
    writeSides(diff.security(), DiffJsonWriter::write, json);
    writeDelta("delta", diff.security().map(s -> BigDecimal.valueOf(s.bits())), json);
    json.writeEndObject();
    json.writeObjectPropertyStart("proofSize");
    writeSides(diff.finalProof(), DiffJsonWriter::write, json);
    json.writeEndObject();
    TreeDiffJson.write(diff, json);
    writeArray("circuits", diff.circuits(), DiffJsonWriter::write, json);
  }

  private static void write(Zkvm zkvm, Optional<String> source, JsonGenerator json) {
    json.writeStringProperty("name", zkvm.name());
    json.writeName("version");
    zkvm.version().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeStringProperty("source", source.orElseThrow());
  }

  private static void write(Security security, JsonGenerator json) {
    json.writeNumberProperty("bits", security.bits());
    json.writeStringProperty("regime", security.regime());
    json.writeStringProperty("circuit", security.circuit());
  }

  private static void write(ZkvmDiff.FinalProof proof, JsonGenerator json) {
    json.writeStringProperty("circuit", proof.circuit());
    write(proof.size(), json);
  }

  private static void write(ProofSize size, JsonGenerator json) {
    json.writeNumberProperty("expectedBits", size.expectedBits());
    json.writeNumberProperty("worstCaseBits", size.worstCaseBits());
  }

  private static void write(CircuitDiff circuit, JsonGenerator json) {
    json.writeStringProperty("name", circuit.name());
    json.writeStringProperty(CHANGE, circuit.kind().word());
    json.writeObjectPropertyStart("proofSize");
    writeSides(circuit.proofSize(), DiffJsonWriter::write, json);
    json.writeEndObject();
    writeArray("parameters", circuit.parameters(), DiffJsonWriter::write, json);
    writeArray("regimes", circuit.regimes(), DiffJsonWriter::write, json);
  }

  private static void write(ParameterDiff parameter, JsonGenerator json) {
    json.writeStringProperty("key", parameter.key());
    json.writeName(OLD);
    parameter.value().before().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeName(NEW);
    parameter.value().after().ifPresentOrElse(json::writeString, json::writeNull);
  }

  private static void write(RegimeDiff regime, JsonGenerator json) {
    json.writeStringProperty("name", regime.regime().name());
    json.writeStringProperty("status", regime.regime().status().word());
    writeSides(regime.total(), DiffJsonWriter::write, json);
    writeDelta("delta", regime.total().map(total -> BigDecimal.valueOf(total.bits())), json);
    if (regime.reasons().latest().isPresent()) {
      json.writeObjectPropertyStart("reason");
      json.writeName(OLD);
      regime.reasons().before().ifPresentOrElse(json::writeString, json::writeNull);
      json.writeName(NEW);
      regime.reasons().after().ifPresentOrElse(json::writeString, json::writeNull);
      json.writeEndObject();
    }
    writeArray("terms", regime.movedTerms(), DiffJsonWriter::write, json);
  }

  private static void write(Total total, JsonGenerator json) {
    json.writeNumberProperty("bits", total.bits());
    json.writeStringProperty("binding", total.binding());
    if (!total.multiplicities().isEmpty()) {
      json.writeArrayPropertyStart("multiplicity");
      total.multiplicities().forEach(json::writeNumber);
      json.writeEndArray();
    }
  }

  private static void write(TermDiff term, JsonGenerator json) {
    Change<TermFigure> figure = term.figure();
    json.writeStringProperty("name", term.name());
    writeSides(figure, DiffJsonWriter::write, json);
    writeDelta("delta", figure.map(f -> BigDecimal.valueOf(f.bits())), json);
    writeDelta("decimalDelta", figure.map(DiffJsonWriter::decimalBits), json);
  }

  private static void write(TermFigure figure, JsonGenerator json) {
    json.writeNumberProperty("bits", figure.bits());
    json.writeNumberProperty("decimalBits", decimalBits(figure));
    json.writeBooleanProperty("binding", figure.binding());
  }

  private static BigDecimal decimalBits(TermFigure figure) {
    return BigDecimal.valueOf(figure.hundredths(), DECIMALS);
  }

  private static void write(NamedRegression regression, JsonGenerator json) {
    json.writeStringProperty("zkvm", regression.zkvm());
    json.writeName("circuit");
    regression.circuit().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeStringProperty("regime", regression.regime());
    Change<Long> bits = regression.regression().bits();
    json.writeName(OLD);
    bits.before().ifPresentOrElse(json::writeNumber, json::writeNull);
    json.writeName(NEW);
    bits.after().ifPresentOrElse(json::writeNumber, json::writeNull);
    json.writeName("term");
    regression.term().ifPresentOrElse(json::writeString, json::writeNull);
    regression.regression().replaced().ifPresent(old -> json.writeStringProperty("replaced", old));
    if (regression.isOfTree()) {
      json.writeBooleanProperty(TREE, true);
    }
  }

  private static void write(NotCompared one, JsonGenerator json) {
    json.writeStringProperty("zkvm", one.zkvm());
    json.writeName("circuit");
    one.circuit().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeStringProperty(CHANGE, one.kind().word());
    if (one.isTree()) {
      json.writeBooleanProperty(TREE, true);
    }
  }

  private static void write(String side, Warning warning, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("side", side);
    json.writeStringProperty("source", warning.source());
    json.writeName("line");
    warning.line().ifPresentOrElse(json::writeNumber, json::writeNull);
    json.writeStringProperty("message", warning.message());
    json.writeEndObject();
  }
}
