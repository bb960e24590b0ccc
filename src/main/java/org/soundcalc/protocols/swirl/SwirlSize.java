package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * The size of a SWIRL proof as it is encoded: whole bytes for a base field element, a length before
 * each vector. Openings are not merged, so that the worst case is what is expected.
 */
final class SwirlSize {
  /** Bits of a length, and of other small numbers. */
  private static final int WORD = 32;

  /** Points of a coset that a query opens. */
  private static final int COSET = 1 << Round.FOLDS;

  /** Elements of a round polynomial of degree 3 of the GKR circuit, its constant left out. */
  private static final int GKR_ROUND = 3;

  private final Swirl circuit;
  private final Stack stack;
  private final AirShape shape;
  private final List<Long> queries;
  private final long hash;
  private final long base;
  private final long extension;

  SwirlSize(Swirl circuit) {
    this.circuit = circuit;
    this.stack = circuit.whir().stack();
    this.shape = circuit.sizeShape();
    this.queries = circuit.whir().queries();
    this.hash = circuit.id().hashBits();
    this.base = Byte.SIZE * ((circuit.id().field().baseBits() + Byte.SIZE - 1L) / Byte.SIZE);
    this.extension = circuit.id().field().degree() * base;
  }

  BigInteger bits() {
    return sum(preamble(), gkr(), batchConstraint(), stacking(), whir());
  }

  /** Commitments, which AIRs are present and how high, and the public values. */
  private BigInteger preamble() {
    long bitmapBytes = shape.airs() / Byte.SIZE + (shape.airs() % Byte.SIZE == 0 ? 0 : 1);
    return sum(
        of(WORD + hash),
        vector(bitmapBytes, Byte.SIZE),
        of(shape.airs(), 2 * WORD),
        of(hash),
        vector(shape.airs(), WORD),
        of(circuit.publicValues(), base));
  }

  /** The layers of the fractional sum: four claims each, and sumchecks of 0, 1, 2, ... rounds. */
  private BigInteger gkr() {
    BigInteger head = of(base + extension);
    if (shape.airs() == 0 || shape.interactions() == 0) {
      return head.add(of(WORD));
    }
    BigInteger prime = circuit.id().field().base().prime();
    long layers = stack.skip() + (long) shape.interactionVariables(prime, stack.skip());
    return sum(
        head, vector(layers, 4 * extension), of(layers * (layers - 1) / 2, GKR_ROUND * extension));
  }

  /** The zerocheck's rounds, and what columns evaluate to. */
  private BigInteger batchConstraint() {
    BigInteger airs = BigInteger.valueOf(shape.airs());
    BigInteger roundDegree = BigInteger.valueOf(circuit.constraintDegree()).add(BigInteger.ONE);
    return sum(
        vector(shape.airs(), extension),
        of(shape.airs(), extension),
        vector(roundDegree.multiply(stack.skipDegree()).add(BigInteger.ONE), extension),
        of(WORD),
        multilinearRounds(roundDegree),
        of(shape.airs(), WORD),
        of(airs.add(BigInteger.ONE), WORD),
        of(shape.columns(), 2 * extension));
  }

  private BigInteger multilinearRounds(BigInteger roundDegree) {
    int count = shape.logHeight() - stack.skip();
    return count <= 0
        ? BigInteger.ZERO
        : of(WORD).add(of(roundDegree.multiply(BigInteger.valueOf(count)), extension));
  }

  /** The reduction to the stacked matrix. */
  private BigInteger stacking() {
    return sum(
        vector(stack.skipDegree().shiftLeft(1).add(BigInteger.ONE), extension),
        of(WORD),
        of(2L * stack.variables(), extension),
        of(WORD + 2 * WORD),
        of(stack.width(), extension));
  }

  /** Commitments, claims and proofs-of-work of all rounds, the openings, the last polynomial. */
  private BigInteger whir() {
    long count = queries.size();
    long folds = Round.FOLDS * count;
    return sum(
        of(base),
        vector(folds, 2 * extension),
        vector(count - 1, hash),
        of(count - 1, extension),
        of(folds, base),
        of(count, base),
        of(2 * WORD),
        firstOpenings(),
        laterOpenings(),
        vector(BigInteger.ONE.shiftLeft((int) (stack.logHeight() - folds)), extension));
  }

  /** D = m_0 + μ_0 − 4, the depth of the first tree, whose leaves are cosets. */
  private long depth() {
    return stack.logHeight() + stack.logBlowup() - Round.FOLDS;
  }

  /** Rows of the stacked matrix, and the paths of two trees. */
  private BigInteger firstOpenings() {
    BigInteger rows =
        BigInteger.valueOf(stack.width()).multiply(BigInteger.valueOf(queries.get(0)));
    return sum(of(WORD + 2 * WORD), of(rows, COSET * base), of(2 * queries.get(0) * depth(), hash));
  }

  /** Cosets of each folded word, whose tree is a level lower than the one before. */
  private BigInteger laterOpenings() {
    BigInteger bits = of(WORD);
    for (int i = 1; i < queries.size(); i++) {
      long t = queries.get(i);
      bits = sum(bits, of(WORD), of(t, COSET * extension), of(t * (depth() - i), hash));
    }
    return bits;
  }

  private static BigInteger vector(long count, long each) {
    return vector(BigInteger.valueOf(count), each);
  }

  private static BigInteger vector(BigInteger count, long each) {
    return of(WORD).add(of(count, each));
  }

  private static BigInteger of(long bits) {
    return BigInteger.valueOf(bits);
  }

  private static BigInteger of(long count, long each) {
    return of(BigInteger.valueOf(count), each);
  }

  private static BigInteger of(BigInteger count, long each) {
    return count.multiply(BigInteger.valueOf(each));
  }

  private static BigInteger sum(BigInteger... parts) {
    return Stream.of(parts).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
