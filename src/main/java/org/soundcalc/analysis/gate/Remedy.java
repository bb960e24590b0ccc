package org.soundcalc.analysis.gate;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.ParameterRemedies;

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
   * What can be raised in a circuit until its errors are small enough.
   *
   * @param circuit the circuit
   * @param usable the regimes under which they may be
   * @param enough whether a circuit with these terms will do
   * @param limit the limit on the circuit's proof, if there is one
   * @return a remedy for each parameter that alone is enough, in the order to propose them
   */
  static List<Remedy> raises(
      Circuit circuit,
      List<Regime> usable,
      Predicate<List<Term>> enough,
      Optional<SizeLimit> limit) {
    return ParameterRemedies.of(circuit, usable, enough).stream()
        .<Remedy>map(
            raise ->
                new Raise(
                    raise.key().name(),
                    raise.key().entry().map(Key.Entry::name),
                    raise.from(),
                    raise.to(),
                    limit.filter(most -> !most.admits(raise.circuit().proofSize())).isPresent()))
        .toList();
  }

  /**
   * Another regime is asked for, which proves more of the same protocol.
   *
   * @param asked the regimes that were asked for
   * @param instead those to ask for
   */
  record Ask(List<Regime> asked, List<Regime> instead) implements Remedy {}
}
