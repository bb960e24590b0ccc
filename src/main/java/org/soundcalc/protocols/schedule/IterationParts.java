package org.soundcalc.protocols.schedule;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.soundcalc.model.Costs;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.Iteration;
import org.soundcalc.model.design.Part;
import org.soundcalc.protocols.merkle.MerkleOpenings;
import org.soundcalc.protocols.merkle.OpenedTree;
import org.soundcalc.protocols.merkle.SentProof;

/**
 * What the iterations of STIR and WHIR send and cost, each by itself.
 *
 * @param commitment the commitment
 * @param hashBits of a digest
 * @param sent what the prover sends, where its size decides
 * @param openings of so many queries, kept
 * @param words costs, kept
 * @param costs of each part
 */
record IterationParts(
    IteratedCommitment commitment,
    int hashBits,
    Optional<SentProof> sent,
    Map<Long, MerkleOpenings> openings,
    Map<Word, Costs> words,
    IterationCosts costs)
    implements IteratedDesign.Parts {
  /** Beyond this no rounding counts. */
  private static final BigInteger MOST_LEAF = BigInteger.valueOf(Long.MAX_VALUE);

  /** A word of which so many leaves are opened. */
  private record Word(Iteration of, long queries) {}

  private BigInteger elements(long number) {
    return BigInteger.valueOf(number)
        .multiply(BigInteger.valueOf(commitment.field().extensionBits()));
  }

  /** The answers to the samples, and what the folds send. */
  @Override
  public Part sent(Iteration iteration, long samples) {
    long elements = samples + commitment.elementsOfFolds(iteration.logFactor());
    return new Part(() -> elements(elements), () -> elements(elements), () -> Costs.NONE);
  }

  private MerkleOpenings openings(long queries) {
    return openings.computeIfAbsent(queries, t -> new MerkleOpenings(t, hashBits));
  }

  private BigInteger leaf(Iteration of) {
    BigInteger value =
        of.index() > 0
            ? elements(1)
            : sent.map(SentProof::columnBits)
                .orElse(
                    BigInteger.valueOf(commitment.batchSize())
                        .multiply(BigInteger.valueOf(commitment.field().baseBits())));
    return value.shiftLeft(of.logFactor());
  }

  /**
   * As long as few paths meet, up to an eighth of the leaves, siblings grow with the queries but
   * for rounding, of less than one a level.
   */
  @Override
  public long mostOfInterest(Iteration of, long queries, boolean worst) {
    if (worst && !sent.map(proof -> proof.format().alwaysShares()).orElse(false)) {
      return queries;
    }
    BigInteger leaf = leaf(of);
    int depth = IterationsDesign.iteration(of).logFoldedDomain();
    if (sent.isPresent()) {
      // the leaves of more are larger than all that is sent
      Part word = word(of, queries);
      BigInteger bits = (worst ? word.worstCaseBits() : word.expectedBits()).get();
      return bits.divide(leaf).longValue();
    }
    long most = queries + (long) hashBits * depth / leaf.min(MOST_LEAF).longValue();
    return most <= 1L << Math.max(0, depth - 3)
        ? most
        : openings(queries).expected(depth, leaf).divide(leaf).longValue();
  }

  /** A root, and openings. */
  @Override
  public Part word(Iteration of, long queries) {
    Schedule.Iteration iteration = IterationsDesign.iteration(of);
    boolean isFirst = of.index() == 0;
    long functions = commitment.batchSize();
    MerkleOpenings its = openings(queries);
    BigInteger leaf = leaf(of);
    int depth = iteration.logFoldedDomain();
    Supplier<Costs> itsCosts =
        () ->
            words.computeIfAbsent(
                new Word(of, queries),
                any ->
                    (isFirst
                            ? costs.functions(iteration, functions, queries)
                            : costs.word(iteration, queries))
                        .costs());
    if (sent.isPresent()) {
      OpenedTree tree =
          new OpenedTree(
              "",
              queries,
              depth,
              List.of(SizePart.Factor.of("2^κ", 1L << of.logFactor())),
              List.of(SizePart.Factor.of("β", commitment.field().extensionBits())));
      return new Part(
          () -> sent.get().bits(tree, isFirst, false),
          () -> sent.get().bits(tree, isFirst, true),
          itsCosts);
    }
    BigInteger root = BigInteger.valueOf(hashBits);
    return new Part(
        () -> its.expected(depth, leaf).add(root),
        () -> its.worst(depth, leaf).add(root),
        itsCosts);
  }

  @Override
  public Part end(int logDegree) {
    BigInteger bits = elements(1).shiftLeft(logDegree);
    return new Part(() -> bits, () -> bits, () -> costs.lastPolynomial(logDegree).costs());
  }
}
