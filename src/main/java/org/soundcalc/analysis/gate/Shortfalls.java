package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.CommonKeys;

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
   * under that one. Where there is none, several changes together are proposed, likewise under the
   * first where they mend all, or else under a proven regime that was not asked for.
   *
   * @param standing the zkVM's figure; nothing where some circuit has none that counts
   */
  List<Finding.Shortfall> find(Optional<SecurityBasis> standing) {
    List<Finding.Shortfall> first = under(standing, false);
    if (areMended(first)) {
      return first;
    }
    List<Finding.Shortfall> asked = underThoseAskedFor(first, standing);
    return areMended(asked)
        ? asked.stream().map(this::withReasonOfField).toList()
        : remedies
            .alone()
            .flatMap(other -> underAnother(asked, other).stream())
            .findFirst()
            .orElseGet(() -> asked.stream().map(lack -> withBarrier(lack, standing)).toList());
  }

  /** Why a larger field is needed, where every remedy takes one. */
  private Finding.Shortfall withReasonOfField(Finding.Shortfall shortfall) {
    boolean takesField =
        shortfall.remedies().stream()
            .allMatch(
                remedy ->
                    remedy instanceof Remedy.Combined several
                        && several.changes().stream()
                            .anyMatch(its -> its.key().equals(CommonKeys.FIELD.name())));
    return takesField
        ? shortfall.with(
            remedies.ownBarrier(
                shortfall.index(),
                regime -> shortfall.figures().filter(f -> f.regime().equals(regime)).isPresent()))
        : shortfall;
  }

  private Finding.Shortfall withBarrier(
      Finding.Shortfall shortfall, Optional<SecurityBasis> standing) {
    return shortfall.remedies().isEmpty() && !shortfall.isCutShort()
        ? shortfall.with(remedies.barrier(shortfall.index(), usable(standing)))
        : shortfall;
  }

  private List<Finding.Shortfall> underThoseAskedFor(
      List<Finding.Shortfall> first, Optional<SecurityBasis> standing) {
    if (standing.isEmpty()) {
      return combined(first, standing);
    }
    return estimate.regimes().stream()
        .filter(admitted)
        .flatMap(regime -> estimate.standing(regime::equals).stream())
        .map(other -> under(Optional.of(other), true))
        .filter(Shortfalls::areMended)
        .findFirst()
        .orElseGet(() -> combined(first, standing.get()));
  }

  /** Under the regime of the figure, or else the first other one under which all are mended. */
  private List<Finding.Shortfall> combined(List<Finding.Shortfall> first, SecurityBasis standing) {
    List<Finding.Shortfall> own = combined(first, Optional.of(standing));
    if (areMended(own)) {
      return own;
    }
    return estimate.regimes().stream()
        .filter(regime -> admitted.test(regime) && remedies.mayRestOn(regime))
        .flatMap(regime -> estimate.standing(regime::equals).stream())
        .map(Optional::of)
        .map(other -> combined(under(other, false), other))
        .filter(Shortfalls::areMended)
        .findFirst()
        .orElse(own);
  }

  /** What mends all under another regime; nothing where a circuit has too few bits under it. */
  private Optional<List<Finding.Shortfall>> underAnother(
      List<Finding.Shortfall> shortfalls, Remedies.Instead other) {
    Optional<SecurityBasis> basis = other.estimate().standing(Regime::isProven);
    Map<Integer, Finding.Shortfall> mended = new TreeMap<>();
    shortfalls.forEach(shortfall -> mended.put(shortfall.index(), shortfall));
    for (int i = 0; i < estimate.circuits().size(); i++) {
      boolean has = basis.isPresent() && basis.get().figures().get(i).bits() >= required;
      if (!has && !mended.containsKey(i)) {
        return Optional.empty();
      }
      if (mended.containsKey(i)) {
        Optional<Remedy> remedy =
            has ? Optional.of(other.remedy()) : remedies.combined(i, other.remedy());
        if (remedy.isEmpty()) {
          return Optional.empty();
        }
        mended.compute(i, (index, its) -> its.with(List.of(remedy.get()), false));
      }
    }
    return Optional.of(List.copyOf(mended.values()));
  }

  private static boolean areMended(List<Finding.Shortfall> shortfalls) {
    return shortfalls.stream().noneMatch(s -> s.remedies().isEmpty());
  }

  /**
   * The shortfalls under a figure's regimes.
   *
   * @param isOffer whether they count only if all are mended: the first that is not is the last
   */
  private List<Finding.Shortfall> under(Optional<SecurityBasis> standing, boolean isOffer) {
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
    List<List<Lift>> lifts =
        remedies.regimes().stream()
            .map(some -> some.stream().map(instead -> lift(instead, lacking)).toList())
            .toList();
    List<Finding.Shortfall> shortfalls = new ArrayList<>();
    for (int i : lacking) {
      List<Remedy> all = new ArrayList<>();
      for (List<Lift> some : lifts) {
        some.stream()
            .filter(lift -> lift.circuits().get(i))
            .findFirst()
            .ifPresent(lift -> all.add(lift.remedy()));
      }
      all.addAll(remedies.raises(i, usable));
      shortfalls.add(
          new Finding.Shortfall(
              i,
              estimate.circuits().get(i),
              figures.get(i),
              obstacles(figures.get(i)),
              List.copyOf(all),
              remedies.isCutShort(i, usable),
              Optional.empty(),
              Optional.empty()));
      if (isOffer && all.isEmpty()) {
        break;
      }
    }
    return List.copyOf(shortfalls);
  }

  private Predicate<Regime> usable(Optional<SecurityBasis> standing) {
    return regime ->
        admitted.test(regime)
            && standing.map(s -> s.admits(regime)).orElse(true)
            && remedies.mayRestOn(regime);
  }

  /** Adds several changes together where none suffices alone. */
  private List<Finding.Shortfall> combined(
      List<Finding.Shortfall> shortfalls, Optional<SecurityBasis> standing) {
    List<Finding.Shortfall> all = new ArrayList<>();
    for (Finding.Shortfall shortfall : shortfalls) {
      if (shortfall.remedies().isEmpty()) {
        Optional<Remedy> found = remedies.combined(shortfall.index(), usable(standing));
        boolean isCutShort = remedies.isCutShort(shortfall.index(), usable(standing));
        all.add(shortfall.with(found.stream().toList(), isCutShort));
      } else {
        all.add(shortfall);
      }
    }
    return List.copyOf(all);
  }

  /**
   * Which circuits other regimes lift.
   *
   * @param remedy to ask for them
   * @param circuits that have the bits under them
   */
  private record Lift(Remedy remedy, BitSet circuits) {}

  /** None where a circuit that has the bits now would not have them. */
  private Lift lift(Remedies.Instead instead, List<Integer> lacking) {
    BitSet enough = new BitSet();
    Optional<SecurityBasis> other = instead.estimate().standing(Regime::isProven);
    for (int i = 0; other.isPresent() && i < estimate.circuits().size(); i++) {
      enough.set(i, other.get().figures().get(i).bits() >= required);
    }
    BitSet lost = new BitSet();
    lost.set(0, estimate.circuits().size());
    lost.andNot(enough);
    lacking.forEach(lost::clear);
    return new Lift(instead.remedy(), lost.isEmpty() ? enough : new BitSet());
  }

  private List<CertifiedTerm> obstacles(Optional<RegimeResult.Figures> figures) {
    return figures.stream()
        .flatMap(f -> f.terms().stream())
        .filter(term -> term.bits() < required)
        .sorted(Comparator.comparingLong(CertifiedTerm::hundredthBits))
        .toList();
  }
}
