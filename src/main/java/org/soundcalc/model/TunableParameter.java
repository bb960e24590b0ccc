package org.soundcalc.model;

import java.util.Optional;

/**
 * An integer parameter of a circuit, or a list of integers, that buys security when it is raised:
 * queries or proof-of-work. Of a list, every element is raised by the same increment.
 */
public interface TunableParameter {
  /** {@return the key, as the TOML file spells it} */
  String key();

  /**
   * {@return the table inside the circuit that holds the key, such as a lookup's name; empty for
   * none}
   */
  Optional<String> table();

  /** {@return the value as it is, as TOML and JSON write it: {@code 84} or {@code [21, 24]}} */
  String value();

  /**
   * {@return the value after raising it}
   *
   * @param increment from 0 to {@link #room()}
   */
  String raised(long increment);

  /** {@return the largest increment within the key's limits, ≥ 0} */
  long room();

  /**
   * The same circuit with the value raised, all else as it is.
   *
   * @param increment from 0 to {@link #room()}
   * @return nothing where the circuit contradicts itself then
   */
  Optional<Circuit> raise(long increment);

  /**
   * {@return the same lever of the circuit whose errors are counted in another way}
   *
   * @param accounting how errors are counted from now on
   */
  default TunableParameter under(Accounting accounting) {
    return new CountedLever(this, accounting);
  }
}
