package org.soundcalc.io.estimate;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.math.Explanation;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.ListType;

/** Which keys of a circuit the symbols of its formulas stand for. */
public final class Legend {
  private final Circuit circuit;
  private final List<Key<Circuit, ?>> keys;

  /** Those that a symbol may stand for, by symbols that were asked for. */
  private final Map<String, List<Key<Circuit, ?>>> bySymbol = new HashMap<>();

  /** What is said of each symbol, in the order of need. */
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * The legend of a circuit's formulas, none of them so far.
   *
   * @param circuit whose keys they are
   */
  public Legend(Circuit circuit) {
    this.circuit = circuit;
    this.keys = circuit.keys();
  }

  /**
   * A symbol.
   *
   * @param symbol as formulas have it
   * @param keys at least one
   * @param exact whether it is the value of the key or one of its list, and does not follow from it
   * @param value the number; nothing where formulas differ
   */
  private record Entry(
      String symbol, List<Key<Circuit, ?>> keys, boolean exact, Optional<String> value) {
    private JsonObject json() {
      List<String> labels = keys.stream().map(key -> key.label()).toList();
      return new JsonObject()
          .put("symbol", symbol)
          .put("key", String.join(", ", labels))
          .put("value", value);
    }

    /** Keys of lookups without the lookup's name, which is that of the term. */
    private String text() {
      List<String> names = keys.stream().map(key -> key.name()).distinct().toList();
      String equal = exact ? value.map(number -> " = " + number).orElse("") : "";
      return symbol + ": " + (exact ? "" : "from ") + String.join(", ", names) + equal;
    }

    private Entry showing(Explanation.Input input) {
      return new Entry(symbol, keys, exact, Optional.of(input.shown()));
    }

    /** What holds of a symbol in two formulas. */
    private Entry or(Entry other) {
      boolean bothExact = exact && other.exact;
      List<Key<Circuit, ?>> all =
          bothExact
              ? Stream.concat(keys.stream(), other.keys.stream()).distinct().toList()
              : other.keys.size() > keys.size() ? other.keys : keys;
      return new Entry(symbol, all, bothExact, value.filter(other.value.orElse("")::equals));
    }
  }

  /**
   * {@return the names of the keys that a number is read or follows from, empty where none is
   * known}
   *
   * @param symbol as formulas have it
   * @param value the number
   * @param term the formula's; empty for none
   */
  public String keys(String symbol, Rational value, String term) {
    return entry(symbol, value, term)
        .map(entry -> entry.keys().stream().map(key -> key.name()).distinct().collect(joining(",")))
        .orElseGet(() -> keys.stream().anyMatch(named(symbol)) ? symbol : "");
  }

  /** A pinned gap goes by the name of its key. */
  private static Predicate<Key<Circuit, ?>> named(String symbol) {
    return key -> key.name().equals(symbol);
  }

  /** A formula's symbols for programs, which are then part of the whole legend. */
  List<JsonObject> add(Explanation explanation, String term) {
    List<Entry> added = new ArrayList<>();
    explanation.inputs().forEach(input -> entry(input, term).ifPresent(added::add));
    added.addAll(work(explanation, term));
    added.forEach(entry -> entries.merge(entry.symbol(), entry, Entry::or));
    return added.stream().map(Entry::json).toList();
  }

  /** The proof-of-work that lowers a term, by the factor that formulas have for it. */
  private List<Entry> work(Explanation explanation, String term) {
    List<String> formulas = new ArrayList<>(List.of(explanation.formula()));
    explanation.definitions().forEach(definition -> formulas.add(definition.formula()));
    List<Key<Circuit, ?>> ofWork = new ArrayList<>(keys);
    ofWork.removeIf(key -> !isWork(key.type()));
    if (ofWork.stream().anyMatch(key -> key.names(term))) {
      ofWork.removeIf(key -> !key.names(term)); // what stands for a protocol is named by none
    }
    List<Entry> work = new ArrayList<>();
    for (Key<Circuit, ?> key : ofWork) {
      for (long bits : new TreeSet<>(integers(key.get(circuit)))) {
        Stream.of("2^-" + bits, "g(" + bits + ")")
            .filter(factor -> formulas.stream().anyMatch(formula -> has(formula, factor)))
            .map(factor -> new Entry(factor, List.of(key), true, Optional.of("" + bits)))
            .forEach(work::add);
      }
    }
    return work;
  }

  private static boolean isWork(KeyType<?> type) {
    return type instanceof ListType<?> list
        ? isWork(list.element())
        : type.equals(IntegerType.GRINDING);
  }

  private static List<Long> integers(Object value) {
    return value instanceof List<?> elements
        ? elements.stream().flatMap(element -> integers(element).stream()).toList()
        : List.of((Long) value);
  }

  /** Whether a formula has a factor, and no longer number instead. */
  private static boolean has(String formula, String factor) {
    int end = formula.indexOf(factor) + factor.length();
    return formula.contains(factor)
        && (end == formula.length() || !Character.isDigit(formula.charAt(end)));
  }

  /** The whole legend for people, a line for each symbol. */
  List<String> lines() {
    return entries.values().stream().map(Entry::text).toList();
  }

  private Optional<Entry> entry(Explanation.Input input, String term) {
    return entry(input.plainSymbol(), input.value(), term).map(entry -> entry.showing(input));
  }

  /** The key that has the input's value, else all that it may follow from. */
  private Optional<Entry> entry(String symbol, Rational number, String term) {
    List<Key<Circuit, ?>> possible =
        bySymbol.computeIfAbsent(symbol, this::standingFor).stream()
            .filter(key -> key.entry().map(in -> in.name().equals(term)).orElse(true))
            .toList();
    // the trace and the commitment may have a symbol each of the same letter, and the same value
    Optional<Key<Circuit, ?>> same =
        possible.stream()
            .filter(key -> key.symbols().contains(symbol) && has(key, number))
            .min(Comparator.comparing(key -> !key.names(term)));
    List<Key<Circuit, ?>> all = same.<List<Key<Circuit, ?>>>map(List::of).orElse(possible);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Entry(symbol, all, same.isPresent(), Optional.empty()));
  }

  private List<Key<Circuit, ?>> standingFor(String symbol) {
    return Stream.concat(CommonKeys.circuit().stream(), keys.stream())
        .filter(key -> key.symbols().contains(symbol) || key.entered().contains(symbol))
        .filter(key -> value(key).isPresent())
        .toList();
  }

  private Optional<?> value(Key<Circuit, ?> key) {
    return key.get(circuit) instanceof Optional<?> optional
        ? optional
        : Optional.of(key.get(circuit));
  }

  private boolean has(Key<Circuit, ?> key, Rational number) {
    Object value = value(key).orElseThrow();
    return value instanceof List<?> list
        ? list.stream().anyMatch(element -> number(element).equals(number))
        : number(value).equals(number);
  }

  /** A key's value as a formula would take it. */
  private static Object number(Object value) {
    if (value instanceof Long number) {
      return Rational.of(number);
    }
    if (value instanceof Field field) {
      return field.size();
    }
    return value instanceof Rate rate ? rate.value() : value;
  }
}
