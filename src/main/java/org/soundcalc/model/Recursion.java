package org.soundcalc.model;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.soundcalc.model.keys.LeafProofs;
import org.soundcalc.model.keys.RecursionKeys;

/**
 * Which circuit verifies the proofs of which, and how many proofs there are at the leaves.
 *
 * @param nodes one for each circuit of the zkVM, in its order
 */
public record Recursion(List<Node> nodes) {
  /**
   * Keeps the nodes.
   *
   * @param nodes one for each circuit of the zkVM, in its order
   * @throws IndexOutOfBoundsException if one of them verifies a circuit that there is not
   */
  public Recursion {
    nodes = List.copyOf(nodes);
    for (Node node : nodes) {
      for (int verified : node.verifies()) {
        Objects.checkIndex(verified, nodes.size());
      }
    }
  }

  /**
   * A circuit in the recursion.
   *
   * @param verifies the other circuits whose proofs it verifies, as indices, each once
   * @param verifiesItself whether it also verifies its own proofs
   * @param arity the most proofs that one of its proofs verifies, ≥ 1
   * @param leafProofs how many of its proofs are made, ≥ 1, where it is a leaf
   */
  public record Node(
      List<Integer> verifies, boolean verifiesItself, long arity, OptionalLong leafProofs) {
    /**
     * Checks the counts.
     *
     * @param verifies the other circuits whose proofs it verifies, as indices, each once
     * @param verifiesItself whether it also verifies its own proofs
     * @param arity the most proofs that one of its proofs verifies, ≥ 1
     * @param leafProofs how many of its proofs are made, ≥ 1, where it is a leaf
     * @throws InvalidConfiguration if a count is out of its key's range
     */
    public Node {
      verifies = List.copyOf(verifies);
      Invariants invariants = new Invariants().check(RecursionKeys.ARITY, Optional.of(arity));
      leafProofs.ifPresent(
          count ->
              invariants.check(
                  RecursionKeys.MAX_LEAF_PROOFS, Optional.of(new LeafProofs.OfEach(count))));
      invariants.enforce();
    }

    /** {@return whether it verifies nothing, or only itself} */
    public boolean isLeaf() {
      return verifies.isEmpty();
    }
  }

  /**
   * {@return the circuits from the leaves up, each after those that it verifies} What lies on a
   * cycle of several circuits, or above one, is left out.
   */
  public List<Integer> order() {
    List<List<Integer>> verifiers = verifiers();
    int[] missing = nodes.stream().mapToInt(node -> node.verifies().size()).toArray();
    Deque<Integer> ready = new ArrayDeque<>();
    IntStream.range(0, missing.length).filter(i -> missing[i] == 0).forEach(ready::add);
    List<Integer> order = new ArrayList<>(missing.length);
    while (!ready.isEmpty()) {
      int next = ready.remove();
      order.add(next);
      for (int verifier : verifiers.get(next)) {
        if (--missing[verifier] == 0) {
          ready.add(verifier);
        }
      }
    }
    return order;
  }

  /**
   * {@return the circuits that no other verifies: the final one, where the recursion is a proper
   * one}
   */
  public List<Integer> finals() {
    Set<Integer> verified = new HashSet<>();
    nodes.forEach(node -> verified.addAll(node.verifies()));
    return IntStream.range(0, nodes.size()).filter(i -> !verified.contains(i)).boxed().toList();
  }

  private List<List<Integer>> verifiers() {
    List<List<Integer>> verifiers = new ArrayList<>(nodes.size());
    nodes.forEach(node -> verifiers.add(new ArrayList<>()));
    for (int i = 0; i < nodes.size(); i++) {
      for (int verified : nodes.get(i).verifies()) {
        verifiers.get(verified).add(i);
      }
    }
    return verifiers;
  }

  /**
   * The honest tree, every proof of it packed as full as can be.
   *
   * @return one for each circuit, in their order
   * @throws IllegalStateException if there is a cycle of several circuits, a leaf without a count,
   *     or a circuit that joins its own proofs with others one at a time
   */
  public List<ProofCount> multiplicities() {
    ProofCount[] known = new ProofCount[nodes.size()];
    List<Integer> order = order();
    for (int index : order) {
      Node node = nodes.get(index);
      known[index] = multiplicity(node, node.verifies().stream().map(i -> known[i]).toList());
    }
    if (order.size() < known.length) {
      throw new IllegalStateException("a cycle of circuits");
    }
    return List.of(known);
  }

  private static ProofCount multiplicity(Node node, List<ProofCount> inputs) {
    if (node.isLeaf()) {
      long proofs =
          node.leafProofs().orElseThrow(() -> new IllegalStateException("a leaf without a count"));
      return ProofCount.ofLeaf(proofs, node.verifiesItself());
    }
    BigInteger proofs =
        inputs.stream().map(ProofCount::outputs).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger below =
        inputs.stream().map(ProofCount::levels).reduce(BigInteger.ZERO, BigInteger::max);
    if (!node.verifiesItself()) {
      return ProofCount.ofLayer(proofs, below, node.arity());
    }
    if (node.arity() < 2) {
      throw new IllegalStateException("proofs that are joined one at a time");
    }
    return ProofCount.ofJoin(proofs, below, node.arity());
  }
}
