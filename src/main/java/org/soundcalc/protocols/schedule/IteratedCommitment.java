package org.soundcalc.protocols.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.soundcalc.math.FormulaOf;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Rate;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.keys.Key;
import org.soundcalc.protocols.merkle.OpenedTree;
import org.soundcalc.protocols.merkle.TreeSizes;
import org.soundcalc.protocols.stark.Commitment;

/**
 * A commitment that goes from code to code, each queried at points of the one before: STIR or WHIR.
 * What both have is here; what their iterations cost is their own.
 */
public abstract class IteratedCommitment implements Commitment {
  private static final String BATCHING = "batching";
  private static final String FIN = "fin";

  private final StirWhirParameters common;
  private final List<Citation> theorem;
  private final Schedule schedule;
  private final List<Code> codes;
  private final List<Round> rounds;

  /**
   * A commitment whose parameters were checked.
   *
   * @param common what the schedule and the codes follow from
   * @param theorem where its errors are from
   * @param shift the name of the term of a step, before its place
   * @param folds of an iteration, those with terms of their own
   */
  protected IteratedCommitment(
      StirWhirParameters common,
      Citation theorem,
      String shift,
      Function<Schedule.Iteration, List<Fold>> folds) {
    this.common = common;
    this.theorem = List.of(theorem);
    this.schedule = common.schedule();
    this.codes =
        schedule.iterations().stream()
            .map(
                iteration ->
                    new Code(common.field(), iteration.rate(), iteration.logDegree(), common.gap()))
            .toList();
    this.rounds =
        schedule.iterations().stream()
            .map(iteration -> Round.of(iteration, shift, folds.apply(iteration)))
            .toList();
  }

  /**
   * {@return the error, without grinding, that two codewords of a list agree at every out-of-domain
   * sample}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @param step the step whose samples count
   */
  protected abstract <T extends Real<T>> T oodError(Numbers<T> x, IterationStep step);

  /**
   * {@return the error, without grinding, that a step leads from a far word to a close one}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @param step the step whose queries count
   */
  protected abstract <T extends Real<T>> T shiftError(Numbers<T> x, IterationStep step);

  /**
   * {@return the errors of an iteration's folds that are terms, without grinding}
   *
   * @param iteration any
   */
  protected abstract List<FormulaOf<IterationStage>> foldErrors(Schedule.Iteration iteration);

  /** {@return bits of proof-of-work before each of these folds, for each iteration} */
  protected abstract List<List<Long>> grindingFolds();

  /** {@return the key of these bits} */
  protected abstract Key<?, ?> grindingFoldsKey();

  /**
   * {@return the elements that an iteration sends for its folds}
   *
   * @param logFactor log2 of how many it folds to one
   */
  protected abstract long elementsOfFolds(int logFactor);

  /**
   * {@return whether an iteration has room for the queries and samples of the step to it}
   *
   * @param to the iteration
   * @param queries t to the word before
   * @param samples out of the domain
   */
  protected abstract boolean hasRoom(Schedule.Iteration to, long queries, long samples);

  /**
   * {@return the same commitment with other parameters}
   *
   * @param other what STIR and WHIR share
   * @param grindingFolds bits of proof-of-work, as {@link #grindingFolds()} has them
   */
  protected abstract IteratedCommitment with(
      StirWhirParameters other, List<List<Long>> grindingFolds);

  /**
   * The terms of an iteration.
   *
   * @param iteration its codes
   * @param ood the name of the term of the samples before it
   * @param shift the name of the term of the step that leads to it
   * @param folds its folds
   */
  private record Round(Schedule.Iteration iteration, String ood, String shift, List<Fold> folds) {
    static Round of(Schedule.Iteration iteration, String shift, List<Fold> folds) {
      String place = "(i=" + iteration.index() + ")";
      return new Round(iteration, "OOD" + place, shift + place, folds);
    }

    boolean hasTerm(String name) {
      return (iteration.index() > 0 && (name.equals(ood) || name.equals(shift)))
          || folds.stream().anyMatch(fold -> fold.name.equals(name));
    }
  }

  /**
   * A fold with a term of its own.
   *
   * @param name of its term
   * @param error without its grinding
   * @param grindingBits bits of proof-of-work before its challenge
   */
  public record Fold(String name, FormulaOf<IterationStage> error, long grindingBits) {}

  /** {@return the parameters that STIR and WHIR share} */
  public final StirWhirParameters common() {
    return common;
  }

  @Override
  public final Field field() {
    return common.field();
  }

  @Override
  public final List<Code> codes() {
    return codes;
  }

  @Override
  public final int logDimension() {
    return (int) common.logDegree();
  }

  @Override
  public final Set<String> termNames() {
    Set<String> names = new HashSet<>(Set.of(BATCHING));
    grindingSites().forEach(site -> names.add(site.site()));
    return names;
  }

  @Override
  public final Rate rate() {
    return codes.get(0).rate();
  }

  /** Every change of a parameter asks, for each lookup. */
  @Override
  public final boolean hasTerm(String name) {
    return name.equals(BATCHING)
        || name.equals(FIN)
        || rounds.stream().anyMatch(round -> round.hasTerm(name));
  }

