package org.soundcalc.io.report;

import java.util.List;
import java.util.function.Function;
import org.soundcalc.io.compare.CompareJson;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.io.estimate.EstimateJson;
import org.soundcalc.io.estimate.RegimeJson;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.gate.CaveatWords;
import org.soundcalc.io.lever.LeverJson;
import org.soundcalc.math.Explanation;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;

/** A report for programs: stable, additions only, described by docs/report.schema.json. */
public final class ReportJson {
  /** The member by which a folder is known to be a report of this program. */
  public static final String MARKER = "soundcalcReport";

  /** Of what it has; another one is not read. */
  static final int FORMAT = 1;

  private final SiteReport site;

  private ReportJson(SiteReport site) {
    this.site = site;
  }

  /**
   * Makes the object.
   *
   * @param site the report
   * @return all of it
   */
  public static JsonObject of(SiteReport site) {
    ReportJson maker = new ReportJson(site);
    JsonObject json =
        new JsonObject()
            .put(MARKER, FORMAT)
            .put("soundcalc", site.version())
            .put("title", site.title());
    site.provisos().addTo(json);
    return json.putAll("milestones", site.standings(), ReportJson::standing)
        .putAll("regimes", site.regimes(), RegimeJson::of)
        .putAll("compared", site.compared(), RegimeJson::of)
        .putAll("zkvms", site.zkvms(), maker::zkvm)
        .putPresent("against", site.against().map(against -> against.json(site)))
        .putPresent("history", site.timeline().map(past -> past.json(site)))
        .putAll("warnings", site.warnings(), Warning::json);
  }

  private static JsonObject standing(MilestoneStanding standing) {
    return new JsonObject()
        .put("name", standing.milestone().word())
        .put("bits", standing.milestone().bits())
        .put("proofSize", standing.limit())
        .put("passed", standing.passed().size())
        .put("passedBy", standing.passed().stream().map(ReportedZkvm::index).toList())
        .put("nearest", standing.nearest().stream().map(ReportedZkvm::index).toList());
  }

  private JsonObject zkvm(ReportedZkvm zkvm) {
    CostFigures costs = site.provisos().costs();
    return EstimateJson.of(zkvm.report(), costs)
        .put("page", zkvm.stem() + ".html")
        .put("certificate", zkvm.certificateFile())
        .put("title", zkvm.title())
        .put("measuredBits", zkvm.measured())
        .put("recursionDescribed", zkvm.recursion().word())
        .putAll("milestones", zkvm.verdicts(), ReportJson::verdict)
        .put("compared", CompareJson.of(zkvm.compared()))
        .putAll("sizeParts", zkvm.parts(), ReportJson::part)
        .put("details", details(zkvm, costs))
        .putAll("formulas", zkvm.formulas(), ReportJson::formula)
        .putAll("papers", zkvm.papers(), ReportJson::paper);
  }

  private static JsonObject verdict(MilestoneVerdict verdict) {
    return new JsonObject()
        .put("name", verdict.milestone().word())
        .put("passed", verdict.passed())
        .put("spareBits", verdict.spareBits())
        .put("spareKib", verdict.spareKib())
        .put("needs", verdict.needs())
        .put("caveats", verdict.caveats().stream().map(CaveatWords::message).toList());
  }

  private static JsonObject part(ReportedPart part) {
    JsonObject json = new JsonObject().put("name", part.name());
    return json.putAll(EstimateJson.of(part.size()).members()).put("share", part.share());
  }

  /** Those of circuits that differ in their names alone stand with the first of them. */
  private static List<JsonObject> details(ReportedZkvm zkvm, CostFigures costs) {
    JsonObject[] details = new JsonObject[zkvm.circuits().size()];
    for (List<ReportedCircuit> alike : zkvm.alike()) {
      ReportedCircuit first = alike.get(0);
      details[first.index()] = details(first, costs);
      for (ReportedCircuit other : alike.subList(1, alike.size())) {
        details[other.index()] =
            named(other).put("sameAs", "/zkvms/" + zkvm.index() + "/details/" + first.index());
      }
    }
    return List.of(details);
  }

  private static JsonObject details(ReportedCircuit circuit, CostFigures costs) {
    return named(circuit)
        .put("parameters", lines(circuit.parameters(), ReportJson::parameter))
        .put("terms", lines(circuit.terms(), ReportJson::term))
        .put("levers", LeverJson.inLines(circuit.levers(), costs));
  }

  private static JsonObject named(ReportedCircuit circuit) {
    return new JsonObject().put("name", circuit.name()).put("line", circuit.line());
  }

  /** Of these there are thousands: each is one line. */
  private static <T> List<JsonObject.Raw> lines(List<T> elements, Function<T, JsonObject> json) {
    return elements.stream().map(each -> JsonDocument.line(json.apply(each))).toList();
  }

  private static JsonObject parameter(ReportedCircuit.PlacedParameter placed) {
    return new JsonObject()
        .put("key", placed.parameter().key())
        .put("value", placed.parameter().value())
        .put("line", placed.line());
  }

  private static JsonObject term(ReportedCircuit.TermRow row) {
    return new JsonObject()
        .put("name", row.name())
        .putAll("uses", row.cells(), cell -> cell.map(found -> found.use().anchor()));
  }

  private static JsonObject formula(ReportedFormula formula) {
    return new JsonObject()
        .put("id", formula.id())
        .put("term", formula.term())
        .put("formula", formula.formula())
        .putAll(
            "definitions",
            formula.definitions(),
            each -> new JsonObject().put("symbol", each.symbol()).put("formula", each.formula()))
        .put("legend", new JsonObject().putAll(formula.legend()))
        .put("sources", formula.sources().stream().map(Citation::toString).toList())
        .put("note", formula.note())
        .put("uses", lines(formula.uses(), ReportJson::use));
  }

  private static JsonObject use(ReportedFormula.Use use) {
    return new JsonObject()
        .put("id", use.anchor())
        .put("first", use.first())
        .put("numbers", use.numbers())
        .put("bits", use.bits())
        .put("decimalBits", new JsonObject.Raw(use.decimal()))
        .put("grindingBits", use.grinding())
        .putAll("definitions", use.definitions(), ReportJson::definition);
  }

  private static JsonObject definition(Explanation.Definition definition) {
    return new JsonObject()
        .put("symbol", definition.symbol())
        .put("numbers", definition.numbers())
        .put("value", definition.value());
  }

  private static JsonObject paper(Paper paper) {
    return new JsonObject()
        .put("paper", paper.key())
        .put("year", paper.year())
        .put("url", paper.url());
  }
}
