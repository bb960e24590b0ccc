package org.soundcalc.search.optimum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.Iteration;

/** How far the proximity parameter of an iteration may go, by its folds and by its samples. */
final class IteratedReach {
  private final IteratedStart start;
  private final IteratedDesign design;
  private final IteratedEntries entries;
  private final IteratedGraph graph;
  private final Map<Iteration, Optional<Reached>> reached = new HashMap<>();
  private long lastHint;

  IteratedReach(IteratedStart start, IteratedGraph graph) {
    this.start = start;
    this.design = start.design();
    this.entries = start.entries();
    this.graph = graph;
  }

  /**
   * An iteration under the regime.
   *
   * @param last number that its folds admit
   */
  record Reached(Iteration iteration, IteratedCodes.Numbered code, long last) {
    CodeBounds growing(long number) {
      return code.growing().apply(number);
    }

    CodeBounds falling(long number) {
      return code.falling().apply(number);
    }
  }

  /** The iteration, where its folds admit any number. */
  Optional<Reached> at(Iteration iteration) {
    Optional<Reached> its = reached.get(iteration);
    if (its == null) {
      its = graph.code(iteration).flatMap(code -> reached(iteration, code));
      reached.put(iteration, its);
    }
    return its;
  }

  private Optional<Reached> reached(Iteration iteration, IteratedCodes.Numbered code) {
    long hint = Math.max(code.least(), Math.min(code.most(), lastHint));
    long last =
        MonotoneBisection.last(
            code.least(), code.most(), hint, i -> admitsFolds(iteration, code.growing().apply(i)));
    if (last < code.least()) {
      return Optional.empty();
    }
    lastHint = last;
    return Optional.of(new Reached(iteration, code, last));
  }

  private boolean admitsFolds(Iteration iteration, CodeBounds code) {
    List<Formula> errors = design.foldErrors(iteration, code);
    for (int i = 0; i < errors.size(); i++) {
      if (!start.isEnough(errors.get(i), entries.grindingFolds(iteration.index(), i).most())) {
        return false;
      }
    }
    return true;
  }

  /** The last number that an iteration's folds and samples admit. */
  long last(Reached to, long samples) {
    long least = to.code.least();
    if (admitsSamples(to, samples, to.last)) {
      return to.last;
    }
    return to.last == least
        ? least - 1
        : MonotoneBisection.last(
            least, to.last - 1, least, number -> admitsSamples(to, samples, number));
  }

  private boolean admitsSamples(Reached to, long samples, long number) {
    long grinding = samples == 0 ? 0 : entries.grindingSamples(to.iteration.index()).most();
    return design
        .samplesError(to.iteration, samples, to.growing(number))
        .filter(error -> !start.isEnough(error, grinding))
        .isEmpty();
  }
}
