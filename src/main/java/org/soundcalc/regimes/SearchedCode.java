package org.soundcalc.regimes;

import java.util.HashMap;
import java.util.Map;

/**
 * How many bits the errors of one code leave as its multiplicity grows, to the digits of doubles.
 */
final class SearchedCode {
  /** Where a multiplicity doubles, errors of combining functions lose so many bits. */
  private static final double USUAL_SLOPE = 5;

  /** A multiplicity from which others are not far. */
  private static final long USUAL = 30;

  /**
   * Where errors of combining functions, steep as they are, are the largest for certain: from there
   * one sees how far down to go, while from below, what queries leave may hide them.
   */
  private static final long FAR = 1L << 20;

  /** After so many guesses come halves, which end whatever the errors look like. */
  private static final int GUESSES = 6;

  private final ParametricCircuit circuit;
  private final int code;
  private final long least;
  private final long most;
  private final Map<Long, Double> known = new HashMap<>();

  private double slope = USUAL_SLOPE;
  private long multiplicity;
  private double reached = Double.NaN;

  /** The largest multiplicity that is known to leave enough bits; less than the least: none. */
  private long enough;

  private double enoughBits;

  /** The smallest that is known not to; more than the largest: none. */
  private long tooMany;

  private double tooManyBits;

  SearchedCode(ParametricCircuit circuit, int code, long least, long most) {
    this.circuit = circuit;
    this.code = code;
    this.least = least;
    this.most = most;
    this.multiplicity = Math.max(least, Math.min(most, USUAL));
    circuit.set(code, multiplicity);
  }

  /** What is known of the bits holds no more: the multiplicity of the code before is another. */
  void forget() {
    known.clear();
  }

  /**
   * Looks for the last multiplicity that leaves {@code target} bits.
   *
   * @return whether it is another than before
   */
  boolean find(double target) {
    long before = multiplicity;
    enough = least - 1;
    tooMany = most + 1;
    long m = first(target);
    for (int guesses = 0; tooMany - enough > 1; guesses++) {
      note(m, target);
      m = inside(next(m, target, guesses));
    }
    multiplicity = Math.max(enough, least);
    reached = bits(multiplicity);
    circuit.set(code, multiplicity);
    return multiplicity != before;
  }

  /** From what was found for another target, even if the multiplicity of the code before moved. */
  private long first(double target) {
    long far = Math.max(least, Math.min(most, FAR));
    return Double.isNaN(reached)
        ? inside(guess(far, bits(far), target))
        : inside(guess(multiplicity, reached, target));
  }

  private long inside(long m) {
    return Math.max(enough + 1, Math.min(tooMany - 1, m));
  }

  private void note(long m, double target) {
    double bits = bits(m);
    if (bits >= target) {
      enough = m;
      enoughBits = bits;
    } else {
      tooMany = m;
      tooManyBits = bits;
    }
  }

  private double bits(long m) {
    return known.computeIfAbsent(m, this::evaluate);
  }

  private double evaluate(long m) {
    circuit.set(code, m);
    return circuit.risingBits(code);
  }

  /** Where to look next, from {@code m} that was looked at last. */
  private long next(long m, double target, int guesses) {
    boolean bracketed = enough >= least && tooMany <= most;
    if (guesses > GUESSES) {
      return (long) Math.sqrt((double) Math.max(enough, 1) * tooMany);
    }
    if (bracketed) {
      slope = (enoughBits - tooManyBits) / (log2(tooMany) - log2(enough));
    }
    return bracketed ? guess(enough, enoughBits, target) : guess(m, bits(m), target);
  }

  /** Where the bits are down to a target, if they fall from {@code m} on as {@link #slope} says. */
  private long guess(long m, double bits, double target) {
    return (long) ((m + 0.5) * Math.pow(2, (bits - target) / slope) - 0.5);
  }

  /** Errors are close to powers of m + 1/2. */
  private static double log2(long m) {
    return Math.log(m + 0.5) / Math.log(2);
  }

  /** Whether the last search found a multiplicity. */
  boolean isFound() {
    return enough >= least;
  }

  /** What it found, or else the least there is. */
  long multiplicity() {
    return multiplicity;
  }

  /** The bits that this leaves. */
  double reached() {
    return reached;
  }

  /** The bits that the next larger multiplicity leaves, or the least one where none was found. */
  double missed() {
    return tooMany > most ? Double.NEGATIVE_INFINITY : tooManyBits;
  }
}
