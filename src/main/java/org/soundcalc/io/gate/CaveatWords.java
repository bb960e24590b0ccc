package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.gate.CircuitCaveat;
import org.soundcalc.analysis.gate.Verdict;

/**
 * A caveat in words.
 *
 * @param first the first of those that say the same
 * @param circuit the first of those that it is about, or the last of all
 * @param message what is taken for granted, with all of them
 */
public record CaveatWords(CircuitCaveat first, String circuit, String message) {
  /** Circuits that are named. */
  private static final int MOST = 3;

  private static final String ALL = " more: all with check --format json)";

  /** Those of a verdict, each message once. */
  static List<CaveatWords> of(Verdict verdict) {
    return of(verdict.caveats(), verdict.estimate());
  }

  /**
   * {@return each message once}
   *
   * @param caveats those of a zkVM
   * @param zkvm the zkVM
   */
  public static List<CaveatWords> of(List<CircuitCaveat> caveats, ZkvmEstimate zkvm) {
    Map<String, List<CircuitCaveat>> alike = new LinkedHashMap<>();
    for (CircuitCaveat caveat : caveats) {
      alike.computeIfAbsent(caveat.caveat().message(), any -> new ArrayList<>()).add(caveat);
    }
    List<CaveatWords> all = new ArrayList<>();
    int every = zkvm.circuits().size();
    alike.forEach(
        (message, same) -> {
          List<String> named =
              same.stream().flatMap(caveat -> caveat.circuit().stream()).distinct().toList();
          all.add(
              new CaveatWords(
                  same.get(0),
                  named.isEmpty() ? zkvm.last().name() : named.get(0),
                  message + which(named, every)));
        });
    return all;
  }

  /** {@return the message, said to be a caveat} */
  public String words() {
    return "caveat: " + message;
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
    return " (" + first + (more > 0 ? " and " + more + ALL : ")");
  }
}
