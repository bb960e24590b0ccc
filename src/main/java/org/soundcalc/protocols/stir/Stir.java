package org.soundcalc.protocols.stir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.model.Batching;
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
import org.soundcalc.protocols.code.CombinationError;
import org.soundcalc.protocols.schedule.Schedule;
import org.soundcalc.protocols.schedule.ScheduleSize;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.Commitment;

/**
 * STIR over a batch of functions [ACFY24 Lemma 5.4].
 *
 * @param common what WHIR has too
 * @param foldingGrinding bits of proof-of-work before the first folding challenge
 */
public record Stir(StirWhirParameters common, int foldingGrinding) implements Commitment {
  private static final Citation THEOREM = new Citation(Paper.ACFY24, "Lemma 5.4");

  /** The only fold of a term of its own: the others' errors are part of their shift's. */
  private static final String FOLD = "fold(i=0)";

  @Override
  public Field field() {
    return common.field();
  }

  @Override
  public Stir over(Field other) {
    return new Stir(common.over(other), foldingGrinding);
  }

  @Override
  public List<Key<Circuit, ?>> keysOfStark() {
    return StirFamily.OF_STARK;
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
    names.add(FOLD);
    for (int i = 1; i < common.schedule().size(); i++) {
      names.add(shift(i));
    }
    return names;
  }

  private static String shift(int i) {
    return "shift(i=" + i + ")";
  }

  /** Batching, the first fold, each iteration's step from the one before, the last queries. */
  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    Field field = field();
    List<Term> terms = new ArrayList<>();
    common.batching(bounds.get(0)).ifPresent(terms::add);
    terms.add(fold(bounds.get(0)));
    for (int i = 1; i < common.schedule().size(); i++) {
      List<Citation> sources = StirWhirParameters.sources(THEOREM, bounds.get(i));
      terms.add(ood(i, field, bounds.get(i), sources).of(i));
      terms.add(shift(i, bounds, sources).of(i));
    }
    terms.add(common.fin(bounds, THEOREM));
    return terms;
  }

  private Term fold(CodeBounds bounds) {
    Schedule.Iteration first = common.schedule().iteration(0);
    CombinationError error =
        new CombinationError(bounds, Batching.POWERS, first.factor(), first.foldedDimension());
    return Term.ground(FOLD, error, foldingGrinding, StirWhirParameters.sources(THEOREM, bounds));
  }

  private Term ood(int i, Field field, CodeBounds bounds, List<Citation> sources) {
    OodError error =
        new OodError(bounds, field, common.schedule().iteration(i), common.oodSamples().get(i - 1));
    return common.ood(i, error, sources);
  }

  private Term shift(int i, List<CodeBounds> bounds, List<Citation> sources) {
    ShiftError error =
        new ShiftError(
            bounds.get(i - 1),
            bounds.get(i),
            common.schedule().iteration(i),
            common.queries().get(i - 1),
            common.oodSamples().get(i - 1));
    return Term.ground(shift(i), error, common.grinding().queries().get(i - 1), sources);
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>(common.sitesBeforeQueries());
    sites.add(GrindingSite.of(FOLD, foldingGrinding, 1));
    sites.addAll(common.sitesOfQueries(Stir::shift));
    return sites;
  }

  @Override
  public Stir withoutGrinding() {
    return new Stir(common.withoutGrinding(), 0);
  }

  @Override
  public ProofSize size(int hashBits) {
    return ScheduleSize.of(common, hashBits);
  }
}
