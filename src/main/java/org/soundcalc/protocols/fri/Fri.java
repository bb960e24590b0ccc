package org.soundcalc.protocols.fri;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Batching;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Paper;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.QueryPhase;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Term;
import org.soundcalc.protocols.code.CombinationError;
import org.soundcalc.protocols.code.QueryError;
import org.soundcalc.protocols.stark.Commitment;

/**
 * FRI over a batch of functions.
 *
 * @param rate ρ
 * @param length N, the committed code's dimension, a power of two
 * @param batchSize B, the functions that are batched, ≥ 1
 * @param mode how they are batched
 * @param queries t, ≥ 1
 * @param schedule how the code is folded
 * @param grinding bits of proof-of-work
 */
public record Fri(
    Rate rate,
    long length,
    long batchSize,
    Batching mode,
    long queries,
    FoldingSchedule schedule,
    FriGrinding grinding)
    implements Commitment {
  private static final String BATCHING = "batching";
  private static final String QUERY_PHASE = "query phase";
  private static final List<Citation> FRI_SOURCES =
      List.of(new Citation(Paper.HA22, "FRI soundness"));

  @Override
  public List<Rate> rates() {
    return List.of(rate);
  }

  /** N. */
  @Override
  public Rational dimension() {
    return Rational.of(length);
  }

  /** log2 of the evaluation domain's size N/ρ. */
  public int logDomain() {
    return Long.numberOfTrailingZeros(length) + rate.log2Inverse();
  }

  @Override
  public Set<String> termNames() {
    Set<String> names = new HashSet<>(Set.of(BATCHING, QUERY_PHASE));
    for (int i = 1; i <= schedule.factors().size(); i++) {
      names.add(commitRound(i));
    }
    return names;
  }

  private static String commitRound(int round) {
    return "commit round " + round;
  }

  /** Batching, every fold, the queries. */
  @Override
  public List<Term> terms(Field field, List<CodeBounds> allBounds) {
    CodeBounds bounds = allBounds.get(0);
    List<Term> terms = new ArrayList<>(schedule.factors().size() + 2);
    if (batchSize > 1) {
      terms.add(
          Term.ground(
              BATCHING,
              new CombinationError(bounds, mode, batchSize, dimension()),
              grinding.batching(),
              bounds.sources()));
    }
    for (int i = 0; i < schedule.factors().size(); i++) {
      long factor = schedule.factors().get(i);
      Rational folded = schedule.dimensions().get(i);
      terms.add(
          Term.ground(
              commitRound(i + 1),
              new CombinationError(bounds, Batching.POWERS, factor, folded),
              grinding.commit(),
              bounds.sources()));
    }
    terms.add(
        Term.ground(
            QUERY_PHASE,
            new QueryError(bounds, queries),
            grinding.query(),
            Citation.union(FRI_SOURCES, bounds.sources())));
    return terms;
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>();
    if (batchSize > 1) {
      sites.add(GrindingSite.of(BATCHING, grinding.batching(), 1));
    }
    int rounds = schedule.factors().size();
    if (rounds > 0) {
      sites.add(GrindingSite.of("commit rounds", grinding.commit(), rounds));
    }
    sites.add(GrindingSite.of(QUERY_PHASE, grinding.query(), 1));
    return sites;
  }

  @Override
  public Fri withoutGrinding() {
    return new Fri(rate, length, batchSize, mode, queries, schedule, FriGrinding.NONE);
  }

  @Override
  public Optional<QueryPhase> queryPhase() {
    return Optional.of(new QueryPhase(rate, queries, grinding.query()));
  }

  @Override
  public ProofSize size(CircuitId id) {
    return FriSize.of(this, id);
  }
}
