package org.soundcalc.search.optimum;

import java.math.BigInteger;
import java.util.Locale;
import org.soundcalc.model.Costs;

/** What a configuration costs, by one measure: a search minimises one and limits others. */
public enum Axis {
  /** The size of a proof, in bits. */
  PROOF_SIZE("proof size", false),
  /** Permutations of the prover's hash, proof-of-work among them. */
  PROVER("prover", true),
  /** Permutations of the verifier's hash. */
  VERIFIER("verifier", false),
  /** Permutations of the prover's proof-of-work alone. */
  GRINDING("grinding", true),
  /** Bytes of committed words. */
  MEMORY("memory", false);

  private final String words;
  private final boolean isMovedByGrinding;

  Axis(String words, boolean isMovedByGrinding) {
    this.words = words;
    this.isMovedByGrinding = isMovedByGrinding;
  }

  /** {@return what a reader calls it} */
  public String words() {
    return words;
  }

  /** {@return what options call it, such as {@code proof-size}} */
  public String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What costs are on it; sizes are none of them. */
  double of(Costs costs) {
    BigInteger cost =
        switch (this) {
          case PROOF_SIZE -> BigInteger.ZERO;
          case PROVER -> costs.proverHashes();
          case VERIFIER -> costs.verifierPermutations();
          case GRINDING -> costs.grinding();
          case MEMORY -> costs.memoryBytes();
        };
    return cost.doubleValue();
  }

  /** Whether proof-of-work counts on it. */
  boolean isMovedByGrinding() {
    return isMovedByGrinding;
  }
}
