package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.optimum.Space;
import org.soundcalc.search.optimum.SpaceRequest;
import org.soundcalc.search.space.VariableKeys;

/**
 * Reads {@code [search]}: a misspelled limit would be none, so that what means nothing is wrong.
 */
final class SearchReader {
  private static final String HEADER = "[" + SearchKeys.TABLE + "]";

  private final Context context;
  private final List<Circuit> circuits;
  private final Set<String> names;

  /** Whether all circuits could be read, so that what none of them has is wrong. */
  private final boolean complete;

  /**
   * A reader.
   *
   * @param circuits those that could be read
   * @param names of all
   */
  SearchReader(Context context, List<Circuit> circuits, Set<String> names) {
    this.context = context;
    this.circuits = circuits;
    this.names = names;
    this.complete = !context.problems.anyError();
  }

  SearchOptions read(TomlValue search) {
    RawTable table = new RawTable(context, HEADER, search, Map.of());
    SearchOptions.Part ofAll = part(table, circuits, true);
    Map<String, SearchOptions.Part> ofCircuits = new LinkedHashMap<>();
    members(table, SearchKeys.CIRCUITS)
        .forEach(
            (name, value) -> {
              String label = SearchKeys.ofCircuit(Printable.brief(name));
              if (!names.contains(name)) {
                table.error(
                    value.key(),
                    SearchKeys.CIRCUITS
                        + "."
                        + Printable.brief(name)
                        + " names no circuit"
                        + Suggestions.hint(name, names));
              } else if (value.members().isEmpty()) {
                refuse(table, value, label);
              } else {
                List<Circuit> its =
                    circuits.stream().filter(each -> each.id().name().equals(name)).toList();
                RawTable own = new RawTable(context, label, value, Map.of());
                ofCircuits.put(name, part(own, its, false));
              }
            });
    return new SearchOptions(ofAll, Map.copyOf(ofCircuits));
  }

  private static String header(String... path) {
    List<String> names = new ArrayList<>(List.of(SearchKeys.TABLE));
    names.addAll(List.of(path));
    return "[" + Spelling.path(names) + "]";
  }

  private static void refuse(RawTable in, TomlValue value, String header) {
    in.error(
        value.place(), "must be a table, written %s, got %s".formatted(header, value.written()));
  }

  private static Map<String, TomlValue> members(RawTable table, String name) {
    Optional<TomlValue> value = table.find(name);
    if (value.isPresent() && value.get().members().isEmpty()) {
      refuse(table, value.get(), header(name));
    }
    return value.flatMap(TomlValue::members).orElse(Map.of());
  }

  private SearchOptions.Part part(RawTable table, List<Circuit> of, boolean hasCircuits) {
    Map<String, String> values = new LinkedHashMap<>();
    Optional<List<String>> fixed = Optional.empty();
    Set<String> known = new LinkedHashSet<>();
    for (Key<?, ?> key : SearchKeys.all()) {
      known.add(key.name());
      Optional<?> value = table.parse(key).flatMap(RawTable::value).flatMap(v -> (Optional<?>) v);
      if (value.isPresent() && !key.name().equals(SearchKeys.FIX.name())) {
        values.put(key.name(), value.get().toString());
      } else if (value.isPresent()) {
        fixed =
            Optional.of(
                ((List<?>) value.get())
                    .stream().map(String.class::cast).map(VariableKeys::plain).toList());
      }
    }
    known.add(SearchKeys.VARY);
    if (hasCircuits) {
      known.add(SearchKeys.CIRCUITS);
    }
    for (String name : table.values().keySet()) {
      if (!known.contains(name)) {
        String unknown = Printable.brief(name) + " is not a key of " + table.label;
        table.error(table.placeOf(name), unknown + Suggestions.hint(name, known));
      }
    }
    for (int i = 0; i < fixed.orElse(List.of()).size(); i++) {
      String key = fixed.get().get(i);
      int first = fixed.get().indexOf(key);
      if (first < i || isUnknown(key, of)) {
        Span place = table.find(SearchKeys.FIX.name()).orElseThrow().element(List.of(i)).place();
        String fault =
            first < i
                ? "is %s, as fix[%d] is: leave out one".formatted(key, first)
                : "names no key of the circuits" + hint(key, of);
        table.error(place, "fix[" + i + "] " + fault);
      }
    }
    Map<String, String> varied = new LinkedHashMap<>();
    Map<String, TomlValue> domains = members(table, SearchKeys.VARY);
    for (Map.Entry<String, TomlValue> domain : domains.entrySet()) {
      String key = VariableKeys.plain(domain.getKey());
      check(table, domain, of).ifPresent(text -> varied.put(key, text));
      List<String> stay = fixed.orElse(List.of());
      if (stay.stream().anyMatch(its -> key.equals(its) || key.endsWith("." + its))) {
        table.error(domain.getValue().key(), key + " is varied, and fix names it: keep one");
      }
    }
    return new SearchOptions.Part(values, varied, fixed);
  }

  /** A domain, if each circuit that has its key can take it. */
  private Optional<String> check(
      RawTable table, Map.Entry<String, TomlValue> domain, List<Circuit> of) {
    String key = domain.getKey();
    TomlValue value = domain.getValue();
    String name = SearchKeys.VARY + "." + Printable.brief(key);
    if (isUnknown(key, of)) {
      table.error(value.key(), name + " names no key of the circuits" + hint(key, of));
      return Optional.empty();
    }
    if (!(value.plain() instanceof String text)) {
      table.error(
          value.place(), name + " must be " + SearchKeys.DOMAIN + ", got " + value.written());
      return Optional.empty();
    }
    Optional<String> fault = SpaceRequest.fault(key, text, of);
    if (fault.isPresent()) {
      table.error(value.place(), name + " = " + Spelling.of(text) + ": " + fault.get());
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private boolean isUnknown(String key, List<Circuit> of) {
    return complete && of.stream().noneMatch(circuit -> SpaceRequest.has(circuit, key));
  }

  private static String hint(String key, List<Circuit> of) {
    Set<String> known = new LinkedHashSet<>();
    of.forEach(circuit -> Space.keys(circuit).forEach(each -> known.add(each.name())));
    return Suggestions.hint(key, known);
  }
}
