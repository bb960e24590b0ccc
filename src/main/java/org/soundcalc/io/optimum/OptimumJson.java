package org.soundcalc.io.optimum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.analysis.optimum.TreeOptimum;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.io.estimate.EstimateJson;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.recursion.TreeJson;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Problem;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.optimum.Cut;
import org.soundcalc.search.optimum.Effort;
import org.soundcalc.search.optimum.Optimum;
import org.soundcalc.search.optimum.Point;
import org.soundcalc.search.optimum.Reason;

/** Optima for programs: stable, additions only, described by docs/optimize.schema.json. */
public final class OptimumJson {
  private final CostFigures costs;

  private OptimumJson(CostFigures costs) {
    this.costs = costs;
  }

  /**
   * Makes the object.
   *
   * @param report what was found
   * @return all of it
   */
  public static JsonObject of(OptimumReport report) {
    OptimumJson maker = new OptimumJson(report.provisos().costs());
    JsonObject json = new JsonObject().put("soundcalc", report.version());
    report.provisos().addTo(json);
    List<Effort> efforts = new ArrayList<>();
    boolean optimal = true;
    for (OptimumReport.Row row : report.rows()) {
      for (CircuitOptimum circuit : row.circuits()) {
        efforts.add(circuit.optimum().effort());
        optimal &= isOptimal(circuit.optimum());
      }
    }
    return json.put("feasible", report.allFound())
        .put("optimal", optimal)
        .put("evaluations", evaluations(efforts))
        .putAll("zkvms", report.rows(), maker::zkvm)
        .putAll("warnings", report.warnings(), Warning::json);
  }

  private static boolean isOptimal(Optimum optimum) {
    return optimum instanceof Optimum.Found found ? found.optimal() : !optimum.effort().isCut();
  }

  private static Optional<BigInteger> bound(Effort effort) {
    return effort.bound().stream()
        .mapToObj(bound -> new BigDecimal(bound).toBigInteger())
        .findFirst();
  }

  private static JsonObject evaluations(List<Effort> efforts) {
    return new JsonObject()
        .put("terms", efforts.stream().mapToLong(Effort::terms).sum())
        .put("edges", efforts.stream().mapToLong(Effort::edges).sum());
  }

  private JsonObject zkvm(OptimumReport.Row row) {
    JsonObject json =
        EstimateJson.of(row.zkvm(), row.source())
            .putPresent("milestone", row.milestone().map(Milestone::word))
            .putAll("circuits", row.circuits(), this::circuit)
            .putPresent("tree", row.tree().map(OptimumJson::tree));
    Optional<JsonObject> now = costs.json(row.zkvm());
    Optional<JsonObject> then = row.best().flatMap(costs::json);
    return now.isPresent() && then.isPresent()
        ? json.put("costs", new JsonObject().put("today", now).put("best", then))
        : json;
  }

  private static JsonObject tree(TreeOptimum tree) {
    return new JsonObject()
        .put("target", tree.bits())
        .put("feasible", tree.best().isPresent())
        .put("today", tree(tree.today()))
        .put("best", tree.best().map(OptimumJson::tree));
  }

  private static JsonObject tree(TreeEstimate tree) {
    JsonObject json = new JsonObject();
    TreeJson.addBits(tree.figure(), json);
    return json.put("proofs", tree.proofs())
        .putAll(
            "circuits",
            tree.branches(),
            branch -> {
              JsonObject its = new JsonObject().put("name", branch.name());
              TreeJson.addShare(branch, its);
              return its;
            });
  }

  private JsonObject circuit(CircuitOptimum circuit) {
    Optimum optimum = circuit.optimum();
    JsonObject json =
        new JsonObject()
            .put("name", circuit.circuit().id().name())
            .put("target", target(circuit))
            .put("space", space(circuit))
            .put("feasible", circuit.best().isPresent())
            .put("optimal", isOptimal(optimum))
            .putPresent("outOfTime", cut(optimum, Cut::isOfTime))
            .putPresent("outOfLabels", cut(optimum, Predicate.not(Cut::isOfTime)))
            .putPresent("lowerBound", bound(optimum.effort()))
            .put("evaluations", evaluations(List.of(optimum.effort())))
            .put("today", circuit.today().map(point -> point(circuit, point)))
            .put("best", circuit.best().map(point -> point(circuit, point)))
            .putAll("changes", circuit.changes(), OptimumJson::change);
    if (!circuit.steps().isEmpty()) {
      json.putAll("rates", circuit.steps(), step -> point(circuit, step.point()));
    }
    if (!circuit.front().isEmpty()) {
      json.putAll("front", circuit.front(), point -> point(circuit, point));
    }
    return optimum instanceof Optimum.None none
        ? json.putAll("reasons", none.reasons(), reason -> reason(circuit, reason))
        : json;
  }

