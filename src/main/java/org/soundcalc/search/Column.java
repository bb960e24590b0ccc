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

/** A circuit's terms under one regime, with their certified bits. */
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

  /** How many terms were certified for this column, and those that it was made from. */
  private final long work;

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
    this.work = work;
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
    return List.of(terms);
  }

  Optional<Assessment.Refused> refusal() {
    return refusal;
  }

  /** The term with the largest error, where the regime covers the circuit. */
  Term binding() {
    int binding = 0;
    for (int i = 1; i < terms.length; i++) {
      if (bits[i] < bits[binding]
          || (bits[i] == bits[binding] && terms[i].visiblyExceeds(terms[binding]))) {
        binding = i;
      }
    }
    return terms[binding];
  }

  boolean keepsBounds() {
    return choices.isPresent();
  }

  List<Term> weakest() {
    int least = bits();
    return IntStream.range(0, bits.length)
        .filter(i -> bits[i] == least)
        .mapToObj(i -> terms[i])
        .toList();
  }

  List<Integer> termBits() {
    return Arrays.stream(bits).boxed().toList();
  }

  /** The least of all bits, or {@value #NOT_COVERED}. */
  int bits() {
    if (bits.length == 0) {
      return NOT_COVERED;
    }
    int least = bits[0];
    for (int some : bits) {
      least = Math.min(least, some);
    }
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
        ? raised(other, bounds, key)
        : changed(circuit, other, bounds, List.of(key));
  }

  /** The same where several keys have another value. */
  Column moved(Circuit circuit, Circuit other, Collection<Key<Circuit, ?>> keys) {
    return choices.isEmpty() || !other.keysNameAllTermsMoved()
        ? anew(other)
        : changed(circuit, other, choices.get(), keys);
  }

  private Column anew(Circuit other) {
    Column its = of(other, regime);
    long total = work + its.work;
    return new Column(regime, its.refusal, its.choices, its.rounds, its.terms, its.bits, total);
  }

  /** A lever changes neither the codes, nor which terms there are. */
  private Column raised(Circuit other, List<CodeBounds> bounds, Key<Circuit, ?> key) {
    Term[] itsTerms = terms.clone();
    int[] itsBits = bits.clone();
    BitSet moved = rounds.movedBy(key);
    for (int i = moved.nextSetBit(0); i >= 0; i = moved.nextSetBit(i + 1)) {
      Optional<Term> term = other.term(rounds.name(i), bounds);
      if (term.isEmpty()) {
        return replaced(other, bounds, List.of(key));
      }
      itsTerms[i] = term.get();
      itsBits[i] = certify(term.get());
    }
    return new Column(regime, choices, rounds, itsTerms, itsBits, work + moved.cardinality());
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
    BitSet moved = new BitSet();
    keys.forEach(key -> moved.or(itsRounds.movedBy(key)));
    long itsWork = work;
    for (int i = 0; i < itsTerms.length; i++) {
      int known = sameRounds ? i : rounds.indexOf(itsTerms[i].name());
      boolean isNew = moved.get(i) || known < 0;
      itsBits[i] = isNew ? certify(itsTerms[i]) : bits[known];
      itsWork += isNew ? 1 : 0;
    }
    return new Column(regime, choices, itsRounds, itsTerms, itsBits, itsWork);
  }
}
