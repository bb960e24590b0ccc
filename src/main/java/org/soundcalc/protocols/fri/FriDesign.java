package org.soundcalc.protocols.fri;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Costs;
import org.soundcalc.model.Rate;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;
import org.soundcalc.model.design.Part;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.protocols.merkle.MerkleOpenings;
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
    return Fri.isOfQueriesOrFolds(term);
  }

  @Override
  public String queryTerm() {
    return Fri.QUERY_PHASE;
  }

  @Override
  public String foldTerm(int number) {
    return Fri.commitRound(number);
  }

  /** What the error of the queries is of. */
  private record Queries(long number, CodeBounds code) {}

  @Override
  public Formula queryError(long queries, CodeBounds code) {
    return Formula.of(
        FriDesign::missed, new Queries(queries, frame.counted().apply(fri.rate(), code)));
  }

  private static <T extends Real<T>> T missed(Numbers<T> x, Queries queries) {
    return Fri.queryError(x, queries.number, queries.code);
  }

  @Override
  public Formula foldError(int logFactor, int logFoldedDimension, CodeBounds code) {
    Rational dimension = Rational.powerOfTwo(logFoldedDimension);
    return Fri.foldError(1L << logFactor, dimension, frame.counted().apply(fri.rate(), code));
  }

  @Override
  public BigInteger openedBits() {
    return BigInteger.valueOf(fri.batchSize())
        .multiply(BigInteger.valueOf(fri.field().extensionBits()));
  }

  @Override
  public Parts parts(Layout layout, int hashRateBits) {
    int hashBits = frame.circuit().id().hashBits();
    return new FriParts(
        fri,
        layout.rate(),
        hashBits,
        new MerkleOpenings(layout.queries(), hashBits),
        new FriCosts(fri.field(), layout.queries(), hashRateBits));
  }

  private record FriParts(Fri fri, Rate rate, int hashBits, MerkleOpenings openings, FriCosts costs)
      implements Parts {
    @Override
    public Part start() {
      int log = fri.logDimension();
      return word(
          log,
          BigInteger.valueOf(fri.batchSize()),
          () -> costs.functions(fri.batchSize(), log, log + rate.log2Inverse()).costs());
    }

    @Override
    public Part fold(int logFactor, int logFoldedDimension) {
      return word(
          logFoldedDimension,
          BigInteger.ONE.shiftLeft(logFactor),
          () -> costs.fold("", 1L << logFactor, logFoldedDimension + rate.log2Inverse()).costs());
    }

    /** A root, and openings. */
    private Part word(int logDimension, BigInteger elements, Supplier<Costs> itsCosts) {
      int depth = logDimension + rate.log2Inverse();
      BigInteger leaf = elements.multiply(elementBits());
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
