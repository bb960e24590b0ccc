package org.soundcalc.io.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Variant;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.TablesKey;

/**
 * Proof systems for a terminal.
 *
 * @param families at least one
 */
public record FamilyReference(List<Family> families) {
  /** {@return a line for each proof system} */
  public Document list() {
    Document document = new Document(Document.Medium.TERMINAL);
    document.table(
        new TableBuilder<>(families)
            .add(Column.texts("family"), family -> Cell.strong(family.name()))
            .add(Column.names("proof system"), family -> Cell.of(family.summary()))
            .add(Column.names("sources"), family -> Cell.of(sources(family)))
            .table(List.of()));
    document.space();
    document.add(papers(families.stream().flatMap(family -> family.sources().stream())));
    document.space();
    document.text(
        "Keys of a proof system: soundcalc families " + families.get(0).name(), Emphasis.FAINT);
    return document;
  }

  /** {@return every key of the proof systems, those first that must be there} */
  public Document keys() {
    Document document = new Document(Document.Medium.TERMINAL);
    for (Family family : families) {
      addKeys(family.name(), family, document);
      for (Variant variant : family.variants()) {
        document.space();
        addKeys(variant.label(), variant.family(), document);
      }
      for (TablesKey tables : family.allTables()) {
        document.space();
        document.text(tables.header(), Emphasis.STRONG);
        document.text(tables.meaning(), Emphasis.NONE);
        add(tables.keys(), document);
      }
      document.space();
    }
    document.add(papers(families.stream().flatMap(FamilyReference::allSources)));
    return document;
  }

  private static Stream<Citation> allSources(Family family) {
    return Stream.concat(
        family.sources().stream(),
        family.variants().stream().flatMap(variant -> variant.family().sources().stream()));
  }

  private void addKeys(String title, Family family, Document document) {
    document.text(title + " · " + family.summary(), Emphasis.STRONG);
    document.text("sources: " + sources(family), Emphasis.NONE);
    add(FileSchema.circuitKeys(family), document);
  }

  private static String sources(Family family) {
    return family.sources().stream().map(Citation::toString).collect(Collectors.joining("; "));
  }

  /**
   * The papers that are cited, each once.
   *
   * @param sources where they are cited
   */
  static Block papers(Stream<Citation> sources) {
    return new Block.Links(
        sources
            .map(Citation::paper)
            .distinct()
            .map(paper -> new Block.Link(paper.key(), paper.url(), paper.url()))
            .toList());
  }

  private void add(List<Key<?, ?>> keys, Document document) {
    List<Key<?, ?>> read = KeyWords.read(keys, true);
    addGroup("required", read.stream().filter(KeyWords::isRequired).toList(), document);
    addGroup("optional", read.stream().filter(key -> !KeyWords.isRequired(key)).toList(), document);
    addGroup("used by no formula", KeyWords.read(keys, false), document);
  }

  private void addGroup(String heading, List<Key<?, ?>> keys, Document document) {
    if (!keys.isEmpty()) {
      document.space();
      document.table(
          new TableBuilder<>(keys)
              .add(Column.texts(heading), key -> Cell.strong(key.name()))
              .add(Column.names(""), key -> Cell.of(text(key)))
              .table(List.of()));
    }
  }

  private String text(Key<?, ?> key) {
    String byDefault = KeyWords.byDefault(key).map(value -> "; default: " + value).orElse("");
    List<String> sentences = new ArrayList<>(List.of(key.meaning()));
    sentences.addAll(KeyWords.details(key));
    String value = new KeyWords(families).value(key) + byDefault;
    return value + "\n" + String.join(" ", sentences);
  }
}
