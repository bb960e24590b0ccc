package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.search.Prepared;
import org.soundcalc.search.optimum.LeastChange.Part;
import org.soundcalc.search.optimum.LeastChange.Wanted;

/**
 * What becomes of a circuit under a regime where some parts of it may be otherwise. What was found
 * is kept: not every circuit has all parts. Mutable, for one thread.
 */
final class Moves {
  /** Bits beyond those of each term at which the sum of all is small enough, if it ever is. */
  private static final int MOST_BITS_BEYOND = 64;

  /** Queries beyond the usual, for each bit that is wanted: at rate 1/2 each has less than one. */
  private static final long QUERIES_PER_BIT = 3;

  /** The last rank of queries and of proof-of-work before them. */
  private static final int LAST_OF_QUERIES = 20;

  private final Circuit circuit;
  private final Regime regime;
  private final Wanted wanted;
  private final Map<Asked, Optional<Circuit>> found = new HashMap<>();

  /**
   * What was looked for.
   *
   * @param limit on the size of the proof
   */
  private record Asked(Space space, Optional<Double> limit) {}

  /** Of a circuit over its field. */
  Moves(Circuit circuit, Regime regime, Wanted wanted) {
    this.circuit = circuit;
    this.regime = regime;
    this.wanted = wanted;
  }

  /**
   * A circuit that does what is wanted.
   *
   * @param circuit the circuit
   * @param regime under which
   * @param rateSteps how often the rate is halved or doubled
   */
  record Moved(Circuit circuit, Regime regime, long rateSteps) {}

  /**
   * The smallest proof with the least proof-of-work that is enough for it to do, at the rate next
   * to that of today: each step costs the prover as much again.
   *
   * @param limit on the size of the proof
   * @return nothing where no values do
   */
  Optional<Moved> least(Set<Part> parts, Optional<Double> limit) {
    Space space = space(parts, wanted.maxGrinding());
    Optional<Key<Circuit, ?>> rate = rateKey().filter(key -> parts.contains(Part.RATE));
    List<Space> spaces = rate.map(key -> atEach(key, space)).orElse(List.of(space));
    if (spaces.size() > 1 && find(space, limit).isEmpty()) {
      return Optional.empty();
    }
    return spaces.stream()
        .flatMap(its -> withLeastWork(its, limit).stream())
        .findFirst()
        .map(some -> trimmed(some, limit));
  }

  /** The smallest proof that there is. */
  Optional<Moved> smallest() {
    return find(Set.of(Part.values()), Optional.empty())
        .map(some -> trimmed(some, Optional.of(wanted.size(some))));
  }

  private Moved trimmed(Circuit some, Optional<Double> limit) {
    Circuit trimmed = new Trim(circuit, regime, some, limit, wanted).trimmed();
    long steps = rateKey().map(key -> steps(key.get(trimmed), key.get(circuit))).orElse(0L);
    return new Moved(trimmed, regime, steps);
  }

  /** Why no values of any parts do; nothing where some do. */
  Optional<Reason> reason() {
    Aim aim =
        new Aim(
            wanted.bits(), List.of(Axis.PROOF_SIZE), Map.of(), wanted.worst(), OptionalInt.empty());
    Space space = space(Set.of(Part.values()), wanted.maxGrinding());
    Optimizer optimizer = new Optimizer(circuit, List.of(regime));
    Optional<Reason> ceiling = new Infeasibility(optimizer, space).lowestCeiling(aim);
    if (ceiling.isPresent()) {
      return ceiling;
    }
    Optimum optimum = optimizer.search(space, aim);
    wanted.budget().count(optimum.effort().terms() + optimum.effort().edges());
    return optimum instanceof Optimum.None none
        ? none.reasons().stream().findFirst()
        : Optional.empty();
  }

  /** Whether some values of these parts do. */
  boolean areEnough(Set<Part> parts, Optional<Double> limit) {
    return find(parts, limit).isPresent();
  }

  private Optional<Circuit> find(Set<Part> parts, Optional<Double> limit) {
    return find(space(parts, wanted.maxGrinding()), limit);
  }

  /** Of what all sites may have at most, the least. */
  private Optional<Circuit> withLeastWork(Space space, Optional<Double> limit) {
    Optional<Circuit> without = find(upTo(0, space), limit);
    if (without.isPresent() || find(space, limit).isEmpty()) {
      return without;
    }
    long most = wanted.maxGrinding();
    long tooLittle =
        MonotoneBisection.last(
            0, most - 1, most / 2, some -> find(upTo(some, space), limit).isEmpty());
    return find(upTo(tooLittle + 1, space), limit);
  }

