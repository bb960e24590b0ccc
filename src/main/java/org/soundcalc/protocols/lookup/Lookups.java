package org.soundcalc.protocols.lookup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.code.CommittedCode;

/**
 * The lookup arguments of a circuit, each with a term of its own name.
 *
 * @param all of them, in their order
 * @param accounting how their errors are counted
 */
public record Lookups(List<Lookup> all, Accounting accounting) {
  private static final String UNKNOWN = "";

  /** None. */
  public static final Lookups NONE = of(List.of());

  /** The array of tables that holds a circuit's lookups. */
  public static final TablesKey TABLE =
      new TablesKey("lookups", Lookup.keys(), "The circuit's lookup arguments, one term each.");

  /**
   * Checks that no two share a name.
   *
   * @param all of them, in their order
   * @param accounting how their errors are counted
   * @throws org.soundcalc.model.InvalidConfiguration if two share a name
   */
  public Lookups {
    all = List.copyOf(all);
    Invariants invariants = new Invariants();
    check(invariants, all.stream().map(Lookup::name).toList(), name -> false);
    invariants.enforce();
  }

  /**
   * {@return lookups whose errors are counted as the original does}
   *
   * @param all of them, in their order
   */
  public static Lookups of(List<Lookup> all) {
    return new Lookups(all, Accounting.SOUNDCALC);
  }

  /**
   * Reads a circuit's lookups.
   *
   * @param section the circuit's table, with the lookups in it
   * @param field where challenges are drawn
   * @param isTaken whether another term of the circuit has a name
   * @return nothing where one of them is wrong
   */
  public static Optional<Lookups> read(Section section, Field field, Predicate<String> isTaken) {
    List<Section> tables = section.tables(TABLE);
    List<Optional<Lookup>> read = tables.stream().map(table -> table.make(Lookup::of)).toList();
    for (int i = 0; i < read.size() && section.valid(CommonKeys.FIELD); i++) {
      Section table = tables.get(i);
      read.get(i).ifPresent(lookup -> lookup.warn(table, field));
    }
    Invariants invariants = new Invariants();
    check(
        invariants, read.stream().map(l -> l.map(Lookup::name).orElse(UNKNOWN)).toList(), isTaken);
    section.report(invariants.problems());
    boolean sound = invariants.problems().isEmpty() && read.stream().allMatch(Optional::isPresent);
    return sound
        ? Optional.of(of(read.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }

  /**
   * Requires that none bears the name of a term that is no lookup's.
   *
   * @param invariants where each that does is reported
   * @param isTaken whether another term of the circuit has a name
   */
  public void checkNames(Invariants invariants, Predicate<String> isTaken) {
    // every change of a parameter asks; that no two share a name is known
    for (int i = 0; i < all.size(); i++) {
      checkTaken(invariants, i, all.get(i).name(), isTaken);
    }
  }

  private static boolean checkTaken(
      Invariants invariants, int index, String name, Predicate<String> isTaken) {
    boolean taken = isTaken.test(name);
    if (taken) {
      report(invariants, index, "must not be that of another term, got \"%s\"", name);
    }
    return taken;
  }

  private static void check(Invariants invariants, List<String> names, Predicate<String> isTaken) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean taken = checkTaken(invariants, i, name, isTaken);
      if (!taken && !seen.add(name) && !name.equals(UNKNOWN)) {
        report(invariants, i, "must be unique among the circuit's lookups, got \"%s\" again", name);
      }
    }
  }

  private static void report(Invariants invariants, int index, String message, String name) {
    Problem problem = Problem.of(message.formatted(name), Lookup.NAME);
    invariants.add(problem.in(TABLE.name(), index));
  }

  /**
   * {@return the keys of each of them but its name, by which it is known}
   *
   * @param getter from a circuit to its lookups
   * @param wither the circuit with others
   */
  public List<Key<Circuit, ?>> keys(
      Function<Circuit, Lookups> getter, BiFunction<Circuit, Lookups, Circuit> wither) {
    List<Key<Circuit, ?>> keys = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int index = i;
      Key.Entry entry = new Key.Entry(TABLE.name(), all.get(i).name());
      for (Key<Lookup, ?> key : Lookup.PARAMETERS) {
        keys.add(
            key.<Circuit>of(
                    circuit -> getter.apply(circuit).all.get(index),
                    (circuit, lookup) ->
                        wither.apply(circuit, getter.apply(circuit).with(index, lookup)),
                    problem -> problem.in(TABLE.name(), index))
                .within(entry));
      }
    }
    return keys;
  }

  private Lookups with(int index, Lookup lookup) {
    List<Lookup> others = new ArrayList<>(all);
    others.set(index, lookup);
    return new Lookups(others, accounting);
  }

  /**
   * {@return the same lookups, their errors counted in another way}
   *
   * @param other how errors are counted from now on
   */
  public Lookups under(Accounting other) {
    return new Lookups(all, other);
  }

  /** {@return the same lookups without proof-of-work} */
  public Lookups withoutGrinding() {
    return new Lookups(all.stream().map(Lookup::withoutGrinding).toList(), accounting);
  }

  /** {@return their proof-of-work} */
  public List<GrindingSite> grindingSites() {
    return all.stream().map(Lookup::grindingSite).toList();
  }

  /**
   * The term of one of them.
   *
   * @param name the lookup's, which is that of its term
   * @param code what the commitment before its challenges may stand for
   * @return its term, if there is a lookup of that name
   */
  public Optional<Term> term(String name, CommittedCode code) {
    return all.stream()
        .filter(lookup -> lookup.name().equals(name))
        .findFirst()
        .map(lookup -> lookup.term(code, accounting));
  }

  /**
   * {@return their terms, over what the commitment before their challenges may stand for}
   *
   * @param code whose list size ℓ counts where errors are taken over a list
   */
  public List<Term> terms(CommittedCode code) {
    List<Term> terms = new ArrayList<>(all.size());
    for (Lookup lookup : all) {
      terms.add(lookup.term(code, accounting));
    }
    return terms;
  }
}
