package org.soundcalc.report.diff;

import java.util.List;
import org.soundcalc.analysis.diff.Kind;

/**
 * All that is different between two sets of files.
 *
 * @param version the program's
 * @param zkvms those of either side, changed or not, at least one
 */
public record DiffReport(String version, List<ZkvmComparison> zkvms) {
  /** Those that are not as they were. */
  List<ZkvmComparison> moved() {
    return zkvms.stream().filter(zkvm -> zkvm.diff().kind() != Kind.UNCHANGED).toList();
  }

  /** Those of them that are on both sides, and have details to show. */
  List<ZkvmComparison> detailed() {
    return moved().stream().filter(zkvm -> zkvm.diff().sides().isMatched()).toList();
  }

  /** Where proven bits were lost. */
  List<NamedRegression> named() {
    return zkvms.stream()
        .flatMap(
            zkvm ->
                zkvm.diff().regressions().stream()
                    .map(regression -> new NamedRegression(zkvm.diff().name(), regression)))
        .toList();
  }

  /** Whether proven bits were lost somewhere. */
  public boolean hasRegressions() {
    return zkvms.stream().anyMatch(zkvm -> !zkvm.diff().regressions().isEmpty());
  }
}
