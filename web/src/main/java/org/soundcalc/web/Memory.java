package org.soundcalc.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.ParsedFile;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
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

  private static Optional<Parsed> text = Optional.empty();

  private static Optional<Read> last = Optional.empty();

  private Memory() {}

  private record Parsed(String name, String text, ParsedFile file) {
    boolean isOf(Request request) {
      return name.equals(request.name()) && text.equals(request.text());
    }
  }

  private record Read(String name, String text, List<String> set, Loaded loaded) {
    boolean isOf(Request request) {
      return name.equals(request.name())
          && text.equals(request.text())
          && set.equals(request.set());
    }
  }

  /** Nothing is remembered any more. */
  static void forget() {
    ESTIMATES.clear();
    ASSESSMENTS.clear();
    text = Optional.empty();
    last = Optional.empty();
  }

  /** The text of a request as TOML, where it is that of the last one. */
  static Optional<ParsedFile> parsed(Request request) {
    return text.filter(last -> last.isOf(request)).map(Parsed::file);
  }

  /** Keeps the text of a request as TOML. */
  static ParsedFile keep(Request request, ParsedFile file) {
    text = Optional.of(new Parsed(request.name(), request.text(), file));
    return file;
  }

  /** What the reader makes of the file of a request. */
  static Loaded loaded(Request request, Supplier<Loaded> reader) {
    if (last.isEmpty() || !last.get().isOf(request)) {
      last = Optional.of(new Read(request.name(), request.text(), request.set(), reader.get()));
    }
    return last.get().loaded();
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
