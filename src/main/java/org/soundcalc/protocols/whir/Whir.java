package org.soundcalc.protocols.whir;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Paper;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.Key;
import org.soundcalc.protocols.schedule.ScheduleSize;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.Commitment;

/**
 * WHIR over a batch of functions [ACFY24b Thm 5.2]. The theorem asks for mutual correlated
 * agreement, which [BCHKS25] proves for the codes and proximity parameters of both proven regimes.
 *
 * @param common what STIR has too
 * @param constraintDegree d, of the polynomial under the sumcheck, ≥ 3
 * @param folds the κ_i folds of each iteration i
 */
public record Whir(StirWhirParameters common, long constraintDegree, List<List<Fold>> folds)
    implements Commitment {
  private static final Citation THEOREM = new Citation(Paper.ACFY24B, "Thm 5.2");

  /**
   * WHIR with the folds of its schedule.
   *
   * @param foldingGrinding from i and s ≥ 1 to the bits of proof-of-work before fold s of iteration
   *     i
   */
  public static Whir of(
      StirWhirParameters common, long constraintDegree, IntBinaryOperator foldingGrinding) {
    return new Whir(common, constraintDegree, Fold.of(common.schedule(), foldingGrinding));
  }

  @Override
  public Field field() {
    return common.field();
  }

  @Override
  public Whir over(Field other) {
    return new Whir(common.over(other), constraintDegree, folds);
  }

  @Override
  public List<Key<Circuit, ?>> keysOfStark() {
    return WhirFamily.OF_STARK;
  }

  @Override
  public List<Code> codes() {
    return common.codes();
  }

  @Override
  public int logDimension() {
    return common.schedule().iteration(0).logDegree();
  }

  @Override
  public Set<String> termNames() {
    Set<String> names = new HashSet<>(common.termNames());
    for (int i = 1; i < folds.size(); i++) {
      names.add(shift(i));
    }
    folds.forEach(iteration -> iteration.forEach(fold -> names.add(fold.name())));
    return names;
  }

  private static String shift(int i) {
    return "Shift(i=" + i + ")";
  }

  /** Batching; each iteration's step from the one before, and its folds; the last queries. */
  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    Field field = field();
    List<Term> terms = new ArrayList<>();
    common.batching(bounds.get(0)).ifPresent(terms::add);
    for (int i = 0; i < folds.size(); i++) {
      List<Citation> sources = StirWhirParameters.sources(THEOREM, bounds.get(i));
      if (i > 0) {
        terms.add(ood(i, field, bounds.get(i), sources).of(i));
        terms.add(shift(i, field, bounds, sources).of(i));
      }
      for (Fold fold : folds.get(i)) {
        terms.add(fold(fold, field, bounds.get(i), sources).of(i));
      }
    }
    terms.add(common.fin(bounds, THEOREM));
    return terms;
  }

  private Term ood(int i, Field field, CodeBounds bounds, List<Citation> sources) {
    Rational dimension = common.schedule().dimension(i, 0);
    return common.ood(
        i, new OodError(bounds, field, dimension, common.oodSamples().get(i - 1)), sources);
  }

  private Term shift(int i, Field field, List<CodeBounds> bounds, List<Citation> sources) {
    ShiftError error =
        new ShiftError(
            bounds.get(i - 1),
            bounds.get(i),
            field,
            common.schedule().dimension(i, 0),
            common.queries().get(i - 1),
            common.oodSamples().get(i - 1));
    return Term.ground(shift(i), error, common.grinding().queries().get(i - 1), sources);
  }

  private Term fold(Fold fold, Field field, CodeBounds bounds, List<Citation> sources) {
    FoldError error = new FoldError(bounds, field, constraintDegree, fold);
    return Term.ground(fold.name(), error, fold.grindingBits(), sources);
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>(common.sitesBeforeQueries());
    for (List<Fold> iteration : folds) {
      iteration.forEach(fold -> sites.add(GrindingSite.of(fold.name(), fold.grindingBits(), 1)));
    }
    sites.addAll(common.sitesOfQueries(Whir::shift));
    return sites;
  }

  @Override
  public Whir withoutGrinding() {
    List<List<Fold>> bare =
        folds.stream()
            .map(iteration -> iteration.stream().map(Fold::withoutGrinding).toList())
            .toList();
    return new Whir(common.withoutGrinding(), constraintDegree, bare);
  }

  @Override
  public ProofSize size(int hashBits) {
    return ScheduleSize.of(common, hashBits).plus(sumcheck(field()));
  }

  /** d − 1 elements for each fold. */
  private ProofSize sumcheck(Field field) {
    long challenges = folds.stream().mapToLong(List::size).sum();
    return ProofSize.exactly(
        BigInteger.valueOf(constraintDegree - 1)
            .multiply(BigInteger.valueOf(challenges * field.extensionBits())));
  }
}
