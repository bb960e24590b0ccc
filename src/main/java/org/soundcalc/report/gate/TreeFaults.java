package org.soundcalc.report.gate;

import java.util.List;
import java.util.stream.Collectors;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.report.recursion.TreeWords;

/** What is said of a whole tree of proofs, alike in every format. */
final class TreeFaults {
  /** Circuits that a message names. */
  private static final int MOST = 3;

  private TreeFaults() {}

  /** What is, beside what is required. */
  static String summary(Finding.Recursion finding) {
    String figure =
        finding.tree().figure().map(f -> TreeWords.bits(f.bits())).orElse("no proven figure");
    return "whole tree " + figure + ", " + finding.required() + " required";
  }

  /** The circuit at whose line the shortfall is shown, as an index. */
  static int circuit(Finding.Recursion finding) {
    return finding.tree().branches().indexOf(finding.shortfalls().get(0));
  }

  /** By how much the tree falls short, and which circuits have most of its error. */
  static String shortfall(Finding.Recursion finding) {
    List<Branch> blamed = finding.shortfalls();
    if (finding.tree().figure().isEmpty()) {
      return "the whole tree has no figure: no proven regime asked for covers "
          + named(blamed.stream().map(Branch::name).toList());
    }
    long missing = finding.required() - finding.tree().figure().get().bits();
    return "the whole tree, %s, is %s short of %d; of its error %s"
        .formatted(
            TreeWords.size(finding.tree()),
            TreeWords.bits(missing),
            finding.required(),
            named(blamed.stream().map(TreeFaults::share).toList()));
  }

  private static String share(Branch branch) {
    return "%s has %s (×%s)"
        .formatted(
            branch.name(),
            TreeWords.percent(branch.share().orElseThrow()),
            TreeWords.count(branch.proofs()));
  }

  private static String named(List<String> texts) {
    String first = texts.stream().limit(MOST).collect(Collectors.joining(", "));
    return texts.size() > MOST ? first + " and " + (texts.size() - MOST) + " more" : first;
  }
}
