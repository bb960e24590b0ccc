package org.soundcalc.protocols.schedule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.soundcalc.math.FormulaOf;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.merkle.MerkleOpenings;
import org.soundcalc.protocols.stark.Commitment;

/**
 * A commitment that goes from code to code, each queried at points of the one before: STIR or WHIR.
 * What both have is here; what their iterations cost is their own.
 */
public interface IteratedCommitment extends Commitment {
  /** The name of the term of batching. */
  String BATCHING = "batching";

  /** The name of the term of the last queries. */
  String FIN = "fin";

  /** The parameters that both have. */
  StirWhirParameters common();

  /** Where its errors are from. */
  List<Citation> theorem();

  /** The name of the term of the step to iteration i ≥ 1. */
  String shift(int i);

  /** The folds of an iteration that have terms of their own. */
  List<Fold> folds(Schedule.Iteration iteration);

  /** That two codewords of a list agree at every out-of-domain sample. */
  <T extends Real<T>> T oodError(Numbers<T> x, Step step);

  /** That a step leads from a far word to a close one. */
  <T extends Real<T>> T shiftError(Numbers<T> x, Step step);

  /**
   * A fold with a term of its own.
   *
   * @param name of its term
   * @param error without its grinding
   * @param grindingBits bits of proof-of-work before its challenge
   */
  record Fold(String name, FormulaOf<Stage> error, long grindingBits) {}

  /**
   * An iteration under a regime.
   *
   * @param field where challenges are drawn
   * @param iteration its codes
   * @param bounds what the regime says of them
   */
  record Stage(Field field, Schedule.Iteration iteration, CodeBounds bounds) {
    /** F. */
    public <T extends Real<T>> T fieldSize(Numbers<T> x) {
      return x.named("F", field.size());
    }

    /** ℓ of the code before its folds. */
    public <T extends Real<T>> T listSize(Numbers<T> x) {
      return x.let("ℓ", bounds.listSize(x, iteration.dimension()));
    }

    /** ℓ²/2: how many pairs of codewords a list has, at most. */
    public <T extends Real<T>> T pairs(Numbers<T> x) {
      return listSize(x).pow(2).over(x.of(2));
    }
  }

  /**
   * The step to an iteration from the one before.
   *
   * @param to the iteration
   * @param from the bounds of the one before
   * @param queries t to the word before, ≥ 1
   * @param samples out of the domain, ≥ 0
   */
  record Step(Stage to, CodeBounds from, long queries, long samples) {
    /** What the regime says of the codes that it leads to. */
    public CodeBounds bounds() {
      return to.bounds;
    }

    /** (1 − δ)^t: no query hits a point where the word before disagrees. */
    public <T extends Real<T>> T queryError(Numbers<T> x) {
      return IteratedCommitment.queryError(x, from, queries);
    }
  }

  private static <T extends Real<T>> T queryError(Numbers<T> x, CodeBounds code, long queries) {
    return x.power(x.let("1 − δ", code.agreement(x)), "t", queries);
  }

  private static String ood(int i) {
    return "OOD(i=" + i + ")";
  }

  @Override
  default Field field() {
    return common().field();
  }

  @Override
  default List<Code> codes() {
    return common().schedule().iterations().stream()
        .map(iteration -> new Code(field(), iteration.rate(), common().gap()))
        .toList();
  }

  @Override
  default int logDimension() {
    return (int) common().logDegree();
  }

  @Override
  default boolean hasTerm(String name) {
    return termNames().contains(name);
  }

  /** The names of all its terms. */
  default Set<String> termNames() {
    Set<String> names = new HashSet<>(Set.of(BATCHING, FIN));
    for (Schedule.Iteration iteration : common().schedule().iterations()) {
      if (iteration.index() > 0) {
        names.add(ood(iteration.index()));
        names.add(shift(iteration.index()));
      }
      folds(iteration).forEach(fold -> names.add(fold.name()));
    }
    return names;
  }

  /** Batching; each iteration's step from the one before, and its folds; the last queries. */
  @Override
  default List<Term> terms(List<CodeBounds> bounds) {
    StirWhirParameters common = common();
    List<Term> terms = new ArrayList<>();
    CodeBounds first = bounds.get(0);
    if (common.batchSize() > 1) {
      long grinding = common.grindingBatching();
      terms.add(Term.ground(BATCHING, this::batchingError, first, first, grinding, List.of()));
    }
    for (Schedule.Iteration iteration : common.schedule().iterations()) {
      int i = iteration.index();
      Stage stage = new Stage(common.field(), iteration, bounds.get(i));
      if (i > 0) {
        addStep(stage, bounds.get(i - 1), terms);
      }
      for (Fold fold : folds(iteration)) {
        terms.add(
            Term.ground(
                    fold.name(),
                    fold.error(),
                    stage,
                    stage.bounds(),
                    fold.grindingBits(),
                    theorem())
                .of(i));
      }
    }
    int last = bounds.size() - 1;
    CodeBounds code = bounds.get(last);
    long grinding = common.grindingQueries().get(last);
    terms.add(Term.ground(FIN, this::lastQueryError, code, code, grinding, theorem()).of(last));
    return terms;
  }

