package org.soundcalc.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.lever.CircuitLevers;
import org.soundcalc.io.appraisal.Appraisal;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.appraisal.FileProblems;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.EstimateJson;
import org.soundcalc.io.estimate.Report;
import org.soundcalc.io.estimate.ZkvmReport;
import org.soundcalc.io.lever.LeverJson;
import org.soundcalc.io.lever.LeverReport;
import org.soundcalc.io.milestone.MilestoneJson;
import org.soundcalc.io.milestone.MilestoneReport;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.LoadedZkvm;
import org.soundcalc.io.toml.ParsedFile;
import org.soundcalc.io.toml.Rereading;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.TomlEdit;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.Limits;

/**
 * One request, answered by the program's own classes: what a command prints for programs comes out
 * byte for byte.
 */
final class Calculation {
  private static final int DONE = 0;
  private static final int DEFECT = 1;
  private static final int BAD_INPUT = 2;

  private static final List<Regime> REGIMES = RememberedRegime.of(Regimes.all());
  private static final ZkvmLoader LOADER = ZkvmLoader.withInstalledFamilies();

  private final Request request;
  private final List<Diagnostic> problems = new ArrayList<>();

  private Calculation(Request request) {
    this.request = request;
  }

  /** The answer to a request, as JSON: {@link Calculator#run} says what is in it. */
  static String answer(Request request) {
    Calculation calculation = new Calculation(request);
    JsonObject answer = new JsonObject();
    try {
      String document = calculation.document();
      boolean isDone = !FileProblems.hasErrors(calculation.problems);
      answer.put("status", isDone ? DONE : BAD_INPUT).put("document", document);
    } catch (Refusal refusal) {
      calculation.problems.addAll(refusal.problems());
      answer.put("status", BAD_INPUT);
    } catch (RuntimeException | StackOverflowError defect) {
      String message = "this is a defect of soundcalc; please report it: " + defect;
      calculation.problems.add(Diagnostic.of(request.name(), Severity.ERROR, message));
      answer.put("status", DEFECT);
    }
    answer.putAll("problems", new LinkedHashSet<>(calculation.problems), Calculation::json);
    return JsonDocument.compact(answer);
  }

  private static JsonObject json(Diagnostic problem) {
    int end = problem.endColumn();
    return FileProblems.json(problem)
        .put("endColumn", end > 0 ? OptionalInt.of(end) : OptionalInt.empty());
  }

  private String document() throws Refusal {
    Optional<Command> command = Command.of(request.command());
    if (command.isEmpty()) {
      List<String> words = new ArrayList<>();
      for (Command known : Command.values()) {
        words.add(known.word());
      }
      String message = "unknown command" + Suggestions.hint(request.command(), words);
      throw new Refusal(request.command(), message);
    }
    Options options = Options.of(request, REGIMES);
    return switch (command.get()) {
      case ESTIMATE -> text(estimate(options));
      case MILESTONES -> text(milestones(options.usual(REGIMES)));
      case LEVERS -> text(levers(options));
      case VALIDATE -> text(validate(options));
      case TOML -> toml(options);
      case KEYS -> text(CircuitKeys.json(zkvm(options).zkvm().circuits(), request.circuit()));
      case ABOUT -> text(About.json(REGIMES));
    };
  }

