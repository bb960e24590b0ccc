package org.soundcalc.io.toml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.CommonKeys;

/** The keys of a table that mean nothing there, each with the key that may have been meant. */
final class UnknownKeys {
  private final RawTable table;
  private final TableSchema layout;
  private final Set<String> reported = new LinkedHashSet<>();
  private Optional<Map<String, Optional<String>>> suggestions = Optional.empty();

  /**
   * The unknown keys of a table.
   *
   * @param layout what may stand in it
   */
  UnknownKeys(RawTable table, TableSchema layout) {
    this.table = table;
    this.layout = layout;
  }

  /**
   * Reports that a key is missing together with the unknown one that looks like it.
   *
   * @return whether there is one, or one that {@link #warn} reports
   */
  boolean reportMissing(String missing) {
    if (meant().keySet().stream()
        .anyMatch(name -> layout.today(name).equals(Optional.of(missing)))) {
      return true;
    }
    Optional<String> written =
        meant().entrySet().stream()
            .filter(entry -> entry.getValue().equals(Optional.of(missing)))
            .map(Map.Entry::getKey)
            .findFirst();
    if (written.isPresent()) {
      String name = written.get();
      reported.add(name);
      String unknown = Printable.brief(name) + " is not a key of " + layout.owner();
      String meant = ", and " + missing + " is missing; did you mean " + missing + "?";
      table.error(table.placeOf(name), unknown + meant);
    }
    return written.isPresent();
  }

  /** Warns of all that were not reported; a name of the past is an error. */
  void warn() {
    meant().keySet().stream().filter(name -> !reported.contains(name)).forEach(this::warn);
  }

  private void warn(String name) {
    Optional<String> today = layout.today(name);
    if (today.isPresent()) {
      String what =
          table.find(today.get()).isPresent() ? ", which is given too: remove " + name : "";
      table.error(table.placeOf(name), name + " is " + today.get() + " today" + what);
      return;
    }
    Span place = table.placeOf(name);
    if (layout.isUnread(name) && table.values().get(name).members().isPresent()) {
      String header = table.label.isEmpty() ? name : CommonKeys.CIRCUITS + "." + name;
      table.warning(place, "[" + header + "] is not read yet; it changes no figure");
      return;
    }
    String shown = Printable.brief(name);
    table.context.ignored.add(
        new IgnoredKey(Optional.empty(), table.label, shown, meant().get(name), place.region()));
    table.warning(place, shown + why(name, meant().get(name)));
  }

  private String why(String name, Optional<String> suggestion) {
    String unknown = " is not a key of " + layout.owner() + " and is ignored";
    return suggestion
        .map(meant -> unknown + "; did you mean " + meant + "?")
        .or(() -> table.context.layouts.familyThatKnows(name, layout.owner()).map(this::whyOf))
        .orElse(unknown);
  }

  private String whyOf(String family) {
    return " is a key of " + family + ", not of " + layout.owner() + "; it is ignored";
  }

  /**
   * What each may have meant, rather a key that is missing. Looked for only once there is a
   * problem: most tables have no unknown key; and for no more of them than are listed.
   */
  private Map<String, Optional<String>> meant() {
    if (suggestions.isEmpty()) {
      Map<String, Optional<String>> meant = new LinkedHashMap<>();
      Set<String> names = layout.names();
      Set<String> absent = new LinkedHashSet<>(names);
      table.values().keySet().forEach(absent::remove);
      for (String name : table.values().keySet()) {
        if (!layout.knows(name) && meant.size() <= table.context.problems.room()) {
          Optional<String> missing = Suggestions.closest(name, absent);
          meant.put(name, missing.or(() -> Suggestions.closest(name, names)));
        }
      }
      suggestions = Optional.of(meant);
    }
    return suggestions.get();
  }
}
