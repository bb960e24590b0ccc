package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.RoundsDesign;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Prepared;
import org.soundcalc.search.optimum.LeastChange.Wanted;

/**
 * Leaves out of a change what is not needed, and makes each of its numbers as much like that of
 * today as the others allow.
 *
 * @param today the circuit as it is
 * @param regime under which errors count
 * @param found the circuit after the change
 * @param limit on the size of its proof
 * @param wanted of it
 */
record Trim(Circuit today, Regime regime, Circuit found, Optional<Double> limit, Wanted wanted) {
  /** Queries first, which proof-of-work makes up for. */
  Circuit trimmed() {
    Prepared trimmed = Prepared.of(found, List.of(regime));
    for (Key<Circuit, ?> key : Space.keys(today)) {
      trimmed = undone(trimmed, key).orElse(trimmed);
    }
    List<Key<Circuit, ?>> levers = new ArrayList<>();
    for (Key<Circuit, ?> key : today.keys()) {
      if (key.lever().isPresent()) {
        levers.add(key);
      }
    }
    levers.sort(
        Comparator.comparing(LeastChange::isWork).thenComparingInt(k -> k.lever().orElseThrow()));
    Prepared before;
    do {
      before = trimmed;
      for (Key<Circuit, ?> key : levers) {
        trimmed = nearer(trimmed, key);
      }
      trimmed = nearerMultiplicity(trimmed);
      // one number that comes nearer may leave room to another
    } while (!trimmed.equals(before));
    return trimmed.circuit();
  }

  private Prepared nearerMultiplicity(Prepared some) {
    return today
        .roundsDesign()
        .flatMap(RoundsDesign::multiplicityKey)
        .map(key -> nearer(key, some))
        .orElse(some);
  }

  private Prepared nearer(Key<Circuit, Optional<Long>> multiplicity, Prepared some) {
    Optional<Long> now = multiplicity.get(today);
    Optional<Long> its = multiplicity.get(some.circuit());
    return now.isEmpty() || its.isEmpty()
        ? some
        : nearest(some, its.get(), now.get(), m -> with(some, multiplicity, Optional.of(m)));
  }

  /** With the number that is nearest to that of today and does. */
  private static Prepared nearest(
      Prepared some, long its, long now, LongFunction<Optional<Prepared>> with) {
    long sign = Long.signum(now - its);
    long steps =
        MonotoneBisection.last(
            0, Math.abs(now - its), 0, by -> by == 0 || with.apply(its + sign * by).isPresent());
    return steps == 0 ? some : with.apply(its + sign * steps).orElse(some);
  }

  private <T> Optional<Prepared> undone(Prepared some, Key<Circuit, T> key) {
    T now = key.get(today);
    return key.get(some.circuit()).equals(now) ? Optional.empty() : with(some, key, now);
  }

  /** With each number of a lever as near to that of today as it may be. */
  private <T> Prepared nearer(Prepared some, Key<Circuit, T> key) {
    List<Long> now = LeverDescent.leaves(key.get(today));
    int entries = LeverDescent.leaves(key.get(some.circuit())).size();
    Prepared nearer = some;
    for (int i = 0; i < entries && now.size() == entries; i++) {
      nearer = nearer(nearer, key, i, now.get(i));
    }
    return nearer;
  }

  private <T> Prepared nearer(Prepared some, Key<Circuit, T> key, int entry, long now) {
    long its = LeverDescent.leaves(key.get(some.circuit())).get(entry);
    return nearest(some, its, now, value -> with(some, key, entry, value));
  }

  @SuppressWarnings("unchecked") // of the same type
  private <T> Optional<Prepared> with(Prepared some, Key<Circuit, T> key, int entry, long value) {
    List<Long> leaves = new ArrayList<>(LeverDescent.leaves(key.get(some.circuit())));
    leaves.set(entry, value);
    Iterator<Long> its = leaves.iterator();
    return with(some, key, (T) LeverDescent.replaced(key.get(some.circuit()), its));
  }

  /** With another value, where it does then; nothing where it does not. */
  private <T> Optional<Prepared> with(Prepared some, Key<Circuit, T> key, T value) {
    if (!wanted.budget().allows()) {
      return Optional.empty();
    }
    try {
      Prepared other = some.with(key, value);
      wanted.budget().count(other.work() - some.work());
      return Optional.of(other).filter(this::does);
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  private boolean does(Prepared other) {
    if (other.bits(regime).isEmpty() || !wanted.enough().test(other, regime)) {
      return false;
    }
    return limit.isEmpty() || wanted.size(other.circuit()) <= limit.get();
  }
}
