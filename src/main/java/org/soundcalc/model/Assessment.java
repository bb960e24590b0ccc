package org.soundcalc.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.soundcalc.model.keys.Key;

/** What a regime says of a circuit. */
public sealed interface Assessment {
  /**
   * The circuit's verifier rounds, with their errors.
   *
   * @param terms in the order of the protocol, at least one
   * @param multiplicities the m that was chosen, one per iteration; empty where none was
   * @param agreements the A/n that was chosen, one per iteration; empty where none was
   * @param choices what the errors follow from, where a regime made a choice for each code alone
   * @param granting asked for the {@link #conditions} where somebody reads them
   */
  record Terms(
      List<Term> terms,
      List<Long> multiplicities,
      List<Agreement> agreements,
      Optional<Choices> choices,
      Supplier<List<Condition>> granting)
      implements Assessment {
    /**
     * The circuit's verifier rounds.
     *
     * @param terms their errors
     * @param multiplicities the m that was chosen
     * @param agreements the A/n that was chosen
     * @param choices what the errors follow from
     * @param granting asked for what they presuppose
     * @throws IllegalArgumentException if there is no term
     */
    public Terms {
      if (terms.isEmpty()) {
        throw new IllegalArgumentException("a circuit has at least one error");
      }
    }

    /**
     * Errors that follow from the circuit as a whole.
     *
     * @param terms in the order of the protocol, at least one
     * @param multiplicities the m that was chosen, one per iteration
     */
    public Terms(List<Term> terms, List<Long> multiplicities) {
      this(terms, multiplicities, List.of(), Optional.empty(), List::of);
    }

    /**
     * {@return errors at chosen agreements}
     *
     * @param terms in the order of the protocol, at least one
     * @param agreements one per iteration
     */
    public static Terms at(List<Term> terms, List<Agreement> agreements) {
      return new Terms(terms, List.of(), agreements, Optional.empty(), List::of);
    }

    /**
     * {@return the same errors, with what they presuppose}
     *
     * @param itsConditions asked only where somebody reads them
     */
    public Terms granted(Supplier<List<Condition>> itsConditions) {
      return new Terms(terms, multiplicities, agreements, choices, itsConditions);
    }

    /** {@return what the errors presuppose of their numbers} */
    public List<Condition> conditions() {
      return granting.get();
    }
  }

  /**
   * What a regime {@linkplain Regime#choose chose} for each code of a circuit.
   *
   * @param by the regime
   * @param bounds one for each code
   */
  record Choices(Regime by, List<CodeBounds> bounds) {}

  /**
   * The regime does not cover the circuit: a dash in tables.
   *
   * @param reason in words that follow the regime's name
   */
  record Inapplicable(String reason) implements Assessment, Choice {}

  /**
   * The configuration contradicts itself under this regime: bad input.
   *
   * @param key the key to blame
   * @param message what is wrong, with the numbers and the remedy
   */
  record Refused(Key<?, ?> key, String message) implements Assessment, Choice {}
}
