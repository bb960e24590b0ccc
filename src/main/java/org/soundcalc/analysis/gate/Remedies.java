package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Budget;
import org.soundcalc.search.LeverRaises;
import org.soundcalc.search.Prepared;
import org.soundcalc.search.optimum.LeastChange;

/** Looks for changes that lift a zkVM to what is required, whatever that is. */
final class Remedies {
  /** Terms of changed circuits that the searches for one requirement of a zkVM may certify. */
  static final int MOST_TERMS = 200_000;

  private final ZkvmEstimate estimate;
  private final List<Circuit> anonymous;
  private final List<Regime> asked;
  private final List<Regime> known;
  private final Requirements requirements;
  private final Budget budget;
  private final Budget ofChanges;
  private final Map<Shape, List<LeverRaises.Raise>> raises = new HashMap<>();
  private final Map<Shape, Optional<LeastChange.Change>> changes = new HashMap<>();
  private final Map<Shape, Optional<LeastChange.Barrier>> barriers = new HashMap<>();
  private final Map<Shape, Optional<LeastChange.Barrier>> ownBarriers = new HashMap<>();
  private final Set<Shape> cutShort = new HashSet<>();
  private final Map<String, Boolean> mayRest = new HashMap<>();
  private final List<List<Instead>> instead = new ArrayList<>();

  /** Circuits that differ in their names alone have the same remedies. */
  private record Shape(Circuit circuit, List<Regime> usable) {}

  /**
   * Other regimes, and the figures under them.
   *
   * @param remedy to ask for them
   * @param estimate the zkVM under them
   */
  record Instead(Remedy.Ask remedy, ZkvmEstimate estimate) {}

  /**
   * The remedies of a zkVM.
   *
   * @param estimate under the regimes asked for
   * @param asked these regimes
   * @param known every regime there is
   * @param requirements what it must meet, and what proof-of-work may be proposed
   */
  Remedies(
      ZkvmEstimate estimate, List<Regime> asked, List<Regime> known, Requirements requirements) {
    this(estimate, asked, known, requirements, MOST_TERMS);
  }

  /** The same within another number of terms. */
  Remedies(
      ZkvmEstimate estimate,
      List<Regime> asked,
      List<Regime> known,
      Requirements requirements,
      long mostTerms) {
    this.budget = new Budget(mostTerms);
    this.ofChanges = new Budget(mostTerms);
    this.estimate = estimate;
    this.anonymous =
        estimate.circuits().stream()
            .map(CircuitEstimate::circuit)
            .map(circuit -> circuit.with(circuit.id().anonymous()))
            .toList();
    this.asked = asked;
    this.known = known;
    this.requirements = requirements;
  }

  /** Whether what lifts a circuit may rest on its figure under a regime. */
  boolean mayRestOn(Regime regime) {
    return mayRest.computeIfAbsent(regime.name(), any -> requirements.mayRestOn(regime, estimate));
  }

  /** Whether the search for what lifts a circuit ended at its limit of terms. */
  boolean isCutShort(int index, Predicate<Regime> usable) {
    return cutShort.contains(shape(index, usable));
  }

  /**
   * Proven regimes that were not asked for, which cost the protocol nothing: of each list the first
   * that will do is the remedy, so that each is asked for alone, which is less to write, or
   * together with those asked for. Regimes that refuse a circuit are left out, and those that no
   * remedy may rest on.
   */
  List<List<Instead>> regimes() {
    if (instead.isEmpty()) {
      for (Regime regime : known) {
        if (regime.isProven() && !asked.contains(regime)) {
          List<Regime> together = new ArrayList<>(asked);
          together.add(regime);
          instead.add(
              Stream.of(List.of(regime), together).flatMap(some -> under(some).stream()).toList());
        }
      }
    }
    return instead;
  }

  private Optional<Instead> under(List<Regime> regimes) {
    return new Estimator(regimes)
        .appraise(estimate.zkvm())
        .estimate()
        .filter(other -> regimes.stream().allMatch(r -> requirements.mayRestOn(r, other)))
        .map(other -> new Instead(new Remedy.Ask(asked, regimes), other));
  }

