package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Extent;
import org.soundcalc.search.optimum.SpaceRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * What a configuration is wanted for.
 *
 * @param bits wanted of every circuit; nothing where each keeps those of today
 * @param milestone whose bits and size are wanted, if any
 * @param least the axis that is minimised
 * @param size the limit on the final proof, if there is one
 * @param ratios limits against today
 * @param worst whether sizes count in the worst case
 * @param space what may move
 * @param front the axes of a front, the one to sort by first; empty where one axis is minimised
 * @param resolution by how much two of its points differ at least on some axis, as a share
 */
record OptimizeOptions(
    OptionalLong bits,
    Optional<Milestone> milestone,
    Axis least,
    Optional<SizeLimit> size,
    Map<Axis, Double> ratios,
    boolean worst,
    SpaceRequest space,
    List<Axis> front,
    double resolution) {
  private static final String MINIMIZE = "--minimize";
  private static final String BITS = "--min-bits";
  private static final String MILESTONE = "--milestone";
  private static final String SIZE = "--max-proof-size";
  private static final String MEASURE = "--proof-size";
  private static final String GRINDING = "--max-grinding";
  private static final String SPACE = "--space";
  private static final String VARY = "--vary";
  private static final String FIX = "--fix";
  private static final String PARETO = "--pareto";
  private static final String RESOLUTION = "--resolution";
  private static final double USUAL_RESOLUTION = 5;
  private static final int MOST_AXES = 3;
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?)%?");

  /** Those that are limited by a multiple of today's. */
  private static final List<Axis> RATIOS = List.of(Axis.PROVER, Axis.VERIFIER, Axis.MEMORY);

  private static final Pattern RATIO = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)[x×]?");

  /** The command with these options. */
  static CommandSpec addTo(CommandSpec command) {
    String milestones =
        Stream.of(Milestone.values()).map(Milestone::meaning).collect(Collectors.joining(", "));
    OptionSpecs add = new OptionSpecs(command);
    command.addOption(
        EnumOption.of(
            Stream.of(Axis.values()).toArray(Axis[]::new),
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
                    + milestones
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
        "The most bits of proof-of-work at a site.",
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
                VARY,
                "The values of a key: 1..400, 0..24:4, 1/2..1/64, 4,8,16, KoalaBear^4..8, auto; of"
                    + " folds any(2,4,8), uniform(4,8), capped(16). May be repeated.",
                "those of --space",
                VARY + " rho=1/4..1/32")));
    command.addOption(
        Options.texts(
            "KEY",
            Options.option(
                FIX, "A key that stays as it is; may be repeated.", "none", FIX + " rho")));
    return command;
  }

  /** Adds options that take a text. */
  private record OptionSpecs(CommandSpec command) {
    void text(String label, String name, String meaning, String usual, String example) {
      command.addOption(
          Options.text(label, Options.option(name, meaning, usual, name + " " + example)).build());
    }
  }

  private static String limit(Axis axis) {
    return "--max-" + axis.option();
  }

  private static String words(Axis axis) {
    return axis == Axis.MEMORY ? "memory of committed words" : axis.words() + "'s hashing";
  }

  /**
   * What was asked for.
   *
   * @throws UsageException if a value is none of its option
   */
  static OptimizeOptions of(Request request) {
    RequirementOptions.checkFiles(request.files());
    Optional<Milestone> milestone =
        Optional.of(MILESTONE)
            .filter(request::has)
            .map(option -> request.value(option, Milestone.H_STAR));
    SizeLimit.Measure measure = request.value(MEASURE, SizeLimit.Measure.WORST);
    OptionalLong bits =
        Stream.concat(
                Stream.of(BITS).filter(request::has).map(o -> whole(BITS, request)),
                milestone.stream().map(Milestone::bits))
            .mapToLong(Long::longValue)
            .max();
    Optional<SizeLimit> size =
        Stream.concat(
                Stream.of(SIZE)
                    .filter(request::has)
                    .map(option -> RequirementOptions.size(request.value(option, ""), measure)),
                milestone.stream().map(named -> named.size(measure)))
            .min(Comparator.comparing(SizeLimit::bits));
    Map<Axis, Double> ratios = new EnumMap<>(Axis.class);
    for (Axis axis : RATIOS) {
      if (request.has(limit(axis))) {
        ratios.put(axis, ratio(limit(axis), request));
      }
    }
    Extent extent = request.value(SPACE, bits.isPresent() ? Extent.TUNED : Extent.FREE);
    OptionalLong grinding =
        request.has(GRINDING) ? OptionalLong.of(whole(GRINDING, request)) : OptionalLong.empty();
    List<Axis> front = front(request);
    return new OptimizeOptions(
        bits,
        milestone,
        front.isEmpty() ? request.value(MINIMIZE, Axis.PROOF_SIZE) : front.get(0),
        size,
        ratios,
        measure == SizeLimit.Measure.WORST,
        new SpaceRequest(
            extent, varied(request), new LinkedHashSet<>(request.value(FIX, List.of())), grinding),
        front,
        percent(RESOLUTION, request, USUAL_RESOLUTION) / 100);
  }

  /** The axes that a front is asked for on. */
  private static List<Axis> front(Request request) {
    if (!request.has(PARETO)) {
      if (request.has(RESOLUTION)) {
        throw new UsageException(RESOLUTION + " is for fronts: add " + PARETO);
      }
      return List.of();
    }
    if (request.has(MINIMIZE)) {
      throw new UsageException(
          PARETO + " and " + MINIMIZE + ": a front has several axes, the first of them sorts it");
    }
    Map<String, Axis> known = new LinkedHashMap<>();
    Stream.of(Axis.values()).forEach(axis -> known.put(axis.option(), axis));
    String text = request.value(PARETO, "");
    List<Axis> axes = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      String word = name.strip().toLowerCase(Locale.ROOT);
      Axis axis = UsageException.known(PARETO + " " + text, word, "axis", known);
      if (axes.contains(axis)) {
        throw new UsageException(PARETO + " " + text + ": " + word + " is there twice");
      }
      axes.add(axis);
    }
    if (axes.size() < 2 || axes.size() > MOST_AXES) {
      throw new UsageException(
          "%s %s: expected two or three axes, such as proof-size,prover".formatted(PARETO, text));
    }
    return List.copyOf(axes);
  }

  private static double percent(String option, Request request, double usual) {
    if (!request.has(option)) {
      return usual;
    }
    String text = request.value(option, "");
    Matcher matcher = PERCENT.matcher(text.strip());
    double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : -1;
    if (percent < 0 || percent > 100) {
      throw new UsageException(option + " \"" + text + "\": expected a percentage, such as 5%");
    }
    return percent;
  }

  /** The axes that count, the one that is minimised, or sorts, first. */
  List<Axis> axes() {
    return front.isEmpty() ? List.of(least) : front;
  }

  private static long whole(String option, Request request) {
    String text = request.value(option, "");
    try {
      return option.equals(GRINDING)
          ? RequirementOptions.grinding(text)
          : RequirementOptions.bits(text);
    } catch (TypeConversionException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  private static double ratio(String option, Request request) {
    String text = request.value(option, "");
    Matcher matcher = RATIO.matcher(text.strip());
    double ratio = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    if (ratio <= 0) {
      throw new UsageException(
          option + " \"" + text + "\": expected a multiple of today's, such as 1.5x");
    }
    return ratio;
  }

  private static Map<String, String> varied(Request request) {
    Map<String, String> varied = new LinkedHashMap<>();
    for (String text : request.<List<String>>value(VARY, List.of())) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new UsageException(
            VARY + " " + text + ": expected KEY=DOMAIN, such as num_queries=1..400");
      }
      String key = text.substring(0, equals).strip();
      if (varied.putIfAbsent(key, text.substring(equals + 1)) != null) {
        throw new UsageException(VARY + " " + text + ": " + key + " is varied twice");
      }
    }
    return varied;
  }

  /** The keys that were named, with the options that name them. */
  List<Map.Entry<String, String>> named() {
    List<Map.Entry<String, String>> named = new ArrayList<>();
    space
        .varied()
        .forEach((key, domain) -> named.add(Map.entry(VARY + " " + key + "=" + domain, key)));
    space.fixed().forEach(key -> named.add(Map.entry(FIX + " " + key, key)));
    return named;
  }
}
