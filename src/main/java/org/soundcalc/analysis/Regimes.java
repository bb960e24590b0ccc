package org.soundcalc.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Suggestions;

/** The regimes that are installed, by name and by group. */
public final class Regimes {
  private Regimes() {}

  /** {@return every installed regime, in the order of their ranks} */
  public static List<Regime> all() {
    List<Regime> regimes = new ArrayList<>();
    ServiceLoader.load(Regime.class).forEach(regimes::add);
    regimes.sort(Regimes::byRank);
    return List.copyOf(regimes);
  }

  /** In the order of their ranks. A Comparator of Java's own is a class made at run time. */
  static int byRank(Regime one, Regime other) {
    return Integer.compare(one.rank(), other.rank());
  }

  /**
   * The regimes that a list names; groups are those of the usual theorems.
   *
   * @param list names, or the groups {@code proven}, {@code conjectured} and {@code all}, in any
   *     case, separated by commas
   * @param known every regime there is
   * @return each once, in the order of the list
   * @throws IllegalArgumentException if a name is unknown or left out, or a group is empty
   */
  public static List<Regime> named(String list, List<Regime> known) {
    return named(list, known, BoundSet.MAY_2026);
  }

  /**
   * The regimes that a list names.
   *
   * @param list names, or groups
   * @param known every regime there is
   * @param set the theorems that groups are of
   * @return each once, in the order of the list
   * @throws IllegalArgumentException if a name is unknown or left out, or a group is empty
   */
  public static List<Regime> named(String list, List<Regime> known, BoundSet set) {
    if (list.isBlank()) {
      throw new IllegalArgumentException("the list is empty" + all(names(known)));
    }
    Set<Regime> selected = new LinkedHashSet<>();
    for (String item : list.split(",", -1)) {
      String name = item.strip();
      if (name.isEmpty()) {
        throw new IllegalArgumentException("an item of the list is empty" + all(names(known)));
      }
      List<Regime> named = regimesOf(name, known, set);
      if (named.isEmpty()) {
        String meant = Suggestions.hint(name, names(known));
        String hint = meant.isEmpty() ? all(names(known)) : meant;
        throw new IllegalArgumentException("unknown regime \"" + name + "\"" + hint);
      }
      selected.addAll(named);
    }
    return List.copyOf(selected);
  }

  /**
   * Words for a message that refuses a name.
   *
   * @param names those that are understood
   * @return such as {@code ; known are udr, jbr}
   */
  public static String all(List<String> names) {
    return "; known are " + String.join(", ", names);
  }

  /**
   * The regimes whose theorems are in a set.
   *
   * @param set of theorems
   * @param known every regime there is
   * @return those, in their order
   */
  public static List<Regime> of(BoundSet set, List<Regime> known) {
    return known.stream().filter(regime -> set.holds(regime.info())).toList();
  }

  private static List<Regime> regimesOf(String name, List<Regime> known, BoundSet set) {
    Optional<Group> group = Group.named(name);
    List<Regime> named = new ArrayList<>();
    for (Regime regime : known) {
      if (group.isPresent()
          ? group.get().holds(regime) && set.holds(regime.info())
          : regime.name().equalsIgnoreCase(name)) {
        named.add(regime);
      }
    }
    return named;
  }

  /**
   * Every name that a list may hold.
   *
   * @param known every regime there is
   * @return the regimes' names as options spell them, then the groups that are not empty
   */
  public static List<String> names(List<Regime> known) {
    List<String> names = new ArrayList<>();
    known.forEach(regime -> names.add(word(regime)));
    for (Group group : Group.values()) {
      if (known.stream().anyMatch(group::holds)) {
        names.add(group.word());
      }
    }
    return names;
  }

  /**
   * How options spell a regime.
   *
   * @param regime the regime
   * @return its name in lower case
   */
  public static String word(Regime regime) {
    return regime.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a word names a group of regimes.
   *
   * @param word in any case
   * @return whether it is {@code proven}, {@code conjectured} or {@code all}
   */
  public static boolean isGroup(String word) {
    return Group.named(word).isPresent();
  }

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
}
