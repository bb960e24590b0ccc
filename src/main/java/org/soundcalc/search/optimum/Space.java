package org.soundcalc.search.optimum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.design.RoundsDesign;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/**
 * What a search may choose from: the values of each key that it may move. All other keys stay as
 * they are.
 *
 * @param values of keys by their labels, each of the key's type, at least one; of the gap to the
 *     Johnson radius none where it may be whatever serves best; of a key of lists that are as long
 *     as there are iterations, integers, any of which may be any entry
 * @param schedules sequences of folds; nothing where folding stays as it is
 * @param rounds whether there may be more or fewer rounds, where these fold alike
 */
public record Space(Map<String, List<?>> values, Optional<Schedules> schedules, boolean rounds) {
  /**
   * The space.
   *
   * @param values of keys by their labels
   * @param schedules sequences of folds
   * @param rounds whether there may be more or fewer
   */
  public Space {
    values = Map.copyOf(values);
  }

  /**
   * The space, in which rounds that fold alike may be more or fewer.
   *
   * @param values of keys by their labels
   * @param schedules sequences of folds
   */
  public Space(Map<String, List<?>> values, Optional<Schedules> schedules) {
    this(values, schedules, true);
  }

  /** The same space, in which there are as many rounds as today. */
  Space withoutRounds() {
    return new Space(values, schedules, false);
  }

  /**
   * {@return whether a key may move}
   *
   * @param key of a circuit
   */
  public boolean moves(Key<Circuit, ?> key) {
    return values.containsKey(key.label());
  }

  /**
   * {@return whether some proof-of-work may move}
   *
   * @param circuit whose space it is
   */
  public boolean movesWork(Circuit circuit) {
    return circuit.keys().stream().anyMatch(key -> LeastChange.isWork(key) && moves(key));
  }

  /**
   * {@return the values that a key may have, as they were stated}
   *
   * @param <T> the type of its values
   * @param key of a circuit
   * @param now its value, the only one where it may not move
   */
  @SuppressWarnings("unchecked") // each of the key's type
  public <T> List<T> values(Key<Circuit, ?> key, T now) {
    return moves(key) ? (List<T>) values.get(key.label()) : List.of(now);
  }

  /**
   * {@return the same space, in which one key has other values}
   *
   * @param key of a circuit
   * @param others of its type
   */
  public Space with(Key<Circuit, ?> key, List<?> others) {
    Map<String, List<?>> all = new HashMap<>(values);
    all.put(key.label(), others);
    return new Space(all, schedules, rounds);
  }

  /**
   * {@return the same space, in which one key does not move}
   *
   * @param key of a circuit
   */
  Space without(Key<Circuit, ?> key) {
    Map<String, List<?>> others = new HashMap<>(values);
    others.remove(key.label());
    return new Space(others, schedules, rounds);
  }

  /**
   * {@return whether a configuration is in the space, so far as keys that move are concerned}
   *
   * @param circuit a configuration
   */
  boolean holds(Circuit circuit) {
    for (Key<Circuit, ?> key : keys(circuit)) {
      List<?> its = values.getOrDefault(key.label(), List.of());
      if (!its.isEmpty() && !holds(its, key.get(circuit))) {
        return false;
      }
    }
    return schedules.isEmpty()
        || Stream.concat(
                circuit.foldingDesign().stream().map(design -> design.layout().logFactors()),
                circuit.iteratedDesign().stream().map(design -> design.layout().logFactors()))
            .allMatch(schedules.get()::holds);
  }

  /** Of a list, each entry. */
  private static boolean holds(List<?> its, Object value) {
    return its.contains(value)
        || (value instanceof List<?> entries && entries.stream().allMatch(e -> holds(its, e)));
  }

  /**
   * {@return the keys that are moved whose values are tried one by one, with each other}
   *
   * @param circuit whose space it is
   */
  public List<Key<Circuit, ?>> outer(Circuit circuit) {
    List<Key<Circuit, ?>> outer = new ArrayList<>();
    for (Key<Circuit, ?> key : keys(circuit)) {
      boolean isTried =
          circuit
              .foldingDesign()
              .filter(
                  design ->
                      key.label().equals(design.rateKey().label())
                          || design.gapKey().filter(g -> g.label().equals(key.label())).isPresent())
              .isPresent();
      if (moves(key) && (isTried || isBeyondLayout(key, circuit))) {
        outer.add(key);
      }
    }
    return outer;
  }

  /** The keys that are moved which neither a layout nor proof-of-work takes in. */
  List<Key<Circuit, ?>> beyondLayout(Circuit circuit) {
    return keys(circuit).stream()
        .filter(key -> moves(key) && isBeyondLayout(key, circuit))
        .toList();
  }

  private static boolean isBeyondLayout(Key<Circuit, ?> key, Circuit circuit) {
    return !Sites.isSite(key) && !inLayout(circuit, key);
  }

  /**
   * {@return how many combinations of their values there are}
   *
   * @param circuit whose space it is
   */
  public BigInteger combinations(Circuit circuit) {
    BigInteger all = BigInteger.ONE;
    for (Key<Circuit, ?> key : outer(circuit)) {
      int values = values(key, (Object) key.get(circuit)).size();
      all = all.multiply(BigInteger.valueOf(Math.max(1, values)));
    }
    return all;
  }

  /**
   * {@return the keys of a circuit that a search may move, those common to all circuits first}
   *
   * @param circuit any
   */
  public static List<Key<Circuit, ?>> keys(Circuit circuit) {
    List<Key<Circuit, ?>> keys =
        new ArrayList<>(List.of(CommonKeys.FIELD, CommonKeys.HASH_SIZE_BITS));
    keys.addAll(circuit.keys());
    return keys;
  }

  /**
   * {@return whether a key is part of what a circuit's layout says, so that a search may choose it
   * together with others}
   *
   * @param circuit any
   * @param key one of its keys
   */
  public static boolean inLayout(Circuit circuit, Key<Circuit, ?> key) {
    return circuit.foldingDesign().filter(design -> design.keys().contains(key)).isPresent()
        || circuit.iteratedDesign().filter(design -> design.keys().contains(key)).isPresent()
        || (isOfLevers(circuit) && (key.lever().isPresent() || isMultiplicity(circuit, key)));
  }

  /** Whether a circuit does not say how else it may be laid out: there are its levers then. */
  static boolean isOfLevers(Circuit circuit) {
    return circuit.foldingDesign().isEmpty() && circuit.iteratedDesign().isEmpty();
  }

  private static boolean isMultiplicity(Circuit circuit, Key<Circuit, ?> key) {
    return circuit
        .roundsDesign()
        .flatMap(RoundsDesign::multiplicityKey)
        .filter(its -> its.label().equals(key.label()))
        .isPresent();
  }

  /**
   * {@return the integers that may be entries of a key's lists}
   *
   * @param key of lists, which moves
   */
  @SuppressWarnings("unchecked") // integers
  List<Long> entries(Key<Circuit, ?> key) {
    return (List<Long>) values.get(key.label());
  }
}
