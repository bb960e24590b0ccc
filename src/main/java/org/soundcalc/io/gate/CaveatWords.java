package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.analysis.gate.CircuitCaveat;
import org.soundcalc.analysis.gate.Verdict;

/**
 * A caveat in words.
 *
 * @param first the first of those that say the same
 * @param circuit the first of those that it is about, or the last of all
 * @param words with all of them
 */
record CaveatWords(CircuitCaveat first, String circuit, String words) {
  /** Circuits that are named. */
  private static final int MOST = 3;

  /** Those of a verdict, each message once. */
  static List<CaveatWords> of(Verdict verdict) {
    Map<String, List<CircuitCaveat>> alike = new LinkedHashMap<>();
    for (CircuitCaveat caveat : verdict.caveats()) {
      alike.computeIfAbsent(caveat.caveat().message(), any -> new ArrayList<>()).add(caveat);
    }
    List<CaveatWords> all = new ArrayList<>();
    int every = verdict.estimate().circuits().size();
    alike.forEach(
        (message, caveats) -> {
          List<String> named =
              caveats.stream().flatMap(caveat -> caveat.circuit().stream()).distinct().toList();
          all.add(
              new CaveatWords(
                  caveats.get(0),
                  named.isEmpty() ? verdict.estimate().last().name() : named.get(0),
                  "caveat: " + message + which(named, every)));
        });
    return all;
  }

  private static String which(List<String> named, int every) {
    if (named.isEmpty() || every == 1) {
      return "";
    }
    if (named.size() == every) {
      return " (every circuit)";
    }
    int more = named.size() - MOST;
    String first = String.join(", ", more > 0 ? named.subList(0, MOST) : named);
    return " (" + first + (more > 0 ? " and " + more + " more)" : ")");
  }
}
