package org.soundcalc.io.toml;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.RecursionKeys;

/**
 * What a recursion must be, so that its proofs can be counted: without cycles of several circuits,
 * and with one proof at its end.
 *
 * @param circuits the tables of all circuits
 * @param names theirs
 * @param recursion which of them verifies which
 */
record RecursionRules(List<TableSection> circuits, List<String> names, Recursion recursion) {
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
    sound &= hasShape && checkFinals();
    sound &= hasShape && hasCounts && checkCounts(isUncounted);
    if (!sound) {
      return false;
    }
    circuits.forEach(RecursionRules::warnOfIdleArity);
    warnOfLastCircuit();
    return checkOutputs();
  }

  private boolean checkCycles() {
    Set<Integer> open = new LinkedHashSet<>(where(node -> true));
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
      next = node(next).verifies().stream().filter(open::contains).findFirst().orElseThrow();
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
    String message = "closes a cycle, which no proof can start: " + String.join(" verifies ", way);
    circuits.get(cycle.get(0)).error(RecursionKeys.VERIFIES, message, List.of());
  }

  private boolean checkJoins() {
    String message =
        "must be at least 2: one at a time, %s never joins its own proofs with those of %s";
    List<Integer> apart =
        where(node -> node.verifiesItself() && !node.isLeaf() && node.arity() < 2);
    for (int i : apart) {
      String what = message.formatted(shown(i), list(node(i).verifies()));
      circuits.get(i).error(RecursionKeys.ARITY, what, List.of());
    }
    return apart.isEmpty();
  }

  private boolean checkFinals() {
    List<Integer> finals = recursion.finals();
    if (finals.size() <= 1) {
      return true;
    }
    String message =
        "no other circuit verifies %s; a tree of proofs must end in one circuit: let one of them"
            + " verify the others";
    TableSection first = circuits.get(finals.get(0));
    String whole = first.message(message.formatted(list(finals)));
    first.context.problems.error(first.origin(RecursionKeys.VERIFIES).place(), whole);
    return false;
  }

  /** One error where every leaf lacks a number, rather than one for each. */
  private boolean checkCounts(boolean isUncounted) {
    String message =
        "%s, so max_leaf_proofs in [recursion] must say how many of %s proofs there are at most";
    List<Integer> uncounted = where(node -> node.isLeaf() && node.leafProofs().isEmpty());
    if (isUncounted && uncounted.size() > 1) {
      RawTable first = circuits.get(uncounted.get(0));
      String all = list(uncounted) + " verify no other circuit";
      first.context.problems.error(first.header(), message.formatted(all, "their"));
      return false;
    }
    for (int i : uncounted) {
      String what = "it verifies " + (node(i).verifiesItself() ? "only itself" : "nothing");
      circuits.get(i).error(circuits.get(i).header(), message.formatted(what, "its"));
    }
    return uncounted.isEmpty();
  }

  /** Whether one proof is left; asked of what is sound otherwise. */
  private boolean checkOutputs() {
    int last = recursion.finals().get(0);
    BigInteger outputs = recursion.multiplicities().get(last).outputs();
    if (outputs.equals(BigInteger.ONE)) {
      return true;
    }
    boolean isLeaf = node(last).isLeaf();
    String remedy =
        isLeaf
            ? "let another circuit verify them, or set max_leaf_proofs to 1"
            : "let it verify its own proofs too, at an arity of 2 or more, or raise arity";
    String message = "%s proofs of %s, the final circuit, are left, and nothing joins them: %s";
    String count = outputs.bitLength() < Long.SIZE ? outputs.toString() : "over 2^63";
    TableSection circuit = circuits.get(last);
    Key<?, ?> key = isLeaf ? RecursionKeys.VERIFIES : RecursionKeys.ARITY;
    circuit.error(circuit.origin(key).place(), message.formatted(count, shown(last), remedy));
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
    RawTable last = circuits.get(circuits.size() - 1);
    if (last != circuits.get(end)) {
      String message =
          "the tree of proofs ends in %s, but the proof size that counts is that of the last"
              + " circuit of the file: put %s last";
      last.warning(last.header(), message.formatted(shown(end), shown(end)));
    }
  }

  private Recursion.Node node(int circuit) {
    return recursion.nodes().get(circuit);
  }

  private List<Integer> where(Predicate<Recursion.Node> condition) {
    return IntStream.range(0, circuits.size())
        .filter(i -> condition.test(node(i)))
        .boxed()
        .toList();
  }

  private String shown(int index) {
    return Printable.brief(names.get(index));
  }

  /** Names of circuits in words: {@code a, b and c}. */
  String list(List<Integer> indices) {
    List<String> shown = new ArrayList<>();
    indices.stream().limit(MOST_NAMES).map(this::shown).forEach(shown::add);
    String last =
        indices.size() > MOST_NAMES
            ? (indices.size() - MOST_NAMES) + " more"
            : shown.remove(shown.size() - 1);
    return shown.isEmpty() ? last : String.join(", ", shown) + " and " + last;
  }
}
