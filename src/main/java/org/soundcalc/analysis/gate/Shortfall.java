package org.soundcalc.analysis.gate;

import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;

/**
 * A circuit that falls short of the bits required.
 *
 * @param index the circuit's, in its zkVM
 * @param circuit the circuit
 * @param figures those that count; nothing where no regime that counts covers the circuit
 * @param obstacles the terms below what is required, the largest error first
 * @param remedies what alone would help, in the order to be tried; empty where nothing does
 */
public record Shortfall(
    int index,
    CircuitEstimate circuit,
    Optional<RegimeResult.Figures> figures,
    List<CertifiedTerm> obstacles,
    List<Remedy> remedies) {
  /** {@return the circuit's name, unique within its zkVM} */
  public String name() {
    return circuit.circuit().id().name();
  }
}
