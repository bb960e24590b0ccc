package org.soundcalc.io.estimate;

import java.util.List;
import java.util.OptionalInt;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;

/**
 * What figures depend on beside the files: shown with every figure.
 *
 * @param accounting how errors were counted
 * @param settings what {@code --set} overrides, such as {@code num_queries=100}
 * @param bounds the theorems that count
 * @param costs the hash that costs are counted for
 * @param sizes which size of a proof decides
 * @param remark what a reader must know of the newer of these theorems; empty where nothing shown
 *     rests on them
 */
public record EstimateCaveats(
    Accounting accounting,
    List<String> settings,
    BoundSet bounds,
    CostFigures costs,
    Sizes sizes,
    String remark) {
  private static final String OVERRIDDEN = "overridden by --set: ";

  /**
   * What figures depend on beside the files, some of them on the newest of the theorems.
   *
   * @param accounting how errors were counted
   * @param settings what {@code --set} overrides
   * @param bounds the theorems that count
   * @param costs the hash that costs are counted for
   * @param sizes which size of a proof decides
   */
  public EstimateCaveats(
      Accounting accounting,
      List<String> settings,
      BoundSet bounds,
      CostFigures costs,
      Sizes sizes) {
    this(accounting, settings, bounds, costs, sizes, bounds.remark());
  }

  /**
   * What figures depend on beside the files, with the usual theorems, hash and sizes.
   *
   * @param accounting how errors were counted
   * @param settings what {@code --set} overrides
   */
  public EstimateCaveats(Accounting accounting, List<String> settings) {
    this(
        accounting,
        settings,
        BoundSet.MAY_2026,
        new CostFigures(OptionalInt.empty()),
        Sizes.SOUNDCALC);
  }

  /**
   * {@return the same, where nothing but these regimes is shown}
   *
   * @param shown at least one
   */
  public EstimateCaveats showing(List<Regime> shown) {
    boolean isNew = shown.stream().anyMatch(regime -> regime.info().remark().isPresent());
    return new EstimateCaveats(
        accounting, settings, bounds, costs, sizes, isNew ? bounds.remark() : "");
  }

  private List<String> spaced() {
    return settings.stream().map(set -> set.replaceFirst("\\s*=\\s*", " = ")).toList();
  }

  /** {@return a line for each setting: {@code overridden by --set: num_queries = 100}} */
  public List<String> overridden() {
    return spaced().stream().map(OVERRIDDEN::concat).toList();
  }

  /**
   * Adds them to what shows the figures.
   *
   * @param document what is to be read
   */
  public void addTo(Document document) {
    if (accounting == Accounting.STRICT) {
      document.add(new Block.Proviso("with ", "--accounting strict"));
    }
    if (bounds != BoundSet.MAY_2026) {
      String option = "--bounds " + bounds.word();
      document.add(new Block.Proviso("with ", remark.isEmpty() ? option : option + ": " + remark));
    }
    if (sizes == Sizes.SENT) {
      document.add(new Block.Proviso("with ", "--sizes sent"));
    }
    spaced().forEach(setting -> document.add(new Block.Proviso(OVERRIDDEN, setting)));
  }

  /**
   * Adds them to what holds the figures: the settings only where there are some.
   *
   * @param json what programs read
   */
  public void addTo(JsonObject json) {
    json.put("accounting", accounting.word());
    if (bounds != BoundSet.MAY_2026) {
      json.put("bounds", bounds.word());
    }
    if (sizes == Sizes.SENT) {
      json.put("sizes", sizes.word());
    }
    addSettingsTo(json);
  }

  /**
   * Adds the settings alone, where there are some.
   *
   * @param json what programs read
   */
  public void addSettingsTo(JsonObject json) {
    if (!settings.isEmpty()) {
      json.put("settings", settings);
    }
  }
}
