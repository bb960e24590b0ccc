package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Grinding;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.recursion.TreeJson;
import org.soundcalc.math.Explanation;
import org.soundcalc.model.Agreement;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Costs;
import org.soundcalc.model.ExactBound;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Zkvm;

/** Estimates for programs: stable, additions only, described by docs/estimate.schema.json. */
public final class EstimateJson {
  private EstimateJson() {}

  /**
   * Makes the object.
   *
   * @param report the estimates
   * @return all of them
   */
  public static JsonObject of(Report report) {
    return of(report, report.provisos().costs()::of);
  }

  /**
   * Makes the object.
   *
   * @param report the estimates
   * @param each what a proof of a circuit costs, as {@link CostFigures#of} says, where that is
   *     known without counting anew
   * @return all of them
   */
  public static JsonObject of(Report report, Function<Circuit, Optional<Costs>> each) {
    JsonObject json = new JsonObject().put("soundcalc", report.version());
    report.provisos().addTo(json);
    CostFigures costs = report.provisos().costs();
    return json.putAll("zkvms", report.zkvms(), zkvm -> of(zkvm, costs, each))
        .putAll("regimes", report.regimes(), RegimeJson::of)
        .putAll("warnings", report.warnings(), Warning::json);
  }

  /**
   * Makes the object of a zkVM with its figures.
   *
   * @param zkvm the zkVM
   * @param costs the hash that costs are counted for
   * @return all of it
   */
  public static JsonObject of(ZkvmReport zkvm, CostFigures costs) {
    return of(zkvm, costs, costs::of);
  }

  private static JsonObject of(
      ZkvmReport zkvm, CostFigures costs, Function<Circuit, Optional<Costs>> each) {
    return of(zkvm.estimate().zkvm(), zkvm.source())
        .put("security", zkvm.estimate().findSecurity().map(EstimateJson::of))
        .put("nonInteractive", zkvm.estimate().nonInteractive().map(EstimateJson::of))
        .put("proofSize", ofFinalProof(zkvm.estimate()))
        .putPresent("proofSizeSent", zkvm.estimate().proofSizeSent().map(EstimateJson::of))
        .putPresent("costs", CostFigures.json(zkvm.estimate().zkvm(), each))
        .putPresent("recursion", TreeJson.of(zkvm.estimate()))
        .putAll("circuits", zkvm.shown(), circuit -> of(circuit, costs, each));
  }

  /**
   * Makes an object that is about a zkVM.
   *
   * @param zkvm the zkVM
   * @param source the file that describes it, as it was named
   * @return what tells it from others
   */
  public static JsonObject of(Zkvm zkvm, String source) {
    return new JsonObject()
        .put("name", zkvm.name())
        .put("version", zkvm.version())
        .put("source", source);
  }

  /**
   * Makes the object of a zkVM's figure.
   *
   * @param security the figure
   * @return its bits, and what decides it
   */
  public static JsonObject of(Security security) {
    return new JsonObject()
        .put("bits", security.bits())
        .put("regime", security.regime())
        .put("circuit", security.circuit());
  }

  /**
   * Makes the object of what proofs that are sent have.
   *
   * @param sent the figure after Fiat-Shamir
   * @return its bits, and what binds them
   */
  public static JsonObject of(NonInteractive sent) {
    return new JsonObject().put("bits", sent.bits()).put("binds", sent.binds().word());
  }

  /**
   * Makes the object of a zkVM's final proof.
   *
   * @param zkvm the zkVM
   * @return the circuit that makes the proof, and its size
   */
  public static JsonObject ofFinalProof(ZkvmEstimate zkvm) {
    return new JsonObject()
        .put("circuit", zkvm.last().name())
        .putAll(of(zkvm.proofSize()).members());
  }

  /**
   * Makes the object of a proof's size.
   *
   * @param size the size
   * @return its two measures
   */
  public static JsonObject of(ProofSize size) {
    return new JsonObject()
        .put("expectedBits", size.expectedBits())
        .put("worstCaseBits", size.worstCaseBits());
  }

