package org.soundcalc.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** {@code --min-bits N} and {@code --milestone NAME}. */
final class BitsOption {
  private static final String BITS = "--min-bits";
  private static final String MILESTONE = "--milestone";
  private static final long USUAL_BITS = 128;

  /** No figure is near it. */
  private static final int MOST_DIGITS = 9;

  private BitsOption() {}

  /** The option that sets the least bits. */
  static OptionSpec bits() {
    String meaning = "The least bits of the zkVM's figure, which is that of its weakest circuit.";
    return Options.option(BITS, meaning, USUAL_BITS + ", or what the milestone asks", BITS + " 100")
        .paramLabel("N")
        .arity("1")
        .type(Long.class)
        .converters(BitsOption::parse)
        .build();
  }

  /** The option that names a milestone. */
  static OptionSpec milestone() {
    String milestones =
        Stream.of(Milestone.values())
            .map(m -> "%s (%d bits, %d KiB)".formatted(EnumOption.word(m), m.bits(), m.kib()))
            .collect(Collectors.joining(", "));
    String meaning =
        "A milestone of the Ethereum Foundation: "
            + milestones
            + ". Beside --min-bits or --max-proof-size the stricter counts.";
    return EnumOption.of(
        Milestone.values(),
        "NAME",
        Options.option(MILESTONE, meaning, "none", MILESTONE + " h-star"));
  }

  /** The milestone, if one was named. */
  static Optional<Milestone> milestone(Request request) {
    return request.has(MILESTONE)
        ? Optional.of(request.value(MILESTONE, Milestone.H_STAR))
        : Optional.empty();
  }

  /** The least bits: of those given and a milestone's, the larger. */
  static long value(Request request, Optional<Milestone> milestone) {
    Stream<Long> given = Stream.ofNullable(request.<Long>value(BITS, null));
    return Stream.concat(given, milestone.stream().map(Milestone::bits))
        .mapToLong(Long::longValue)
        .max()
        .orElse(USUAL_BITS);
  }

  private static Long parse(String text) {
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isNumber) {
      throw new TypeConversionException(
          "expected a whole number of bits from 0 to 999999999, got \"" + text + "\"");
    }
    return Long.parseLong(text);
  }
}
