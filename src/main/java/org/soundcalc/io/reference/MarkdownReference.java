package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.soundcalc.io.document.Markdown;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.InheritedKeys;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.TablesKey;

/** Every key of every table, as the chapters of a page in Markdown. */
public record MarkdownReference() implements ReferenceWriter {
  @Override
  public void write(List<Family> families, Writer out) throws IOException {
    MarkdownKeys keys = new MarkdownKeys(new KeyWords(families), out);
    Map<String, List<Key<?, ?>>> shared = new LinkedHashMap<>(InheritedKeys.of(families));
    out.append("## `[zkevm]`\n\nThe zkVM as a whole.\n");
    keys.writeShared(shared.remove(CommonKeys.ZKEVM));
    out.append("\n## Every circuit\n\nKeys of `[[circuits]]`, whatever the proof system.\n");
    keys.write(CommonKeys.circuit());
    for (Family family : families) {
      write(family, keys, out);
    }
    for (Map.Entry<TablesKey, List<String>> table : tables(families).entrySet()) {
      out.append("\n## ").append(code(table.getKey())).append("\n\n");
      out.append(Markdown.escape(table.getKey().meaning())).append(" In circuits of ");
      out.append(String.join(", ", table.getValue())).append(".\n");
      keys.write(table.getKey().keys());
    }
    for (Map.Entry<String, List<Key<?, ?>>> table : shared.entrySet()) {
      out.append("\n## `[").append(table.getKey()).append("]`\n\nFor all circuits together.\n");
      keys.writeShared(table.getValue());
    }
  }

  private static void write(Family family, MarkdownKeys keys, Writer out) throws IOException {
    out.append("\n## ").append(Markdown.escape(family.name())).append("\n\n");
    out.append(Markdown.escape(family.summary())).append(". Sources: ");
    out.append(family.sources().stream().map(MarkdownReference::link).collect(joining()));
    out.append(".\n");
    keys.write(family.keys());
    if (!family.tables().isEmpty()) {
      out.append("\nIts tables: ");
      out.append(family.tables().stream().map(MarkdownReference::anchored).collect(joining()));
      out.append(".\n");
    }
  }

  private static Collector<CharSequence, ?, String> joining() {
    return Collectors.joining("; ");
  }

  private static String link(Citation source) {
    return "[" + Markdown.escape(source.toString()) + "](" + source.paper().url() + ")";
  }

  private static String code(TablesKey table) {
    return "`[[circuits." + table.name() + "]]`";
  }

  /** A link to the chapter of a table: its heading without punctuation. */
  private static String anchored(TablesKey table) {
    return "[" + code(table) + "](#circuits" + table.name() + ")";
  }

  /** The tables of circuits, each with the proof systems that have it. */
  private static Map<TablesKey, List<String>> tables(List<Family> families) {
    Map<TablesKey, List<String>> tables = new LinkedHashMap<>();
    for (Family family : families) {
      for (TablesKey table : family.tables()) {
        tables.computeIfAbsent(table, t -> new ArrayList<>()).add(Markdown.escape(family.name()));
      }
    }
    return tables;
  }
}
