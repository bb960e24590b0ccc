package org.soundcalc.io.gate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.RecursionDescription;
import org.soundcalc.analysis.gate.Remedy;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.analysis.gate.SizeRemedy;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.EstimateJson;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.optimum.ReasonBrief;
import org.soundcalc.io.recursion.TreeJson;
import org.soundcalc.io.toml.Region;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.SizePart;

/** Verdicts for programs: stable, additions only, described by docs/check.schema.json. */
public final class GateJson {
  private GateJson() {}

  /**
   * Makes the object.
   *
   * @param report the verdicts
   * @return all of them
   */
  public static JsonObject of(GateReport report) {
    List<Warning> warnings =
        report.zkvms().stream().flatMap(zkvm -> zkvm.warnings().stream()).toList();
    JsonObject json = new JsonObject().put("soundcalc", report.version());
    report.provisos().addTo(json);
    return json.put("passed", report.passed())
        .putAll("zkvms", report.zkvms(), zkvm -> of(zkvm, report))
        .putAll("errors", report.errors(), Warning::json)
        .putAll("warnings", warnings, Warning::json);
  }

  private static JsonObject of(CheckedZkvm checked, GateReport report) {
    return EstimateJson.of(checked.verdict().estimate().zkvm(), checked.source())
        .put("passed", checked.verdict().passed())
        .put("nonInteractive", checked.verdict().estimate().nonInteractive().map(EstimateJson::of))
        .putPresent("recursion", checked.verdict().recursion().map(RecursionDescription::word))
        .putAll("caveats", checked.verdict().caveats(), caveat -> checked.placed(caveat).json())
        .putAll("requirements", checked.verdict().findings(), f -> of(f, checked))
        .putPresent("optimize", FurtherSearch.command(checked, report.provisos()));
  }

  private static JsonObject of(Finding finding, CheckedZkvm checked) {
    JsonObject json = new JsonObject().put("kind", finding.kind());
    if (finding instanceof Finding.Bits bits) {
      return add(bits, checked, json);
    }
    if (finding instanceof Finding.Sent sent) {
      return add(sent, checked, json);
    }
    if (finding instanceof Finding.NoCaveats strict) {
      List<Remedy> all = new ArrayList<>(strict.hash().stream().toList());
      strict.ask().ifPresent(all::add);
      return json.put("passed", finding.passed())
          .putAll("remedies", all, GateJson::of)
          .putAll("instead", strict.instead(), GateJson::of);
    }
    return finding instanceof Finding.Size size
        ? add(size, checked, json)
        : add((Finding.Tree) finding, checked, json);
  }

  private static JsonObject add(Finding.Bits bits, CheckedZkvm checked, JsonObject json) {
    return json.put("required", bits.required())
        .put("actual", bits.standing().map(standing -> standing.security().bits()))
        .put("regime", bits.standing().map(standing -> standing.security().regime()))
        .put("status", bits.status().map(status -> status.word()))
        .putPresent("remark", bits.standing().flatMap(SecurityBasis::remark))
        .put("passed", bits.passed())
        .putAll("conjectures", bits.conjectures(), Regime::name)
        .putAll("shortfalls", bits.shortfalls(), s -> of(s, checked.region(s)));
  }

  private static JsonObject add(Finding.Size size, CheckedZkvm checked, JsonObject json) {
    json.put("required", size.limit().bits())
        .put("actual", size.limit().measured(size.actual()))
        .put("unit", "bits")
        .put("measure", size.limit().measure().name().toLowerCase(Locale.ROOT))
        .put("passed", size.passed())
        .put("circuit", size.circuit());
    List<JsonObject> sizes = new ArrayList<>();
    add(size.usual(), "", size.limit(), sizes);
    size.sent().ifPresent(sent -> add(sent, "Sent", size.limit(), sizes));
    size.measured().ifPresent(bits -> sizes.add(size("measured", bits, size.limit())));
    add(checked.region(size), json.put("sizes", sizes));
    if (!size.passed()) {
      json.putAll("remedies", remedies(size.remedies().stream()), GateJson::of);
      size.remedies().stream()
          .flatMap(remedy -> remedy.fewer().stream())
          .findFirst()
          .ifPresent(fewer -> json.put("bitsLeft", fewer.to()));
      size.remedies().stream()
          .flatMap(remedy -> remedy.least().stream())
          .findFirst()
          .ifPresent(least -> json.put("least", size.limit().measured(least)));
      size.remedies().stream()
          .flatMap(remedy -> remedy.floor().stream())
          .findFirst()
          .ifPresent(part -> json.put("leastPart", part(part, size.limit())));
      size.remedies().stream()
          .flatMap(remedy -> remedy.smallest().stream())
          .findFirst()
          .ifPresent(smallest -> json.put("leastBy", of(smallest)));
    }
    return json;
  }

  private static List<Remedy> remedies(Stream<SizeRemedy> some) {
    return some.flatMap(remedy -> remedy.remedy().stream()).map(Remedy.class::cast).toList();
  }

  private static void add(ProofSize size, String suffix, SizeLimit limit, List<JsonObject> sizes) {
    sizes.add(size("worst" + suffix, size.worstCaseBits(), limit));
    sizes.add(size("expected" + suffix, size.expectedBits(), limit));
  }

  private static JsonObject size(String measure, BigInteger bits, SizeLimit limit) {
    return new JsonObject()
        .put("measure", measure)
        .put("bits", bits)
        .put("passed", limit.admits(bits));
  }

