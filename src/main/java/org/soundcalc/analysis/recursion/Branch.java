package org.soundcalc.analysis.recursion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Recursion;

/**
 * A circuit in a tree of proofs.
 *
 * @param circuit the circuit
 * @param node what it verifies
 * @param proofs how many proofs of it the tree has, 0 where nobody says so
 * @param figures under its own best proven regime, by the error and not by whole bits; nothing
 *     where it has none
 * @param share of the whole error, to the nearest hundredth; nothing where the tree has no figure
 */
public record Branch(
    CircuitEstimate circuit,
    Recursion.Node node,
    BigInteger proofs,
    Optional<RegimeResult.Figures> figures,
    Optional<BigDecimal> share) {
  /** {@return the circuit's name} */
  public String name() {
    return circuit.name();
  }

  /** {@return bits of one proof in hundredths, rounded down} */
  public Optional<Long> hundredthBitsOfOne() {
    return figures.map(f -> f.binding().hundredthBits());
  }

  /** {@return bits of all its proofs together in hundredths, rounded down} */
  public Optional<Long> hundredthBitsOfAll() {
    return error().filter(error -> proofs.signum() > 0).map(Certified::hundredthBits);
  }

  /** The error of all its proofs together. */
  Optional<TreeError.OfProofs> error() {
    return figures.map(f -> TreeError.OfProofs.of(proofs, f));
  }
}
