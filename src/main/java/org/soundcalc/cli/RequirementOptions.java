package org.soundcalc.cli;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.Requirements;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.StatedSize;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.Limits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The options that say which figures a gate requires. */
final class RequirementOptions {
  private static final String BITS = "--min-bits";
  private static final String SIZE = "--max-proof-size";
  private static final String MEASURE = "--proof-size";
  private static final String MILESTONE = "--milestone";
  private static final String ALLOW_CONJECTURED = "--allow-conjectured";
  private static final String RECURSION = "--recursion";
  private static final String NON_INTERACTIVE = "--non-interactive";
  private static final String STRICT = "--strict";
  private static final String MAX_GRINDING = "--max-grinding";
  private static final long USUAL_BITS = 128;

  private RequirementOptions() {}

  /** The command with these options. */
  static CommandSpec addTo(CommandSpec command) {
    String bits = "Bits required of the zkVM, that is, of its weakest circuit.";
    String size =
        "Largest size allowed for the final proof, compared exactly: a number with a unit ("
            + String.join(", ", StatedSize.UNITS)
            + ").";
    String measure = "The size of the final proof that is compared: worst (case) or expected.";
    String milestone =
        "A milestone of the Ethereum Foundation (December 2025): "
            + Milestone.meanings()
            + ". With --min-bits or --max-proof-size, the stricter limit applies. Whether the"
            + " recursion architecture is described is shown and does not affect the result.";
    String grinding =
        "The most bits of proof-of-work at a site that a remedy may ask for; a site that has more"
            + " keeps them.";
    String usual =
        Requirements.USUAL_GRINDING
            + ", or the bits of a base field's element where these are fewer";
    OptionSpec.Builder least =
        Options.option(BITS, bits, USUAL_BITS + ", or that of the milestone", BITS + " 100");
    return command
        .addOption(
            Options.text("N", least).type(Long.class).converters(RequirementOptions::bits).build())
        .addOption(
            Options.text("SIZE", Options.option(SIZE, size, "no limit", SIZE + " 300KiB")).build())
        .addOption(
            EnumOption.of(
                SizeLimit.Measure.values(),
                "MEASURE",
                MEASURE,
                measure,
                SizeLimit.Measure.EXPECTED))
        .addOption(
            EnumOption.of(
                Milestone.values(),
                "NAME",
                Options.option(MILESTONE, milestone, "none", MILESTONE + " h-star")))
        .addOption(
            Options.text(
                    "BITS", Options.option(MAX_GRINDING, grinding, usual, MAX_GRINDING + " 24"))
                .type(Long.class)
                .converters(RequirementOptions::grinding)
                .build());
  }

  /** What else counts. */
  static List<OptionSpec> flags() {
    String allow = "Accept figures of conjectured regimes; every line that relies on one says so.";
    String recursion =
        "Require the bits of the whole tree of proofs too; each FILE must describe it (verifies,"
            + " [recursion]).";
    String sent =
        "Require the bits after Fiat-Shamir too, where collisions of the hash count: 256 bits"
            + " of hash give 127 at most.";
    String strict =
        "Fail on every caveat: a hash too short for the bits required, more than 40 bits of"
            + " proof-of-work at one site, a condition of a theorem that the parameters do not"
            + " ensure, or a key that changes the protocol but is not modelled.";
    return List.of(
        Options.flag(ALLOW_CONJECTURED, allow),
        Options.flag(RECURSION, recursion),
        Options.flag(NON_INTERACTIVE, sent),
        Options.flag(STRICT, strict));
  }

  /**
   * What was asked for; of an option and a milestone, the stricter.
   *
   * @param regimes that figures are estimated under
   * @throws UsageException if what is given is no positive size, or needs a proven regime
   */
  static Requirements of(Request request, List<Regime> regimes) {
    if (request.has(NON_INTERACTIVE) && regimes.stream().noneMatch(Regime::isProven)) {
      throw new UsageException(
          NON_INTERACTIVE
              + " counts proven regimes only: let "
              + EstimateOptions.REGIMES
              + " name one, such as udr or jbr");
    }
    checkFiles(request.files());
    Optional<Milestone> milestone =
        Optional.of(MILESTONE)
            .filter(request::has)
            .map(option -> request.value(option, Milestone.H_STAR));
    long bits =
        Stream.concat(
                Stream.ofNullable(request.<Long>value(BITS, null)),
                milestone.stream().map(Milestone::bits))
            .max(Comparator.naturalOrder())
            .orElse(USUAL_BITS);
    SizeLimit.Measure measure = request.value(MEASURE, SizeLimit.Measure.WORST);
    if (request.has(MEASURE) && !request.has(SIZE) && milestone.isEmpty()) {
      throw new UsageException(MEASURE + " needs a limit: " + SIZE + " or --milestone");
    }
    Optional<SizeLimit> size =
        Stream.concat(
                Stream.ofNullable(request.<String>value(SIZE, null))
                    .map(text -> size(text, measure)),
                milestone.stream().map(named -> named.size(measure)))
            .min(Comparator.comparing(SizeLimit::bits));
    OptionalLong maxGrinding =
        request.has(MAX_GRINDING)
            ? OptionalLong.of(request.<Long>value(MAX_GRINDING, null))
            : OptionalLong.empty();
    return new Requirements(
        bits,
        size,
        request.has(ALLOW_CONJECTURED),
        request.has(RECURSION),
        request.has(STRICT),
        request.has(NON_INTERACTIVE),
        milestone,
        maxGrinding);
  }

  /** A milestone that stands where files do was meant for the option. */
  static void checkFiles(List<String> files) {
    for (Milestone milestone : Milestone.values()) {
      String word = milestone.word();
      if (files.contains(word) && !Files.exists(Path.of(word))) {
        throw new UsageException(
            word + ": there is no such file; did you mean " + MILESTONE + " " + word + "?");
      }
    }
  }

  static Long grinding(String text) {
    return bits(text, Limits.GRINDING_BITS);
  }

  static Long bits(String text) {
    return bits(text, WholeNumber.LARGEST);
  }

  private static long bits(String text, long most) {
    return WholeNumber.parse(text, 0, most)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected a whole number of bits from 0 to %d, got \"%s\""
                        .formatted(most, text)));
  }

  static SizeLimit size(String text, SizeLimit.Measure measure) {
    StatedSize size =
        StatedSize.parse(text)
            .orElseThrow(
                () ->
                    refusal(
                        text,
                        "expected a positive number of at most 18 digits with a unit, such as"
                            + " 300KiB"));
    if (size.unitBits().isEmpty()) {
      String unit = size.unit();
      String what =
          unit.isEmpty()
              ? "the unit is missing; write %1$sKiB, or '%1$s KiB' in quotes"
                  .formatted(size.number())
              : "unknown unit " + unit;
      String hint = Suggestions.hint(unit, StatedSize.UNITS);
      throw refusal(text, what + "; units are " + String.join(", ", StatedSize.UNITS) + hint);
    }
    BigInteger bits = size.bits(RoundingMode.DOWN);
    if (bits.signum() == 0) {
      throw refusal(text, "expected a size above 0");
    }
    return new SizeLimit(bits, size.number() + " " + size.unit(), measure);
  }

  private static UsageException refusal(String text, String message) {
    return new UsageException(SIZE + " \"" + text + "\": " + message);
  }
}
