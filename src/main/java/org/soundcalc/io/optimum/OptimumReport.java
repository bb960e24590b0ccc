package org.soundcalc.io.optimum;

import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.Zkvm;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Extent;
import org.soundcalc.search.optimum.Optimum;

/**
 * What zkVMs could be, with what readers must know of it.
 *
 * @param version of this program
 * @param provisos what the figures depend on beside the files
 * @param question what was asked
 * @param rows one for each zkVM
 * @param warnings of the files
 */
public record OptimumReport(
    String version,
    EstimateCaveats provisos,
    Question question,
    List<Row> rows,
    List<Warning> warnings) {
  /**
   * What was asked.
   *
   * @param milestone whose bits and size are wanted, if any
   * @param extent how much was moved
   * @param least the axis that was minimised
   * @param worst whether sizes count in the worst case
   * @param options beside files, as they were given, for the command that reproduces a result
   */
  public record Question(
      Optional<Milestone> milestone, Extent extent, Axis least, boolean worst, String options) {}

  /**
   * A zkVM.
   *
   * @param source its file
   * @param zkvm as it is
   * @param circuits those that were asked for
   */
  public record Row(String source, Zkvm zkvm, List<CircuitOptimum> circuits) {
    /** Whether a circuit is the one whose proof is final. */
    boolean isFinal(CircuitOptimum circuit) {
      int last = zkvm.circuits().size() - 1;
      return zkvm.circuits().get(last).id().name().equals(circuit.circuit().id().name());
    }
  }

  /** {@return whether every circuit has a configuration} */
  public boolean allFound() {
    return rows.stream()
        .flatMap(row -> row.circuits().stream())
        .allMatch(circuit -> circuit.optimum() instanceof Optimum.Found);
  }
}
