package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.RecursionKeys;
import org.soundcalc.model.keys.Spelling;

/** What the command line sets, and whether anybody took it. */
final class Settings {
  private final Context context;
  private final List<Setting> settings;
  private final Set<Setting> used = new HashSet<>();

  /** The circuits and their lookups, by their names. */
  private final Map<List<String>, TableSchema> tables = new LinkedHashMap<>();

  /** What was chosen last, by the names of the table and of the key. */
  private final Map<List<String>, AppliedSetting> applied = new LinkedHashMap<>();

  private boolean unsure;

  Settings(Context context, List<Setting> settings) {
    this.context = context;
    this.settings = List.copyOf(settings);
  }

  /**
   * The settings of a table, by the names of keys. One for this table wins over one for all.
   *
   * @param names of the circuit, or of it and the table in it, as far as they have proper ones;
   *     none: a table that stands for all circuits
   * @param layout the keys that it knows
   */
  Map<String, Setting> of(List<String> names, TableSchema layout) {
    if (settings.isEmpty()) {
      return Map.of();
    }
    if (!names.isEmpty()) {
      tables.put(names, layout);
    }
    Map<String, Setting> chosen = new LinkedHashMap<>();
    for (Setting setting : settings) {
      boolean isOfAll = setting.names().isEmpty() && names.size() < 2;
      if ((isOfAll || isOf(setting, names)) && !isName(setting)) {
        layout.key(setting.key()).ifPresent(key -> choose(setting, key, chosen));
      }
    }
    chosen.forEach(
        (key, setting) -> {
          List<String> place = new ArrayList<>(names);
          place.add(key);
          applied.put(place, new AppliedSetting(names, key, setting.value().plain()));
        });
    return chosen;
  }

  /** Each table's, in the order of the file. */
  List<AppliedSetting> applied() {
    return List.copyOf(applied.values());
  }

  /** Whether it is set in a table, by its circuit or as the one that each circuit has. */
  private static boolean isOf(Setting setting, List<String> names) {
    return setting.isOf(names) || (isFormat(names) && setting.names().equals(names.subList(1, 2)));
  }

  /** Whether it is the table of what a prover sends, of which a circuit has one. */
  private static boolean isFormat(List<String> names) {
    return names.size() == 2 && names.get(1).equals(ProofFormat.TABLE.name());
  }

  private static boolean isName(Setting setting) {
    return setting.key().equals(CommonKeys.NAME.name());
  }

  private void choose(Setting setting, Key<?, ?> key, Map<String, Setting> chosen) {
    used.add(setting);
    Setting other = chosen.get(key.name());
    Span place = setting.value().place();
    if (other != null && other.names().isEmpty() == setting.names().isEmpty()) {
      context.problems.error(place, key.name() + " is set twice, also by --set " + other.text());
    }
    if (other == null || other.names().isEmpty()) {
      chosen.put(key.name(), setting);
    }
    if (!key.name().equals(setting.key())) {
      String message = setting.key() + " is an older spelling of " + key.name();
      context.problems.warning(place, message);
    }
  }

  /** The keys of a circuit could not be told: a setting may have been meant for it. */
  void unsure() {
    unsure = true;
  }

  /** Whether all that names a circuit was taken. */
  boolean areUsedIn(String circuit) {
    return settings.stream()
        .filter(setting -> !setting.names().isEmpty() && setting.names().get(0).equals(circuit))
        .allMatch(used::contains);
  }

  /** Reports what no circuit took. */
  void reportUnused() {
    for (Setting setting : settings) {
      if (!used.contains(setting)) {
        problem(setting)
            .ifPresent(message -> context.problems.error(setting.value().place(), message));
      }
    }
  }

