package org.soundcalc.io.toml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Suggestions;

/** The keys of a table that mean nothing there, each with the key that may have been meant. */
final class UnknownKeys {
  private final Context context;
  private final RawTable table;
  private final TableSchema layout;
  private final Set<String> reported = new LinkedHashSet<>();
  private Optional<Map<String, Optional<String>>> suggestions = Optional.empty();

  /**
   * The unknown keys of a table.
   *
   * @param layout what may stand in it
   */
  UnknownKeys(Context context, RawTable table, TableSchema layout) {
    this.context = context;
    this.table = table;
    this.layout = layout;
  }

  /**
   * Reports that a key is missing together with the unknown one that looks like it.
   *
   * @return whether there is one
   */
  boolean reportMissing(String missing) {
    Optional<String> written =
        meant().entrySet().stream()
            .filter(entry -> entry.getValue().equals(Optional.of(missing)))
            .map(Map.Entry::getKey)
            .findFirst();
    written.ifPresent(
        name -> {
          reported.add(name);
          context
              .problems()
              .error(
                  table.name(name),
                  table.message(
                      "%s is not a key of %s, and %s is missing; did you mean %s?"
                          .formatted(shown(name), layout.owner(), missing, missing)));
        });
    return written.isPresent();
  }

  /** Warns of all that were not reported. */
  void warn() {
    meant()
        .forEach(
            (name, suggestion) -> {
              if (!reported.contains(name)) {
                context
                    .problems()
                    .warning(table.name(name), table.message(shown(name) + why(name, suggestion)));
              }
            });
  }

  private String why(String name, Optional<String> suggestion) {
    if (suggestion.isPresent()) {
      return " is not a key of "
          + layout.owner()
          + " and is ignored; did you mean "
          + suggestion.get()
          + "?";
    }
    return context
        .layouts()
        .familyThatKnows(name)
        .map(family -> " is a key of " + family + ", not of " + layout.owner() + "; it is ignored")
        .orElseGet(() -> " is not a key of " + layout.owner() + " and is ignored");
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
        if (!layout.knows(name) && meant.size() <= context.problems().room()) {
          Optional<String> missing = Suggestions.closest(name, absent);
          meant.put(name, missing.or(() -> Suggestions.closest(name, names)));
        }
      }
      suggestions = Optional.of(meant);
    }
    return suggestions.get();
  }

  private static String shown(String name) {
    return Printable.brief(name);
  }
}
