package org.soundcalc.regimes;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Agreement;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Condition;
import org.soundcalc.model.OpenedCode;
import org.soundcalc.regimes.dkt.Guesses;

/**
 * What exact counts prove of a code of n points at an agreement of A of them, 1 − δ = A/n, and of
 * the codes that its words fold to at the same A/n [DKT26].
 *
 * <p>An error is a count of exceptional challenges over the number of challenges. Where nothing is
 * proven, they count as so many that the error is above 1 whatever the proof-of-work.
 */
final class AgreementBounds implements CodeBounds {
  /** What carries the count of a line over to other combinations. */
  private static final String AFFINE =
      "; an affine combination errs like a line of F − 1 challenges (ArkLib"
          + " mcaError_affineSpace_le_of_exactAgreement)";

  private static final String MULTILINEAR =
      "; a multilinear combination errs like ⌈log2 B⌉ lines (DKT26 Cor 7.8; ArkLib"
          + " tensorFoldBad_card_le)";

  /** Bits of proof-of-work before a round, at most, and more. */
  private static final int MOST_GRINDING = 256;

  private static final long NONE = -1;

  private final Code code;
  private final ExactCounts counts;
  private final long length;
  private final long agreement;
  private final KeptCounts.AtAgreement known;
  private final Guesses guesses;
  private boolean wasAskedForFraction;

  /** ℓ of the first count of the code itself that was asked for. */
  private long firstDegree = NONE;

  /**
   * The bounds of a code.
   *
   * @param code of dimension k and length n
   * @param counts the theorems that count
   * @param agreement A, from k + 1 to n − 1
   */
  AgreementBounds(Code code, ExactCounts counts, long agreement) {
    this(new KeptCounts.OfCode(code, counts), agreement, new Guesses());
  }

  /**
   * The bounds of a code.
   *
   * @param known what is known of it
   * @param agreement A, from k + 1 to n − 1
   * @param guesses where to look first for what counts least
   */
  AgreementBounds(KeptCounts.OfCode known, long agreement, Guesses guesses) {
    this.code = known.code();
    this.counts = known.counts();
    this.length = length(code);
    this.agreement = agreement;
    this.known = known.at(agreement);
    this.guesses = guesses;
  }

  /** n. */
  static long length(Code code) {
    return 1L << (code.logDimension() + code.rate().log2Inverse());
  }

  /** Whether a word was folded past dimension 1, to a code that is none. */
  boolean wasAskedForFraction() {
    return wasAskedForFraction;
  }