  private Optional<String> problem(Setting setting) {
    List<List<String>> meant =
        tables.keySet().stream().filter(names -> isOf(setting, names)).toList();
    if (!setting.names().isEmpty() && meant.isEmpty()) {
      return unsure && setting.names().size() > 1
          ? Optional.empty()
          : Optional.of(unknownTable(setting));
    }
    if (isName(setting)) {
      String what = setting.names().size() < 2 ? "circuit" : "lookup";
      return Optional.of("the name of a " + what + " cannot be set");
    }
    return unsure
        ? Optional.empty()
        : Optional.of(unknownKey(meant.stream().findFirst(), setting.key()));
  }

  private String unknownTable(Setting setting) {
    String counts = RecursionKeys.MAX_LEAF_PROOFS.name();
    List<String> names = setting.names();
    // as somebody may spell it who knows the table but not the option
    if (setting.key().equals(counts) || names.equals(List.of(counts))) {
      return "max_leaf_proofs is set as max_leaf_proofs=3000, or as"
          + " max_leaf_proofs={ riscv = 3000 } by circuit";
    }
    boolean isCircuit = names.size() == 1;
    List<String> known =
        tables.keySet().stream()
            .filter(table -> !isCircuit || table.size() == 1)
            .map(Spelling::path)
            .toList();
    String written = isCircuit ? names.get(0) : Spelling.path(names);
    return "no circuit%s of %s is named \"%s\"%s"
        .formatted(
            isCircuit ? "" : " or lookup",
            context.source,
            Printable.brief(written),
            isCircuit
                ? lookupNamed(setting).orElseGet(() -> Suggestions.hint(written, known))
                : Suggestions.hint(written, known));
  }

  /** That a name without a circuit's is that of a lookup, and how to set the key in it. */
  private Optional<String> lookupNamed(Setting setting) {
    return tables.keySet().stream()
        .filter(table -> table.size() > 1 && table.get(1).equals(setting.names().get(0)))
        .findFirst()
        .map(table -> "; it is a lookup, set as " + Spelling.path(table) + "." + setting.key());
  }

  private String unknownKey(Optional<List<String>> table, String key) {
    String source = context.source;
    if (RecursionKeys.table().stream().anyMatch(known -> known.name().equals(key))) {
      String why =
          table.isPresent()
              ? "which has one value for all circuits, or a table such as { riscv = 4096 }"
              : "which " + source + " does not have: add it there";
      return key + " is a key of [" + RecursionKeys.TABLE + "], " + why;
    }
    String whose =
        table
            .map(names -> whose(names) + " of " + source + " has no key ")
            .orElse("no circuit of " + source + " has a key ");
    return whose + Printable.brief(key) + hint(table, key);
  }

  private static String whose(List<String> names) {
    String circuit = "circuit \"" + Printable.brief(names.get(0)) + '"';
    if (isFormat(names)) {
      return ProofFormat.TABLE.header() + " of " + circuit;
    }
    return names.size() == 1
        ? circuit
        : "lookup \"" + Printable.brief(names.get(1)) + "\" of " + circuit;
  }

  private String hint(Optional<List<String>> table, String key) {
    Optional<List<String>> inside =
        tables.keySet().stream()
            .filter(names -> names.size() > 1 && tables.get(names).knows(key))
            .filter(names -> table.isEmpty() || table.get().equals(names.subList(0, 1)))
            .findFirst();
    if (inside.isPresent()) {
      return "; it is a key of "
          + tables.get(inside.get()).owner()
          + ", set as "
          + Spelling.path(inside.get())
          + "."
          + key;
    }
    Optional<TableSchema> lookup = table.filter(names -> names.size() > 1).map(tables::get);
    return lookup
        .flatMap(layout -> layout.today(key))
        .map(today -> "; it is " + today + " today")
        .or(() -> context.layouts.familyThatKnows(key).map(family -> "; it is a key of " + family))
        .orElseGet(
            () ->
                Suggestions.hint(
                    key, lookup.map(TableSchema::names).orElseGet(context.layouts::circuitKeys)));
  }
}
