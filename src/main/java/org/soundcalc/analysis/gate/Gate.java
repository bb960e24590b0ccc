package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Standing;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Lever;
import org.soundcalc.model.Regime;

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
   * Checks a zkVM.
   *
   * @param estimate its figures under the regimes asked for
   * @param levers of each of its circuits, counted from 0
   */
  public Verdict check(ZkvmEstimate estimate, IntFunction<List<Lever>> levers) {
    List<Finding> findings = new ArrayList<>();
    findings.add(bits(estimate, levers));
    requirements
        .maxProofSize()
        .map(
            limit ->
                new Finding.Size(
                    limit, estimate.last().circuit().id().name(), estimate.proofSize()))
        .ifPresent(findings::add);
    return new Verdict(estimate, List.copyOf(findings));
  }

  private Finding.Bits bits(ZkvmEstimate estimate, IntFunction<List<Lever>> levers) {
    long required = requirements.minBits();
    Optional<Standing> proven = estimate.standing(Regime::isProven);
    boolean needsConjectures =
        requirements.conjecturesCount()
            && proven.filter(s -> s.security().bits() >= required).isEmpty();
    Predicate<Regime> admitted = needsConjectures ? regime -> true : Regime::isProven;
    Optional<Standing> standing = needsConjectures ? estimate.standing(admitted) : proven;
    List<Shortfall> shortfalls = new ArrayList<>();
    RegimeRemedies regimes = new RegimeRemedies(estimate.zkvm(), asked, known, required);
    for (int i = 0; i < estimate.circuits().size(); i++) {
      CircuitEstimate circuit = estimate.circuits().get(i);
      int index = i;
      Optional<RegimeResult.Figures> figures =
          standing.map(s -> s.figures().get(index)).or(() -> circuit.best(admitted));
      if (figures.isEmpty() || figures.get().bits() < required) {
        List<Remedy> remedies = new ArrayList<>(regimes.of(i));
        List<Regime> usable = usable(circuit, standing, admitted);
        levers.apply(i).forEach(l -> remedy(l, usable, required).ifPresent(remedies::add));
        shortfalls.add(new Shortfall(i, circuit, figures, obstacles(figures, required), remedies));
      }
    }
    return new Finding.Bits(required, standing, List.copyOf(shortfalls));
  }

  /** The regimes under which the circuit may meet what is required. */
  private static List<Regime> usable(
      CircuitEstimate circuit, Optional<Standing> standing, Predicate<Regime> admitted) {
    return circuit
        .figures()
        .map(RegimeResult::regime)
        .filter(admitted)
        .filter(regime -> standing.map(s -> s.admits(regime)).orElse(true))
        .toList();
  }

  private static List<CertifiedTerm> obstacles(
      Optional<RegimeResult.Figures> figures, long required) {
    return figures.stream()
        .flatMap(f -> f.terms().stream())
        .filter(term -> term.bits() < required)
        .sorted(Comparator.comparingLong(CertifiedTerm::hundredthBits))
        .toList();
  }

  private static Optional<Remedy> remedy(Lever lever, List<Regime> usable, long required) {
    return usable.stream()
        .map(regime -> new LeverSearch(lever, regime, required).least())
        .flatMap(increment -> increment.stream().boxed())
        .min(Comparator.naturalOrder())
        .map(
            increment ->
                new Remedy.Raise(
                    lever.key(), lever.table(), lever.value(), lever.raised(increment)));
  }
}
