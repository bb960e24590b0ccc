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
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.io.toml.SearchOptions;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Extent;
import org.soundcalc.search.optimum.Space;
import org.soundcalc.search.optimum.SpaceRequest;

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
  private static final BigInteger MOST_COMBINATIONS = BigInteger.valueOf(1_000_000);
  private static final double USUAL_RESOLUTION = 5;
  private static final int MOST_AXES = 3;
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?)%?");

  /**
   * What was asked for.
   *
   * @param request of the command line, which wins
   * @param file what a file says
   * @throws UsageException if a value is none of its option, or two options contradict each other
   */
  static OptimizeOptions of(Request request, SearchOptions.Part file) {
    RequirementOptions.checkFiles(request.files());
    for (String option : OptimizeSpec.AIMS) {
      if (request.has(OptimizeSpec.REQUIRE) && request.has(option)) {
        throw new UsageException(
            OptimizeSpec.REQUIRE + " asks what is free at the bits of today: leave out " + option);
      }
    }
    OptimizeArguments asked = OptimizeArguments.of(request, file);
    Optional<Milestone> milestone =
        Optional.of(OptimizeSpec.MILESTONE)
            .filter(asked::has)
            .map(o -> asked.constant(o, Milestone.class));
    SizeLimit.Measure measure =
        asked.has(OptimizeSpec.MEASURE)
            ? asked.constant(OptimizeSpec.MEASURE, SizeLimit.Measure.class)
            : SizeLimit.Measure.WORST;
    OptionalLong bits =
        Stream.concat(
                Stream.of(OptimizeSpec.BITS).filter(asked::has).map(asked::whole),
                milestone.stream().map(Milestone::bits))
            .mapToLong(Long::longValue)
            .max();
    Optional<SizeLimit> size =
        Stream.concat(
                Stream.of(OptimizeSpec.SIZE)
                    .filter(asked::has)
                    .map(option -> RequirementOptions.size(asked.text(option), measure)),
                milestone.stream().map(named -> named.size(measure)))
            .min(Comparator.comparing(SizeLimit::bits));
    Map<Axis, Double> ratios = new EnumMap<>(Axis.class);
    for (Axis axis : OptimizeSpec.RATIOS) {
      if (asked.has(OptimizeSpec.limit(axis))) {
        ratios.put(axis, asked.ratio(OptimizeSpec.limit(axis)));
      }
    }
    Extent extent =
        asked.has(OptimizeSpec.SPACE)
            ? asked.constant(OptimizeSpec.SPACE, Extent.class)
            : bits.isPresent() ? Extent.TUNED : Extent.FREE;
    OptionalLong grinding =
        asked.has(OptimizeSpec.GRINDING)
            ? OptionalLong.of(asked.whole(OptimizeSpec.GRINDING))
            : OptionalLong.empty();
    List<Axis> front = front(request);
    return new OptimizeOptions(
        bits,
        milestone,
        least(asked, front),
        size,
        ratios,
        measure == SizeLimit.Measure.WORST,
        new SpaceRequest(extent, asked.varied(), asked.fixed(), grinding),
        front,
        percent(OptimizeSpec.RESOLUTION, request, USUAL_RESOLUTION) / 100);
  }

  private static Axis least(OptimizeArguments asked, List<Axis> front) {
    if (!front.isEmpty()) {
      return front.get(0);
    }
    return asked.has(OptimizeSpec.MINIMIZE)
        ? asked.constant(OptimizeSpec.MINIMIZE, Axis.class)
        : Axis.PROOF_SIZE;
  }

  /** The axes that a front is asked for on. */
  private static List<Axis> front(Request request) {
    if (!request.has(OptimizeSpec.PARETO)) {
      if (request.has(OptimizeSpec.RESOLUTION)) {
        throw new UsageException(
            OptimizeSpec.RESOLUTION + " is for fronts: add " + OptimizeSpec.PARETO);
      }
      return List.of();
    }
    if (request.has(OptimizeSpec.MINIMIZE)) {
      throw new UsageException(
          OptimizeSpec.PARETO
              + " and "
              + OptimizeSpec.MINIMIZE
              + ": a front has several axes, the first of them sorts it");
    }
    Map<String, Axis> known = new LinkedHashMap<>();
    Stream.of(Axis.values()).forEach(axis -> known.put(axis.option(), axis));
    String text = request.value(OptimizeSpec.PARETO, "");
    List<Axis> axes = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      String word = name.strip().toLowerCase(Locale.ROOT);
      Axis axis = UsageException.known(OptimizeSpec.PARETO + " " + text, word, "axis", known);
      if (axes.contains(axis)) {
        throw new UsageException(
            OptimizeSpec.PARETO + " " + text + ": " + word + " is there twice");
      }
      axes.add(axis);
    }
    if (axes.size() < 2 || axes.size() > MOST_AXES) {
      throw new UsageException(
          "%s %s: expected two or three axes, such as proof-size,prover"
              .formatted(OptimizeSpec.PARETO, text));
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
    return request.has(OptimizeSpec.REQUIRE)
        ? Optional.of(BigDecimal.valueOf(percent(OptimizeSpec.REQUIRE, request, 0)))
        : Optional.empty();
  }

  /** The axes that count, the one that is minimised, or sorts, first. */
  List<Axis> axes() {
    return front.isEmpty() ? List.of(least) : front;
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
                throw new UsageException(Vary.NAME + " " + key + "=" + domain + ": " + fault.get());
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
                    Vary.NAME,
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
                  OptimizeSpec.GRINDING,
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
        .forEach((key, domain) -> named.add(Map.entry(Vary.NAME + " " + key + "=" + domain, key)));
    space.fixed().forEach(key -> named.add(Map.entry(OptimizeSpec.FIX + " " + key, key)));
    return named;
  }
}
