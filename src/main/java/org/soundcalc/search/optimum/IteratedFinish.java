package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;

/**
 * The circuit that a path leads to, with little proof-of-work: from the last iteration back, each
 * has the bits before its queries at which all its sites together ask for the least, and each
 * proximity parameter the first number at which the queries are enough.
 */
record IteratedFinish(
    IteratedStart start, IteratedCodes codes, IteratedPaths.Path path, OtherTerms others) {
  IteratedFinish(IteratedStart start, IteratedCodes codes, IteratedPaths.Path path) {
    this(start, codes, path, start.others(path.labels().get(0).at().code()));
  }

  /**
   * An iteration with its proof-of-work.
   *
   * @param label of the path
   * @param queries that it asks
   * @param number of its proximity parameter
   * @param folds bits before each fold
   * @param ofSamples bits before the samples
   * @param ofQueries bits before the queries
   * @param others tries before terms that no iteration moves
   */
  private record Done(
      IteratedPaths.Label label,
      long queries,
      long number,
      List<Long> folds,
      long ofSamples,
      long ofQueries,
      double others) {
    /** About how often its prover tries. */
    double tries() {
      double tries = others + Math.scalb(1.0, (int) ofSamples) + Math.scalb(1.0, (int) ofQueries);
      for (long bits : folds) {
        tries += Math.scalb(1.0, (int) bits);
      }
      return tries;
    }
  }

  private IteratedDesign design() {
    return start.design();
  }

  Circuit circuit() {
    List<Done> done = new ArrayList<>();
    long queries = path.queries();
    for (Optional<IteratedPaths.Label> next = Optional.of(path.last()); next.isPresent(); ) {
      IteratedPaths.Label label = next.get();
      done.add(0, done(label, queries, done.stream().findFirst()));
      queries = label.before().queries();
      next = label.before().label();
    }
    List<Done> later = done.subList(1, done.size());
    IteratedLayout layout =
        new IteratedLayout(
            start.logInverseRate(),
            done.stream().map(one -> one.label.iteration().logFactor()).toList(),
            done.stream().map(Done::queries).toList(),
            later.stream().map(one -> one.label.samples()).toList(),
            codes.gap(),
            done.stream().map(Done::folds).toList(),
            done.stream().map(Done::ofQueries).toList(),
            later.stream().map(Done::ofSamples).toList());
    return others.ground(done.get(0).number, design().with(layout));
  }

  private Done done(IteratedPaths.Label label, long queries, Optional<Done> after) {
    Optional<Done> least = Optional.empty();
    for (long grinding : start.entries().grindingQueries(label.iteration().index()).values()) {
      if (areEnough(label, queries, label.number(), grinding, after)) {
        long first = label.at().code().least();
        long number =
            first == label.number()
                ? first
                : MonotoneBisection.last(
                        first,
                        label.number(),
                        label.number(),
                        some -> !areEnough(label, queries, some, grinding, after))
                    + 1;
        Done done = done(label, queries, number, grinding);
        if (least.isEmpty() || done.tries() < least.get().tries()) {
          least = Optional.of(done);
        }
      }
    }
    return least.orElseThrow();
  }

  private boolean areEnough(
      IteratedPaths.Label label, long queries, long number, long grinding, Optional<Done> after) {
    boolean isFirst = label.iteration().index() == 0;
    Formula error =
        after
            .map(
                next ->
                    design()
                        .stepError(
                            new IteratedDesign.Step(
                                next.label.iteration(), queries, next.label.samples()),
                            label.at().falling(number),
                            next.label.at().growing(next.number)))
            .orElseGet(() -> design().lastError(queries, isFirst, label.at().falling(number)));
    return start.isEnough(error, grinding);
  }

  private Done done(IteratedPaths.Label label, long queries, long number, long grinding) {
    int index = label.iteration().index();
    List<Formula> errors = design().foldErrors(label.iteration(), label.at().growing(number));
    List<Long> folds = new ArrayList<>();
    for (int i = 0; i < errors.size(); i++) {
      folds.add(start.entries().grindingFolds(index, i).least(needed(errors.get(i))).orElseThrow());
    }
    long ofSamples = 0;
    if (index > 0) {
      long needed =
          label.samples() == 0
              ? 0
              : design()
                  .samplesError(label.iteration(), label.samples(), label.at().growing(number))
                  .map(this::needed)
                  .orElse(0L);
      ofSamples = start.entries().grindingSamples(index).least(needed).orElseThrow();
    }
    double ofOthers = index == 0 ? tries(others.ground(number, start.bare())) : 0;
    return new Done(label, queries, number, folds, ofSamples, grinding, ofOthers);
  }

  private static double tries(Circuit circuit) {
    return GrindingSite.work(circuit.grindingSites()).ceil().doubleValue();
  }

  /** Bits that an error is too large by. */
  private long needed(Formula error) {
    return start.bits() == 0 ? 0 : start.bits() - ErrorBits.of(error);
  }
}
