package org.soundcalc.io.toml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.RecursionKeys;

/** What the command line sets, and whether anybody took it. */
final class Settings {
  private final Context context;
  private final List<Setting> settings;
  private final Set<Setting> used = new LinkedHashSet<>();
  private final Set<String> circuits = new LinkedHashSet<>();
  private boolean unsure;

  Settings(Context context, List<Setting> settings) {
    this.context = context;
    this.settings = List.copyOf(settings);
  }

  /**
   * The settings of a circuit, by the names of keys. The last one wins, but one for this circuit
   * wins over one for all.
   *
   * @param layout the keys that the circuit knows
   */
  Map<String, Setting> of(Optional<String> circuit, TableSchema layout) {
    circuit.ifPresent(circuits::add);
    Map<String, Setting> chosen = new LinkedHashMap<>();
    for (Setting setting : settings) {
      boolean applies = setting.circuit().isEmpty() || setting.circuit().equals(circuit);
      Optional<Key<?, ?>> key = applies ? settable(setting, layout) : Optional.empty();
      key.ifPresent(known -> choose(setting, known, chosen));
    }
    return chosen;
  }

  /**
   * The settings of {@code [recursion]}, whose keys no circuit has; of another shared table none,
   * since what it says is set in the circuits.
   */
  Map<String, Setting> ofRecursion(String table, TableSchema layout) {
    Map<String, Setting> chosen = new LinkedHashMap<>();
    if (table.equals(RecursionKeys.TABLE)) {
      for (Setting setting : settings) {
        if (setting.circuit().isEmpty()) {
          settable(setting, layout).ifPresent(key -> choose(setting, key, chosen));
        }
      }
    }
    return chosen;
  }

  private static Optional<Key<?, ?>> settable(Setting setting, TableSchema layout) {
    return isName(setting) ? Optional.empty() : layout.key(setting.key());
  }

  private static boolean isName(Setting setting) {
    return setting.key().equals(CommonKeys.NAME.name());
  }

  private void choose(Setting setting, Key<?, ?> key, Map<String, Setting> chosen) {
    used.add(setting);
    Setting other = chosen.get(key.name());
    if (other == null || other.circuit().isEmpty() || setting.circuit().isPresent()) {
      chosen.put(key.name(), setting);
    }
    if (!key.name().equals(setting.key())) {
      String message = setting.key() + " is an older spelling of " + key.name();
      context.problems.warning(new Origin.CommandLine(setting), message);
    }
  }

  /** The keys of a circuit could not be told: a setting may have been meant for it. */
  void unsure() {
    unsure = true;
  }

  /** Reports what no circuit took. */
  void reportUnused() {
    for (Setting setting : settings) {
      if (!used.contains(setting)) {
        Optional<String> problem = problem(setting);
        problem.ifPresent(
            message -> context.problems.error(new Origin.CommandLine(setting), message));
      }
    }
  }

  /** As somebody may spell it who knows the table but not the option. */
  private static boolean isRecursion(Setting setting) {
    String counts = RecursionKeys.MAX_LEAF_PROOFS.name();
    return setting.key().equals(counts)
        || setting.circuit().filter(name -> name.equals(counts)).isPresent();
  }

  private String ofRecursion(Setting setting) {
    String table = "[" + RecursionKeys.TABLE + "]";
    String why =
        setting.circuit().isPresent()
            ? "which has one value for all circuits, or a table such as { riscv = 4096 }"
            : "which " + context.document.source() + " does not have: add it there";
    return setting.key() + " is a key of " + table + ", " + why;
  }

  private Optional<String> problem(Setting setting) {
    String source = context.document.source();
    if (setting.circuit().isPresent() && !circuits.contains(setting.circuit().get())) {
      if (isRecursion(setting)) {
        return Optional.of(
            "max_leaf_proofs is set as max_leaf_proofs=3000, or as"
                + " max_leaf_proofs={ riscv = 3000 } by circuit");
      }
      String name = setting.circuit().get();
      String message = "no circuit of " + source + " is named \"" + Printable.brief(name) + '"';
      return Optional.of(message + Suggestions.hint(name, circuits));
    }
    if (isName(setting)) {
      return Optional.of("the name of a circuit cannot be set");
    }
    if (unsure) {
      return Optional.empty();
    }
    if (RecursionKeys.table().stream().anyMatch(key -> key.name().equals(setting.key()))) {
      return Optional.of(ofRecursion(setting));
    }
    String where =
        setting
            .circuit()
            .map(name -> "circuit \"" + Printable.brief(name) + "\" of " + source)
            .orElse("no circuit of " + source);
    String key = Printable.brief(setting.key());
    String hint =
        context
            .layouts
            .familyThatKnows(setting.key())
            .map(family -> "; it is a key of " + family)
            .orElseGet(() -> Suggestions.hint(setting.key(), context.layouts.circuitKeys()));
    String verb = setting.circuit().isPresent() ? " has no key " : " has a key ";
    return Optional.of(where + verb + key + hint);
  }
}
