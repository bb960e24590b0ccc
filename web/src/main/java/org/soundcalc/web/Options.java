package org.soundcalc.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.Suggestions;

/**
 * What figures are estimated on, beside the file: as the options of these names mean it.
 *
 * @param regimes those asked for
 * @param bounds the theorems that count
 * @param settings over what the file says
 * @param accounting how errors are counted
 * @param sizes which size of a proof decides
 */
record Options(
    List<Regime> regimes,
    BoundSet bounds,
    List<Setting> settings,
    Accounting accounting,
    Sizes sizes) {
  /** What a request asks for, among these regimes. */
  static Options of(Request request, List<Regime> known) throws Refusal {
    BoundSet bounds = constant("--bounds", request.bounds(), BoundSet.values());
    return new Options(
        regimes(request, bounds, known),
        bounds,
        settings(request.set()),
        constant("--accounting", request.accounting(), Accounting.values()),
        constant("--sizes", request.sizes(), Sizes.values()));
  }

  /** The same, under the regimes that are estimated where nobody asks for others. */
  Options usual(List<Regime> known) {
    List<Regime> usual = Regimes.named(bounds.usual(), known);
    return new Options(usual, bounds, settings, accounting, sizes);
  }

  private static List<Regime> regimes(Request request, BoundSet bounds, List<Regime> known)
      throws Refusal {
    String list = request.regimes().isEmpty() ? bounds.usual() : request.regimes();
    try {
      List<Regime> named = Regimes.named(list, known, bounds);
      for (Regime regime : named) {
        if (!request.bounds().isEmpty() && !bounds.holds(regime.info())) {
          throw new IllegalArgumentException(
              "%s is not in --bounds %s: its theorems are of %s"
                  .formatted(regime.name(), bounds.word(), regime.info().since().word()));
        }
      }
      return named;
    } catch (IllegalArgumentException e) {
      throw new Refusal("--regimes " + list, e.getMessage());
    }
  }

  private static List<Setting> settings(List<String> set) throws Refusal {
    List<Setting> settings = new ArrayList<>();
    for (String text : set) {
      Optional<Setting> setting = Setting.parse(text);
      if (setting.isEmpty()) {
        throw new Refusal(
            "--set " + text, "expected KEY=VALUE, CIRCUIT.KEY=VALUE or CIRCUIT.LOOKUP.KEY=VALUE");
      }
      settings.add(setting.get());
    }
    return settings;
  }

  /** The constant of this word, in any case; the first where none is given. */
  private static <E extends Enum<E>> E constant(String option, String word, E[] constants)
      throws Refusal {
    List<String> words = new ArrayList<>();
    for (E constant : constants) {
      String own = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (own.equalsIgnoreCase(word)) {
        return constant;
      }
      words.add(own);
    }
    if (word.isEmpty()) {
      return constants[0];
    }
    String meant = Suggestions.hint(word, words);
    throw new Refusal(
        option + " " + word,
        meant.isEmpty() ? "expected " + String.join(" or ", words) : "unknown" + meant);
  }

  /** What the figures depend on, as readers are told. */
  EstimateCaveats caveats() {
    return new EstimateCaveats(
        accounting, settings.stream().map(Setting::text).toList(), bounds, costs(), sizes);
  }

  CostFigures costs() {
    return new CostFigures(OptionalInt.empty());
  }
}
