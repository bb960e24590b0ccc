package org.soundcalc.io.toml;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.ProofCount;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.RecursionKeys;

/**
 * What a recursion must be, so that its proofs can be counted: without cycles of several circuits,
 * and with one proof at its end.
 *
 * @param context for problems
 * @param circuits the tables of all circuits
 * @param names theirs
 * @param recursion which of them verifies which
 */
record RecursionRules(
    Context context, List<TableSection> circuits, List<String> names, Recursion recursion) {
  /** Names that a message lists. */
  private static final int MOST_NAMES = 5;

  /**
   * Reports what is wrong; returns whether nothing is.
   *
   * <p>What a name or a number that could not be read may explain is passed over.
   *
   * @param hasShape whether every name and arity could be read
   * @param hasCounts whether every number of proofs could be read
   * @param isUncounted whether no circuit has any
   */
  boolean check(boolean hasShape, boolean hasCounts, boolean isUncounted) {
    boolean sound = checkCycles();
    sound &= checkJoins();
    if (hasShape) {
      sound &= checkFinals();
    }
    if (hasShape && hasCounts) {
      sound &= isUncounted ? checkAnyCount() : checkCounts();
    }
    if (!sound || !hasShape || !hasCounts) {
      return false;
    }
    circuits.forEach(RecursionRules::warnOfIdleArity);
    warnOfLastCircuit();
    return checkOutputs();
  }

  private boolean checkCycles() {
    Set<Integer> open = new LinkedHashSet<>();
    for (int i = 0; i < circuits.size(); i++) {
      open.add(i);
    }
    recursion.order().forEach(open::remove);
    boolean sound = open.isEmpty();
    // cycles with nothing in common; mending one of them may show another
    Set<Integer> seen = new HashSet<>();
    for (int start : open) {
      cycle(start, open, seen).ifPresent(this::reportCycle);
    }
    return sound;
  }

  /**
   * Follows what is verified, which never ends among these circuits, until it comes back.
   *
   * @param seen where earlier walks went: one that gets there ends on a cycle that is known
   */
  private Optional<List<Integer>> cycle(int start, Set<Integer> open, Set<Integer> seen) {
    Set<Integer> path = new LinkedHashSet<>();
    int next = start;
    while (!seen.contains(next) && path.add(next)) {
      next =
          recursion.nodes().get(next).verifies().stream()
              .filter(open::contains)
              .findFirst()
              .orElseThrow();
    }
    boolean isKnown = seen.contains(next);
    seen.addAll(path);
    List<Integer> all = new ArrayList<>(path);
    return isKnown ? Optional.empty() : Optional.of(all.subList(all.indexOf(next), all.size()));
  }

  private void reportCycle(List<Integer> cycle) {
    List<String> way = new ArrayList<>();
    cycle.stream().limit(MOST_NAMES).forEach(index -> way.add(shown(index)));
    if (cycle.size() > MOST_NAMES) {
      way.add("...");
    }
    way.add(shown(cycle.get(0)));
    error(
        cycle.get(0),
        RecursionKeys.VERIFIES,
        "closes a cycle, which no proof can start: " + String.join(" verifies ", way));
  }

  private boolean checkJoins() {
    boolean sound = true;
    for (int i = 0; i < circuits.size(); i++) {
      Recursion.Node node = recursion.nodes().get(i);
      if (node.verifiesItself() && !node.isLeaf() && node.arity() < 2) {
        error(
            i,
            RecursionKeys.ARITY,
            "must be at least 2: one at a time, %s never joins its own proofs with those of %s"
                .formatted(shown(i), list(node.verifies().stream().map(names::get).toList())));
        sound = false;
      }
    }
    return sound;
  }

  private boolean checkFinals() {
    List<Integer> finals = recursion.finals();
    if (finals.size() <= 1) {
      return true;
    }
    TableSection first = circuits.get(finals.get(0));
    String all = list(finals.stream().map(names::get).toList());
    String message =
        "no other circuit verifies "
            + all
            + "; a tree of proofs must end in one circuit: let one of them verify the others";
    context.problems().error(first.origin(RecursionKeys.VERIFIES), first.raw().message(message));
    return false;
  }

  /** One error where every leaf lacks a number, rather than one for each. */
  private boolean checkAnyCount() {
    List<Integer> leaves = new ArrayList<>();
    for (int i = 0; i < circuits.size(); i++) {
      if (recursion.nodes().get(i).isLeaf()) {
        leaves.add(i);
      }
    }
    if (leaves.size() <= 1) {
      return checkCounts();
    }
    RawTable first = circuits.get(leaves.get(0)).raw();
    String message =
        "%s verify no other circuit, so max_leaf_proofs in [recursion] must say how many of their"
            + " proofs there are at most";
    context
        .problems()
        .error(first.header(), message.formatted(list(leaves.stream().map(names::get).toList())));
    return false;
  }

  private boolean checkCounts() {
    boolean sound = true;
    for (int i = 0; i < circuits.size(); i++) {
      Recursion.Node node = recursion.nodes().get(i);
      if (node.isLeaf() && node.leafProofs().isEmpty()) {
        String message =
            "it verifies %s, so max_leaf_proofs in [recursion] must say how many of its proofs"
                + " there are at most";
        RawTable circuit = circuits.get(i).raw();
        String what = node.verifiesItself() ? "only itself" : "nothing";
        context.problems().error(circuit.header(), circuit.message(message.formatted(what)));
        sound = false;
      }
    }
    return sound;
  }

  /** Whether one proof is left; asked of what is sound otherwise. */
  private boolean checkOutputs() {
    int last = recursion.finals().get(0);
    ProofCount end = recursion.multiplicities().get(last);
    if (end.outputs().equals(BigInteger.ONE)) {
      return true;
    }
    Recursion.Node node = recursion.nodes().get(last);
    Key<?, ?> key = node.isLeaf() ? RecursionKeys.VERIFIES : RecursionKeys.ARITY;
    String remedy =
        node.isLeaf()
            ? "let another circuit verify them, or set max_leaf_proofs to 1"
            : "let it verify its own proofs too, at an arity of 2 or more, or raise arity";
    String message =
        "%s proofs of %s, the final circuit, are left, and nothing joins them: %s"
            .formatted(count(end.outputs()), shown(last), remedy);
    TableSection circuit = circuits.get(last);
    Origin place = circuit.raw().origin(key);
    context.problems().error(place, circuit.raw().message(place, message));
    return false;
  }

  /** An arity in a circuit that verifies nothing has no effect. */
  static void warnOfIdleArity(TableSection circuit) {
    if (circuit.has(RecursionKeys.ARITY) && !circuit.has(RecursionKeys.VERIFIES)) {
      circuit.warn(RecursionKeys.ARITY, "arity means nothing without verifies");
    }
  }

  /** The size of the final proof is that of the last circuit of the file. */
  private void warnOfLastCircuit() {
    int end = recursion.finals().get(0);
    int last = circuits.size() - 1;
    if (end != last) {
      RawTable circuit = circuits.get(last).raw();
      String message =
          "the tree of proofs ends in %s, but the proof size that counts is that of the last"
              + " circuit of the file: put %s last";
      context
          .problems()
          .warning(circuit.header(), circuit.message(message.formatted(shown(end), shown(end))));
    }
  }

  private static String count(BigInteger number) {
    return number.bitLength() < Long.SIZE ? number.toString() : "over 2^63";
  }

  private void error(int circuit, Key<?, ?> key, String message) {
    circuits.get(circuit).error(key, message);
  }

  private String shown(int index) {
    return Printable.brief(names.get(index));
  }

  /** A list in words: {@code a, b and c}. */
  static String list(List<String> names) {
    List<String> shown = new ArrayList<>();
    names.stream().limit(MOST_NAMES).map(Printable::brief).forEach(shown::add);
    String last =
        names.size() > MOST_NAMES
            ? (names.size() - MOST_NAMES) + " more"
            : shown.remove(shown.size() - 1);
    return shown.isEmpty() ? last : String.join(", ", shown) + " and " + last;
  }
}
