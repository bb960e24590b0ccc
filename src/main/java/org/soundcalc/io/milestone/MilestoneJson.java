package org.soundcalc.io.milestone;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.MilestoneResult;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.EstimateJson;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.gate.PlacedCaveat;
import org.soundcalc.model.ProofSize;

/** Milestones for programs: stable, additions only, described by docs/milestones.schema.json. */
public final class MilestoneJson {
  private MilestoneJson() {}

  /**
   * Makes the object.
   *
   * @param report how far zkVMs are
   * @return all of it
   */
  public static JsonObject of(MilestoneReport report) {
    JsonObject json = new JsonObject().put("soundcalc", report.version());
    report.provisos().addTo(json);
    IdentityHashMap<MilestoneReport.Row, Optional<JsonObject>> sent = new IdentityHashMap<>();
    for (MilestoneReport.Row row : report.rows()) {
      sent.put(row, row.estimate().nonInteractive().map(EstimateJson::of)); // the same for all
    }
    return json.putAll("milestones", List.of(Milestone.values()), m -> of(m, report, sent::get))
        .putAll("warnings", report.warnings(), Warning::json);
  }

  private static JsonObject of(
      Milestone milestone,
      MilestoneReport report,
      Function<MilestoneReport.Row, Optional<JsonObject>> sent) {
    return new JsonObject()
        .put("name", milestone.word())
        .putAll(
            "zkvms",
            report.rows(),
            row -> of(milestone, row).put("nonInteractive", sent.apply(row)));
  }

  private static JsonObject of(Milestone milestone, MilestoneReport.Row row) {
    MilestoneResult result = new MilestoneResult(milestone, row.estimate());
    ProofSize size = row.estimate().proofSize();
    Optional<ProofSize> sent = row.estimate().proofSizeSent();
    return EstimateJson.of(row.estimate().zkvm(), row.source())
        .put("passed", result.passed())
        .putAll(
            "caveats",
            result.caveats(row.ofFile()),
            caveat -> PlacedCaveat.of(caveat, row.estimate(), row.places()).json())
        .put(
            "bits",
            new JsonObject()
                .put("actual", row.estimate().findSecurity().map(Security::bits))
                .put("required", milestone.bits()))
        .put(
            "size",
            new JsonObject()
                .put("worst", size.worstCaseBits())
                .put("expected", size.expectedBits())
                .putPresent("worstSent", sent.map(ProofSize::worstCaseBits))
                .putPresent("expectedSent", sent.map(ProofSize::expectedBits))
                .put("measured", row.measured())
                .put("allowed", result.limit().bits()))
        .put("recursion", row.recursion().word());
  }
}
