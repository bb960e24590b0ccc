package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Configurations that no other one beats on every axis, thinned until a reader can tell them apart.
 *
 * @param all at least one
 * @param axes how many count, the first: on others they keep within limits alone
 * @param resolution by how much two of them differ at least on some axis, as a share
 */
record Front(List<Finding> all, int axes, double resolution) {
  /** Those that are kept, by their cost on the first axis: the best on each axis among them. */
  List<Finding> thinned() {
    List<Finding> sorted = unbeaten();
    Set<Finding> kept = new LinkedHashSet<>();
    for (int i = 0; i < axes; i++) {
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

  /** None but those of the axes that count, by their costs on the first. */
  private List<Finding> unbeaten() {
    List<Finding> sorted = new ArrayList<>(all);
    sorted.sort((one, other) -> Arrays.compare(one.costs(), other.costs()));
    if (axes == sorted.get(0).costs().length) {
      return sorted;
    }
    List<Finding> unbeaten = new ArrayList<>();
    for (Finding finding : sorted) {
      // what beats it comes before it
      if (unbeaten.stream().noneMatch(other -> costsNoMore(other, finding))) {
        unbeaten.add(finding);
      }
    }
    return unbeaten;
  }

  private boolean costsNoMore(Finding some, Finding other) {
    for (int i = 0; i < axes; i++) {
      if (some.costs()[i] > other.costs()[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean differs(Finding some, Finding other) {
    for (int i = 0; i < axes; i++) {
      double least = Math.min(some.costs()[i], other.costs()[i]);
      if (Math.abs(some.costs()[i] - other.costs()[i]) > resolution * least) {
        return true;
      }
    }
    return false;
  }
}
