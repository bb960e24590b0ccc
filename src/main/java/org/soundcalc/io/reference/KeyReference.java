package org.soundcalc.io.reference;

import static org.soundcalc.io.document.MarkdownDocument.escape;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.InheritedKeys;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.TablesKey;

/**
 * Every key of every table, as the chapters of a page in Markdown: in each first the keys that a
 * formula reads, then those that none does.
 *
 * @param families at least one
 */
public record KeyReference(List<Family> families) implements Rendering {
  @Override
  public void writeTo(Writer out) throws IOException {
    StringBuilder page = new StringBuilder();
    Map<String, List<Key<?, ?>>> shared = new LinkedHashMap<>(InheritedKeys.of(families));
    page.append("## `[zkevm]`\n\nKeys of the zkVM.\n");
    addShared(shared.remove(CommonKeys.ZKEVM), page);
    page.append("\n## Every circuit\n\nKeys of `[[circuits]]` in every proof system.\n");
    add(List.copyOf(CommonKeys.circuit()), page);
    Map<TablesKey, List<String>> tables = new LinkedHashMap<>();
    for (Family family : families) {
      add(family.name(), family, page);
      family.variants().forEach(variant -> add(variant.label(), variant.family(), page));
      for (TablesKey table : family.allTables()) {
        tables.computeIfAbsent(table, t -> new ArrayList<>()).add(escape(family.name()));
      }
    }
    tables.forEach(
        (table, ofFamilies) -> {
          page.append("\n## ").append(code(table)).append("\n\n").append(escape(table.meaning()));
          page.append(" In circuits of ").append(String.join(", ", ofFamilies)).append(".\n");
          add(table.keys(), page);
        });
    shared.forEach(
        (table, keys) -> {
          page.append("\n## `[").append(table).append("]`\n\nKeys for all circuits together.\n");
          addShared(keys, page);
        });
    out.append(page);
  }

  private void add(String title, Family family, StringBuilder page) {
    List<String> sources = new ArrayList<>();
    for (Citation source : family.sources()) {
      sources.add("[" + escape(source.toString()) + "](" + source.paper().url() + ")");
    }
    page.append("\n## ").append(escape(title)).append("\n\n");
    page.append(escape(family.summary())).append(". Sources: ");
    page.append(String.join("; ", sources)).append(".\n");
    add(family.keys(), page);
    List<String> tables = new ArrayList<>();
    for (TablesKey table : family.allTables()) {
      // the anchor of a chapter is its heading without punctuation
      tables.add("[" + code(table) + "](#circuits" + table.name() + ")");
    }
    if (!tables.isEmpty()) {
      page.append("\nTables: ").append(String.join("; ", tables)).append(".\n");
    }
  }

  private static String code(TablesKey table) {
    return "`" + table.header() + "`";
  }

  /** Adds the keys of a circuit, or of one of its tables. */
  private void add(List<Key<?, ?>> keys, StringBuilder page) {
    addRow(List.of("\n| key", "value", "default", "meaning", "affects"), page);
    page.append("|---|---|---|---|---|\n");
    for (Key<?, ?> key : KeyWords.read(keys, true)) {
      String presence = KeyWords.isRequired(key) ? required(key) : byDefault(key);
      String meaning = text(key, KeyWords.remarks(key));
      addRow(List.of(code(key), value(key), presence, meaning, escape(key.affects())), page);
    }
    List<Key<?, ?>> unread = KeyWords.read(keys, false);
    if (!unread.isEmpty()) {
      page.append("\nAccepted, but used by no formula:\n");
      addRow(List.of("\n| key", "value", "meaning"), page);
      page.append("|---|---|---|\n");
      for (Key<?, ?> key : unread) {
        addRow(List.of(code(key), value(key), text(key, KeyWords.remarks(key))), page);
      }
    }
  }

  /** Adds the keys of a table that stands for all circuits. */
  private void addShared(List<Key<?, ?>> keys, StringBuilder page) {
    addRow(List.of("\n| key", "value", "default", "meaning"), page);
    page.append("|---|---|---|---|\n");
    for (Key<?, ?> key : keys) {
      boolean ofCircuits = key.table().isPresent();
      List<String> remarks =
          ofCircuits ? List.of("Default for circuits without their own.") : List.of();
      String presence = KeyWords.isRequired(key) && !ofCircuits ? "required" : byDefault(key);
      addRow(List.of(code(key), value(key), presence, text(key, remarks)), page);
    }
  }

  private static String code(Key<?, ?> key) {
    return "| `" + key.name() + "`";
  }

  private String value(Key<?, ?> key) {
    return escape(new KeyWords(families).value(key));
  }

  private static String required(Key<?, ?> key) {
    return "required" + key.substitute().map(other -> ", or `" + other + "`").orElse("");
  }

  private static String byDefault(Key<?, ?> key) {
    return KeyWords.byDefault(key).map(value -> "`" + value + "`").orElse("optional");
  }

  private static String text(Key<?, ?> key, List<String> remarks) {
    List<String> sentences = new ArrayList<>(List.of(key.meaning()));
    sentences.addAll(remarks);
    return escape(String.join(" ", sentences));
  }

  private static void addRow(List<String> cells, StringBuilder page) {
    page.append(String.join(" | ", cells)).append(" |\n");
  }
}
