package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Budget;
import org.soundcalc.search.Layouts;

/**
 * The layouts that an optimizer finds, of circuits whose commitment stays with one code. It knows
 * no sizes as sent, so that of proofs that are limited by these it finds nothing.
 *
 * @param aim the bits and the size that are wanted
 * @param maxGrinding the most bits of proof-of-work at a site, ≥ 0
 * @param budget what the searches may certify and follow; once it is spent, they find nothing
 */
public record OptimalLayouts(Aim aim, long maxGrinding, Budget budget) implements Layouts {
  @Override
  public Optional<Circuit> with(Circuit circuit, Regime regime, Set<Part> parts) {
    return design(circuit)
        .flatMap(
            design -> {
              Space space = space(circuit, design, parts);
              return parts.contains(Part.RATE)
                  ? nearest(circuit, design, regime, space)
                  : search(circuit, design, regime, space, aim);
            });
  }

  /** At the rate next to that of today: each step costs the prover as much again. */
  private Optional<Circuit> nearest(
      Circuit circuit, FoldingDesign design, Regime regime, Space space) {
    int now = design.layout().rate().log2Inverse();
    List<Rate> rates = new ArrayList<>(space.values(design.rateKey(), design.layout().rate()));
    rates.sort(Comparator.comparingInt(rate -> Math.abs(rate.log2Inverse() - now)));
    return search(circuit, design, regime, space, aim)
        .flatMap(
            any ->
                rates.stream()
                    .map(rate -> space.with(design.rateKey(), List.of(rate)))
                    .flatMap(its -> search(circuit, design, regime, its, aim).stream())
                    .findFirst());
  }

  /** Its layout, with the queries and proof-of-work of today. */
  private static Circuit laidOut(FoldingDesign design, Circuit found) {
    Layout now = design.layout();
    Layout other = found.foldingDesign().orElseThrow().layout();
    return design.with(
        new Layout(
            other.rate(),
            now.queries(),
            other.logFactors(),
            other.gap(),
            now.grindingQueries(),
            now.grindingFolds()));
  }

  @Override
  public Optional<Circuit> smallest(Circuit circuit, Regime regime) {
    return design(circuit)
        .flatMap(
            design -> {
              Space space = space(circuit, design, Set.of(Part.values()));
              return search(circuit, design, regime, space, aim.unlimited());
            });
  }

  private static Optional<FoldingDesign> design(Circuit circuit) {
    return circuit.isSizedAsSent() ? Optional.empty() : circuit.foldingDesign();
  }

  private Space space(Circuit circuit, FoldingDesign design, Set<Part> parts) {
    Set<String> fixed = new HashSet<>();
    if (!parts.contains(Part.LEVERS)) {
      fixed.add(design.queriesKey().label());
    }
    if (!parts.contains(Part.GAP)) {
      design.gapKey().ifPresent(key -> fixed.add(key.label()));
    }
    if (!parts.contains(Part.FOLDS)) {
      fixed.add(design.factorsKey().label());
    }
    if (!parts.contains(Part.RATE)) {
      fixed.add(design.rateKey().label());
    }
    Space space = new SpaceRequest(Extent.TUNED, Map.of(), fixed, OptionalLong.empty()).of(circuit);
    for (Key<Circuit, ?> key : circuit.keys()) {
      if (Sites.isSite(key)) {
        space =
            parts.contains(Part.LEVERS) ? space.with(key, work(key, circuit)) : space.without(key);
      }
    }
    return space;
  }

  /** A site that has more than is allowed keeps it. */
  @SuppressWarnings("unchecked") // the type of integers
  private List<Long> work(Key<Circuit, ?> key, Circuit circuit) {
    long now = ((Key<Circuit, Long>) key).get(circuit);
    return LongStream.rangeClosed(0, Math.max(maxGrinding, now)).boxed().toList();
  }

  private Optional<Circuit> search(
      Circuit circuit, FoldingDesign design, Regime regime, Space space, Aim wanted) {
    return new Optimizer(circuit, List.of(regime))
        .find(space, wanted, budget)
        .map(point -> laidOut(design, point.circuit()));
  }
}
