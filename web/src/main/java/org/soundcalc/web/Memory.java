package org.soundcalc.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.io.toml.Rereading;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Costs;
import org.soundcalc.model.Regime;

/**
 * What was found before, for requests that follow each other as somebody moves a slider: the same
 * file is asked about for figures, milestones and keys, and from one move to the next its text
 * stays, and all circuits but one. Answers are what they are without it.
 */
final class Memory {
  /** So many of a kind are kept; with the next all are forgotten. */
  private static final int MOST = 1000;

  private static final Map<List<String>, Map<Circuit, CircuitEstimate>> ESTIMATES = new HashMap<>();

  private static final Map<String, Map<Circuit, Assessment>> ASSESSMENTS = new HashMap<>();

  /**
   * By the circuits themselves: all but the moved one stay the same from move to move. All requests
   * count with the usual rate of a hash: one that stated another would need a place in the key.
   */
  private static final Map<Circuit, Optional<Costs>> COSTS = new IdentityHashMap<>();

  private static Optional<Read> file = Optional.empty();

  private Memory() {}

  private record Read(String name, String text, Rereading file) {
    boolean isOf(Request request) {
      return name.equals(request.name()) && text.equals(request.text());
    }
  }

  /** Nothing is remembered any more. */
  static void forget() {
    ESTIMATES.clear();
    ASSESSMENTS.clear();
    COSTS.clear();
    file = Optional.empty();
  }

  /** The file of a request, where it is that of the last one. */
  static Optional<Rereading> file(Request request) {
    return file.filter(last -> last.isOf(request)).map(Read::file);
  }

  /** Keeps the file of a request. */
  static Rereading keep(Request request, Rereading read) {
    file = Optional.of(new Read(request.name(), request.text(), read));
    return read;
  }

  /** What a regime says of a circuit; asked once, whoever estimates it. */
  static Assessment assessment(Regime regime, Circuit circuit) {
    Map<Circuit, Assessment> known =
        ASSESSMENTS.computeIfAbsent(regime.name(), any -> new HashMap<>());
    if (known.size() > MOST) {
      known.clear();
    }
    Assessment assessment = known.get(circuit);
    if (assessment == null) {
      assessment = regime.assess(circuit);
      known.put(circuit, assessment);
    }
    return assessment;
  }

  /** What a proof of a circuit costs, counted once. */
  static Optional<Costs> costs(CostFigures figures, Circuit circuit) {
    if (COSTS.size() > MOST) {
      COSTS.clear();
    }
    return COSTS.computeIfAbsent(circuit, figures::of);
  }

  /** Estimates circuits under these regimes, each once. */
  static Estimator estimator(List<Regime> regimes) {
    int count = 0;
    for (Map<Circuit, CircuitEstimate> of : ESTIMATES.values()) {
      count += of.size();
    }
    if (count > MOST) {
      ESTIMATES.clear();
    }
    List<String> names = new ArrayList<>();
    for (Regime regime : regimes) {
      names.add(regime.name());
    }
    return new Estimator(regimes, ESTIMATES.computeIfAbsent(names, any -> new HashMap<>()));
  }
}
