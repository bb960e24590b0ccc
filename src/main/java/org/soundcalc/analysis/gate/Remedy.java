package org.soundcalc.analysis.gate;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Regime;

/** One change that alone lifts a circuit to what is required. */
public sealed interface Remedy {
  /**
   * A parameter is raised: to the least value that does.
   *
   * @param key the parameter's key
   * @param table the table inside the circuit that holds it, such as a lookup's name
   * @param from its value, as TOML and JSON write it
   * @param to the value to give it
   * @param tooLarge whether the final proof is then above the limit on its size
   */
  record Raise(String key, Optional<String> table, String from, String to, boolean tooLarge)
      implements Remedy {}

  /**
   * Another regime is asked for, which proves more of the same protocol.
   *
   * @param asked the regimes that were asked for
   * @param instead those to ask for
   */
  record Ask(List<Regime> asked, List<Regime> instead) implements Remedy {}
}
