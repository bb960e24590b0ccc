package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Extent;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say what a configuration is wanted for: their names, and their help. */
final class OptimizeSpec {
  static final String MINIMIZE = "--minimize";
  static final String BITS = "--min-bits";
  static final String MILESTONE = "--milestone";
  static final String SIZE = "--max-proof-size";
  static final String MEASURE = "--proof-size";
  static final String GRINDING = "--max-grinding";
  static final String SPACE = "--space";
  static final String FIX = "--fix";
  static final String PARETO = "--pareto";
  static final String RESOLUTION = "--resolution";
  static final String REQUIRE = "--require";

  /** What says itself what is wanted, and how much may move. */
  static final List<String> AIMS = List.of(MILESTONE, BITS, SIZE, MINIMIZE, SPACE, PARETO);

  /** Those that are limited by a multiple of today's. */
  static final List<Axis> RATIOS = List.of(Axis.PROVER, Axis.VERIFIER, Axis.MEMORY);

  /** What says how a result is shown, what it is a gate for, or what may be replaced. */
  static final Set<String> NOT_AGAIN =
      Set.of(
          REQUIRE,
          Format.NAME,
          OutputFile.OPTION,
          ColorMode.NAME,
          EstimateOptions.SET,
          OptimizeCommand.FULL,
          Options.STDIN_NAME,
          Options.DEBUG,
          "--help");

  private OptimizeSpec() {}

  /** The command with these options. */
  static CommandSpec addTo(CommandSpec command) {
    OptionSpecs add = new OptionSpecs(command);
    command.addOption(
        EnumOption.of(
            Axis.values(),
            "AXIS",
            MINIMIZE,
            "What is to cost least: the proof, the prover's hashing with proof-of-work, the"
                + " verifier's hashing, proof-of-work alone, or the memory of committed words.",
            Axis.PROVER));
    add.text("N", BITS, "Bits that every circuit must have.", "those that it has today", "128");
    command.addOption(
        EnumOption.of(
            Milestone.values(),
            "NAME",
            Options.option(
                MILESTONE,
                "The bits of a milestone of the Ethereum Foundation, and its size for the final"
                    + " proof: "
                    + Milestone.meanings()
                    + ".",
                "none",
                MILESTONE + " h-star")));
    add.text(
        "SIZE",
        SIZE,
        "Largest size allowed for the final proof: a number with a unit.",
        "no limit",
        "300KiB");
    command.addOption(
        EnumOption.of(
            SizeLimit.Measure.values(),
            "MEASURE",
            MEASURE,
            "The size that counts: worst (case) or expected.",
            SizeLimit.Measure.EXPECTED));
    for (Axis axis : RATIOS) {
      add.text(
          "RATIO",
          limit(axis),
          "Most that a configuration may take of the "
              + words(axis)
              + ", as a multiple of today's.",
          "no limit",
          "1.5x");
    }
    add.text(
        "AXES",
        PARETO,
        "Instead of one configuration, all that no other one beats on two or three axes"
            + " (proof-size, prover, verifier, grinding, memory).",
        "off",
        "proof-size,prover");
    add.text(
        "P",
        RESOLUTION,
        "By how many percent two points of a front differ at least on some axis.",
        "5%",
        "1%");
    add.text(
        "BITS",
        GRINDING,
        "The most bits of proof-of-work at a site. In the space free a site that has no more keeps"
            + " what it has.",
        "24, or those of today where they are more",
        "20");
    command.addOption(
        EnumOption.of(
            Extent.values(),
            "SPACE",
            Options.option(
                SPACE,
                "What may move: free (folds, queries, the gap), tuned (these, the rate from 1/2 to"
                    + " 1/64, proof-of-work) or redesign (these, a larger field, the hash's"
                    + " length).",
                "tuned where bits or a milestone are wanted, else free",
                SPACE + " redesign")));
    command.addOption(
        Options.texts(
            "KEY=DOMAIN",
            Options.option(
                Vary.NAME,
                "The values of a key: 1..400, 0..24:4, 1/2..1/64, 4,8,16, KoalaBear^4..8, auto; of"
                    + " folds any(2,4,8), uniform(4,8), capped(16). May be repeated.",
                "those of --space",
                Vary.NAME + " rho=1/4..1/32")));
    command.addOption(
        Options.texts(
            "KEY",
            Options.option(
                FIX, "A key that stays as it is; may be repeated.", "none", FIX + " rho")));
    add.text(
        "P%",
        REQUIRE,
        "For gates: fail if a circuit's proof could be smaller by so much, at no fewer bits, at no"
            + " cost for the prover (--space free).",
        "off",
        "5%");
    return command;
  }

  /** Adds options that take a text. */
  private record OptionSpecs(CommandSpec command) {
    void text(String label, String name, String meaning, String usual, String example) {
      command.addOption(
          Options.text(label, Options.option(name, meaning, usual, name + " " + example)).build());
    }
  }

  /** The option that limits an axis by a multiple of today's. */
  static String limit(Axis axis) {
    return "--max-" + axis.option();
  }

  private static String words(Axis axis) {
    return axis == Axis.MEMORY ? "memory of committed words" : axis.words() + "'s hashing";
  }

  /** The command as it was given, without its files, settings, a gate, and how it is shown. */
  static List<String> again(Request request) {
    List<String> options = new ArrayList<>();
    for (OptionSpec option : request.arguments().commandSpec().options()) {
      if (!NOT_AGAIN.contains(option.longestName())) {
        options.add(option.longestName());
      }
    }
    return Stream.concat(Stream.of("soundcalc", "optimize"), given(request, options).stream())
        .toList();
  }

  /** Those of some options that were given, with their values, as a shell takes them. */
  static List<String> given(Request request, List<String> options) {
    List<String> given = new ArrayList<>();
    for (String option : options) {
      Object value = request.value(option, (Object) List.of());
      for (Object each : value instanceof List<?> list ? list : List.of(value)) {
        boolean isFlag = each instanceof Boolean;
        given.add(isFlag ? option : option + " " + SettingWords.quoted(each.toString()));
      }
    }
    return given;
  }
}
