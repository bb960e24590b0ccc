package org.soundcalc.io.toml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Parsed;

/** The values of a table as they stand in the file, and what is wrong with each of them. */
class RawTable {
  /** Elements of an array, those of arrays within it included. */
  static final int MOST_ELEMENTS = 10_000;

  /** Faults that are listed of one value. */
  private static final int MOST_FAULTS = 20;

  final Context context;
  final String label;
  final TomlValue table;

  /** What the command line sets in it, by today's names of keys. */
  final Map<String, Setting> settings;

  /** Whether there is an error in this table, wherever it is reported. */
  boolean faulty;

  /**
   * The values of a table.
   *
   * @param label whose they are, such as {@code circuit "riscv"}; empty for the file's own
   * @param table the table as the file has it
   * @param settings of the command line, by the names of keys; they win
   */
  RawTable(Context context, String label, TomlValue table, Map<String, Setting> settings) {
    this.context = context;
    this.label = label;
    this.table = table;
    this.settings = settings;
  }

  /** Such as {@code circuit "riscv"}, or {@code circuit 2} where it has no proper name. */
  static String label(String kind, int index, Map<String, TomlValue> table) {
    return properName(table)
        .map(name -> kind + " \"" + Printable.brief(name) + '"')
        .orElseGet(() -> kind + " " + (index + 1));
  }

  /** The name that a table gives itself, if it is a proper one. */
  static Optional<String> properName(Map<String, TomlValue> table) {
    return Optional.ofNullable(table.get(CommonKeys.NAME.name()))
        .flatMap(name -> value(CommonKeys.NAME.type().parse(name.plain())));
  }

  /** What was parsed, if it is valid. */
  static <T> Optional<T> value(Parsed<T> parsed) {
    return parsed instanceof Parsed.Valid<T> valid ? Optional.of(valid.value()) : Optional.empty();
  }

  /** The values of the file by their names. */
  Map<String, TomlValue> values() {
    return table.members().orElseThrow();
  }

  /** The value of a key, if the table has one. */
  Optional<TomlValue> stated(Key<?, ?> key) {
    Setting setting = settings.get(key.name());
    return setting != null ? Optional.of(setting.value()) : inFile(key);
  }

  /** The value that the file has of a key, whatever the command line sets. */
  Optional<TomlValue> inFile(Key<?, ?> key) {
    return has(key.name()) ? find(key.name()) : older(key).flatMap(this::find);
  }

  /** The value that the file has of this name. */
  Optional<TomlValue> find(String name) {
    return Optional.ofNullable(values().get(name));
  }

  /** The older spelling that the table uses of a key, if it does. */
  private Optional<String> older(Key<?, ?> key) {
    return key.olderNames().stream().filter(this::has).findFirst();
  }

  private boolean has(String name) {
    return values().containsKey(name);
  }

  /** The place of the table itself: its header. */
  Span header() {
    return table.place();
  }

  /** The place of a name, rather than of its value. */
  Span placeOf(String name) {
    return values().get(name).key();
  }

  void error(Span place, String message) {
    faulty = true;
    context.problems.error(place, message(place, message));
  }

  void warning(Span place, String message) {
    context.problems.warning(place, message(place, message));
  }

  /** A message about this table. */
  String message(String message) {
    return label.isEmpty() ? message : label + ": " + message;
  }

  /** A message about a value of this table; what is set for every table is said of none. */
  private String message(Span place, String message) {
    boolean ofNoTable =
        settings.values().stream()
            .filter(setting -> setting.names().isEmpty())
            .anyMatch(setting -> setting.value().place().text() == place.text());
    return ofNoTable ? message : message(message);
  }

  /** The value of a key, if the table has one of its own; what is wrong with it is reported. */
  <T> Optional<Parsed<T>> parse(Key<?, T> key) {
    Optional<TomlValue> value = stated(key);
    if (value.isPresent() && !key.olderNames().isEmpty()) {
      checkSpelling(key);
    }
    return value.map(stated -> parse(key, stated));
  }

  private <T> Parsed<T> parse(Key<?, T> key, TomlValue value) {
    Object raw = value.plain();
    if (size(raw) > MOST_ELEMENTS) {
      error(value.place(), key.name() + " has over " + MOST_ELEMENTS + " elements");
      return new Parsed.Invalid<>(List.of());
    }
    Parsed<T> parsed = key.type().parse(raw);
    if (parsed instanceof Parsed.Invalid<T> invalid) {
      invalid.faults().stream().limit(MOST_FAULTS).forEach(fault -> report(key, value, fault));
    }
    return parsed;
  }

  private static int size(Object raw) {
    return raw instanceof List<?> list
        ? list.size() + list.stream().mapToInt(RawTable::size).sum()
        : 0;
  }

  private void report(Key<?, ?> key, TomlValue value, Parsed.Fault fault) {
    TomlValue element = value.element(fault.path());
    String name = element(key, fault.path());
    String meant =
        fault.got() instanceof String text
            ? key.type().meant(text).map(word -> "; did you mean " + word + "?").orElse("")
            : "";
    String expected = fault.expected() + ", got " + element.written() + meant;
    if (key.isRead()) {
      error(element.place(), name + " must be " + expected);
    } else {
      warning(element.place(), name + " should be " + expected);
    }
  }

  /** A key with the indices of an element: {@code fri_folding_factors[3]}. */
  static String element(Key<?, ?> key, List<Integer> indices) {
    return key.name()
        + indices.stream().map(index -> "[" + index + "]").collect(Collectors.joining());
  }

  private void checkSpelling(Key<?, ?> key) {
    Optional<String> older = older(key);
    if (older.isPresent() && has(key.name())) {
      String message = " is the older spelling of " + key.name() + ", which is given too; keep one";
      error(placeOf(older.get()), older.get() + message);
    } else if (older.isPresent()) {
      warning(placeOf(older.get()), older.get() + " is an older spelling of " + key.name());
    }
  }
}
