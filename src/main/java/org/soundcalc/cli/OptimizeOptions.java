package org.soundcalc.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.io.toml.SearchOptions;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Extent;
import org.soundcalc.search.optimum.Multiple;
import org.soundcalc.search.optimum.Space;
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
  private static final String REQUIRE = "--require";

  /** What says itself what is wanted, and how much may move. */
  private static final List<String> AIMS = List.of(MILESTONE, BITS, SIZE, MINIMIZE, SPACE, PARETO);

  private static final BigInteger MOST_COMBINATIONS = BigInteger.valueOf(1_000_000);
  private static final double USUAL_RESOLUTION = 5;
  private static final int MOST_AXES = 3;
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?)%?");

  /** Those that are limited by a multiple of today's. */
  private static final List<Axis> RATIOS = List.of(Axis.PROVER, Axis.VERIFIER, Axis.MEMORY);

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

  private static String limit(Axis axis) {
    return "--max-" + axis.option();
  }

  private static String words(Axis axis) {
    return axis == Axis.MEMORY ? "memory of committed words" : axis.words() + "'s hashing";
  }

  /**
   * What was asked for.
   *
   * @param request of the command line, which wins
   * @param file what a file says
   * @throws UsageException if a value is none of its option, or two options contradict each other
   */
  static OptimizeOptions of(Request request, SearchOptions.Part file) {
    RequirementOptions.checkFiles(request.files());
    for (String option : AIMS) {
      if (request.has(REQUIRE) && request.has(option)) {
        throw new UsageException(
            REQUIRE + " asks what is free at the bits of today: leave out " + option);
      }
    }
    Asked asked = Asked.of(request, file);
    Optional<Milestone> milestone =
        Optional.of(MILESTONE).filter(asked::has).map(o -> asked.constant(o, Milestone.class));
    SizeLimit.Measure measure =
        asked.has(MEASURE)
            ? asked.constant(MEASURE, SizeLimit.Measure.class)
            : SizeLimit.Measure.WORST;
    OptionalLong bits =
        Stream.concat(
                Stream.of(BITS).filter(asked::has).map(o -> whole(o, asked)),
                milestone.stream().map(Milestone::bits))
            .mapToLong(Long::longValue)
            .max();
    Optional<SizeLimit> size =
        Stream.concat(
                Stream.of(SIZE)
                    .filter(asked::has)
                    .map(option -> RequirementOptions.size(asked.text(option), measure)),
                milestone.stream().map(named -> named.size(measure)))
            .min(Comparator.comparing(SizeLimit::bits));
    Map<Axis, Double> ratios = new EnumMap<>(Axis.class);
    for (Axis axis : RATIOS) {
      if (asked.has(limit(axis))) {
        ratios.put(axis, ratio(limit(axis), asked));
      }
    }
    Extent extent =
        asked.has(SPACE)
            ? asked.constant(SPACE, Extent.class)
            : bits.isPresent() ? Extent.TUNED : Extent.FREE;
    OptionalLong grinding =
        asked.has(GRINDING) ? OptionalLong.of(whole(GRINDING, asked)) : OptionalLong.empty();
    List<Axis> front = front(request);
    return new OptimizeOptions(
        bits,
        milestone,
        least(asked, front),
        size,
        ratios,
        measure == SizeLimit.Measure.WORST,
        new SpaceRequest(extent, asked.varied, asked.fixed, grinding),
        front,
        percent(RESOLUTION, request, USUAL_RESOLUTION) / 100);
  }

  private static Axis least(Asked asked, List<Axis> front) {
    if (!front.isEmpty()) {
      return front.get(0);
    }
    return asked.has(MINIMIZE) ? asked.constant(MINIMIZE, Axis.class) : Axis.PROOF_SIZE;
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

  /**
   * {@return the part of a proof, in percent, that must not be left to save; nothing where it does
   * not matter}
   *
   * @throws UsageException if it is no percentage
   */
  static Optional<BigDecimal> required(Request request) {
    return request.has(REQUIRE)
        ? Optional.of(BigDecimal.valueOf(percent(REQUIRE, request, 0)))
        : Optional.empty();
  }

  /** The command as it was given, without circuits, files and how it is shown. */
  static String again(Request request) {
    StringBuilder command = new StringBuilder("soundcalc optimize");
    for (String option :
        List.of(
            MINIMIZE,
            BITS,
            MILESTONE,
            SIZE,
            MEASURE,
            limit(Axis.PROVER),
            limit(Axis.VERIFIER),
            limit(Axis.MEMORY),
            GRINDING,
            SPACE,
            VARY,
            FIX,
            "--set",
            "--regimes",
            "--bounds",
            "--accounting",
            "--sizes",
            "--hash-rate")) {
      Object value = request.value(option, (Object) List.of());
      for (Object each : value instanceof List<?> list ? list : List.of(value)) {
        command.append(' ').append(option).append(' ');
        command.append(SettingWords.quoted(each.toString()));
      }
    }
    return command.toString();
  }

  /** The axes that count, the one that is minimised, or sorts, first. */
  List<Axis> axes() {
    return front.isEmpty() ? List.of(least) : front;
  }

  /** Options of the command line, and of a file where that says nothing. */
  private record Asked(
      Request request, Map<String, String> stated, Map<String, String> varied, Set<String> fixed) {
    static Asked of(Request request, SearchOptions.Part file) {
      Map<String, String> stated = new LinkedHashMap<>();
      file.values().forEach((key, value) -> stated.put("--" + key.replace('_', '-'), value));
      if (request.has(REQUIRE)) {
        stated.keySet().removeAll(AIMS);
      }
      if (request.has(MILESTONE) || request.has(BITS)) {
        // either says what is wanted
        stated.keySet().removeAll(List.of(MILESTONE, BITS));
      }
      Map<String, String> own = OptimizeOptions.varied(request);
      Set<String> fixed = new LinkedHashSet<>(request.<List<String>>value(FIX, List.of()));
      for (String key : fixed) {
        if (own.containsKey(key)) {
          throw new UsageException(
              "%s %s=%s: %s %2$s keeps it as it is: leave out one"
                  .formatted(VARY, key, own.get(key), FIX));
        }
      }
      Map<String, String> varied = new LinkedHashMap<>(file.varied());
      varied.keySet().removeAll(fixed);
      varied.putAll(own);
      file.fixed().orElse(List.of()).stream()
          .filter(key -> !own.containsKey(key))
          .forEach(fixed::add);
      return new Asked(request, stated, varied, fixed);
    }

    boolean has(String option) {
      return request.has(option) || stated.containsKey(option);
    }

    String text(String option) {
      return request.has(option) ? request.value(option, "") : stated.get(option);
    }

    <E extends Enum<E>> E constant(String option, Class<E> type) {
      return EnumOption.constant(text(option), type);
    }
  }

  private static long whole(String option, Asked asked) {
    String text = asked.text(option);
    try {
      return option.equals(GRINDING)
          ? RequirementOptions.grinding(text)
          : RequirementOptions.bits(text);
    } catch (TypeConversionException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  private static double ratio(String option, Asked asked) {
    String text = asked.text(option);
    return Multiple.parse(text)
        .orElseThrow(
            () ->
                new UsageException(option + " \"" + text + "\": expected " + Multiple.DESCRIPTION));
  }

  private static Map<String, String> varied(Request request) {
    Map<String, String> varied = new LinkedHashMap<>();
    for (String text : request.<List<String>>value(VARY, List.of())) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new UsageException(
            VARY
                + " "
                + (text.isBlank() ? '"' + text + '"' : text)
                + ": expected KEY=DOMAIN, such as num_queries=1..400");
      }
      String key = text.substring(0, equals).strip();
      if (varied.putIfAbsent(key, text.substring(equals + 1)) != null) {
        throw new UsageException(VARY + " " + text + ": " + key + " is varied twice");
      }
    }
    return varied;
  }

  /**
   * Checks what the command line says of keys.
   *
   * @param circuits that are searched
   * @throws UsageException if a key is none of any circuit, or a domain is none of its key
   */
  void checkKeys(List<Circuit> circuits) {
    Set<String> known = new LinkedHashSet<>();
    circuits.forEach(each -> Space.keys(each).forEach(key -> known.add(key.name())));
    for (Map.Entry<String, String> named : named()) {
      List<Circuit> having =
          circuits.stream().filter(each -> SpaceRequest.has(each, named.getValue())).toList();
      if (having.isEmpty()) {
        throw UsageException.unknown(named.getKey(), named.getValue(), "key", known);
      }
    }
    space
        .varied()
        .forEach(
            (key, domain) -> {
              Optional<String> fault = SpaceRequest.fault(key, domain, circuits);
              if (fault.isPresent()) {
                throw new UsageException(VARY + " " + key + "=" + domain + ": " + fault.get());
              }
            });
  }

  /**
   * {@return the space of a circuit}
   *
   * @throws UsageException if limits leave nothing of it, or it is too large
   */
  Space spaceOf(Circuit circuit) {
    try {
      Space its = space.of(circuit);
      BigInteger combinations = its.combinations(circuit);
      if (combinations.compareTo(MOST_COMBINATIONS) > 0) {
        throw new UsageException(
            "%s: circuit %s: %,d combinations of %s are too many, at most %,d are tried: vary fewer"
                .formatted(
                    VARY,
                    circuit.id().name(),
                    combinations,
                    String.join(", ", its.outer(circuit).stream().map(Key::label).toList()),
                    MOST_COMBINATIONS));
      }
      return its;
    } catch (IllegalArgumentException contradiction) {
      throw new UsageException(
          "%s %d: circuit %s: %s"
              .formatted(
                  GRINDING,
                  space.maxGrinding().orElseThrow(),
                  circuit.id().name(),
                  contradiction.getMessage()));
    }
  }

  /** The keys that were named, with the options that name them. */
  private List<Map.Entry<String, String>> named() {
    List<Map.Entry<String, String>> named = new ArrayList<>();
    space
        .varied()
        .forEach((key, domain) -> named.add(Map.entry(VARY + " " + key + "=" + domain, key)));
    space.fixed().forEach(key -> named.add(Map.entry(FIX + " " + key, key)));
    return named;
  }
}
