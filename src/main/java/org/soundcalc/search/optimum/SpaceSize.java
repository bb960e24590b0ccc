package org.soundcalc.search.optimum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.keys.Key;

/** How many configurations a space has, contradictory ones among them. */
final class SpaceSize {
  /** Of a gap that may be whatever serves best: the multiplicities that are told apart. */
  private static final int GAPS = 1000;

  private SpaceSize() {}

  static BigDecimal of(Circuit circuit, Space space) {
    BigInteger size = BigInteger.ONE;
    for (Key<Circuit, ?> key : Space.keys(circuit)) {
      if (space.moves(key)) {
        List<?> values = space.values(key, key.get(circuit));
        BigInteger each = BigInteger.valueOf(values.isEmpty() ? GAPS : values.size());
        size = size.multiply(each.pow(entries(key.get(circuit), values)));
      }
    }
    OptionalInt logDimension =
        IntStream.concat(
                circuit.foldingDesign().stream().mapToInt(FoldingDesign::logDimension),
                circuit.iteratedDesign().stream().mapToInt(IteratedDesign::logDegree))
            .findFirst();
    if (logDimension.isPresent() && space.schedules().isPresent()) {
      size = size.multiply(schedules(space.schedules().get(), logDimension.getAsInt()));
    }
    return new BigDecimal(size);
  }

  /** How many values a value has that move by themselves: as many as there are in lists today. */
  private static int entries(Object value, List<?> values) {
    boolean areEntries =
        value instanceof List<?> && values.stream().allMatch(Long.class::isInstance);
    return areEntries ? LeverDescent.leaves(value).size() : 1;
  }

  private static BigInteger schedules(Schedules schedules, int logDimension) {
    return schedules instanceof Schedules.Any any
        ? sequences(any.logFactors(), logDimension)
        : BigInteger.valueOf(((Schedules.Listed) schedules).each().size());
  }

  /** Of at least one factor, down to any dimension. */
  private static BigInteger sequences(Iterable<Integer> logFactors, int logDimension) {
    BigInteger[] from = new BigInteger[logDimension + 1];
    for (int node = 0; node <= logDimension; node++) {
      from[node] = BigInteger.ONE;
      for (int factor : logFactors) {
        if (factor <= node) {
          from[node] = from[node].add(from[node - factor]);
        }
      }
    }
    return from[logDimension].subtract(BigInteger.ONE);
  }
}
