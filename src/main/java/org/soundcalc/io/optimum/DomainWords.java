package org.soundcalc.io.optimum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.optimum.Schedules;
import org.soundcalc.search.optimum.Space;

/**
 * What a key was varied over, as {@code --vary} takes it.
 *
 * @param key the key
 * @param words its values; where there are many without an order, how many
 */
record DomainWords(Key<Circuit, ?> key, String words) {
  /** Values that are listed one by one. */
  private static final int MOST = 20;

  /** Those of a circuit's space, in the order of the reference. */
  static List<DomainWords> of(CircuitOptimum optimum) {
    Space space = optimum.space();
    Circuit circuit = optimum.circuit();
    Optional<Key<Circuit, ?>> factors = circuit.foldingDesign().map(design -> design.factorsKey());
    List<DomainWords> all = new ArrayList<>();
    for (Key<Circuit, ?> key : optimum.moved()) {
      if (factors.filter(key::equals).isPresent() && space.schedules().isPresent()) {
        all.add(new DomainWords(key, words(space.schedules().get())));
      } else if (space.moves(key)) {
        all.add(new DomainWords(key, words(space.values(key, (Object) key.get(circuit)))));
      }
    }
    return all;
  }

  private static String words(Schedules schedules) {
    return schedules instanceof Schedules.Any any
        ? any.logFactors().stream()
            .map(log -> Long.toString(1L << log))
            .collect(Collectors.joining(",", "any(", ")"))
        : words(
            ((Schedules.Listed) schedules)
                .each().stream()
                    .map(logs -> logs.stream().map(log -> (Object) (1L << log)).toList())
                    .toList());
  }

  private static String words(List<?> values) {
    if (values.isEmpty()) {
      return "auto";
    }
    Object first = values.get(0);
    Object last = values.get(values.size() - 1);
    if (values.size() > 1 && first instanceof Long from && isRun(values, from)) {
      return from + ".." + last;
    }
    if (values.size() > 1 && first instanceof Rate from && isRunOfRates(values, from)) {
      return inverse(from) + ".." + inverse((Rate) last);
    }
    return values.size() > MOST
        ? values.size() + " values"
        : values.stream()
            .map(value -> value instanceof Rate rate ? inverse(rate) : Spelling.of(value))
            .map(SettingWords::shown)
            .collect(Collectors.joining(", "));
  }

  private static boolean isRun(List<?> values, long from) {
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).equals(from + i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRunOfRates(List<?> values, Rate from) {
    for (int i = 0; i < values.size(); i++) {
      if (((Rate) values.get(i)).log2Inverse() != from.log2Inverse() + i) {
        return false;
      }
    }
    return true;
  }

  /** As a fraction. */
  static String inverse(Rate rate) {
    return "1/" + BigInteger.ONE.shiftLeft(rate.log2Inverse());
  }
}
