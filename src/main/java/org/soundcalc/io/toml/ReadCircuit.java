package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Family;
import org.soundcalc.model.TunableParameter;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.TablesKey;

/**
 * A circuit as it was read, to be read again with other values.
 *
 * @param context what the tables of its file have in common
 * @param family its proof system
 * @param section its table
 */
record ReadCircuit(Context context, Family family, TableSection section) {
  /** Its levers: its own in the order of its proof system, then those of its inner tables. */
  List<TunableParameter> levers() {
    List<TunableParameter> levers = new ArrayList<>();
    for (Key<?, ?> key : levers(family.keys())) {
      section
          .value(key)
          .flatMap(
              raw -> FileLever.of(key, "", raw, value -> read(with(section.raw(), key, value))))
          .ifPresent(levers::add);
    }
    family.tables().forEach(tables -> addLevers(tables, levers));
    return List.copyOf(levers);
  }

  private static List<Key<?, ?>> levers(List<Key<?, ?>> keys) {
    return keys.stream()
        .filter(key -> key.lever().isPresent())
        .sorted(Comparator.comparingInt(key -> key.lever().getAsInt()))
        .toList();
  }

  private void addLevers(TablesKey tables, List<TunableParameter> levers) {
    List<TableSection> children = section.children(tables);
    for (int i = 0; i < children.size(); i++) {
      int index = i;
      TableSection child = children.get(i);
      for (Key<?, ?> key : levers(tables.keys())) {
        child
            .value(key)
            .flatMap(
                raw ->
                    FileLever.of(
                        key,
                        child.get(CommonKeys.NAME),
                        raw,
                        value -> read(withChild(tables, index, with(child.raw(), key, value)))))
            .ifPresent(levers::add);
      }
    }
  }

  /** The table with another value of a key, whichever way it is spelled or set. */
  private static RawTable with(RawTable table, Key<?, ?> key, Object value) {
    Map<String, TomlValue> values = new LinkedHashMap<>(table.values());
    key.olderNames().forEach(values::remove);
    values.put(key.name(), TomlValue.placeless(value));
    Map<String, Setting> settings = new LinkedHashMap<>(table.settings());
    settings.remove(key.name());
    return new RawTable(table.label(), TomlValue.placeless(values), settings);
  }

  private RawTable withChild(TablesKey tables, int index, RawTable child) {
    List<TomlValue> elements =
        new ArrayList<>(section.raw().values().get(tables.name()).elements().orElseThrow());
    elements.set(index, TomlValue.placeless(child.values()));
    Map<String, TomlValue> values = new LinkedHashMap<>(section.raw().values());
    values.put(tables.name(), TomlValue.placeless(elements));
    return new RawTable(
        section.raw().label(), TomlValue.placeless(values), section.raw().settings());
  }

  /** Reads the circuit again; what is wrong with it then concerns nobody. */
  private Optional<Circuit> read(RawTable table) {
    Context trial = context.forTrial();
    return family
        .read(new TableSection(trial, context.layouts().circuit(family), table))
        .map(Circuit.class::cast);
  }
}
