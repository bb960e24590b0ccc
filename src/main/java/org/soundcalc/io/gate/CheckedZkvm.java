package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.CircuitCaveat;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.Outlook;
import org.soundcalc.analysis.gate.Remedy;
import org.soundcalc.analysis.gate.Verdict;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Region;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.keys.CommonKeys;

/**
 * A zkVM with its verdict.
 *
 * @param source the file that describes it, as it was named
 * @param verdict whether it passed
 * @param places where the file has its circuits and their keys
 * @param warnings what readers of its figures must know
 */
public record CheckedZkvm(String source, Verdict verdict, Places places, List<Warning> warnings) {
  private static final List<String> SHARED =
      List.of(CommonKeys.FIELD.name(), CommonKeys.HASH_SIZE_BITS.name());

  /**
   * Why a zkVM does not pass.
   *
   * @param kind of the requirement that it misses, such as {@code min-bits}
   * @param circuit that falls short, or makes the final proof
   * @param region the key to change in the zkVM's file, or the circuit's header
   * @param words what falls short, by how much, and what would help
   */
  record Fault(String kind, String circuit, Region region, String words) {}

  /** Name and version. */
  String title() {
    return verdict.estimate().zkvm().title();
  }

  /** What is beside what is required, with the number of warnings that follow. */
  String summary() {
    return GateWords.summary(verdict, otherWarnings().size());
  }

  /** What it needs to pass, in a line; nothing where it passes. */
  Optional<String> outlook() {
    return Outlook.of(verdict).map(outlook -> "to pass: " + OutlookWords.full(outlook, verdict));
  }

  /** Why it does not pass; empty if it does. */
  List<Fault> faults() {
    return verdict.findings().stream().flatMap(finding -> faults(finding).stream()).toList();
  }

  /** Why it misses one requirement; empty if it does not. */
  List<Fault> faults(Finding finding) {
    List<Fault> faults = new ArrayList<>();
    if (finding instanceof Finding.Bits bits) {
      for (Finding.Shortfall lack : bits.shortfalls()) {
        faults.add(fault(finding, lack.name(), region(lack), GateWords.shortfall(lack, bits)));
      }
    } else if (finding instanceof Finding.Tree tree && !tree.passed()) {
      Finding.TreeShortfall first = tree.shortfalls().get(0);
      String words = TreeFaults.shortfall(tree);
      faults.add(fault(finding, first.branch().name(), region(first, tree), words));
    } else if (finding instanceof Finding.Size size && !size.passed()) {
      faults.add(fault(finding, size.circuit(), region(size), SizeWords.excess(size)));
    } else if (finding instanceof Finding.Sent sent) {
      for (SentFaults.Group group : SentFaults.of(sent, this)) {
        faults.add(fault(finding, group.first(), group.region(), group.words()));
      }
    } else if (finding instanceof Finding.NoCaveats strict) {
      for (CaveatWords caveat : CaveatWords.of(verdict)) {
        String words = StrictWords.of(caveat, strict);
        faults.add(fault(finding, caveat.circuit(), region(caveat.first()), words));
      }
    }
    return faults;
  }

  private static Fault fault(Finding finding, String circuit, Region region, String words) {
    return new Fault(finding.kind(), circuit, region, words);
  }

  /**
   * Of the keys that a remedy sets the first that the file has; where one sets several, the binding
   * term's own first; where nothing is enough, that of the binding term, or of its caveat.
   */
  Region region(Finding.Shortfall shortfall) {
    List<List<String>> set = paths(shortfall.remedies()).toList();
    boolean isRaised = shortfall.remedies().stream().anyMatch(Remedy.Raise.class::isInstance);
    Stream<List<String>> own =
        isRaised
            ? Stream.of()
            : levers(shortfall).filter(lever -> set.isEmpty() || set.contains(lever));
    Stream<List<String>> ofCaveat =
        shortfall.figures().stream()
            .flatMap(figures -> figures.binding().term().caveat().stream())
            .map(Caveat::path);
    return first(shortfall.index(), Stream.concat(Stream.concat(own, set.stream()), ofCaveat));
  }

  /** Of the keys that a remedy sets the first that the file has. */
  Region region(Finding.SentShortfall shortfall) {
    return first(shortfall.index(), paths(shortfall.remedies()));
  }

