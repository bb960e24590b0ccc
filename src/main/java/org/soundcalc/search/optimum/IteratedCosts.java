package org.soundcalc.search.optimum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.Iteration;
import org.soundcalc.model.design.Part;

/**
 * What parts of a proof cost on the axes of an aim. Each is found once: all intervals of gaps and
 * all limits of proof-of-work are of the same parts. Mutable, for one thread; nobody changes the
 * arrays.
 */
final class IteratedCosts {
  private static final int BITS_OF_INDEX = 8;
  private static final int BITS_OF_NUMBER = 24;

  /** Odd: no two keys become one, and those that differ in a few bits do so in the low ones too. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Aim aim;
  private final IteratedDesign.Parts parts;
  private final Map<Long, double[]> words = new HashMap<>();
  private final Map<Long, double[]> sent = new HashMap<>();
  private final Map<Long, double[]> ends = new HashMap<>();
  private final Map<Long, double[]> ground = new HashMap<>();
  private final Circuit circuit;

  /**
   * Costs.
   *
   * @param circuit whose nonces may count
   * @param parts at one rate
   */
  IteratedCosts(Aim aim, Circuit circuit, IteratedDesign.Parts parts) {
    this.aim = aim;
    this.circuit = circuit;
    this.parts = parts;
  }

  /** Bits of proof-of-work at a site. */
  double[] ground(long bits) {
    double[] costs = ground.get(bits);
    if (costs == null) {
      GrindingSite site = GrindingSite.of("", bits, 1);
      double tries = GrindingSite.work(List.of(site)).ceil().doubleValue();
      costs = ground(tries, bits > 0 ? (double) Sites.nonceBits(circuit) : 0);
      ground.put(bits, costs);
    }
    return costs;
  }

  /** Proof-of-work at the sites of a circuit. */
  double[] ground(Circuit some) {
    double tries = GrindingSite.work(some.grindingSites()).ceil().doubleValue();
    return ground(tries, Sites.nonces(some));
  }

  private double[] ground(double tries, double nonces) {
    return aim.axes().stream()
        .mapToDouble(
            axis -> axis == Axis.PROOF_SIZE ? nonces : axis.isMovedByGrinding() ? tries : 0)
        .toArray();
  }

  /** An iteration's word, without proof-of-work, with the answers to its queries. */
  double[] word(Iteration iteration, long queries, boolean worst) {
    return kept(words, key(iteration, queries, worst), () -> parts.word(iteration, queries), worst);
  }

  /** What it sends beside. */
  double[] sent(Iteration iteration, long samples, boolean worst) {
    return kept(sent, key(iteration, samples, worst), () -> parts.sent(iteration, samples), worst);
  }

  /** The coefficients that are left. */
  double[] end(int logDegree, boolean worst) {
    return kept(ends, 2L * logDegree + (worst ? 1 : 0), () -> parts.end(logDegree), worst);
  }

  private double[] kept(Map<Long, double[]> known, long key, Supplier<Part> part, boolean worst) {
    double[] costs = known.get(key);
    if (costs == null) {
      costs = costs(part.get(), worst);
      known.put(key, costs);
    }
    return costs;
  }

  /**
   * A number for each: indices, degrees and rates have fewer bits, and so have numbers of queries.
   */
  private static long key(Iteration of, long number, boolean worst) {
    long key = number << 1 | (worst ? 1 : 0);
    key |= (long) of.logFactor() << BITS_OF_NUMBER;
    key |= (long) of.logInverseRate() << (BITS_OF_NUMBER + BITS_OF_INDEX);
    key |= (long) of.logDegree() << (BITS_OF_NUMBER + 2 * BITS_OF_INDEX);
    return SPREAD * (key | (long) of.index() << (BITS_OF_NUMBER + 3 * BITS_OF_INDEX));
  }

  private double[] costs(Part part, boolean worst) {
    return aim.axes().stream()
        .mapToDouble(
            axis ->
                axis == Axis.PROOF_SIZE
                    ? (worst ? part.worstCaseBits() : part.expectedBits()).get().doubleValue()
                    : axis.of(part.costs().get()))
        .toArray();
  }
}
