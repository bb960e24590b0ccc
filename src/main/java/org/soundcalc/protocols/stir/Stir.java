package org.soundcalc.protocols.stir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.math.FormulaOf;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Field;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Problem;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.schedule.IteratedCommitment;
import org.soundcalc.protocols.schedule.IterationStage;
import org.soundcalc.protocols.schedule.IterationStep;
import org.soundcalc.protocols.schedule.Schedule;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.Stark;

/** STIR over a batch of functions [ACFY24 Lemma 5.4]. */
public final class Stir extends IteratedCommitment {
  private static final Keys<Stir> KEYS = new Keys<>(Stir::of);

  static final Key<Stir, Long> GRINDING_FOLDING =
      KEYS.optional("grinding_bits_folding", IntegerType.GRINDING, 0L, Stir::grindingFolding)
          .meaning("Proof-of-work before the first folding challenge.")
          .in("bits")
          .moving("fold(i=0)")
          .lever(30);

  /** The keys of a STARK over it. */
  static final List<Key<Circuit, ?>> OF_STARK =
      Stark.keys(
          Stir.class,
          StirWhirParameters.keys(
              Stir::common, Stir::with, KEYS, Optional.empty(), GRINDING_FOLDING));

  static final Citation THEOREM = new Citation(Paper.ACFY24, "Lemma 5.4");

  /** The only fold of a term of its own: the others' errors are part of their shift's. */
  private static final String FOLD = "fold(i=0)";

  private final long grindingFolding;

  /**
   * STIR of these parameters.
   *
   * @param common what WHIR has too
   * @param grindingFolding bits of proof-of-work before the first folding challenge
   * @throws org.soundcalc.model.InvalidConfiguration if a parameter is out of range, no quotient is
   *     left, or no point outside the domains
   */
  public Stir(StirWhirParameters common, long grindingFolding) {
    super(common, THEOREM, "shift", folds(checked(common, grindingFolding)));
    this.grindingFolding = grindingFolding;
  }

  private static long checked(StirWhirParameters common, long grinding) {
    check(new Invariants(), Values.of(common), grinding).enforce();
    return grinding;
  }

  private static Invariants check(
      Invariants invariants, Values<StirWhirParameters> common, long grinding) {
    invariants.check(GRINDING_FOLDING, grinding);
    Schedule schedule = StirWhirParameters.schedule(common);
    List<Long> queries = common.get(StirWhirParameters.NUM_QUERIES);
    List<Long> samples = common.get(StirWhirParameters.NUM_OOD_SAMPLES);
    for (Schedule.Iteration iteration : schedule.iterations()) {
      int before = iteration.index() - 1;
      // where more is folded than there is, that is said of folding_factors
      boolean known = before >= 0 && before < Math.min(queries.size(), samples.size());
      if (known && iteration.logDegree() >= 0) {
        requireQuotient(invariants, iteration, queries.get(before), samples.get(before));
      }
    }
    Schedule.Iteration first = schedule.iterations().get(0);
    Field field = common.get(StirWhirParameters.FIELD);
    return DeepAli.checkField(invariants, field, first.logDegree(), first.rate());
  }

  /** t + s &lt; 2^m_i for every i ≥ 1: a polynomial of 2^m_i coefficients has a quotient left. */
  private static void requireQuotient(
      Invariants invariants, Schedule.Iteration iteration, long queries, long samples) {
    Rational coefficients = iteration.dimension();
    int before = iteration.index() - 1;
    if (Rational.of(queries + samples).compareTo(coefficients) >= 0) {
      String message =
          "+ num_ood_samples[%d] must be below 2^m = %s of iteration %d, or no quotient is left, got %d + %d"
              .formatted(before, coefficients, iteration.index(), queries, samples);
      Problem problem =
          Problem.of(
              message,
              StirWhirParameters.NUM_QUERIES,
              StirWhirParameters.NUM_OOD_SAMPLES,
              StirWhirParameters.LOG_DEGREE,
              StirWhirParameters.FOLDING_FACTORS);
      invariants.add(problem.at(before));
    }
  }

  /**
   * {@return the parameters that these values state}
   *
   * @param values of its keys, in a file or a record
   */
  public static Stir of(Values<Stir> values) {
    Values<StirWhirParameters> shared = values.part(Stir::common, Stir::with);
    Invariants invariants = new Invariants();
    Optional<StirWhirParameters> common = invariants.part(() -> StirWhirParameters.of(shared));
    long grinding = values.get(GRINDING_FOLDING);
    check(invariants, shared, grinding).enforce();
    return new Stir(common.orElseThrow(), grinding);
  }

