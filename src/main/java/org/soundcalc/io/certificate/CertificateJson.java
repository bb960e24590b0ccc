package org.soundcalc.io.certificate;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.toml.AppliedSetting;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Graph;
import org.soundcalc.math.Quoted;
import org.soundcalc.model.CircuitStatement;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.RecursionKeys;

/**
 * Figures as statements about graphs of numbers, described by docs/certificate.schema.json.
 *
 * @param report what is to be certified
 */
public record CertificateJson(CertificateReport report) implements Rendering {
  /** The tables of a circuit that are no lookups. */
  private static final List<String> TABLES =
      List.of(ProofFormat.TABLE.name(), CircuitStatement.TABLE.name());

  private static final String FORMAT = "soundcalc-certificate/1";

  /** What no arithmetic can tell. */
  private static final List<String> NOT_CHECKED =
      List.of(
          "that the theorems hold which the sources of each cell name",
          "that the file describes what the deployed verifier does",
          "that the hash function behaves as a random oracle, and has no collisions",
          "of regimes whose status is not proven: what they conjecture");

  @Override
  public void writeTo(Writer out) throws IOException {
    List<JsonObject> zkvms = new ArrayList<>();
    Map<String, String> stated = new HashMap<>();
    for (CertificateReport.OfFile file : report.zkvms()) {
      zkvms.add(zkvm(file, "/zkvms/" + zkvms.size(), stated));
    }
    new JsonDocument(
            new JsonObject()
                .put("format", FORMAT)
                .put("generator", "soundcalc " + report.version())
                .put("notChecked", NOT_CHECKED)
                .put("zkvms", zkvms))
        .writeTo(out);
  }

  /** What is stated already is not said again: {@code stated} has where it stands. */
  private JsonObject zkvm(CertificateReport.OfFile file, String place, Map<String, String> stated) {
    ZkvmEstimate estimate = file.estimate();
    JsonObject json =
        new JsonObject()
            .put("name", estimate.zkvm().name())
            .put("source", file.source())
            .put("sha256", file.sha256())
            .put("accounting", report.accounting().word())
            .put("bounds", report.bounds().word())
            .put("set", file.settings().stream().map(CertificateJson::setting).toList());
    if (!file.warnings().isEmpty()) {
      json.put("warnings", file.warnings());
    }
    Map<String, CircuitCertificate> certificates = new HashMap<>();
    List<JsonObject.Raw> circuits = new ArrayList<>();
    for (CircuitEstimate circuit : estimate.circuits()) {
      CircuitCertificate certificate =
          CircuitCertificate.of(circuit, file.standIns().get(circuits.size()));
      certificates.put(circuit.name(), certificate);
      String own = place + "/circuits/" + circuits.size();
      String first = stated.putIfAbsent(certificate.statements(), own);
      circuits.add(first == null ? certificate.json() : certificate.sameAs(first));
    }
    json.put("circuits", circuits)
        .putPresent("security", estimate.standing(Regime::isProven).map(CertificateJson::security));
    TreeEstimate.of(estimate).ifPresent(tree -> add(tree, certificates, json));
    return json;
  }

  private static JsonObject.Raw setting(AppliedSetting setting) {
    List<String> names = setting.names();
    JsonObject json = new JsonObject();
    if (names.isEmpty()) {
      json.put("table", RecursionKeys.TABLE);
    } else {
      json.put("circuit", names.get(0));
    }
    if (names.size() > 1) {
      json.put(TABLES.contains(names.get(1)) ? "table" : "lookup", names.get(1));
    }
    json.put("key", setting.key()).put("value", setting.value());
    return new JsonObject.Raw(JsonDocument.compact(json));
  }

  private static JsonObject security(SecurityBasis basis) {
    Security security = basis.security();
    long hundredths =
        basis.figures().stream()
            .mapToLong(figures -> figures.binding().hundredthBits())
            .min()
            .orElseThrow();
    return new JsonObject()
        .put("bits", security.bits())
        .put("hundredths", hundredths)
        .put("regime", security.regime())
        .put("circuit", security.circuit());
  }

  private static void add(
      TreeEstimate tree, Map<String, CircuitCertificate> certificates, JsonObject json) {
    Optional<Formula> error =
        tree.error((branch, term) -> quoted(branch, term, certificates.get(branch.name())));
    if (error.isEmpty()) {
      return;
    }
    Graph graph = new Graph();
    int node = graph.add(error.get(), Graph.Origins.UNKNOWN).node();
    TreeEstimate.Figure figure = tree.figure().orElseThrow();
    json.put(
        "recursion",
        new JsonObject.Raw(
            JsonDocument.compact(
                new JsonObject()
                    .put("nodes", NodeJson.of(graph))
                    .putAll("proofs", tree.branches(), CertificateJson::proofs)
                    .put(
                        "total",
                        new JsonObject()
                            .put("node", node)
                            .put("bits", figure.bits())
                            .put("hundredths", figure.hundredthBits())))));
  }

  private static Formula quoted(Branch branch, CertifiedTerm term, CircuitCertificate circuit) {
    Regime regime = branch.figures().orElseThrow().regime();
    Quoted.Source source = new Quoted.Source(branch.name(), regime.name());
    return new Quoted(source, circuit.cell(regime, term), term.term().error());
  }

  private static JsonObject proofs(Branch branch) {
    RegimeResult.Figures figures = branch.figures().orElseThrow();
    return new JsonObject()
        .put("circuit", branch.name())
        .put("count", branch.proofs().toString())
        .put("regime", figures.regime().name());
  }
}
