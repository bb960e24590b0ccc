package org.soundcalc.testing;

import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;

/** Levers each step of which buys one bit of one term. */
public final class StubLever {
  private static final int ROOM = 100;

  private StubLever() {}

  /**
   * A lever.
   *
   * @param name its name
   * @param table the table that holds it
   * @param from its value
   * @param regime under which a circuit has the term
   * @param term the term, the only one
   * @param bits of the term as it is
   */
  public static Key<Circuit, Long> of(
      String name, String table, long from, StubRegime regime, String term, int bits) {
    return Key.<Circuit, Long>required(name, new IntegerType(0, from + ROOM), "")
        .lever(1)
        .within(new Key.Entry("tables", table))
        .held(
            circuit -> from,
            (circuit, value) -> {
              StubCircuit stub = (StubCircuit) circuit;
              return stub.under(regime, StubCircuit.term(term, bits + (int) (value - from)));
            });
  }
}
