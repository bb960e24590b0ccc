package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.search.space.Domain;

/** The sequences of folds that a domain stands for. */
final class ScheduleDomain {
  private ScheduleDomain() {}

  /** Those of a circuit; nothing where folding stays as it is. */
  static Optional<Schedules> schedules(Domain domain, Circuit circuit) {
    Optional<FoldingDesign> folding = circuit.foldingDesign();
    if (domain instanceof Domain.Fixed) {
      return Optional.empty();
    }
    if (domain instanceof Domain.Automatic) {
      return new UsualSpace(Extent.FREE, OptionalLong.empty()).schedules(circuit);
    }
    if (domain instanceof Domain.Listed listed) {
      return Optional.of(
          new Schedules.Listed(
              listed.values().stream()
                  .map(value -> logs((List<?>) value, folding.isPresent()))
                  .toList()));
    }
    Domain.Lists lists = (Domain.Lists) domain;
    List<Integer> logs = logs(lists.elements(), folding.isPresent());
    int logDimension =
        folding
            .map(FoldingDesign::logDimension)
            .orElseGet(() -> circuit.iteratedDesign().orElseThrow().logDegree());
    if (lists instanceof Domain.AnyOf) {
      return Optional.of(new Schedules.Any(new TreeSet<>(logs)));
    }
    List<List<Integer>> each = new ArrayList<>();
    List<Integer> repeated =
        lists instanceof Domain.Uniform ? logs : List.of(Collections.max(logs));
    for (int factor : repeated) {
      List<Integer> all = new ArrayList<>();
      int left = logDimension;
      while (left >= factor) {
        all.add(factor);
        left -= factor;
        each.add(List.copyOf(all));
        if (lists instanceof Domain.Capped) {
          addSmaller(all, Math.min(factor - 1, left), each);
        }
      }
    }
    return Optional.of(new Schedules.Listed(each));
  }

  /** A last fold by less than the cap. */
  private static void addSmaller(List<Integer> before, int most, List<List<Integer>> each) {
    for (int last = 1; last <= most; last++) {
      List<Integer> all = new ArrayList<>(before);
      all.add(last);
      each.add(List.copyOf(all));
    }
  }

  private static List<Integer> logs(List<?> factors, boolean areFactors) {
    return factors.stream()
        .map(some -> (Long) some)
        .map(some -> areFactors ? Long.numberOfTrailingZeros(some) : some.intValue())
        .toList();
  }
}
