package org.soundcalc.io.toml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says of searches for other configurations of it.
 *
 * @param ofAll what holds for every circuit
 * @param ofCircuits what holds for some, by their names, before that
 */
public record SearchOptions(Part ofAll, Map<String, Part> ofCircuits) {
  /** What a file without the table says. */
  static final SearchOptions NONE = new SearchOptions(Part.NONE, Map.of());

  /**
   * A table.
   *
   * @param values of options by their keys, such as {@code max_prover}, as command lines write them
   * @param varied domains by the keys that they are of
   * @param fixed keys that stay, where it says so
   */
  public record Part(
      Map<String, String> values, Map<String, String> varied, Optional<List<String>> fixed) {
    /** Nothing. */
    public static final Part NONE = new Part(Map.of(), Map.of(), Optional.empty());

    /** This, and the other where this says nothing. */
    private Part over(Part other) {
      Map<String, String> all = new LinkedHashMap<>(other.values);
      if (values.containsKey(SearchKeys.MILESTONE.name())
          || values.containsKey(SearchKeys.MIN_BITS.name())) {
        // either says what is wanted
        all.remove(SearchKeys.MILESTONE.name());
        all.remove(SearchKeys.MIN_BITS.name());
      }
      all.putAll(values);
      Map<String, String> domains = new LinkedHashMap<>(other.varied);
      fixed.ifPresent(keys -> keys.forEach(domains::remove));
      domains.putAll(varied);
      List<String> stay = fixed.or(() -> other.fixed).orElse(List.of());
      return new Part(
          all,
          domains,
          Optional.of(stay.stream().filter(key -> !varied.containsKey(key)).toList()));
    }
  }

  /**
   * {@return what holds for a circuit}
   *
   * @param circuit its name
   */
  public Part of(String circuit) {
    return ofCircuits.getOrDefault(circuit, Part.NONE).over(ofAll);
  }
}