  private static String text(JsonObject json) {
    StringWriter text = new StringWriter();
    try {
      new JsonDocument(json).writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private SourceFile file() throws Refusal {
    SourceFile file = SourceFile.ofText(request.name(), request.text());
    if (file.size() > Limits.FILE_BYTES) {
      throw new Refusal(request.name(), "the file has over " + (Limits.FILE_BYTES >> 20) + " MiB");
    }
    return file;
  }

  /** What the reader makes of the file, in little time where the last question was like this. */
  private Loaded loaded(Options options) throws Refusal {
    Optional<Rereading> known = Memory.file(request);
    Rereading file =
        known.isPresent()
            ? known.get()
            : Memory.keep(request, new Rereading(LOADER, ParsedFile.of(file())));
    return file.load(options.settings());
  }

  /**
   * The zkVM of the file, where nothing forbids figures.
   *
   * @param tellsUncovered whether circuits that no regime covers are a problem to be told
   */
  private Estimated estimated(Options options, boolean tellsUncovered) throws Refusal {
    Appraisal appraisal =
        Appraisal.of(
            loaded(options),
            Memory.estimator(options.regimes()),
            options.accounting(),
            options.sizes());
    problems.addAll(appraisal.diagnostics());
    if (appraisal.zkvm().isPresent()) {
      Estimated zkvm = appraisal.zkvm().get();
      if (tellsUncovered) {
        problems.addAll(zkvm.uncovered());
      }
      zkvm.emptiness().ifPresent(problems::add);
    }
    if (FileProblems.hasErrors(problems)) {
      throw new Refusal(List.of());
    }
    return appraisal.zkvm().orElseThrow();
  }

  private String toml(Options options) throws Refusal {
    TomlEdit.Written written = TomlEdit.of(file(), options.settings(), LOADER);
    return written.text().orElseThrow(() -> new Refusal(written.problems()));
  }

  /** The zkVM of the file, whatever figures it has. */
  private LoadedZkvm zkvm(Options options) throws Refusal {
    Loaded loaded = loaded(options);
    problems.addAll(loaded.diagnostics());
    return loaded.zkvm().orElseThrow(() -> new Refusal(List.of()));
  }

  private boolean isShown(CircuitEstimate circuit) {
    return request.circuit().isEmpty() || request.circuit().equals(circuit.name());
  }

  private void checkCircuit(Estimated zkvm) throws Refusal {
    List<String> names = List.copyOf(zkvm.circuits().keySet());
    if (!request.circuit().isEmpty() && !names.contains(request.circuit())) {
      String meant = Suggestions.hint(request.circuit(), names);
      String all = "; there are " + String.join(", ", names);
      throw new Refusal(
          "--circuit " + request.circuit(), "no such circuit" + (meant.isEmpty() ? all : meant));
    }
  }

  private JsonObject estimate(Options options) throws Refusal {
    Estimated zkvm = estimated(options, true);
    checkCircuit(zkvm);
    ZkvmReport report =
        new ZkvmReport(
            zkvm.source(),
            zkvm.estimate(),
            zkvm.estimate().circuits().stream().filter(this::isShown).toList(),
            zkvm.warningsOfFigures(),
            Optional.empty());
    return EstimateJson.of(
        new Report(About.VERSION, options.caveats(), List.of(report)),
        circuit -> Memory.costs(options.costs(), circuit));
  }

  private JsonObject milestones(Options options) throws Refusal {
    Estimated zkvm = estimated(options, false);
    MilestoneReport.Row row =
        new MilestoneReport.Row(
            zkvm.source(), zkvm.estimate(), zkvm.ignored(), zkvm.loaded()::region);
    return MilestoneJson.of(
        new MilestoneReport(About.VERSION, options.caveats(), List.of(row), zkvm.warnings()));
  }

  private JsonObject levers(Options options) throws Refusal {
    Estimated zkvm = estimated(options, true);
    checkCircuit(zkvm);
    List<CircuitLevers> circuits = new ArrayList<>();
    for (CircuitEstimate estimate : zkvm.estimate().circuits()) {
      if (isShown(estimate)) {
        circuits.add(
            CircuitLevers.of(
                estimate.circuit(),
                estimate.regimes(),
                options.costs().hashRate(estimate.circuit())));
      }
    }
    LeverReport.Row row = new LeverReport.Row(zkvm.source(), zkvm.estimate().zkvm(), circuits);
    return LeverJson.of(
        new LeverReport(
            About.VERSION,
            options.caveats(),
            List.of(row),
            request.regimes().isEmpty(),
            zkvm.warnings()));
  }

  private JsonObject validate(Options options) throws Refusal {
    Estimator usual = new Estimator(Regimes.named(BoundSet.MAY_2026.usual(), REGIMES));
    problems.addAll(FileProblems.of(LOADER.load(file(), options.settings()), usual));
    JsonObject json = new JsonObject().put("soundcalc", About.VERSION);
    options.caveats().addSettingsTo(json);
    return json.putAll("problems", new LinkedHashSet<>(problems), FileProblems::json);
  }
}
