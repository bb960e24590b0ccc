package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.gate.Caveats;
import org.soundcalc.analysis.gate.CircuitCaveat;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.gate.CaveatWords;
import org.soundcalc.io.gate.PlacedCaveat;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.LoadedZkvm;
import org.soundcalc.io.toml.Region;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.keys.CommonKeys;

/**
 * What became of the files that a command was given.
 *
 * @param files how many there are
 * @param zkvms those that could be estimated
 * @param diagnostics every problem of every file
 */
record Estimates(int files, List<Estimated> zkvms, List<Diagnostic> diagnostics) {
  private static final String EMPTY = "no selected regime covers any of its circuits: ";

  private static final String NO_RECURSION = "no tree of proofs: add %s; see docs/recursion.md";

  private static final String OF_ONE = "a table [recursion] with max_leaf_proofs = 1";

  private static final String OF_SEVERAL =
      "verifies and arity to the circuits, and max_leaf_proofs to [recursion]";

  /**
   * A zkVM that could be estimated.
   *
   * @param loaded the zkVM with its file
   * @param estimate its figures
   * @param fileWarnings what the reader of its file warns of
   * @param uncovered what is said of circuits that no regime asked for covers
   */
  record Estimated(
      LoadedZkvm loaded,
      ZkvmEstimate estimate,
      List<Warning> fileWarnings,
      List<Diagnostic> uncovered) {
    /** Its file. */
    String source() {
      return loaded.source();
    }

    /** Its circuits by their names. */
    Map<String, CircuitEstimate> circuits() {
      Map<String, CircuitEstimate> circuits = new LinkedHashMap<>();
      estimate.circuits().forEach(each -> circuits.put(each.circuit().id().name(), each));
      return circuits;
    }

    /** All that its readers must know. */
    List<Warning> warnings() {
      List<Warning> warnings = new ArrayList<>(fileWarnings);
      warnings.addAll(remarks(uncovered, Severity.WARNING));
      return warnings;
    }

    /** The same, with proof-of-work in the figures that nobody can pay or check. */
    List<Warning> warningsOfFigures() {
      List<Warning> warnings = warnings();
      for (CaveatWords caveat : CaveatWords.of(Caveats.ofGrinding(estimate), estimate)) {
        Region region = PlacedCaveat.of(caveat.first(), estimate, loaded::region).region();
        warnings.add(new Warning(source(), Optional.of(region), caveat.message()));
      }
      return warnings;
    }

    /** What its file says beyond what is modelled. */
    List<CircuitCaveat> ignored() {
      return loaded.ignored().stream()
          .map(
              key ->
                  new CircuitCaveat(
                      key.circuit(),
                      new Caveat(
                          Caveat.Kind.IGNORED_KEY,
                          key.name()
                              + " is not modelled: this figure is of another protocol"
                              + key.meant().map(name -> "; did you mean " + name + "?").orElse(""),
                          key.path())))
          .toList();
    }

    /** That no regime asked for covers any of its circuits, if it is so. */
    Optional<Diagnostic> emptiness() {
      if (!isEmpty()) {
        return Optional.empty();
      }
      Set<String> reasons = new LinkedHashSet<>();
      estimate.circuits().forEach(circuit -> reasons.addAll(reasons(circuit)));
      String message = EMPTY + String.join("; ", reasons) + "; select others with --regimes";
      return Optional.of(loaded.error(message));
    }

    /** That its file does not say how its circuits verify each other, if it is so. */
    Optional<Diagnostic> lackOfRecursion() {
      String lack = estimate.circuits().size() == 1 ? OF_ONE : OF_SEVERAL;
      return estimate.zkvm().recursion().isPresent()
          ? Optional.empty()
          : Optional.of(loaded.error(NO_RECURSION.formatted(lack)));
    }

    /** Whether no regime asked for covers any of its circuits. */
    boolean isEmpty() {
      return uncovered.size() == estimate.circuits().size();
    }
  }

  /** Loads the files that were given, and estimates what is sound in them. */
  static Estimates of(EstimateOptions options, Request request) {
    return of(request.files(), options, request);
  }

  /** Loads these files, and estimates what is sound in them. */
  static Estimates of(List<String> files, EstimateOptions options, Request request) {
    return of(request.read(files), options, request);
  }

  /** Estimates what is sound in files that were read. */
  static Estimates of(Inputs inputs, EstimateOptions options, Request request) {
    return of(inputs, UnaryOperator.identity(), options, request);
  }