  private static JsonObject of(
      CircuitEstimate circuit, CostFigures costs, Function<Circuit, Optional<Costs>> each) {
    CircuitId id = circuit.circuit().id();
    return new JsonObject()
        .put("name", id.name())
        .put("proofSystem", id.proofSystem())
        .put("commitment", id.commitment())
        .put("field", id.field().tomlName())
        .put("nonInteractive", circuit.nonInteractive().map(EstimateJson::of))
        .put("proofSize", of(circuit.circuit().proofSize()))
        .putPresent("proofSizeSent", circuit.circuit().proofSizeSent().map(EstimateJson::of))
        .putPresent("measuredProofSize", id.measuredProofSize())
        .putPresent(
            "costs", each.apply(circuit.circuit()).map(its -> costs.json(circuit.circuit(), its)))
        .put("grinding", of(circuit.grinding()))
        .putAll("regimes", circuit.results(), EstimateJson::of);
  }

  private static JsonObject of(Grinding grinding) {
    JsonObject without = new JsonObject();
    grinding.without().stream()
        .flatMap(result -> result.figures().stream())
        .forEach(figures -> without.put(figures.regime().name(), figures.bits()));
    return new JsonObject()
        .put("log2Work", grinding.log2Work())
        .put("bitsWithout", without)
        .putAll("sites", grinding.sites(), EstimateJson::of);
  }

  private static JsonObject of(GrindingSite site) {
    return new JsonObject()
        .put("site", site.site())
        .put("bits", site.bits())
        .put("count", site.count());
  }

  private static JsonObject of(RegimeResult result) {
    JsonObject json = new JsonObject().put("name", result.regime().name());
    RegimeJson.addStatus(result.regime(), json);
    if (result instanceof RegimeResult.Figures figures) {
      json.put("bits", figures.bits()).put("binding", figures.binding().term().name());
      if (!figures.multiplicities().isEmpty()) {
        json.put("multiplicity", figures.multiplicities());
      }
      if (!figures.agreements().isEmpty()) {
        json.putAll("choice", choices(figures), choice -> choice);
      }
      return json.putAll("terms", figures.terms(), EstimateJson::of);
    }
    return json.put("bits", Optional.empty())
        .put("binding", Optional.empty())
        .put("reason", ((RegimeResult.NotCovered) result).reason())
        .put("terms", List.of());
  }

  private static List<JsonObject> choices(RegimeResult.Figures figures) {
    List<JsonObject> choices = new ArrayList<>();
    for (Agreement agreement : figures.agreements()) {
      int code = choices.size();
      List<JsonObject> terms =
          figures.terms().stream()
              .filter(term -> term.term().code() == code)
              .map(EstimateJson::bounds)
              .flatMap(Optional::stream)
              .toList();
      choices.add(
          new JsonObject()
              .put("code", code)
              .put("agreement", agreement.fraction())
              .put("proof", agreement.proof())
              .put("count", agreement.count().toString())
              .put("list", agreement.list())
              .put("terms", terms));
    }
    return choices;
  }

  /** The integers that a term counts with, and what each follows from; nothing if there is none. */
  private static Optional<JsonObject> bounds(CertifiedTerm term) {
    List<JsonObject> bounds = new ArrayList<>();
    for (Explanation.Definition definition : Explanation.of(term.term().error()).definitions()) {
      definition
          .basis()
          .filter(ExactBound.class::isInstance)
          .map(ExactBound.class::cast)
          .ifPresent(bound -> bounds.add(of(definition.symbol(), bound)));
    }
    return bounds.isEmpty()
        ? Optional.empty()
        : Optional.of(new JsonObject().put("name", term.term().name()).put("bounds", bounds));
  }

  private static JsonObject of(String symbol, ExactBound bound) {
    JsonObject json =
        new JsonObject()
            .put("symbol", symbol)
            .put("bound", bound.bound().toString())
            .put("proof", bound.proof());
    bound.curve().ifPresent(degree -> json.put("curve", degree));
    return json.put("length", bound.length())
        .put("degree", bound.degree())
        .put("agreement", bound.agreement());
  }

  private static JsonObject of(CertifiedTerm term) {
    return new JsonObject()
        .put("name", term.term().name())
        .put("bits", term.bits())
        .put("decimalBits", Figures.decimalBits(term))
        .put("grindingBits", term.term().grindingBits())
        .putPresent("note", term.term().note());
  }
}
