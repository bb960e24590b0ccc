package org.soundcalc.io.certificate;

import static java.util.Comparator.comparing;

import java.util.List;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.SizePart;

/**
 * The size of a whole proof in bits.
 *
 * @param parts of the proof, at least one
 * @param isExpected whether on average, which is never above the worst case
 */
record WholeSize(List<SizePart> parts, boolean isExpected) implements Formula {
  /** Parts that always have one size come first: both sums share theirs. */
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    List<SizePart> ordered =
        parts.stream().sorted(comparing(part -> part.expected() != part.worst())).toList();
    T worst = sum(x, ordered.stream().map(SizePart::worst).toList());
    return isExpected
        ? sum(x, ordered.stream().map(SizePart::expected).toList()).min(worst)
        : worst;
  }

  private static <T extends Real<T>> T sum(Numbers<T> x, List<Formula> sizes) {
    T sum = sizes.get(0).evaluate(x);
    for (Formula size : sizes.subList(1, sizes.size())) {
      sum = sum.plus(size.evaluate(x));
    }
    return sum;
  }
}
