package org.soundcalc.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.Matching;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.diff.ZkvmComparison;
import org.soundcalc.io.toml.Diagnostic;

/** Which zkVM of one side belongs to which of the other. */
final class Comparisons {
  private Comparisons() {}

  /**
   * The comparisons: of one zkVM with one whatever their names, of several by name, and of those
   * left over by the name of their file.
   *
   * @throws UsageException if two on one side have the same name, or if no regime asked for covers
   *     any circuit of either side of a comparison
   */
  static List<ZkvmComparison> of(List<Estimated> old, List<Estimated> current) {
    List<ZkvmComparison> comparisons = new ArrayList<>();
    for (Change<Estimated> pair : pairs(old, current)) {
      checkThatSomethingRemains(pair);
      comparisons.add(
          new ZkvmComparison(
              ZkvmDiff.of(pair.map(Estimated::estimate)),
              pair.map(Estimated::source),
              pair.map(Estimated::warnings)));
    }
    return List.copyOf(comparisons);
  }

  private static List<Change<Estimated>> pairs(List<Estimated> old, List<Estimated> current) {
    if (old.size() == 1 && current.size() == 1) {
      return List.of(Change.of(old.get(0), current.get(0)));
    }
    checkNames("OLD", old);
    checkNames("NEW", current);
    return byFile(Matching.byName(Change.of(old, current), Comparisons::name));
  }

  /** Pairs what was removed with what was added from a file of the same name. */
  private static List<Change<Estimated>> byFile(List<Change<Estimated>> changes) {
    Map<String, Estimated> removed = new HashMap<>();
    Set<String> added = new HashSet<>();
    for (Change<Estimated> change : changes) {
      if (change.after().isEmpty()) {
        removed.put(file(change), change.before().orElseThrow());
      } else if (change.before().isEmpty()) {
        added.add(file(change));
      }
    }
    List<Change<Estimated>> pairs = new ArrayList<>();
    for (Change<Estimated> change : changes) {
      if (change.isMatched()) {
        pairs.add(change);
      } else if (change.after().isPresent()) {
        pairs.add(new Change<>(Optional.ofNullable(removed.get(file(change))), change.after()));
      } else if (!added.contains(file(change))) {
        pairs.add(change);
      }
    }
    return pairs;
  }

  private static String file(Change<Estimated> change) {
    return new File(change.latest().orElseThrow().source()).getName();
  }

  private static String name(Estimated zkvm) {
    return zkvm.estimate().zkvm().name();
  }

  private static void checkNames(String side, List<Estimated> zkvms) {
    Map<String, String> sources = new HashMap<>();
    for (Estimated zkvm : zkvms) {
      String first = sources.putIfAbsent(name(zkvm), zkvm.source());
      if (first != null) {
        throw new UsageException(
            "%s has two zkVMs named \"%s\", in %s and in %s; zkVMs are matched by name: rename one"
                .formatted(side, name(zkvm), first, zkvm.source()));
      }
    }
  }

  private static void checkThatSomethingRemains(Change<Estimated> pair) {
    Optional<Diagnostic> nothing = pair.latest().flatMap(Estimated::emptiness);
    if (nothing.isPresent() && pair.before().map(Estimated::isEmpty).orElse(true)) {
      throw new UsageException(nothing.get().source() + ": " + nothing.get().message());
    }
  }
}