  /** 1 − δ = A/n. */
  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    return x.share(x.named("A", agreement), x.named("n", length));
  }

  @Override
  public List<Condition> conditions() {
    return List.of(
        new Condition("k < A", this::dimension, this::points),
        new Condition("A ≤ n − 1", this::points, this::mostPoints));
  }

  private <T extends Real<T>> T dimension(Numbers<T> x) {
    return x.named("k", Rational.powerOfTwo(code.logDimension()));
  }

  private <T extends Real<T>> T points(Numbers<T> x) {
    return x.named("A", agreement);
  }

  private <T extends Real<T>> T mostPoints(Numbers<T> x) {
    return x.named("n", length).minus(x.one());
  }

  /** E/(F − 1) for a line: independent coefficients may not all be 0. */
  @Override
  public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
    T challenges = x.named("F", code.field().size()).minus(x.one());
    return exceptional(x, k, 1, AFFINE).over(challenges);
  }

  @Override
  public <T extends Real<T>> T batchingError(Numbers<T> x, Batching mode, long n, Rational k) {
    return switch (mode) {
      case AFFINE -> error(x, k);
      case POWERS -> onCurve(x, k, n - 1);
      case MULTILINEAR ->
          x.named("⌈log2 B⌉", Batching.ceilLog2(n))
              .times(exceptional(x, k, 1, MULTILINEAR).over(x.named("F", code.field().size())));
    };
  }

  /** A fold to one by a challenge is a curve of degree one less. */
  @Override
  public <T extends Real<T>> T foldingError(
      Numbers<T> x, String symbol, long functions, Rational k) {
    return onCurve(x, k, functions - 1);
  }

  /** Raised to a degree that is larger by t + s, quotients have t + s + 1 powers. */
  @Override
  public <T extends Real<T>> T quotientError(Numbers<T> x, long queries, long samples, Rational k) {
    return onCurve(x, k, queries + samples);
  }

  /** E/F. */
  private <T extends Real<T>> T onCurve(Numbers<T> x, Rational k, long degree) {
    return exceptional(x, k, degree, "").over(x.named("F", code.field().size()));
  }

  private <T extends Real<T>> T exceptional(Numbers<T> x, Rational k, long degree, String use) {
    Optional<CountedBound> count = count(k, degree);
    return count.isPresent()
        ? x.defined("E", count.get().usedFor(use), count.get().exact())
        : x.defined("E", "no theorem bounds it", unbounded());
  }

  /** E of the code of dimension k; nothing where no theorem applies. */
  private Optional<CountedBound> count(Rational k, long degree) {
    if (!k.isInteger()) {
      wasAskedForFraction = true;
      return Optional.empty();
    }
    long dimension = k.numerator().longValueExact();
    if (firstDegree == NONE && dimension == dimension()) {
      firstDegree = degree;
    }
    return known.count(dimension, degree, guesses);
  }

  /** k. */
  private long dimension() {
    return 1L << code.logDimension();
  }

  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
    return size(x, list(k));
  }

  private <T extends Real<T>> T size(Numbers<T> x, Optional<CountedBound> list) {
    return list.isPresent()
        ? x.defined("Λ", list.get(), list.get().exact())
        : x.defined("Λ", "no theorem bounds it", unbounded());
  }

  /** So much that no proof-of-work makes an error of it that counts: nothing is proven there. */
  private Rational unbounded() {
    return code.field().size().times(Rational.powerOfTwo(MOST_GRINDING));
  }

  /** Λ; nothing where no theorem applies. */
  private Optional<CountedBound> list(Rational k) {
    return known.list(k.numerator().longValueExact(), guesses);
  }

  /** ℓ of the first count of the code itself that was asked for; 1, of a line, where none was. */
  long degree() {
    return firstDegree == NONE ? 1 : firstDegree;
  }

  /**
   * What was chosen, with what follows for the code itself.
   *
   * @param degree ℓ, ≥ 1, of the curve whose count is told: of batching, or 1 of a line
   */
  Agreement chosen(long degree) {
    CountedBound count = known.count(dimension(), degree, guesses).orElseThrow();
    BigInteger list = known.list(dimension(), guesses).orElseThrow().bound();
    return new Agreement(agreement, length, count.proof(), count.bound(), list);
  }

  @Override
  public Optional<String> lackOfList() {
    Rational k = Rational.powerOfTwo(code.logDimension());
    return list(k).isPresent() ? Optional.empty() : Optional.of(lack(k));
  }

  private String lack(Rational dimension) {
    return "no list bound holds for n = %d, D = %s - 1, A = %d"
        .formatted(length, dimension, agreement);
  }

  @Override
  public CodeBounds opened(OpenedCode opened, Accounting accounting) {
    return new Opened(this, opened);
  }

  @Override
  public List<Citation> sources() {
    return counts.sources();
  }

  /** The same with the list of the opened code, of dimension k + c. */
  private record Opened(AgreementBounds bounds, OpenedCode code) implements CodeBounds {
    /** k + c, exactly: c may be any. */
    private Rational dimension() {
      return code.dimension().plus(Rational.of(code.points()));
    }

    private boolean isBelowAgreement() {
      return dimension().compareTo(Rational.of(bounds.agreement)) < 0;
    }

    private Optional<CountedBound> list() {
      return bounds.known.openedList(dimension().numerator().longValueExact(), bounds.guesses);
    }

    @Override
    public Optional<String> lackOfList() {
      return isBelowAgreement() && list().isPresent()
          ? Optional.empty()
          : Optional.of(bounds.lack(dimension()));
    }

    /** More than any list where k + c is not below A: circuits are refused there. */
    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      return isBelowAgreement()
          ? bounds.size(x, list())
          : x.defined("Λ", "no theorem bounds it", bounds.unbounded());
    }

    @Override
    public List<Condition> conditions() {
      return bounds.conditions();
    }

    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return bounds.agreement(x);
    }

    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      return bounds.error(x, k);
    }

    @Override
    public List<Citation> sources() {
      return bounds.sources();
    }
  }
}
