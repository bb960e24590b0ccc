package org.soundcalc.model;

import java.util.List;
import java.util.Optional;

/**
 * A zkVM: a chain of circuits, the last of which makes the final proof.
 *
 * @param name verbatim from its file
 * @param version as its team counts
 * @param circuits in the order of the file, at least one
 */
public record Zkvm(String name, Optional<String> version, List<Circuit> circuits) {
  /** The same zkVM, its errors counted in another way. */
  public Zkvm under(Accounting accounting) {
    List<Circuit> counted = circuits.stream().map(circuit -> circuit.under(accounting)).toList();
    return new Zkvm(name, version, counted);
  }

  /** Name and version. */
  public String title() {
    return version.map(number -> name + " " + number).orElse(name);
  }
}
