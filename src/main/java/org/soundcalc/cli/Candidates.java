package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.estimate.ExplainReport;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.space.VariableKeys;

/**
 * What the completion script asks for while a command line is typed: the names in its first file, a
 * line each. Of a file that is wrong there are none, and nothing is said.
 */
final class Candidates {
  /** The word that the script calls the program with. */
  static final String COMMAND = "__complete";

  private static final String TERMS = "terms";

  private final List<String> words;
  private final Session session;

  private Candidates(List<String> words, Session session) {
    this.words = words;
    this.session = session;
  }

  /**
   * Prints the candidates.
   *
   * @param arguments what is asked for, and the words of the line
   */
  static int print(List<String> arguments, Session session) {
    String kind = arguments.isEmpty() ? "" : arguments.get(0);
    Candidates candidates =
        new Candidates(arguments.subList(Math.min(1, arguments.size()), arguments.size()), session);
    candidates.of(kind).forEach(session.out()::println);
    return ExitCode.OK;
  }

  private Set<String> of(String kind) {
    Set<String> names = new LinkedHashSet<>();
    List<Regime> regimes =
        switch (kind) {
          case TERMS -> asked();
          case "regimes" -> session.plugins().regimes();
          default -> usual();
        };
    Optional<ZkvmEstimate> zkvm = zkvm(regimes);
    if (kind.equals("regimes") && zkvm.isEmpty()) {
      regimes.forEach(regime -> names.add(Regimes.word(regime)));
    }
    String circuit = after(CircuitOption.NAME);
    for (CircuitEstimate each : zkvm.map(ZkvmEstimate::circuits).orElse(List.of())) {
      switch (kind) {
        case "circuits" -> names.add(each.name());
        case "keys" -> addKeys(each, names);
        case "fixed" -> addNames(each, names);
        case "levers" -> {
          if (circuit.isEmpty() || circuit.equals(each.name())) {
            VariableKeys.byName(each.circuit()).keySet().forEach(key -> names.add(key + "="));
          }
        }
        case "regimes" -> each.figures().forEach(f -> names.add(Regimes.word(f.regime())));
        case TERMS -> {
          if (circuit.isEmpty() || circuit.equals(each.name())) {
            each.figures().forEach(f -> f.terms().forEach(t -> names.add(t.term().name())));
            names.addAll(List.of(ExplainReport.SIZE, ExplainReport.COSTS));
          }
        }
        default -> {}
      }
    }
    return names;
  }

  /** Those that {@code --regime} or its like asks for, or the usual ones. */
  private List<Regime> asked() {
    List<Regime> known = session.plugins().regimes();
    try {
      return Regimes.named(after("--regime"), known);
    } catch (IllegalArgumentException unknown) {
      return usual();
    }
  }

  private List<Regime> usual() {
    BoundSet set = BoundSet.MAY_2026;
    return session.plugins().regimes().stream().filter(r -> set.isUsual(r.info())).toList();
  }

  private Optional<ZkvmEstimate> zkvm(List<Regime> regimes) {
    List<String> files = words.stream().filter(word -> word.endsWith(".toml")).limit(1).toList();
    List<SourceFile> sources = Inputs.read(files, session.in()).sources();
    return sources.stream()
        .flatMap(file -> session.plugins().loader().load(file, List.of()).zkvm().stream())
        .flatMap(loaded -> new Estimator(regimes).appraise(loaded.zkvm()).estimate().stream())
        .findFirst();
  }

  /** Keys of all circuits; once a circuit is named, its own, those of its lookups among them. */
  private void addKeys(CircuitEstimate circuit, Set<String> names) {
    String current = words.isEmpty() ? "" : words.get(words.size() - 1);
    boolean isQualified = current.contains(".") && !current.endsWith(".toml");
    List<Key<?, ?>> keys = new ArrayList<>(List.of(CommonKeys.FIELD, CommonKeys.HASH_SIZE_BITS));
    keys.addAll(circuit.circuit().keys());
    for (Key<?, ?> key : keys) {
      List<String> path = new ArrayList<>();
      if (isQualified) {
        path.add(circuit.name());
        key.entry().ifPresent(entry -> path.add(entry.name()));
      }
      path.add(key.name());
      if (isQualified || key.entry().isEmpty()) {
        names.add(Spelling.path(path) + "=");
      }
    }
    if (!isQualified) {
      names.add(Spelling.path(List.of(circuit.name())) + ".");
    }
  }

  /** Keys that may be fixed, those of lookups left out, of which there are many. */
  private static void addNames(CircuitEstimate circuit, Set<String> names) {
    for (Key<?, ?> key : VariableKeys.of(circuit.circuit()).values()) {
      if (key.entry().isEmpty()) {
        names.add(key.name());
      }
    }
  }

  private String after(String option) {
    int index = words.indexOf(option);
    return index < 0 || index + 1 >= words.size() ? "" : words.get(index + 1);
  }
}
