package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import org.soundcalc.model.Field;

/**
 * The size of a SWIRL proof as it is encoded: whole bytes for a base field element, a length before
 * each vector. Openings are not merged, so that the worst case is what is expected.
 */
final class SwirlSize {
  /** Bits of a length, and of other small numbers. */
  private static final int WORD = 32;

  /** Points of a coset that a query opens. */
  private static final int COSET = 1 << StackedWhir.FOLDS;

  /** Elements of a round polynomial of degree 3 of the GKR circuit, its constant left out. */
  private static final int GKR_ROUND = 3;

  private final BigInteger prime;
  private final StackedWhir whir;
  private final Airs airs;
  private final long hash;
  private final long base;
  private final long extension;
  private BigInteger bits = BigInteger.ZERO;

  private SwirlSize(Swirl circuit) {
    Field field = circuit.id().field();
    this.prime = field.base().prime();
    this.whir = circuit.whir();
    this.airs = circuit.airs();
    this.hash = circuit.id().hashBits();
    this.base = Byte.SIZE * ((field.baseBits() + Byte.SIZE - 1L) / Byte.SIZE);
    this.extension = field.degree() * base;
  }

  /** The bits of all that is sent. */
  static BigInteger of(Swirl circuit) {
    SwirlSize size = new SwirlSize(circuit);
    size.addPreamble();
    size.addGkr();
    size.addBatchConstraint();
    size.addStacking();
    size.addRounds();
    size.addFirstOpenings();
    size.addLaterOpenings();
    return size.bits;
  }

  /** Commitments, which AIRs are present and how high, and the public values. */
  private void addPreamble() {
    long count = airs.airs().sizes();
    add(1, WORD + hash);
    addVector(count / Byte.SIZE + (count % Byte.SIZE == 0 ? 0 : 1), Byte.SIZE);
    add(count, 2 * WORD);
    add(1, hash);
    addVector(count, WORD);
    add(airs.publicValues(), base);
  }

  /** The layers of the fractional sum: four claims each, and sumchecks of 0, 1, 2, ... rounds. */
  private void addGkr() {
    add(1, base + extension);
    if (airs.airs().sizes() == 0 || airs.interactions().sizes() == 0) {
      add(1, WORD);
      return;
    }
    long skip = whir.skip();
    long layers = skip + airs.interactionVariables(prime, skip, ShapeKey.Count::sizes);
    addVector(layers, 4 * extension);
    add(layers * (layers - 1) / 2, GKR_ROUND * extension);
  }

  /** The zerocheck's rounds, univariate and multilinear, and what columns evaluate to. */
  private void addBatchConstraint() {
    long count = airs.airs().sizes();
    BigInteger roundDegree = BigInteger.valueOf(airs.constraintDegree()).add(BigInteger.ONE);
    addVector(count, extension);
    add(count, extension);
    addVector(roundDegree.multiply(whir.skipDegree()).add(BigInteger.ONE), extension);
    add(1, WORD);
    long multilinear = airs.logHeight().sizes() - whir.skip();
    if (multilinear > 0) {
      addVector(roundDegree.multiply(BigInteger.valueOf(multilinear)), extension);
    }
    add(count, WORD);
    addVector(count, WORD);
    add(airs.columns().sizes(), 2 * extension);
  }

  /** The reduction to the stacked matrix. */
  private void addStacking() {
    addVector(whir.skipDegree().shiftLeft(1).add(BigInteger.ONE), extension);
    addVector(2 * whir.variables(), extension);
    add(1, WORD + 2 * WORD);
    add(whir.width(), extension);
  }

  /** Commitments, claims and proofs-of-work of all rounds, and the last polynomial. */
  private void addRounds() {
    long rounds = whir.queries().size();
    long folds = StackedWhir.FOLDS * rounds;
    add(1, base);
    addVector(folds, 2 * extension);
    addVector(rounds - 1, hash);
    add(rounds - 1, extension);
    add(folds + rounds, base);
    add(1, 2 * WORD);
    addVector(BigInteger.ONE.shiftLeft((int) (whir.logHeight() - folds)), extension);
  }

  /** Rows of the stacked matrix, and the paths of two trees. */
  private void addFirstOpenings() {
    BigInteger queries = BigInteger.valueOf(whir.queries().get(0));
    add(1, WORD + 2 * WORD);
    add(queries.multiply(BigInteger.valueOf(whir.width())), COSET * base);
    add(queries, 2 * depth() * hash);
  }

  /** Cosets of each folded word, whose tree is a level lower than the one before. */
  private void addLaterOpenings() {
    add(1, WORD);
    for (int i = 1; i < whir.queries().size(); i++) {
      addVector(whir.queries().get(i), COSET * extension);
      add(whir.queries().get(i), (depth() - i) * hash);
    }
  }

  /** D = m_0 + μ_0 − 4, the depth of the first tree, whose leaves are cosets. */
  private long depth() {
    return whir.logHeight() + whir.logBlowup() - StackedWhir.FOLDS;
  }

  private void addVector(long count, long each) {
    addVector(BigInteger.valueOf(count), each);
  }

  /** A length, and so many elements. */
  private void addVector(BigInteger count, long each) {
    add(1, WORD);
    add(count, each);
  }

  private void add(long count, long each) {
    add(BigInteger.valueOf(count), each);
  }

  private void add(BigInteger count, long each) {
    bits = bits.add(count.multiply(BigInteger.valueOf(each)));
  }
}
