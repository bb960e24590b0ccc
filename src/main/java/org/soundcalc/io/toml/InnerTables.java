package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.model.keys.TablesKey;

/**
 * Reads the tables inside one of a file: {@code [[circuits.lookups]]}, {@code [circuits.proof]}.
 */
final class InnerTables {
  private final TableSection outer;
  private final TablesKey key;
  private final TableSchema schema;

  InnerTables(TableSection outer, TablesKey key) {
    this.outer = outer;
    this.key = key;
    this.schema = TableSchemas.table(key);
  }

  /** Those that there are; what is no table is reported. */
  List<TableSection> read() {
    Optional<TomlValue> stated = outer.find(key.name());
    return key.isArray()
        ? stated.map(this::readArray).orElse(List.of())
        : readSingle(stated).stream().toList();
  }

  private List<TableSection> readArray(TomlValue array) {
    if (array.elements().isEmpty()) {
      refuse(array);
      return List.of();
    }
    List<TomlValue> elements = array.elements().get();
    if (elements.size() > RawTable.MOST_ELEMENTS) {
      outer.error(array.place(), key.name() + " has over " + RawTable.MOST_ELEMENTS + " elements");
      return List.of();
    }
    List<TableSection> sections = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).members().isPresent()) {
        sections.add(element(i, elements.get(i)));
      } else {
        refuse(elements.get(i));
      }
    }
    return sections;
  }

  private TableSection element(int index, TomlValue element) {
    Map<String, TomlValue> values = element.members().orElseThrow();
    List<String> names =
        Stream.of(outer.values(), values)
            .flatMap(each -> RawTable.properName(each).stream())
            .toList();
    // what the command line sets is addressed by both names
    return section(
        RawTable.label(singular(key.name()), index, values),
        element,
        names.size() == 2 ? outer.context.settings.of(names, schema) : Map.of());
  }

  /** The one table that there may be, in the file or by what is set in it. */
  private Optional<TableSection> readSingle(Optional<TomlValue> stated) {
    Map<String, Setting> set =
        RawTable.properName(outer.values())
            .map(name -> outer.context.settings.of(List.of(name, key.name()), schema))
            .orElse(Map.of());
    if (stated.isEmpty() && set.isEmpty()) {
      return Optional.empty();
    }
    TomlValue single =
        stated.orElseGet(() -> TomlValue.table(outer.header(), TomlValue.Kind.HEADED));
    if (single.members().isEmpty()) {
      String message = "%s must be a table, written %s, got %s";
      outer.error(single.place(), message.formatted(key.name(), key.header(), single.written()));
      return Optional.empty();
    }
    return Optional.of(section("[" + key.name() + "]", single, set));
  }

  private TableSection section(String name, TomlValue table, Map<String, Setting> set) {
    return new TableSection(outer.context, schema, outer.label + ", " + name, table, set);
  }

  private static String singular(String name) {
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private void refuse(TomlValue value) {
    outer.error(value.place(), key.name() + " must be an array of tables, got " + value.written());
  }
}
