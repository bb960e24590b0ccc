package org.soundcalc.protocols.swirl;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;
import org.soundcalc.model.SizePart;

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

  private final Field field;
  private final StackedWhir whir;
  private final Airs airs;
  private final long hashBits;

  /** Of a proof of a circuit. */
  SwirlSize(Swirl circuit) {
    this.field = circuit.id().field();
    this.whir = circuit.whir();
    this.airs = circuit.airs();
    this.hashBits = circuit.id().hashBits();
  }

  /** All that is sent. */
  List<SizePart> parts() {
    List<SizePart> parts = new ArrayList<>();
    parts.add(SizePart.exactly("preamble", this::preamble));
    parts.add(SizePart.exactly("GKR", hasInteractions() ? this::gkr : this::noGkr));
    parts.add(SizePart.exactly("batch constraint", this::batchConstraint));
    parts.add(SizePart.exactly("stacking", this::stacking));
    parts.add(SizePart.exactly("WHIR rounds", this::rounds));
    parts.add(SizePart.exactly("openings of round 0", this::firstOpenings));
    for (int i = 1; i < whir.queries().size(); i++) {
      Later later = new Later(this, i);
      parts.add(SizePart.exactly("openings of round " + i, later::openings));
    }
    return parts;
  }

  private boolean hasInteractions() {
    return airs.airs().sizes() > 0 && airs.interactions().sizes() > 0;
  }

  /** Commitments, which AIRs are present and how high, and the public values. */
  private <T extends Real<T>> T preamble(Numbers<T> x) {
    T count = airs(x);
    T present = vector(x, count.over(x.of(Byte.SIZE)).ceil(), x.of(Byte.SIZE));
    return x.of(WORD)
        .plus(hash(x))
        .plus(present)
        .plus(count.times(x.of(2 * WORD)))
        .plus(hash(x))
        .plus(vector(x, count, x.of(WORD)))
        .plus(x.named("P", airs.publicValues()).times(base(x)));
  }

  private <T extends Real<T>> T noGkr(Numbers<T> x) {
    return base(x).plus(extension(x)).plus(x.of(WORD));
  }

  /** The layers of the fractional sum: four claims each, and sumchecks of 0, 1, 2, ... rounds. */
  private <T extends Real<T>> T gkr(Numbers<T> x) {
    long skip = whir.skip();
    long sum = airs.interactionVariables(field.base().prime(), skip, ShapeKey.Count::sizes);
    T layers = x.named("R", skip + sum);
    boolean isAny = skip + sum > 0;
    T rounds = isAny ? layers.times(layers.minus(x.one())).over(x.of(2)) : layers;
    return base(x)
        .plus(extension(x))
        .plus(vector(x, layers, x.of(4).times(extension(x))))
        .plus(rounds.times(x.of(GKR_ROUND)).times(extension(x)));
  }

  /** The zerocheck's rounds, univariate and multilinear, and what columns evaluate to. */
  private <T extends Real<T>> T batchConstraint(Numbers<T> x) {
    T count = airs(x);
    T roundDegree = x.named("d", airs.constraintDegree()).plus(x.one());
    T univariate = roundDegree.times(sigma(x)).plus(x.one());
    T fixed =
        vector(x, count, extension(x))
            .plus(count.times(extension(x)))
            .plus(vector(x, univariate, extension(x)))
            .plus(x.of(WORD))
            .plus(count.times(x.of(WORD)))
            .plus(vector(x, count, x.of(WORD)));
    T columns = x.of(2).times(x.named("W", airs.columns().sizes())).times(extension(x));
    long multilinear = airs.logHeight().sizes() - whir.skip();
    return multilinear > 0
        ? fixed
            .plus(vector(x, x.named("H − l_skip", multilinear).times(roundDegree), extension(x)))
            .plus(columns)
        : fixed.plus(columns);
  }

  /** The reduction to the stacked matrix. */
  private <T extends Real<T>> T stacking(Numbers<T> x) {
    T two = x.of(2);
    return vector(x, two.times(sigma(x)).plus(x.one()), extension(x))
        .plus(vector(x, two.times(x.named("v", whir.variables())), extension(x)))
        .plus(x.of(3 * WORD))
        .plus(x.named("w", whir.width()).times(extension(x)));
  }

  /** Commitments, claims and proofs-of-work of all rounds, and the last polynomial. */
  private <T extends Real<T>> T rounds(Numbers<T> x) {
    long count = whir.queries().size();
    T rounds = x.named("M", count);
    T folds = x.of(StackedWhir.FOLDS).times(rounds);
    T between = rounds.minus(x.one());
    Rational left = Rational.powerOfTwo((int) (whir.logHeight() - StackedWhir.FOLDS * count));
    return base(x)
        .plus(vector(x, folds, x.of(2).times(extension(x))))
        .plus(vector(x, between, hash(x)))
        .plus(between.times(extension(x)))
        .plus(folds.plus(rounds).times(base(x)))
        .plus(x.of(2 * WORD))
        .plus(vector(x, x.named("2^(m_0 − 4M)", left), extension(x)))
        .plus(x.of(WORD));
  }

  /** Rows of the stacked matrix, and the paths of two trees. */
  private <T extends Real<T>> T firstOpenings(Numbers<T> x) {
    T queries = x.named("t", whir.queries().get(0));
    T cosets = x.of(COSET).times(queries).times(x.named("w", whir.width())).times(base(x));
    T paths = x.of(2).times(queries).times(x.named("D", depth())).times(hash(x));
    return x.of(3 * WORD).plus(cosets).plus(paths);
  }

  /** Cosets of a folded word, whose tree is a level lower than the one before. */
  private record Later(SwirlSize size, int round) {
    <T extends Real<T>> T openings(Numbers<T> x) {
      T queries = x.named("t", size.whir.queries().get(round));
      T cosets = size.vector(x, queries, x.of(COSET).times(size.extension(x)));
      T path = x.named("D", size.depth()).minus(x.of(round)).times(size.hash(x));
      return cosets.plus(queries.times(path));
    }
  }

  /** D = m_0 + μ_0 − 4, the depth of the first tree, whose leaves are cosets. */
  private long depth() {
    return whir.logHeight() + whir.logBlowup() - StackedWhir.FOLDS;
  }

  /** A length, and so many elements. */
  private <T extends Real<T>> T vector(Numbers<T> x, T count, T each) {
    return x.of(WORD).plus(count.times(each));
  }

  private <T extends Real<T>> T airs(Numbers<T> x) {
    return x.named("A", airs.airs().sizes());
  }

  private <T extends Real<T>> T sigma(Numbers<T> x) {
    return x.named("σ", Rational.of(whir.skipDegree()));
  }

  private <T extends Real<T>> T hash(Numbers<T> x) {
    return x.named("h", hashBits);
  }

  private <T extends Real<T>> T base(Numbers<T> x) {
    return x.named("base", Byte.SIZE * ((field.baseBits() + Byte.SIZE - 1L) / Byte.SIZE));
  }

  private <T extends Real<T>> T extension(Numbers<T> x) {
    return x.let("ext", x.named("e", field.degree()).times(base(x)));
  }
}
