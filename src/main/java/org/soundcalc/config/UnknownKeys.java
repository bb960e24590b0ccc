package org.soundcalc.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of a table that mean nothing there, each with the key that may have been meant. */
final class UnknownKeys {
  private final Context context;
  private final RawTable table;
  private final String owner;
  private final Map<String, Optional<String>> meant = new LinkedHashMap<>();
  private final Set<String> reported = new LinkedHashSet<>();

  /**
   * The unknown keys of a table.
   *
   * @param layout what may stand in it
   */
  UnknownKeys(Context context, RawTable table, Layout layout) {
    this.context = context;
    this.table = table;
    this.owner = layout.owner();
    Set<String> absent = new LinkedHashSet<>(layout.names());
    absent.removeAll(table.values().keySet());
    for (String name : table.values().keySet()) {
      if (!layout.knows(name)) {
        // what is missing is the likelier meaning
        Optional<String> missing = Suggestions.closest(name, absent);
        meant.put(name, missing.or(() -> Suggestions.closest(name, layout.names())));
      }
    }
  }

  /**
   * Reports that a key is missing together with the unknown one that looks like it.
   *
   * @return whether there is one
   */
  boolean reportMissing(String missing) {
    Optional<String> written =
        meant.entrySet().stream()
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
                          .formatted(shown(name), owner, missing, missing)));
        });
    return written.isPresent();
  }

  /** Warns of all that were not reported. */
  void warn() {
    meant.forEach(
        (name, suggestion) -> {
          if (!reported.contains(name)) {
            context
                .problems()
                .warning(table.name(name), table.message(shown(name) + why(name, suggestion)));
          }
        });
  }

  private String why(String name, Optional<String> suggestion) {
    return context
        .layouts()
        .familyThatKnows(name)
        .map(family -> " is a key of " + family + ", not of " + owner + "; it is ignored")
        .orElseGet(
            () ->
                " is not a key of "
                    + owner
                    + " and is ignored"
                    + suggestion.map(word -> "; did you mean " + word + "?").orElse(""));
  }

  private static String shown(String name) {
    return Printable.brief(name);
  }
}
