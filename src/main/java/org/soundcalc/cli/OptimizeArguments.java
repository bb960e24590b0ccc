package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.io.toml.SearchKeys;
import org.soundcalc.io.toml.SearchOptions;
import org.soundcalc.search.optimum.Multiple;
import org.soundcalc.search.space.VariableKeys;
import picocli.CommandLine.TypeConversionException;

/**
 * Options of the command line, and of a file where that says nothing.
 *
 * @param request of the command line
 * @param stated what a file says of options, as command lines write it
 * @param varied domains by the keys that they are of
 * @param fixed keys that stay
 */
record OptimizeArguments(
    Request request, Map<String, String> stated, Map<String, String> varied, Set<String> fixed) {
  /**
   * Both together.
   *
   * @throws UsageException if the command line varies what is no KEY=DOMAIN, or what it keeps
   */
  static OptimizeArguments of(Request request, SearchOptions.Part file) {
    Map<String, String> stated = new LinkedHashMap<>();
    file.values().forEach((key, value) -> stated.put("--" + key.replace('_', '-'), value));
    if (request.has(OptimizeSpec.REQUIRE)) {
      stated.keySet().removeAll(OptimizeSpec.AIMS);
    }
    if (request.has(OptimizeSpec.MILESTONE) || request.has(OptimizeSpec.BITS)) {
      // either says what is wanted
      stated.keySet().removeAll(List.of(OptimizeSpec.MILESTONE, OptimizeSpec.BITS));
    }
    Map<String, String> own = varied(request);
    Set<String> fixed = fixed(request);
    own.forEach(
        (key, domain) ->
            fixed.stream()
                .filter(its -> key.equals(its) || key.endsWith("." + its))
                .findFirst()
                .ifPresent(
                    its -> {
                      throw new UsageException(
                          "%s %s=%s: %s %s keeps it as it is: leave out one"
                              .formatted(Vary.NAME, key, domain, OptimizeSpec.FIX, its));
                    }));
    Map<String, String> varied = new LinkedHashMap<>(file.varied());
    varied.keySet().removeAll(fixed);
    varied.putAll(own);
    file.fixed().orElse(List.of()).stream()
        .filter(key -> !own.containsKey(key))
        .forEach(fixed::add);
    return new OptimizeArguments(request, stated, varied, fixed);
  }

  /** What counts of a file's tables, each with the header it stands below. */
  static List<String> ofFile(Request request, SearchOptions file, Collection<String> circuits) {
    List<String> said = new ArrayList<>();
    String table = "[" + SearchKeys.TABLE + "]";
    of(request, file.ofAll()).ofFile(table).ifPresent(said::add);
    for (String circuit : circuits) {
      Optional.ofNullable(file.ofCircuits().get(circuit))
          .flatMap(part -> of(request, part).ofFile(SearchKeys.ofCircuit(circuit)))
          .ifPresent(said::add);
    }
    return said;
  }

  private Optional<String> ofFile(String header) {
    List<String> said = new ArrayList<>();
    stated.forEach(
        (option, value) -> {
          if (!request.has(option)) {
            said.add(option.substring(2).replace('-', '_') + " = " + value);
          }
        });
    Map<String, String> own = varied(request);
    varied.forEach(
        (key, domain) -> {
          if (!own.containsKey(key)) {
            said.add(key + " = " + domain);
          }
        });
    List<String> stay = new ArrayList<>(fixed);
    stay.removeAll(fixed(request));
    if (!stay.isEmpty()) {
      said.add("fix " + String.join(", ", stay));
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(header + " " + String.join(", ", said));
  }

  /** Whether either has an option. */
  boolean has(String option) {
    return request.has(option) || stated.containsKey(option);
  }

  /** What an option was given that either has. */
  String text(String option) {
    return request.has(option) ? request.value(option, "") : stated.get(option);
  }

  /** The constant of an enum that it names. */
  <E extends Enum<E>> E constant(String option, Class<E> type) {
    return EnumOption.constant(text(option), type);
  }

  /**
   * A whole number of bits.
   *
   * @throws UsageException if it is none, or too large
   */
  long whole(String option) {
    String text = text(option);
    try {
      return option.equals(OptimizeSpec.GRINDING)
          ? RequirementOptions.grinding(text)
          : RequirementOptions.bits(text);
    } catch (TypeConversionException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  /**
   * A multiple of what is today.
   *
   * @throws UsageException if it is none
   */
  double ratio(String option) {
    String text = text(option);
    return Multiple.parse(text)
        .orElseThrow(
            () ->
                new UsageException(option + " \"" + text + "\": expected " + Multiple.DESCRIPTION));
  }

  private static Set<String> fixed(Request request) {
    Set<String> fixed = new LinkedHashSet<>();
    for (String key : request.<List<String>>value(OptimizeSpec.FIX, List.of())) {
      if (key.matches("\\w+( *, *\\w+)+")) {
        throw new UsageException(
            "%s %s: it names one key, and may be repeated: %1$s %s"
                .formatted(
                    OptimizeSpec.FIX, key, key.replaceAll(" *, *", " " + OptimizeSpec.FIX + " ")));
      }
      if (!fixed.add(VariableKeys.plain(key))) {
        throw new UsageException(
            OptimizeSpec.FIX + " " + key + " is there twice: leave out one of them");
      }
    }
    return fixed;
  }

  private static Map<String, String> varied(Request request) {
    Map<String, String> varied = new LinkedHashMap<>();
    for (String text : request.<List<String>>value(Vary.NAME, List.of())) {
      Vary vary = Vary.of(text);
      if (text.indexOf('=') < 1) {
        throw vary.refused("expected KEY=DOMAIN, such as num_queries=1..400");
      }
      if (varied.putIfAbsent(vary.key(), vary.domain()) != null) {
        throw vary.refused(vary.key() + " is varied twice");
      }
    }
    return varied;
  }
}
