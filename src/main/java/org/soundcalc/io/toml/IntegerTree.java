package org.soundcalc.io.toml;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.ListType;

/** Raw values that are integers, or lists of them to any depth. */
final class IntegerTree {
  private IntegerTree() {}

  /** The range of a type's integers; nothing for other types. */
  static Optional<IntegerType> range(KeyType<?> type) {
    if (type instanceof IntegerType range) {
      return Optional.of(range);
    }
    return type instanceof ListType<?> list ? range(list.element()) : Optional.empty();
  }

  /** All integers of a value, in their order. */
  static List<Long> leaves(Object raw) {
    if (!(raw instanceof List<?> elements)) {
      return List.of(((Number) raw).longValue());
    }
    List<Long> leaves = new ArrayList<>();
    elements.forEach(element -> leaves.addAll(leaves(element)));
    return leaves;
  }

  /** The value with {@code increment} added to each integer. */
  static Object plus(Object raw, long increment) {
    if (!(raw instanceof List<?> elements)) {
      return BigInteger.valueOf(((Number) raw).longValue()).add(BigInteger.valueOf(increment));
    }
    List<Object> sums = new ArrayList<>(elements.size());
    elements.forEach(element -> sums.add(plus(element, increment)));
    return sums;
  }
}