  /** Batching; each iteration's step from the one before, and its folds; the last queries. */
  @Override
  public final List<Term> terms(List<CodeBounds> bounds) {
    List<Term> terms = new ArrayList<>();
    CodeBounds first = bounds.get(0);
    if (common.batchSize() > 1) {
      long grinding = common.grindingBatching();
      terms.add(Term.ground(BATCHING, this::batchingError, first, first, grinding, List.of()));
    }
    for (int i = 0; i < rounds.size(); i++) {
      Round round = rounds.get(i);
      CodeBounds code = bounds.get(i);
      IterationStage stage = new IterationStage(common.field(), round.iteration, code);
      if (i > 0) {
        IterationStep step =
            new IterationStep(
                stage,
                bounds.get(i - 1),
                common.queries().get(i - 1),
                common.oodSamples().get(i - 1));
        long ood = common.grindingOod().get(i - 1);
        long shift = common.grindingQueries().get(i - 1);
        if (step.hasSamplesTerm()) {
          Term term = Term.ground(round.ood, this::oodError, step, code, grindingOod(i), theorem);
          terms.add((step.samples() > 0 ? term : term.noted(() -> unsampled(ood))).of(i));
        }
        terms.add(Term.ground(round.shift, this::shiftError, step, code, shift, theorem).of(i));
      }
      for (Fold fold : round.folds) {
        long grinding = fold.grindingBits;
        terms.add(Term.ground(fold.name, fold.error, stage, code, grinding, theorem).of(i));
      }
    }
    int last = rounds.size() - 1;
    CodeBounds code = bounds.get(last);
    long grinding = common.grindingQueries().get(last);
    terms.add(Term.ground(FIN, this::lastQueryError, code, code, grinding, theorem).of(last));
    return terms;
  }

  /** Without a sample there is no challenge that proof-of-work could precede. */
  private long grindingOod(int iteration) {
    boolean isSampled = common.oodSamples().get(iteration - 1) > 0;
    return isSampled ? common.grindingOod().get(iteration - 1) : 0;
  }

  private static Optional<String> unsampled(long grinding) {
    return Optional.of(
        "no out-of-domain sample is taken, so the list of ℓ > 1 codewords is not narrowed to one"
            + (grinding > 0 ? "; proof-of-work does not count without a sample" : ""));
  }

  /** The cost of combining B functions. */
  private <T extends Real<T>> T batchingError(Numbers<T> x, CodeBounds code) {
    return code.batchingError(x, common.mode(), common.batchSize(), dimension());
  }

  private <T extends Real<T>> T lastQueryError(Numbers<T> x, CodeBounds code) {
    return new Queries(code, common.queries().get(rounds.size() - 1)).error(x);
  }

  @Override
  public final List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>();
    if (common.batchSize() > 1) {
      sites.add(GrindingSite.of(BATCHING, common.grindingBatching(), 1));
    }
    for (int i = 1; i < rounds.size(); i++) {
      sites.add(GrindingSite.of(rounds.get(i).ood, grindingOod(i), 1));
    }
    rounds.forEach(
        round ->
            round.folds.forEach(
                fold -> sites.add(GrindingSite.of(fold.name, fold.grindingBits, 1))));
    for (int i = 0; i < rounds.size(); i++) {
      String term = i + 1 < rounds.size() ? rounds.get(i + 1).shift : FIN;
      sites.add(GrindingSite.of(term, common.grindingQueries().get(i), 1));
    }
    return sites;
  }

  @Override
  public final List<OpenedTree> trees() {
    return new IterationSizes(common, schedule).trees();
  }

  @Override
  public List<SizePart> sizeParts(TreeSizes sizes) {
    return new IterationSizes(common, schedule).parts(sizes);
  }

  final String firstFoldTerm() {
    return rounds.get(0).folds.get(0).name;
  }

  /** Whether a term is one of the first iteration's, where it is the only one. */
  final boolean isOfFirstIteration(String term) {
    return term.equals(FIN) || rounds.get(0).folds.stream().anyMatch(f -> f.name.equals(term));
  }

  @Override
  public final Optional<IteratedDesign> iteratedDesign(Frame frame) {
    return Optional.of(new IterationsDesign(this, frame, codes.get(0).rate()));
  }

  @Override
  public final List<CostPart> costParts(int hashRateBits) {
    return new IterationCosts(field(), hashRateBits)
        .parts(schedule, batchSize(), common.queries(), this::stepCosts);
  }

  private Optional<CostPart> stepCosts(Schedule.Iteration iteration) {
    int before = iteration.index() - 1;
    return before < 0
        ? stepCosts(iteration, 0, 0)
        : stepCosts(iteration, common.queries().get(before), common.oodSamples().get(before));
  }

  /**
   * {@return what it costs to fold what is claimed of an iteration's word; nothing where nothing is
   * claimed of it yet}
   *
   * @param iteration the iteration
   * @param queries to the word before, 0 for the first
   * @param samples out of the domain of this word, 0 for the first
   */
  protected abstract Optional<CostPart> stepCosts(
      Schedule.Iteration iteration, long queries, long samples);

  @Override
  public final long batchSize() {
    return common.batchSize();
  }
}
