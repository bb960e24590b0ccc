package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Field;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Term;

/**
 * The reduction from AIRs and their interactions to the stacked matrix, its errors as methods: each
 * counts for every codeword of the list, of L = ℓ(μ_0), that the matrix's commitment stands for.
 *
 * @param whir what it ends with
 * @param shape the AIRs, at least one
 * @param degree d of the constraints, ≥ 1
 * @param logUp the interactions' argument
 * @param field of the challenges
 */
record Reduction(StackedWhir whir, AirShape shape, long degree, LogUp logUp, Field field) {
  /** The degree of a round polynomial, of the GKR circuit and of the zerocheck's batch. */
  private static final int SUMCHECK_DEGREE = 3;

  private static final List<Citation> LOGUP = List.of(new Citation(Paper.SWIRL, "LogUp"));
  private static final List<Citation> GKR = List.of(new Citation(Paper.SWIRL, "GKR"));
  private static final List<Citation> ZEROCHECK = List.of(new Citation(Paper.SWIRL, "zerocheck"));
  private static final List<Citation> STACKED =
      List.of(new Citation(Paper.SWIRL, "stacked reduction"));

  List<Term> terms() {
    return List.of(
        new Term("logup", this::logUpError, logUp.grinding().bits(), LOGUP),
        new Term("gkr_sumcheck", this::gkrSumcheck, 0, GKR),
        new Term("gkr_batching", this::gkrBatching, 0, GKR),
        new Term("zerocheck_sumcheck", this::zerocheckSumcheck, 0, ZEROCHECK),
        new Term("constraint_batching", this::constraintBatching, 0, ZEROCHECK),
        new Term("stacked_reduction", this::stackedReduction, 0, STACKED));
  }

  /** 2·I·2^len·L·g/F: unbalanced interactions sum to zero. */
  private <T extends Real<T>> T logUpError(Numbers<T> x) {
    T points =
        x.of(2)
            .times(x.named("I", logUp.interactions()))
            .times(x.named("2^len", Rational.powerOfTwo(logUp.logMessageLength())));
    return logUp.grinding().ground(x, ofList(x, points));
  }

  /** 3/F: two round polynomials of the GKR circuit agree at a random point. */
  private <T extends Real<T>> T gkrSumcheck(Numbers<T> x) {
    return x.of(SUMCHECK_DEGREE).over(x.named("F", field.size()));
  }

  /** 1/F: the claims on two halves of a layer hide each other. */
  private <T extends Real<T>> T gkrBatching(Numbers<T> x) {
    return x.of(1).over(x.named("F", field.size()));
  }

  /** max((d + 1)·σ, d + 1)·L/F: round polynomials agree, univariate ones or multilinear ones. */
  private <T extends Real<T>> T zerocheckSumcheck(Numbers<T> x) {
    T multilinear = x.named("d", degree).plus(x.one());
    T univariate = multilinear.times(sigma(x));
    return ofList(x, univariate.max(multilinear));
  }

  /**
   * max(max(x, 3) + σ + (C − 1), 3·K − 1)·L/F: a batch of C constraints vanishes at the sumchecks'
   * common boundary, or one of 3·K claims on K AIRs hides another.
   */
  private <T extends Real<T>> T constraintBatching(Numbers<T> x) {
    T three = x.of(SUMCHECK_DEGREE);
    // The subtraction comes last: nothing is negative even without constraints.
    T boundary =
        x.named("x", extraVariables())
            .max(three)
            .plus(sigma(x))
            .plus(x.named("C", shape.constraints()))
            .minus(x.one());
    T claims = three.times(x.named("K", shape.airs())).minus(x.one());
    return ofList(x, boundary.max(claims));
  }

  /** x: a trace may be shorter than the univariate round, and the sum longer than a trace. */
  private int extraVariables() {
    int skip = whir.stack().skip();
    int traceVariables = Math.max(shape.logHeight() - skip, 0);
    BigInteger cap = BigInteger.valueOf(logUp.interactions());
    return Math.max(traceVariables - shape.interactionVariables(cap, skip), 0);
  }

  /**
   * max(2·W, 2σ, 2)·L/F: the batch of the claims on W columns and on their rotations, or a round
   * polynomial of the sumcheck over them, is right by chance.
   */
  private <T extends Real<T>> T stackedReduction(Numbers<T> x) {
    T two = x.of(2);
    T batching = two.times(x.named("W", shape.columns()));
    return ofList(x, batching.max(two.times(sigma(x))).max(two));
  }

  /** σ = 2^l_skip − 1. */
  private <T extends Real<T>> T sigma(Numbers<T> x) {
    return x.named("σ", Rational.of(whir.stack().skipDegree()));
  }

  private <T extends Real<T>> T ofList(Numbers<T> x, T points) {
    return points.times(whir.initial().listSize(x)).over(x.named("F", field.size()));
  }
}
