package org.soundcalc.testing;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.FractionType;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.model.keys.TextType;

/**
 * A proof system whose keys are described and never read.
 *
 * @param name its name
 * @param summary in one line
 * @param sources its papers
 * @param keys its keys
 * @param tables its tables
 * @param decodings how far its regimes reach
 */
public record StubFamily(
    String name,
    String summary,
    List<Citation> sources,
    List<Key<?, ?>> keys,
    List<TablesKey> tables,
    Set<Decoding> decodings)
    implements Family {
  private static final Key<?, String> COLUMNS =
      Key.informational("num_columns", new TextType(), "Columns, in words.");

  private static final TablesKey LOOKUPS =
      new TablesKey(
          "lookups",
          List.of(
              Key.required("name", new TextType(), "The lookup's name."),
              Key.optional(
                  "error", new FractionType(BigDecimal.ZERO), Rational.of(1, 200), "Its error."),
              Key.retired("alphabet", IntegerType.COUNT, "Once a size.")),
          "Lookups.");

  /** A family with a key of every kind. */
  public static final StubFamily ONE =
      new StubFamily(
          "ONE",
          "One thing over another",
          List.of(new Citation(Paper.HA22, "Thm 8"), new Citation(Paper.SWIRL, "")),
          List.of(
              Key.required("num_queries", IntegerType.QUERIES, "Queries.")
                  .in("queries")
                  .moving("query phase, proof size")
                  .formerly("queries"),
              Key.required("num_constraints", IntegerType.POSITIVE, "Constraints.").unless(COLUMNS),
              Key.required("max_messages", IntegerType.POSITIVE, "Messages.").alsoIn("limits"),
              Key.optional("grinding", IntegerType.GRINDING, 0L, "Proof-of-work.").in("bits"),
              Key.optional("kind", ChoiceType.of("flat", "deep"), "flat", "The kind."),
              Key.optional("folds", new BooleanType(), "Whether it folds."),
              COLUMNS),
          List.of(LOOKUPS),
          EnumSet.allOf(Decoding.class));

  /** Another, one key of which has the name, but not the type, of the other's. */
  public static final StubFamily TWO =
      new StubFamily(
          "TWO",
          "Another thing",
          List.of(new Citation(Paper.HA22, "")),
          List.of(
              Key.required(
                  "num_queries",
                  new ListType<>(IntegerType.QUERIES, "numbers of queries", false),
                  "Queries of each iteration.")),
          List.of(LOOKUPS),
          Set.of(Decoding.UNIQUE));

  /** Both. */
  public static final List<Family> BOTH = List.of(ONE, TWO);

  @Override
  public Set<String> sharedTables() {
    return Set.of("limits");
  }

  @Override
  public Optional<Circuit> read(Section section) {
    throw new UnsupportedOperationException();
  }
}
