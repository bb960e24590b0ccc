package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Regime;
import org.soundcalc.search.Prepared;

/**
 * What brings a zkVM's final proof within its limit, and breaks no other requirement that is met.
 *
 * @param estimate the zkVM
 * @param requirements what it must meet
 * @param tree its tree of proofs, where that is asked about
 * @param remedies what helps
 */
record SizeRemedies(
    ZkvmEstimate estimate,
    Requirements requirements,
    Optional<TreeEstimate> tree,
    Remedies remedies) {

  /** Of a final proof above its limit. */
  List<SizeRemedy> of(SizeLimit limit, Finding.Bits bits) {
    if (limit.admits(estimate.decidingSize())) {
      return List.of();
    }
    List<RegimeResult.Figures> counted = counted(bits);
    return counted.isEmpty() ? List.of() : remedies.within(limit, counted, also());
  }

  /**
   * Its figures that may count: of the regime that the figure rests on, of the one that it lacks
   * bits in, and of others under which every other circuit has enough.
   */
  private List<RegimeResult.Figures> counted(Finding.Bits bits) {
    List<RegimeResult.Figures> counted = new ArrayList<>();
    bits.standing().ifPresent(standing -> counted.add(standing.figures().get(last())));
    Stream.concat(
            bits.shortfalls().stream()
                .filter(this::isFinal)
                .flatMap(shortfall -> shortfall.figures().stream()),
            estimate.last().figures().filter(f -> f.regime().isProven() && mayDecide(f.regime())))
        .filter(other -> counted.stream().noneMatch(f -> f.regime().equals(other.regime())))
        .forEach(counted::add);
    return counted;
  }

  private boolean mayDecide(Regime regime) {
    return remedies.mayRestOn(regime)
        && estimate.circuits().subList(0, last()).stream()
            .allMatch(
                circuit ->
                    circuit.under(regime).stream()
                        .anyMatch(figures -> figures.bits() >= requirements.minBits()));
  }

  /** Adds what lifts the final circuit and keeps the limit, where each remedy breaks it. */
  Finding.Bits within(Finding.Bits bits) {
    return new Finding.Bits(
        bits.required(),
        bits.standing(),
        bits.shortfalls().stream().map(shortfall -> within(shortfall, bits)).toList());
  }

  private Finding.Shortfall within(Finding.Shortfall shortfall, Finding.Bits bits) {
    boolean areBreaking =
        isFinal(shortfall)
            && shortfall.figures().isPresent()
            && !shortfall.remedies().isEmpty()
            && shortfall.remedies().stream().allMatch(SizeRemedies::isBreaking);
    return areBreaking
        ? shortfall.with(
            remedies
                .within(requirements.maxProofSize().orElseThrow(), counted(bits), also())
                .get(0))
        : shortfall;
  }

  private static boolean isBreaking(Remedy remedy) {
    return (remedy instanceof Remedy.Raise raise && raise.cost().breaksLimit())
        || (remedy instanceof Remedy.Combined combined && combined.cost().breaksLimit());
  }

  private boolean isFinal(Finding.Shortfall shortfall) {
    return shortfall.index() == last();
  }

  private int last() {
    return estimate.circuits().size() - 1;
  }

  /** What the circuit with fewer queries must still do. */
  private BiPredicate<Prepared, Regime> also() {
    long required = requirements.minBits();
    boolean isTree =
        tree.flatMap(TreeEstimate::figure).filter(f -> f.bits() >= required).isPresent();
    boolean isSent =
        required > 0 && requirements.nonInteractive() && isEnough(estimate.last().nonInteractive());
    return (prepared, regime) ->
        (!isTree || tree.orElseThrow().bitsWith(last(), prepared.terms(regime)) >= required)
            && (!isSent
                || NonInteractive.isReached(
                    prepared.terms(regime),
                    Math.toIntExact(required),
                    prepared.circuit().id().hashBits()));
  }

  private boolean isEnough(Optional<NonInteractive> figure) {
    return figure.filter(its -> its.bits() >= requirements.minBits()).isPresent();
  }
}
