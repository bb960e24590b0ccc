package org.soundcalc.io.gate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.Remedy;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.recursion.TreeWords;

/** What is said of a whole tree of proofs, alike in every format. */
final class TreeFaults {
  /** Circuits that a message names. */
  private static final int MOST = 3;

  private TreeFaults() {}

  /** What is, beside what is required. */
  static String summary(Finding.Tree finding) {
    String figure =
        finding.tree().figure().map(f -> TreeWords.bits(f.bits())).orElse("no proven figure");
    return "whole tree " + figure + ", " + finding.required() + " required";
  }

  /** By how much the tree falls short, which circuits have most of its error, and what helps. */
  static String shortfall(Finding.Tree finding) {
    List<Branch> blamed = finding.shortfalls().stream().map(Finding.TreeShortfall::branch).toList();
    if (finding.tree().figure().isEmpty()) {
      return "the whole tree has no figure, for which only proven regimes count: none asked for"
          + " covers "
          + named(blamed.stream().map(Branch::name).toList())
          + remedies(finding);
    }
    long missing = finding.required() - finding.tree().figure().get().bits();
    return "the whole tree, %s, is %s short of %d; of its error %s%s"
        .formatted(
            TreeWords.size(finding.tree()),
            TreeWords.bits(missing),
            finding.required(),
            named(blamed.stream().map(TreeFaults::share).toList()),
            remedies(finding));
  }

  /** Regimes stand beside every circuit, and parameters beside theirs; some bits always do. */
  private static String remedies(Finding.Tree finding) {
    Set<String> remedies = new LinkedHashSet<>();
    for (Finding.TreeShortfall shortfall : finding.shortfalls()) {
      for (Remedy remedy : shortfall.remedies()) {
        remedies.add(RemedyWords.of(remedy, shortfall.branch().name()));
      }
    }
    if (finding.tree().figure().isPresent()) {
      String sets =
          finding.together().stream()
              .map(its -> RemedyWords.of(its.remedy(), its.circuit()))
              .collect(Collectors.joining(", "));
      String bits = TreeWords.bits(finding.enoughOfEach()) + " for one proof of every circuit";
      remedies.add(sets.isEmpty() ? bits : bits + ": " + sets);
    }
    return remedies.isEmpty() ? "" : "; enough would be " + String.join(", or ", remedies);
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
