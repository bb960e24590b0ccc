package org.soundcalc.analysis.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Rate;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.optimum.Aim;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Effort;
import org.soundcalc.search.optimum.Optimizer;
import org.soundcalc.search.optimum.Optimum;
import org.soundcalc.search.optimum.Point;
import org.soundcalc.search.optimum.Space;

/**
 * A circuit as it is, and what it could be.
 *
 * @param circuit as it is
 * @param today the same, with its bits; nothing where no regime asked for covers it
 * @param space what was moved
 * @param aim what was wanted
 * @param optimum what was found
 * @param steps what other rates give, limits apart
 */
public record CircuitOptimum(
    Circuit circuit,
    Optional<Point> today,
    Space space,
    Aim aim,
    Optimum optimum,
    List<Step> steps) {
  /**
   * A rate, and the best that there is at it.
   *
   * @param rate ρ
   * @param point with the bits that are wanted, the limits on costs apart
   */
  public record Step(Rate rate, Point point) {}

  /**
   * A parameter with another value.
   *
   * @param key the parameter
   * @param from its value, as TOML and JSON write it; nothing where it is left out
   * @param to the other value
   */
  public record Change(Key<Circuit, ?> key, Optional<String> from, Optional<String> to) {}

  /**
   * Looks for what a circuit could be.
   *
   * @param optimizer which circuit, under which regimes
   * @param space what may move
   * @param aim what is wanted
   * @return what was found
   */
  public static CircuitOptimum of(Optimizer optimizer, Space space, Aim aim) {
    return of(optimizer, space, aim, optimizer.search(space, aim));
  }

  private static CircuitOptimum of(Optimizer optimizer, Space space, Aim aim, Optimum optimum) {
    return new CircuitOptimum(
        optimizer.circuit(), optimizer.today(), space, aim, optimum, List.of());
  }

  /**
   * Looks for all that no other configuration of a circuit beats on every axis of an aim.
   *
   * @param optimizer which circuit, under which regimes
   * @param space what may move
   * @param aim what is wanted, on several axes
   * @param axes how many of the aim's count, the first: others have limits alone
   * @param resolution by how much two of them differ at least on some axis, such as 0.05
   * @return what was found
   */
  public static CircuitOptimum front(
      Optimizer optimizer, Space space, Aim aim, int axes, double resolution) {
    return of(optimizer, space, aim, optimizer.front(space, aim, axes, resolution));
  }

  /**
   * {@return the same of a circuit that differs in nothing that counts, as in its name}
   *
   * @param other the circuit
   */
  public CircuitOptimum of(Circuit other) {
    if (other.equals(circuit)) {
      return this;
    }
    return new CircuitOptimum(
        other,
        today.map(point -> point.of(other)),
        space,
        aim,
        optimum.of(other),
        steps.stream().map(step -> new Step(step.rate, step.point.of(other))).toList());
  }

  /** {@return configurations that no other one beats; empty where a single axis counts} */
  public List<Point> front() {
    return optimum instanceof Optimum.Found found ? found.front() : List.of();
  }

  /**
   * {@return the same, with what other rates give, so far as there is time}
   *
   * @param optimizer of this circuit
   */
  public CircuitOptimum withSteps(Optimizer optimizer) {
    Optional<FoldingDesign> design = circuit.foldingDesign();
    if (design.isEmpty()
        || aim.least() != Axis.PROOF_SIZE
        || !(optimum instanceof Optimum.Found)
        || !space.moves(design.get().rateKey())) {
      return this;
    }
    List<Step> others = new ArrayList<>();
    for (Rate rate : space.<Rate>values(design.get().rateKey(), design.get().layout().rate())) {
      Space its = space.with(design.get().rateKey(), List.of(rate));
      if (optimizer.search(its, aim.unlimited()) instanceof Optimum.Found found
          && !found.effort().isCut()) {
        others.add(new Step(rate, found.best()));
      }
    }
    return new CircuitOptimum(circuit, today, space, aim, optimum, List.copyOf(others));
  }

  /** The same, where more was searched than this. */
  CircuitOptimum with(Effort effort) {
    Optimum whole =
        optimum instanceof Optimum.Found found
            ? new Optimum.Found(
                found.best(), found.front(), found.optimal() && !effort.isCut(), effort)
            : new Optimum.None(((Optimum.None) optimum).reasons(), effort);
    return new CircuitOptimum(circuit, today, space, aim, whole, steps);
  }

  /** {@return the best configuration; nothing where there is none} */
  public Optional<Point> best() {
    return optimum instanceof Optimum.Found found ? Optional.of(found.best()) : Optional.empty();
  }

  /**
   * {@return the certified figures of a configuration under its regime}
   *
   * @param point a configuration of this circuit
   */
  public static RegimeResult.Figures figures(Point point) {
    return new Estimator(List.of(point.regime())).estimate(point.circuit()).best().orElseThrow();
  }

  /** {@return the keys that the search could move, in the order of the reference} */
  public List<Key<Circuit, ?>> moved() {
    List<Key<Circuit, ?>> moved = new ArrayList<>(Space.keys(circuit));
    moved.removeIf(key -> !space.moves(key) && !Space.inLayout(circuit, key));
    return moved;
  }

  /** {@return what is another value in the best configuration, in the order of the reference} */
  public List<Change> changes() {
    return best().map(point -> changes(point.circuit())).orElse(List.of());
  }

  /**
   * {@return what is another value in a configuration}
   *
   * @param other of this circuit
   */
  public List<Change> changes(Circuit other) {
    List<Change> changes = new ArrayList<>();
    for (Key<Circuit, ?> key : Space.keys(circuit)) {
      Optional<String> from = spelled(key, circuit);
      Optional<String> to = spelled(key, other);
      if (!from.equals(to)) {
        changes.add(new Change(key, from, to));
      }
    }
    return changes;
  }

  /**
   * {@return the value that a circuit has of a key, as TOML and JSON write it; nothing where it is
   * left out}
   *
   * @param key one of the circuit
   * @param circuit any that has it
   */
  public static Optional<String> spelled(Key<Circuit, ?> key, Circuit circuit) {
    return key.get(circuit) instanceof Optional<?> some
        ? some.map(Spelling::of)
        : Optional.of(Spelling.of(key.get(circuit)));
  }
}
