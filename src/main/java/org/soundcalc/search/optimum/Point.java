package org.soundcalc.search.optimum;

import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Regime;

/**
 * A configuration, with the bits that are certified of it.
 *
 * @param circuit the configuration
 * @param regime under which it has most bits, of those asked for
 * @param bits of round-by-round soundness, ≥ 0
 */
public record Point(Circuit circuit, Regime regime, long bits) {
  /**
   * {@return the same configuration of a circuit that differs in its name and its place in a tree}
   *
   * @param other the circuit
   */
  public Point of(Circuit other) {
    CircuitId own = circuit.id();
    CircuitId id = other.id().over(own.field()).hashedTo(own.hashBits());
    return new Point(circuit.with(id), regime, bits);
  }
}
