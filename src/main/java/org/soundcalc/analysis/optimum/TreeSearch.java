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

  TreeOptimum search(List<Part> parts) {
    List<CircuitOptimum> least = each(parts, i -> at(parts.get(i), leastBits(i)));
    if (least.stream().anyMatch(circuit -> circuit.best().isEmpty())) {
      return new TreeOptimum(bits, least, today, Optional.empty());
    }
    List<List<Step>> steps =
        each(
            parts,
            i -> {
              List<Step> its = steps(parts.get(i), least.get(i), i);
              progress.run();
              return its;
            });
    return Allotment.of(
            steps.stream().map(each -> each.stream().map(Step::option).toList()).toList(),
            1 << LOG_UNITS)
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
  private List<Step> steps(Part part, CircuitOptimum least, int index) {
    Optimizer optimizer = part.optimizer();
    List<Step> steps = new ArrayList<>();
    Optional<Optimum.Found> found = Optional.of((Optimum.Found) least.optimum());
    while (found.isPresent()) {
      steps.add(step(least, found.get(), index));
      // what costs least at its own bits does so at all fewer ones
      long next = found.get().best().bits() + 1;
      found =
          next > mostBits()
              ? Optional.empty()
              : optimizer.find(part.space(), part.aim().with(next));
    }
    optimizer
        .today(part.space(), part.aim())
        .map(now -> new Optimum.Found(now, List.of(), false, NO_EFFORT))
        .ifPresent(now -> steps.add(step(least, now, index)));
    return steps;
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

  private TreeOptimum certified(List<List<Step>> steps, List<Integer> places, Optional<Cut> cut) {
    List<CircuitOptimum> chosen = new ArrayList<>();
    List<Circuit> circuits = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      CircuitOptimum its = steps.get(i).get(places.get(i)).optimum();
      chosen.add(its.with(effort(steps.get(i), cut)));
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

  private static Effort effort(List<Step> steps, Optional<Cut> cut) {
    List<Effort> each = steps.stream().map(step -> step.optimum().optimum().effort()).toList();
    return new Effort(
        each.get(0).configurations(),
        each.stream().mapToLong(Effort::terms).sum(),
        each.stream().mapToLong(Effort::edges).sum(),
        cut,
        OptionalDouble.empty());
  }

  /** Of those circuits that could not have more bits, why. */
  private TreeOptimum without(List<Part> parts, List<List<Step>> steps) {
    List<CircuitOptimum> circuits =
        each(
            parts,
            i -> {
              Step most =
                  steps.get(i).stream()
                      .max((some, other) -> Long.compare(bits(some), bits(other)))
                      .orElseThrow();
              return bits(most) < mostBits() ? at(parts.get(i), bits(most) + 1) : most.optimum();
            });
    return new TreeOptimum(bits, circuits, today, Optional.empty());
  }

  private static long bits(Step step) {
    return step.optimum().aim().bits();
  }
}
