package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;

/**
 * Which circuits of a zkVM fall short, and what would help each.
 *
 * @param estimate the zkVM
 * @param asked the regimes asked for
 * @param known every regime there is
 * @param required the least bits
 * @param limit the limit on the final proof's size, if there is one
 * @param admitted which regimes count
 */
record Shortfalls(
    ZkvmEstimate estimate,
    List<Regime> asked,
    List<Regime> known,
    long required,
    Optional<SizeLimit> limit,
    Predicate<Regime> admitted) {

  /**
   * The shortfalls under the regime that the zkVM's figure is from; but where some of them cannot
   * be mended there, and all can under another regime that covers every circuit, under that one.
   *
   * @param standing the zkVM's figure; nothing where some circuit has none that counts
   */
  List<Finding.Shortfall> find(Optional<SecurityBasis> standing) {
    List<Finding.Shortfall> first = under(standing);
    if (standing.isEmpty() || areMended(first)) {
      return first;
    }
    return estimate
        .last()
        .figures()
        .map(RegimeResult.Figures::regime)
        .filter(admitted)
        .flatMap(regime -> estimate.standing(regime::equals).stream())
        .map(other -> under(Optional.of(other)))
        .filter(Shortfalls::areMended)
        .findFirst()
        .orElse(first);
  }

  private static boolean areMended(List<Finding.Shortfall> shortfalls) {
    return shortfalls.stream().noneMatch(s -> s.remedies().isEmpty());
  }

  private List<Finding.Shortfall> under(Optional<SecurityBasis> standing) {
    List<Optional<RegimeResult.Figures>> figures = new ArrayList<>();
    List<Integer> lacking = new ArrayList<>();
    for (int i = 0; i < estimate.circuits().size(); i++) {
      int index = i;
      CircuitEstimate circuit = estimate.circuits().get(i);
      figures.add(standing.map(s -> s.figures().get(index)).or(() -> circuit.best(admitted)));
      if (figures.get(i).filter(f -> f.bits() >= required).isEmpty()) {
        lacking.add(i);
      }
    }
    RegimeRemedies regimes = new RegimeRemedies(estimate.zkvm(), asked, known, required, lacking);
    return lacking.stream().map(i -> shortfall(i, figures.get(i), standing, regimes)).toList();
  }

  private Finding.Shortfall shortfall(
      int index,
      Optional<RegimeResult.Figures> figures,
      Optional<SecurityBasis> standing,
      RegimeRemedies regimes) {
    CircuitEstimate circuit = estimate.circuits().get(index);
    List<Remedy> remedies = new ArrayList<>(regimes.of(index));
    List<Regime> usable = usable(circuit, standing);
    boolean isLast = index == estimate.circuits().size() - 1;
    Optional<SizeLimit> ofProof = isLast ? limit : Optional.empty();
    remedies.addAll(Remedy.raises(circuit.circuit(), usable, this::haveEnoughBits, ofProof));
    return new Finding.Shortfall(
        index, circuit, figures, obstacles(figures), List.copyOf(remedies));
  }

  private boolean haveEnoughBits(List<Term> terms) {
    return terms.stream().allMatch(term -> Certified.bits(term.error()) >= required);
  }

  /** The regimes under which the circuit may meet what is required. */
  private List<Regime> usable(CircuitEstimate circuit, Optional<SecurityBasis> standing) {
    return circuit
        .figures()
        .map(RegimeResult::regime)
        .filter(admitted)
        .filter(regime -> standing.map(s -> s.admits(regime)).orElse(true))
        .toList();
  }

  private List<CertifiedTerm> obstacles(Optional<RegimeResult.Figures> figures) {
    return figures.stream()
        .flatMap(f -> f.terms().stream())
        .filter(term -> term.bits() < required)
        .sorted(Comparator.comparingLong(CertifiedTerm::hundredthBits))
        .toList();
  }
}
