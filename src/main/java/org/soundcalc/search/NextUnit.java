package org.soundcalc.search;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.search.space.VariableKeys;

/**
 * One more unit of a lever: a query, a bit of proof-of-work, half the rate, or what else its proof
 * system says.
 *
 * @param key the lever
 * @param made the circuits that it makes, several where several are as near
 * @param refusal why there is none; nothing where there is one
 */
public record NextUnit(
    Key<Circuit, ?> key, List<Prepared> made, Optional<InvalidConfiguration> refusal) {
  /**
   * {@return one more unit of each lever of a circuit, in the order of its keys}
   *
   * @param today the circuit as it is
   */
  public static List<NextUnit> of(Prepared today) {
    Circuit circuit = today.circuit();
    Map<String, Key<Circuit, ?>> keys = VariableKeys.of(circuit);
    IdentityHashMap<Key<?, ?>, RaisableKey<?>> raisable = new IdentityHashMap<>();
    RaisableKey.of(circuit, IntegerType.GRINDING.max())
        .forEach(lever -> raisable.put(lever.key(), lever));
    List<NextUnit> all = new ArrayList<>();
    for (Key<Circuit, ?> key : keys.values()) {
      List<Supplier<Prepared>> next = new ArrayList<>();
      for (Map<String, Object> values : key.next(circuit)) {
        next.add(() -> today.moved(key, Keys.with(circuit, known(values, keys))));
      }
      Optional.ofNullable(raisable.get(key))
          .filter(lever -> lever.room() > 0)
          .ifPresent(lever -> next.add(() -> lever.raise(today, 1)));
      if (!next.isEmpty()) {
        all.add(of(key, next));
      }
    }
    return all;
  }

  private static Map<Key<Circuit, ?>, Object> known(
      Map<String, Object> values, Map<String, Key<Circuit, ?>> keys) {
    Map<Key<Circuit, ?>, Object> known = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (keys.containsKey(name)) {
            known.put(keys.get(name), value);
          }
        });
    return known;
  }

  private static NextUnit of(Key<Circuit, ?> key, List<Supplier<Prepared>> next) {
    List<Prepared> made = new ArrayList<>();
    Optional<InvalidConfiguration> refusal = Optional.empty();
    for (Supplier<Prepared> maker : next) {
      try {
        made.add(maker.get());
      } catch (InvalidConfiguration invalid) {
        refusal = Optional.of(invalid);
      }
    }
    return new NextUnit(key, List.copyOf(made), made.isEmpty() ? refusal : Optional.empty());
  }
}
