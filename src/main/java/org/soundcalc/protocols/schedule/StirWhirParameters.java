package org.soundcalc.protocols.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.code.CombinationError;
import org.soundcalc.protocols.code.QueryError;

/**
 * The parameters that STIR and WHIR share, and the rounds that both have.
 *
 * @param field where challenges are drawn
 * @param schedule the codes of its M iterations
 * @param batchSize B, the functions that are batched, ≥ 1
 * @param mode how they are batched
 * @param queries t_0, ..., t_(M−1), each ≥ 1
 * @param oodSamples the out-of-domain samples after each iteration but the last, M − 1 entries
 * @param gap the distance to the Johnson radius, where it is pinned
 * @param grinding bits of proof-of-work
 */
public record StirWhirParameters(
    Field field,
    Schedule schedule,
    long batchSize,
    Batching mode,
    List<Long> queries,
    List<Long> oodSamples,
    Optional<Rational> gap,
    ScheduleGrinding grinding) {
  private static final String BATCHING = "batching";
  private static final String FIN = "fin";

  /** The term of batching; none where there is nothing to batch. */
  public Optional<Term> batching(CodeBounds bounds) {
    if (batchSize == 1) {
      return Optional.empty();
    }
    Formula error = new CombinationError(bounds, mode, batchSize, schedule.dimension(0, 0));
    return Optional.of(Term.ground(BATCHING, error, grinding.batching(), bounds.sources()));
  }

  /**
   * The term of the out-of-domain samples before iteration i ≥ 1.
   *
   * @param error its error, which is the proof system's own
   */
  public Term ood(int i, Formula error, List<Citation> sources) {
    return Term.ground(ood(i), error, grinding.ood().get(i - 1), sources);
  }

  /** The term of the last iteration's queries. */
  public Term fin(List<CodeBounds> bounds, Citation theorem) {
    int last = schedule.size() - 1;
    return Term.ground(
            FIN,
            new QueryError(bounds.get(last), queries.get(last)),
            grinding.queries().get(last),
            sources(theorem, bounds.get(last)))
        .of(last);
  }

  /** The sites of the rounds above that come before the queries. */
  public List<GrindingSite> sitesBeforeQueries() {
    List<GrindingSite> sites = new ArrayList<>();
    if (batchSize > 1) {
      sites.add(GrindingSite.of(BATCHING, grinding.batching(), 1));
    }
    for (int i = 1; i < schedule.size(); i++) {
      sites.add(GrindingSite.of(ood(i), grinding.ood().get(i - 1), 1));
    }
    return sites;
  }

  /**
   * The sites of the queries of each iteration, named as the terms that they grind.
   *
   * @param shift what the term of a shift is called
   */
  public List<GrindingSite> sitesOfQueries(IntFunction<String> shift) {
    List<GrindingSite> sites = new ArrayList<>();
    for (int i = 0; i < schedule.size(); i++) {
      String term = i + 1 < schedule.size() ? shift.apply(i + 1) : FIN;
      sites.add(GrindingSite.of(term, grinding.queries().get(i), 1));
    }
    return sites;
  }

  /** The same without any proof-of-work. */
  public StirWhirParameters withoutGrinding() {
    return new StirWhirParameters(
        field, schedule, batchSize, mode, queries, oodSamples, gap, grinding.none());
  }

  /** The same over another field. */
  public StirWhirParameters over(Field other) {
    return new StirWhirParameters(
        other, schedule, batchSize, mode, queries, oodSamples, gap, grinding);
  }

  /** Its codes, one for each iteration. */
  public List<Code> codes() {
    return schedule.rates().stream().map(rate -> new Code(field, rate, gap)).toList();
  }

  /** The names of the terms above. */
  public Set<String> termNames() {
    Set<String> names = new TreeSet<>(List.of(BATCHING, FIN));
    for (int i = 1; i < schedule.size(); i++) {
      names.add(ood(i));
    }
    return names;
  }

  /** Where an error is from that rests on a theorem and on what a regime says of a code. */
  public static List<Citation> sources(Citation theorem, CodeBounds bounds) {
    return Stream.concat(Stream.of(theorem), bounds.sources().stream()).toList();
  }

  private static String ood(int i) {
    return "OOD(i=" + i + ")";
  }
}
