package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.io.recursion.TreeWords;
import org.soundcalc.io.toml.Region;

/** What is said of proofs that have too few bits when they are sent, alike in every format. */
final class SentFaults {
  /**
   * Circuits that one change mends, or that are alike.
   *
   * @param first the name of the first
   * @param region the key to change, or the header of the first
   * @param words what falls short, by how much, and what would help
   */
  record Group(String first, Region region, String words) {}

  private SentFaults() {}

  /** One for each key that holds a hash that is too short, and one for each other circuit. */
  static List<Group> of(Finding.Sent sent, CheckedZkvm zkvm) {
    Map<Object, List<Finding.SentShortfall>> alike = new LinkedHashMap<>();
    for (Finding.SentShortfall shortfall : sent.shortfalls()) {
      Object key =
          shortfall.isOfHash() && sent.hash().isPresent()
              ? zkvm.region(shortfall)
              : help(shortfall) + shortfall.circuit().nonInteractive();
      alike.computeIfAbsent(key, any -> new ArrayList<>()).add(shortfall);
    }
    List<Group> groups = new ArrayList<>();
    for (List<Finding.SentShortfall> some : alike.values()) {
      String first = some.get(0).circuit().name();
      int all = zkvm.verdict().estimate().circuits().size();
      boolean isEvery = some.size() > 1 && some.size() == all;
      List<String> names = some.stream().map(shortfall -> shortfall.circuit().name()).toList();
      String whose = isEvery ? "every circuit" : String.join(", ", names);
      String words = whose + ": " + words(some, sent);
      groups.add(new Group(first, zkvm.region(some.get(0)), words));
    }
    return groups;
  }

  /** By how much the weakest of them falls short, what binds, and what would help all of them. */
  private static String words(List<Finding.SentShortfall> some, Finding.Sent sent) {
    boolean isOfHash = some.get(0).isOfHash();
    String help =
        isOfHash && some.size() > 1
            ? ": " + RemedyWords.ofAll(sent.hash().orElseThrow())
            : help(some.get(0));
    return some.stream()
        .flatMap(shortfall -> shortfall.circuit().nonInteractive().stream())
        .min(Comparator.comparingInt(NonInteractive::bits))
        .map(
            least ->
                "%d non-interactive bits, %d short of %d: %s%s"
                    .formatted(
                        least.bits(),
                        sent.required() - least.bits(),
                        sent.required(),
                        isOfHash
                            ? "the hash is too short"
                            : NonInteractive.Part.ROUNDS.limit() + rounds(some.get(0)),
                        help))
        .orElse("no non-interactive figure: no proven regime asked for covers it");
  }

  private static String rounds(Finding.SentShortfall shortfall) {
    return ", with " + TreeWords.bits(shortfall.circuit().best().orElseThrow().bits());
  }

  /** Empty where nothing helps. */
  private static String help(Finding.SentShortfall shortfall) {
    String remedies =
        shortfall.remedies().stream()
            .map(remedy -> RemedyWords.of(remedy, shortfall.circuit().name()))
            .collect(Collectors.joining(", or "));
    return remedies.isEmpty() ? "" : ": " + remedies;
  }
}
