package org.soundcalc.protocols.whir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.soundcalc.math.FormulaOf;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Field;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Paper;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.merkle.TreeSizes;
import org.soundcalc.protocols.schedule.IteratedCommitment;
import org.soundcalc.protocols.schedule.IterationCosts;
import org.soundcalc.protocols.schedule.IterationStage;
import org.soundcalc.protocols.schedule.IterationStep;
import org.soundcalc.protocols.schedule.Schedule;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.Stark;

/**
 * WHIR over a batch of functions [ACFY24b Thm 5.2]. The theorem asks for mutual correlated
 * agreement, which [BCHKS25] proves for the codes and proximity parameters of both proven regimes.
 */
public final class Whir extends IteratedCommitment {
  private static final Keys<Whir> KEYS = new Keys<>(Whir::of);

  /** The theorem is stated for a degree of at least 3. */
  static final Key<Whir, Long> CONSTRAINT_DEGREE =
      KEYS.required("constraint_degree", new IntegerType(3, Limits.COUNT), Whir::constraintDegree)
          .meaning("Degree of the sumcheck's polynomial.")
          .moving("folds, proof size")
          .symbols("d", "degree")
          .enters("d − 1");

  static final Key<Whir, List<List<Long>>> GRINDING_FOLDING =
      KEYS.required(
              "grinding_bits_folding",
              new ListType<>(
                  new ListType<>(IntegerType.GRINDING, "integers from 0 to 128, one a fold", false),
                  "arrays, one an iteration",
                  false),
              Whir::grindingFolding)
          .meaning("Proof-of-work before each folding challenge of each iteration.")
          .in("bits")
          .moving("folds")
          .lever(30);

  /** All of them, in the order of their reference. */
  public static final List<Key<Whir, ?>> OWN = own();

  /** The keys of a STARK over it. */
  static final List<Key<Circuit, ?>> OF_STARK = Stark.keys(Whir.class, OWN);

  /** Where its errors are from. */
  public static final Citation THEOREM = new Citation(Paper.ACFY24B, "Thm 5.2");

  private static final long HALVES = 2;

  private final long constraintDegree;
  private final List<List<Long>> grindingFolding;

  /**
   * WHIR of these parameters.
   *
   * @param common what STIR has too
   * @param constraintDegree d, of the polynomial under the sumcheck, ≥ 3
   * @param grindingFolding bits of proof-of-work before each of the κ_i folds of each iteration i
   * @throws org.soundcalc.model.InvalidConfiguration if a parameter is out of range, or a fold
   *     without its proof-of-work
   */
  public Whir(StirWhirParameters common, long constraintDegree, List<List<Long>> grindingFolding) {
    super(
        common,
        THEOREM,
        "Shift",
        folds(constraintDegree, checked(common, constraintDegree, grindingFolding)));
    this.constraintDegree = constraintDegree;
    this.grindingFolding = grindingFolding.stream().map(List::copyOf).toList();
  }

  private static List<List<Long>> checked(
      StirWhirParameters common, long degree, List<List<Long>> grinding) {
    check(new Invariants(), Values.of(common), degree, grinding).enforce();
    return grinding;
  }

  private static Invariants check(
      Invariants invariants,
      Values<StirWhirParameters> common,
      long degree,
      List<List<Long>> grinding) {
    invariants.check(CONSTRAINT_DEGREE, degree).check(GRINDING_FOLDING, grinding);
    if (!invariants.hold(GRINDING_FOLDING)) {
      return invariants;
    }
    Key<StirWhirParameters, Long> number = StirWhirParameters.NUM_ITERATIONS;
    StirWhirParameters.requireLength(
        invariants, GRINDING_FOLDING, grinding, common.get(number), number, "");
    Key<StirWhirParameters, List<Long>> folding = StirWhirParameters.FOLDING_FACTORS;
    List<Long> factors = common.get(folding);
    for (int i = 0; i < Math.min(grinding.size(), factors.size()); i++) {
      List<Long> ofIteration = grinding.get(i);
      String part = "[" + i + "]";
      StirWhirParameters.requireLength(
          invariants, GRINDING_FOLDING, ofIteration, factors.get(i), folding, part, i);
    }
    return invariants;
  }

  /**
   * {@return the parameters that these values state}
   *
   * @param values of its keys, in a file or a record
   */
  public static Whir of(Values<Whir> values) {
    Values<StirWhirParameters> shared = values.part(Whir::common, Whir::with);
    Invariants invariants = new Invariants();
    Optional<StirWhirParameters> common = invariants.part(() -> StirWhirParameters.of(shared));
    long degree = values.get(CONSTRAINT_DEGREE);
    List<List<Long>> grinding = values.get(GRINDING_FOLDING);
    check(invariants, shared, degree, grinding).enforce();
    return new Whir(common.orElseThrow(), degree, grinding);
  }

  private static List<Key<Whir, ?>> own() {
    List<Key<Whir, ?>> keys =
        new ArrayList<>(
            StirWhirParameters.keys(
                Whir::common, Whir::with, KEYS, Optional.of(CONSTRAINT_DEGREE), GRINDING_FOLDING));
    String factors = StirWhirParameters.FOLDING_FACTORS.name();
    keys.replaceAll(key -> key.name().equals(factors) ? key.stepping(Whir::nextFactors) : key);
    return List.copyOf(keys);
  }

