package org.soundcalc.io.toml;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Parsed;

/** Parses the values of a table, and says what is wrong with them. */
final class ValueParser {
  /** Elements of an array, those of arrays within it included. */
  static final int MOST_ELEMENTS = 10_000;

  /** Faults that are listed of one value. */
  private static final int MOST_FAULTS = 20;

  private final Context context;
  private final RawTable table;
  private final BiConsumer<Origin, String> errors;

  /**
   * A parser for a table.
   *
   * @param errors told of each
   */
  ValueParser(Context context, RawTable table, BiConsumer<Origin, String> errors) {
    this.context = context;
    this.table = table;
    this.errors = errors;
  }

  /** The value of a key, if the table has one of its own. */
  <T> Optional<Parsed<T>> parse(Key<?, T> key) {
    Optional<Object> raw = table.find(key);
    if (raw.isPresent() && !key.olderNames().isEmpty()) {
      checkSpelling(key);
    }
    return raw.map(value -> parse(key, value));
  }

  /** A key with the indices of an element: {@code fri_folding_factors[3]}. */
  static String name(Key<?, ?> key, List<Integer> indices) {
    return key.name()
        + indices.stream().map(index -> "[" + index + "]").collect(Collectors.joining());
  }

  private <T> Parsed<T> parse(Key<?, T> key, Object raw) {
    if (size(raw) > MOST_ELEMENTS) {
      errors.accept(table.origin(key), key.name() + " has over " + MOST_ELEMENTS + " elements");
      return new Parsed.Invalid<>(List.of());
    }
    Parsed<T> parsed = key.type().parse(raw);
    if (parsed instanceof Parsed.Invalid<T> invalid) {
      invalid.faults().stream().limit(MOST_FAULTS).forEach(fault -> report(key, fault));
    }
    return parsed;
  }

  private static int size(Object raw) {
    return raw instanceof List<?> list
        ? list.size() + list.stream().mapToInt(ValueParser::size).sum()
        : 0;
  }

  private void report(Key<?, ?> key, Parsed.Fault fault) {
    Origin whole = table.origin(key);
    Origin origin = whole.element(fault.path());
    String got =
        whole instanceof Origin.CommandLine line && fault.path().isEmpty()
            ? Printable.brief(line.setting().valueText())
            : context.document().written(origin, fault.got());
    String name = name(key, fault.path());
    if (key.isRead()) {
      errors.accept(origin, name + " must be " + fault.expected() + ", got " + got);
    } else {
      String message = name + " should be " + fault.expected() + ", got " + got;
      context.problems().warning(origin, table.message(origin, message));
    }
  }

  private void checkSpelling(Key<?, ?> key) {
    Optional<String> older = table.older(key);
    if (older.isEmpty()) {
      return;
    }
    Origin place = table.name(older.get());
    if (table.has(key.name())) {
      String message = " is the older spelling of " + key.name() + ", which is given too; keep one";
      errors.accept(place, older.get() + message);
    } else {
      String message = older.get() + " is an older spelling of " + key.name();
      context.problems().warning(place, table.message(message));
    }
  }
}
