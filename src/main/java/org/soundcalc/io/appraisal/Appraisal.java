package org.soundcalc.io.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.LoadedZkvm;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.keys.CommonKeys;

/**
 * What became of a file.
 *
 * @param zkvm what it describes, where that could be estimated
 * @param diagnostics every problem, but not which circuits no regime covers
 */
public record Appraisal(Optional<Estimated> zkvm, List<Diagnostic> diagnostics) {
  /**
   * {@return what is sound in a file}
   *
   * @param loaded what its reader made of it
   * @param estimator for the regimes asked for
   * @param accounting how errors are counted
   * @param sizes which size of a proof decides
   */
  public static Appraisal of(
      Loaded loaded, Estimator estimator, Accounting accounting, Sizes sizes) {
    List<Diagnostic> found =
        loaded.diagnostics().stream()
            .filter(diagnostic -> diagnostic.concerns(estimator.regimes()))
            .toList();
    if (loaded.zkvm().isEmpty()) {
      return new Appraisal(Optional.empty(), found);
    }
    LoadedZkvm zkvm = loaded.zkvm().get().under(accounting);
    List<Diagnostic> diagnostics = new ArrayList<>(found);
    if (sizes == Sizes.SENT) {
      zkvm = zkvm.sized(Sizes.SENT);
      unsized(zkvm).ifPresent(diagnostics::add);
    }
    List<Warning> warnings = FileProblems.remarks(diagnostics, Severity.WARNING);
    Estimator.Appraisal appraisal = estimator.appraise(zkvm.zkvm());
    diagnostics.addAll(FileProblems.ofRefusals(zkvm, appraisal.refusals()));
    LoadedZkvm asked = zkvm;
    Optional<Estimated> estimated =
        appraisal
            .estimate()
            .map(estimate -> new Estimated(asked, estimate, warnings, uncovered(asked, estimate)));
    return new Appraisal(estimated, diagnostics);
  }

  /** That the sizes of some proofs are not known as they are sent, the final proof's rather. */
  private static Optional<Diagnostic> unsized(LoadedZkvm zkvm) {
    int count = 0;
    int last = 0;
    List<Circuit> circuits = zkvm.zkvm().circuits();
    for (int i = 0; i < circuits.size(); i++) {
      if (!circuits.get(i).isSizedAsSent() && !circuits.get(i).countsAllSent()) {
        count++;
        last = i;
      }
    }
    String others = count > 1 ? " (nor in %d other circuits)".formatted(count - 1) : "";
    String message =
        "no table %s%s: with --sizes sent its proof size is soundcalc's, not as sent"
            .formatted(ProofFormat.TABLE.header(), others);
    return count == 0
        ? Optional.empty()
        : Optional.of(zkvm.warning(last, CommonKeys.NAME, message));
  }

  private static List<Diagnostic> uncovered(LoadedZkvm zkvm, ZkvmEstimate estimate) {
    List<Diagnostic> uncovered = new ArrayList<>();
    for (int i = 0; i < estimate.circuits().size(); i++) {
      CircuitEstimate circuit = estimate.circuits().get(i);
      if (!circuit.isCovered()) {
        String message =
            "no selected regime covers it: " + String.join("; ", Estimated.reasons(circuit));
        uncovered.add(zkvm.warning(i, CommonKeys.NAME, message));
      }
    }
    return uncovered;
  }
}
