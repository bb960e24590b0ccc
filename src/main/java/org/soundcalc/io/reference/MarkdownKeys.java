package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.document.Markdown;
import org.soundcalc.model.keys.Key;

/**
 * Tables of keys in Markdown: first the keys that a formula reads, then those that none does.
 *
 * @param words what to say of keys
 * @param out where the tables go
 */
record MarkdownKeys(KeyWords words, Writer out) {
  private static final String OPTIONAL = "optional";

  /** Writes the keys of a circuit, or of one of its tables. */
  void write(List<Key<?, ?>> keys) throws IOException {
    List<List<String>> read = new ArrayList<>();
    for (Key<?, ?> key : KeyWords.read(keys, true)) {
      String presence = KeyWords.isRequired(key) ? "required" : byDefault(key);
      read.add(
          List.of(code(key), value(key), presence, text(key, KeyWords.remarks(key)), moves(key)));
    }
    writeTable(List.of("key", "value", "default", "meaning", "moves"), read);
    List<List<String>> unread = new ArrayList<>();
    for (Key<?, ?> key : KeyWords.read(keys, false)) {
      unread.add(List.of(code(key), value(key), text(key, KeyWords.remarks(key))));
    }
    if (!unread.isEmpty()) {
      out.append("\nKnown, though no formula reads them:\n");
      writeTable(List.of("key", "value", "meaning"), unread);
    }
  }

  /** Writes the keys of a table that stands for all circuits. */
  void writeShared(List<Key<?, ?>> keys) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Key<?, ?> key : keys) {
      boolean ofCircuits = key.table().isPresent();
      List<String> remarks =
          ofCircuits ? List.of("For circuits that have none of their own.") : List.of();
      String presence = KeyWords.isRequired(key) && !ofCircuits ? "required" : byDefault(key);
      rows.add(List.of(code(key), value(key), presence, text(key, remarks)));
    }
    writeTable(List.of("key", "value", "default", "meaning"), rows);
  }

  private static String code(Key<?, ?> key) {
    return "`" + key.name() + "`";
  }

  private String value(Key<?, ?> key) {
    return Markdown.escape(words.value(key));
  }

  private static String byDefault(Key<?, ?> key) {
    return KeyWords.byDefault(key).map(value -> "`" + value + "`").orElse(OPTIONAL);
  }

  private static String text(Key<?, ?> key, List<String> remarks) {
    List<String> sentences = new ArrayList<>(List.of(key.meaning()));
    sentences.addAll(remarks);
    return Markdown.escape(String.join(" ", sentences));
  }

  private static String moves(Key<?, ?> key) {
    return Markdown.escape(key.affects());
  }

  private void writeTable(List<String> headings, List<List<String>> rows) throws IOException {
    out.append('\n');
    writeRow(headings);
    out.append("|").append("---|".repeat(headings.size())).append('\n');
    for (List<String> row : rows) {
      writeRow(row);
    }
  }

  private void writeRow(List<String> cells) throws IOException {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
