package org.soundcalc.io.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.RegimeDiff;
import org.soundcalc.analysis.diff.Regression;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.EstimateJson;
import org.soundcalc.io.estimate.RegimeJson;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.recursion.TreeJson;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Zkvm;

/** The difference for programs: stable, additions only, described by docs/diff.schema.json. */
public final class DiffJson {
  private static final String CHANGE = "change";
  private static final String OLD = "old";
  private static final String NEW = "new";
  private static final String DELTA = "delta";
  private static final int DECIMALS = 2;

  private DiffJson() {}

  /**
   * Makes the object.
   *
   * @param report the difference
   * @return all of it
   */
  public static JsonObject of(DiffReport report) {
    List<JsonObject> warnings = new ArrayList<>();
    for (ZkvmComparison zkvm : report.zkvms()) {
      zkvm.warnings().before().ifPresent(old -> old.forEach(w -> warnings.add(of(OLD, w))));
      zkvm.warnings().after().ifPresent(now -> now.forEach(w -> warnings.add(of(NEW, w))));
    }
    JsonObject json = new JsonObject().put("soundcalc", report.version());
    report.provisos().addTo(json);
    return json.put("changed", !report.moved().isEmpty())
        .putAll("zkvms", report.zkvms(), DiffJson::of)
        .putAll("regressions", report.named(), DiffJson::of)
        .putAll("notCompared", report.notCompared(), DiffJson::of)
        .put("warnings", warnings);
  }

  private static JsonObject of(String side, Warning warning) {
    return warning.addTo(new JsonObject().put("side", side));
  }

  /** Adds both sides, null for what is not there. */
  private static <T> JsonObject add(
      Change<T> sides, Function<? super T, ?> value, JsonObject json) {
    return json.put(OLD, sides.before().map(value)).put(NEW, sides.after().map(value));
  }

  private static <T> JsonObject sides(Change<T> sides, Function<? super T, ?> value) {
    return add(sides, value, new JsonObject());
  }

  private static Optional<BigDecimal> delta(Change<BigDecimal> values) {
    return values.isMatched()
        ? Optional.of(values.after().get().subtract(values.before().get()))
        : Optional.empty();
  }

  private static Optional<BigDecimal> deltaOfBits(Change<Long> bits) {
    return delta(bits.map(BigDecimal::valueOf));
  }

  private static BigDecimal decimal(long hundredths) {
    return BigDecimal.valueOf(hundredths, DECIMALS);
  }

  private static JsonObject of(ZkvmComparison zkvm) {
    ZkvmDiff diff = zkvm.diff();
    Change<Zkvm> zkvms = diff.sides().map(side -> side.zkvm());
    Change<String> sources = zkvm.sources();
    return new JsonObject()
        .put("name", diff.name())
        .put(CHANGE, diff.kind().word())
        .put(OLD, zkvms.before().map(side -> EstimateJson.of(side, sources.before().orElseThrow())))
        .put(NEW, zkvms.after().map(side -> EstimateJson.of(side, sources.after().orElseThrow())))
        .put(
            "security",
            sides(diff.security(), EstimateJson::of).put(DELTA, deltaOfBits(diff.securityBits())))
        .put("proofSize", sides(diff.sides(), EstimateJson::ofFinalProof))
        .putPresent("proofSizeSent", sent(diff.finalProofSent().map(ZkvmDiff.FinalProof::size)))
        .putPresent(
            "recursion",
            diff.trees()
                .latest()
                .map(
                    tree ->
                        sides(diff.trees(), DiffJson::of)
                            .put(DELTA, deltaOfBits(diff.treeFigure().map(f -> f.bits())))))
        .putAll("circuits", diff.circuits(), DiffJson::of);
  }

  private static Optional<JsonObject> sent(Change<ProofSize> size) {
    return size.latest().map(any -> sides(size, EstimateJson::of));
  }

  private static JsonObject of(ZkvmDiff.Tree tree) {
    JsonObject json = new JsonObject();
    TreeJson.addBits(tree.figure(), json);
    return json.put("proofs", tree.proofs()).put("levels", tree.levels());
  }

  private static JsonObject of(CircuitDiff circuit) {
    return new JsonObject()
        .put("name", circuit.name())
        .put(CHANGE, circuit.kind().word())
        .put("proofSize", sides(circuit.proofSize(), EstimateJson::of))
        .putPresent("proofSizeSent", sent(circuit.proofSizeSent()))
        .putAll("parameters", circuit.parameters(), DiffJson::of)
        .putAll("regimes", circuit.regimes(), DiffJson::of);
  }

  private static JsonObject of(CircuitDiff.ParameterDiff parameter) {
    return add(
        parameter.value(), Function.identity(), new JsonObject().put("key", parameter.key()));
  }

  private static JsonObject of(RegimeDiff regime) {
    JsonObject json = new JsonObject().put("name", regime.regime().name());
    RegimeJson.addStatus(regime.regime(), json);
    add(regime.total(), DiffJson::of, json);
    json.put(DELTA, deltaOfBits(regime.total().map(RegimeDiff.Total::bits)));
    if (regime.reasons().latest().isPresent()) {
      json.put("reason", sides(regime.reasons(), Function.identity()));
    }
    return json.putAll("terms", regime.movedTerms(), DiffJson::of);
  }

  private static JsonObject of(RegimeDiff.Total total) {
    JsonObject json = new JsonObject().put("bits", total.bits()).put("binding", total.binding());
    return total.multiplicities().isEmpty()
        ? json
        : json.put("multiplicity", total.multiplicities());
  }

  private static JsonObject of(RegimeDiff.TermDiff term) {
    Change<RegimeDiff.TermFigure> figure = term.figure();
    return add(figure, DiffJson::of, new JsonObject().put("name", term.name()))
        .put(DELTA, deltaOfBits(figure.map(RegimeDiff.TermFigure::bits)))
        .put("decimalDelta", delta(figure.map(f -> decimal(f.hundredths()))));
  }

  private static JsonObject of(RegimeDiff.TermFigure figure) {
    return new JsonObject()
        .put("bits", figure.bits())
        .put("decimalBits", decimal(figure.hundredths()))
        .put("binding", figure.binding());
  }

  private static JsonObject of(NamedRegression regression) {
    Regression lost = regression.lost();
    Optional<Regression.OfCircuit> circuit =
        Optional.of(lost)
            .filter(Regression.OfCircuit.class::isInstance)
            .map(Regression.OfCircuit.class::cast);
    JsonObject json =
        new JsonObject()
            .put("zkvm", regression.zkvm())
            .put("circuit", circuit.map(Regression.OfCircuit::circuit))
            .put("regime", lost.regimeName());
    add(lost.bits(), Function.identity(), json)
        .put("term", circuit.flatMap(Regression.OfCircuit::term))
        .putPresent("replaced", lost.replaced());
    return lost instanceof Regression.OfTree ? json.put("tree", true) : json;
  }

  private static JsonObject of(ZkvmComparison.NotCompared one) {
    JsonObject json =
        new JsonObject()
            .put("zkvm", one.zkvm())
            .put("circuit", one.circuit())
            .put(CHANGE, one.kind().word());
    return one.isTree() ? json.put("tree", true) : json;
  }
}
