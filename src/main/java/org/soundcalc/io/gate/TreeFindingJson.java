package org.soundcalc.io.gate;

import java.util.List;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.TreeShortfall;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.recursion.TreeJson;
import tools.jackson.core.JsonGenerator;

/** What a gate finds of a whole tree of proofs, as members of an object. */
final class TreeFindingJson {
  private TreeFindingJson() {}

  static void write(Finding.Tree finding, List<Integer> lines, JsonGenerator json) {
    json.writeNumberProperty("required", finding.required());
    json.writeName("actual");
    finding
        .tree()
        .figure()
        .ifPresentOrElse(figure -> json.writeNumber(figure.bits()), json::writeNull);
    json.writeBooleanProperty("passed", finding.passed());
    json.writeNumberProperty("proofs", finding.tree().proofs());
    json.writeNumberProperty("levels", finding.tree().levels());
    json.writeNumberProperty("enoughOfEach", finding.enoughOfEach());
    json.writeArrayPropertyStart("shortfalls");
    for (TreeShortfall shortfall : finding.shortfalls()) {
      Branch branch = shortfall.branch();
      json.writeStartObject();
      json.writeStringProperty("circuit", branch.name());
      json.writeNumberProperty("proofs", branch.proofs());
      TreeJson.writeFigures(branch, json);
      json.writeNumberProperty("line", lines.get(shortfall.index()));
      json.writeArrayPropertyStart("remedies");
      shortfall.remedies().forEach(remedy -> RemedyJson.write(remedy, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
