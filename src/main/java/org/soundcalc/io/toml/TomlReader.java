package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.io.toml.TomlCursor.MalformedException;
import org.soundcalc.io.toml.TomlValue.Kind;
import org.soundcalc.model.keys.Limits;

/**
 * Reads TOML 1.1, of which 1.0 is a part: values, places and mistakes in one pass over the text.
 *
 * <p>A mistake inside a value leaves the rest to be read; one that hides where the value ends takes
 * the statement with it, so that one slip is one error.
 */
final class TomlReader {
  private final TomlCursor cursor;
  private final TomlValue root;

  /** The table that members go to, and the length of its name. */
  private TomlValue table;

  private int tableDepth;

  /** Whether no header was wrong, which would explain that later ones do not fit. */
  private boolean headersFit = true;

  private int values;

  private TomlReader(TomlCursor cursor) {
    this.cursor = cursor;
    this.root = TomlValue.table(cursor.since(0), Kind.HEADED);
    this.table = root;
  }

  /**
   * What became of a text.
   *
   * @param root its top-level table, as far as it could be read
   * @param errors in the order of the text; empty if and only if the text is TOML
   */
  record Reading(TomlValue root, List<Diagnostic> errors) {}

  /** Reads a document. */
  static Reading read(SourceText text) {
    TomlCursor cursor = new TomlCursor(text);
    TomlReader reader = new TomlReader(cursor);
    if (!cursor.hasControl()) {
      reader.readStatements();
    }
    return new Reading(reader.root, cursor.errors());
  }

  /**
   * Reads the value of an option; what is not TOML stands for a text.
   *
   * @param option its name in errors
   */
  static TomlValue readOption(String option, String written) {
    String key = "value = ";
    SourceText text = SourceText.ofOption(option, key + written);
    Reading reading = read(text);
    Map<String, TomlValue> members = reading.root.members().orElseThrow();
    Span whole = new Span(text, key.length(), text.text().length());
    return reading.errors.isEmpty() && members.size() == 1
        ? members.get("value")
        : new TomlValue(whole, whole, Kind.WRITTEN, written);
  }

  private void readStatements() {
    for (cursor.skipLines(); !cursor.atEnd(); cursor.skipLines()) {
      cursor.beginStatement();
      try {
        if (cursor.peek() == '[') {
          readHeader();
        } else {
          readMember(table, tableDepth);
          endStatement();
        }
      } catch (MalformedException e) {
        cursor.skipStatement();
      }
    }
  }

  private void endStatement() throws MalformedException {
    cursor.skipBlanks();
    if (cursor.peek() != '#' && !cursor.atLineEnd()) {
      throw cursor.unexpected("the end of the line");
    }
  }

  /**
   * A key, possibly dotted.
   *
   * @param parts its names, at least one
   * @param span from the first to the last
   */
  private record Key(List<String> parts, Span span) {
    String last() {
      return parts.get(parts.size() - 1);
    }

    /** The names up to one of them. */
    String upTo(int index) {
      return String.join(".", parts.subList(0, index + 1));
    }
  }

  private Key readKey(int depth) throws MalformedException {
    int start = cursor.at();
    Span span;
    List<String> parts = new ArrayList<>(1);
    do {
      cursor.skipBlanks();
      checkNesting(depth + parts.size() + 1);
      boolean quoted = TomlString.isAt(cursor);
      String part = quoted ? TomlString.read(cursor, false) : cursor.bareKey();
      if (part.isEmpty() && !quoted) {
        boolean isAscii = cursor.peek() < 0x80;
        throw cursor.unexpected(isAscii ? "a key" : "a key of A-Z, a-z, 0-9, _, - or in quotes");
      }
      parts.add(part);
      span = cursor.since(start);
      cursor.skipBlanks();
    } while (cursor.take("."));
    return new Key(parts, span);
  }

  private void checkNesting(int depth) throws MalformedException {
    if (depth > Limits.NESTING) {
      throw cursor.malformed(
          cursor.at(),
          "nesting is too deep (more than " + Limits.NESTING + " levels of tables and arrays)");
    }
  }

  private void readHeader() throws MalformedException {
    int start = cursor.at();
    boolean fit = headersFit;
    headersFit = false;
    // whatever is wrong with it, its members are not those of the table before
    table = TomlValue.table(cursor.since(start), Kind.HEADED);
    cursor.take("[");
    boolean isElement = cursor.take("[");
    Key key = readKey(0);
    if (!cursor.take(isElement ? "]]" : "]")) {
      throw cursor.unexpected(isElement ? "]]" : "]");
    }
    Span header = cursor.since(start);
    endStatement();
    headersFit = fit;
    tableDepth = key.parts.size();
    TomlValue parent = descend(root, key, header, Kind.IMPLICIT);
    table = isElement ? addElement(parent, key, header) : addTable(parent, key, header);
  }

