package org.soundcalc.search.optimum;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.soundcalc.model.design.FoldingDesign;

/**
 * What a layout's folds cost, on some axes.
 *
 * @param axes that count
 * @param sizes of what a proof consists of
 * @param worst whether sizes count in the worst case, if not on average
 */
record FoldingCosts(List<Axis> axes, FoldingDesign.Sizes sizes, boolean worst)
    implements FoldPaths.Costs {
  /** What the committed functions cost. */
  double[] start() {
    return each(axis -> sizes.start(worst).doubleValue());
  }

  @Override
  public double[] fold(int logFactor, int logFoldedDimension) {
    return each(axis -> sizes.fold(worst, logFactor, logFoldedDimension).doubleValue());
  }

  @Override
  public double[] end(int logDimension) {
    return each(axis -> sizes.end(logDimension).doubleValue());
  }

  private double[] each(ToDoubleFunction<Axis> cost) {
    double[] costs = new double[axes.size()];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = cost.applyAsDouble(axes.get(i));
    }
    return costs;
  }
}
