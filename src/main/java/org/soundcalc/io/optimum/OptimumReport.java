package org.soundcalc.io.optimum;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.analysis.optimum.TreeOptimum;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.model.Zkvm;

/**
 * What zkVMs could be, with what readers must know of it.
 *
 * @param version of this program
 * @param provisos what the figures depend on beside the files
 * @param options that figures depend on, as they were given and shells take them, {@code --set}
 *     apart
 * @param command as it was given: each option with its value, without files, how it is shown and
 *     {@code --set}
 * @param rows one for each zkVM
 * @param warnings of the files
 */
public record OptimumReport(
    String version,
    EstimateCaveats provisos,
    List<String> options,
    List<String> command,
    List<Row> rows,
    List<Warning> warnings) {
  /**
   * A zkVM.
   *
   * @param source its file
   * @param zkvm as it is
   * @param search what counted of the file's tables for searches, a line each
   * @param circuits those that were asked for
   * @param milestone whose bits and size are wanted of the final proof, if any
   * @param tree what was found of all circuits, where bits were wanted of the whole tree
   */
  public record Row(
      String source,
      Zkvm zkvm,
      List<String> search,
      List<CircuitOptimum> circuits,
      Optional<Milestone> milestone,
      Optional<TreeOptimum> tree) {
    /** What counted of the file's tables for searches, if they say something. */
    Optional<String> said() {
      return search.isEmpty()
          ? Optional.empty()
          : Optional.of("as " + source + " says: " + String.join("; ", search));
    }

    /**
     * {@return of which circuits something was found that may not be the best, and why, a line for
     * each reason}
     */
    public List<String> cuts() {
      return EffortWords.cuts(circuits);
    }

    /**
     * {@return whether a circuit is the one whose proof is final}
     *
     * @param circuit one of the zkVM's
     */
    public boolean isFinal(CircuitOptimum circuit) {
      int last = zkvm.circuits().size() - 1;
      return zkvm.circuits().get(last).id().name().equals(circuit.circuit().id().name());
    }

    private boolean isFound() {
      return circuits.stream().allMatch(circuit -> circuit.best().isPresent())
          && tree.stream().allMatch(wanted -> wanted.best().isPresent());
    }

    /** The zkVM as it could be; nothing where a circuit has no configuration, or was left out. */
    Optional<Zkvm> best() {
      return isFound() && circuits.size() == zkvm.circuits().size()
          ? Optional.of(
              zkvm.with(circuits.stream().map(c -> c.best().orElseThrow().circuit()).toList()))
          : Optional.empty();
    }
  }

  /** Each {@code --set} that was given, unless another one takes its place, and the others. */
  List<String> settings(List<String> others) {
    List<Setting> own = others.stream().flatMap(text -> Setting.parse(text).stream()).toList();
    Predicate<String> isReplaced =
        text -> Setting.parse(text).filter(s -> own.stream().anyMatch(s::excludes)).isPresent();
    return Stream.concat(provisos.settings().stream().filter(isReplaced.negate()), others.stream())
        .map(SettingWords::set)
        .toList();
  }

  /** {@return whether every circuit has a configuration, and every tree that was asked for} */
  public boolean allFound() {
    return rows.stream().allMatch(Row::isFound);
  }
}
