package org.soundcalc.web;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Field;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;

/** What this calculator knows, for the page's choosers. */
final class About {
  /** The program's. */
  static final String VERSION = "0.1.0";

  private static final int LEAST_BITS = 80;
  private static final int MOST_BITS = 384;

  private About() {}

  static JsonObject json(List<Regime> regimes) {
    return new JsonObject()
        .put("soundcalc", VERSION)
        .putAll("regimes", regimes, About::regime)
        .putAll("bounds", List.of(BoundSet.values()), About::bounds)
        .put("fields", fields())
        .putAll("accounting", List.of(Accounting.values()), Accounting::word)
        .putAll("sizes", List.of(Sizes.values()), Sizes::word);
  }

  /** Fields that challenges are drawn from: enough for 2^-80, and no more than anybody asks for. */
  private static List<String> fields() {
    List<String> fields = new ArrayList<>();
    for (BaseField base : BaseField.values()) {
      for (int degree = 1; degree <= Field.MAX_DEGREE; degree++) {
        Field field = new Field(base, degree);
        if (field.extensionBits() >= LEAST_BITS && field.extensionBits() <= MOST_BITS) {
          fields.add(field.tomlName());
        }
      }
    }
    return fields;
  }

  private static JsonObject regime(Regime regime) {
    return new JsonObject()
        .put("name", regime.name())
        .put("option", Regimes.word(regime))
        .put("proven", regime.isProven())
        .put("since", regime.info().since().word());
  }

  private static JsonObject bounds(BoundSet set) {
    return new JsonObject()
        .put("option", set.word())
        .put("usual", set.usual())
        .put("remark", set.remark());
  }
}
