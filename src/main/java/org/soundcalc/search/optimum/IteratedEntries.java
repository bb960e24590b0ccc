package org.soundcalc.search.optimum;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.keys.Key;

/**
 * The values that entries of a layout's lists may have. Where a list may not move, its entries
 * stay, whatever the iterations: those of places that there are not today are as the last one.
 */
final class IteratedEntries {
  private final IteratedLayout now;
  private final Optional<Entry> queries;
  private final Optional<Entry> samples;
  private final Optional<Entry> grindingFolds;
  private final Optional<Entry> grindingQueries;
  private final Optional<Entry> grindingSamples;

  /**
   * An entry.
   *
   * @param values that it may have, ascending, at least one
   */
  record Entry(List<Long> values) {
    static Entry only(long value) {
      return new Entry(List.of(value));
    }

    /** The values up to one, or the least. */
    Entry upTo(long most) {
      List<Long> some = values.stream().filter(value -> value <= most).toList();
      return some.isEmpty() ? only(values.get(0)) : new Entry(some);
    }

    long most() {
      return values.get(values.size() - 1);
    }

    /** The least value that is enough; nothing where the most is too little. */
    OptionalLong least(long needed) {
      return values.stream().mapToLong(Long::longValue).filter(some -> some >= needed).findFirst();
    }
  }

  /**
   * The entries.
   *
   * @param mostGrinding bits at each site, or as few more as the site may have
   */
  IteratedEntries(Space space, IteratedDesign design, long mostGrinding) {
    now = design.layout();
    queries = moved(space, design.queriesKey());
    samples = moved(space, design.samplesKey());
    grindingFolds = moved(space, design.grindingFoldsKey()).map(all -> all.upTo(mostGrinding));
    grindingQueries = moved(space, design.grindingQueriesKey()).map(all -> all.upTo(mostGrinding));
    grindingSamples = moved(space, design.grindingSamplesKey()).map(all -> all.upTo(mostGrinding));
  }

  private static Optional<Entry> moved(Space space, Key<Circuit, ?> key) {
    if (!space.moves(key)) {
      return Optional.empty();
    }
    return Optional.of(new Entry(space.entries(key).stream().sorted().toList()));
  }

  private static Entry entry(Optional<Entry> moved, List<Long> now, int place, long other) {
    return moved.orElseGet(() -> Entry.only(IteratedLayout.at(now, place, other)));
  }

  /** Queries of an iteration. */
  Entry queries(int iteration) {
    return entry(queries, now.queries(), iteration, 1);
  }

  /** Samples before an iteration, which is not the first. */
  Entry samples(int iteration) {
    return entry(samples, now.samples(), iteration - 1, 1);
  }

  /** Proof-of-work before a fold of an iteration, from 0. */
  Entry grindingFolds(int iteration, int fold) {
    List<Long> bits = IteratedLayout.at(now.grindingFolds(), iteration, List.of());
    return entry(grindingFolds, bits, fold, 0);
  }

  /** Proof-of-work before the queries of an iteration. */
  Entry grindingQueries(int iteration) {
    return entry(grindingQueries, now.grindingQueries(), iteration, 0);
  }

  /** Proof-of-work before the samples of an iteration, which is not the first. */
  Entry grindingSamples(int iteration) {
    return entry(grindingSamples, now.grindingSamples(), iteration - 1, 0);
  }
}
