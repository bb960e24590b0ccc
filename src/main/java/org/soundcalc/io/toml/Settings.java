package org.soundcalc.io.toml;

import java.util.HashSet;
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
  private final Set<Setting> used = new HashSet<>();
  private final Set<String> circuits = new LinkedHashSet<>();
  private boolean unsure;

  Settings(Context context, List<Setting> settings) {
    this.context = context;
    this.settings = List.copyOf(settings);
  }

  /**
   * The settings of a table, by the names of keys. The last one wins, but one for this circuit wins
   * over one for all.
   *
   * @param circuit its name, if the table is a circuit that has one
   * @param layout the keys that it knows
   */
  Map<String, Setting> of(Optional<String> circuit, TableSchema layout) {
    circuit.ifPresent(circuits::add);
    Map<String, Setting> chosen = new LinkedHashMap<>();
    for (Setting setting : settings) {
      boolean applies = setting.circuit().isEmpty() || setting.circuit().equals(circuit);
      if (applies && !isName(setting)) {
        layout.key(setting.key()).ifPresent(key -> choose(setting, key, chosen));
      }
    }
    return chosen;
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
      context.problems.warning(setting.value().place(), message);
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
        problem(setting)
            .ifPresent(message -> context.problems.error(setting.value().place(), message));
      }
    }
  }

  private Optional<String> problem(Setting setting) {
    Optional<String> circuit = setting.circuit();
    if (circuit.isPresent() && !circuits.contains(circuit.get())) {
      return Optional.of(unknownCircuit(circuit.get(), setting.key()));
    }
    if (isName(setting)) {
      return Optional.of("the name of a circuit cannot be set");
    }
    return unsure ? Optional.empty() : Optional.of(unknownKey(circuit, setting.key()));
  }

  private String unknownCircuit(String circuit, String key) {
    String counts = RecursionKeys.MAX_LEAF_PROOFS.name();
    // as somebody may spell it who knows the table but not the option
    return key.equals(counts) || circuit.equals(counts)
        ? "max_leaf_proofs is set as max_leaf_proofs=3000, or as"
            + " max_leaf_proofs={ riscv = 3000 } by circuit"
        : "no circuit of %s is named \"%s\"%s"
            .formatted(
                context.source, Printable.brief(circuit), Suggestions.hint(circuit, circuits));
  }

  private String unknownKey(Optional<String> circuit, String key) {
    String source = context.source;
    if (RecursionKeys.table().stream().anyMatch(known -> known.name().equals(key))) {
      String why =
          circuit.isPresent()
              ? "which has one value for all circuits, or a table such as { riscv = 4096 }"
              : "which " + source + " does not have: add it there";
      return key + " is a key of [" + RecursionKeys.TABLE + "], " + why;
    }
    String whose =
        circuit
            .map(name -> "circuit \"" + Printable.brief(name) + "\" of " + source + " has no key ")
            .orElse("no circuit of " + source + " has a key ");
    String hint =
        context
            .layouts
            .familyThatKnows(key)
            .map(family -> "; it is a key of " + family)
            .orElseGet(() -> Suggestions.hint(key, context.layouts.circuitKeys()));
    return whose + Printable.brief(key) + hint;
  }
}
