package org.soundcalc.io.toml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a TOML text, and where it stands. The content is a {@code String}, a {@code Boolean},
 * a {@code BigInteger}, a {@code BigDecimal}, a {@code Double} for what is not a finite number, a
 * {@link TomlScalar.Time}, or, with places of their own, the elements of an array or the members of
 * a table.
 */
final class TomlValue {
  /** How a value came about, which decides what may be added to it. */
  enum Kind {
    /** By {@code key = value}, inline tables and arrays included: nothing may be added. */
    WRITTEN,
    /** A table that headers name on their way to others. */
    IMPLICIT,
    /** A table that dotted keys name on their way. */
    DOTTED,
    /** A table that has a header of its own. */
    HEADED,
    /** An array of tables under headers in double brackets. */
    TABLES
  }

  private final Span key;
  private final Object content;
  private Span place;
  private Kind kind;

  /**
   * A value.
   *
   * @param key where its key stands; the value itself where it has none
   * @param place where the value stands; of a table the header
   */
  TomlValue(Span key, Span place, Kind kind, Object content) {
    this.key = key;
    this.place = place;
    this.kind = kind;
    this.content = content;
  }

  /** A table without members yet, which a header or a dotted key names. */
  static TomlValue table(Span where, Kind kind) {
    return new TomlValue(where, where, kind, new LinkedHashMap<String, TomlValue>(4));
  }

  Span key() {
    return key;
  }

  Span place() {
    return place;
  }

  Kind kind() {
    return kind;
  }

  /**
   * Whether a header or a dotted key may pass through it.
   *
   * @param way what such a table is where it is made: {@code IMPLICIT} or {@code DOTTED}
   */
  boolean opensTo(Kind way) {
    return way == Kind.DOTTED ? kind == Kind.DOTTED || kind == Kind.IMPLICIT : kind != Kind.WRITTEN;
  }

  /** The table itself; of an array of tables the last one. */
  TomlValue lastTable() {
    List<TomlValue> tables = elements().orElse(List.of());
    return tables.isEmpty() ? this : tables.get(tables.size() - 1);
  }

  /** The table has its header now, after others that named it on their way. */
  void become(Kind other, Span header) {
    kind = other;
    place = header;
  }

  /** The members of a table by their names, in the order of the text. */
  @SuppressWarnings("unchecked") // only a table's content is a map
  Optional<Map<String, TomlValue>> members() {
    return content instanceof Map
        ? Optional.of((Map<String, TomlValue>) content)
        : Optional.empty();
  }

  /** The elements of an array. */
  @SuppressWarnings("unchecked") // only an array's content is a list
  Optional<List<TomlValue>> elements() {
    return content instanceof List ? Optional.of((List<TomlValue>) content) : Optional.empty();
  }

  /** It as it was written, for a message. */
  String written() {
    if (content instanceof Map) {
      return "a table";
    }
    if (place.slice().isBlank()) {
      return "an empty value";
    }
    List<TomlValue> elements = elements().orElse(List.of());
    return !elements.isEmpty() && elements.get(0).members().isPresent()
        ? "an array of tables"
        : Printable.brief(place.slice());
  }

  /** The content without places, as {@link org.soundcalc.model.keys.KeyType} takes it. */
  Object plain() {
    if (content instanceof Map) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      members().orElseThrow().forEach((name, member) -> plain.put(name, member.plain()));
      return plain;
    }
    return content instanceof List
        ? elements().orElseThrow().stream().map(TomlValue::plain).toList()
        : content;
  }

  /** The element of an array, or of arrays within each other; as far as there are any. */
  TomlValue element(List<Integer> indices) {
    TomlValue element = this;
    for (int index : indices) {
      List<TomlValue> elements = element.elements().orElse(List.of());
      element = index < elements.size() ? elements.get(index) : element;
    }
    return element;
  }
}
