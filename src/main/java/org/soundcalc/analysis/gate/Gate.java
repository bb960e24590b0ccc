package org.soundcalc.analysis.gate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.StatedSize;

/** Checks zkVMs against requirements. */
public final class Gate {
  private final Requirements requirements;
  private final List<Regime> asked;
  private final List<Regime> known;

  /**
   * A gate.
   *
   * @param requirements what is asked of each zkVM
   * @param asked the regimes that its figures are estimated under
   * @param known every regime there is: one that was not asked for may prove more
   */
  public Gate(Requirements requirements, List<Regime> asked, List<Regime> known) {
    this.requirements = requirements;
    this.asked = List.copyOf(asked);
    this.known = List.copyOf(known);
  }

  /**
   * Checks a zkVM. Where its tree is asked about, its file must have a recursion.
   *
   * @param estimate its figures under the regimes asked for
   * @param ofFile what its file says beyond what is modelled
   * @return whether it passes, with one finding a requirement
   */
  public Verdict check(ZkvmEstimate estimate, List<CircuitCaveat> ofFile) {
    long required = requirements.minBits();
    Remedies remedies = new Remedies(estimate, asked, known, requirements);
    List<Finding> findings = new ArrayList<>();
    Optional<TreeEstimate> tree =
        requirements.recursion() ? TreeEstimate.of(estimate) : Optional.empty();
    SizeRemedies sizes = new SizeRemedies(estimate, requirements, tree, remedies);
    Finding.Bits bits = sizes.within(bits(estimate, remedies));
    findings.add(bits);
    if (requirements.nonInteractive()) {
      findings.add(
          Finding.Sent.of(estimate, required, new SentRemedies(estimate, required, remedies)));
    }
    tree.map(its -> new TreeShortfalls(its, required, remedies).finding()).ifPresent(findings::add);
    requirements
        .maxProofSize()
        .map(
            limit ->
                new Finding.Size(
                    limit,
                    estimate.last().name(),
                    estimate.decidingSize(),
                    estimate.isSizedAsSent() ? Sizes.SENT : Sizes.SOUNDCALC,
                    estimate.otherSize(),
                    measured(estimate),
                    sizes.of(limit, bits)))
        .ifPresent(findings::add);
    List<CircuitCaveat> caveats =
        new ArrayList<>(new Caveats(estimate, required).of(bits.standing()));
    caveats.addAll(ofFile);
    if (requirements.strict()) {
      findings.add(strict(bits, List.copyOf(caveats), estimate, remedies));
    }
    return new Verdict(
        estimate,
        List.copyOf(findings),
        List.copyOf(caveats),
        requirements.milestone().map(any -> RecursionDescription.of(estimate.zkvm())));
  }

  private Finding.NoCaveats strict(
      Finding.Bits bits, List<CircuitCaveat> caveats, ZkvmEstimate estimate, Remedies remedies) {
    Set<Caveat.Kind> kinds =
        caveats.stream().map(its -> its.caveat().kind()).collect(Collectors.toSet());
    Optional<Remedy.Ask> ask = withoutCaveats(bits, remedies);
    boolean isOfRegime = kinds.stream().anyMatch(Requirements::isOfRegime);
    CaveatRemedies.Found found =
        kinds.contains(Caveat.Kind.GRINDING) || (isOfRegime && ask.isEmpty())
            ? new CaveatRemedies(estimate, bits.required(), remedies).find(bits.standing())
            : new CaveatRemedies.Found(List.of(), false);
    // what is said of the lists and of the proof-of-work is to be done at once: under one regime
    Optional<Remedy.Ask> other = CaveatRemedies.asked(found.changes());
    return new Finding.NoCaveats(
        caveats,
        new SentRemedies(estimate, bits.required(), remedies).againstCollisions(),
        ask.filter(its -> other.isEmpty() || other.get().equals(its)),
        found.changes(),
        found.isFree());
  }

  /** Other regimes under which no list is taken to be bounded, where some are now. */
  private static Optional<Remedy.Ask> withoutCaveats(Finding.Bits bits, Remedies remedies) {
    boolean isTaken =
        bits.standing().stream()
            .flatMap(standing -> standing.figures().stream())
            .anyMatch(Requirements::takesAnything);
    return remedies
        .alone()
        .filter(
            other ->
                isTaken
                    && other
                        .estimate()
                        .findSecurity()
                        .filter(security -> security.bits() >= bits.required())
                        .isPresent())
        .map(Remedies.Instead::remedy)
        .findFirst();
  }

  private static Optional<BigInteger> measured(ZkvmEstimate estimate) {
    return estimate.last().circuit().id().measuredProofSize().flatMap(StatedSize::measuredBits);
  }

  private Finding.Bits bits(ZkvmEstimate estimate, Remedies remedies) {
    long required = requirements.minBits();
    Predicate<SecurityBasis> meets = standing -> standing.security().bits() >= required;
    Optional<SecurityBasis> proven =
        withoutCaveats(estimate).filter(meets).or(() -> estimate.standing(Regime::isProven));
    boolean needsConjectures = requirements.conjecturesCount() && proven.filter(meets).isEmpty();
    Predicate<Regime> admitted = needsConjectures ? regime -> true : Regime::isProven;
    Optional<SecurityBasis> standing = needsConjectures ? estimate.standing(admitted) : proven;
    return new Finding.Bits(
        required,
        standing,
        standing.filter(meets).isPresent()
            ? List.of()
            : new Shortfalls(estimate, required, admitted, remedies).find(standing));
  }

  /**
   * Where nothing may be taken for granted, the figure of the proven regimes under which no list of
   * any circuit is taken to be bounded.
   */
  private Optional<SecurityBasis> withoutCaveats(ZkvmEstimate estimate) {
    return requirements.strict()
        ? estimate.standing(regime -> regime.isProven() && requirements.mayRestOn(regime, estimate))
        : Optional.empty();
  }
}
