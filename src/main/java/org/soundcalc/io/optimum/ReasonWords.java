package org.soundcalc.io.optimum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Problem;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Cut;
import org.soundcalc.search.optimum.Point;
import org.soundcalc.search.optimum.Reason;

/**
 * Why a circuit has no configuration, in words.
 *
 * @param circuit the circuit
 */
record ReasonWords(CircuitOptimum circuit) {
  private static final Pattern NUMBER = Pattern.compile("(2\\^)?([0-9]+(?:\\.[0-9]+)?)");

  /** What there is none of. */
  String headline() {
    return circuit.circuit().id().name()
        + ": no configuration of the space "
        + (circuit.optimum().effort().cut().filter(Cut::isOfTime).isPresent()
            ? "was found in time that has "
            : circuit.optimum().effort().isCut() ? "was found that has " : "has ")
        + circuit.aim().bits()
        + " bits"
        + (circuit.aim().most().isEmpty() ? "" : " within the limits");
  }

  /** A reason, with what would cure it. */
  private List<String> lines(Reason reason) {
    if (reason instanceof Reason.Ceiling ceiling) {
      return ceiling(ceiling);
    }
    if (reason instanceof Reason.Conflict conflict) {
      return conflict(conflict);
    }
    if (reason instanceof Reason.Limit limit) {
      return limit(limit);
    }
    if (reason instanceof Reason.Unfinished unfinished) {
      String before = cut(unfinished.why()) + " before ";
      return List.of(
          switch (unfinished.why()) {
            case TIME -> before + "it was known why there is none: raise --time-limit";
            case INTERRUPTION -> before + "it was known why there is none";
            case LABELS -> before + "one was found: narrow a domain, or leave an axis out";
          });
    }
    return refused((Reason.Refused) reason);
  }

  /** Why a search ended, as a sentence begins. */
  static String cut(Cut why) {
    return switch (why) {
      case TIME -> "time ran out";
      case INTERRUPTION -> "interrupted";
      case LABELS ->
          String.format(
              Locale.ROOT,
              "more than %,d ways to fold had to be kept that none beats on every axis",
              Cut.MOST_LABELS);
    };
  }

  private List<String> ceiling(Reason.Ceiling ceiling) {
    List<String> lines = new ArrayList<>();
    lines.add(ReasonBrief.of(ceiling) + ", wherever in the space");
    String field =
        ceiling.cures().stream()
            .filter(ReasonWords::isField)
            .map(cure -> SettingWords.shown(cure.value()) + " gives it " + cure.bits())
            .collect(Collectors.joining("; "));
    if (!field.isEmpty()) {
      lines.add("  field: " + field);
    }
    for (Reason.Cure cure : ceiling.cures()) {
      if (!isField(cure)) {
        lines.add("  " + needed(cure));
      }
    }
    return lines;
  }

  private String needed(Reason.Cure cure) {
    Optional<Key<Circuit, ?>> queries =
        circuit
            .circuit()
            .foldingDesign()
            .<Key<Circuit, ?>>map(FoldingDesign::queriesKey)
            .filter(key -> key.spelling().equals(cure.key()));
    boolean isVaried = queries.filter(circuit.space()::moves).isPresent();
    return "%s %s would need %s%s"
        .formatted(
            cure.key(),
            isVaried ? "is not varied as far, and" : "is not varied, and",
            cure.value(),
            queries.isPresent() ? "" : " bits");
  }

  private static boolean isField(Reason.Cure cure) {
    return cure.key().equals(CommonKeys.FIELD.name());
  }

  /** The field that lifts all terms that have too few bits, as TOML writes it, if one does. */
  Optional<String> field(List<Reason> reasons) {
    return reasons.stream()
        .flatMap(reason -> reason instanceof Reason.Ceiling c ? c.cures().stream() : null)
        .filter(cure -> isField(cure) && cure.complete())
        .map(Reason.Cure::value)
        .findFirst();
  }

  /** What such a field does. */
  String lifting(String field) {
    return "  field: " + SettingWords.shown(field) + " lifts every term; to try it:";
  }

  /** What sets it. */
  private String setting(String field) {
    String name = circuit.circuit().id().name();
    return SettingWords.setting(name, Optional.empty(), CommonKeys.FIELD.name(), field);
  }

  /**
   * Why there is none: of terms that of the fewest bits, and the others in a line, unless all is
   * wanted.
   */
  List<String> lines(List<Reason> reasons, boolean inFull) {
    boolean inFew = reasons.get(0) instanceof Reason.Ceiling && reasons.size() > 1 && !inFull;
    List<String> lines = new ArrayList<>();
    for (Reason reason : inFew ? reasons.subList(0, 1) : reasons) {
      lines.addAll(lines(reason));
    }
    if (inFew) {
      lines.add("and " + others(reasons));
    }
    return lines;
  }

