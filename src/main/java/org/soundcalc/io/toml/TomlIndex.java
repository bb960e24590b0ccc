package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the keys and values of a TOML text stand: what the parser does not say. Made only for a
 * text that is TOML, and only once there is something to report, so that good files never pay.
 *
 * <p>A path is a list of keys ({@code String}) and of indices into arrays ({@code Integer}).
 */
final class TomlIndex {
  private final String text;
  private final Entry root;

  TomlIndex(String text) {
    this.text = text;
    this.root = Entry.table(new Span(0, 0));
    readTables(new TomlCursor(text, new Span(0, text.length())));
  }

  /** The key at the end of a path, as it is written. */
  Optional<Span> key(List<?> path) {
    return find(path).map(entry -> entry.key);
  }

  /** A value; a table's header where it has one. */
  Optional<Span> value(List<?> path) {
    return find(path).map(entry -> entry.value);
  }

  /** The value, or else what is around it and can be found. */
  Span nearest(List<?> path) {
    for (int length = path.size(); length > 0; length--) {
      Optional<Span> span = value(path.subList(0, length));
      if (span.isPresent()) {
        return span.get();
      }
    }
    return root.value;
  }

  private Optional<Entry> find(List<?> path) {
    Optional<Entry> found = Optional.of(root);
    for (Object step : path) {
      found = found.flatMap(entry -> step(entry, step));
    }
    return found;
  }

  private Optional<Entry> step(Entry entry, Object step) {
    expand(entry);
    if (step instanceof Integer index) {
      return index < entry.elements.size()
          ? Optional.of(entry.elements.get(index))
          : Optional.empty();
    }
    return Optional.ofNullable(entry.members.get(String.valueOf(step)));
  }

  private void readTables(TomlCursor cursor) {
    Entry table = root;
    for (cursor.skipLines(); !cursor.atEnd(); cursor.skipLines()) {
      int start = cursor.at();
      if (cursor.take("[[")) {
        List<String> keys = cursor.dottedKey();
        cursor.take("]]");
        Span header = new Span(start, cursor.at());
        table = Entry.table(header);
        descend(keys, header).elements.add(table);
      } else if (cursor.take("[")) {
        List<String> keys = cursor.dottedKey();
        cursor.take("]");
        Span header = new Span(start, cursor.at());
        table = descend(keys, header);
        table.value = header;
      } else {
        readMember(cursor, table);
      }
      cursor.skipLine();
    }
  }

  /** The table of a header; in an array of tables, its last one. */
  private Entry descend(List<String> keys, Span header) {
    Entry table = root;
    for (int i = 0; i < keys.size(); i++) {
      table = table.member(keys.get(i), header);
      boolean within = i < keys.size() - 1;
      if (within && !table.elements.isEmpty()) {
        table = table.elements.get(table.elements.size() - 1);
      }
    }
    return table;
  }

  private void readMember(TomlCursor cursor, Entry table) {
    int start = cursor.at();
    List<String> keys = cursor.dottedKey();
    Span key = new Span(start, start + text.substring(start, cursor.at()).stripTrailing().length());
    cursor.take("=");
    cursor.skipBlanks();
    Span value = cursor.value();
    Entry parent = table;
    for (String part : keys.subList(0, keys.size() - 1)) {
      parent = parent.member(part, key);
    }
    parent.members.putIfAbsent(keys.get(keys.size() - 1), new Entry(key, value));
  }

  /** Looks into an inline table or an array, which few problems ask for. */
  private void expand(Entry entry) {
    if (entry.expanded) {
      return;
    }
    entry.expanded = true;
    TomlCursor cursor = new TomlCursor(text, entry.value);
    if (cursor.take("[")) {
      readUntil("]", cursor, () -> entry.elements.add(Entry.at(cursor.value())));
    } else if (cursor.take("{")) {
      readUntil("}", cursor, () -> readMember(cursor, entry));
    }
  }

  private static void readUntil(String close, TomlCursor cursor, Runnable item) {
    int before = -1;
    // a text that stands still is no TOML, and must not hang either
    while (cursor.at() > before && !cursor.atEnd()) {
      before = cursor.at();
      cursor.skipLines();
      if (cursor.take(close)) {
        return;
      }
      item.run();
      cursor.skipLines();
      cursor.take(",");
    }
  }

  /** A key with its value. */
  private static final class Entry {
    private final Span key;
    private final Map<String, Entry> members = new LinkedHashMap<>(0);
    private final List<Entry> elements = new ArrayList<>(0);
    private Span value;
    private boolean expanded;

    Entry(Span key, Span value) {
      this.key = key;
      this.value = value;
    }

    static Entry at(Span value) {
      return new Entry(value, value);
    }

    /** A table that headers and dotted keys fill. */
    static Entry table(Span where) {
      Entry table = at(where);
      table.expanded = true;
      return table;
    }

    /** The table of this name, made where there is none yet. */
    Entry member(String name, Span where) {
      return members.computeIfAbsent(name, ignored -> table(where));
    }
  }
}
