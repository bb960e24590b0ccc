package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;

/** What a search has found so far. Mutable, for one thread. */
final class Findings {
  private final Meter meter = new Meter();
  private final Map<String, Long> mostBits = new LinkedHashMap<>();
  private final List<Problem> refusals = new ArrayList<>();
  private final double most;
  private Optional<Finding> best = Optional.empty();

  /** None, of configurations that may cost so much. */
  Findings(double most) {
    this.most = most;
  }

  Meter meter() {
    return meter;
  }

  /** What a configuration must not cost more than to be of interest. */
  double limit() {
    return best.map(Finding::cost).orElse(most);
  }

  /** The first of those that cost least stays. */
  void offer(Finding finding) {
    if (finding.cost() <= most && best.filter(b -> b.cost() <= finding.cost()).isEmpty()) {
      best = Optional.of(finding);
    }
  }

  Optional<Finding> best() {
    return best;
  }

  /** A term has so many bits at the best end of every lever. */
  void note(String term, long bits) {
    mostBits.merge(term, bits, Math::max);
  }

  /** The most bits of each term, in the order of the protocol. */
  Map<String, Long> mostBits() {
    return mostBits;
  }

  /** Some values contradict each other. */
  void refuse(InvalidConfiguration contradiction) {
    refusals.addAll(contradiction.problems());
  }

  List<Problem> refusals() {
    return refusals;
  }
}