  /** The command that tries a field that lifts all terms. */
  List<String> trying(String field, OptimumReport report, String source) {
    List<String> arguments = new ArrayList<>(report.command());
    arguments.addAll(report.settings(List.of(setting(field))));
    arguments.add(SettingWords.quoted(source));
    return arguments;
  }

  /** The other terms that have too few, in a line. */
  private String others(List<Reason> reasons) {
    List<String> terms =
        reasons.subList(1, reasons.size()).stream()
            .map(reason -> (Reason.Ceiling) reason)
            .sorted(Comparator.comparingLong(Reason.Ceiling::bits))
            .map(ceiling -> ceiling.term() + " " + ceiling.bits())
            .toList();
    return "others below " + circuit.aim().bits() + " bits: " + String.join(", ", terms);
  }

  private List<String> conflict(Reason.Conflict conflict) {
    Point best = conflict.best();
    List<String> lines = new ArrayList<>();
    lines.add(ReasonBrief.of(conflict));
    Map<String, List<Reason.Below>> byRegime = new LinkedHashMap<>();
    conflict
        .below()
        .forEach(b -> byRegime.computeIfAbsent(b.regime(), any -> new ArrayList<>()).add(b));
    byRegime.forEach(
        (regime, below) ->
            lines.add(
                "  below %d bits under %s%s: %s"
                    .formatted(
                        circuit.aim().bits(),
                        regime,
                        below.get(0).always() ? ", wherever in the space" : " then",
                        below.stream()
                            .map(term -> term.term() + " " + term.bits())
                            .collect(Collectors.joining(", ")))));
    lines.add("  with " + values(best.circuit()));
    return lines;
  }

  private String values(Circuit other) {
    String values =
        circuit.changes(other).stream()
            .map(
                change ->
                    change.key().spelling()
                        + " = "
                        + change.to().map(SettingWords::shown).orElse("none"))
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? "the values of today" : values;
  }

  private List<String> limit(Reason.Limit limit) {
    Circuit nearest = limit.nearest().circuit();
    boolean worst = circuit.aim().worst();
    List<String> lines = new ArrayList<>();
    if (limit.axis() == Axis.PROOF_SIZE) {
      BigInteger size = Amounts.size(nearest, worst);
      lines.add(
          "the bits are within reach, the size is not: %s KiB at least, at %d bits (%s)"
              .formatted(
                  Amounts.kib(size), limit.nearest().bits(), limit.nearest().regime().name()));
      nearest
          .largestPart()
          .ifPresent(
              part ->
                  lines.add(
                      "  %s KiB of them are %s, which no schedule removes"
                          .formatted(
                              Amounts.kib(
                                  worst ? part.bits().worstCaseBits() : part.bits().expectedBits()),
                              part.name())));
    } else {
      lines.add(
          "the bits are within reach, the limit of %s is not: %s of today at least"
              .formatted(
                  limit.axis().words(),
                  Amounts.ratio(
                      circuit.aim().cost(circuit.circuit(), limit.axis()),
                      circuit.aim().cost(nearest, limit.axis()))));
    }
    lines.add("  with " + values(nearest));
    return lines;
  }

  private static List<String> refused(Reason.Refused refused) {
    List<String> lines = new ArrayList<>(List.of("no values of the space fit together:"));
    folded(refused.problems()).forEach(line -> lines.add("  " + line));
    return lines;
  }

  /** What was refused: of messages that differ in numbers alone, one with the ranges of these. */
  static List<String> folded(List<Problem> problems) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (Problem problem : problems) {
      String message = problem.toString();
      String kind = NUMBER.matcher(message).replaceAll("#");
      alike.computeIfAbsent(kind, any -> new ArrayList<>()).add(message);
    }
    return alike.values().stream().map(ReasonWords::range).toList();
  }

  private static String range(List<String> messages) {
    List<List<BigDecimal>> numbers =
        messages.stream()
            .map(
                text ->
                    NUMBER.matcher(text).results().map(n -> new BigDecimal(n.group(2))).toList())
            .toList();
    StringBuilder range = new StringBuilder();
    Matcher matcher = NUMBER.matcher(messages.get(0));
    for (int i = 0; matcher.find(); i++) {
      int place = i;
      BigDecimal least = numbers.stream().map(n -> n.get(place)).min(BigDecimal::compareTo).get();
      BigDecimal most = numbers.stream().map(n -> n.get(place)).max(BigDecimal::compareTo).get();
      String power = Optional.ofNullable(matcher.group(1)).orElse("");
      String words =
          least.compareTo(most) == 0
              ? matcher.group()
              : power + least.toPlainString() + " to " + power + most.toPlainString();
      matcher.appendReplacement(range, Matcher.quoteReplacement(words));
    }
    return matcher.appendTail(range).toString();
  }
}
