package org.soundcalc.io.toml;

import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.model.StatedSize;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.model.keys.TextType;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Extent;
import org.soundcalc.search.optimum.Multiple;

/** The keys of {@code [search]}: the options of {@code optimize}, as a file states them. */
public final class SearchKeys {
  /** The table. */
  public static final String TABLE = "search";

  /** Its table of domains. */
  public static final String VARY = "vary";

  /** Its tables of what holds for one circuit. */
  public static final String CIRCUITS = "circuits";

  /** What a domain is. */
  public static final String DOMAIN = "a domain in quotes, such as \"1..400\"";

  static final Key<?, Optional<String>> MILESTONE =
      words("milestone", Milestone.values(), "The milestone whose bits and size are wanted.");

  static final Key<?, Optional<Long>> MIN_BITS =
      Key.optional(
          "min_bits",
          new IntegerType(0, 999_999_999),
          "Bits wanted of every circuit; left out: those that it has.");

  static final Key<?, Optional<List<String>>> FIX =
      Key.optional(
          "fix",
          new ListType<>(new TextType(), "names of keys", true),
          "Keys that stay as they are.");

  private static final List<Key<?, ?>> ALL =
      List.of(
          MILESTONE,
          words("minimize", Axis.values(), "What is to cost least; left out: proof-size."),
          MIN_BITS,
          Key.optional(
              "max_proof_size",
              new Checked("a size with a unit in quotes", "300KiB", "KiB", SearchKeys::isSize),
              "Largest size allowed for the final proof."),
          words(
              CommonKeys.MEASURED_PROOF_SIZE.name(), // the same word, for which size is meant
              SizeLimit.Measure.values(),
              "The size that counts; left out: worst."),
          multiple("prover"),
          multiple("verifier"),
          multiple("memory"),
          Key.optional(
              "max_grinding", IntegerType.GRINDING, "The most bits of proof-of-work at a site."),
          words(
              "space",
              Extent.values(),
              "What may move; left out: tuned where bits or a milestone are wanted, else free."),
          FIX);

  private SearchKeys() {}

  /**
   * {@return the header of the table of one circuit}
   *
   * @param name the circuit's
   */
  public static String ofCircuit(String name) {
    return "[" + Spelling.path(List.of(TABLE, CIRCUITS, name)) + "]";
  }

  /** {@return all of them, beside the tables in it} */
  public static List<Key<?, ?>> all() {
    return ALL;
  }

  private static Key<?, ?> multiple(String what) {
    return Key.optional(
        "max_" + what,
        new Checked(
            "a multiple of today's above 0", "1.5x", "x", text -> Multiple.parse(text).isPresent()),
        "Most that a configuration may take of the " + what + ", as a multiple of today's.");
  }

  /** The words that options have for the constants. */
  private static Key<?, Optional<String>> words(String name, Enum<?>[] values, String meaning) {
    String[] words =
        Stream.of(values)
            .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toArray(String[]::new);
    return Key.optional(name, ChoiceType.of(words), meaning);
  }

  private static boolean isSize(String text) {
    return StatedSize.parse(text)
        .filter(size -> size.unitBits().isPresent())
        .filter(size -> size.bits(RoundingMode.DOWN).signum() > 0)
        .isPresent();
  }

  /**
   * A text that stands for something.
   *
   * @param what it must be
   * @param example of one
   * @param unit that a number lacks to be one
   * @param isOne whether a text is one
   */
  private record Checked(String what, String example, String unit, Predicate<String> isOne)
      implements KeyType<String> {
    @Override
    public String description() {
      return what + ", such as \"" + example + '"';
    }

    @Override
    public Parsed<String> parse(Object raw) {
      if (raw instanceof String text && isOne.test(text)) {
        return new Parsed.Valid<>(text);
      }
      String meant = (raw instanceof Number ? Spelling.of(raw) : raw) + unit;
      return Parsed.invalid(
          isOne.test(meant) ? what + ", written as \"" + meant + '"' : description(), raw);
    }

    @Override
    public String placeholder() {
      return "?";
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string");
    }
  }
}