  private Optional<Circuit> find(Space space, Optional<Double> limit) {
    return found.computeIfAbsent(new Asked(space, limit), asked -> search(space, limit));
  }

  private Optional<Circuit> search(Space space, Optional<Double> limit) {
    Map<Axis, Double> most = limit.map(bits -> Map.of(Axis.PROOF_SIZE, bits)).orElse(Map.of());
    Optimizer optimizer = new Optimizer(circuit, List.of(regime));
    for (int beyond = 0; beyond <= MOST_BITS_BEYOND; beyond++) {
      Aim aim =
          new Aim(
              wanted.bits() + beyond,
              List.of(Axis.PROOF_SIZE),
              most,
              wanted.worst(),
              OptionalInt.empty());
      Optional<Circuit> some = optimizer.find(space, aim, wanted.budget()).map(Point::circuit);
      if (some.isEmpty() || isEnough(some.get())) {
        return some;
      }
    }
    return Optional.empty();
  }

  private boolean isEnough(Circuit other) {
    Prepared prepared = Prepared.of(other, List.of(regime));
    return prepared.bits(regime).isPresent() && wanted.enough().test(prepared, regime);
  }

  /** Each rate, the next first. */
  private List<Space> atEach(Key<Circuit, ?> key, Space space) {
    List<Object> rates = new ArrayList<>(space.values(key, (Object) key.get(circuit)));
    rates.sort(Comparator.comparingLong(rate -> steps(rate, key.get(circuit))));
    return rates.stream().map(rate -> space.with(key, List.of(rate))).toList();
  }

  private static long steps(Object rate, Object now) {
    return Math.abs(log2Inverse(rate) - log2Inverse(now));
  }

  private static long log2Inverse(Object rate) {
    return rate instanceof Rate some ? some.log2Inverse() : (Long) rate;
  }

  private Optional<Key<Circuit, ?>> rateKey() {
    return Aspect.rateKey(circuit);
  }

  private Space space(Set<Part> parts, long most) {
    Space all =
        new SpaceRequest(Extent.TUNED, Map.of(), fixed(parts), OptionalLong.empty()).of(circuit);
    for (Key<Circuit, ?> key : circuit.keys()) {
      if (LeastChange.isWork(key)) {
        Part part = isOfQueries(key) ? Part.WORK : Part.LEVERS;
        all = parts.contains(part) ? all.with(key, work(key, most)) : all.without(key);
      } else if (all.moves(key) && key.lever().isPresent() && isOfQueries(key)) {
        all = withMoreQueries(all, key);
      }
    }
    return parts.contains(Part.FOLDS) ? all : all.withoutRounds();
  }

  private Space withMoreQueries(Space space, Key<Circuit, ?> key) {
    long usual = UsualSpace.most(space.entries(key), 1);
    long most = Math.min(Limits.QUERIES, QUERIES_PER_BIT * wanted.bits());
    return most <= usual
        ? space
        : space.with(key, LongStream.rangeClosed(1, most).boxed().toList());
  }

  /** Names of keys that stay, proof-of-work left out. */
  private Set<String> fixed(Set<Part> parts) {
    List<Key<Circuit, ?>> fixed = new ArrayList<>();
    for (Key<Circuit, ?> key : circuit.keys()) {
      if (key.lever().isPresent() && !parts.contains(Part.LEVERS)) {
        fixed.add(key);
      }
    }
    if (!parts.contains(Part.GAP)) {
      Aspect.gapKeys(circuit).forEach(fixed::add);
    }
    if (!parts.contains(Part.FOLDS)) {
      circuit.foldingDesign().map(FoldingDesign::factorsKey).ifPresent(fixed::add);
      circuit.iteratedDesign().map(IteratedDesign::factorsKey).ifPresent(fixed::add);
    }
    if (!parts.contains(Part.RATE)) {
      rateKey().ifPresent(fixed::add);
    }
    return Set.copyOf(fixed.stream().map(Key::label).toList());
  }

  private Space upTo(long most, Space space) {
    Space all = space;
    for (Key<Circuit, ?> key : circuit.keys()) {
      all = LeastChange.isWork(key) && space.moves(key) ? all.with(key, work(key, most)) : all;
    }
    return all;
  }

  private static boolean isOfQueries(Key<Circuit, ?> key) {
    return key.lever().orElseThrow() <= LAST_OF_QUERIES;
  }

  /** A site that has more than is allowed keeps it. */
  private List<Long> work(Key<Circuit, ?> key, long most) {
    long now = UsualSpace.most(LeverDescent.leaves(key.get(circuit)), 0);
    return LongStream.rangeClosed(0, Math.max(most, now)).boxed().toList();
  }
}
