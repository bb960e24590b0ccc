package org.soundcalc.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.Layouts.Part;

/**
 * What can be raised in a circuit until its errors are small enough: one parameter, or where none
 * does alone, several.
 *
 * @param circuit whose errors are too large
 * @param usable the regimes under which they may be small enough
 * @param maxGrinding the most bits of proof-of-work to raise a site to, ≥ 0
 * @param enough whether a circuit will do under a regime; smaller errors always do as well
 * @param budget what the searches may certify; where it is spent, nothing more is found
 * @param layouts other layouts of the circuit
 */
public record ParameterRemedies(
    Circuit circuit,
    List<Regime> usable,
    long maxGrinding,
    BiPredicate<Prepared, Regime> enough,
    Budget budget,
    Layouts layouts) {
  /** What costs the prover nothing, each of some parts and at the end all of them. */
  private static final List<Set<Part>> FREE =
      List.of(
          Set.of(Part.GAP),
          Set.of(Part.FOLDS),
          Set.of(Part.LEVERS, Part.GAP),
          Set.of(Part.LEVERS, Part.FOLDS),
          Set.of(Part.LEVERS, Part.GAP, Part.FOLDS));

  private static final List<Set<Part>> OF_RATES =
      List.of(
          Set.of(Part.LEVERS, Part.RATE),
          Set.of(Part.LEVERS, Part.RATE, Part.GAP),
          Set.of(Part.LEVERS, Part.RATE, Part.FOLDS),
          Set.of(Part.values()));

  /** Of larger fields those that a prover may take for the sake of a smaller proof. */
  private static final int USUAL_EXTENSION_BITS = 320;

  /** Fewest parameters, then least proof-of-work, then the smallest proof in the worst case. */
  private static final Comparator<Combination> LEAST_CHANGE =
      Comparator.<Combination>comparingInt(some -> some.changes().size())
          .thenComparing(some -> GrindingSite.work(some.circuit().grindingSites()))
          .thenComparing(some -> some.circuit().decidingSize().worstCaseBits());

  /**
   * A parameter, and the least value of it that suffices.
   *
   * @param key the parameter
   * @param from its value, as TOML and JSON write it
   * @param to the value to give it
   * @param circuit the circuit with that value
   */
  public record Raise(Key<Circuit, ?> key, String from, String to, Circuit circuit) {}

  /**
   * Several parameters that suffice together.
   *
   * @param changes none of them can be left out, or be less with the others as they are
   * @param circuit the circuit with all of them
   * @param regime under which they suffice
   */
  public record Combination(List<Change> changes, Circuit circuit, Regime regime) {}

  /**
   * How small a proof becomes.
   *
   * @param change what brings it within the limit; nothing where nothing does
   * @param least the least size, with as much proof-of-work as there may be
   * @param smallest where that is not within the limit, what gives it, with no more proof-of-work
   *     than it needs; it may be no change
   */
  public record Fit(
      Optional<Combination> change, ProofSize least, Optional<Combination> smallest) {}

  /**
   * A parameter with another value.
   *
   * @param key the parameter
   * @param from its value, as TOML and JSON write it; null where it is left out
   * @param to the value to give it
   */
  public record Change(Key<Circuit, ?> key, String from, String to) {}

  /**
   * {@return the parameters that suffice alone, each under the regime under which least of it does,
   * in the order in which they are to be proposed}
   */
  public List<Raise> single() {
    List<Goal> goals = new ArrayList<>();
    List<Prepared> starts = new ArrayList<>();
    for (Regime regime : usable) {
      Prepared start = Prepared.of(circuit, List.of(regime));
      if (isQuick(start, regime)) {
        starts.add(start);
        goals.add(new Goal(regime, enough, budget));
      }
    }
    List<Raise> raises = new ArrayList<>();
    for (RaisableKey<?> lever : RaisableKey.of(circuit, maxGrinding)) {
      OptionalLong least =
          IntStream.range(0, starts.size())
              .mapToObj(i -> new LeverSearch(lever, starts.get(i), goals.get(i)).least())
              .flatMapToLong(OptionalLong::stream)
              .min();
      if (least.isPresent() && !budget.isSpent()) {
        long by = least.getAsLong();
        Circuit raised = lever.raise(starts.get(0), by).circuit();
        raises.add(new Raise(lever.key(), lever.text(0), lever.text(by), raised));
      }
    }
    return raises;
  }

  /**
   * {@return what suffices together: queries and proof-of-work, under the regime under which the
   * proof is smallest then; else another layout with them, the least change of those that do; else
   * the same over the field of the least degree that admits one; nothing where none does}
   */
  public Optional<Combination> combined() {
    Field now = circuit.id().field();
    for (int degree = now.degree(); degree <= Field.MAX_DEGREE; degree++) {
      Field field = new Field(now.base(), degree);
      Optional<Combination> least =
          usable.stream()
              .flatMap(regime -> over(field, regime).flatMap(c -> raised(c, regime)).stream())
              .filter(any -> !budget.isSpent())
              .min(Comparator.comparing(c -> c.circuit().decidingSize().worstCaseBits()))
              .or(() -> laidOut(field, FREE, this::raised).findFirst())
              .or(() -> laidOut(field, OF_RATES, this::raised).findFirst());
      if (least.isPresent()) {
        return least;
      }
    }
    return Optional.empty();
  }

  /** The least increase of queries and proof-of-work of a circuit, which is this one otherwise. */
  private Optional<Combination> raised(Circuit other, Regime regime) {
    return searched(other, regime, (start, goal) -> raised(start, goal, levers(other)));
  }

  /** The fewer parameters the better: proof-of-work before queries only where it is needed. */
  private Optional<Combination> raised(Prepared start, Goal goal, List<RaisableKey<?>> levers) {
    List<RaisableKey<?>> fewer =
        levers.stream().filter(lever -> !lever.isWork() || !lever.isOfQueries()).toList();
    List<Change> before = changes(start.circuit());
    return new CombinedSearch(start, fewer, goal)
        .least(before)
        .or(() -> new CombinedSearch(start, levers, goal).least(before));
  }

  /**
   * The change that keeps the errors small enough and brings the proof within a limit: of queries
   * and proof-of-work or, where that is less, of the layout; over this field, or the one of least
   * degree that admits it.
   *
   * @param fits which sizes are within the limit; smaller ones always are as well
   * @param maxDegree the largest degree of the field to try
   * @return the least change, or else the smallest size that was reached; nothing where the errors
   *     are too large however much is changed, or the circuit has no queries
   */
  public Optional<Fit> within(Predicate<ProofSize> fits, int maxDegree) {
    Field now = circuit.id().field();
    List<Fit> all = new ArrayList<>();
    for (int degree = now.degree(); degree <= maxDegree; degree++) {
      Field field = new Field(now.base(), degree);
      if (!all.isEmpty() && field.extensionBits() > USUAL_EXTENSION_BITS) {
        break;
      }
      List<Fit> of = usable.stream().flatMap(r -> sized(fits, field, r).stream()).toList();
      BiFunction<Circuit, Regime, Optional<Combination>> finish =
          (other, regime) -> sized(fits, other, regime).flatMap(Fit::change);
      Optional<Combination> least =
          Stream.concat(
                  of.stream().flatMap(fit -> fit.change().stream()), laidOut(field, FREE, finish))
              .min(LEAST_CHANGE)
              .or(() -> laidOut(field, OF_RATES, finish).min(LEAST_CHANGE));
      all.addAll(of);
      if (least.isPresent()) {
        all.add(new Fit(least, least.get().circuit().decidingSize(), Optional.empty()));
        return Optional.of(new Fit(least, smallest(all).orElseThrow().least(), Optional.empty()));
      }
      usable.forEach(regime -> smallest(field, regime).ifPresent(all::add));
    }
    return smallest(all);
  }

  private static Optional<Fit> smallest(List<Fit> all) {
    return all.stream().min(Comparator.comparing(fit -> fit.least().worstCaseBits()));
  }

  private Optional<Fit> sized(Predicate<ProofSize> fits, Field field, Regime regime) {
    return over(field, regime).flatMap(other -> sized(fits, other, regime));
  }

  private Optional<Fit> sized(Predicate<ProofSize> fits, Circuit other, Regime regime) {
    return searched(
        other,
        regime,
        (start, goal) ->
            new SizeSearch(start, levers(other), goal, fits).find(changes(start.circuit())));
  }

  private Optional<Fit> smallest(Field field, Regime regime) {
    return over(field, regime)
        .flatMap(other -> layouts.smallest(other, regime))
        .flatMap(found -> sized(any -> false, found, regime));
  }

  /** Changes of some parts, one by one; none where all of them together do not do. */
  private Stream<Combination> laidOut(
      Field field,
      List<Set<Part>> some,
      BiFunction<Circuit, Regime, Optional<Combination>> finish) {
    return usable.stream()
        .filter(Regime::isProven)
        .flatMap(
            regime ->
                over(field, regime).stream()
                    .filter(other -> layouts.with(other, regime, most(some)).isPresent())
                    .flatMap(
                        other ->
                            some.stream()
                                .flatMap(parts -> layouts.with(other, regime, parts).stream())
                                .flatMap(laidOut -> finish.apply(laidOut, regime).stream())));
  }

  private static Set<Part> most(List<Set<Part>> some) {
    return some.get(some.size() - 1);
  }

  /** A search from a circuit; nothing where it contradicts itself, or the search is cut short. */
  private <T> Optional<T> searched(
      Circuit other, Regime regime, BiFunction<Prepared, Goal, Optional<T>> search) {
    try {
      return search
          .apply(Prepared.of(other, List.of(regime)), new Goal(regime, enough, budget))
          .filter(any -> !budget.isSpent());
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  private List<RaisableKey<?>> levers(Circuit other) {
    return RaisableKey.of(other, maxGrinding);
  }

  /**
   * Whether a search, which certifies hundreds of circuits, ends soon: not where the regime chooses
   * anew for each of them and their errors are beyond the range of doubles.
   */
  private static boolean isQuick(Prepared prepared, Regime regime) {
    return prepared.keepsBounds(regime)
        || prepared.circuit().id().field().extensionBits() < Double.MAX_EXPONENT;
  }

  /** The circuit over a field; nothing where there is none, or a search would take too long. */
  private Optional<Circuit> over(Field field, Regime regime) {
    try {
      return Optional.of(Prepared.of(circuit, List.of(regime)))
          .filter(start -> isQuick(start, regime) && !budget.isSpent())
          .map(start -> CommonKeys.FIELD.with(circuit, field));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  /** What is another value in a circuit that is this one otherwise, the field first. */
  private List<Change> changes(Circuit other) {
    List<Change> changes = new ArrayList<>();
    Stream.concat(Stream.of(CommonKeys.FIELD), circuit.keys().stream())
        .filter(key -> !key.get(circuit).equals(key.get(other)))
        .map(key -> new Change(key, spelled(key.get(circuit)), spelled(key.get(other))))
        .forEach(changes::add);
    return changes;
  }

  private static String spelled(Object value) {
    return value instanceof Optional<?> some
        ? some.map(Spelling::of).orElse("null")
        : Spelling.of(value);
  }
}
