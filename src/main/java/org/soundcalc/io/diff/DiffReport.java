package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.Replacements;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;

/**
 * All that is different between two sets of files.
 *
 * @param version the program's
 * @param provisos what the figures of both sides depend on beside the files
 * @param zkvms those of either side, changed or not, at least one
 */
public record DiffReport(String version, EstimateCaveats provisos, List<ZkvmComparison> zkvms) {
  /** Those that are not as they were. */
  List<ZkvmComparison> moved() {
    return zkvms.stream().filter(zkvm -> zkvm.diff().kind() != Change.Kind.UNCHANGED).toList();
  }

  /** Those of them that are on both sides, and have details to show. */
  List<ZkvmComparison> detailed() {
    return moved().stream().filter(zkvm -> zkvm.diff().sides().isMatched()).toList();
  }

  /** Where proven bits were lost. */
  List<NamedRegression> named() {
    List<NamedRegression> named = new ArrayList<>();
    for (ZkvmComparison zkvm : zkvms) {
      String name = zkvm.diff().name();
      zkvm.diff().regressions().forEach(lost -> named.add(new NamedRegression(name, lost)));
    }
    List<ZkvmDiff> diffs = zkvms.stream().map(ZkvmComparison::diff).toList();
    Replacements.ofZkvms(diffs).map(NamedRegression::ofReplacement).ifPresent(named::add);
    Replacements.ofTrees(diffs).map(NamedRegression::ofReplacedTree).ifPresent(named::add);
    return List.copyOf(named);
  }

  /** The regimes that a reader must know more of, where no set of theorems says so already. */
  List<RegimeInfo> preprints() {
    return zkvms.stream()
        .filter(any -> provisos.remark().isEmpty())
        .flatMap(zkvm -> zkvm.diff().sides().latest().stream())
        .flatMap(side -> side.regimes().stream())
        .map(Regime::info)
        .filter(regime -> regime.remark().isPresent())
        .distinct()
        .toList();
  }

  /** What is on one side alone. */
  List<ZkvmComparison.NotCompared> notCompared() {
    return zkvms.stream().flatMap(zkvm -> zkvm.notCompared().stream()).toList();
  }

  /** The same in running text; empty where there is nothing. */
  String notComparedText() {
    return notCompared().stream()
        .map(one -> one.text(zkvms.size() > 1))
        .collect(Collectors.joining(", "));
  }

  /** {@return whether proven bits were lost somewhere} */
  public boolean hasRegressions() {
    return !named().isEmpty();
  }
}
