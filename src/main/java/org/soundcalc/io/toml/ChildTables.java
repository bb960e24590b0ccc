package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.soundcalc.model.keys.TablesKey;

/** The tables of an array of tables inside another one, such as a circuit's lookups. */
final class ChildTables {
  private final Context context;
  private final RawTable parent;
  private final BiConsumer<Origin, String> errors;

  /**
   * Reads them.
   *
   * @param errors told of what is no table
   */
  ChildTables(Context context, RawTable parent, BiConsumer<Origin, String> errors) {
    this.context = context;
    this.parent = parent;
    this.errors = errors;
  }

  List<TableSection> read(TablesKey key) {
    List<TableSection> sections = new ArrayList<>();
    Optional<TomlValue> value = parent.find(key.name());
    List<TomlValue> elements = value.flatMap(TomlValue::elements).orElse(List.of());
    if (elements.size() > ValueParser.MOST_ELEMENTS) {
      String message = key.name() + " has over " + ValueParser.MOST_ELEMENTS + " elements";
      errors.accept(new Origin.InFile(value.get()), message);
    } else if (value.flatMap(TomlValue::elements).isPresent()) {
      TableSchema layout = TableSchemas.table(key);
      for (int i = 0; i < elements.size(); i++) {
        element(key, i, elements.get(i))
            .ifPresent(table -> sections.add(new TableSection(context, layout, table)));
      }
    } else if (value.isPresent()) {
      report(key, value.get());
    }
    return sections;
  }

  private Optional<RawTable> element(TablesKey key, int index, TomlValue raw) {
    if (raw.members().isEmpty()) {
      report(key, raw);
    }
    return raw.members()
        .map(
            table -> {
              String label = Tables.label(singular(key.name()), index, table);
              return new RawTable(parent.label() + ", " + label, raw, Map.of());
            });
  }

  private void report(TablesKey key, TomlValue value) {
    Origin origin = new Origin.InFile(value);
    String got = context.document().written(value);
    errors.accept(origin, key.name() + " must be an array of tables, got " + got);
  }

  private static String singular(String name) {
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }
}
