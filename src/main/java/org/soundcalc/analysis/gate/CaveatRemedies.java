package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.Prepared;

/**
 * What gives a zkVM the bits required where no list is taken to be bounded, and no proof-of-work is
 * credited that nobody can pay or check: less of that, and whatever makes up for it.
 *
 * @param estimate the zkVM's figures
 * @param required the least bits
 * @param remedies what lifts it
 */
record CaveatRemedies(ZkvmEstimate estimate, long required, Remedies remedies) {

  /**
   * Circuits that must change.
   *
   * @param changes each with its remedy; empty where nothing has to change, or some circuit has
   *     none
   * @param isFree whether no list is taken to be bounded with them
   */
  record Found(List<Finding.OfCircuit> changes, boolean isFree) {}

  /**
   * The circuits that must change: under the regimes of the figure where no list is taken to be
   * bounded under these, or else under the first others where none is, of those asked for or of
   * those that are asked for as well. Where some are under each, what takes the proof-of-work away
   * alone.
   *
   * @param standing the zkVM's figure; nothing where some circuit has none
   */
  Found find(Optional<SecurityBasis> standing) {
    Predicate<Regime> own =
        regime -> regime.isProven() && standing.filter(its -> its.admits(regime)).isPresent();
    return first(own)
        .or(() -> remedies.alone().flatMap(other -> underAnother(other).stream()).findFirst())
        .map(changes -> new Found(changes, true))
        .orElseGet(() -> new Found(under(own).orElse(List.of()), false));
  }

  /**
   * The other regimes that remedies of circuits are under, if they are.
   *
   * @param found all under the same
   */
  static Optional<Remedy.Ask> asked(List<Finding.OfCircuit> found) {
    return found.stream()
        .map(Finding.OfCircuit::remedy)
        .filter(Remedy.Combined.class::isInstance)
        .flatMap(several -> ((Remedy.Combined) several).ask().stream())
        .findFirst();
  }

  private boolean isFree(Regime regime) {
    return regime.isProven() && remedies.mayRestOn(regime);
  }

  /**
   * Under the figure's own regimes, each other one alone, or all where none covers each circuit: of
   * these, those under which no list is taken to be bounded.
   */
  private Optional<List<Finding.OfCircuit>> first(Predicate<Regime> own) {
    List<Predicate<Regime>> bases = new ArrayList<>(List.of(own.and(this::isFree)));
    estimate.regimes().stream().filter(this::isFree).forEach(r -> bases.add(r::equals));
    bases.add(this::isFree);
    return bases.stream().flatMap(usable -> under(usable).stream()).findFirst();
  }

  /**
   * Under regimes that were not asked for, which every change then asks for. Nothing where they do
   * not cover each circuit, or one of those that must change cannot.
   */
  private Optional<List<Finding.OfCircuit>> underAnother(Remedies.Instead other) {
    List<Regime> instead = other.remedy().instead();
    return other
        .estimate()
        .standing(Regime::isProven)
        .flatMap(basis -> under(basis, i -> instead))
        .filter(changes -> !changes.isEmpty())
        .map(changes -> changes.stream().map(one -> with(other.remedy(), one)).toList());
  }

  private static Finding.OfCircuit with(Remedy.Ask ask, Finding.OfCircuit one) {
    return new Finding.OfCircuit(
        one.circuit(), one.index(), Remedy.Combined.of(one.remedy()).with(ask));
  }

  /** Nothing where they do not cover each circuit, or one of those that must change cannot. */
  private Optional<List<Finding.OfCircuit>> under(Predicate<Regime> usable) {
    return estimate
        .standing(usable)
        .flatMap(basis -> under(basis, i -> Remedies.regimes(estimate.circuits().get(i), usable)));
  }

  /**
   * What changes where a zkVM's figure is under some regimes.
   *
   * @param basis its figure
   * @param regimes under which each circuit may have the bits
   */
  private Optional<List<Finding.OfCircuit>> under(
      SecurityBasis basis, IntFunction<List<Regime>> regimes) {
    List<Finding.OfCircuit> all = new ArrayList<>();
    Map<Circuit, Optional<Remedy>> known = new HashMap<>();
    int last = estimate.circuits().size() - 1;
    for (int i = 0; i <= last; i++) {
      Circuit circuit = estimate.circuits().get(i).circuit();
      boolean hasBits = basis.figures().get(i).bits() >= required;
      if (!hasBits || !Caveats.grinding(circuit).isEmpty()) {
        int index = i;
        // the last one's remedy says what it does to the final proof
        Optional<Remedy> remedy =
            i == last
                ? remedy(i, regimes.apply(i))
                : known.computeIfAbsent(
                    circuit.with(circuit.id().anonymous()),
                    any -> remedy(index, regimes.apply(index)));
        if (remedy.isEmpty()) {
          return Optional.empty();
        }
        all.add(new Finding.OfCircuit(circuit.id().name(), i, remedy.get()));
      }
    }
    return Optional.of(List.copyOf(all));
  }

  private Optional<Remedy> remedy(int index, List<Regime> usable) {
    Circuit circuit = estimate.circuits().get(index).circuit();
    Map<Key<Circuit, ?>, Object> less = lessWork(circuit);
    Circuit changed = less.isEmpty() ? circuit : Keys.with(circuit, less);
    List<Remedy.Change> before =
        less.entrySet().stream().map(its -> change(its.getKey(), circuit, its.getValue())).toList();
    return usable.stream().anyMatch(regime -> hasBits(changed, regime))
        ? Optional.of(new Remedy.Combined(before, remedies.cost(index, changed)))
        : remedies.beyond(index, changed, before, required, Remedies.has(required), usable).stream()
            .findFirst();
  }

  private boolean hasBits(Circuit circuit, Regime regime) {
    return Remedies.has(required).test(Prepared.of(circuit, List.of(regime)), regime);
  }

  private static Remedy.Change change(Key<Circuit, ?> key, Circuit circuit, Object to) {
    return new Remedy.Change(
        key.name(),
        key.entry().map(Key.Entry::name),
        Spelling.of(key.get(circuit)),
        Spelling.of(to));
  }

  /** The proof-of-work that somebody can pay and check, at each key that asks for more. */
  private Map<Key<Circuit, ?>, Object> lessWork(Circuit circuit) {
    Map<Key<Circuit, ?>, Object> less = new LinkedHashMap<>();
    if (!Caveats.grinding(circuit).isEmpty()) {
      for (Key<Circuit, ?> key : circuit.keys()) {
        if (Caveats.isGrinding(key.type())) {
          Object now = key.get(circuit);
          Object to = less(now, Caveats.mostGrinding(circuit), remedies.mostGrinding(circuit));
          if (!to.equals(now)) {
            less.put(key, to);
          }
        }
      }
    }
    return less;
  }

  /** A number above {@code most} becomes {@code to}; others stay. */
  private static Object less(Object value, long most, long to) {
    if (value instanceof List<?> list) {
      return list.stream().map(its -> less(its, most, to)).toList();
    }
    return value instanceof Long bits && bits > most ? (Object) to : value;
  }
}
