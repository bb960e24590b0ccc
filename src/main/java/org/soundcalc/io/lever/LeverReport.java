package org.soundcalc.io.lever;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.lever.CircuitLevers;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Zkvm;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;

/**
 * What one more unit of each lever of some circuits buys.
 *
 * @param version the program's
 * @param provisos what the figures depend on beside the files
 * @param zkvms in the order they were asked for
 * @param isBest whether people are shown the best proven regime of each circuit alone
 * @param warnings what readers of the figures must know
 */
public record LeverReport(
    String version,
    EstimateCaveats provisos,
    List<Row> zkvms,
    boolean isBest,
    List<Warning> warnings) {
  /**
   * A zkVM.
   *
   * @param source the file that describes it, as it was named
   * @param zkvm the zkVM
   * @param circuits those that are shown
   */
  public record Row(String source, Zkvm zkvm, List<CircuitLevers> circuits) {}

  /**
   * A value that changes.
   *
   * @param key its name
   * @param from as files spell it; nothing where the file leaves it out
   * @param to the same after the change
   */
  record Change(String key, Optional<String> from, Optional<String> to) {}

  /** The value of a key, as files spell it; nothing where it is left out. */
  static <T> Optional<String> value(Key<Circuit, T> key, Circuit circuit) {
    return key.get(circuit) instanceof Optional<?> optional
        ? optional.map(Spelling::of)
        : Optional.of(Spelling.of(key.get(circuit)));
  }

  /** The gap of a circuit that has one, as files spell it. */
  static String gap(Circuit circuit) {
    return circuit.keys().stream()
        .filter(key -> key.label().equals(CommonKeys.GAP_TO_RADIUS.label()))
        .findFirst()
        .flatMap(key -> value(key, circuit))
        .orElseThrow();
  }

  /** All keys that have another value in another circuit. */
  static List<Change> changes(Circuit from, Circuit to) {
    List<Key<Circuit, ?>> keys =
        new ArrayList<>(List.of(CommonKeys.FIELD, CommonKeys.HASH_SIZE_BITS));
    keys.addAll(from.keys());
    List<Change> changes = new ArrayList<>();
    for (Key<Circuit, ?> key : keys) {
      Optional<String> before = value(key, from);
      Optional<String> after = value(key, to);
      if (!before.equals(after)) {
        changes.add(new Change(key.spelling(), before, after));
      }
    }
    return changes;
  }
}
