package org.soundcalc.io.diff;

import java.math.BigDecimal;
import java.util.Optional;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.TreeState;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.analysis.recursion.TreeFigure;
import tools.jackson.core.JsonGenerator;

/** Trees of proofs before and after as an object. Counts are exact, however large. */
final class TreeDiffJson {
  private static final int DECIMALS = 2;

  private TreeDiffJson() {}

  /** Writes the trees as the member {@code recursion}, where either side has one. */
  static void write(ZkvmDiff diff, JsonGenerator json) {
    if (diff.trees().latest().isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("recursion");
    write("old", diff.trees().before(), json);
    write("new", diff.trees().after(), json);
    json.writeName("delta");
    Change<Long> bits = diff.treeFigure().map(TreeFigure::bits);
    if (bits.isMatched()) {
      json.writeNumber(bits.after().get() - bits.before().get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private static void write(String side, Optional<TreeState> tree, JsonGenerator json) {
    if (tree.isEmpty()) {
      json.writeNullProperty(side);
      return;
    }
    Optional<TreeFigure> figure = tree.get().figure();
    json.writeObjectPropertyStart(side);
    json.writeName("bits");
    figure.map(TreeFigure::bits).ifPresentOrElse(json::writeNumber, json::writeNull);
    json.writeName("decimalBits");
    figure
        .map(whole -> BigDecimal.valueOf(whole.hundredthBits(), DECIMALS))
        .ifPresentOrElse(json::writeNumber, json::writeNull);
    json.writeNumberProperty("proofs", tree.get().proofs());
    json.writeNumberProperty("levels", tree.get().levels());
    json.writeEndObject();
  }
}
