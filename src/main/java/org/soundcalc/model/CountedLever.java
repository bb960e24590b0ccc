package org.soundcalc.model;

import java.util.Optional;

/** A lever of a circuit whose errors are counted in another way. */
record CountedLever(TunableParameter lever, Accounting accounting) implements TunableParameter {
  @Override
  public String key() {
    return lever.key();
  }

  @Override
  public Optional<String> table() {
    return lever.table();
  }

  @Override
  public String value() {
    return lever.value();
  }

  @Override
  public String raised(long increment) {
    return lever.raised(increment);
  }

  @Override
  public long room() {
    return lever.room();
  }

  @Override
  public Optional<Circuit> raise(long increment) {
    return lever.raise(increment).map(circuit -> circuit.under(accounting));
  }
}
