package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.soundcalc.model.Regime;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Regimes by name and by group. */
final class RegimeSelection {
  /** A name for every regime of some kind. */
  private enum Group {
    PROVEN,
    CONJECTURED,
    ALL;

    private boolean holds(Regime regime) {
      return this == ALL || regime.isProven() == (this == PROVEN);
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String NAME = "--regimes";

  /** What figures are estimated under where nobody asks for others. */
  static final String USUAL = "udr,jbr";

  private RegimeSelection() {}

  /** The option that chooses them. */
  static OptionSpec option() {
    return option(USUAL);
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
  static boolean isMade(ParseResult arguments) {
    return arguments.hasMatchedOption(NAME);
  }

  /**
   * The regimes that were chosen, or the usual ones.
   *
   * @param known every regime there is
   * @throws UsageException if a name is unknown, or a group is empty
   */
  static List<Regime> of(ParseResult arguments, List<Regime> known) {
    return of(arguments, known, USUAL);
  }

  /**
   * The regimes that were chosen, or those that are usual here.
   *
   * @param usual a list of regimes or groups
   */
  static List<Regime> of(ParseResult arguments, List<Regime> known, String usual) {
    String list = arguments.matchedOptionValue(NAME, usual);
    try {
      return parse(list, known);
    } catch (UsageException e) {
      throw new UsageException(NAME + " " + list + ": " + e.getMessage());
    }
  }

  /**
   * The regimes that a list names.
   *
   * @param list names and groups in any case, separated by commas
   * @param known every regime there is
   * @throws UsageException if a name is unknown, or a group is empty
   */
  static List<Regime> parse(String list, List<Regime> known) {
    Set<Regime> selected = new LinkedHashSet<>();
    for (String item : list.split(",", -1)) {
      List<Regime> named = named(item.strip(), known);
      if (named.isEmpty()) {
        throw new UsageException(
            "unknown regime \""
                + item.strip()
                + "\"; known are "
                + String.join(", ", names(known)));
      }
      selected.addAll(named);
    }
    return List.copyOf(selected);
  }

  private static List<Regime> named(String name, List<Regime> known) {
    for (Group group : Group.values()) {
      if (group.word().equalsIgnoreCase(name)) {
        return known.stream().filter(group::holds).toList();
      }
    }
    return known.stream().filter(regime -> regime.name().equalsIgnoreCase(name)).toList();
  }

  /** Every name that is understood: the regimes', then the groups that are not empty. */
  static List<String> names(List<Regime> known) {
    List<String> names = new ArrayList<>();
    known.forEach(regime -> names.add(regime.name().toLowerCase(Locale.ROOT)));
    for (Group group : Group.values()) {
      if (known.stream().anyMatch(group::holds)) {
        names.add(group.word());
      }
    }
    return names;
  }
}
