package org.soundcalc.analysis;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Zkvm;

/**
 * A zkVM under each regime asked for.
 *
 * @param zkvm the zkVM
 * @param circuits one for each of its circuits, in their order
 */
public record ZkvmEstimate(Zkvm zkvm, List<CircuitEstimate> circuits) {
  /** {@return its proven figure; nothing where some circuit has none} */
  public Optional<Security> findSecurity() {
    return standing(Regime::isProven).map(SecurityBasis::security);
  }

  /**
   * Its proven figure.
   *
   * @return the figure
   * @throws java.util.NoSuchElementException if some circuit has no proven figure
   */
  public Security security() {
    return findSecurity()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    zkvm.name() + " has no proven figure under these regimes"));
  }

  /**
   * The figure that regimes of a kind give.
   *
   * @param admitted which regimes count
   * @return nothing where some circuit has no figure under them
   */
  public Optional<SecurityBasis> standing(Predicate<Regime> admitted) {
    return SecurityBasis.of(circuits, admitted);
  }

  /**
   * {@return the security of the proofs that are sent: the least over the circuits, each under its
   * best proven regime among those asked for; nothing where some circuit has no proven figure}
   */
  public Optional<NonInteractive> nonInteractive() {
    Optional<NonInteractive> least = Optional.empty();
    for (CircuitEstimate circuit : circuits) {
      OptionalLong atLeast = circuit.nonInteractiveAtLeast();
      if (atLeast.isEmpty()) {
        return Optional.empty();
      }
      // of most circuits that is enough to know that another one has fewer
      if (least.isEmpty() || least.get().bits() > Math.max(0, atLeast.getAsLong())) {
        Optional<NonInteractive> its = circuit.nonInteractive();
        least = least.filter(other -> other.bits() <= its.orElseThrow().bits()).or(() -> its);
      }
    }
    return least;
  }

  /** {@return the regimes asked for, in the order of their ranks} */
  public List<Regime> regimes() {
    return last().regimes();
  }

  /** {@return the circuit that makes the final proof} */
  public CircuitEstimate last() {
    return circuits.get(circuits.size() - 1);
  }

  /** {@return the size of the final proof} */
  public ProofSize proofSize() {
    return last().circuit().proofSize();
  }

  /** {@return the size of its final proof as it is sent, where its circuit describes the format} */
  public Optional<ProofSize> proofSizeSent() {
    return last().circuit().proofSizeSent();
  }

  /** {@return which of the two decides} */
  public ProofSize decidingSize() {
    return last().circuit().decidingSize();
  }

  /** {@return the one that does not, where there are two} */
  public Optional<ProofSize> otherSize() {
    return proofSizeSent().map(sent -> isSizedAsSent() ? proofSize() : sent);
  }

  /** {@return whether it is the size as sent that decides} */
  public boolean isSizedAsSent() {
    return last().circuit().isSizedAsSent();
  }
}
