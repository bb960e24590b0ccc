package org.soundcalc.model;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A zkVM: a chain of circuits, the last of which makes the final proof.
 *
 * @param name verbatim from its file
 * @param version as its team counts
 * @param circuits in the order of the file, at least one
 * @param recursion how they verify each other's proofs, where the file says so
 */
public record Zkvm(
    String name, Optional<String> version, List<Circuit> circuits, Optional<Recursion> recursion) {
  /**
   * Checks that its parts fit together.
   *
   * @param name verbatim from its file
   * @param version as its team counts, where stated
   * @param circuits in the order of the file, at least one, each of another name
   * @param recursion how they verify each other's proofs, with a node for each of them
   * @throws InvalidConfiguration if there is no circuit, or two share a name
   * @throws IllegalArgumentException if the recursion is one of other circuits
   */
  public Zkvm {
    circuits = List.copyOf(circuits);
    Invariants invariants = new Invariants();
    if (circuits.isEmpty()) {
      invariants.add(Problem.located("there is no circuit"));
    }
    Set<String> names = new HashSet<>();
    for (Circuit circuit : circuits) {
      if (!names.add(circuit.id().name())) {
        String twice = "two circuits have the name \"" + circuit.id().name() + '"';
        invariants.add(Problem.located(twice));
      }
    }
    invariants.enforce();
    int nodes = recursion.map(Recursion::nodes).map(List::size).orElse(names.size());
    if (nodes != names.size()) {
      throw new IllegalArgumentException(
          "a recursion of %d circuits for %d".formatted(nodes, names.size()));
    }
  }

  /**
   * A zkVM whose file does not say how its circuits verify each other's proofs.
   *
   * @param name verbatim from its file
   * @param version as its team counts, where stated
   * @param circuits in the order of the file, at least one, each of another name
   * @throws InvalidConfiguration if there is no circuit, or two share a name
   */
  public Zkvm(String name, Optional<String> version, List<Circuit> circuits) {
    this(name, version, circuits, Optional.empty());
  }

  /**
   * {@return the same zkVM, its errors counted in another way}
   *
   * @param accounting how errors are counted from now on
   */
  public Zkvm under(Accounting accounting) {
    return with(circuits.stream().map(circuit -> circuit.under(accounting)).toList());
  }

  /**
   * {@return the same zkVM, where this size of each proof decides that has it}
   *
   * @param sizes which one
   */
  public Zkvm sized(Sizes sizes) {
    return with(circuits.stream().map(circuit -> circuit.sized(sizes)).toList());
  }

  /**
   * {@return the same zkVM, its circuits in another configuration}
   *
   * @param others as many, in the same order
   */
  public Zkvm with(List<Circuit> others) {
    return new Zkvm(name, version, others, recursion);
  }

  /**
   * A circuit by name.
   *
   * @param circuitName the circuit's, verbatim
   * @return the circuit
   * @throws NoSuchElementException if none bears the name
   */
  public Circuit circuit(String circuitName) {
    return circuits.stream()
        .filter(circuit -> circuit.id().name().equals(circuitName))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no circuit is named " + circuitName));
  }

  /** {@return name and version} */
  public String title() {
    return version.map(number -> name + " " + number).orElse(name);
  }

  /**
   * {@return what all proofs cost their prover and the last one its verifier: of each circuit as
   * many as the recursion has, or one; nothing where some proof system does not say}
   *
   * @param hashRateBits bits that the hash of a circuit absorbs per permutation, ≥ 1
   */
  public Optional<Costs> costs(ToIntFunction<Circuit> hashRateBits) {
    return costsOf(circuit -> circuit.costs(hashRateBits.applyAsInt(circuit)));
  }

  /**
   * {@return the same, from what one proof of each circuit costs}
   *
   * @param each what that is; nothing where the proof system does not say
   */
  public Optional<Costs> costsOf(Function<Circuit, Optional<Costs>> each) {
    Costs all = Costs.NONE;
    for (int i = 0; i < circuits.size(); i++) {
      Optional<Costs> its = each.apply(circuits.get(i));
      if (its.isEmpty()) {
        return its;
      }
      all = all.before(its.get(), proofs(i));
    }
    return Optional.of(all);
  }

  private BigInteger proofs(int circuit) {
    return recursion
        .map(known -> known.multiplicities().get(circuit).proofs())
        .orElse(BigInteger.ONE);
  }
}