  /** The table under a header. */
  private TomlValue addTable(TomlValue parent, Key key, Span header) {
    TomlValue existing = parent.members().orElseThrow().get(key.last());
    if (existing != null && existing.kind() == Kind.IMPLICIT) {
      existing.become(Kind.HEADED, header);
      return existing;
    }
    TomlValue added = TomlValue.table(header, Kind.HEADED);
    add(parent, key, added);
    return added;
  }

  /** The table under a header in double brackets. */
  private TomlValue addElement(TomlValue parent, Key key, Span header) {
    TomlValue array = parent.members().orElseThrow().get(key.last());
    if (array == null || array.kind() != Kind.TABLES) {
      array = new TomlValue(header, header, Kind.TABLES, new ArrayList<TomlValue>(2));
      add(parent, key, array);
    }
    TomlValue added = TomlValue.table(header, Kind.HEADED);
    array.elements().orElseThrow().add(added);
    count();
    return added;
  }

  private void readMember(TomlValue holder, int depth) throws MalformedException {
    Key key = readKey(depth);
    if (!cursor.take("=")) {
      throw cursor.unexpected("= after the key");
    }
    cursor.skipBlanks();
    TomlValue value = readValue(Optional.of(key.span), depth + key.parts.size());
    add(descend(holder, key, key.span, Kind.DOTTED), key, value);
  }

  /**
   * The table that holds the last part of a key; the tables on the way are made where they are not.
   *
   * @param kind what they are then
   */
  private TomlValue descend(TomlValue from, Key key, Span where, Kind kind) {
    TomlValue holder = from;
    for (int i = 0; i < key.parts.size() - 1; i++) {
      Map<String, TomlValue> members = holder.members().orElseThrow();
      TomlValue next = members.get(key.parts.get(i));
      if (next == null) {
        next = TomlValue.table(where, kind);
        members.put(key.parts.get(i), next);
        count();
      } else if (!next.opensTo(kind)) {
        Place place = next.key().start();
        refuse(where, kind, key.upTo(i) + " is defined at " + place + " and takes no more");
        // so that the rest is read, and belongs to nobody
        return TomlValue.table(where, kind);
      }
      if (kind == Kind.DOTTED) {
        next.become(kind, next.place());
      }
      holder = next.lastTable();
    }
    return holder;
  }

  private void add(TomlValue holder, Key key, TomlValue value) {
    TomlValue previous = holder.members().orElseThrow().putIfAbsent(key.last(), value);
    if (previous != null) {
      String name = key.upTo(key.parts.size() - 1);
      Place place = previous.key().start();
      refuse(value.key(), value.kind(), name + " previously defined at " + place);
    }
    count();
  }

  /** Notes that a name is taken, unless what was wrong with it or with a header explains it. */
  private void refuse(Span where, Kind kind, String message) {
    if (headersFit && cursor.isSound()) {
      cursor.error(where.from(), message);
    }
    headersFit &= kind == Kind.WRITTEN || kind == Kind.DOTTED;
  }

  private void count() {
    values++;
    if (values > Limits.VALUES) {
      cursor.giveUp("the file has over " + Limits.VALUES + " keys and elements of arrays");
    }
  }

  private TomlValue readValue(Optional<Span> key, int depth) throws MalformedException {
    int start = cursor.at();
    Object content =
        switch (cursor.peek()) {
          case '[' -> readArray(depth);
          case '{' -> readTable(depth);
          case '"', '\'' -> TomlString.read(cursor, true);
          default -> TomlScalar.read(cursor);
        };
    Span place = cursor.since(start);
    return new TomlValue(key.orElse(place), place, Kind.WRITTEN, content);
  }

  private List<TomlValue> readArray(int depth) throws MalformedException {
    checkNesting(depth);
    int start = cursor.at();
    List<TomlValue> elements = new ArrayList<>();
    cursor.open("[");
    while (!cursor.close("]")) {
      elements.add(readValue(Optional.empty(), depth + 1));
      count();
      readSeparator(start, ']');
    }
    return elements;
  }

  private Map<String, TomlValue> readTable(int depth) throws MalformedException {
    checkNesting(depth);
    int start = cursor.at();
    TomlValue members = TomlValue.table(cursor.since(start), Kind.WRITTEN);
    cursor.open("{");
    while (!cursor.close("}")) {
      readMember(members, depth);
      readSeparator(start, '}');
    }
    return members.members().orElseThrow();
  }

  /** What follows an item in brackets: a comma, which the last one may lack. */
  private void readSeparator(int open, char close) throws MalformedException {
    cursor.skipLines();
    if (!cursor.take(",") && cursor.peek() != close) {
      Place opened = cursor.since(open).start();
      throw cursor.unexpected("a comma or the " + close + " of what was opened at " + opened);
    }
    cursor.skipLines();
  }
}