  /** Each fold that is there now has proof-of-work of its own; another one has that of the last. */
  private static List<Map<String, Object>> nextFactors(Whir whir) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> next : StirWhirParameters.FOLDING_FACTORS.next(whir.common())) {
      List<List<Long>> grinding = new ArrayList<>();
      for (Object factor : (List<?>) next.get(StirWhirParameters.FOLDING_FACTORS.name())) {
        List<Long> bits = whir.grindingFolding.get(grinding.size());
        grinding.add(
            LongStream.range(0, (Long) factor)
                .mapToObj(s -> bits.get((int) Math.min(s, bits.size() - 1L)))
                .toList());
      }
      Map<String, Object> ground = new LinkedHashMap<>(next);
      ground.put(GRINDING_FOLDING.name(), grinding);
      all.add(ground);
    }
    return all;
  }

  /**
   * {@return the same WHIR with other parameters of those that STIR has too}
   *
   * @param other the parameters to have instead, lists of the same lengths
   */
  public Whir with(StirWhirParameters other) {
    return new Whir(other, constraintDegree, grindingFolding);
  }

  @Override
  public Whir over(Field other) {
    return with(common().over(other));
  }

  @Override
  public Whir withoutGrinding() {
    List<List<Long>> none =
        grindingFolding.stream().map(bits -> Collections.nCopies(bits.size(), 0L)).toList();
    return new Whir(common().withoutGrinding(), constraintDegree, none);
  }

  @Override
  public List<Key<Circuit, ?>> keysOfStark() {
    return OF_STARK;
  }

  /** {@return d, of the polynomial under the sumcheck} */
  public long constraintDegree() {
    return constraintDegree;
  }

  /**
   * {@return bits of proof-of-work before each fold of each iteration, κ_i entries for iteration i}
   */
  public List<List<Long>> grindingFolding() {
    return grindingFolding;
  }

  @Override
  protected List<FormulaOf<IterationStage>> foldErrors(Schedule.Iteration iteration) {
    return IntStream.rangeClosed(1, iteration.logFactor())
        .<FormulaOf<IterationStage>>mapToObj(s -> new Halving(constraintDegree, s)::error)
        .toList();
  }

  @Override
  protected List<List<Long>> grindingFolds() {
    return grindingFolding;
  }

  @Override
  protected Key<Whir, ?> grindingFoldsKey() {
    return GRINDING_FOLDING;
  }

  /** d − 1 for each fold. */
  @Override
  protected long elementsOfFolds(int logFactor) {
    return logFactor * (constraintDegree - 1);
  }

  @Override
  protected boolean hasRoom(Schedule.Iteration to, long queries, long samples) {
    return true;
  }

  @Override
  protected Whir with(StirWhirParameters other, List<List<Long>> grindingFolds) {
    return new Whir(other, constraintDegree, grindingFolds);
  }

  /** All of an iteration, s = 1, ..., κ_i. */
  private static Function<Schedule.Iteration, List<Fold>> folds(
      long degree, List<List<Long>> grinding) {
    return iteration ->
        IntStream.rangeClosed(1, iteration.logFactor())
            .mapToObj(
                s ->
                    new Fold(
                        "fold(i=" + iteration.index() + ",s=" + s + ")",
                        new Halving(degree, s)::error,
                        grinding.get(iteration.index()).get(s - 1)))
            .toList();
  }

  /**
   * A fold of 2 to 1, with a round of sumcheck.
   *
   * @param degree d
   * @param number s, from 1
   */
  private record Halving(long degree, int number) {
    /**
     * d·ℓ/F + err': a false sumcheck claim becomes true of some codeword of the list, or two halves
     * of a far word fold to a close one.
     */
    <T extends Real<T>> T error(Numbers<T> x, IterationStage stage) {
      T lists = x.let("ℓ", stage.bounds().listSize(x, stage.iteration().dimension(number - 1)));
      T sumcheck = x.named("d", degree).times(lists).over(stage.fieldSize(x));
      return sumcheck.plus(
          stage.bounds().foldingError(x, "", HALVES, stage.iteration().dimension(number)));
    }
  }

  /** ℓ²/2·(2^m/F)^w. */
  @Override
  protected <T extends Real<T>> T oodError(Numbers<T> x, IterationStep step) {
    T pairs = step.to().pairs(x);
    T agreement = x.named("2^m", step.to().iteration().dimension()).over(step.to().fieldSize(x));
    return pairs.times(x.power(agreement, "w", step.samples()));
  }

  /**
   * (1 − δ)^t + ℓ·(t + w)/F: no query hits a point where the word before disagrees, or the random
   * combination of the t + w new constraints holds by chance for some codeword of the new list.
   */
  @Override
  protected <T extends Real<T>> T shiftError(Numbers<T> x, IterationStep step) {
    T query = step.queryError(x);
    T constraints = x.named("t", step.queries()).plus(x.named("w", step.samples()));
    return query.plus(step.to().listSize(x).times(constraints).over(step.to().fieldSize(x)));
  }

  @Override
  protected Optional<CostPart> stepCosts(Schedule.Iteration iteration, long queries, long samples) {
    return Optional.of(
        IterationCosts.sumchecks(field(), iteration, constraintDegree, queries, samples));
  }

  /** With d − 1 elements for each fold. */
  @Override
  public List<SizePart> sizeParts(TreeSizes sizes) {
    List<SizePart> parts = new ArrayList<>(super.sizeParts(sizes));
    long folds = common().foldingFactors().stream().mapToLong(Long::longValue).sum();
    parts.add(
        SizePart.product(
            "sumchecks",
            SizePart.Factor.of("Σκ", folds),
            SizePart.Factor.of("d − 1", constraintDegree - 1),
            SizePart.Factor.of("β", field().extensionBits())));
    return parts;
  }
}
