package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.RoundsDesign;

/** What the rounds of a circuit need at least, with as many of them as it has, under one regime. */
final class RoundsErrors {
  private final Circuit circuit;
  private final Regime regime;
  private final Aim aim;
  private final Findings findings;
  private final Multiplicities multiplicities;
  private final Sites.Site queriesSite;
  private final List<Sites.Site> otherSites;
  private final List<List<Long>> queries;

  /** The error of a round's queries, its two parts of the same circuit or not. */
  private record Shift(Formula missed, Formula batched) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return missed.evaluate(x).plus(batched.evaluate(x));
    }
  }

  RoundsErrors(
      Circuit circuit,
      Space space,
      Aim aim,
      Findings findings,
      Regime regime,
      Multiplicities multiplicities) {
    this.circuit = circuit;
    this.regime = regime;
    this.aim = aim;
    this.findings = findings;
    this.multiplicities = multiplicities;
    RoundsDesign design = circuit.roundsDesign().orElseThrow();
    Sites sites = new Sites(circuit, space);
    String label = design.grindingQueriesKey().label();
    this.queriesSite = sites.of(design.grindingQueriesKey()).orElseThrow();
    this.otherSites =
        sites.all().stream().filter(site -> !site.key().label().equals(label)).toList();
    this.queries = new ArrayList<>();
    for (long now : design.queriesKey().get(circuit)) {
      queries.add(
          space.moves(design.queriesKey())
              ? space.entries(design.queriesKey()).stream().sorted().toList()
              : List.of(now));
    }
  }

  Multiplicities multiplicities() {
    return multiplicities;
  }

  Sites.Site queriesSite() {
    return queriesSite;
  }

  /** At a multiplicity, with so much proof-of-work before queries, and the most elsewhere. */
  Circuit at(long number, long ofQueries) {
    Circuit some = queriesSite.key().with(multiplicities.with(circuit, number), ofQueries);
    for (Sites.Site site : otherSites) {
      some = site.key().with(some, site.most());
    }
    return some;
  }

  /** The last multiplicity that all admit but the queries; one too few where there is none. */
  long last() {
    return MonotoneBisection.last(
        multiplicities.least(),
        multiplicities.most(),
        multiplicities.least(),
        number -> areOthersEnough(at(number, queriesSite.most())));
  }

  private List<Term> terms(Circuit some) {
    return regime.assess(some) instanceof Assessment.Terms all ? all.terms() : List.of();
  }

  private boolean areOthersEnough(Circuit some) {
    RoundsDesign design = some.roundsDesign().orElseThrow();
    return terms(some).stream()
        .filter(term -> !design.isOfQueries(term.name()))
        .allMatch(term -> isEnough(term.error()));
  }

  /** Whether all terms have the bits. */
  boolean isEnough(Circuit some) {
    return terms(some).stream().allMatch(term -> isEnough(term.error()));
  }

  private boolean isEnough(Formula error) {
    findings.meter().term();
    return Certified.bits(error) >= aim.bits();
  }

  /** The same circuit, each site but the queries' with the least that its terms need. */
  Circuit leastGrinding(Circuit some, Circuit needs) {
    Circuit least = some;
    for (Sites.Site site : otherSites) {
      least = site.key().with(least, least(site, needs));
    }
    return least;
  }

  private long least(Sites.Site site, Circuit needs) {
    return site.bits().get(firstPlace(site, bits -> areOthersEnough(site.key().with(needs, bits))));
  }

  private static int firstPlace(Sites.Site site, LongPredicate isEnough) {
    long most = site.bits().size() - 1L;
    return (int)
            MonotoneBisection.last(
                0, most, 0, place -> place < most && !isEnough.test(site.bits().get((int) place)))
        + 1;
  }

  /**
   * The same circuit at the multiplicity of today, if that will do, or else at the least, and each
   * site lowered as far as all terms allow.
   */
  Circuit lowered(Circuit enough, long number) {
    Circuit lowered = multiplicities.with(enough, leastMultiplicity(enough, number));
    List<Sites.Site> sites = new ArrayList<>(otherSites);
    sites.add(queriesSite);
    for (Sites.Site site : sites) {
      Circuit so = lowered;
      long now = site.key().get(so);
      int place = firstPlace(site, b -> b >= now || isEnough(site.key().with(so, b)));
      lowered = site.key().with(so, site.bits().get(place));
    }
    return lowered;
  }

  private long leastMultiplicity(Circuit enough, long number) {
    LongPredicate isEnough = some -> isEnough(multiplicities.with(enough, some));
    return multiplicities.today().stream()
        .filter(isEnough)
        .findFirst()
        .orElseGet(
            () ->
                MonotoneBisection.last(
                        multiplicities.least(),
                        number,
                        number,
                        some -> some < number && !isEnough.test(some))
                    + 1);
  }

  /**
   * The fewest queries of each round that are enough; nothing where a round has none.
   *
   * @param falling of which they are missed
   * @param growing of which they are batched
   */
  Optional<List<Long>> fewest(Circuit falling, Circuit growing) {
    List<Long> fewest = new ArrayList<>();
    for (int round = 0; round < queries.size(); round++) {
      Optional<Long> its = fewest(round, falling, growing);
      if (its.isEmpty()) {
        return Optional.empty();
      }
      fewest.add(its.get());
    }
    return Optional.of(fewest);
  }

  /** From where misses alone allow: what is batched may need them to be fewer still. */
  private Optional<Long> fewest(int round, Circuit falling, Circuit growing) {
    RoundsDesign misses = falling.roundsDesign().orElseThrow();
    RoundsDesign batches = growing.roundsDesign().orElseThrow();
    List<Long> values = queries.get(round);
    long tooFew =
        MonotoneBisection.last(
            0,
            values.size() - 1L,
            hint(round, misses),
            place -> !isEnough(misses.missed(round, values.get((int) place))));
    for (int place = (int) tooFew + 1; place < values.size(); place++) {
      long some = values.get(place);
      Formula batched = batches.batched(round, some);
      if (isEnough(new Shift(misses.missed(round, some), batched))) {
        return Optional.of(some);
      }
      if (!isEnough(batched)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** About where misses become few enough: each query has about the same bits. */
  private int hint(int round, RoundsDesign misses) {
    double first = -Certified.approximateLog2(misses.missed(round, 1));
    double each = -Certified.approximateLog2(misses.missed(round, 2)) - first;
    double needed = each > 0 ? 1 + (aim.bits() - first) / each : Double.MAX_VALUE;
    return IteratedGraph.firstFrom(queries.get(round), (long) Math.ceil(needed));
  }

  /**
   * The most bits of each term: of queries as if they were missed at the largest multiplicity and
   * batched at the smallest, so that none of the space has more.
   */
  void survey() {
    Circuit growing = at(multiplicities.least(), queriesSite.most());
    Circuit falling = at(multiplicities.most(), queriesSite.most());
    RoundsDesign design = growing.roundsDesign().orElseThrow();
    for (Term term : terms(growing)) {
      if (!design.isOfQueries(term.name())) {
        findings.note(term.name(), Certified.bits(term.error()));
      }
    }
    List<Long> most = new ArrayList<>();
    for (int round = 0; round < queries.size(); round++) {
      most.add(mostBits(round, falling, growing));
    }
    findings.note(design.queriesTerm(), Collections.min(most));
  }

  /** Errors are convex in the number of queries: they fall to the best one, and rise from it. */
  private long mostBits(int round, Circuit falling, Circuit growing) {
    long best =
        MonotoneBisection.last(
            1,
            Math.max(1, queries.get(round).size() - 1L),
            1,
            place ->
                place < queries.get(round).size()
                    && Certified.order(
                            shift(round, falling, growing, place),
                            shift(round, falling, growing, place - 1))
                        < 0);
    return Certified.bits(shift(round, falling, growing, best));
  }

  private Formula shift(int round, Circuit falling, Circuit growing, long place) {
    long some = queries.get(round).get((int) place);
    return new Shift(
        falling.roundsDesign().orElseThrow().missed(round, some),
        growing.roundsDesign().orElseThrow().batched(round, some));
  }
}
