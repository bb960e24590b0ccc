package org.soundcalc.model.design;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.Key;

/**
 * The design space of a circuit whose configuration fixes the proximity parameter, and whose rounds
 * fold alike. Its levers are the queries of the rounds and sites of proof-of-work. Each round's
 * queries have an error of their own, that of no other round; each other term has fewer bits at a
 * larger multiplicity, however many queries there are, and more with more proof-of-work at its
 * site. What it costs never falls as queries or proof-of-work rise, and does not depend on the
 * multiplicity.
 */
public interface RoundsDesign {
  /** {@return the key of log2 of the inverse rate} */
  Key<Circuit, Long> rateKey();

  /** {@return the key of the list decoder's multiplicity, where there is one} */
  Optional<Key<Circuit, Optional<Long>>> multiplicityKey();

  /** {@return the key of the queries of each round} */
  Key<Circuit, List<Long>> queriesKey();

  /** {@return the key of proof-of-work before the queries of each round} */
  Key<Circuit, Long> grindingQueriesKey();

  /** {@return the same circuit with each other number of rounds} */
  List<Circuit> otherRounds();

  /**
   * {@return the part of a round's error that falls with its queries, their proof-of-work and the
   * multiplicity}
   *
   * @param round from 0
   * @param queries ≥ 1, instead of those that are configured
   */
  Formula missed(int round, long queries);

  /**
   * {@return the other part, which rises with the queries and the multiplicity}
   *
   * @param round from 0
   * @param queries ≥ 1, instead of those that are configured
   */
  Formula batched(int round, long queries);

  /** {@return the name of the term that is the largest sum of both parts over all rounds} */
  String queriesTerm();

  /**
   * {@return whether a term is decided by {@link #queriesTerm} and by terms that this is false of}
   *
   * @param term its name
   */
  boolean isOfQueries(String term);
}
