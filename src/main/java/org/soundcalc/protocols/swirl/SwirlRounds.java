package org.soundcalc.protocols.swirl;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.design.RoundsDesign;
import org.soundcalc.model.keys.Key;

/**
 * What may move of SWIRL's rounds.
 *
 * @param circuit as it is configured
 */
record SwirlRounds(Swirl circuit) implements RoundsDesign {
  private static <T> Key<Circuit, T> ofCircuit(Key<StackedWhir, T> key) {
    return key.of(Swirl::whir, Swirl::with).of(Swirl.class::cast, (some, changed) -> changed);
  }

  @Override
  public Key<Circuit, Long> rateKey() {
    return ofCircuit(StackedWhir.LOG_BLOWUP);
  }

  @Override
  public Optional<Key<Circuit, Optional<Long>>> multiplicityKey() {
    return circuit.whir().decoding() == Decoding.LIST
        ? Optional.of(ofCircuit(StackedWhir.EXPLICIT_M))
        : Optional.empty();
  }

  @Override
  public Key<Circuit, List<Long>> queriesKey() {
    return ofCircuit(StackedWhir.NUM_QUERIES);
  }

  @Override
  public Key<Circuit, Long> grindingQueriesKey() {
    return ofCircuit(StackedWhir.QUERY_POW);
  }

  @Override
  public List<Circuit> otherRounds() {
    return circuit.whir().withOtherRounds().stream().<Circuit>map(circuit::with).toList();
  }

  @Override
  public Formula missed(int round, long queries) {
    return circuit.errors().missed(round, queries);
  }

  @Override
  public Formula batched(int round, long queries) {
    return circuit.errors().batched(round, queries);
  }

  @Override
  public String queriesTerm() {
    return circuit.errors().shiftTerm();
  }

  @Override
  public boolean isOfQueries(String term) {
    return circuit.errors().isOfQueries(term);
  }
}