  /**
   * What can be raised in a circuit until it has the bits required, in the order to propose it.
   *
   * @param index the circuit's
   * @param usable the regimes under which it may have them
   */
  List<Remedy> raises(int index, Predicate<Regime> usable) {
    return remedies(
        index,
        once(
            raises,
            index,
            usable,
            shape -> raises(shape.circuit(), shape.usable(), has(requirements.minBits()))));
  }

  /**
   * What can be raised in a circuit until its errors are small enough, in the order to propose it.
   *
   * @param index the circuit's
   * @param usable the regimes under which they may be
   * @param enough whether a circuit will do under a regime
   */
  List<Remedy> raises(int index, Predicate<Regime> usable, BiPredicate<Prepared, Regime> enough) {
    CircuitEstimate circuit = estimate.circuits().get(index);
    return remedies(index, raises(circuit.circuit(), regimes(circuit, usable), enough));
  }

  /**
   * What gives a circuit what is enough once some of its keys are changed: what can be raised, or
   * else what can be together.
   *
   * @param index the circuit's
   * @param changed the circuit with them
   * @param before these changes
   * @param bits that it must have at least to do
   * @param enough whether a circuit will do under a regime; smaller errors always do as well
   */
  List<Remedy> beyond(
      int index,
      Circuit changed,
      List<Remedy.Change> before,
      long bits,
      BiPredicate<Prepared, Regime> enough) {
    List<Regime> usable =
        regimes(estimate.circuits().get(index), r -> r.isProven() && mayRestOn(r));
    return beyond(index, changed, before, bits, enough, usable);
  }

  /**
   * The same under other regimes.
   *
   * @param usable those under which it may be
   */
  List<Remedy> beyond(
      int index,
      Circuit changed,
      List<Remedy.Change> before,
      long bits,
      BiPredicate<Prepared, Regime> enough,
      List<Regime> usable) {
    List<Remedy> single = remedies(index, raises(changed, usable, enough));
    List<Remedy> all =
        single.isEmpty()
            ? change(changed, usable, bits, enough)
                .map(found -> (Remedy) remedy(index, found))
                .stream()
                .toList()
            : single;
    return before.isEmpty() ? all : all.stream().map(remedy -> after(before, remedy)).toList();
  }

  private static Remedy after(List<Remedy.Change> before, Remedy remedy) {
    Remedy.Combined several = Remedy.Combined.of(remedy);
    return Remedy.Combined.of(before, several.changes(), several.cost());
  }

  private List<Remedy> remedies(int index, List<LeverRaises.Raise> found) {
    List<Remedy> remedies = new ArrayList<>();
    for (LeverRaises.Raise raise : found) {
      Optional<String> table = raise.key().entry().map(Key.Entry::name);
      Remedy.Cost cost = cost(index, raise.circuit());
      remedies.add(new Remedy.Raise(raise.key().name(), table, raise.from(), raise.to(), cost));
    }
    return remedies;
  }

  /**
   * What can be changed together in a circuit until it has the bits required.
   *
   * @param index the circuit's
   * @param usable the regimes under which it may have them
   */
  Optional<Remedy> combined(int index, Predicate<Regime> usable) {
    return once(changes, index, usable, shape -> search(shape).find())
        .map(found -> remedy(index, found));
  }

  /**
   * What stands in the way where nothing was found that gives a circuit the bits required.
   *
   * @param index the circuit's
   * @param usable the regimes under which it may have them
   */
  Optional<LeastChange.Barrier> barrier(int index, Predicate<Regime> usable) {
    return once(barriers, index, usable, shape -> search(shape).barrier());
  }

  /**
   * What stands in the way of the bits required over the circuit's own field, where they need a
   * larger one.
   *
   * @param index the circuit's
   * @param usable the regimes under which it may have them
   */
  Optional<LeastChange.Barrier> ownBarrier(int index, Predicate<Regime> usable) {
    return once(ownBarriers, index, usable, shape -> search(shape).ownBarrier());
  }

