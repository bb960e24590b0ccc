package org.soundcalc.protocols.lookup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.FractionType;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TextType;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.code.CommittedCode;

/**
 * A LogUp argument.
 *
 * @param name the name of its term
 * @param kind over univariate or multivariate polynomials
 * @param rowsL looked-up rows, ≥ 0
 * @param rowsT table rows, ≥ 0
 * @param columns S, columns of a row, ≥ 1
 * @param lookups K, lookups that share the argument, ≥ 1
 * @param grindingBits bits of proof-of-work before its challenges
 * @param statedFingerprint whether a row is fingerprinted by a multilinear polynomial, where stated
 * @param reductionError a probability that the multivariate reduction adds; no other kind reads it
 * @param maxMultiplicity the most times that one value can be looked up, where the circuit enforces
 *     it
 */
public record Lookup(
    String name,
    Kind kind,
    long rowsL,
    long rowsT,
    long columns,
    long lookups,
    long grindingBits,
    Optional<Boolean> statedFingerprint,
    Rational reductionError,
    Optional<Long> maxMultiplicity) {
  /** What a LogUp argument sums over. */
  public enum Kind {
    /** A univariate sumcheck. */
    UNIVARIATE,
    /** The layers of a GKR circuit. */
    MULTIVARIATE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Keys<Lookup> OWN = new Keys<>(Lookup::of);

  static final Key<Lookup, String> NAME =
      OWN.required("name", new TextType(), Lookup::name)
          .meaning("Name of the lookup and of its term.");

  private static final Key<Lookup, String> LOGUP_TYPE =
      OWN.optional(
              "logup_type",
              ChoiceType.of(Kind.UNIVARIATE.word(), Kind.MULTIVARIATE.word()),
              Kind.UNIVARIATE.word(),
              lookup -> lookup.kind.word())
          .meaning("How the sums are proven: over univariate polynomials, or by a GKR circuit.");

  private static final Key<Lookup, Long> ROWS_L =
      OWN.required("rows_L", IntegerType.COUNT, Lookup::rowsL)
          .meaning("Number of rows looked up, over all columns.")
          .in("rows")
          .replacing("H_L")
          .enters("H");

  private static final Key<Lookup, Long> ROWS_T =
      OWN.required("rows_T", IntegerType.COUNT, Lookup::rowsT)
          .meaning("Number of rows of the table; rows_L or rows_T may be 0.")
          .in("rows")
          .replacing("H_T")
          .enters("H");

  private static final Key<Lookup, Long> COLUMNS =
      OWN.optional("num_columns_S", IntegerType.POSITIVE, 1L, Lookup::columns)
          .meaning("Number of columns of a row.")
          .in("columns")
          .symbols("S");

  private static final Key<Lookup, Long> LOOKUPS =
      OWN.optional("num_lookups_M", IntegerType.POSITIVE, 1L, Lookup::lookups)
          .meaning("Number of lookups that share the argument.")
          .symbols("K");

  private static final Key<Lookup, Long> GRINDING =
      OWN.optional("grinding_bits_lookup", IntegerType.GRINDING, 0L, Lookup::grindingBits)
          .meaning("Proof-of-work before the lookup's challenges.")
          .in("bits")
          .lever(100);

  private static final Key<Lookup, Optional<Boolean>> MULTILINEAR_FINGERPRINT =
      OWN.optional("multilinear_fingerprint", new BooleanType(), Lookup::statedFingerprint)
          .meaning(
              "Whether a row's fingerprint is a multilinear polynomial of log2(num_columns_S)"
                  + " challenges; left out: true for multivariate lookups.");

  static final Key<Lookup, Rational> REDUCTION_ERROR =
      OWN.optional(
              "reduction_error",
              new FractionType(BigDecimal.ZERO),
              Rational.ZERO,
              Lookup::reductionError)
          .meaning("Error added by the reduction of a multivariate lookup.")
          .in("probability");

  private static final Key<Lookup, Optional<Long>> MAX_MULTIPLICITY =
      OWN.optional("max_multiplicity", IntegerType.POSITIVE, Lookup::maxMultiplicity)
          .meaning(
              "The most times that one value can be looked up, as the circuit enforces it: below"
                  + " the characteristic p, LogUp needs no other condition.");

  private static final Key<Lookup, Long> ALPHABET =
      Key.retired(
          "alphabet_size_H", IntegerType.COUNT, "Formerly the number of rows of both sides.");

  /** Those of its error, in the order of their reference. */
  static final List<Key<Lookup, ?>> PARAMETERS =
      Stream.<Key<Lookup, ?>>of(
              LOGUP_TYPE,
              ROWS_L,
              ROWS_T,
              COLUMNS,
              LOOKUPS,
              GRINDING,
              MULTILINEAR_FINGERPRINT,
              REDUCTION_ERROR,
              MAX_MULTIPLICITY)
          .<Key<Lookup, ?>>map(key -> key.moving(Key.LOOKUP))
          .toList();

  /**
   * Checks each parameter.
   *
   * @param name the name of its term
   * @param kind over univariate or multivariate polynomials
   * @param rowsL looked-up rows, ≥ 0
   * @param rowsT table rows, ≥ 0
   * @param columns S, columns of a row, ≥ 1
   * @param lookups K, lookups that share the argument, ≥ 1
   * @param grindingBits bits of proof-of-work before its challenges, ≥ 0
   * @param statedFingerprint whether a row is fingerprinted by a multilinear polynomial, where
   *     stated
   * @param reductionError a probability that the multivariate reduction adds
   * @param maxMultiplicity the most times that one value can be looked up, ≥ 1, where stated
   * @throws org.soundcalc.model.InvalidConfiguration if one is out of range
   */
  public Lookup {
    new Invariants()
        .check(NAME, name)
        .check(ROWS_L, rowsL)
        .check(ROWS_T, rowsT)
        .check(COLUMNS, columns)
        .check(LOOKUPS, lookups)
        .check(GRINDING, grindingBits)
        .check(REDUCTION_ERROR, reductionError)
        .require(rowsL != 0 || rowsT != 0, () -> "and rows_T must not both be 0", ROWS_L, ROWS_T)
        .check(MAX_MULTIPLICITY, maxMultiplicity)
        .enforce();
  }

  /** The parameters that these values state. */
  static Lookup of(Values<Lookup> values) {
    String type = values.get(LOGUP_TYPE);
    new Invariants().check(LOGUP_TYPE, type).enforce();
    boolean isUnivariate = type.equals(Kind.UNIVARIATE.word());
    return new Lookup(
        values.get(NAME),
        isUnivariate ? Kind.UNIVARIATE : Kind.MULTIVARIATE,
        values.get(ROWS_L),
        values.get(ROWS_T),
        values.get(COLUMNS),
        values.get(LOOKUPS),
        values.get(GRINDING),
        values.get(MULTILINEAR_FINGERPRINT),
        values.get(REDUCTION_ERROR),
        values.get(MAX_MULTIPLICITY));
  }

  /**
   * Warns of what its figure takes for granted, and of what no formula reads.
   *
   * @param table the lookup's
   * @param field where its challenges are drawn
   */
  void warn(Section table, Field field) {
    hypothesis(field).ifPresent(condition -> table.warn(ROWS_L, condition));
    if (kind == Kind.UNIVARIATE && table.has(REDUCTION_ERROR)) {
      table.warn(
          REDUCTION_ERROR,
          "reduction_error counts where logup_type = \"%s\" only"
              .formatted(Kind.MULTIVARIATE.word()));
    }
  }

  /** Every key of a lookup's table. */
  static List<Key<?, ?>> keys() {
    List<Key<?, ?>> keys = new ArrayList<>(List.of(NAME));
    keys.addAll(PARAMETERS);
    keys.add(ALPHABET);
    return List.copyOf(keys);
  }

  /** {@return H, all rows of both sides} */
  public Rational rows() {
    return Rational.of(BigInteger.valueOf(rowsL).add(BigInteger.valueOf(rowsT)));
  }

  /** {@return whether a row is fingerprinted by a multilinear polynomial} */
  public boolean multilinearFingerprint() {
    return statedFingerprint.orElse(kind == Kind.MULTIVARIATE);
  }

  /** {@return its proof-of-work} */
  public GrindingSite grindingSite() {
    return GrindingSite.of(name, grindingBits, 1);
  }

  /** {@return the same lookup without proof-of-work} */
  public Lookup withoutGrinding() {
    return GRINDING.with(this, 0L);
  }

  /**
   * {@return the argument's error}
   *
   * @param code what the commitment before its challenges may stand for, and the field of these
   * @param accounting how it is counted
   */
  public Term term(CommittedCode code, Accounting accounting) {
    Term term = new LogUpError(this, code, accounting == Accounting.STRICT).term();
    return term.granted(
        () ->
            hypothesis(code.field())
                .map(
                    condition ->
                        new Caveat(
                            Caveat.Kind.LOOKUP_HYPOTHESIS,
                            "lookup \"" + name + "\": " + condition,
                            List.of(name, ROWS_L.name()))));
  }

  /**
   * That no value is looked up p times or more, p the characteristic: p equal fractions add up to
   * 0, as if there were none [Ha22L]. Nothing where there are not so many lookups, or the circuit
   * enforces less.
   */
  private Optional<String> hypothesis(Field field) {
    BigInteger p = field.base().prime();
    BigInteger most = BigInteger.valueOf(lookups).multiply(BigInteger.valueOf(rowsL));
    boolean ensured = maxMultiplicity.isPresent() && isBelow(maxMultiplicity.get(), p);
    if (ensured || most.compareTo(p) < 0) {
      return Optional.empty();
    }
    String stated =
        maxMultiplicity
            .map(times -> "max_multiplicity = " + times + " does not exclude it")
            .orElse("state max_multiplicity if the circuit enforces less");
    return Optional.of(
        "LogUp's bound holds only if no value is looked up p = %s times or more; num_lookups_M *"
                .formatted(p)
            + " rows_L = %s allows it; %s".formatted(most, stated));
  }

  private static boolean isBelow(long value, BigInteger p) {
    return BigInteger.valueOf(value).compareTo(p) < 0;
  }
}
