package org.soundcalc.protocols.schedule;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Rate;

/**
 * How STIR and WHIR go from code to code: iteration i folds 2^κ_i to 1 and goes on over a smaller
 * domain, usually of half the size, so that the degree falls by 2^κ_i and the rate by less.
 *
 * @param iterations i = 0, ..., M − 1, at least one
 * @param logFinalDegree m_M, log2 of the number of coefficients that are left
 */
public record Schedule(List<Iteration> iterations, int logFinalDegree) {
  /**
   * An iteration.
   *
   * @param index i
   * @param logDegree m_i, log2 of its code's dimension
   * @param rate ρ_i = 2^-μ_i
   * @param logFactor κ_i, log2 of how many it folds to one, ≥ 1
   */
  public record Iteration(int index, int logDegree, Rate rate, int logFactor) {
    /** {@return 2^κ_i, how many it folds to one} */
    public long factor() {
      return 1L << logFactor;
    }

    /** {@return 2^m_i, its code's dimension} */
    public Rational dimension() {
      return dimension(0);
    }

    /**
     * {@return 2^(m_i − s), the dimension after s of its κ_i halvings}
     *
     * @param s from 0 to κ_i
     */
    public Rational dimension(int s) {
      return Rational.powerOfTwo(logDegree - s);
    }

    /** {@return 2^(m_i − κ_i), the dimension once all is folded} */
    public Rational foldedDimension() {
      return dimension(logFactor);
    }

    /** {@return 2^(m_i + μ_i), its code's length} */
    public Rational length() {
      return Rational.powerOfTwo(logDegree + rate.log2Inverse());
    }

    /**
     * {@return m_i + μ_i − κ_i: log2 of the points that are queried, each a leaf of 2^κ_i values}
     * Committed as 2^κ_i interleaved words, this is the largest domain that the iteration evaluates
     * over.
     */
    public int logFoldedDomain() {
      return logDegree + rate.log2Inverse() - logFactor;
    }
  }

  /**
   * {@return the schedule from an initial code}
   *
   * @param logDegree m_0
   * @param logInverseRates μ_0, ..., μ_(M−1), each ≥ 1; further ones count for nothing
   * @param logFactors κ_0, ..., κ_(M−1), each ≥ 1
   */
  public static Schedule of(long logDegree, List<Long> logInverseRates, List<Long> logFactors) {
    List<Iteration> iterations = new ArrayList<>(logFactors.size());
    int m = (int) logDegree;
    for (int i = 0; i < logFactors.size(); i++) {
      Rate rate = Rate.ofLog2Inverse(logInverseRates.get(i).intValue());
      int kappa = logFactors.get(i).intValue();
      iterations.add(new Iteration(i, m, rate, kappa));
      m -= kappa;
    }
    return new Schedule(List.copyOf(iterations), m);
  }

  /**
   * {@return the schedules next to one: without its last fold, with one of the folds larger or
   * smaller by a factor of 2, or with all of them larger, as many as fit into what it folds}
   *
   * @param logFactors κ_0, ..., κ_(M−1), each ≥ 1
   * @param most the largest sum
   */
  public static List<List<Long>> neighbours(List<Long> logFactors, long most) {
    List<List<Long>> all = new ArrayList<>();
    int last = logFactors.size() - 1;
    all.add(logFactors.subList(0, Math.max(last, 0)));
    for (int i = 0; i <= last; i++) {
      for (int by : new int[] {1, -1}) {
        List<Long> other = new ArrayList<>(logFactors);
        other.set(i, other.get(i) + by);
        all.add(other);
      }
    }
    all.add(larger(logFactors));
    all.removeIf(next -> next.isEmpty() || next.contains(0L) || sum(next) > most);
    return all;
  }

  private static List<Long> larger(List<Long> logFactors) {
    List<Long> larger = new ArrayList<>();
    for (long factor : logFactors) {
      if (sum(larger) + factor + 1 <= sum(logFactors)) {
        larger.add(factor + 1);
      }
    }
    return larger;
  }

  private static long sum(List<Long> logFactors) {
    return logFactors.stream().mapToLong(Long::longValue).sum();
  }

  /**
   * {@return μ_0, ..., μ_M where each domain has half the size of the one before: μ_(i+1) = μ_i +
   * κ_i − 1}
   *
   * @param logInverseRate μ_0, ≥ 1
   * @param logFactors κ_0, ..., κ_(M−1), each ≥ 1
   */
  public static List<Long> halving(long logInverseRate, List<Long> logFactors) {
    List<Long> rates = new ArrayList<>(logFactors.size() + 1);
    rates.add(logInverseRate);
    for (int i = 0; i < logFactors.size(); i++) {
      rates.add(rates.get(i) + logFactors.get(i) - 1);
    }
    return rates;
  }
}
