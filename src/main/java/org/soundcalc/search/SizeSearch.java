package org.soundcalc.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.soundcalc.model.ProofSize;

/**
 * A smaller proof of a circuit whose errors stay small enough: fewer queries, which proof-of-work
 * makes up for. Of the numbers of queries that are within the limit the largest of use are taken,
 * since they need least proof-of-work.
 *
 * @param start the circuit
 * @param levers what can be raised in it
 * @param goal when its errors are small enough
 * @param fits which sizes are within the limit; smaller ones always are as well
 */
record SizeSearch(
    Prepared start, List<RaisableKey<?>> levers, Goal goal, Predicate<ProofSize> fits) {

  /**
   * The change.
   *
   * @param before what was changed already, to be named first
   * @return nothing where the errors are too large with all proof-of-work, or there are no queries
   */
  Optional<ParameterRemedies.Fit> find(List<ParameterRemedies.Change> before) {
    List<RaisableKey<?>> work = levers.stream().filter(RaisableKey::isWork).toList();
    Optional<RaisableKey<?>> queries =
        levers.stream().filter(lever -> lever.isOfQueries() && !lever.isWork()).findFirst();
    return queries.flatMap(lever -> find(lever, work, before));
  }

  private Optional<ParameterRemedies.Fit> find(
      RaisableKey<?> queries, List<RaisableKey<?>> work, List<ParameterRemedies.Change> before) {
    // with as much before queries as there is, and elsewhere as much as there may be
    Prepared usual = start;
    Prepared top = start;
    for (RaisableKey<?> lever : work) {
      usual = lever.isOfQueries() ? usual : lever.raise(usual, lever.room());
      top = lever.raise(top, lever.room());
    }
    Optional<long[]> enough = enough(queries, top);
    if (enough.isEmpty()) {
      return Optional.empty();
    }
    long[] fewest = fewest(queries, top, enough.get());
    Prepared smallest = queries.set(top, fewest);
    ProofSize least = smallest.circuit().decidingSize();
    boolean isWithin = fits.test(least);
    if (goal.budget().isSpent()) {
      return Optional.of(new ParameterRemedies.Fit(Optional.empty(), least, Optional.empty()));
    }
    long[] most = enough(queries, usual).orElse(enough.get());
    long[] some = isWithin ? mostThatFit(queries, most, fewest) : fewest;
    List<ParameterRemedies.Change> changes = new ArrayList<>(before);
    if (!queries.textOf(some).equals(queries.text(0))) {
      changes.add(
          new ParameterRemedies.Change(queries.key(), queries.text(0), queries.textOf(some)));
    }
    Optional<ParameterRemedies.Combination> found =
        new CombinedSearch(queries.set(start, some), work, goal).least(changes);
    return Optional.of(
        isWithin
            ? new ParameterRemedies.Fit(found, least, Optional.empty())
            : new ParameterRemedies.Fit(Optional.empty(), least, found));
  }

  /** As many as there are, or more where that is too few even with all proof-of-work. */
  private Optional<long[]> enough(RaisableKey<?> queries, Prepared top) {
    LeverSearch search = new LeverSearch(queries, top, goal);
    if (search.suffices(0)) {
      return Optional.of(queries.values(0));
    }
    return search.least().stream().mapToObj(queries::values).findFirst();
  }

  /** Each as few as the others allow. */
  private long[] fewest(RaisableKey<?> queries, Prepared top, long[] enough) {
    long[] fewest = enough.clone();
    for (int i = 0; i < fewest.length; i++) {
      int index = i;
      long from = enough[i];
      long most =
          most(
              from - 1,
              fewer -> {
                long[] some = fewest.clone();
                some[index] = from - fewer;
                return goal.budget().allows() && isMet(queries.set(top, some), top);
              });
      fewest[i] = from - most;
    }
    return fewest;
  }

  private boolean isMet(Prepared fewer, Prepared top) {
    goal.budget().count(fewer.work() - top.work());
    return goal.isMet(fewer);
  }

  /** All are lowered by as many, but none below the fewest. */
  private long[] mostThatFit(RaisableKey<?> queries, long[] enough, long[] fewest) {
    long all = Arrays.stream(enough).max().orElseThrow();
    long kept =
        most(
            all,
            more ->
                fits.test(
                    queries.set(start, less(enough, fewest, all - more)).circuit().decidingSize()));
    return less(enough, fewest, all - kept);
  }

  private static long[] less(long[] enough, long[] fewest, long by) {
    long[] some = enough.clone();
    for (int i = 0; i < some.length; i++) {
      some[i] = Math.max(fewest[i], some[i] - by);
    }
    return some;
  }

  /**
   * The largest of 0, ..., {@code end} that is admitted, where all up to some number are, and 0.
   */
  private static long most(long end, LongPredicate admitted) {
    long most = 0;
    long above = end + 1;
    while (above - most > 1) {
      long middle = most + (above - most) / 2;
      if (admitted.test(middle)) {
        most = middle;
      } else {
        above = middle;
      }
    }
    return most;
  }
}