  private Stir with(StirWhirParameters other) {
    return new Stir(other, grindingFolding);
  }

  @Override
  public Stir over(Field other) {
    return with(common().over(other));
  }

  @Override
  public Stir withoutGrinding() {
    return new Stir(common().withoutGrinding(), 0);
  }

  @Override
  public List<Key<Circuit, ?>> keysOfStark() {
    return OF_STARK;
  }

  /** {@return bits of proof-of-work before the first folding challenge, ≥ 0} */
  public long grindingFolding() {
    return grindingFolding;
  }

  @Override
  protected List<FormulaOf<IterationStage>> foldErrors(Schedule.Iteration iteration) {
    return iteration.index() == 0 ? List.of(Stir::foldError) : List.of();
  }

  /** Of the first fold alone. */
  @Override
  protected List<List<Long>> grindingFolds() {
    List<List<Long>> bits = new ArrayList<>(Collections.nCopies(codes().size(), List.of()));
    bits.set(0, List.of(grindingFolding));
    return bits;
  }

  @Override
  protected Key<Stir, ?> grindingFoldsKey() {
    return GRINDING_FOLDING;
  }

  @Override
  protected long elementsOfFolds(int logFactor) {
    return 0;
  }

  /** t + s &lt; 2^m: a quotient is left. */
  @Override
  protected boolean hasRoom(Schedule.Iteration to, long queries, long samples) {
    return Rational.of(queries + samples).compareTo(to.dimension()) < 0;
  }

  @Override
  protected Stir with(StirWhirParameters other, List<List<Long>> grindingFolds) {
    return new Stir(other, grindingFolds.get(0).get(0));
  }

  private static Function<Schedule.Iteration, List<Fold>> folds(long grinding) {
    return iteration ->
        iteration.index() == 0 ? List.of(new Fold(FOLD, Stir::foldError, grinding)) : List.of();
  }

  /** The cost of combining 2^κ functions. */
  private static <T extends Real<T>> T foldError(Numbers<T> x, IterationStage stage) {
    Schedule.Iteration iteration = stage.iteration();
    return stage.bounds().foldingError(x, "2^κ", iteration.factor(), iteration.foldedDimension());
  }

  /** ℓ²/2·(2^m/(F − n))^s: the samples lie outside the domain of n points. */
  @Override
  protected <T extends Real<T>> T oodError(Numbers<T> x, IterationStep step) {
    Schedule.Iteration iteration = step.to().iteration();
    T pairs = step.to().pairs(x);
    T outside = step.to().fieldSize(x).minus(x.named("n", iteration.length()));
    T agreement = x.named("2^m", iteration.dimension()).over(outside);
    return pairs.times(x.power(agreement, "s", step.samples()));
  }

  /**
   * (1 − δ)^t + err + err': no query hits a point where the word before disagrees, or the quotients
   * by t + s points combine to a close word though one is far, or the result folds to a close word
   * though it is far.
   */
  @Override
  protected <T extends Real<T>> T shiftError(Numbers<T> x, IterationStep step) {
    T quotients =
        step.bounds()
            .quotientError(x, step.queries(), step.samples(), step.to().iteration().dimension());
    T fold = foldError(x, step.to());
    // The query comes last, so that in writing the primes fall to the previous code's symbols.
    return step.queryError(x).plus(quotients).plus(fold);
  }

  /** Of a quotient by the points that were asked for; the first iteration has none. */
  @Override
  protected Optional<CostPart> stepCosts(Schedule.Iteration iteration, long queries, long samples) {
    Quotient quotient = new Quotient(field(), iteration, queries, samples);
    return iteration.index() == 0
        ? Optional.empty()
        : Optional.of(
            CostPart.multiplications(
                "quotient " + iteration.index(), quotient::prover, quotient::verifier));
  }

  private record Quotient(Field field, Schedule.Iteration iteration, long queries, long samples) {
    /** e²·2^m·(t + samples). */
    <T extends Real<T>> T prover(Numbers<T> x) {
      return x.named("e", field.degree())
          .pow(2)
          .times(x.named("2^m", iteration.dimension()))
          .times(points(x));
    }

    /** (t + samples)². */
    <T extends Real<T>> T verifier(Numbers<T> x) {
      return points(x).pow(2);
    }

    private <T extends Real<T>> T points(Numbers<T> x) {
      return x.named("t", queries).plus(x.named("samples", samples));
    }
  }
}
