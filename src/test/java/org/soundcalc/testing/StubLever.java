package org.soundcalc.testing;

import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.TunableParameter;

/**
 * A lever each step of which buys one bit of one term.
 *
 * @param key its key
 * @param table the table that holds it
 * @param from its value
 * @param circuit the circuit that it raises
 * @param regime under which that has the term
 * @param term the term, the only one
 * @param bits of the term as it is
 */
public record StubLever(
    String key,
    Optional<String> table,
    long from,
    StubCircuit circuit,
    StubRegime regime,
    String term,
    int bits)
    implements TunableParameter {
  private static final int ROOM = 100;

  @Override
  public String value() {
    return Long.toString(from);
  }

  @Override
  public String raised(long increment) {
    return Long.toString(from + increment);
  }

  @Override
  public long room() {
    return ROOM;
  }

  @Override
  public Optional<Circuit> raise(long increment) {
    return Optional.of(circuit.under(regime, StubCircuit.term(term, bits + (int) increment)));
  }
}
