package org.soundcalc.model;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.RecursionKeys;

/**
 * What every circuit has, whatever its proof system.
 *
 * @param name unique within its zkVM
 * @param family the proof system's name in TOML files, such as {@code FRI_STARK}
 * @param proofSystem the interactive oracle proof, such as {@code DEEP-ALI}
 * @param commitment the polynomial commitment scheme below it, such as {@code FRI}
 * @param field where challenges are drawn
 * @param hashBits bits of a hash, ≥ 1
 * @param verifies the circuits whose proofs a proof of this one verifies, by their names
 * @param arity the most proofs that one proof verifies, where stated
 * @param measuredProofSize the size that the team measured, as it states it
 * @param format what its prover sends, where that is described
 */
public record CircuitId(
    String name,
    String family,
    String proofSystem,
    String commitment,
    Field field,
    int hashBits,
    Optional<List<String>> verifies,
    Optional<Long> arity,
    Optional<String> measuredProofSize,
    Optional<ProofFormat> format) {

  /**
   * Checks the range of each parameter.
   *
   * @param name unique within its zkVM
   * @param family the proof system's name in TOML files, such as {@code FRI_STARK}
   * @param proofSystem the interactive oracle proof, such as {@code DEEP-ALI}
   * @param commitment the polynomial commitment scheme below it, such as {@code FRI}
   * @param field where challenges are drawn
   * @param hashBits bits of a hash, ≥ 1
   * @param verifies the names of circuits whose proofs it verifies, where stated
   * @param arity the most proofs that one proof verifies, where stated
   * @param measuredProofSize the size that the team measured, as it states it
   * @param format what its prover sends, where that is described
   * @throws InvalidConfiguration if a value is out of its key's range
   */
  public CircuitId {
    verifies = verifies.map(List::copyOf);
    Invariants invariants =
        new Invariants()
            .check(CommonKeys.NAME, name)
            .check(CommonKeys.HASH_SIZE_BITS, hashBits)
            .check(RecursionKeys.VERIFIES, verifies)
            .check(RecursionKeys.ARITY, arity);
    measuredProofSize.ifPresent(size -> invariants.check(CommonKeys.MEASURED_PROOF_SIZE, size));
    invariants.enforce();
  }

  /**
   * {@return the same circuit over another field}
   *
   * @param other where challenges are drawn instead
   */
  public CircuitId over(Field other) {
    return new CircuitId(
        name,
        family,
        proofSystem,
        commitment,
        other,
        hashBits,
        verifies,
        arity,
        measuredProofSize,
        format);
  }

  /**
   * {@return the same circuit with hashes of another length}
   *
   * @param bits of a hash, ≥ 1
   */
  public CircuitId hashedTo(int bits) {
    return new CircuitId(
        name,
        family,
        proofSystem,
        commitment,
        field,
        bits,
        verifies,
        arity,
        measuredProofSize,
        format);
  }

  /**
   * {@return the same circuit, whose prover sends something else}
   *
   * @param other what it sends
   */
  public CircuitId sending(ProofFormat other) {
    return new CircuitId(
        name,
        family,
        proofSystem,
        commitment,
        field,
        hashBits,
        verifies,
        arity,
        measuredProofSize,
        Optional.of(other));
  }

  /** {@return the same circuit without what enters no formula: its name and its place in a tree} */
  public CircuitId anonymous() {
    return new CircuitId(
        "circuit",
        family,
        proofSystem,
        commitment,
        field,
        hashBits,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        format);
  }
}
