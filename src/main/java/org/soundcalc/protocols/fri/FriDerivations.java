package org.soundcalc.protocols.fri;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Derivation;

/** How the inputs of later rounds' formulas follow from the first. */
final class FriDerivations {
  private FriDerivations() {}

  /** Each fold divides the dimension, and takes its logarithm off the depth of the tree. */
  static List<Derivation> of(Fri fri) {
    List<Derivation> all = new ArrayList<>();
    int log = fri.logDimension();
    Formula length =
        Formula.of(
            FriDerivations::folded, new Quotient("k", fri.dimension(), "ρ", fri.rate().value()));
    all.add(new Derivation("n", Rational.powerOfTwo(fri.logDomain()), length));
    for (long factor : fri.foldingFactors()) {
      Quotient fold = new Quotient("k", Rational.powerOfTwo(log), "k_i", Rational.of(factor));
      Formula depth =
          Formula.of(FriDerivations::nextDepth, new Depth(log + fri.rate().log2Inverse(), factor));
      log -= Long.numberOfTrailingZeros(factor);
      all.add(
          new Derivation("k", Rational.powerOfTwo(log), Formula.of(FriDerivations::folded, fold)));
      if (log + fri.rate().log2Inverse() > 0) {
        all.add(new Derivation("D", Rational.of(log + fri.rate().log2Inverse()), depth));
      }
    }
    return all;
  }

  /** A number by another. */
  private record Quotient(String symbol, Rational value, String by, Rational divisor) {}

  private static <T extends Real<T>> T folded(Numbers<T> x, Quotient q) {
    return x.named(q.symbol, q.value).over(x.named(q.by, q.divisor));
  }

  /** The depth of a tree, and the factor that its word is folded by. */
  private record Depth(long before, long factor) {}

  private static <T extends Real<T>> T nextDepth(Numbers<T> x, Depth depth) {
    return x.named("D", depth.before).minus(x.of(Long.numberOfTrailingZeros(depth.factor)));
  }
}
