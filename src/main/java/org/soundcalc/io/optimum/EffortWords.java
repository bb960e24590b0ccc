package org.soundcalc.io.optimum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Cut;
import org.soundcalc.search.optimum.Effort;
import org.soundcalc.search.optimum.Optimum;

/** What a search has looked at, in words. */
final class EffortWords {
  /** So many circuits are named where several are told of. */
  private static final int NAMED = 3;

  private EffortWords() {}

  /**
   * Among how many configurations, and what is known where it was cut short.
   *
   * @param circuit what was found of it
   * @param optimal whether nothing of the space costs less
   */
  static String of(CircuitOptimum circuit, boolean optimal) {
    Effort effort = circuit.optimum().effort();
    String searched = searched(effort);
    int points = circuit.front().size();
    String beats = optimal ? "that nothing beats" : "that nothing beats that was tried";
    String found =
        points > 0
            ? "%d point%s %s, far enough apart, among "
                .formatted(points, points > 1 ? "s" : "", beats)
            : optimal ? "optimal among " : "the best that was tried of ";
    boolean none = circuit.optimum() instanceof Optimum.None;
    String what = none ? "none of " : found;
    String cut = effort.cut().map(why -> cut(why) + bound(circuit)).orElse("");
    return cut + what + searched;
  }

  private static String searched(Effort effort) {
    return "%s configurations: %d certified terms, %d edges of shortest paths"
        .formatted(Amounts.about(effort.configurations()), effort.terms(), effort.edges());
  }

  /**
   * Whether a circuit stays as it is for the sake of its tree: others may cost less, which have
   * fewer bits to spare or whose proofs, which are many, cost the prover more.
   */
  static boolean isForTree(CircuitOptimum circuit, OptimumReport.Row row) {
    return row.tree().isPresent()
        && circuit.changes().isEmpty()
        && circuit.optimum() instanceof Optimum.Found found
        && !found.optimal()
        && !found.effort().isCut();
  }

  /** Among how many configurations one stays for the sake of its tree. */
  static String ofTree(CircuitOptimum circuit) {
    return "chosen for the tree, among " + searched(circuit.optimum().effort());
  }

  /** Why a search was cut short, before what is left of it. */
  private static String cut(Cut why) {
    return (why == Cut.TIME ? "time ran out (--time-limit)" : ReasonWords.cut(why)) + ": ";
  }

  /**
   * Of which circuits something is shown that may not be the best, since their searches were cut
   * short: a line for each reason.
   *
   * @param circuits of a zkVM
   */
  static List<String> cuts(List<CircuitOptimum> circuits) {
    List<String> lines = new ArrayList<>();
    for (Cut why : Cut.values()) {
      List<String> names =
          circuits.stream()
              .filter(circuit -> circuit.optimum() instanceof Optimum.Found)
              .filter(circuit -> circuit.optimum().effort().cut().filter(why::equals).isPresent())
              .map(circuit -> circuit.circuit().id().name())
              .toList();
      if (!names.isEmpty()) {
        lines.add(cut(why) + "the best that was tried of " + some(names));
      }
    }
    return lines;
  }

  /** The first few names, and how many more there are. */
  static String some(List<String> names) {
    return names.size() <= NAMED + 1
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMED))
            + " and "
            + (names.size() - NAMED)
            + " more circuits";
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
