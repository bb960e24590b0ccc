package org.soundcalc.protocols.fri;

import java.math.BigInteger;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Rate;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;
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

  /** What the error of the queries is of. */
  private record Queries(long number, CodeBounds code) {}

  @Override
  public Formula queryError(long queries, CodeBounds code) {
    return Formula.of(FriDesign::missed, new Queries(queries, frame.counted().apply(code)));
  }

  private static <T extends Real<T>> T missed(Numbers<T> x, Queries queries) {
    return Fri.queryError(x, queries.number, queries.code);
  }

  @Override
  public Formula foldError(int logFactor, int logFoldedDimension, CodeBounds code) {
    Rational dimension = Rational.powerOfTwo(logFoldedDimension);
    return Fri.foldError(1L << logFactor, dimension, frame.counted().apply(code));
  }

  @Override
  public Sizes sizes(Layout layout) {
    int hashBits = frame.circuit().id().hashBits();
    MerkleOpenings openings = new MerkleOpenings(layout.queries(), hashBits);
    return new FriSizes(
        openings, layout.rate(), fri, hashBits, BigInteger.valueOf(fri.field().extensionBits()));
  }

  private record FriSizes(
      MerkleOpenings openings, Rate rate, Fri fri, int hashBits, BigInteger elementBits)
      implements Sizes {
    @Override
    public BigInteger start(boolean worst) {
      return word(worst, fri.logDimension(), BigInteger.valueOf(fri.batchSize()));
    }

    @Override
    public BigInteger fold(boolean worst, int logFactor, int logFoldedDimension) {
      return word(worst, logFoldedDimension, BigInteger.ONE.shiftLeft(logFactor));
    }

    /** A root, and openings. */
    private BigInteger word(boolean worst, int logDimension, BigInteger elements) {
      int depth = logDimension + rate.log2Inverse();
      BigInteger leaf = elements.multiply(elementBits);
      BigInteger opened = worst ? openings.worst(depth, leaf) : openings.expected(depth, leaf);
      return opened.add(BigInteger.valueOf(hashBits));
    }

    @Override
    public BigInteger end(int logDimension) {
      return elementBits.shiftLeft(logDimension);
    }
  }
}
