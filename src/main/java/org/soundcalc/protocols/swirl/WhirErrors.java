package org.soundcalc.protocols.swirl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Field;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Term;

/** The errors of all rounds of SWIRL's WHIR, each formula made once and shared by the terms. */
final class WhirErrors {
  private static final List<Citation> SOURCES = List.of(new Citation(Paper.SWIRL, "WHIR"));

  private final Field field;
  private final SwirlGrinding grinding;
  private final List<Shared> batching = new ArrayList<>();
  private final List<Shared> gaps = new ArrayList<>();
  private final List<Shared> sumchecks = new ArrayList<>();
  private final List<Shared> folds = new ArrayList<>();
  private final List<Shared> queries = new ArrayList<>();
  private final List<Shared> gammas = new ArrayList<>();
  private final List<Shared> shifts = new ArrayList<>();
  private final List<Shared> samples = new ArrayList<>();

  /**
   * The errors of these rounds.
   *
   * @param stack what is opened
   * @param initial the bounds of the stacked columns' code
   * @param rounds {@linkplain Round#schedule in their order}
   * @param field of the challenges
   * @param grinding before each of them
   */
  WhirErrors(
      Stack stack,
      SwirlCodeBounds initial,
      List<Round> rounds,
      Field field,
      SwirlGrinding grinding) {
    this.field = field;
    this.grinding = grinding;
    if (stack.width() > 1) {
      FoldedCode code = FoldedCode.of(stack.logHeight(), stack.logBlowup(), initial);
      batching.add(named("mu", new ProximityGapError(code, stack.width(), field, grinding.mu())));
    }
    rounds.forEach(this::addFolds);
    rounds.forEach(this::addQueries);
  }

  private void addFolds(Round round) {
    Shared sumcheck =
        named(
            "sumcheck(" + round.index() + ")",
            new SumcheckError(round.proximity(), field, grinding.folding()));
    sumchecks.add(sumcheck);
    for (int s = 1; s <= round.folds().size(); s++) {
      String place = "(" + round.index() + "," + s + ")";
      FoldedCode code = round.folds().get(s - 1);
      Shared gap = named("gap" + place, new ProximityGapError(code, 2, field, grinding.folding()));
      gaps.add(gap);
      folds.add(named("fold" + place, new Sum(gap, sumcheck)));
    }
  }

  private void addQueries(Round round) {
    String place = "(" + round.index() + ")";
    Shared query =
        named("query" + place, QueryMissError.of(round, field.base().prime(), grinding.query()));
    Shared batch = named("batch" + place, new GammaBatchingError(round, field));
    queries.add(query);
    gammas.add(batch);
    shifts.add(named("shift" + place, new Sum(query, batch)));
    if (!round.last()) {
      samples.add(named("ood" + place, OutOfDomainError.of(round, field)));
    }
  }

  private static Shared named(String symbol, Formula error) {
    return new Shared(new Named(symbol, error));
  }

  /**
   * WHIR's terms: each the maximum over rounds, {@code whir} the maximum of them all.
   *
   * @param gapSources where the errors of combinations are proven
   */
  List<Term> terms(List<Citation> gapSources) {
    List<Term> terms = new ArrayList<>();
    add(terms, "whir_mu_batching", batching, grinding.mu().bits(), gapSources);
    add(terms, "whir", all(), grindingOfLargest(), gapSources);
    add(terms, "whir_proximity_gaps", gaps, grinding.folding().bits(), gapSources);
    add(terms, "whir_sumcheck", sumchecks, grinding.folding().bits(), SOURCES);
    add(terms, "whir_fold_rbr", folds, grinding.folding().bits(), gapSources);
    add(terms, "whir_query", queries, grinding.query().bits(), SOURCES);
    add(terms, "whir_gamma_batching", gammas, 0, SOURCES);
    add(terms, "whir_shift_rbr", shifts, grinding.query().bits(), SOURCES);
    add(terms, "whir_ood_rbr", samples, 0, SOURCES);
    return terms;
  }

  /** The proof-of-work in the round that decides {@code whir}: rounds are ground apart. */
  private int grindingOfLargest() {
    return Stream.of(
            new Ground(batching, grinding.mu().bits()),
            new Ground(folds, grinding.folding().bits()),
            new Ground(shifts, grinding.query().bits()),
            new Ground(samples, 0))
        .filter(ground -> !ground.errors().isEmpty())
        .reduce((a, b) -> Certified.visiblyLarger(b.largest(), a.largest()) ? b : a)
        .map(Ground::bits)
        .orElse(0);
  }

  private record Ground(List<Shared> errors, int bits) {
    private Formula largest() {
      return new Maximum(List.copyOf(errors));
    }
  }

  private List<Shared> all() {
    List<Shared> all = new ArrayList<>(batching);
    all.addAll(folds);
    all.addAll(shifts);
    all.addAll(samples);
    return all;
  }

  private static void add(
      List<Term> terms,
      String name,
      List<Shared> errors,
      int grindingBits,
      List<Citation> sources) {
    if (!errors.isEmpty()) {
      terms.add(new Term(name, new Maximum(List.copyOf(errors)), grindingBits, sources));
    }
  }
}