  private void addStep(Stage to, CodeBounds from, List<Term> terms) {
    StirWhirParameters common = common();
    int i = to.iteration.index();
    Step step = new Step(to, from, common.queries().get(i - 1), common.oodSamples().get(i - 1));
    long oodGrinding = common.grindingOod().get(i - 1);
    long queryGrinding = common.grindingQueries().get(i - 1);
    terms.add(
        Term.ground(ood(i), this::oodError, step, step.bounds(), oodGrinding, theorem()).of(i));
    terms.add(
        Term.ground(shift(i), this::shiftError, step, step.bounds(), queryGrinding, theorem())
            .of(i));
  }

  /** The cost of combining B functions. */
  private <T extends Real<T>> T batchingError(Numbers<T> x, CodeBounds code) {
    return code.batchingError(x, common().mode(), common().batchSize(), dimension());
  }

  private <T extends Real<T>> T lastQueryError(Numbers<T> x, CodeBounds code) {
    List<Long> queries = common().queries();
    return queryError(x, code, queries.get(queries.size() - 1));
  }

  @Override
  default List<GrindingSite> grindingSites() {
    StirWhirParameters common = common();
    List<GrindingSite> sites = new ArrayList<>();
    if (common.batchSize() > 1) {
      sites.add(GrindingSite.of(BATCHING, common.grindingBatching(), 1));
    }
    for (int i = 1; i < common.iterations(); i++) {
      sites.add(GrindingSite.of(ood(i), common.grindingOod().get(i - 1), 1));
    }
    for (Schedule.Iteration iteration : common.schedule().iterations()) {
      folds(iteration)
          .forEach(fold -> sites.add(GrindingSite.of(fold.name(), fold.grindingBits(), 1)));
    }
    for (int i = 0; i < common.iterations(); i++) {
      String term = i + 1 < common.iterations() ? shift(i + 1) : FIN;
      sites.add(GrindingSite.of(term, common.grindingQueries().get(i), 1));
    }
    return sites;
  }

  /** A root and openings for each iteration, the answers out of domain, the last polynomial. */
  @Override
  default ProofSize size(int hashBits) {
    Schedule schedule = common().schedule();
    BigInteger elementBits = BigInteger.valueOf(field().extensionBits());
    long answers = common().oodSamples().stream().mapToLong(Long::longValue).sum();
    ProofSize size =
        ProofSize.exactly(hashBits * common().iterations())
            .plus(ProofSize.exactly(elementBits.multiply(BigInteger.valueOf(answers))))
            .plus(ProofSize.exactly(elementBits.shiftLeft(schedule.logFinalDegree())));
    Map<Long, MerkleOpenings> trees = new HashMap<>();
    for (Schedule.Iteration iteration : schedule.iterations()) {
      long queries = common().queries().get(iteration.index());
      MerkleOpenings openings =
          trees.computeIfAbsent(queries, t -> deepestTree(t, schedule, hashBits));
      size = size.plus(openings(iteration, openings));
    }
    return size;
  }

  /** Openings of every tree that takes so many; sibling counts are summed once for all of them. */
  private MerkleOpenings deepestTree(long queries, Schedule schedule, int hashBits) {
    int depth =
        schedule.iterations().stream()
            .filter(iteration -> common().queries().get(iteration.index()) == queries)
            .mapToInt(Schedule.Iteration::logFoldedDomain)
            .max()
            .orElseThrow();
    return new MerkleOpenings(queries, hashBits, depth);
  }

  /** Leaves of 2^κ_i values: of all B functions, over the base field, in iteration 0. */
  private ProofSize openings(Schedule.Iteration iteration, MerkleOpenings openings) {
    boolean first = iteration.index() == 0;
    BigInteger words = BigInteger.valueOf(first ? common().batchSize() : 1);
    int elementBits = first ? field().baseBits() : field().extensionBits();
    return openings.size(
        iteration.logFoldedDomain(), words.shiftLeft(iteration.logFactor()), elementBits);
  }
}
