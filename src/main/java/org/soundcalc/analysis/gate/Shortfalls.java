package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Regime;
import org.soundcalc.search.Prepared;

/**
 * Which circuits of a zkVM fall short, and what would help each.
 *
 * @param estimate the zkVM
 * @param required the least bits
 * @param admitted which regimes count
 * @param remedies what would help
 */
record Shortfalls(
    ZkvmEstimate estimate, long required, Predicate<Regime> admitted, Remedies remedies) {

  /**
   * The shortfalls under the regime that the zkVM's figure is from; but where some of them cannot
   * be mended by one change there, and all can under another regime that covers every circuit,
   * under that one. Where there is none, several changes together are proposed under the first.
   *
   * @param standing the zkVM's figure; nothing where some circuit has none that counts
   */
  List<Finding.Shortfall> find(Optional<SecurityBasis> standing) {
    List<Finding.Shortfall> first = under(standing);
    if (areMended(first)) {
      return first;
    }
    if (standing.isEmpty()) {
      return combined(first, standing);
    }
    return estimate.regimes().stream()
        .filter(admitted)
        .flatMap(regime -> estimate.standing(regime::equals).stream())
        .map(other -> under(Optional.of(other)))
        .filter(Shortfalls::areMended)
        .findFirst()
        .orElseGet(() -> combined(first, standing));
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
    Predicate<Regime> usable = usable(standing);
    return lacking.stream()
        .map(
            i -> {
              List<Remedy> all = new ArrayList<>(remedies.regimes(e -> lifts(e, i, lacking)));
              all.addAll(remedies.raises(i, usable, this::hasEnoughBits));
              return new Finding.Shortfall(
                  i,
                  estimate.circuits().get(i),
                  figures.get(i),
                  obstacles(figures.get(i)),
                  List.copyOf(all));
            })
        .toList();
  }

  private Predicate<Regime> usable(Optional<SecurityBasis> standing) {
    return regime -> admitted.test(regime) && standing.map(s -> s.admits(regime)).orElse(true);
  }

  /** Adds several changes together where none suffices alone. */
  private List<Finding.Shortfall> combined(
      List<Finding.Shortfall> shortfalls, Optional<SecurityBasis> standing) {
    return shortfalls.stream()
        .map(
            shortfall ->
                shortfall.remedies().isEmpty()
                    ? shortfall.with(
                        remedies
                            .combined(shortfall.index(), usable(standing), this::hasEnoughBits)
                            .stream()
                            .toList())
                    : shortfall)
        .toList();
  }

  /** Whether a circuit has the bits in another estimate, and each that has them now. */
  private boolean lifts(ZkvmEstimate other, int circuit, List<Integer> lacking) {
    return other
        .standing(Regime::isProven)
        .filter(
            standing ->
                IntStream.range(0, standing.figures().size())
                    .filter(i -> i == circuit || !lacking.contains(i))
                    .allMatch(i -> standing.figures().get(i).bits() >= required))
        .isPresent();
  }

  private boolean hasEnoughBits(Prepared prepared, Regime regime) {
    return prepared.bits(regime).orElse(-1) >= required;
  }

  private List<CertifiedTerm> obstacles(Optional<RegimeResult.Figures> figures) {
    return figures.stream()
        .flatMap(f -> f.terms().stream())
        .filter(term -> term.bits() < required)
        .sorted(Comparator.comparingLong(CertifiedTerm::hundredthBits))
        .toList();
  }
}
