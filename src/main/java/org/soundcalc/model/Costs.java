package org.soundcalc.model;

import java.math.BigInteger;
import java.util.List;

/**
 * What a proof costs who makes it and who verifies it, in counts that need no measurement; no
 * seconds follow from them. What neither rate, queries, folding nor proof-of-work changes, as the
 * witness and its constraints, is not counted.
 *
 * @param proverMultiplications in the base field
 * @param proverPermutations calls of the hash's permutation or compression, proof-of-work left out
 * @param grinding tries of proof-of-work that are expected, one permutation each
 * @param memoryBytes bytes of all words that are committed to
 * @param verifierPermutations calls of the hash's permutation or compression
 * @param verifierMultiplications in the extension field
 */
public record Costs(
    BigInteger proverMultiplications,
    BigInteger proverPermutations,
    BigInteger grinding,
    BigInteger memoryBytes,
    BigInteger verifierPermutations,
    BigInteger verifierMultiplications) {
  /** Nothing. */
  public static final Costs NONE =
      new Costs(
          BigInteger.ZERO,
          BigInteger.ZERO,
          BigInteger.ZERO,
          BigInteger.ZERO,
          BigInteger.ZERO,
          BigInteger.ZERO);

  private static final int USUAL_ELEMENTS = 8;

  /**
   * Checks that no count is negative.
   *
   * @param proverMultiplications in the base field, ≥ 0
   * @param proverPermutations without proof-of-work, ≥ 0
   * @param grinding expected tries, ≥ 0
   * @param memoryBytes of committed words, ≥ 0
   * @param verifierPermutations ≥ 0
   * @param verifierMultiplications in the extension field, ≥ 0
   * @throws IllegalArgumentException if one is
   */
  public Costs {
    for (BigInteger count :
        List.of(
            proverMultiplications,
            proverPermutations,
            grinding,
            memoryBytes,
            verifierPermutations,
            verifierMultiplications)) {
      if (count.signum() < 0) {
        throw new IllegalArgumentException("negative cost: " + count);
      }
    }
  }

  /**
   * {@return what some parts of a proof cost together, with their proof-of-work}
   *
   * @param parts of one proof
   * @param sites where its prover does proof-of-work; those without bits cost nothing
   */
  public static Costs of(List<CostPart> parts, List<GrindingSite> sites) {
    BigInteger tries = GrindingSite.work(sites).ceil();
    BigInteger none = BigInteger.ZERO;
    Costs sum = new Costs(none, none, tries, none, none, none);
    for (CostPart part : parts) {
      sum = sum.plus(part.costs());
    }
    return sum;
  }

  /**
   * {@return bits that a permutation absorbs where nothing else is said: 8 elements of the base
   * field, as Poseidon2 of width 16 over 31 bits and of width 12 over 64 bits}
   *
   * @param field of a proof system
   */
  public static int usualHashRate(Field field) {
    return USUAL_ELEMENTS * field.baseBits();
  }

  /**
   * {@return what this and {@code other} cost together}
   *
   * @param other of the same proof
   */
  public Costs plus(Costs other) {
    return new Costs(
        proverMultiplications.add(other.proverMultiplications),
        proverPermutations.add(other.proverPermutations),
        grinding.add(other.grinding),
        memoryBytes.add(other.memoryBytes),
        verifierPermutations.add(other.verifierPermutations),
        verifierMultiplications.add(other.verifierMultiplications));
  }

  /**
   * {@return what some proofs cost that are made after these: the prover's counts add up, memory is
   * the most that any takes, and a verifier sees the last}
   *
   * @param next each of those proofs
   * @param proofs how many there are, ≥ 0
   */
  public Costs before(Costs next, BigInteger proofs) {
    return new Costs(
        proverMultiplications.add(next.proverMultiplications.multiply(proofs)),
        proverPermutations.add(next.proverPermutations.multiply(proofs)),
        grinding.add(next.grinding.multiply(proofs)),
        memoryBytes.max(next.memoryBytes),
        next.verifierPermutations,
        next.verifierMultiplications);
  }

  /** {@return all permutations of the prover, those of proof-of-work among them} */
  public BigInteger proverHashes() {
    return proverPermutations.add(grinding);
  }
}
