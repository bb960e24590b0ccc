package org.soundcalc.io.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.LoadedZkvm;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.model.keys.Limits;

/** Problems of a file, as results show them. */
public final class FileProblems {
  private FileProblems() {}

  /**
   * {@return whether one is an error}
   *
   * @param diagnostics of one file or of several
   */
  public static boolean hasErrors(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return the errors that refusals are, of very many the first, after their number} What only a
   * regime finds wrong with a file is as much an error as what its reader finds.
   *
   * @param zkvm what was refused
   * @param refusals of its circuits
   */
  public static List<Diagnostic> ofRefusals(LoadedZkvm zkvm, List<Estimator.Refusal> refusals) {
    // regimes that share a proximity parameter refuse with the same words
    Set<Diagnostic> distinct = new LinkedHashSet<>();
    if (refusals.size() > Limits.PROBLEMS) {
      String message = refusals.size() + " refusals, of which " + Limits.PROBLEMS + " are shown";
      distinct.add(zkvm.error(message));
    }
    int shown = Math.min(refusals.size(), Limits.PROBLEMS);
    for (Estimator.Refusal refusal : refusals.subList(0, shown)) {
      distinct.add(
          zkvm.error(refusal.circuit(), refusal.reason().key(), refusal.reason().message()));
    }
    return List.copyOf(distinct);
  }

  /**
   * {@return what the reader finds, and what only the regimes find}
   *
   * @param loaded what the reader made of the file
   * @param usual an estimator for the usual regimes
   */
  public static List<Diagnostic> of(Loaded loaded, Estimator usual) {
    List<Diagnostic> findings = new ArrayList<>(loaded.diagnostics());
    loaded
        .zkvm()
        .map(zkvm -> ofRefusals(zkvm, usual.refusals(zkvm.zkvm())))
        .ifPresent(findings::addAll);
    return findings;
  }

  /**
   * {@return those of one severity, for a report}
   *
   * @param diagnostics of one file or of several
   * @param severity theirs
   */
  public static List<Warning> remarks(List<Diagnostic> diagnostics, Severity severity) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.severity() == severity)
        .map(FileProblems::remark)
        .toList();
  }

  private static Warning remark(Diagnostic diagnostic) {
    return new Warning(diagnostic.source(), diagnostic.region(), diagnostic.message());
  }

  /**
   * {@return a problem as validate prints it for programs}
   *
   * @param finding the problem
   */
  public static JsonObject json(Diagnostic finding) {
    boolean isPlaced = finding.line() > 0;
    return new JsonObject()
        .put("source", finding.source())
        .put("line", isPlaced ? Optional.of(finding.line()) : Optional.empty())
        .put("column", isPlaced ? Optional.of(finding.column()) : Optional.empty())
        .put("severity", finding.severity().word())
        .put("message", finding.message());
  }
}
