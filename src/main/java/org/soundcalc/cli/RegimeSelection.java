package org.soundcalc.cli;

import java.util.List;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.model.Regime;
import picocli.CommandLine.Model.OptionSpec;

/** The option that chooses regimes. */
final class RegimeSelection {
  private static final String NAME = "--regimes";

  private RegimeSelection() {}

  /** The option that chooses them. */
  static OptionSpec option() {
    return option(Regimes.USUAL);
  }

  /**
   * The option where others are usual.
   *
   * @param usual a list of regimes or groups
   */
  static OptionSpec option(String usual) {
    String meaning = "Regimes, or groups of them (proven, conjectured, all), separated by commas.";
    return Options.text("LIST", Options.option(NAME, meaning, usual, "--regimes proven")).build();
  }

  /** Whether regimes were chosen. */
  static boolean isMade(Request request) {
    return request.has(NAME);
  }

  /**
   * The regimes that were chosen, or the usual ones.
   *
   * @throws UsageException if a name is unknown, or a group is empty
   */
  static List<Regime> of(Request request) {
    return of(request, Regimes.USUAL);
  }

  /**
   * The regimes that were chosen, or those that are usual here.
   *
   * @param usual a list of regimes or groups
   * @throws UsageException if a name is unknown, or a group is empty
   */
  static List<Regime> of(Request request, String usual) {
    String list = request.value(NAME, usual);
    try {
      return Regimes.named(list, request.knownRegimes());
    } catch (IllegalArgumentException e) {
      String written = list.isBlank() ? "\"" + list + "\"" : list;
      throw new UsageException(NAME + " " + written + ": " + e.getMessage());
    }
  }

  /**
   * The one regime of an option that takes no more.
   *
   * @param option its name
   * @param name a regime's, in any case
   * @param known every regime there is
   * @throws UsageException if the name is unknown, or is that of a group
   */
  static Regime one(String option, String name, List<Regime> known) {
    String written = name.strip();
    for (Regime regime : known) {
      if (regime.name().equalsIgnoreCase(written)) {
        return regime;
      }
    }
    List<String> words = known.stream().map(Regimes::word).toList();
    if (written.isEmpty() || written.contains(",") || Regimes.isGroup(written)) {
      throw new UsageException(option + " takes one regime" + Regimes.all(words));
    }
    throw UsageException.unknown(option + " " + written, written, "regime", words);
  }
}
