package org.soundcalc.protocols.fri;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Costs;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;
import org.soundcalc.model.design.Part;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.protocols.merkle.MerkleOpenings;
import org.soundcalc.protocols.merkle.OpenedTree;
import org.soundcalc.protocols.merkle.SentProof;
import org.soundcalc.protocols.stark.Commitment.Frame;

/**
 * What may be laid out otherwise in FRI. Its errors are monotone in each of these, which is
 * machine-checked in soundcalc-lean ({@code queryErr_antitone_numQueries}, {@code
 * queryErr_antitone_grindQuery}, {@code commitErr_antitone_grindCommit}, {@code
 * commitDimErr_antitone_round}).
 *
 * @param fri the commitment
 * @param frame the circuit around it
 */
record FriDesign(Fri fri, Frame frame) implements FoldingDesign {
  @Override
  public Layout layout() {
    return new Layout(
        fri.rate(),
        fri.queries(),
        fri.foldingFactors().stream().map(Long::numberOfTrailingZeros).toList(),
        fri.gap(),
        fri.grindingQuery(),
        fri.grindingCommit());
  }

  @Override
  public Circuit with(Layout layout) {
    return frame.with().apply(fri.with(layout));
  }

  @Override
  public int logDimension() {
    return fri.logDimension();
  }

  private Key<Circuit, ?> key(Key<?, ?> ofFri) {
    return findKey(ofFri).orElseThrow();
  }

  private Optional<Key<Circuit, ?>> findKey(Key<?, ?> ofFri) {
    for (Key<Circuit, ?> key : frame.circuit().keys()) {
      if (key.label().equals(ofFri.name())) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  @Override
  public Key<Circuit, ?> rateKey() {
    return key(Fri.RHO);
  }

  @Override
  public Key<Circuit, ?> queriesKey() {
    return key(Fri.NUM_QUERIES);
  }

  @Override
  public Key<Circuit, ?> factorsKey() {
    return key(Fri.FOLDING_FACTORS);
  }

  @Override
  public Key<Circuit, ?> endKey() {
    return key(Fri.EARLY_STOP);
  }

  @Override
  public Optional<Key<Circuit, ?>> gapKey() {
    return findKey(CommonKeys.GAP_TO_RADIUS);
  }

  @Override
  public Key<Circuit, ?> grindingQueriesKey() {
    return key(Fri.GRINDING_QUERY);
  }

  @Override
  public Optional<Key<Circuit, ?>> grindingFoldsKey() {
    return findKey(Fri.GRINDING_COMMIT);
  }

  @Override
  public boolean isOfLayout(String term) {
    return FriTerms.isOfQueriesOrFolds(term);
  }

  @Override
  public String queryTerm() {
    return FriTerms.QUERY_PHASE;
  }

  @Override
  public String foldTerm(int number) {
    return FriTerms.commitRound(number);
  }

  /** What the error of the queries is of. */
  private record Queries(long number, CodeBounds code) {}

  @Override
  public Formula queryError(long queries, CodeBounds code) {
    return Formula.of(
        FriDesign::missed, new Queries(queries, frame.counted().apply(fri.rate(), code)));
  }

  private static <T extends Real<T>> T missed(Numbers<T> x, Queries queries) {
    return FriErrors.query(x, queries.number, queries.code);
  }

  @Override
  public Formula foldError(int logFactor, int logFoldedDimension, CodeBounds code) {
    Rational dimension = Rational.powerOfTwo(logFoldedDimension);
    return FriErrors.fold(1L << logFactor, dimension, frame.counted().apply(fri.rate(), code));
  }

  @Override
  public BigInteger openedBits() {
    return sent()
        .map(SentProof::columnBits)
        .orElse(
            BigInteger.valueOf(fri.batchSize())
                .multiply(BigInteger.valueOf(fri.field().extensionBits())));
  }

  @Override
  public boolean sharesAtMost() {
    return sent().filter(proof -> proof.format().alwaysShares()).isPresent();
  }

  private Optional<SentProof> sent() {
    return SentProof.deciding(frame.circuit(), fri.batchSize());
  }

  @Override
  public Parts parts(Layout layout, int hashRateBits) {
    int hashBits = frame.circuit().id().hashBits();
    return new FriParts(
        fri,
        layout,
        hashBits,
        new MerkleOpenings(layout.queries(), hashBits),
        sent(),
        new FriCosts(fri.field(), layout.queries(), hashRateBits));
  }

  private record FriParts(
      Fri fri,
      Layout layout,
      int hashBits,
      MerkleOpenings openings,
      Optional<SentProof> sent,
      FriCosts costs)
      implements Parts {
    @Override
    public Part start() {
      int log = fri.logDimension();
      long functions = fri.batchSize();
      return word(
          true, log, functions, () -> costs.functions(functions, log, logDomain(log)).costs());
    }

    @Override
    public Part fold(int logFactor, int logFoldedDimension) {
      int logDomain = logDomain(logFoldedDimension);
      long factor = 1L << logFactor;
      return word(
          false, logFoldedDimension, factor, () -> costs.fold("", factor, logDomain).costs());
    }

    private int logDomain(int logDimension) {
      return logDimension + layout.rate().log2Inverse();
    }

    /** A root, and openings. */
    private Part word(boolean isFirst, int logDimension, long elements, Supplier<Costs> itsCosts) {
      int depth = logDomain(logDimension);
      if (sent.isPresent()) {
        OpenedTree tree =
            new OpenedTree(
                "",
                layout.queries(),
                depth,
                isFirst ? List.of() : List.of(SizePart.Factor.of("k_i", elements)),
                List.of(SizePart.Factor.of("β", fri.field().extensionBits())));
        return new Part(
            () -> sent.get().bits(tree, isFirst, false),
            () -> sent.get().bits(tree, isFirst, true),
            itsCosts);
      }
      BigInteger leaf = elementBits().multiply(BigInteger.valueOf(elements));
      BigInteger root = BigInteger.valueOf(hashBits);
      return new Part(
          () -> openings.expected(depth, leaf).add(root),
          () -> openings.worst(depth, leaf).add(root),
          itsCosts);
    }

    @Override
    public Part end(int logDimension) {
      BigInteger bits = elementBits().shiftLeft(logDimension);
      return new Part(() -> bits, () -> bits, () -> costs.lastWord(logDimension).costs());
    }

    private BigInteger elementBits() {
      return BigInteger.valueOf(fri.field().extensionBits());
    }
  }
}
