package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.soundcalc.math.Certified;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.search.Prepared;

/**
 * A configuration of little cost for a circuit that does not say how it may be laid out otherwise:
 * with the most proof-of-work its other levers are raised together until it has the bits wanted,
 * and then lowered one by one, last the proof-of-work. What raises one lever to lower another is
 * missed.
 */
record LeverDescent(Circuit circuit, Space space, Aim aim, Findings findings) {
  /**
   * A lever.
   *
   * @param <T> a number, or lists of numbers, each lowered by itself
   * @param values that each may have, ascending
   */
  private record Lever<T>(Key<Circuit, T> key, List<Long> values) {
    private static KeyType<?> entryType(KeyType<?> type) {
      return type instanceof ListType<?> list ? entryType(list.element()) : type;
    }

    boolean isSite() {
      return entryType(key.type()).equals(IntegerType.GRINDING);
    }

    Lever<T> upTo(long most) {
      List<Long> some = values.stream().filter(value -> value <= most).toList();
      return new Lever<>(key, some.isEmpty() ? values.subList(0, 1) : some);
    }

    int entries(Circuit circuit) {
      return leaves(key.get(circuit)).size();
    }

    /** With the value of a place in every entry. */
    Circuit all(Circuit circuit, int place) {
      long value = values.get(Math.min(place, values.size() - 1));
      return with(circuit, leaves(key.get(circuit)).stream().map(any -> value).toList());
    }

    /** With the value of a place in one entry. */
    Circuit one(Circuit circuit, int entry, int place) {
      List<Long> leaves = new ArrayList<>(leaves(key.get(circuit)));
      leaves.set(entry, values.get(place));
      return with(circuit, leaves);
    }

    /** The place of the value that an entry has. */
    int place(Circuit circuit, int entry) {
      return values.indexOf(leaves(key.get(circuit)).get(entry));
    }

    @SuppressWarnings("unchecked") // of the same type
    private Circuit with(Circuit circuit, List<Long> leaves) {
      return key.with(circuit, (T) replaced(key.get(circuit), leaves.iterator()));
    }
  }

  /** The numbers in a value. */
  static List<Long> leaves(Object value) {
    return value instanceof List<?> list
        ? list.stream().flatMap(some -> leaves(some).stream()).toList()
        : List.of((Long) value);
  }

  /** A value with other numbers in it, in their order. */
  static Object replaced(Object value, Iterator<Long> leaves) {
    return value instanceof List<?> list
        ? list.stream().map(some -> replaced(some, leaves)).toList()
        : (Object) leaves.next();
  }

  /** Looks under one regime. */
  void search(Regime regime) {
    findings.miss();
    if (findings.isSurvey()) {
      note(regime);
      return;
    }
    for (long grinding : mostGrinding()) {
      List<Lever<?>> levers = levers(grinding);
      enough(levers, regime).ifPresent(enough -> offer(enough, levers, regime));
    }
  }

  private void offer(Circuit enough, List<Lever<?>> levers, Regime regime) {
    Circuit found = lowered(enough, levers, regime);
    findings.offer(new Finding(regime, aim.costs(found), () -> found));
  }

  /** Those that may move, the proof-of-work last. */
  private List<Lever<?>> levers(long mostGrinding) {
    List<Lever<?>> all = new ArrayList<>();
    for (Key<Circuit, ?> key : circuit.keys()) {
      if (key.lever().isPresent() && space.moves(key)) {
        Lever<?> lever = new Lever<>(key, space.entries(key).stream().sorted().toList());
        all.add(lever.isSite() ? lever.upTo(mostGrinding) : lever);
      }
    }
    all.sort(Comparator.comparing(Lever::isSite));
    return all;
  }

  /** Where proof-of-work costs something that counts, all that it may be at most. */
  private List<Long> mostGrinding() {
    if (!aim.countsGrinding()) {
      return List.of(Limits.GRINDING_BITS);
    }
    SortedSet<Long> most = new TreeSet<>(Comparator.reverseOrder());
    levers(Limits.GRINDING_BITS).stream()
        .filter(Lever::isSite)
        .forEach(site -> most.addAll(site.values));
    return most.isEmpty() ? List.of(0L) : List.copyOf(most);
  }

  /** With the most proof-of-work, and the value of a place for each other lever. */
  private Optional<Circuit> raised(List<Lever<?>> levers, int place) {
    try {
      Circuit raised = circuit;
      for (Lever<?> lever : levers) {
        raised = lever.all(raised, lever.isSite() ? Integer.MAX_VALUE : place);
      }
      return Optional.of(raised);
    } catch (InvalidConfiguration contradiction) {
      findings.refuse(contradiction);
      return Optional.empty();
    }
  }

  private static int places(List<Lever<?>> levers) {
    return levers.stream()
        .filter(lever -> !lever.isSite())
        .mapToInt(lever -> lever.values.size())
        .max()
        .orElse(1);
  }

  /** The first of those, at twice the place each time, that has enough bits. */
  private Optional<Circuit> enough(List<Lever<?>> levers, Regime regime) {
    for (int place = 0; place < 2 * places(levers); place = 2 * place + 1) {
      Optional<Circuit> raised = raised(levers, place).filter(its -> isEnough(its, regime));
      if (raised.isPresent()) {
        return raised;
      }
    }
    return Optional.empty();
  }

  private Circuit lowered(Circuit enough, List<Lever<?>> levers, Regime regime) {
    Circuit lowered = enough;
    for (Lever<?> lever : levers) {
      for (int entry = 0; entry < lever.entries(enough); entry++) {
        lowered = lowered(lowered, lever, entry, regime);
      }
    }
    return lowered;
  }

  private Circuit lowered(Circuit enough, Lever<?> lever, int entry, Regime regime) {
    int now = lever.place(enough, entry);
    if (now == 0) {
      return enough;
    }
    long tooLow =
        MonotoneBisection.last(
            0, now - 1L, now - 1L, place -> !isEnough(enough, lever, entry, (int) place, regime));
    return tooLow == now - 1L ? enough : lever.one(enough, entry, (int) tooLow + 1);
  }

  private boolean isEnough(Circuit enough, Lever<?> lever, int entry, int place, Regime regime) {
    try {
      return isEnough(lever.one(enough, entry, place), regime);
    } catch (InvalidConfiguration contradiction) {
      return false;
    }
  }

  private boolean isEnough(Circuit some, Regime regime) {
    return regime.assess(some) instanceof Assessment.Terms all
        && all.terms().stream().allMatch(this::isEnough);
  }

  private boolean isEnough(Term term) {
    findings.meter().term();
    return Certified.bits(term.error()) >= aim.bits();
  }

  /** How many bits terms have as all levers are raised. */
  private void note(Regime regime) {
    List<Lever<?>> levers = levers(Limits.GRINDING_BITS);
    for (int place = 0; place < 2 * places(levers); place = 2 * place + 1) {
      for (Circuit raised : raised(levers, place).stream().toList()) {
        for (Term term : Prepared.of(raised, List.of(regime)).terms(regime)) {
          findings.note(term.name(), Certified.bits(term.error()));
        }
      }
    }
  }
}
