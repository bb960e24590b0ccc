package org.soundcalc.protocols.lookup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.math.Rational;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.FractionType;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.model.keys.TextType;

/** Reads {@code [[circuits.lookups]]}. */
public final class LookupReader {
  private static final String MULTIVARIATE = "multivariate";

  private static final Key<?, String> NAME =
      Key.required("name", new TextType(), "Name of the lookup and of its term.");

  private static final Key<?, String> LOGUP_TYPE =
      Key.optional(
              "logup_type",
              ChoiceType.of("univariate", MULTIVARIATE),
              "univariate",
              "Whether the sums are proven over univariate polynomials or by a GKR circuit.")
          .moving("the lookup's term");

  private static final Key<?, Long> ROWS_L =
      Key.required("rows_L", IntegerType.COUNT, "Rows that are looked up, over all columns.")
          .in("rows")
          .moving("the lookup's term");

  private static final Key<?, Long> ROWS_T =
      Key.required("rows_T", IntegerType.COUNT, "Rows of the table; rows_L or rows_T may be 0.")
          .in("rows")
          .moving("the lookup's term");

  private static final Key<?, Long> COLUMNS =
      Key.optional("num_columns_S", IntegerType.POSITIVE, 1L, "Columns of a row.")
          .in("columns")
          .moving("the lookup's term");

  private static final Key<?, Long> LOOKUPS =
      Key.optional("num_lookups_M", IntegerType.POSITIVE, 1L, "Lookups that share the argument.")
          .moving("the lookup's term");

  private static final Key<?, Long> GRINDING =
      Key.optional(
              "grinding_bits_lookup",
              IntegerType.GRINDING,
              0L,
              "Proof-of-work before the lookup's challenges.")
          .in("bits")
          .moving("the lookup's term");

  private static final Key<?, Optional<Boolean>> MULTILINEAR_FINGERPRINT =
      Key.optional(
              "multilinear_fingerprint",
              new BooleanType(),
              "Whether a row's fingerprint is a multilinear polynomial of log2(num_columns_S)"
                  + " challenges; left out: true for multivariate lookups.")
          .moving("the lookup's term");

  private static final Key<?, Rational> REDUCTION_ERROR =
      Key.optional(
              "reduction_error",
              new FractionType(BigDecimal.ZERO),
              Rational.ZERO,
              "What a multivariate reduction adds to the error.")
          .in("probability")
          .moving("the lookup's term");

  private static final Key<?, Long> ALPHABET =
      Key.retired("alphabet_size_H", IntegerType.COUNT, "Was the number of rows of both sides.");

  /** The array of tables that holds a circuit's lookups. */
  public static final TablesKey LOOKUPS_TABLE =
      new TablesKey(
          "lookups",
          List.of(
              NAME,
              LOGUP_TYPE,
              ROWS_L,
              ROWS_T,
              COLUMNS,
              LOOKUPS,
              GRINDING,
              MULTILINEAR_FINGERPRINT,
              REDUCTION_ERROR,
              ALPHABET),
          List.of(GRINDING),
          "The circuit's lookup arguments, one term each.");

  private LookupReader() {}

  /**
   * Reads a circuit's lookups.
   *
   * @param section the circuit
   * @param termNames the names of the circuit's other terms, which no lookup may bear
   */
  public static List<Lookup> read(Section section, Set<String> termNames) {
    List<Lookup> lookups = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section table : section.tables(LOOKUPS_TABLE)) {
      Lookup lookup = read(table);
      if (table.valid(NAME)) {
        checkName(table, lookup.name(), names, termNames);
      }
      if (table.valid(ROWS_L, ROWS_T) && lookup.rows().signum() == 0) {
        table.error(ROWS_L, "and rows_T must not both be 0");
      }
      if (lookup.kind() == Lookup.Kind.UNIVARIATE && lookup.reductionError().signum() != 0) {
        table.error(REDUCTION_ERROR, "belongs to logup_type = \"" + MULTIVARIATE + "\" only");
      }
      lookups.add(lookup);
    }
    return List.copyOf(lookups);
  }

  private static void checkName(
      Section table, String name, Set<String> names, Set<String> termNames) {
    if (termNames.contains(name)) {
      table.error(NAME, "must not be that of another term, got \"" + name + "\"");
    } else if (!names.add(name)) {
      table.error(NAME, "must be unique among the circuit's lookups, got \"" + name + "\" again");
    }
  }

  private static Lookup read(Section table) {
    Lookup.Kind kind =
        table.get(LOGUP_TYPE).equals(MULTIVARIATE)
            ? Lookup.Kind.MULTIVARIATE
            : Lookup.Kind.UNIVARIATE;
    return new Lookup(
        table.get(NAME),
        kind,
        table.get(ROWS_L),
        table.get(ROWS_T),
        table.get(COLUMNS),
        table.get(LOOKUPS),
        table.get(MULTILINEAR_FINGERPRINT).orElse(kind == Lookup.Kind.MULTIVARIATE),
        table.get(REDUCTION_ERROR),
        table.get(GRINDING).intValue());
  }
}
