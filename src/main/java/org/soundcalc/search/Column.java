package org.soundcalc.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.Key;

/**
 * A circuit's terms under one regime, with their certified bits. Where one lever has another value,
 * the few terms that it moves stand beside those of the column that it was moved from.
 */
final class Column {
  /** Stands for the bits of a circuit that the regime does not cover. */
  private static final int NOT_COVERED = -1;

  private final Regime regime;

  /** Why the circuit contradicts itself under the regime, if it does. */
  private final Optional<Assessment.Refused> refusal;

  /** The regime's own choice for each code, from which alone the terms follow; else nothing. */
  private final Optional<List<CodeBounds>> choices;

  private final Rounds rounds;
  private final Term[] terms;
  private final int[] bits;

  /** Which of these terms are others here; each has its place among the others. */
  private final Moved moved;

  private final Term[] others;
  private final int[] othersBits;

  /** The least of all bits, or {@value #NOT_COVERED}. */
  private final int least;

  /** How many terms were certified for this column, and those that it was made from. */
  private final long work;

  /** What the lever that was asked of last moves; a race finds the same twice. */
  private Moved last;

  /** This column with all terms in one place; a race makes the same twice. */
  private Column whole;

  /** The places of the terms that a lever moves, and the least bits of all others. */
  private static final class Moved {
    static final Moved NOTHING = new Moved(Optional.empty(), new int[0], 0);

    final Optional<Key<Circuit, ?>> by;
    final int[] places;
    final int rest;

    Moved(Optional<Key<Circuit, ?>> by, int[] places, int rest) {
      this.by = by;
      this.places = places;
      this.rest = rest;
    }
  }

  private Column(
      Regime regime,
      Optional<List<CodeBounds>> choices,
      Rounds rounds,
      Term[] terms,
      int[] bits,
      long work) {
    this(regime, Optional.empty(), choices, rounds, terms, bits, work);
  }

  private Column(
      Regime regime,
      Optional<Assessment.Refused> refusal,
      Optional<List<CodeBounds>> choices,
      Rounds rounds,
      Term[] terms,
      int[] bits,
      long work) {
    this.regime = regime;
    this.refusal = refusal;
    this.choices = choices;
    this.rounds = rounds;
    this.terms = terms;
    this.bits = bits;
    this.moved = Moved.NOTHING;
    this.others = terms;
    this.othersBits = bits;
    this.least = bits.length == 0 ? NOT_COVERED : least(bits, new BitSet());
    this.work = work;
    this.whole = this;
  }

  /** The column that another one becomes by a lever. */
  private Column(Column from, Moved moved, Term[] others, int[] othersBits) {
    this.regime = from.regime;
    this.refusal = from.refusal;
    this.choices = from.choices;
    this.rounds = from.rounds;
    this.terms = from.terms;
    this.bits = from.bits;
    this.moved = moved;
    this.others = others;
    this.othersBits = othersBits;
    int few = moved.rest;
    for (int some : othersBits) {
      few = Math.min(few, some);
    }
    this.least = few;
    this.work = from.work + others.length;
  }

