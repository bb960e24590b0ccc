package org.soundcalc.protocols.swirl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Term;

/**
 * WHIR over the stacked matrix, by SWIRL's own accounting: each term is the largest error of its
 * kind over all rounds, each error is evaluated once and shared by the terms that take it.
 */
final class StackedWhir {
  private static final List<Citation> SOURCES = List.of(new Citation(Paper.SWIRL, "WHIR"));

  private final Stack stack;
  private final ConfiguredRegime regime;
  private final List<Long> queries;
  private final Field field;
  private final SwirlGrinding grinding;
  private final SwirlCodeBounds initial;

  private final Largest batching;
  private final Largest gaps;
  private final Largest sumchecks;
  private final Largest folds;
  private final Largest misses;
  private final Largest gammas;
  private final Largest shifts;
  private final Largest samples;

  /**
   * WHIR of as many rounds as there are queries.
   *
   * @param stack what is opened
   * @param regime that it is configured for
   * @param queries t_0, ..., t_(M−1), at least one, each ≥ 1; 4M is at most log2 of the rows
   * @param field of the challenges
   * @param grinding before each of them
   */
  StackedWhir(
      Stack stack,
      ConfiguredRegime regime,
      List<Long> queries,
      Field field,
      SwirlGrinding grinding) {
    this.stack = stack;
    this.regime = regime;
    this.queries = List.copyOf(queries);
    this.field = field;
    this.grinding = grinding;
    initial = regime.at(Rate.ofLog2Inverse(stack.logBlowup()));
    batching = new Largest(grinding.mu().bits());
    gaps = new Largest(grinding.folding().bits());
    sumchecks = new Largest(grinding.folding().bits());
    folds = new Largest(grinding.folding().bits());
    misses = new Largest(grinding.query().bits());
    gammas = new Largest(0);
    shifts = new Largest(grinding.query().bits());
    samples = new Largest(0);
    if (stack.width() > 1) {
      addBatching();
    }
    SwirlCodeBounds bounds = initial;
    for (int i = 0; i < queries.size(); i++) {
      int logDegree = stack.logHeight() - i * Round.FOLDS;
      int logInverseRate = stack.logBlowup() + i * (Round.FOLDS - 1);
      SwirlCodeBounds next = regime.at(Rate.ofLog2Inverse(logInverseRate + Round.FOLDS - 1));
      add(new Round(i, logDegree, logInverseRate, bounds, next, queries.get(i), field, grinding));
      bounds = next;
    }
  }

  /** The columns are combined by powers of μ. */
  private void addBatching() {
    batching.add(
        "mu",
        new ProximityGap(
            initial, stack.logHeight(), stack.logBlowup(), stack.width(), field, grinding.mu()));
  }

  private void add(Round round) {
    Shared sumcheck = sumchecks.add("sumcheck(" + round.index() + ")", round::sumcheck);
    for (int s = 1; s <= Round.FOLDS; s++) {
      String place = "(" + round.index() + "," + s + ")";
      Shared gap = gaps.add("gap" + place, round.gap(s));
      folds.add("fold" + place, new Sum(gap, sumcheck));
    }
    String place = "(" + round.index() + ")";
    Shared miss = misses.add("query" + place, round::query);
    Shared gamma = gammas.add("batch" + place, round::gammaBatching);
    shifts.add("shift" + place, new Sum(miss, gamma));
    if (round.index() < queries.size() - 1) {
      samples.add("ood" + place, round::outOfDomain);
    }
  }

  /** What is opened. */
  Stack stack() {
    return stack;
  }

  /** The regime that it is configured for. */
  ConfiguredRegime regime() {
    return regime;
  }

  /** t_0, ..., t_(M−1). */
  List<Long> queries() {
    return queries;
  }

  /** The bounds of the stacked columns' code. */
  SwirlCodeBounds initial() {
    return initial;
  }

  /** The same with other proof-of-work. */
  StackedWhir with(SwirlGrinding other) {
    return new StackedWhir(stack, regime, queries, field, other);
  }

  /** The terms, of which {@code whir} is the largest error of a round. */
  List<Term> terms() {
    List<Citation> gapSources = initial.sources();
    return Stream.of(
            batching.term("whir_mu_batching", gapSources),
            largestOfAll().term("whir", gapSources),
            gaps.term("whir_proximity_gaps", gapSources),
            sumchecks.term("whir_sumcheck", SOURCES),
            folds.term("whir_fold_rbr", gapSources),
            misses.term("whir_query", SOURCES),
            gammas.term("whir_gamma_batching", SOURCES),
            shifts.term("whir_shift_rbr", SOURCES),
            samples.term("whir_ood_rbr", SOURCES))
        .flatMap(List::stream)
        .toList();
  }

  /** Its proof-of-work is that of the round that decides it: rounds are ground apart. */
  private Largest largestOfAll() {
    List<Largest> rounds =
        Stream.of(batching, folds, shifts, samples).filter(kind -> !kind.isEmpty()).toList();
    Largest decisive =
        rounds.stream().reduce((a, b) -> Certified.visiblyLarger(b, a) ? b : a).orElseThrow();
    Largest all = new Largest(decisive.grindingBits);
    rounds.forEach(kind -> all.errors.addAll(kind.errors));
    return all;
  }

  /** Where the prover does proof-of-work. */
  List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>();
    if (stack.width() > 1) {
      sites.add(grinding.mu().site("whir_mu_batching", 1));
    }
    sites.add(grinding.folding().site("whir_fold_rbr", (long) Round.FOLDS * queries.size()));
    sites.add(grinding.query().site("whir_query", queries.size()));
    return sites;
  }

  /** The largest of the errors of one kind: round-by-round soundness is that of the worst round. */
  private static final class Largest implements Formula {
    private final int grindingBits;
    private final List<Shared> errors = new ArrayList<>();

    Largest(int grindingBits) {
      this.grindingBits = grindingBits;
    }

    /** Adds an error under a symbol of its own, by which the maximum can be read. */
    Shared add(String symbol, Formula error) {
      Shared shared = new Shared(new Named(symbol, error));
      errors.add(shared);
      return shared;
    }

    boolean isEmpty() {
      return errors.isEmpty();
    }

    /** Its term, or none where there is nothing of the kind. */
    List<Term> term(String name, List<Citation> sources) {
      return isEmpty() ? List.of() : List.of(new Term(name, this, grindingBits, sources));
    }

    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T largest = x.of(errors.get(0));
      for (Shared error : errors.subList(1, errors.size())) {
        largest = largest.max(x.of(error));
      }
      return largest;
    }
  }

  private record Named(String symbol, Formula error) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.let(symbol, error.evaluate(x));
    }
  }

  /** The error of a round that fails in either of two ways. */
  private record Sum(Shared first, Shared second) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(first).plus(x.of(second));
    }
  }
}
