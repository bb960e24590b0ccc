package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.List;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Field;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Term;

/**
 * The errors of the reduction from AIRs and their interactions to WHIR.
 *
 * @param stack what it ends with
 * @param initial the bounds of the stacked columns' code
 * @param shape the AIRs, at least one
 * @param degree of the constraints, ≥ 1
 * @param logUp the interactions' argument
 * @param grinding before LogUp's challenges
 * @param field of the challenges
 */
record ReductionErrors(
    Stack stack,
    SwirlCodeBounds initial,
    AirShape shape,
    long degree,
    LogUp logUp,
    BiasedGrinding grinding,
    Field field) {
  /** The degree of a round polynomial of the GKR circuit. */
  private static final int GKR_DEGREE = 3;

  List<Term> terms() {
    Rational skipDegree = Rational.powerOfTwo(stack.skip()).minus(Rational.ONE);
    return List.of(
        new Term(
            "logup",
            new LogUpError(logUp, initial, field, grinding),
            grinding.bits(),
            source("LogUp")),
        Term.ground("gkr_sumcheck", new DegreeError(GKR_DEGREE, field), 0, source("GKR")),
        Term.ground("gkr_batching", new DegreeError(1, field), 0, source("GKR")),
        Term.ground(
            "zerocheck_sumcheck",
            new ZerocheckError(degree, skipDegree, initial, field),
            0,
            source("zerocheck")),
        Term.ground(
            "constraint_batching",
            new ConstraintBatchingError(extraVariables(), shape, skipDegree, initial, field),
            0,
            source("zerocheck")),
        Term.ground(
            "stacked_reduction",
            new StackedReductionError(shape.columns(), skipDegree, initial, field),
            0,
            source("stacked reduction")));
  }

  /** x: a trace may be shorter than the univariate round, and the sum longer than a trace. */
  private int extraVariables() {
    int traceVariables = Math.max(shape.logHeight() - stack.skip(), 0);
    BigInteger cap = BigInteger.valueOf(logUp.interactions());
    return Math.max(traceVariables - shape.interactionVariables(cap, stack.skip()), 0);
  }

  private static List<Citation> source(String place) {
    return List.of(new Citation(Paper.SWIRL, place));
  }
}