  /** The least bits of terms, some left out; none where all are. */
  private static int least(int[] bits, BitSet without) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < bits.length; i++) {
      least = without.get(i) ? least : Math.min(least, bits[i]);
    }
    return least;
  }

  private Column whole() {
    Column known = whole;
    if (known == null) {
      Term[] all = terms.clone();
      int[] allBits = bits.clone();
      for (int i = 0; i < others.length; i++) {
        all[moved.places[i]] = others[i];
        allBits[moved.places[i]] = othersBits[i];
      }
      known = new Column(regime, choices, rounds, all, allBits, work);
      whole = known;
    }
    return known;
  }

  /** Certifies every term. */
  static Column of(Circuit circuit, Regime regime) {
    Assessment assessment = regime.assess(circuit);
    if (!(assessment instanceof Assessment.Terms assessed)) {
      Term[] none = {};
      Optional<Assessment.Refused> refusal =
          assessment instanceof Assessment.Refused refused
              ? Optional.of(refused)
              : Optional.empty();
      return new Column(regime, refusal, Optional.empty(), Rounds.of(none), none, new int[0], 0);
    }
    Term[] terms = assessed.terms().toArray(Term[]::new);
    int[] bits = new int[terms.length];
    for (int i = 0; i < terms.length; i++) {
      bits[i] = certify(terms[i]);
    }
    Optional<List<CodeBounds>> choices =
        assessed.choices().filter(c -> c.by().equals(regime)).map(Assessment.Choices::bounds);
    return new Column(regime, choices, Rounds.of(terms), terms, bits, terms.length);
  }

  /** The bits of an error are below 2^31: no field within the limits has so many. */
  private static int certify(Term term) {
    return Math.toIntExact(Certified.bits(term.error()));
  }

  Regime regime() {
    return regime;
  }

  long work() {
    return work;
  }

  List<Term> terms() {
    return List.of(whole().terms);
  }

  Optional<Assessment.Refused> refusal() {
    return refusal;
  }

  /** The term with the largest error, where the regime covers the circuit. */
  Term binding() {
    Column all = whole();
    int binding = 0;
    for (int i = 1; i < all.terms.length; i++) {
      if (all.bits[i] < all.bits[binding]
          || (all.bits[i] == all.bits[binding]
              && all.terms[i].visiblyExceeds(all.terms[binding]))) {
        binding = i;
      }
    }
    return all.terms[binding];
  }

  boolean keepsBounds() {
    return choices.isPresent();
  }

  List<Term> weakest() {
    Column all = whole();
    return IntStream.range(0, all.bits.length)
        .filter(i -> all.bits[i] == least)
        .mapToObj(i -> all.terms[i])
        .toList();
  }

  List<Integer> termBits() {
    return Arrays.stream(whole().bits).boxed().toList();
  }

  /** The least of all bits, or {@value #NOT_COVERED}. */
  int bits() {
    return least;
  }

  /**
   * The column of a circuit in which one key has another value.
   *
   * @param circuit what this is the column of
   * @param other the changed circuit
   */
  Column moved(Circuit circuit, Circuit other, Key<Circuit, ?> key) {
    if (choices.isEmpty() || !other.keysNameAllTermsMoved()) {
      return anew(other);
    }
    List<CodeBounds> bounds = choices.get();
    return key.lever().isPresent()
        ? whole().raised(other, bounds, key)
        : whole().changed(circuit, other, bounds, List.of(key));
  }

  /** The same where several keys have another value. */
  Column moved(Circuit circuit, Circuit other, Collection<Key<Circuit, ?>> keys) {
    return choices.isEmpty() || !other.keysNameAllTermsMoved()
        ? anew(other)
        : whole().changed(circuit, other, choices.get(), keys);
  }

  private Column anew(Circuit other) {
    Column its = of(other, regime);
    long total = work + its.work;
    return new Column(regime, its.refusal, its.choices, its.rounds, its.terms, its.bits, total);
  }

  /** A lever changes neither the codes, nor which terms there are. */
  private Column raised(Circuit other, List<CodeBounds> bounds, Key<Circuit, ?> key) {
    Moved its = movedBy(key);
    Term[] itsTerms = new Term[its.places.length];
    int[] itsBits = new int[its.places.length];
    for (int i = 0; i < itsTerms.length; i++) {
      Optional<Term> term = other.term(rounds.name(its.places[i]), bounds);
      if (term.isEmpty()) {
        return replaced(other, bounds, List.of(key));
      }
      itsTerms[i] = term.get();
      itsBits[i] = certify(term.get());
    }
    return new Column(this, its, itsTerms, itsBits);
  }

  private Moved movedBy(Key<Circuit, ?> key) {
    Moved known = last;
    if (known == null || known.by.orElseThrow() != key) {
      BitSet places = rounds.movedBy(key);
      known = new Moved(Optional.of(key), places.stream().toArray(), least(bits, places));
      last = known;
    }
    return known;
  }

  private Column changed(
      Circuit circuit, Circuit other, List<CodeBounds> bounds, Collection<Key<Circuit, ?>> keys) {
    boolean sameBounds =
        other.codes().equals(circuit.codes())
            && other.excludes(regime.info().decoding()).isEmpty()
            && other.refusal(regime.name(), bounds).isEmpty();
    return sameBounds ? replaced(other, bounds, keys) : anew(other);
  }

  /** The terms of another circuit under the same bounds. */
  private Column replaced(
      Circuit other, List<CodeBounds> bounds, Collection<Key<Circuit, ?>> keys) {
    Term[] itsTerms = other.terms(bounds).toArray(Term[]::new);
    int[] itsBits = new int[itsTerms.length];
    boolean sameRounds = rounds.areThoseOf(itsTerms);
    Rounds itsRounds = sameRounds ? rounds : Rounds.of(itsTerms);
    BitSet changed = new BitSet();
    keys.forEach(key -> changed.or(itsRounds.movedBy(key)));
    long itsWork = work;
    for (int i = 0; i < itsTerms.length; i++) {
      int known = sameRounds ? i : rounds.indexOf(itsTerms[i].name());
      boolean isNew = changed.get(i) || known < 0;
      itsBits[i] = isNew ? certify(itsTerms[i]) : bits[known];
      itsWork += isNew ? 1 : 0;
    }
    return new Column(regime, choices, itsRounds, itsTerms, itsBits, itsWork);
  }
}
