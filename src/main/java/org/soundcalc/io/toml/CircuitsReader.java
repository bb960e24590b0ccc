package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Family;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.CommonKeys;

/** Reads the circuits of a file, all of them even if some are wrong. */
final class CircuitsReader {
  private final Context context;
  private final Settings settings;
  private final List<TableSection> circuits = new ArrayList<>();

  CircuitsReader(Context context, Settings settings) {
    this.context = context;
    this.settings = settings;
  }

  /**
   * Reads them.
   *
   * @param tables one for each circuit of the file; empty where there is something else
   * @return those without errors
   */
  List<Circuit> read(List<Optional<TomlValue>> tables) {
    context.circuits(
        tables.stream().flatMap(Optional::stream).flatMap(t -> t.members().stream()).toList());
    List<Circuit> sound = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      int index = i;
      tables.get(i).flatMap(table -> read(index, table)).ifPresent(sound::add);
    }
    settings.reportUnused();
    return sound;
  }

  /** The circuits whose proof system is known, in the order of the file. */
  List<TableSection> circuits() {
    return List.copyOf(circuits);
  }

  private Optional<Circuit> read(int index, TomlValue table) {
    TableSection common = section(index, table, TableSchemas.COMMON);
    Optional<Family> family = family(common);
    if (family.isEmpty()) {
      settings.unsure();
      common.id("", "", "");
      return Optional.empty();
    }
    TableSection section = section(index, table, context.layouts.circuit(family.get()));
    Optional<Circuit> circuit = family.get().read(section).map(Circuit.class::cast);
    section.checkKeys();
    circuits.add(section);
    if (circuit.isEmpty() && section.sound()) {
      throw new IllegalStateException(family.get().name() + " refused a circuit without a word");
    }
    return circuit;
  }

  private TableSection section(int index, TomlValue table, TableSchema layout) {
    Map<String, TomlValue> values = table.members().orElseThrow();
    String label = RawTable.label("circuit", index, values);
    Map<String, Setting> set = settings.of(RawTable.properName(values), layout);
    return new TableSection(context, layout, label, table, set);
  }

  /** The proof system, or the one that was probably meant: its keys can be checked as well. */
  private Optional<Family> family(TableSection circuit) {
    String name = circuit.get(CommonKeys.PROTOCOL_FAMILY);
    TableSchemas layouts = context.layouts;
    Optional<Family> family = layouts.family(name);
    if (family.isPresent() || !circuit.valid(CommonKeys.PROTOCOL_FAMILY)) {
      return family;
    }
    String supported = String.join(", ", layouts.families());
    String hint = Suggestions.hint(name, layouts.families());
    circuit.refuse(
        CommonKeys.PROTOCOL_FAMILY,
        Printable.brief(name) + " is not supported; supported: " + supported + hint);
    return Suggestions.closest(name, layouts.families()).flatMap(layouts::family);
  }
}