  /** Loads these files as they are once edited, and estimates what is sound in them. */
  static Estimates of(
      Inputs inputs, UnaryOperator<SourceFile> edit, EstimateOptions options, Request request) {
    Estimator estimator = new Estimator(options.regimes());
    ZkvmLoader loader = request.session().plugins().loader();
    List<Estimates> each =
        inputs.map(
            source -> of(loader.load(edit.apply(source), options.settings()), options, estimator),
            problem -> new Estimates(1, List.of(), List.of(problem)));
    List<Estimated> zkvms = new ArrayList<>();
    List<List<Diagnostic>> diagnostics = new ArrayList<>();
    for (Estimates file : each) {
      zkvms.addAll(file.zkvms);
      diagnostics.add(file.diagnostics);
    }
    return new Estimates(
        each.size(), List.copyOf(zkvms), Diagnostics.together(diagnostics, inputs.labels()));
  }

  private static Estimates of(Loaded loaded, EstimateOptions options, Estimator estimator) {
    List<Diagnostic> found =
        loaded.diagnostics().stream()
            .filter(diagnostic -> diagnostic.concerns(options.regimes()))
            .toList();
    if (loaded.zkvm().isEmpty()) {
      return new Estimates(1, List.of(), found);
    }
    LoadedZkvm zkvm = loaded.zkvm().get().under(options.accounting());
    List<Diagnostic> diagnostics = new ArrayList<>(found);
    if (options.sizes() == Sizes.SENT) {
      zkvm = zkvm.sized(Sizes.SENT);
      unsized(zkvm).ifPresent(diagnostics::add);
    }
    List<Warning> warnings = remarks(diagnostics, Severity.WARNING);
    Estimator.Appraisal appraisal = estimator.appraise(zkvm.zkvm());
    diagnostics.addAll(Diagnostics.ofRefusals(zkvm, appraisal.refusals()));
    Optional<ZkvmEstimate> estimate = appraisal.estimate();
    List<Estimated> estimated = new ArrayList<>();
    if (estimate.isPresent()) {
      List<Diagnostic> uncovered = uncovered(zkvm, estimate.get());
      estimated.add(new Estimated(zkvm, estimate.get(), warnings, uncovered));
    }
    return new Estimates(1, estimated, diagnostics);
  }

  /** That the sizes of some proofs are not known as they are sent, the final proof's rather. */
  private static Optional<Diagnostic> unsized(LoadedZkvm zkvm) {
    int count = 0;
    int last = 0;
    List<Circuit> circuits = zkvm.zkvm().circuits();
    for (int i = 0; i < circuits.size(); i++) {
      if (!circuits.get(i).isSizedAsSent() && !circuits.get(i).countsAllSent()) {
        count++;
        last = i;
      }
    }
    String others = count > 1 ? " (nor in %d other circuits)".formatted(count - 1) : "";
    String message =
        "no table %s%s: with --sizes sent its proof size is soundcalc's, not as sent"
            .formatted(ProofFormat.TABLE.header(), others);
    return count == 0
        ? Optional.empty()
        : Optional.of(zkvm.warning(last, CommonKeys.NAME, message));
  }

  private static List<Diagnostic> uncovered(LoadedZkvm zkvm, ZkvmEstimate estimate) {
    List<Diagnostic> uncovered = new ArrayList<>();
    for (int i = 0; i < estimate.circuits().size(); i++) {
      CircuitEstimate circuit = estimate.circuits().get(i);
      if (!circuit.isCovered()) {
        String message = "no selected regime covers it: " + String.join("; ", reasons(circuit));
        uncovered.add(zkvm.warning(i, CommonKeys.NAME, message));
      }
    }
    return uncovered;
  }

  private static List<String> reasons(CircuitEstimate circuit) {
    List<String> reasons = new ArrayList<>();
    for (RegimeResult result : circuit.results()) {
      if (result instanceof RegimeResult.NotCovered dash) {
        reasons.add(dash.regime().name() + " " + dash.reason());
      }
    }
    return reasons;
  }

  /** Diagnostics of one severity, for a report. */
  static List<Warning> remarks(List<Diagnostic> diagnostics, Severity severity) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.severity() == severity)
        .map(Estimates::remark)
        .toList();
  }

  private static Warning remark(Diagnostic diagnostic) {
    return new Warning(diagnostic.source(), diagnostic.region(), diagnostic.message());
  }

  /** A fresh list of every problem, with the circuits that no regime asked for covers. */
  List<Diagnostic> allDiagnostics() {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    zkvms.forEach(zkvm -> all.addAll(zkvm.uncovered));
    return all;
  }

  /** All diagnostics, and an error for each zkVM of which there is nothing to show. */
  List<Diagnostic> diagnosticsWithEmptiness() {
    List<Diagnostic> all = allDiagnostics();
    all.addAll(emptiness());
    return all;
  }

  /**
   * Checks that there is one file.
   *
   * @param command that takes no more
   * @throws UsageException if there are more
   */
  void checkSingle(String command) {
    if (files > 1) {
      throw new UsageException(command + " takes one file, not " + files);
    }
  }

  /** An error for each zkVM none of whose circuits any regime asked for covers. */
  List<Diagnostic> emptiness() {
    return zkvms.stream().flatMap(zkvm -> zkvm.emptiness().stream()).toList();
  }
}
