package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.io.appraisal.Appraisal;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;

/**
 * What became of the files that a command was given.
 *
 * @param files how many there are
 * @param zkvms those that could be estimated
 * @param diagnostics every problem of every file
 */
record Estimates(int files, List<Estimated> zkvms, List<Diagnostic> diagnostics) {
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
    List<Appraisal> each =
        inputs.map(
            source ->
                Appraisal.of(
                    loader.load(edit.apply(source), options.settings()),
                    estimator,
                    options.accounting(),
                    options.sizes()),
            problem -> new Appraisal(Optional.empty(), List.of(problem)));
    List<Estimated> zkvms = new ArrayList<>();
    List<List<Diagnostic>> diagnostics = new ArrayList<>();
    for (Appraisal file : each) {
      file.zkvm().ifPresent(zkvms::add);
      diagnostics.add(file.diagnostics());
    }
    return new Estimates(
        each.size(), List.copyOf(zkvms), Diagnostics.together(diagnostics, inputs.labels()));
  }

  /** A fresh list of every problem, with the circuits that no regime asked for covers. */
  List<Diagnostic> allDiagnostics() {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    zkvms.forEach(zkvm -> all.addAll(zkvm.uncovered()));
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
