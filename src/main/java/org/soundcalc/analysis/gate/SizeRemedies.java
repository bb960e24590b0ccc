package org.soundcalc.analysis.gate;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
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
    if (limit.admits(estimate.proofSize())) {
      return List.of();
    }
    Optional<RegimeResult.Figures> lacking =
        bits.shortfalls().stream()
            .filter(this::isFinal)
            .flatMap(shortfall -> shortfall.figures().stream())
            .findFirst();
    return lacking
        .or(() -> bits.standing().map(standing -> standing.figures().get(last())))
        .map(figures -> remedies.within(limit, figures, also()))
        .orElse(List.of());
  }

  /** Adds what lifts the final circuit and keeps the limit, where each remedy breaks it. */
  Finding.Bits within(Finding.Bits bits) {
    return new Finding.Bits(
        bits.required(), bits.standing(), bits.shortfalls().stream().map(this::within).toList());
  }

  private Finding.Shortfall within(Finding.Shortfall shortfall) {
    boolean areBreaking =
        isFinal(shortfall)
            && shortfall.figures().isPresent()
            && !shortfall.remedies().isEmpty()
            && shortfall.remedies().stream().allMatch(SizeRemedies::isBreaking);
    return areBreaking
        ? shortfall.with(
            remedies
                .within(
                    requirements.maxProofSize().orElseThrow(),
                    shortfall.figures().orElseThrow(),
                    also())
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
