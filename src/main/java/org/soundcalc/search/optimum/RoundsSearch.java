package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.RoundsDesign;

/**
 * The configurations that cost least of a circuit whose rounds fold alike.
 *
 * <p>Numbers of rounds are enumerated, and proof-of-work before queries where it costs something
 * that counts. At a multiplicity each round then asks the fewest queries that are enough, and each
 * other site does the least proof-of-work: nothing else is left to choose. An interval of
 * multiplicities is bounded at once: none in it costs less than queries that are missed at its
 * largest and batched at its smallest, with the proof-of-work of its smallest. Intervals that might
 * hold something better are halved.
 */
record RoundsSearch(Circuit circuit, Space space, Aim aim, Findings findings) {
  /** Looks under one regime. */
  void search(Regime regime) {
    if (regime.assess(circuit) instanceof Assessment.Terms) {
      for (Circuit some : ofEachRounds()) {
        Multiplicities.of(some, space, findings)
            .map(its -> new RoundsErrors(some, space, aim, findings, regime, its))
            .ifPresent(errors -> search(errors, regime));
      }
    }
  }

  /** With each number of rounds, where their queries may move. */
  private List<Circuit> ofEachRounds() {
    List<Circuit> all = new ArrayList<>(List.of(circuit));
    RoundsDesign design = circuit.roundsDesign().orElseThrow();
    if (space.rounds() && space.moves(design.queriesKey())) {
      all.addAll(design.otherRounds());
    }
    return all;
  }

  private void search(RoundsErrors errors, Regime regime) {
    if (findings.isSurvey()) {
      errors.survey();
      return;
    }
    long least = errors.multiplicities().least();
    long last = errors.last();
    if (last < least) {
      return;
    }
    Sites.Site ofQueries = errors.queriesSite();
    if (findings.isBound()) {
      new Multiples(errors, regime, ofQueries.most())
          .lowest(least, last)
          .map(lowest -> ofQueries.key().with(lowest, ofQueries.bits().get(0)))
          .ifPresent(lowest -> findings.bound(aim.costs(lowest)[0]));
    } else if (!countsGrinding()) {
      new Multiples(errors, regime, ofQueries.most()).look(least, last);
    } else {
      LongConsumer look = bits -> new Multiples(errors, regime, bits).look(least, last);
      ofQueries.bits().stream().sorted(cheapestFirst()).forEach(look::accept);
    }
  }

  private boolean countsGrinding() {
    return aim.countsGrinding() || aim.countsNonces(circuit);
  }

  /** The less proof-of-work, the more queries. */
  private Comparator<Long> cheapestFirst() {
    return aim.least().isMovedByGrinding() ? Comparator.naturalOrder() : Comparator.reverseOrder();
  }

  /** With so many rounds, and so much proof-of-work before their queries, at any multiplicity. */
  private final class Multiples {
    private final RoundsErrors errors;
    private final Regime regime;
    private final long ofQueries;

    Multiples(RoundsErrors errors, Regime regime, long ofQueries) {
      this.errors = errors;
      this.regime = regime;
      this.ofQueries = ofQueries;
    }

    /** What none of an interval is below; nothing where none has the bits. */
    Optional<Circuit> lowest(long least, long most) {
      Circuit falling = errors.at(most, ofQueries);
      Circuit growing = errors.at(least, ofQueries);
      return errors
          .fewest(falling, growing)
          .map(fewest -> falling.roundsDesign().orElseThrow().queriesKey().with(falling, fewest))
          .map(some -> countsGrinding() ? errors.leastGrinding(some, growing) : some);
    }

    /** Halves an interval that may hold something better than what is known. */
    void look(long least, long most) {
      lowest(least, most).ifPresent(lowest -> look(least, most, lowest));
    }

    private void look(long least, long most, Circuit lowest) {
      double[] costs = aim.costs(lowest);
      findings.meter().edge();
      if (!FoldPaths.within(costs, findings.limits()) || findings.beat(costs)) {
        return;
      }
      if (least == most) {
        findings.offer(new Finding(regime, costs, () -> errors.lowered(lowest, most)));
        return;
      }
      long middle = least + (most - least) / 2;
      // queries are fewer at large multiplicities, all else at small ones
      look(middle + 1, most);
      look(least, middle);
    }
  }
}
