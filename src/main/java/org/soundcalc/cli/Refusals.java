package org.soundcalc.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.LoadedZkvm;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.model.keys.Limits;

/** What only a regime finds wrong with a file: it is as much an error as what its reader finds. */
final class Refusals {
  private Refusals() {}

  /** The errors that they are; of very many the first, after their number. */
  static List<Diagnostic> diagnostics(LoadedZkvm zkvm, List<Estimator.Refusal> refusals) {
    // regimes that share a proximity parameter refuse with the same words
    Set<Diagnostic> distinct = new LinkedHashSet<>();
    List<Estimator.Refusal> shown = refusals;
    if (refusals.size() > Limits.PROBLEMS) {
      String message = refusals.size() + " refusals, of which " + Limits.PROBLEMS + " are shown";
      distinct.add(Diagnostic.of(zkvm.source(), Severity.ERROR, message));
      shown = refusals.subList(0, Limits.PROBLEMS);
    }
    for (Estimator.Refusal refusal : shown) {
      distinct.add(
          zkvm.locator()
              .error(refusal.circuit(), refusal.reason().key(), refusal.reason().message()));
    }
    return List.copyOf(distinct);
  }
}
