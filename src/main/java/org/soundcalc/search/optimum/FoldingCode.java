package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;

/** The best layouts at one rate, under one regime. */
final class FoldingCode {
  private static final int MOST_LOG_FACTOR = 6;

  private final FoldingSearch search;
  private final FoldingDesign design;

  /** Of queries and folds, at this rate. */
  private final FoldingErrors errors;

  private final Sites sites;
  private final Layout plain;
  private final OtherTerms others;
  private final FoldingOffers offers;
  private final List<Long> queries;

  /**
   * A code.
   *
   * @param plain the rate, with one fold and one query
   * @param others the terms that no layout moves, at each proximity parameter
   */
  FoldingCode(FoldingSearch search, Sites sites, Regime regime, Layout plain, OtherTerms others) {
    this.search = search;
    this.design = search.design();
    this.errors =
        new FoldingErrors(
            design.with(plain).foldingDesign().orElseThrow(),
            others,
            search.aim().bits(),
            search.findings().meter());
    this.sites = sites;
    this.plain = plain;
    this.others = others;
    this.offers = new FoldingOffers(search, sites, regime, plain, others, errors);
    this.queries =
        new ArrayList<>(search.space().values(design.queriesKey(), design.layout().queries()));
    queries.sort(Comparator.naturalOrder());
  }

  private Aim aim() {
    return search.aim();
  }

  /** Offers the best layouts. */
  void search() {
    OptionalLong last = others.last();
    if (last.isPresent()) {
      for (long grinding : before(sites.of(design.grindingQueriesKey()))) {
        search(last.getAsLong(), grinding);
      }
    }
  }

  /**
   * Notes what no layout costs less than: the fewest queries that there can be, and the best folds,
   * whether they are admitted or not, without proof-of-work. Where more queries may cost less, what
   * they open alone.
   */
  void bound() {
    OptionalLong last = others.last();
    if (last.isEmpty()) {
      return;
    }
    long grinding = sites.of(design.grindingQueriesKey()).map(Sites.Site::most).orElse(0L);
    int first = firstEnough(last.getAsLong(), grinding);
    if (first == queries.size()) {
      return;
    }
    long fewest = queries.get(first);
    if (mayShare() && aim().least() == Axis.PROOF_SIZE) {
      search.findings().bound(opened() * fewest);
      return;
    }
    FoldingCosts costs =
        new FoldingCosts(
            aim(),
            aim().worst(),
            design.parts(plain.with(fewest, 0), aim().hashRateBits(search.circuit())),
            0,
            0);
    double[] start = FoldPaths.sum(search.constant(), costs.start());
    for (FoldPaths.Path path :
        offers.paths(last.getAsLong(), costs, search.findings().limits(), Set.of())) {
      search.findings().bound(start[0] + path.costs()[0]);
    }
  }

  /**
   * Where it costs nothing that counts, as much proof-of-work as there may be is best; where only a
   * nonce counts, as much or none.
   */
  private List<Long> before(Optional<Sites.Site> site) {
    if (site.isEmpty()) {
      return List.of(0L);
    }
    List<Long> bits = site.get().bits();
    if (aim().countsGrinding()) {
      return bits;
    }
    return countsNonces() && bits.get(0) == 0 && bits.size() > 1
        ? List.of(0L, site.get().most())
        : List.of(site.get().most());
  }

  private boolean countsNonces() {
    return aim().countsNonces(search.circuit());
  }

  private void search(long last, long grinding) {
    if (isTooMuch(grinding)) {
      return;
    }
    int first = firstEnough(last, grinding);
    double most = Double.POSITIVE_INFINITY;
    for (long some : queries.subList(first, queries.size())) {
      long number = errors.firstNumber(some, last, grinding);
      boolean done = true;
      for (long ofFolds : before(design.grindingFoldsKey().flatMap(sites::of))) {
        Layout layout =
            new Layout(plain.rate(), some, plain.logFactors(), plain.gap(), grinding, ofFolds);
        boolean admitsAll = offers.best(number, last, layout, true);
        if (!aim().worst()) {
          // the size of a whole proof is the lesser of both
          admitsAll &= offers.best(number, last, layout, false);
        }
        done &= admitsAll;
        if (admitsAll) {
          break;
        }
      }
      if (done && countsNonces()) {
        // beyond these, what more queries open is more than all nonces that they may save
        most =
            Math.min(most, some + Sites.nonces(offers.ground(number, some, grinding)) / opened());
      }
      boolean mayNeedLess =
          (aim().countsGrinding() || (countsNonces() && some < most))
              && others.needsMoreThanLeast(number);
      if (done && !mayNeedLess && !mayShrink(some)) {
        return;
      }
    }
  }

  private boolean mayShare() {
    return !aim().worst() || design.sharesAtMost();
  }

  private double opened() {
    return design.openedBits().doubleValue();
  }

  /**
   * Whether a proof with more queries may be smaller, on average or where paths share hashes in the
   * worst case too: they share the more, the more of a small tree they open. What is opened is not
   * shared.
   */
  private boolean mayShrink(long some) {
    int size = aim().axes().indexOf(Axis.PROOF_SIZE);
    return mayShare() && size >= 0 && opened() * some < search.findings().limits()[size];
  }

  /** Whether proof-of-work before the queries alone is beyond a limit. */
  private boolean isTooMuch(long grinding) {
    double[] limits = search.findings().limits();
    for (int i = 0; i < limits.length; i++) {
      boolean counts = grinding > 0 && aim().axes().get(i).isMovedByGrinding();
      if (counts && search.constant()[i] + Math.scalb(1.0, (int) grinding) > limits[i]) {
        return true;
      }
    }
    return false;
  }

  /** How many bits each term has at best, whatever the others have then. */
  void survey() {
    long least = others.least();
    if (!others.isSound(least)) {
      return;
    }
    others
        .bits(least)
        .forEach((term, bits) -> search.findings().note(term, bits + sites.most(term)));
    long most = others.most();
    long ofQueries =
        errors.queryBits(queries.get(queries.size() - 1), most)
            + sites.of(design.grindingQueriesKey()).orElseThrow().most();
    search.findings().note(design.queryTerm(), ofQueries);
    long mostOfFolds =
        design.grindingFoldsKey().flatMap(sites::of).map(Sites.Site::most).orElse(0L);
    IntStream.rangeClosed(1, Math.min(MOST_LOG_FACTOR, design.logDimension()))
        .mapToLong(
            log -> errors.foldBits(new FoldingErrors.Fold(least, log, design.logDimension() - log)))
        .max()
        .ifPresent(bits -> search.findings().note(design.foldTerm(1), bits + mostOfFolds));
  }

  /** Which numbers of queries are enough: those from here on. */
  private int firstEnough(long number, long grinding) {
    double each = errors.bitsOfQuery(number);
    long guess = (long) Math.ceil((aim().bits() - grinding) / each);
    int hint = 0;
    while (hint < queries.size() - 1 && queries.get(hint) < guess) {
      hint++;
    }
    return (int)
            MonotoneBisection.last(
                0,
                queries.size() - 1,
                hint,
                i -> !errors.areEnough(queries.get((int) i), number, grinding))
        + 1;
  }
}
