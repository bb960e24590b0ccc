package org.soundcalc.analysis.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds in two lists what belongs together. */
public final class Matching {
  private Matching() {}

  /**
   * {@return pairs by name: each of either list exactly once, in the order of the newer list, what
   * is there no more where it stood} Of equal names the first belongs to the first, and so on.
   *
   * @param <T> the type of what is paired
   * @param lists either side, in its own order; empty where there is none
   * @param name what to know them by
   */
  public static <T> List<Change<T>> byName(
      Change<List<T>> lists, Function<? super T, String> name) {
    Map<Key, T> old = keyed(lists.before().orElse(List.of()), name);
    Map<Key, T> current = keyed(lists.after().orElse(List.of()), name);
    List<Change<T>> changes = new ArrayList<>();
    Iterator<Key> ahead = old.keySet().iterator();
    Set<Key> passed = new HashSet<>();
    for (Key key : current.keySet()) {
      while (old.containsKey(key) && !passed.contains(key)) {
        passed.add(pass(ahead.next(), old, current, changes));
      }
      changes.add(new Change<>(Optional.ofNullable(old.get(key)), Optional.of(current.get(key))));
    }
    ahead.forEachRemaining(key -> pass(key, old, current, changes));
    return List.copyOf(changes);
  }

  /** Adds what is there no more. */
  private static <T> Key pass(
      Key key, Map<Key, T> old, Map<Key, T> current, List<Change<T>> changes) {
    if (!current.containsKey(key)) {
      changes.add(new Change<>(Optional.of(old.get(key)), Optional.empty()));
    }
    return key;
  }

  private record Key(String name, int occurrence) {}

  private static <T> Map<Key, T> keyed(List<T> list, Function<? super T, String> name) {
    Map<String, Integer> occurrences = new HashMap<>();
    Map<Key, T> keyed = new LinkedHashMap<>();
    for (T element : list) {
      int occurrence = occurrences.merge(name.apply(element), 1, Integer::sum);
      keyed.put(new Key(name.apply(element), occurrence), element);
    }
    return keyed;
  }
}
