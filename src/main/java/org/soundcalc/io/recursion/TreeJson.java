package org.soundcalc.io.recursion;

import java.math.BigDecimal;
import java.util.Optional;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.analysis.recursion.TreeGrinding;
import tools.jackson.core.JsonGenerator;

/** A tree of proofs as an object. Counts are exact, however large. */
public final class TreeJson {
  private static final int DECIMALS = 2;

  private TreeJson() {}

  /** Writes the tree as the member {@code recursion}. */
  public static void write(TreeEstimate tree, Optional<TreeGrinding> grinding, JsonGenerator json) {
    json.writeObjectPropertyStart("recursion");
    tree.figure()
        .ifPresentOrElse(
            figure -> {
              json.writeNumberProperty("bits", figure.bits());
              json.writeNumberProperty(
                  "decimalBits", BigDecimal.valueOf(figure.hundredthBits(), DECIMALS));
            },
            () -> {
              json.writeNullProperty("bits");
              json.writeNullProperty("decimalBits");
              json.writeStringProperty(
                  "reason",
                  "no proven regime asked for covers " + String.join(", ", tree.unproven()));
            });
    grinding
        .flatMap(TreeGrinding::without)
        .ifPresent(bare -> json.writeNumberProperty("bitsWithoutGrinding", bare.bits()));
    grinding.ifPresent(some -> json.writeNumberProperty("log2Work", some.log2Work()));
    json.writeNumberProperty("levels", tree.levels());
    json.writeNumberProperty("proofs", tree.proofs());
    json.writeArrayPropertyStart("circuits");
    tree.branches().forEach(branch -> write(branch, tree, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Branch branch, TreeEstimate tree, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", branch.name());
    json.writeNumberProperty("proofs", branch.proofs());
    writeFigures(branch, json);
    json.writeNumberProperty("arity", branch.node().arity());
    json.writeArrayPropertyStart("verifies");
    branch.node().verifies().forEach(index -> json.writeString(tree.branches().get(index).name()));
    if (branch.node().verifiesItself()) {
      json.writeString(branch.name());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes its regime and its share, or that there are none. */
  public static void writeFigures(Branch branch, JsonGenerator json) {
    json.writeName("regime");
    branch
        .figures()
        .ifPresentOrElse(figures -> json.writeString(figures.regime().name()), json::writeNull);
    json.writeName("shareOfError");
    branch.share().ifPresentOrElse(json::writeNumber, json::writeNull);
  }
}