  private static JsonObject part(SizePart part, SizeLimit limit) {
    return new JsonObject().put("name", part.name()).put("bits", limit.measured(part.bits()));
  }

  private static JsonObject add(Finding.Sent sent, CheckedZkvm checked, JsonObject json) {
    return json.put("required", sent.required())
        .put("actual", sent.figure().map(NonInteractive::bits))
        .put("binds", sent.figure().map(figure -> figure.binds().word()))
        .put("passed", sent.passed())
        .putAll("shortfalls", sent.shortfalls(), s -> of(s, checked.region(s)));
  }

  private static JsonObject of(Finding.SentShortfall shortfall, Region region) {
    Optional<NonInteractive> figure = shortfall.circuit().nonInteractive();
    JsonObject json =
        new JsonObject()
            .put("circuit", shortfall.circuit().name())
            .put("bits", figure.map(NonInteractive::bits))
            .put("binds", figure.map(its -> its.binds().word()));
    return add(region, json).putAll("remedies", shortfall.remedies(), GateJson::of);
  }

  private static JsonObject add(Finding.Tree tree, CheckedZkvm checked, JsonObject json) {
    return json.put("required", tree.required())
        .put("actual", tree.tree().figure().map(figure -> figure.bits()))
        .put("passed", tree.passed())
        .put("proofs", tree.tree().proofs())
        .put("levels", tree.tree().levels())
        .put("enoughOfEach", tree.enoughOfEach())
        .putAll("together", tree.together(), GateJson::of)
        .putAll("shortfalls", tree.shortfalls(), s -> of(s, checked.region(s, tree)));
  }

  private static JsonObject of(Finding.OfCircuit one) {
    return new JsonObject().put("circuit", one.circuit()).put("remedy", of(one.remedy()));
  }

  private static JsonObject of(Finding.Shortfall shortfall, Region region) {
    Optional<RegimeResult.Figures> figures = shortfall.figures();
    JsonObject json =
        new JsonObject()
            .put("circuit", shortfall.name())
            .put("regime", figures.map(f -> f.regime().name()))
            .put("status", figures.map(f -> f.regime().status().word()))
            .putPresent("remark", figures.flatMap(f -> f.regime().info().remark()))
            .put("term", figures.map(f -> f.binding().term().name()))
            .put("bits", figures.map(RegimeResult.Figures::bits));
    List<Remedy> remedies = new ArrayList<>(shortfall.remedies());
    remedies.addAll(remedies(shortfall.within().stream()));
    add(region, json)
        .putAll("remedies", remedies, GateJson::of)
        .putAll("obstacles", shortfall.obstacles(), GateJson::of);
    json.putPresent(
        "barrier",
        shortfall
            .barrier()
            .flatMap(
                barrier ->
                    ReasonBrief.of(barrier.reason())
                        .map(
                            words ->
                                new JsonObject()
                                    .put("field", barrier.field().toString())
                                    .put("reason", words))));
    return shortfall.isCutShort() ? json.put("searchEndedAfter", SizeRemedy.MOST_TERMS) : json;
  }

  private static JsonObject of(Finding.TreeShortfall shortfall, Region region) {
    JsonObject json = new JsonObject().put("circuit", shortfall.branch().name());
    TreeJson.addShare(shortfall.branch(), json);
    return add(region, json).putAll("remedies", shortfall.remedies(), GateJson::of);
  }

  private static JsonObject add(Region region, JsonObject json) {
    return json.put("line", region.line()).put("column", region.column());
  }

  private static JsonObject of(CertifiedTerm term) {
    return new JsonObject().put("term", term.term().name()).put("bits", term.bits());
  }

  private static JsonObject of(Remedy remedy) {
    if (remedy instanceof Remedy.Ask ask) {
      return new JsonObject()
          .put("regimes", RemedyWords.regimes(ask.instead()))
          .put("set", "--regimes")
          .put("from", RemedyWords.regimes(ask.asked()))
          .put("to", RemedyWords.regimes(ask.instead()));
    }
    if (remedy instanceof Remedy.Combined combined) {
      JsonObject json =
          new JsonObject()
              .putPresent("regimes", combined.ask().map(ask -> RemedyWords.regimes(ask.instead())))
              .putAll("changes", combined.changes(), GateJson::of);
      return add(combined.cost(), json);
    }
    Remedy.Raise raise = (Remedy.Raise) remedy;
    return add(raise.cost(), of(raise.change()));
  }

  private static JsonObject of(Remedy.Change change) {
    return new JsonObject()
        .put("set", change.key())
        .putPresent("in", change.table())
        .put("from", new JsonObject.Raw(change.from()))
        .put("to", new JsonObject.Raw(change.to()));
  }

  private static JsonObject add(Remedy.Cost cost, JsonObject json) {
    JsonObject size =
        new JsonObject()
            .put("from", cost.from().worstCaseBits())
            .put("to", cost.to().worstCaseBits());
    JsonObject expected =
        new JsonObject()
            .put("from", cost.from().expectedBits())
            .put("to", cost.to().expectedBits());
    json.put("worstCaseBits", size).put("expectedBits", expected);
    if (cost.log2Work().compareTo(cost.log2WorkNow()) > 0) {
      json.put(
          "log2Work", new JsonObject().put("from", cost.log2WorkNow()).put("to", cost.log2Work()));
    }
    json.putPresent("proverRatio", cost.prover());
    return cost.breaksLimit() ? json.put("breaks", "max-proof-size") : json;
  }
}
