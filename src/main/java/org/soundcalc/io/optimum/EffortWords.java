package org.soundcalc.io.optimum;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Cut;
import org.soundcalc.search.optimum.Effort;
import org.soundcalc.search.optimum.Optimum;

/** What a search has looked at, in words. */
final class EffortWords {
  private EffortWords() {}

  /**
   * Among how many configurations, and what is known where it was cut short.
   *
   * @param circuit what was found of it
   * @param optimal whether nothing of the space costs less
   */
  static String of(CircuitOptimum circuit, boolean optimal) {
    Effort effort = circuit.optimum().effort();
    String searched =
        "%s configurations: %d certified terms, %d edges of shortest paths"
            .formatted(Amounts.about(effort.configurations()), effort.terms(), effort.edges());
    int points = circuit.front().size();
    String beats = optimal ? "that nothing beats" : "that nothing beats that was tried";
    String found =
        points > 0
            ? "%d point%s %s, far enough apart, among "
                .formatted(points, points > 1 ? "s" : "", beats)
            : optimal ? "optimal among " : "the best that was tried of ";
    boolean none = circuit.optimum() instanceof Optimum.None;
    String what = none ? "none of " : found;
    String cut =
        effort
            .cut()
            .map(
                why ->
                    why == Cut.TIME ? "time ran out (--time-limit): " : ReasonWords.cut(why) + ": ")
            .map(words -> words + bound(circuit))
            .orElse("");
    return cut + what + searched;
  }

  /** That it was cut short must not be overlooked. */
  static Emphasis emphasis(CircuitOptimum circuit) {
    return circuit.optimum().effort().isCut() ? Emphasis.NONE : Emphasis.FAINT;
  }

  /** What nothing costs less than, where it was cut short. */
  private static String bound(CircuitOptimum circuit) {
    OptionalDouble bound = circuit.optimum().effort().bound();
    Axis least = circuit.aim().least();
    if (bound.isEmpty()) {
      return "no lower bound is known; ";
    }
    return least == Axis.PROOF_SIZE
        ? "no proof is below %s KiB; "
            .formatted(Amounts.kib(new BigDecimal(bound.getAsDouble()).toBigInteger()))
        : "%s at least %s of today; "
            .formatted(
                least.words(),
                Amounts.ratio(circuit.aim().cost(circuit.circuit(), least), bound.getAsDouble()));
  }
}
