package org.soundcalc.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.InvalidConfiguration;
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
 */
public record ParameterRemedies(
    Circuit circuit, List<Regime> usable, long maxGrinding, BiPredicate<Prepared, Regime> enough) {

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
    List<LeverSearch.Start> starts =
        usable.stream()
            .map(regime -> new LeverSearch.Start(circuit, regime))
            .filter(start -> isQuick(start.prepared(), start.regime()))
            .toList();
    List<Raise> raises = new ArrayList<>();
    for (RaisableKey<?> lever : RaisableKey.of(circuit, maxGrinding)) {
      least(lever, starts).ifPresent(raises::add);
    }
    return raises;
  }

  private Optional<Raise> least(RaisableKey<?> lever, List<LeverSearch.Start> starts) {
    return starts.stream()
        .map(start -> new LeverSearch(lever, start, enough).least())
        .flatMap(increment -> increment.stream().boxed())
        .min(Comparator.naturalOrder())
        .map(
            increment ->
                new Raise(
                    lever.key(),
                    lever.text(0),
                    lever.text(increment),
                    lever.raise(starts.get(0).prepared(), increment).circuit()));
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
              .min(Comparator.comparing(c -> c.circuit().proofSize().worstCaseBits()));
      if (least.isPresent()) {
        return least;
      }
    }
    return Optional.empty();
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
    Prepared prepared;
    try {
      prepared = Prepared.of(circuit, List.of(regime));
      if (!isQuick(prepared, regime)) {
        return Optional.empty();
      }
      prepared = prepared.with(CommonKeys.FIELD, field);
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
    Optional<Change> change =
        Optional.of(
                new Change(CommonKeys.FIELD, Spelling.of(circuit.id().field()), Spelling.of(field)))
            .filter(any -> !field.equals(circuit.id().field()));
    List<RaisableKey<?>> levers = RaisableKey.of(prepared.circuit(), maxGrinding);
    return new CombinedSearch(prepared, regime, levers, enough).least(change);
  }
}
