package org.soundcalc.protocols.schedule;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.soundcalc.model.ProofSize;
import org.soundcalc.protocols.merkle.MerkleOpenings;

/**
 * The size of what STIR and WHIR both send: a root and openings for each iteration, the answers out
 * of domain, the last polynomial.
 */
public final class ScheduleSize {
  private final StirWhirParameters common;
  private final int hashBits;

  private ScheduleSize(StirWhirParameters common, int hashBits) {
    this.common = common;
    this.hashBits = hashBits;
  }

  /**
   * The size, its expectation not yet {@linkplain ProofSize#whole capped}.
   *
   * @param hashBits bits of a hash
   */
  public static ProofSize of(StirWhirParameters common, int hashBits) {
    ScheduleSize size = new ScheduleSize(common, hashBits);
    return size.roots().plus(size.oodAnswers()).plus(size.openings()).plus(size.lastPolynomial());
  }

  private ProofSize roots() {
    return ProofSize.exactly((long) hashBits * common.schedule().size());
  }

  private ProofSize oodAnswers() {
    long samples = common.oodSamples().stream().mapToLong(Long::longValue).sum();
    return ProofSize.exactly(samples * common.field().extensionBits());
  }

  /** 2^m_M coefficients. */
  private ProofSize lastPolynomial() {
    int logCoefficients = common.schedule().logFinalDegree();
    return ProofSize.exactly(
        BigInteger.valueOf(common.field().extensionBits()).shiftLeft(logCoefficients));
  }

  private ProofSize openings() {
    Map<Long, MerkleOpenings> trees = new HashMap<>();
    ProofSize size = ProofSize.NONE;
    for (int i = 0; i < common.schedule().size(); i++) {
      MerkleOpenings openings = trees.computeIfAbsent(common.queries().get(i), this::deepest);
      size = size.plus(openings(i, openings));
    }
    return size;
  }

  /** Leaves of 2^κ_i values: of all B functions, over the base field, in iteration 0. */
  private ProofSize openings(int i, MerkleOpenings openings) {
    Schedule.Iteration iteration = common.schedule().iteration(i);
    BigInteger words = BigInteger.valueOf(i == 0 ? common.batchSize() : 1);
    int elementBits = i == 0 ? common.field().baseBits() : common.field().extensionBits();
    return openings.size(
        iteration.logFoldedDomain(), words.shiftLeft(iteration.logFactor()), elementBits);
  }

  /** Openings of every tree that takes so many; sibling counts are summed once for all of them. */
  private MerkleOpenings deepest(long queries) {
    int depth = 0;
    for (int i = 0; i < common.schedule().size(); i++) {
      if (common.queries().get(i) == queries) {
        depth = Math.max(depth, common.schedule().iteration(i).logFoldedDomain());
      }
    }
    return new MerkleOpenings(queries, hashBits, depth);
  }
}
