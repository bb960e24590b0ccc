package org.soundcalc.protocols.schedule;

import java.util.List;
import org.soundcalc.model.Field;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Problem;
import org.soundcalc.model.keys.CommonKeys;

/**
 * What a schedule must fulfil: that there is enough to fold, and that its domains are in the field.
 *
 * @param invariants where problems are reported
 * @param field of the domains
 * @param logDegree m_0
 * @param factors κ_0, ..., as many as there are iterations at most
 */
record ScheduleRules(Invariants invariants, Field field, long logDegree, List<Long> factors) {
  /** Σκ_i ≤ m_0, those of no iteration among them. */
  void requireDegree(List<Long> allFactors) {
    long folds = allFactors.stream().mapToLong(Long::longValue).sum();
    invariants.require(
        folds <= logDegree,
        () -> "must sum to at most log_degree = " + logDegree + ", got " + folds,
        StirWhirParameters.FOLDING_FACTORS,
        StirWhirParameters.LOG_DEGREE);
  }

  /** m_i + μ_i − κ_i ≤ the field's 2-adicity, where domains halve. */
  void requireHalving(long logInverseRate) {
    List<Long> rates = Schedule.halving(logInverseRate, factors);
    Schedule.Iteration largest =
        Schedule.of(logDegree, rates, factors).iterations().stream()
            .reduce((a, b) -> b.logFoldedDomain() > a.logFoldedDomain() ? b : a)
            .orElseThrow();
    invariants.require(
        largest.logFoldedDomain() <= field.twoAdicity(),
        () ->
            ("with log_inv_rate = %d and folding_factors[%d] = %d is a domain of 2^%d points in"
                    + " iteration %2$d, beyond the 2-adicity %5$d of %6$s")
                .formatted(
                    logInverseRate,
                    largest.index(),
                    largest.logFactor(),
                    largest.logFoldedDomain(),
                    field.twoAdicity(),
                    field.tomlName()),
        StirWhirParameters.LOG_DEGREE,
        StirWhirParameters.LOG_INV_RATE,
        StirWhirParameters.FOLDING_FACTORS,
        CommonKeys.FIELD);
  }

  /**
   * μ_0 is that of log_inv_rate, and μ_i ≤ μ_(i+1) ≤ μ_i + κ_i; m_i + μ_i − κ_i, and m_M + μ_M of
   * the last polynomial, are at most the field's 2-adicity.
   */
  void requireRates(long logInverseRate, List<Long> rates) {
    if (rates.get(0) != logInverseRate) {
      report(0, "must be log_inv_rate = " + logInverseRate + ", got " + rates.get(0));
    }
    long degree = logDegree;
    for (int i = 0; i < Math.min(factors.size() + 1, rates.size()); i++) {
      long rate = rates.get(i);
      if (i > 0) {
        requireStep(i, rates.get(i - 1), rate);
      }
      degree -= i < factors.size() ? factors.get(i) : 0;
      if (degree + rate > field.twoAdicity()) {
        report(
            i,
            "with log_degree = %d makes a domain of 2^%d points, beyond the 2-adicity %d of %s, got %d"
                .formatted(logDegree, degree + rate, field.twoAdicity(), field.tomlName(), rate));
      }
    }
  }

  private void requireStep(int to, long before, long rate) {
    long most = before + factors.get(to - 1);
    if (rate < before) {
      report(to, "must be at least the entry before, %d, got %d".formatted(before, rate));
    } else if (rate > most) {
      report(
          to,
          "must be at most the entry before + folding_factors[%d] = %d, or the domain grows, got %d"
              .formatted(to - 1, most, rate));
    }
  }

  private void report(int entry, String message) {
    invariants.add(
        Problem.of(
                message,
                StirWhirParameters.LOG_INV_RATES,
                StirWhirParameters.LOG_INV_RATE,
                StirWhirParameters.LOG_DEGREE,
                StirWhirParameters.FOLDING_FACTORS,
                CommonKeys.FIELD)
            .at(entry));
  }
}
