package org.soundcalc.search.optimum;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Shares a budget out: of each of several lists one option, such that they are within the budget
 * together and cost least. Dynamic programming over what of the budget is used; costs are compared
 * by the first number, then by the second, an order that sums keep.
 */
public final class Allotment {
  private static final int NONE = -1;

  private final int budget;
  private final double[] first;
  private final double[] second;

  private Allotment(int budget) {
    this.budget = budget;
    this.first = new double[budget + 1];
    this.second = new double[budget + 1];
  }

  /**
   * One of those that may be chosen.
   *
   * @param units of the budget that it takes, ≥ 0
   * @param cost what it costs
   * @param tie what it costs besides, which decides where the costs are equal
   */
  public record Option(long units, double cost, double tie) {
    /**
     * The option.
     *
     * @param units of the budget, ≥ 0
     * @param cost a number
     * @param tie a number
     * @throws IllegalArgumentException if the units are negative, or a cost is not finite
     */
    public Option {
      if (units < 0 || !Double.isFinite(cost) || !Double.isFinite(tie)) {
        throw new IllegalArgumentException("units: %d, costs: %s, %s".formatted(units, cost, tie));
      }
    }
  }

  /**
   * {@return the place of the chosen option in each list, of equal costs that which takes fewer
   * units; nothing where no choice is within the budget}
   *
   * @param lists of options, at least one
   * @param budget units that may be used together, ≥ 0
   */
  public static Optional<List<Integer>> of(List<List<Option>> lists, int budget) {
    Allotment sum = new Allotment(budget);
    int[][] chosen = new int[lists.size()][];
    for (int i = 0; i < chosen.length; i++) {
      Allotment next = new Allotment(budget);
      chosen[i] = next.add(lists.get(i), sum);
      sum = next;
    }
    int left = budget;
    Integer[] places = new Integer[chosen.length];
    for (int i = chosen.length - 1; i >= 0; i--) {
      places[i] = chosen[i][left];
      if (places[i] == NONE) {
        return Optional.empty();
      }
      left -= (int) lists.get(i).get(places[i]).units();
    }
    return Optional.of(List.of(places));
  }

  /** The least costs with a list more, by the budget; and which of its options they take. */
  private int[] add(List<Option> options, Allotment before) {
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    int[] chosen = new int[budget + 1];
    Arrays.fill(chosen, NONE);
    IntStream.range(0, options.size())
        .boxed()
        .filter(i -> options.get(i).units() <= budget)
        .sorted((i, j) -> Long.compare(options.get(i).units(), options.get(j).units()))
        .forEach(i -> add(options.get(i), i, before, chosen));
    return chosen;
  }

  private void add(Option option, int place, Allotment before, int[] chosen) {
    for (int used = (int) option.units(); used <= budget; used++) {
      double cost = before.first[used - (int) option.units()] + option.cost();
      double tie = before.second[used - (int) option.units()] + option.tie();
      if (cost < first[used] || (cost == first[used] && tie < second[used])) {
        first[used] = cost;
        second[used] = tie;
        chosen[used] = place;
      }
    }
  }
}
