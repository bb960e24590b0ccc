package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.io.toml.Suggestions;
import org.soundcalc.model.Regime;
import picocli.CommandLine.Model.OptionSpec;

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

    private static Optional<Group> named(String name) {
      for (Group group : values()) {
        if (group.word().equalsIgnoreCase(name)) {
          return Optional.of(group);
        }
      }
      return Optional.empty();
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
  static boolean isMade(Request request) {
    return request.has(NAME);
  }

  /**
   * The regimes that were chosen, or the usual ones.
   *
   * @throws UsageException if a name is unknown, or a group is empty
   */
  static List<Regime> of(Request request) {
    return of(request, USUAL);
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
      return parse(list, request.knownRegimes());
    } catch (UsageException e) {
      String written = list.isBlank() ? "\"" + list + "\"" : list;
      throw new UsageException(NAME + " " + written + ": " + e.getMessage());
    }
  }

  /**
   * The regimes that a list names.
   *
   * @param list names and groups in any case, separated by commas
   * @param known every regime there is
   * @throws UsageException if a name is unknown or left out, or a group is empty
   */
  static List<Regime> parse(String list, List<Regime> known) {
    if (list.isBlank()) {
      throw new UsageException("the list is empty" + all(names(known)));
    }
    Set<Regime> selected = new LinkedHashSet<>();
    for (String item : list.split(",", -1)) {
      String name = item.strip();
      if (name.isEmpty()) {
        throw new UsageException("an item of the list is empty" + all(names(known)));
      }
      List<Regime> named = named(name, known);
      if (named.isEmpty()) {
        String meant = Suggestions.hint(name, names(known));
        String hint = meant.isEmpty() ? all(names(known)) : meant;
        throw new UsageException("unknown regime \"" + name + "\"" + hint);
      }
      selected.addAll(named);
    }
    return List.copyOf(selected);
  }

  private static String all(List<String> names) {
    return "; known are " + String.join(", ", names);
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
    List<String> words = known.stream().map(RegimeSelection::word).toList();
    if (written.isEmpty() || written.contains(",") || Group.named(written).isPresent()) {
      throw new UsageException(option + " takes one regime" + all(words));
    }
    throw Unknown.name(option + " " + written, written, "regime", words);
  }

  /** The regime as options spell it. */
  private static String word(Regime regime) {
    return regime.name().toLowerCase(Locale.ROOT);
  }

  private static List<Regime> named(String name, List<Regime> known) {
    Optional<Group> group = Group.named(name);
    List<Regime> named = new ArrayList<>();
    for (Regime regime : known) {
      if (group.isPresent() ? group.get().holds(regime) : regime.name().equalsIgnoreCase(name)) {
        named.add(regime);
      }
    }
    return named;
  }

  /** Every name that is understood: the regimes', then the groups that are not empty. */
  static List<String> names(List<Regime> known) {
    List<String> names = new ArrayList<>();
    known.forEach(regime -> names.add(word(regime)));
    for (Group group : Group.values()) {
      if (known.stream().anyMatch(group::holds)) {
        names.add(group.word());
      }
    }
    return names;
  }
}