  private static JsonObject target(CircuitOptimum circuit) {
    JsonObject most = new JsonObject();
    circuit
        .aim()
        .axes()
        .forEach(
            axis -> {
              Double limit = circuit.aim().most().get(axis);
              if (limit != null) {
                most.put(axis.option(), new BigDecimal(limit).toBigInteger());
              }
            });
    JsonObject target =
        new JsonObject()
            .put("bits", circuit.aim().bits())
            .put("minimize", circuit.aim().least().option())
            .put("proofSize", circuit.aim().worst() ? "worst" : "expected");
    return most.members().isEmpty() ? target : target.put("limits", most);
  }

  private static JsonObject space(CircuitOptimum circuit) {
    List<DomainWords> domains = DomainWords.of(circuit);
    return new JsonObject()
        .putAll(
            "levers",
            domains,
            domain ->
                new JsonObject().put("key", domain.key().spelling()).put("domain", domain.words()))
        .put("size", Amounts.about(circuit.optimum().effort().configurations()));
  }

  private static JsonObject change(CircuitOptimum.Change change) {
    return new JsonObject()
        .put("key", change.key().spelling())
        .put("from", change.from().map(JsonObject.Raw::new))
        .put("to", change.to().map(JsonObject.Raw::new));
  }

  private JsonObject point(CircuitOptimum of, Point point) {
    RegimeResult.Figures figures = CircuitOptimum.figures(point);
    Circuit circuit = point.circuit();
    JsonObject parameters = new JsonObject();
    for (Key<Circuit, ?> key : of.moved()) {
      parameters.put(key.spelling(), CircuitOptimum.spelled(key, circuit).map(JsonObject.Raw::new));
    }
    JsonObject json =
        new JsonObject()
            .put("bits", point.bits())
            .put("regime", point.regime().name())
            .put("binding", figures.binding().term().name())
            .put("multiplicity", multiplicity(figures))
            .put("proofSize", EstimateJson.of(circuit.proofSize()))
            .putPresent("proofSizeSent", circuit.proofSizeSent().map(EstimateJson::of));
    costs.json(circuit).ifPresent(counts -> json.putAll(counts.members()));
    return json.put("parameters", parameters);
  }

  /** A number, or one for each iteration; null where the regime has none. */
  private static Optional<?> multiplicity(RegimeResult.Figures figures) {
    List<Long> all = figures.multiplicities();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.of(all).filter(m -> !m.isEmpty());
  }

  private JsonObject reason(CircuitOptimum circuit, Reason reason) {
    JsonObject json = new JsonObject();
    if (reason instanceof Reason.Ceiling ceiling) {
      return json.put("kind", "ceiling")
          .put("term", ceiling.term())
          .put("bits", ceiling.bits())
          .putAll("cures", ceiling.cures(), OptimumJson::cure);
    }
    if (reason instanceof Reason.Conflict conflict) {
      return json.put("kind", "conflict")
          .put("bits", conflict.best().bits())
          .put("terms", conflict.terms())
          .put("against", conflict.against())
          .putAll("below", conflict.below(), OptimumJson::below)
          .put("nearest", point(circuit, conflict.best()));
    }
    if (reason instanceof Reason.Limit limit) {
      return json.put("kind", "limit")
          .put("axis", limit.axis().option())
          .put("nearest", point(circuit, limit.nearest()));
    }
    if (reason instanceof Reason.Unfinished unfinished) {
      return json.put("kind", unfinished.why().isOfTime() ? "out-of-time" : "out-of-labels");
    }
    List<Problem> problems = ((Reason.Refused) reason).problems();
    return json.put("kind", "refused").put("problems", ReasonWords.folded(problems));
  }

  private static Optional<Boolean> cut(Optimum optimum, Predicate<Cut> why) {
    return optimum.effort().cut().filter(why).map(cut -> true);
  }

  private static JsonObject below(Reason.Below term) {
    return new JsonObject()
        .put("regime", term.regime())
        .put("term", term.term())
        .put("bits", term.bits())
        .put("always", term.always());
  }

  private static JsonObject cure(Reason.Cure cure) {
    return new JsonObject()
        .put("set", cure.key())
        .put("to", new JsonObject.Raw(cure.value()))
        .put("bits", cure.bits())
        .put("complete", cure.complete());
  }
}
