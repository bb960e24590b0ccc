package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.model.Family;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.TablesKey;

/**
 * Every key of proof systems, those first that must be there.
 *
 * @param style what the terminal can show
 * @param width its columns
 */
public record FamilyKeys(Style style, int width) implements ReferenceWriter {
  @Override
  public void write(List<Family> families, Writer out) throws IOException {
    Page page = new Page(style, width, out);
    KeyWords words = new KeyWords(families);
    for (Family family : families) {
      page.add(family.name() + " · " + family.summary(), Emphasis.STRONG);
      page.add("sources: " + Sources.of(family), Emphasis.NONE);
      List<Key<?, ?>> keys = new ArrayList<>(CommonKeys.circuit());
      keys.addAll(family.keys());
      add(keys, words, page);
      for (TablesKey tables : family.tables()) {
        page.space();
        page.add("[[circuits." + tables.name() + "]]", Emphasis.STRONG);
        page.add(tables.meaning(), Emphasis.NONE);
        add(tables.keys(), words, page);
      }
      page.space();
    }
    page.add(Sources.papers(families));
  }

  private static void add(List<Key<?, ?>> keys, KeyWords words, Page page) throws IOException {
    List<Key<?, ?>> required = new ArrayList<>();
    List<Key<?, ?>> optional = new ArrayList<>();
    for (Key<?, ?> key : KeyWords.read(keys, true)) {
      (KeyWords.isRequired(key) ? required : optional).add(key);
    }
    addGroup("required", required, words, page);
    addGroup("optional", optional, words, page);
    addGroup("read by no formula", KeyWords.read(keys, false), words, page);
  }

  private static void addGroup(String heading, List<Key<?, ?>> keys, KeyWords words, Page page)
      throws IOException {
    if (keys.isEmpty()) {
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Key<?, ?> key : keys) {
      rows.add(List.of(Cell.strong(key.name()), Cell.of(text(key, words))));
    }
    page.space();
    page.add(new TextTable(List.of(Column.texts(heading), Column.names("")), rows, List.of()));
  }

  private static String text(Key<?, ?> key, KeyWords words) {
    List<String> sentences = new ArrayList<>();
    sentences.add(key.meaning());
    if (!key.affects().isEmpty()) {
      sentences.add("Moves: " + key.affects() + ".");
    }
    sentences.addAll(KeyWords.remarks(key));
    String byDefault = KeyWords.byDefault(key).map(value -> "; default: " + value).orElse("");
    return words.value(key) + byDefault + "\n" + String.join(" ", sentences);
  }
}
