package org.soundcalc.search.optimum;

import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Part;

/**
 * What a layout's folds cost, on the axes that count.
 *
 * @param aim whose axes count
 * @param worst whether sizes count in the worst case, if not on average
 * @param parts of a proof
 * @param grindingFolds bits of proof-of-work before each fold
 * @param nonceBits bits of the nonce that goes with it, where nonces count
 */
record FoldingCosts(
    Aim aim, boolean worst, FoldingDesign.Parts parts, long grindingFolds, long nonceBits)
    implements FoldPaths.Costs {
  /** What the committed functions cost, proof-of-work left out. */
  double[] start() {
    return each(parts.start(), 0, 0);
  }

  @Override
  public double[] fold(int logFactor, int logFoldedDimension) {
    boolean grinds = grindingFolds > 0;
    return each(
        parts.fold(logFactor, logFoldedDimension),
        grinds ? Math.scalb(1.0, (int) grindingFolds) : 0.0,
        grinds ? (double) nonceBits : 0.0);
  }

  @Override
  public double[] end(int logDimension) {
    return each(parts.end(logDimension), 0, 0);
  }

  private double[] each(Part part, double tries, double nonce) {
    double[] costs = new double[aim.axes().size()];
    for (int i = 0; i < costs.length; i++) {
      Axis axis = aim.axes().get(i);
      costs[i] =
          axis == Axis.PROOF_SIZE
              ? (worst ? part.worstCaseBits() : part.expectedBits()).get().doubleValue() + nonce
              : axis.of(part.costs().get()) + (axis.isMovedByGrinding() ? tries : 0);
    }
    return costs;
  }
}
