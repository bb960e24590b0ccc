package org.soundcalc.model;

import java.util.List;
import java.util.Optional;

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
  /** A zkVM whose file does not say how its circuits verify each other's proofs. */
  public Zkvm(String name, Optional<String> version, List<Circuit> circuits) {
    this(name, version, circuits, Optional.empty());
  }

  /** The same zkVM, its errors counted in another way. */
  public Zkvm under(Accounting accounting) {
    List<Circuit> counted = circuits.stream().map(circuit -> circuit.under(accounting)).toList();
    return new Zkvm(name, version, counted, recursion);
  }

  /** Name and version. */
  public String title() {
    return version.map(number -> name + " " + number).orElse(name);
  }
}
