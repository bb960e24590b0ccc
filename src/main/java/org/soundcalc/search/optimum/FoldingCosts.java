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
 */
record FoldingCosts(Aim aim, boolean worst, FoldingDesign.Parts parts, long grindingFolds)
    implements FoldPaths.Costs {
  /** What the committed functions cost, proof-of-work left out. */
  double[] start() {
    return each(parts.start(), 0);
  }

  @Override
  public double[] fold(int logFactor, int logFoldedDimension) {
    double tries = grindingFolds == 0 ? 0 : Math.scalb(1, (int) grindingFolds);
    return each(parts.fold(logFactor, logFoldedDimension), tries);
  }

  @Override
  public double[] end(int logDimension) {
    return each(parts.end(logDimension), 0);
  }

  private double[] each(Part part, double tries) {
    double[] costs = new double[aim.axes().size()];
    for (int i = 0; i < costs.length; i++) {
      Axis axis = aim.axes().get(i);
      costs[i] =
          axis == Axis.PROOF_SIZE
              ? (worst ? part.worstCaseBits() : part.expectedBits()).get().doubleValue()
              : axis.of(part.costs().get()) + (axis.isMovedByGrinding() ? tries : 0);
    }
    return costs;
  }
}