  /**
   * What gives a circuit the bits required under another regime alone, if it is asked for.
   *
   * @param index the circuit's
   * @param ask for it
   */
  Optional<Remedy> combined(int index, Remedy.Ask ask) {
    Circuit circuit = estimate.circuits().get(index).circuit();
    long bits = requirements.minBits();
    return change(circuit, ask.instead(), bits, has(bits))
        .map(found -> remedy(index, found).with(ask));
  }

  private <T> T once(
      Map<Shape, T> found, int index, Predicate<Regime> usable, Function<Shape, T> search) {
    return found.computeIfAbsent(
        shape(index, usable),
        shape -> {
          T its = search.apply(shape);
          if (budget.isSpent() || ofChanges.isSpent()) {
            cutShort.add(shape);
          }
          return its;
        });
  }

  private List<LeverRaises.Raise> raises(
      Circuit circuit, List<Regime> usable, BiPredicate<Prepared, Regime> enough) {
    BiPredicate<Prepared, Regime> whole = enough.and(Remedies::takesNothing);
    return new LeverRaises(circuit, usable, mostGrinding(circuit), whole, budget).find();
  }

  private Optional<LeastChange.Change> change(
      Circuit circuit, List<Regime> usable, long bits, BiPredicate<Prepared, Regime> enough) {
    return search(circuit, usable, bits, enough).find();
  }

  /** For the bits required. */
  private LeastChange search(Shape shape) {
    long bits = requirements.minBits();
    return search(shape.circuit(), shape.usable(), bits, has(bits));
  }

  private LeastChange search(
      Circuit circuit, List<Regime> usable, long bits, BiPredicate<Prepared, Regime> enough) {
    return new LeastChange(
        circuit,
        usable,
        new LeastChange.Wanted(
            bits, enough.and(Remedies::takesNothing), true, mostGrinding(circuit), ofChanges));
  }

  /** A change that was found, with what it costs. */
  Remedy.Combined remedy(int index, LeastChange.Change found) {
    List<Remedy.Change> changes =
        found.parameters().stream()
            .map(
                change ->
                    new Remedy.Change(
                        change.key().name(),
                        change.key().entry().map(Key.Entry::name),
                        change.from(),
                        change.to()))
            .toList();
    return new Remedy.Combined(changes, cost(index, found.circuit()));
  }

  /** Each regime that was not asked for, asked for alone. */
  Stream<Instead> alone() {
    return regimes().stream()
        .flatMap(some -> some.stream().filter(o -> o.remedy().instead().size() == 1).limit(1));
  }

  /**
   * Whether a circuit has so many bits under a regime, and no list is taken to be bounded there.
   */
  static BiPredicate<Prepared, Regime> has(long bits) {
    return (prepared, regime) ->
        prepared.bits(regime).orElse(-1) >= bits && takesNothing(prepared, regime);
  }

  /** A larger field has another usual gap, at which a list may have no bound that had one. */
  private static boolean takesNothing(Prepared prepared, Regime regime) {
    return prepared.terms(regime).stream()
        .flatMap(term -> term.caveat().stream())
        .noneMatch(caveat -> Requirements.isOfRegime(caveat.kind()));
  }

  private Shape shape(int index, Predicate<Regime> usable) {
    return new Shape(anonymous.get(index), regimes(estimate.circuits().get(index), usable));
  }

  /** Those of the regimes that cover a circuit. */
  static List<Regime> regimes(CircuitEstimate circuit, Predicate<Regime> usable) {
    return circuit.figures().map(RegimeResult::regime).filter(usable).toList();
  }

  /**
   * More bits than those of a base field's element cannot be drawn from one; more than usual is a
   * caveat.
   */
  long mostGrinding(Circuit circuit) {
    long most = requirements.maxGrinding().orElse(Requirements.USUAL_GRINDING);
    return Math.min(
        requirements.strict() ? Math.min(most, Requirements.USUAL_GRINDING) : most,
        circuit.id().field().baseBits());
  }

  Remedy.Cost cost(int index, Circuit changed) {
    boolean isFinal = index == estimate.circuits().size() - 1;
    Circuit circuit = estimate.circuits().get(index).circuit();
    return new RemedyCosts(isFinal, requirements.maxProofSize()).of(circuit, changed);
  }
}
