package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Refusal;
import org.soundcalc.config.Diagnostic;
import org.soundcalc.config.Loaded;
import org.soundcalc.config.LoadedZkvm;
import org.soundcalc.config.Severity;
import org.soundcalc.model.keys.Limits;

/** What only a regime finds wrong with a file: it is as much an error as what its reader finds. */
final class Refusals {
  private Refusals() {}

  /** The same file with its refusals among its errors; a file that has one has no zkVM. */
  static Loaded judge(Loaded loaded, Estimator estimator) {
    List<Diagnostic> refusals =
        loaded.zkvm().map(zkvm -> diagnostics(zkvm, estimator)).orElse(List.of());
    if (refusals.isEmpty()) {
      return loaded;
    }
    List<Diagnostic> all = new ArrayList<>(loaded.diagnostics());
    all.addAll(refusals);
    return new Loaded(loaded.source(), Optional.empty(), List.copyOf(all));
  }

  private static List<Diagnostic> diagnostics(LoadedZkvm zkvm, Estimator estimator) {
    // regimes that share a proximity parameter refuse with the same words
    Set<Diagnostic> distinct = new LinkedHashSet<>();
    List<Refusal> refusals = estimator.refusals(zkvm.zkvm());
    if (refusals.size() > Limits.PROBLEMS) {
      String message = refusals.size() + " refusals, of which " + Limits.PROBLEMS + " are shown";
      distinct.add(Diagnostic.of(zkvm.source(), Severity.ERROR, message));
      refusals = refusals.subList(0, Limits.PROBLEMS);
    }
    for (Refusal refusal : refusals) {
      distinct.add(
          zkvm.locator()
              .error(refusal.circuit(), refusal.reason().key(), refusal.reason().message()));
    }
    return List.copyOf(distinct);
  }
}
