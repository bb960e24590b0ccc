package org.soundcalc.search.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.soundcalc.search.optimum.Allotment.Option;

/** A budget is shared out at the least cost that any choice has. */
class AllotmentTest {
  private static final int BUDGET = 40;

  private final Random random = new Random(20261126);

  private List<Option> options() {
    List<Option> options = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      options.add(new Option(random.nextInt(BUDGET / 2), random.nextInt(4), random.nextInt(4)));
    }
    return options;
  }

  private static Option sum(List<List<Option>> lists, List<Integer> places) {
    Option sum = new Option(0, 0, 0);
    for (int i = 0; i < places.size(); i++) {
      sum = sum(sum, lists.get(i).get(places.get(i)));
    }
    return sum;
  }

  private static Option sum(Option some, Option other) {
    return new Option(
        some.units() + other.units(), some.cost() + other.cost(), some.tie() + other.tie());
  }

  private static boolean isLess(Option some, Option other) {
    return some.cost() < other.cost() || (some.cost() == other.cost() && some.tie() < other.tie());
  }

  /** The least of all choices. */
  private static Optional<Option> byTryingAll(List<List<Option>> lists, Option before) {
    if (lists.isEmpty()) {
      return Optional.of(before).filter(all -> all.units() <= BUDGET);
    }
    Optional<Option> least = Optional.empty();
    for (Option option : lists.get(0)) {
      Optional<Option> some = byTryingAll(lists.subList(1, lists.size()), sum(before, option));
      if (some.isPresent() && (least.isEmpty() || isLess(some.get(), least.get()))) {
        least = some;
      }
    }
    return least;
  }

  @Test
  void itCostsWhatTheLeastOfAllChoicesCosts() {
    int without = 0;
    for (int run = 0; run < 2000; run++) {
      List<List<Option>> lists = new ArrayList<>();
      for (int i = random.nextInt(5); i >= 0; i--) {
        lists.add(options());
      }
      Optional<Option> least = byTryingAll(lists, new Option(0, 0, 0));
      Optional<Option> found = Allotment.of(lists, BUDGET).map(places -> sum(lists, places));
      assertThat(found.isPresent()).isEqualTo(least.isPresent());
      if (found.isPresent()) {
        assertThat(found.get().units()).isLessThanOrEqualTo(BUDGET);
        assertThat(found.get().cost()).isEqualTo(least.get().cost());
        assertThat(found.get().tie()).isEqualTo(least.get().tie());
      }
      without += least.isPresent() ? 0 : 1;
    }
    assertThat(without).isBetween(20, 1000);
  }

  /**
   * One proof with 130 bits and 12,288 with 142 are 2^-130 + 12288·2^-142 = 4·2^-130: no unit is
   * left, and 129 bits for the one are too few.
   */
  @Test
  void aBudgetMayBeUsedUp() {
    List<List<Option>> lists =
        List.of(
            LongStream.rangeClosed(128, 142)
                .mapToObj(bits -> new Option(1L << (144 - bits), bits, 0))
                .toList(),
            List.of(new Option(12288 << 2, 0, 0)));
    assertThat(Allotment.of(lists, 1 << 16)).hasValue(List.of(2, 0));
    assertThat(Allotment.of(lists, (1 << 16) - 1)).hasValue(List.of(3, 0));
  }

  @Test
  void ofEqualCostsTheFewestUnitsAreTaken() {
    List<Option> options = List.of(new Option(7, 1, 1), new Option(3, 1, 1), new Option(5, 1, 1));
    assertThat(Allotment.of(List.of(options), BUDGET)).hasValue(List.of(1));
  }

  @Test
  void anOptionBeyondTheBudgetIsNone() {
    assertThat(Allotment.of(List.of(List.of(new Option(Long.MAX_VALUE, 0, 0))), BUDGET)).isEmpty();
  }
}
