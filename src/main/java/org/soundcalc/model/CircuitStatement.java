package org.soundcalc.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.model.keys.TextType;
import org.soundcalc.model.keys.Values;

/**
 * What a circuit's proofs state, in its team's words: read by people, never by a formula.
 *
 * @param relation what a proof proves, where stated
 * @param vkBinding how the verification keys of the proofs that it verifies are fixed, where stated
 * @param publicValues what is public and how it is bound, where stated
 * @param hash of its commitments and transcript, where stated
 */
public record CircuitStatement(
    Optional<String> relation,
    Optional<String> vkBinding,
    Optional<String> publicValues,
    Optional<String> hash) {
  private static final Keys<CircuitStatement> OWN = new Keys<>(CircuitStatement::of);

  /** What a proof proves. */
  public static final Key<CircuitStatement, Optional<String>> RELATION =
      key("relation", CircuitStatement::relation, "What a proof of this circuit proves.");

  /** How verification keys are fixed. */
  public static final Key<CircuitStatement, Optional<String>> VK_BINDING =
      key(
          "vk_binding",
          CircuitStatement::vkBinding,
          "How the circuit fixes the verification keys of the proofs that it verifies; of a leaf,"
              + " how its own key is fixed.");

  /** What is public. */
  public static final Key<CircuitStatement, Optional<String>> PUBLIC_VALUES =
      key(
          "public_values",
          CircuitStatement::publicValues,
          "The public values, and what the circuit requires of those of the proofs that it"
              + " verifies.");

  /** The hash. */
  public static final Key<CircuitStatement, Optional<String>> HASH =
      key("hash", CircuitStatement::hash, "The hash of its commitments and its transcript.");

  /** The table of a circuit that has them. */
  public static final TablesKey TABLE =
      TablesKey.single(
          "statement",
          List.of(RELATION, VK_BINDING, PUBLIC_VALUES, HASH),
          "What the circuit's proofs state, for architecture: texts that no formula reads. All keys"
              + " may be left out; each is then printed as a gap.");

  /** What a file states that has no such table. */
  public static final CircuitStatement NONE =
      new CircuitStatement(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static Key<CircuitStatement, Optional<String>> key(
      String name, Function<CircuitStatement, Optional<String>> getter, String meaning) {
    return OWN.optional(name, new TextType(), getter).meaning(meaning).moving("architecture only");
  }

  /**
   * Checks each text.
   *
   * @param relation what a proof proves, not blank
   * @param vkBinding how verification keys are fixed, not blank
   * @param publicValues what is public, not blank
   * @param hash of commitments and transcript, not blank
   * @throws InvalidConfiguration if a text is blank or holds control characters
   */
  public CircuitStatement {
    new Invariants()
        .check(RELATION, relation)
        .check(VK_BINDING, vkBinding)
        .check(PUBLIC_VALUES, publicValues)
        .check(HASH, hash)
        .enforce();
  }

  /**
   * {@return the statement that these values make}
   *
   * @param values of its keys, in a file
   */
  public static CircuitStatement of(Values<CircuitStatement> values) {
    return new CircuitStatement(
        values.get(RELATION), values.get(VK_BINDING), values.get(PUBLIC_VALUES), values.get(HASH));
  }
}
