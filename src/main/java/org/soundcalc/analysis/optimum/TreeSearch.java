package org.soundcalc.analysis.optimum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.optimum.TreeOptimum.Part;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Zkvm;
import org.soundcalc.search.optimum.Aim;
import org.soundcalc.search.optimum.Allotment;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Cut;
import org.soundcalc.search.optimum.Effort;
import org.soundcalc.search.optimum.Optimizer;
import org.soundcalc.search.optimum.Optimum;
import org.soundcalc.search.optimum.Point;

/**
 * Allots the error of a tree to its circuits: each is searched at every number of bits that may
 * serve, and of these configurations those are chosen whose errors, N·ε each, are 2^-B together at
 * most and which cost least.
 *
 * @param zkvm as it is
 * @param today its tree
 * @param regimes under which bits count, proven ones
 * @param bits B, which are wanted of the tree
 * @param least what is to cost least of the tree
 * @param progress is told of every circuit that is done, by several threads
 */
record TreeSearch(
    Zkvm zkvm, TreeEstimate today, List<Regime> regimes, long bits, Axis least, Runnable progress) {
  /** Errors are counted in units of 2^-(B + 16), rounded up. */
  private static final int LOG_UNITS = 16;

  private static final Effort NO_EFFORT = new Effort(BigDecimal.ZERO, 0, 0);

  /** A configuration of a circuit, with its error and what it costs. */
  private record Step(CircuitOptimum optimum, Allotment.Option option) {}

  /**
   * What may serve a circuit.
   *
   * @param all at least one
   * @param cut why one of the searches for them ended before all was searched, the last of them
   *     too, which found nothing
   */
  private record Steps(List<Step> all, Optional<Cut> cut) {
    List<Allotment.Option> options() {
      return all.stream().map(Step::option).toList();
    }

    /** What all of the searches went through. */
    Effort effort(Optional<Cut> ofAll) {
      List<Effort> each = all.stream().map(step -> step.optimum().optimum().effort()).toList();
      return new Effort(
          each.get(0).configurations(),
          each.stream().mapToLong(Effort::terms).sum(),
          each.stream().mapToLong(Effort::edges).sum(),
          ofAll.or(() -> cut),
          OptionalDouble.empty());
    }
  }

  TreeOptimum search(List<Part> parts) {
    List<CircuitOptimum> least = each(parts, i -> at(parts.get(i), leastBits(i)));
    if (least.stream().anyMatch(circuit -> circuit.best().isEmpty())) {
      return new TreeOptimum(bits, least, today, Optional.empty());
    }
    List<Steps> steps =
        each(
            parts,
            i -> {
              Steps its = steps(parts.get(i), least.get(i), i);
              progress.run();
              return its;
            });
    return Allotment.of(steps.stream().map(Steps::options).toList(), 1 << LOG_UNITS)
        .map(places -> certified(steps, places, parts.get(0).optimizer().deadline().cut()))
        .orElseGet(() -> without(parts, steps));
  }

  /** Circuits have nothing to do with each other: on all cores, in their order. */
  private static <T> List<T> each(List<Part> parts, IntFunction<T> search) {
    return IntStream.range(0, parts.size()).parallel().mapToObj(search).toList();
  }

  private BigInteger proofs(int index) {
    return today.branches().get(index).proofs();
  }

  /** With fewer bits, all proofs of a circuit together have too few. */
  private long leastBits(int index) {
    return bits == 0 ? 0 : bits + proofs(index).bitLength() - 1;
  }

  /** The error of all proofs of a circuit; whatever it is, a tree has no fewer bits than none. */
  private BigInteger units(Circuit circuit, int index) {
    return bits == 0
        ? BigInteger.ZERO
        : TreeEstimate.error(
            new Estimator(regimes).estimate(circuit), proofs(index), bits + LOG_UNITS);
  }

  /** With so many bits, every circuit may have as many: half of the error is left then. */
  private long mostBits() {
    return bits + today.proofs().subtract(BigInteger.ONE).bitLength() + 1;
  }

  private CircuitOptimum at(Part part, long target) {
    return CircuitOptimum.of(part.optimizer(), part.space(), part.aim().with(target));
  }

  /** What costs least at each number of bits, and the circuit as it is where that may be. */
  private Steps steps(Part part, CircuitOptimum least, int index) {
    Optimizer optimizer = part.optimizer();
    List<Step> steps = new ArrayList<>();
    Optional<Optimum.Found> found = Optional.of((Optimum.Found) least.optimum());
    Optional<Cut> cut = least.optimum().effort().cut();
    while (found.isPresent()) {
      steps.add(step(least, found.get(), index));
      // what costs least at its own bits does so at all fewer ones
      long next = found.get().best().bits() + 1;
      Optimizer.Outcome outcome =
          next > mostBits()
              ? new Optimizer.Outcome(Optional.empty(), Optional.empty())
              : optimizer.outcome(part.space(), part.aim().with(next));
      found = outcome.found();
      cut = cut.or(outcome::cut);
    }
    optimizer
        .today(part.space(), part.aim())
        .map(now -> new Optimum.Found(now, List.of(), isLeast(now, steps), NO_EFFORT))
        .ifPresent(now -> steps.add(step(least, now, index)));
    return new Steps(steps, cut);
  }

  /** Whether nothing with as many bits costs less: the first step that has them tells. */
  private static boolean isLeast(Point now, List<Step> steps) {
    return steps.stream()
        .filter(step -> bits(step) >= now.bits())
        .findFirst()
        .filter(step -> ((Optimum.Found) step.optimum().optimum()).optimal())
        .map(Step::optimum)
        .filter(
            its -> {
              Aim aim = its.aim();
              double least = aim.cost(its.best().orElseThrow().circuit(), aim.least());
              return aim.cost(now.circuit(), aim.least()) == least;
            })
        .isPresent();
  }

  private Step step(CircuitOptimum of, Optimum.Found found, int index) {
    Point point = found.best();
    Aim aim = of.aim().with(point.bits());
    BigInteger units = units(point.circuit(), index);
    return new Step(
        new CircuitOptimum(of.circuit(), of.today(), of.space(), aim, found, List.of()),
        new Allotment.Option(
            units.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact(),
            cost(aim, point.circuit(), index),
            proofs(index).doubleValue() * finite(aim.cost(point.circuit(), Axis.PROVER))));
  }

  /** What counts of a circuit: of those of the final proof its own alone. */
  private double cost(Aim aim, Circuit circuit, int index) {
    double cost = finite(aim.cost(circuit, least));
    return switch (least) {
      case PROOF_SIZE, VERIFIER -> index == zkvm.circuits().size() - 1 ? cost : 0;
      case PROVER, GRINDING -> proofs(index).doubleValue() * cost;
      case MEMORY -> cost;
    };
  }

  /** A proof system that says no costs has none that differ. */
  private static double finite(double cost) {
    return Double.isNaN(cost) ? 0 : cost;
  }

  private TreeOptimum certified(List<Steps> steps, List<Integer> places, Optional<Cut> cut) {
    List<CircuitOptimum> chosen = new ArrayList<>();
    List<Circuit> circuits = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      CircuitOptimum its = steps.get(i).all().get(places.get(i)).optimum();
      chosen.add(its.with(steps.get(i).effort(cut)));
      circuits.add(its.best().orElseThrow().circuit());
    }
    TreeEstimate tree =
        TreeEstimate.of(new Estimator(regimes).estimate(zkvm.with(circuits))).orElseThrow();
    if (tree.figure().filter(figure -> figure.bits() >= bits).isEmpty()) {
      throw new IllegalStateException(
          "the allotment promised %d bits, the estimate of the tree is %s"
              .formatted(bits, tree.figure()));
    }
    return new TreeOptimum(bits, chosen, today, Optional.of(tree));
  }

  /** Of those circuits that could not have more bits, why. */
  private TreeOptimum without(List<Part> parts, List<Steps> steps) {
    List<CircuitOptimum> circuits =
        each(
            parts,
            i -> {
              Step most =
                  steps.get(i).all().stream()
                      .max((some, other) -> Long.compare(bits(some), bits(other)))
                      .orElseThrow();
              CircuitOptimum its =
                  bits(most) < mostBits() ? at(parts.get(i), bits(most) + 1) : most.optimum();
              Effort effort = its.optimum().effort();
              return steps.get(i).cut().filter(why -> !effort.isCut()).isPresent()
                  ? its.with(effort.cut(steps.get(i).cut().get(), OptionalDouble.empty()))
                  : its;
            });
    return new TreeOptimum(bits, circuits, today, Optional.empty());
  }

  private static long bits(Step step) {
    return step.optimum().aim().bits();
  }
}
