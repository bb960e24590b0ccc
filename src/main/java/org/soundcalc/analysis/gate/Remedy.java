package org.soundcalc.analysis.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;

/** What lifts a circuit to what is required. */
public sealed interface Remedy {
  /**
   * A parameter is raised: alone to the least value that does.
   *
   * @param key the parameter's key
   * @param table the table inside the circuit that holds it, such as a lookup's name
   * @param from its value, as TOML and JSON write it
   * @param to the value to give it
   * @param cost what that does to the proof
   */
  record Raise(String key, Optional<String> table, String from, String to, Cost cost)
      implements Remedy {
    /** {@return the same without its cost} */
    public Change change() {
      return new Change(key, table, from, to);
    }
  }

  /**
   * Several parameters are changed where none does alone. None of the changes can be left out, or
   * be less with the others as they are.
   *
   * @param changes at least one
   * @param cost what all of them do to the proof
   * @param ask for other regimes as well; nothing where those that were asked for are enough
   */
  record Combined(List<Change> changes, Cost cost, Optional<Ask> ask) implements Remedy {
    /**
     * Several under the regimes that were asked for.
     *
     * @param changes at least one
     * @param cost what all of them do to the proof
     */
    public Combined(List<Change> changes, Cost cost) {
      this(changes, cost, Optional.empty());
    }

    /** A change of parameters, be it of one alone. */
    static Combined of(Remedy remedy) {
      return remedy instanceof Raise raise
          ? new Combined(List.of(raise.change()), raise.cost())
          : (Combined) remedy;
    }

    /** The same after other changes, which its cost contains. */
    static Combined of(List<Change> before, List<Change> changes, Cost cost) {
      List<Change> all = new ArrayList<>();
      for (Change first : before) {
        all.add(
            changes.stream().filter(first::isOfSameKey).findFirst().map(first::then).orElse(first));
      }
      changes.stream().filter(its -> before.stream().noneMatch(its::isOfSameKey)).forEach(all::add);
      return new Combined(List.copyOf(all), cost);
    }

    /** The same where other regimes are asked for. */
    Combined with(Ask other) {
      return new Combined(changes, cost, Optional.of(other));
    }
  }

  /**
   * A parameter with another value.
   *
   * @param key the parameter's key
   * @param table the table inside the circuit that holds it, such as a lookup's name
   * @param from its value, as TOML and JSON write it
   * @param to the value to give it
   */
  record Change(String key, Optional<String> table, String from, String to) {
    private boolean isOfSameKey(Change other) {
      return key.equals(other.key) && table.equals(other.table);
    }

    private Change then(Change later) {
      return new Change(key, table, from, later.to);
    }
  }

  /**
   * What a change does to the circuit's proof.
   *
   * @param isFinal whether the proof is the zkVM's final one
   * @param measure which of its sizes is told: that of the limit on the final proof
   * @param from its size as it is
   * @param to its size after the change
   * @param breaksLimit whether the final proof is above its limit then, and was not
   * @param log2WorkNow the honest prover's expected tries of proof-of-work as it is, as a base-2
   *     logarithm rounded up; 0 for none
   * @param log2Work the same after the change
   * @param prover permutations of the prover's hash after the change, proof-of-work among them, as
   *     a multiple of today's, rounded up to hundredths; nothing where they are not known
   */
  record Cost(
      boolean isFinal,
      SizeLimit.Measure measure,
      ProofSize from,
      ProofSize to,
      boolean breaksLimit,
      BigDecimal log2WorkNow,
      BigDecimal log2Work,
      Optional<BigDecimal> prover) {}

  /**
   * Another regime is asked for, which proves more of the same protocol.
   *
   * @param asked the regimes that were asked for
   * @param instead those to ask for
   */
  record Ask(List<Regime> asked, List<Regime> instead) implements Remedy {}
}
