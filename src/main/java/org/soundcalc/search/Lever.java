package org.soundcalc.search;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.search.space.Domain;
import org.soundcalc.search.space.DomainValues;

/**
 * A key of a circuit with the values that a sweep gives it.
 *
 * @param key the key
 * @param domain the values as they were asked for
 * @param values what TOML has for each, in their order
 * @param typed the same as the key has them
 */
public record Lever(Key<Circuit, ?> key, String domain, List<Object> values, List<Object> typed) {
  /**
   * Checks that there are as many of one as of the other.
   *
   * @param key the key
   * @param domain the values as they were asked for
   * @param values what TOML has for each
   * @param typed the same as the key has them
   * @throws InvalidConfiguration if there are not, or there is none
   */
  public Lever {
    values = List.copyOf(values);
    typed = List.copyOf(typed);
    if (values.isEmpty() || values.size() != typed.size()) {
      String message =
          "must have as many values as typed ones, and some, got %d and %d"
              .formatted(values.size(), typed.size());
      throw new InvalidConfiguration(List.of(Problem.of(message, key)));
    }
  }

  /**
   * {@return the lever of a domain}
   *
   * @param domain of one of the circuit's keys
   * @param circuit which says what is fixed, and how long lists are
   * @throws IllegalArgumentException if there are too many values, or none
   */
  public static Lever of(Domain domain, Circuit circuit) {
    List<Object> values = DomainValues.of(domain, circuit);
    List<Object> typed = new ArrayList<>(values.size());
    for (Object value : values) {
      typed.add(((Parsed.Valid<?>) domain.key().type().parse(value)).value());
    }
    return new Lever(domain.key(), domain.text(), values, typed);
  }
}
