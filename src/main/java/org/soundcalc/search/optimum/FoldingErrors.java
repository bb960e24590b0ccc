package org.soundcalc.search.optimum;

import java.util.HashMap;
import java.util.Map;
import org.soundcalc.math.Certified;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.design.FoldingDesign;

/**
 * The bits of queries and folds at one rate, at each number of the proximity parameter: those of
 * queries grow with it, those of folds fall.
 */
final class FoldingErrors {
  private final FoldingDesign design;
  private final OtherTerms others;
  private final long wanted;
  private final Meter meter;
  private final Map<Fold, Long> known = new HashMap<>();

  /** A fold at one of the proximity parameters. */
  record Fold(long number, int logFactor, int logFoldedDimension) {}

  /**
   * The errors.
   *
   * @param design at the rate, at which bounds are counted
   * @param others which know the bounds
   * @param wanted bits of each error, with proof-of-work
   */
  FoldingErrors(FoldingDesign design, OtherTerms others, long wanted, Meter meter) {
    this.design = design;
    this.others = others;
    this.wanted = wanted;
    this.meter = meter;
  }

  /** About how many bits a query has. */
  double bitsOfQuery(long number) {
    return -Certified.approximateLog2(design.queryError(1, others.bounds(number)));
  }

  /** How many bits so many queries have, without proof-of-work. */
  long queryBits(long queries, long number) {
    meter.term();
    return ErrorBits.of(design.queryError(queries, others.bounds(number)));
  }

  /** Whether so many queries have enough bits, with proof-of-work. */
  boolean areEnough(long queries, long number, long grinding) {
    return queryBits(queries, number) + grinding >= wanted;
  }

  /** The first number at which so many queries are enough, up to one at which they are. */
  long firstNumber(long queries, long last, long grinding) {
    return last == others.least()
        ? last
        : MonotoneBisection.last(
                others.least(), last, last, number -> !areEnough(queries, number, grinding))
            + 1;
  }

  /** How many bits a fold has, without proof-of-work. */
  long foldBits(Fold fold) {
    Long known = this.known.get(fold);
    if (known == null) {
      meter.term();
      long bits =
          ErrorBits.of(
              design.foldError(
                  fold.logFactor, fold.logFoldedDimension, others.bounds(fold.number)));
      // no bits are had by any error, though it be above 1
      known = wanted == 0 ? Math.max(0, bits) : bits;
      this.known.put(fold, known);
    }
    return known;
  }
}
