package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Condition;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Term;

/**
 * The errors of WHIR over the stacked matrix, by SWIRL's own accounting: each term is the largest
 * error of its kind over all rounds, each error is evaluated once and shared by the terms that take
 * it.
 */
final class WhirErrors {
  private static final String WHIR = "whir";

  private static final List<Citation> SOURCES = List.of(new Citation(Paper.SWIRL, "WHIR"));

  private final StackedWhir whir;
  private final BiasedGrinding muGrinding;
  private final BiasedGrinding foldingGrinding;
  private final BiasedGrinding queryGrinding;
  private final SwirlCodeBounds initial;
  private final List<Round> rounds = new ArrayList<>();

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
   */
  WhirErrors(StackedWhir whir) {
    this.whir = whir;
    BigInteger prime = whir.field().base().prime();
    muGrinding = BiasedGrinding.of(whir.muGrinding(), prime);
    foldingGrinding = BiasedGrinding.of(whir.foldingGrinding(), prime);
    queryGrinding = BiasedGrinding.of(whir.queryGrinding(), prime);
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
    rounds.add(round);
    String place = "(" + round.index + ")";
    Shared sumcheck = sumchecks.add("sumcheck" + place, round::sumcheck);
    for (int s = 1; s <= StackedWhir.FOLDS; s++) {
      String fold = "(" + round.index + "," + s + ")";
      Shared gap = gaps.add("gap" + fold, Formula.of(round::gap, s));
      folds.add("fold" + fold, new Sum(gap, sumcheck));
    }
    Shared miss = misses.add("query" + place, round::query);
    Shared gamma = gammas.add("batch" + place, round::gammaBatching);
    shifts.add("shift" + place, new Sum(miss, gamma));
    if (round.index < whir.queries().size() - 1) {
      samples.add("ood" + place, round::outOfDomain);
    }
  }

  /** That no query of a round hits a point where a far word disagrees, were there so many. */
  Formula missed(int round, long queries) {
    return Formula.of(rounds.get(round)::missed, queries);
  }

  /** That the claims of so many queries of a round, and of a sample, hold after batching alone. */
  Formula batched(int round, long queries) {
    return Formula.of(rounds.get(round)::batched, queries);
  }

  /** The term that is the largest sum of both. */
  String shiftTerm() {
    return shifts.name;
  }

  /** Whether a term is of queries, or takes in what is. */
  boolean isOfQueries(String term) {
    return Stream.of(WHIR, misses.name, gammas.name, shifts.name).anyMatch(term::equals);
  }

  /** The bounds of the stacked columns' code. */
  SwirlCodeBounds initial() {
    return initial;
  }

  /** That each code that is queried leaves a proximity parameter. */
  List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < whir.queries().size(); i++) {
      int mu = initial.rate().log2Inverse() + i * (StackedWhir.FOLDS - 1);
      String text = "α(" + mu + ") < 1";
      conditions.add(new Condition(text, whir.bounds(mu)::agreement, Numbers::one));
    }
    return conditions;
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
    return new Largest(WHIR, decisive.grindingBits, initial.sources(), errors);
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

  /**
   * Round i of WHIR, its errors as methods: four folds, each of which halves the degree; the
   * queries to the folded word; and a sample out of its domain, unless the round is the last.
   *
   * @param whir its parameters
   * @param index i, from 0
   * @param bounds of the codes of rate 2^-μ, which it folds
   * @param next of those that the next round starts with, of rate 2^-(μ + 3)
   * @param foldingGrinding before each fold's challenge
   * @param queryGrinding before the queries
   */
  private record Round(
      StackedWhir whir,
      int index,
      SwirlCodeBounds bounds,
      SwirlCodeBounds next,
      BiasedGrinding foldingGrinding,
      BiasedGrinding queryGrinding) {
    /** deg after the folds. */
    private int logDegree() {
      return whir.logHeight() - (index + 1) * StackedWhir.FOLDS;
    }

    /** F. */
    private <T extends Real<T>> T fieldSize(Numbers<T> x) {
      return x.named("F", whir.field().size());
    }

    /** prox·g: fold s, from 1, combines two halves of a word. */
    <T extends Real<T>> T gap(Numbers<T> x, int s) {
      int folded = logDegree() + StackedWhir.FOLDS - s;
      return foldingGrinding.ground(x, bounds.proximityGap(x, folded, 2, whir.field()));
    }

    /** 3·ℓ(μ)/F·g: for some codeword of the list, two round polynomials agree by chance. */
    <T extends Real<T>> T sumcheck(Numbers<T> x) {
      T lists = x.of(StackedWhir.SUMCHECK_DEGREE).times(bounds.listSize(x));
      return foldingGrinding.ground(x, lists.over(fieldSize(x)));
    }

    /** That of the queries that there are. */
    <T extends Real<T>> T query(Numbers<T> x) {
      return missed(x, whir.queries().get(index));
    }

    /** mass^t·g: no query hits a point where a far word disagrees. */
    <T extends Real<T>> T missed(Numbers<T> x, long queries) {
      T mass = x.let("mass(" + index + ")", mass(x));
      return queryGrinding.ground(x, x.power(mass, "t", queries));
    }

    /**
     * min(1, α·(1 − r/p) + min(α·2^q, r)/p): a query's q = deg + μ bits are the low ones of a base
     * field element, by which r = p mod 2^q points are likelier than the others; at worst the
     * agreement takes in all of them.
     */
    private <T extends Real<T>> T mass(Numbers<T> x) {
      BigInteger prime = whir.field().base().prime();
      BigInteger domain = BigInteger.ONE.shiftLeft(logDegree() + bounds.rate().log2Inverse());
      T p = x.named("p", Rational.of(prime));
      T r = x.named("r", Rational.of(prime.mod(domain)));
      T alpha = bounds.agreement(x);
      T evenly = alpha.times(x.one().minus(r.over(p)));
      T likelier = alpha.times(x.named("2^q", Rational.of(domain))).min(r).over(p);
      return x.one().min(evenly.plus(likelier));
    }

    /** That of the queries that there are. */
    <T extends Real<T>> T gammaBatching(Numbers<T> x) {
      return batched(x, whir.queries().get(index));
    }

    /**
     * (t + 1)·ℓ(μ')/F: for some codeword of the next list, the claims of t queries and of one
     * sample out of the domain hold after batching, and not before.
     */
    <T extends Real<T>> T batched(Numbers<T> x, long queries) {
      T claims = x.named("t", queries).plus(x.one());
      return claims.times(next.listSize(x)).over(fieldSize(x));
    }

    /** 2^(deg − 1)·ℓ(μ')²/F: two codewords of the next list agree there. */
    <T extends Real<T>> T outOfDomain(Numbers<T> x) {
      Rational halfDegree = Rational.powerOfTwo(logDegree() - 1);
      T squaredList = next.listSize(x).pow(2);
      return x.named("2^(deg−1)", halfDegree).times(squaredList).over(fieldSize(x));
    }
  }
}
