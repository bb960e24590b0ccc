package org.soundcalc.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.model.Suggestions;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --max-proof-size SIZE} and {@code --proof-size worst|expected}. */
final class SizeOption {
  private static final String LIMIT = "--max-proof-size";
  private static final String MEASURE = "--proof-size";

  /** Long enough for every proof, short enough to calculate with. */
  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?) *(.*)", Pattern.DOTALL);

  private static final Map<String, Long> BITS = bits();

  private SizeOption() {}

  private static Map<String, Long> bits() {
    Map<String, Long> bits = new LinkedHashMap<>();
    bits.put("KiB", 1L << 13);
    bits.put("MiB", 1L << 23);
    bits.put("kB", 8_000L);
    bits.put("MB", 8_000_000L);
    bits.put("bytes", 8L);
    return bits;
  }

  /** The option that sets the limit. */
  static OptionSpec limit() {
    String meaning =
        "The most that the final proof may take, compared exactly: a number with a unit ("
            + String.join(", ", BITS.keySet())
            + ").";
    return Options.text("SIZE", Options.option(LIMIT, meaning, "no limit", LIMIT + " 300KiB"))
        .build();
  }

  /** The option that says which size it is about. */
  static OptionSpec measure() {
    String meaning = "Which size of the final proof is compared: worst or expected.";
    return EnumOption.of(
        SizeLimit.Measure.values(),
        "MEASURE",
        Options.option(MEASURE, meaning, "worst", MEASURE + " expected"));
  }

  /**
   * The limit on the final proof: of the one given and a milestone's, the smaller.
   *
   * @throws UsageException if what is given is no positive size
   */
  static Optional<SizeLimit> limit(Request request, Optional<Milestone> milestone) {
    SizeLimit.Measure measure = request.value(MEASURE, SizeLimit.Measure.WORST);
    if (request.has(MEASURE) && !request.has(LIMIT) && milestone.isEmpty()) {
      throw new UsageException(MEASURE + " needs a limit: " + LIMIT + " or --milestone");
    }
    Stream<String> given = Stream.ofNullable(request.<String>value(LIMIT, null));
    return Stream.concat(given, milestone.stream().map(m -> m.kib() + "KiB"))
        .map(text -> parse(text, measure))
        .min(Comparator.comparing(SizeLimit::bits));
  }

  private static SizeLimit parse(String text, SizeLimit.Measure measure) {
    Matcher parts = SIZE.matcher(text.strip());
    if (!parts.matches()) {
      throw refusal(
          text, "expected a positive number of at most 18 digits with a unit, such as 300KiB");
    }
    String unit = parts.group(2);
    String units = "units are " + String.join(", ", BITS.keySet());
    if (unit.isEmpty()) {
      throw refusal(text, "the unit is missing; " + units);
    }
    if (!BITS.containsKey(unit)) {
      String hint = Suggestions.hint(unit, BITS.keySet());
      throw refusal(text, "unknown unit " + unit + "; " + units + hint);
    }
    BigInteger bits =
        new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(BITS.get(unit))).toBigInteger();
    if (bits.signum() == 0) {
      throw refusal(text, "expected a size above 0");
    }
    return new SizeLimit(bits, parts.group(1) + " " + unit, measure);
  }

  private static UsageException refusal(String text, String message) {
    return new UsageException(LIMIT + " \"" + text + "\": " + message);
  }
}
