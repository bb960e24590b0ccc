package org.soundcalc.model.keys;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.Field;
import org.soundcalc.model.JohnsonGap;

/** The keys of {@code [zkevm]}, and those that every circuit has. */
public final class CommonKeys {
  /** The table that describes the zkVM as a whole. */
  public static final String ZKEVM = "zkevm";

  /** The array of tables that describes its circuits. */
  public static final String CIRCUITS = "circuits";

  /** The zkVM's name. */
  public static final Key<?, String> ZKVM_NAME =
      Key.required("name", new TextType(), "The zkVM's name, shown verbatim.");

  /** The zkVM's version. */
  public static final Key<?, Optional<String>> VERSION =
      Key.optional("version", new TextType(), "The zkVM's version, shown verbatim.");

  /** A circuit's name. */
  public static final Key<Circuit, String> NAME =
      Key.required("name", new TextType(), "The circuit's name, unique in its file.")
          .held(circuit -> circuit.id().name(), CommonKeys::fixed);

  /** The proof system. */
  public static final Key<Circuit, String> PROTOCOL_FAMILY =
      Key.required(
              "protocol_family", new TextType(), "The proof system; it determines the other keys.")
          .alsoIn(ZKEVM)
          .held(circuit -> circuit.id().family(), CommonKeys::fixed);

  /** The field of the challenges. */
  public static final Key<Circuit, Field> FIELD =
      Key.required("field", new FieldType(), "The extension field that challenges are drawn from.")
          .moving("every term but the query phase, proof size")
          .symbols("F")
          .enters("β", "β_base", "p", "r", "base", "e")
          .alsoIn(ZKEVM)
          .<Circuit>held(
              circuit -> circuit.id().field(),
              (circuit, field) -> circuit.with(circuit.id().over(field)))
          .stepping(CommonKeys::largerField);

  /** The hash's length. */
  public static final Key<Circuit, Long> HASH_SIZE_BITS =
      Key.required(
              "hash_size_bits",
              new IntegerType(1, 65_536),
              "Output length of the hash function of the Merkle trees.")
          .in("bits")
          .moving("proof size")
          .symbols("h")
          .alsoIn(ZKEVM)
          .<Circuit>held(
              circuit -> (long) circuit.id().hashBits(),
              (circuit, bits) -> circuit.with(circuit.id().hashedTo(bits.intValue())))
          .stepping(CommonKeys::longerHash);

  /** A smaller gap would ask for multiplicities beyond 2^63. */
  private static final BigDecimal LEAST_GAP = new BigDecimal("1e-18");

  /** The gap η below the Johnson radius. */
  public static final Key<?, Optional<Rational>> GAP_TO_RADIUS =
      Key.optional(
              "gap_to_radius",
              new FractionType(LEAST_GAP),
              "Gap between the JBR proximity parameter and the Johnson radius 1 - sqrt(rho);"
                  + " left out: sqrt(rho)/100, over fields of at most 2^150 elements at least"
                  + " rho/20.")
          .moving("every term under JBR");

  /** Proof-of-work of the batching phase. */
  public static final Key<?, Long> GRINDING_BATCHING =
      Key.optional(
              "grinding_batching_phase",
              IntegerType.GRINDING,
              0L,
              "Proof-of-work before the batching challenges.")
          .in("bits")
          .moving("batching")
          .formerly("grinding_bits_batching")
          .lever(40);

  /** The proof size that the team measured. */
  public static final Key<Circuit, String> MEASURED_PROOF_SIZE =
      Key.informational(
          "proof_size",
          new TextType(),
          "The proof size that the team measured, shown beside the computed size.");

  private CommonKeys() {}

  /** {@return the keys of {@code [zkevm]}} */
  public static List<Key<?, ?>> zkevm() {
    return List.of(ZKVM_NAME, VERSION, PROTOCOL_FAMILY, FIELD, HASH_SIZE_BITS);
  }

  /** {@return the keys of every circuit} */
  public static List<Key<Circuit, ?>> circuit() {
    return List.of(
        NAME,
        PROTOCOL_FAMILY,
        FIELD,
        HASH_SIZE_BITS,
        RecursionKeys.VERIFIES,
        RecursionKeys.ARITY,
        MEASURED_PROOF_SIZE);
  }

  /** Of the next degree. */
  private static List<Map<String, Object>> largerField(Circuit circuit) {
    Field field = circuit.id().field();
    return field.degree() < Field.MAX_DEGREE
        ? List.of(Map.of(FIELD.name(), new Field(field.base(), field.degree() + 1)))
        : List.of();
  }

  /** By one element of the base field. */
  private static List<Map<String, Object>> longerHash(Circuit circuit) {
    long bits = (long) circuit.id().hashBits() + circuit.id().field().baseBits();
    return List.of(Map.of(HASH_SIZE_BITS.name(), bits));
  }

  /**
   * {@return the gap of the next multiplicity m + 1, that is, of a parameter nearer to the Johnson
   * radius; none where decimals do not tell it from the gap as it is}
   *
   * @param code with the gap that it has
   */
  public static List<Map<String, Object>> smallerGap(Code code) {
    JohnsonGap gap = JohnsonGap.of(code);
    Rational next = JohnsonGap.reaching(code.rate(), gap.multiplicity() + 1);
    return Certified.compare(Formula.constant(next), gap) < 0
        ? List.of(Map.of(GAP_TO_RADIUS.name(), Optional.of(next)))
        : List.of();
  }

  /** What identifies a circuit is no parameter of it to vary. */
  @SuppressWarnings("DoNotCallSuggester")
  static <T> Circuit fixed(Circuit circuit, T value) {
    throw new UnsupportedOperationException("identifies " + circuit.id().name());
  }
}
