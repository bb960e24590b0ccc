package org.soundcalc.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;

/**
 * What can be raised in a circuit until its errors are small enough: one parameter, or where none
 * does alone, several.
 *
 * @param circuit whose errors are too large
 * @param usable the regimes under which they may be small enough
 * @param maxGrinding the most bits of proof-of-work to raise a site to, ≥ 0
 * @param enough whether a circuit will do under a regime; smaller errors always do as well
 * @param budget what the searches may certify; where it is spent, nothing more is found
 */
public record ParameterRemedies(
    Circuit circuit,
    List<Regime> usable,
    long maxGrinding,
    BiPredicate<Prepared, Regime> enough,
    Budget budget) {

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
   */
  public record Combination(List<Change> changes, Circuit circuit) {}

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
   * @param from its value, as TOML and JSON write it
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
   * {@return the least increase of queries and proof-of-work that suffices; where none does, with
   * the least degree of the field that admits one; nothing where even the largest does not} Of
   * several regimes the one under which the proof is smallest in the worst case.
   */
  public Optional<Combination> combined() {
    Field field = circuit.id().field();
    for (int degree = field.degree(); degree <= Field.MAX_DEGREE; degree++) {
      Field larger = new Field(field.base(), degree);
      Optional<Combination> least =
          usable.stream()
              .flatMap(regime -> over(larger, regime).stream())
              .filter(any -> !budget.isSpent())
              .min(Comparator.comparing(c -> c.circuit().decidingSize().worstCaseBits()));
      if (least.isPresent()) {
        return least;
      }
    }
    return Optional.empty();
  }

  /**
   * The change of queries and proof-of-work that keeps the errors small enough and brings the proof
   * within a limit; over this field, or the one of least degree that admits it.
   *
   * @param fits which sizes are within the limit; smaller ones always are as well
   * @param maxDegree the largest degree of the field to try
   * @return the first change, or else the smallest size that was reached; nothing where the errors
   *     are too large however much is changed, or the circuit has no queries
   */
  public Optional<Fit> within(Predicate<ProofSize> fits, int maxDegree) {
    Field field = circuit.id().field();
    Optional<Fit> smallest = Optional.empty();
    for (int degree = field.degree(); degree <= maxDegree; degree++) {
      Field larger = new Field(field.base(), degree);
      for (Regime regime : usable) {
        Optional<Fit> found = within(fits, larger, regime).filter(any -> !budget.isSpent());
        if (found.filter(fit -> fit.change().isPresent()).isPresent()) {
          return found;
        }
        smallest =
            Stream.concat(smallest.stream(), found.stream())
                .min(Comparator.comparing(fit -> fit.least().worstCaseBits()));
      }
    }
    return smallest;
  }

  private Optional<Fit> within(Predicate<ProofSize> fits, Field field, Regime regime) {
    Goal goal = new Goal(regime, enough, budget);
    try {
      return prepared(field, regime)
          .map(start -> new SizeSearch(start, levers(start), goal, fits))
          .flatMap(search -> search.find(change(field).stream().toList()));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  private List<RaisableKey<?>> levers(Prepared start) {
    return RaisableKey.of(start.circuit(), maxGrinding);
  }

  /**
   * Whether a search, which certifies hundreds of circuits, ends soon: not where the regime chooses
   * anew for each of them and their errors are beyond the range of doubles.
   */
  private static boolean isQuick(Prepared prepared, Regime regime) {
    return prepared.keepsBounds(regime)
        || prepared.circuit().id().field().extensionBits() < Double.MAX_EXPONENT;
  }

  private Optional<Combination> over(Field field, Regime regime) {
    Goal goal = new Goal(regime, enough, budget);
    try {
      return prepared(field, regime)
          .map(start -> new CombinedSearch(start, levers(start), goal))
          .flatMap(search -> search.least(change(field).stream().toList()));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  /** The circuit over a field; nothing where a search would take too long. */
  private Optional<Prepared> prepared(Field field, Regime regime) {
    return Optional.of(Prepared.of(circuit, List.of(regime)))
        .filter(start -> isQuick(start, regime) && !budget.isSpent())
        .map(start -> start.with(CommonKeys.FIELD, field));
  }

  private Optional<Change> change(Field field) {
    Field now = circuit.id().field();
    return field.equals(now)
        ? Optional.empty()
        : Optional.of(new Change(CommonKeys.FIELD, Spelling.of(now), Spelling.of(field)));
  }
}
