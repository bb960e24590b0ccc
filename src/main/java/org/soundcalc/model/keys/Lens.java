package org.soundcalc.model.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;

/**
 * Where a configuration holds a key's value.
 *
 * @param getter the value
 * @param wither the configuration with another value, all else as it is
 * @param slot how it is changed together with others, where it can be
 * @param next what its next values are
 */
record Lens<C, T>(
    Function<C, T> getter,
    BiFunction<C, T, C> wither,
    Optional<Slot<C>> slot,
    Function<C, List<Map<String, Object>>> next) {
  /**
   * Keys that a configuration can have other values of at once.
   *
   * @param holder equal for these keys alone
   * @param name of this one among them
   * @param wither the configuration with other values by these names
   * @param follower the name of one whose value follows from those of the others
   */
  record Slot<C>(
      Object holder,
      String name,
      BiFunction<C, Map<String, Object>, C> wither,
      Optional<String> follower) {
    /** The same keys of a record that is changed in another way. */
    <D> Slot<D> with(BiFunction<D, Map<String, Object>, D> other) {
      return new Slot<>(holder, name, other, follower);
    }
  }

  /** One that cannot be changed together with others, and has no next value. */
  static <C, T> Lens<C, T> of(Function<C, T> getter, BiFunction<C, T, C> wither) {
    return new Lens<>(getter, wither, Optional.empty(), holder -> List.of());
  }

  Lens<C, T> with(BiFunction<C, T, C> other) {
    return new Lens<>(getter, other, slot, next);
  }

  Lens<C, T> with(Slot<C> other) {
    return new Lens<>(getter, wither, Optional.of(other), next);
  }

  Lens<C, T> with(Function<C, List<Map<String, Object>>> other) {
    return new Lens<>(getter, wither, slot, other);
  }

  /** The same value in a larger record. */
  <D> Lens<D, T> within(Function<D, C> part, BiFunction<D, C, D> replace) {
    return new Lens<>(
        getter.compose(part),
        widened(wither, part, replace),
        slot.map(own -> own.with(widened(own.wither, part, replace))),
        next.compose(part));
  }

  /** The same value of a record whose problems a larger one tells in its own words. */
  Lens<C, T> told(UnaryOperator<Problem> words) {
    return new Lens<>(
        getter, retold(wither, words), slot.map(own -> own.with(retold(own.wither, words))), next);
  }

  private static <C, D, V> BiFunction<D, V, D> widened(
      BiFunction<C, V, C> wither, Function<D, C> part, BiFunction<D, C, D> replace) {
    return (whole, value) -> replace.apply(whole, wither.apply(part.apply(whole), value));
  }

  private static <C, V> BiFunction<C, V, C> retold(
      BiFunction<C, V, C> wither, UnaryOperator<Problem> words) {
    return (record, value) -> InvalidConfiguration.retold(() -> wither.apply(record, value), words);
  }
}
