package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Configurations that no other one beats on every axis, thinned until a reader can tell them apart.
 *
 * @param all at least one
 * @param resolution by how much two of them differ at least on some axis, as a share
 */
record Front(List<Finding> all, double resolution) {
  /** Those that are kept, by their cost on the first axis: the best on each axis among them. */
  List<Finding> thinned() {
    List<Finding> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(finding -> finding.costs()[0]));
    Set<Finding> kept = new LinkedHashSet<>();
    for (int i = 0; i < sorted.get(0).costs().length; i++) {
      int axis = i;
      kept.add(sorted.stream().min(Comparator.comparingDouble(f -> f.costs()[axis])).orElseThrow());
    }
    for (Finding finding : sorted) {
      if (kept.stream().allMatch(other -> differs(finding, other))) {
        kept.add(finding);
      }
    }
    return sorted.stream().filter(kept::contains).toList();
  }

  private boolean differs(Finding some, Finding other) {
    for (int i = 0; i < some.costs().length; i++) {
      double least = Math.min(some.costs()[i], other.costs()[i]);
      if (Math.abs(some.costs()[i] - other.costs()[i]) > resolution * least) {
        return true;
      }
    }
    return false;
  }
}
