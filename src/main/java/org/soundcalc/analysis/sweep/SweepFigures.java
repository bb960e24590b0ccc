package org.soundcalc.analysis.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.model.Costs;
import org.soundcalc.model.ProofSize;

/**
 * The figures of a point; those that were not asked for are left out.
 *
 * @param best under the regime with most bits; nothing where none covers the circuit
 * @param size of the proof
 * @param costs of prover and verifier; nothing where the proof system does not say either
 * @param tree bits of the whole tree; nothing where not asked for, or without a proven figure
 * @param following the values of keys that follow from those varied
 */
public record SweepFigures(
    Optional<Best> best,
    Optional<ProofSize> size,
    Optional<Costs> costs,
    OptionalLong tree,
    List<Object> following) {
  /**
   * What binds.
   *
   * @param regime under which the circuit has most bits
   * @param bits the circuit's
   * @param hundredths the same, ⌊-100·log2 ε⌋ of the largest error; nothing where not asked for
   * @param binding the name of the term with that error
   */
  public record Best(String regime, int bits, OptionalLong hundredths, String binding) {}
}
