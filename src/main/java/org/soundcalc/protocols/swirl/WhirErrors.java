package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Citation;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Term;

/**
 * The errors of WHIR over the stacked matrix, by SWIRL's own accounting: each term is the largest
 * error of its kind over all rounds, each error is evaluated once and shared by the terms that take
 * it.
 */
final class WhirErrors {
  private static final List<Citation> SOURCES = List.of(new Citation(Paper.SWIRL, "WHIR"));

  private final StackedWhir whir;
  private final BiasedGrinding muGrinding;
  private final BiasedGrinding foldingGrinding;
  private final BiasedGrinding queryGrinding;
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
   * The errors of all rounds.
   *
   * @param whir its parameters
   * @param queryBits of proof-of-work before each round's queries
   */
  WhirErrors(StackedWhir whir, long queryBits) {
    this.whir = whir;
    BigInteger prime = whir.field().base().prime();
    muGrinding = BiasedGrinding.of(whir.muGrinding(), prime);
    foldingGrinding = BiasedGrinding.of(whir.foldingGrinding(), prime);
    queryGrinding = BiasedGrinding.of(queryBits, prime);
    initial = whir.bounds((int) whir.logBlowup());
    batching = Largest.of("whir_mu_batching", muGrinding, initial.sources());
    gaps = Largest.of("whir_proximity_gaps", foldingGrinding, initial.sources());
    sumchecks = Largest.of("whir_sumcheck", foldingGrinding, SOURCES);
    folds = Largest.of("whir_fold_rbr", foldingGrinding, initial.sources());
    misses = Largest.of("whir_query", queryGrinding, SOURCES);
    gammas = Largest.of("whir_gamma_batching", BiasedGrinding.NONE, SOURCES);
    shifts = Largest.of("whir_shift_rbr", queryGrinding, SOURCES);
    samples = Largest.of("whir_ood_rbr", BiasedGrinding.NONE, SOURCES);
    if (whir.width() > 1) {
      batching.add("mu", this::batchingError);
    }
    SwirlCodeBounds bounds = initial;
    for (int i = 0; i < whir.queries().size(); i++) {
      SwirlCodeBounds next = whir.bounds(bounds.rate().log2Inverse() + StackedWhir.FOLDS - 1);
      add(new Round(whir, i, bounds, next, foldingGrinding, queryGrinding));
      bounds = next;
    }
  }

  /** prox·g: the columns are combined by powers of μ. */
  private <T extends Real<T>> T batchingError(Numbers<T> x) {
    T gap = initial.proximityGap(x, whir.logHeight(), whir.width(), whir.field());
    return muGrinding.ground(x, gap);
  }

  private void add(Round round) {
    Shared sumcheck = sumchecks.add("sumcheck(" + round.index() + ")", round::sumcheck);
    for (int s = 1; s <= StackedWhir.FOLDS; s++) {
      String place = "(" + round.index() + "," + s + ")";
      Shared gap = gaps.add("gap" + place, Formula.of(round::gap, s));
      folds.add("fold" + place, new Sum(gap, sumcheck));
    }
    String place = "(" + round.index() + ")";
    Shared miss = misses.add("query" + place, round::query);
    Shared gamma = gammas.add("batch" + place, round::gammaBatching);
    shifts.add("shift" + place, new Sum(miss, gamma));
    if (round.index() < whir.queries().size() - 1) {
      samples.add("ood" + place, round::outOfDomain);
    }
  }

  /** The bounds of the stacked columns' code. */
  SwirlCodeBounds initial() {
    return initial;
  }

  /** The terms, of which {@code whir} is the largest error of a round. */
  List<Term> terms() {
    return Stream.of(
            batching, largestOfAll(), gaps, sumchecks, folds, misses, gammas, shifts, samples)
        .filter(Largest::isAny)
        .map(Largest::term)
        .toList();
  }

  /** Its proof-of-work is that of the round that decides it: rounds are ground apart. */
  private Largest largestOfAll() {
    List<Largest> kinds =
        Stream.of(batching, folds, shifts, samples).filter(Largest::isAny).toList();
    Largest decisive =
        kinds.stream().reduce((a, b) -> Certified.visiblyLarger(b, a) ? b : a).orElseThrow();
    List<Shared> errors = kinds.stream().flatMap(kind -> kind.errors.stream()).toList();
    return new Largest("whir", decisive.grindingBits, initial.sources(), errors);
  }

  /** Where the prover does proof-of-work. */
  List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>();
    int rounds = whir.queries().size();
    if (whir.width() > 1) {
      sites.add(muGrinding.site("whir_mu_batching", 1));
    }
    sites.add(foldingGrinding.site("whir_fold_rbr", (long) StackedWhir.FOLDS * rounds));
    sites.add(queryGrinding.site("whir_query", rounds));
    return sites;
  }

  /** The largest of the errors of one kind: round-by-round soundness is that of the worst round. */
  private record Largest(String name, int grindingBits, List<Citation> sources, List<Shared> errors)
      implements Formula {
    static Largest of(String name, BiasedGrinding grinding, List<Citation> sources) {
      return new Largest(name, grinding.bits(), sources, new ArrayList<>());
    }

    /** Adds an error under a symbol of its own, by which the maximum can be read. */
    Shared add(String symbol, Formula error) {
      Shared shared = new Shared(new Named(symbol, error));
      errors.add(shared);
      return shared;
    }

    boolean isAny() {
      return !errors.isEmpty();
    }

    Term term() {
      return new Term(name, this, grindingBits, sources);
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