  /** Of the keys that a remedy sets the first that the file has. */
  Region region(Finding.TreeShortfall shortfall, Finding.Tree tree) {
    List<Remedy> together =
        tree.together().stream()
            .filter(its -> its.index() == shortfall.index())
            .map(Finding.OfCircuit::remedy)
            .toList();
    List<Remedy> remedies = shortfall.remedies().isEmpty() ? together : shortfall.remedies();
    return first(shortfall.index(), paths(remedies));
  }

  /** The same, of the circuit that makes the final proof. */
  Region region(Finding.Size size) {
    List<Remedy> remedies =
        size.remedies().stream()
            .flatMap(some -> some.remedy().or(some::smallest).stream())
            .map(Remedy.class::cast)
            .toList();
    return first(verdict.estimate().circuits().size() - 1, paths(remedies));
  }

  /** The first of these keys that the file has, or the circuit's header. */
  private Region first(int circuit, Stream<List<String>> paths) {
    Region header = header(circuit);
    return paths
        .map(path -> places.of(circuit, path))
        .filter(region -> !region.equals(header))
        .findFirst()
        .orElse(header);
  }

  /** What the figures take for granted, for those who do not see a line of the whole. */
  List<Warning> caveats() {
    if (verdict.findings().stream().anyMatch(Finding.NoCaveats.class::isInstance)) {
      return List.of();
    }
    return CaveatWords.of(verdict).stream()
        .map(caveat -> new Warning(source, Optional.of(region(caveat.first())), caveat.words()))
        .toList();
  }

  /** Its warnings, but for those that a caveat repeats. */
  List<Warning> otherWarnings() {
    return warnings.stream()
        .filter(
            warning ->
                verdict.caveats().stream()
                    .noneMatch(caveat -> warning.message().endsWith(caveat.caveat().message())))
        .toList();
  }

  /** Its warnings beside annotations of its caveats: of a key that is ignored, one is enough. */
  List<Warning> annotatedWarnings() {
    List<Optional<Region>> ignored =
        verdict.caveats().stream()
            .filter(caveat -> caveat.caveat().kind() == Caveat.Kind.IGNORED_KEY)
            .map(caveat -> Optional.of(region(caveat)))
            .toList();
    return otherWarnings().stream().filter(w -> !ignored.contains(w.region())).toList();
  }

  /** The key that causes a caveat; else the header of its circuit, or of the last. */
  Region region(CircuitCaveat caveat) {
    return placed(caveat).region();
  }

  /** The same with its place. */
  PlacedCaveat placed(CircuitCaveat caveat) {
    return PlacedCaveat.of(caveat, verdict.estimate(), places);
  }

  /** The header of a circuit. */
  Region header(int circuit) {
    return places.of(circuit, List.of());
  }

  /**
   * The keys that remedies set, in their order; of several those that circuits often share last.
   */
  private static Stream<List<String>> paths(List<Remedy> remedies) {
    return remedies.stream().flatMap(CheckedZkvm::paths);
  }

  private static Stream<List<String>> paths(Remedy remedy) {
    if (remedy instanceof Remedy.Combined several) {
      return several.changes().stream()
          .sorted(Comparator.comparing(change -> SHARED.contains(change.key())))
          .map(change -> path(change.table(), change.key()));
    }
    return remedy instanceof Remedy.Raise raise
        ? Stream.of(path(raise.table(), raise.key()))
        : Stream.of();
  }

  private static List<String> path(Optional<String> table, String key) {
    return Stream.concat(table.stream(), Stream.of(key)).toList();
  }

  /** The keys that decide the binding term alone, in the order in which they are proposed. */
  private static Stream<List<String>> levers(Finding.Shortfall shortfall) {
    String term = shortfall.figures().map(f -> f.binding().term().name()).orElse("");
    return shortfall.circuit().circuit().keys().stream()
        .filter(key -> key.lever().isPresent() && key.entry().isEmpty())
        .filter(key -> List.of(key.affects().split(", ")).contains(term))
        .sorted(Comparator.comparingInt(key -> key.lever().getAsInt()))
        .map(key -> List.of(key.name()));
  }
}
