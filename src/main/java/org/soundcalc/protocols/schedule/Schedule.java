package org.soundcalc.protocols.schedule;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Rate;

/**
 * How STIR and WHIR go from code to code: iteration i folds 2^κ_i to 1 and goes on over a domain of
 * half the size, so that the degree falls by 2^κ_i and the rate by 2^(κ_i − 1) only.
 *
 * @param iterations i = 0, ..., M − 1, at least one
 * @param logFinalDegree m_M, log2 of the number of coefficients that are left
 */
public record Schedule(List<Iteration> iterations, int logFinalDegree) {
  /**
   * An iteration.
   *
   * @param logDegree m_i, log2 of its code's dimension
   * @param rate ρ_i = 2^-μ_i
   * @param logFactor κ_i, log2 of how many it folds to one, ≥ 1
   * @param dimensions 2^(m_i − s) for s = 0, ..., κ_i: of its code after each halving
   * @param length 2^(m_i + μ_i), its code's length
   */
  public record Iteration(
      int logDegree, Rate rate, int logFactor, List<Rational> dimensions, Rational length) {
    static Iteration of(int logDegree, int logInverseRate, int logFactor) {
      List<Rational> dimensions = new ArrayList<>(logFactor + 1);
      for (int s = 0; s <= logFactor; s++) {
        dimensions.add(Rational.powerOfTwo(logDegree - s));
      }
      return new Iteration(
          logDegree,
          Rate.ofLog2Inverse(logInverseRate),
          logFactor,
          List.copyOf(dimensions),
          Rational.powerOfTwo(logDegree + logInverseRate));
    }

    /** 2^κ_i, how many it folds to one. */
    public long factor() {
      return 1L << logFactor;
    }

    /** 2^m_i, its code's dimension. */
    public Rational dimension() {
      return dimensions.get(0);
    }

    /** 2^(m_i − κ_i), the dimension once all is folded. */
    public Rational foldedDimension() {
      return dimensions.get(logFactor);
    }

    /**
     * m_i + μ_i − κ_i: log2 of the points that are queried, each a leaf of 2^κ_i values. Committed
     * as 2^κ_i interleaved words, this is the largest domain that the iteration evaluates over.
     */
    public int logFoldedDomain() {
      return logDegree + rate.log2Inverse() - logFactor;
    }
  }

  /**
   * The schedule from an initial code.
   *
   * @param logDegree m_0
   * @param logInverseRate μ_0, ≥ 1
   * @param logFactors κ_0, ..., κ_(M−1), each ≥ 1
   */
  public static Schedule of(int logDegree, int logInverseRate, List<Integer> logFactors) {
    List<Iteration> iterations = new ArrayList<>(logFactors.size());
    int m = logDegree;
    int mu = logInverseRate;
    for (int kappa : logFactors) {
      iterations.add(Iteration.of(m, mu, kappa));
      m -= kappa;
      mu += kappa - 1;
    }
    return new Schedule(List.copyOf(iterations), m);
  }

  /** M, the number of iterations. */
  public int size() {
    return iterations.size();
  }

  /** Iteration i, from 0. */
  public Iteration iteration(int i) {
    return iterations.get(i);
  }

  /** ρ_i. */
  public Rate rate(int i) {
    return iterations.get(i).rate();
  }

  /** 2^(m_i − s), the dimension of the code of iteration i after s halvings. */
  public Rational dimension(int i, int s) {
    return iterations.get(i).dimensions().get(s);
  }

  /** ρ_0, ..., ρ_(M−1). */
  public List<Rate> rates() {
    return iterations.stream().map(Iteration::rate).toList();
  }
}
