package org.soundcalc.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.appraisal.FileProblems;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.Visible;
import org.soundcalc.io.document.WorkflowCommands;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.BoundSet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc validate}: every problem of every file. */
final class ValidateCommand implements Subcommand {
  private static final String STRICT = "--strict";

  @Override
  public CommandSpec spec() {
    String formats = "text (for people), json (for programs) or github (workflow commands).";
    return Options.command(
            this,
            "List all errors and warnings of all files, and count them.",
            "Each problem is printed as FILE:LINE:COLUMN, severity and message, with the source"
                + " line.",
            "Problems are the result, and go to standard output. A file that cannot be read or is"
                + " given twice counts as one error.",
            "",
            "Exit codes: 0 no errors; 2 bad usage, or a file with an error.",
            "",
            "Examples:",
            "  soundcalc validate zkvms",
            "  soundcalc validate --strict zkvms/pico.toml",
            "  soundcalc validate --set num_queries=100 --format json zkvms")
        .addOption(Options.flag(STRICT, "Treat warnings as errors."))
        .addOption(Format.option(formats, Format.JSON, Format.TEXT, Format.JSON, Format.GITHUB))
        .addOption(EstimateOptions.setOption())
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(Request request) {
    Session session = request.session();
    EstimateOptions options = EstimateOptions.of(request);
    Inputs inputs = request.read(request.files());
    List<Diagnostic> findings = findings(inputs, options.settings(), session.plugins());
    if (request.has(STRICT)) {
      findings = findings.stream().map(found -> found.withSeverity(Severity.ERROR)).toList();
    }
    switch (Format.of(request, Format.TEXT)) {
      case JSON -> request.answer(new JsonDocument(json(findings, options)));
      case GITHUB -> {
        findings.forEach(found -> request.answer(out -> out.append(annotation(found))));
        overridden(options, findings).forEach(line -> session.out().println(Visible.of(line)));
      }
      default -> {
        Diagnostics.print(findings, session.out(), request.style(), request.logWidth());
        overridden(options, findings).forEach(line -> session.out().println(Visible.of(line)));
        session.out().println(summary(inputs, findings, request.style()));
      }
    }
    return FileProblems.hasErrors(findings) ? ExitCode.BAD_INPUT : ExitCode.OK;
  }

  /** What is set: no more than can be. */
  private static List<String> overridden(EstimateOptions options, List<Diagnostic> findings) {
    List<Diagnostic> errors =
        findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    List<String> set =
        options.settings().stream()
            .map(Setting::text)
            .filter(text -> errors.stream().noneMatch(f -> f.source().equals("--set " + text)))
            .toList();
    return new EstimateCaveats(options.accounting(), set).overridden();
  }

  /** At its place in the file; what has none in a file of the project says where it is. */
  private static String annotation(Diagnostic finding) {
    String level = finding.severity().word();
    Map<String, Object> place = new LinkedHashMap<>();
    if (finding.line() == 0 || finding.source().equals(Inputs.STANDARD_INPUT_LABEL)) {
      return WorkflowCommands.command(level, place, finding.header());
    }
    place.put("file", finding.source());
    place.put("line", finding.line());
    place.put("col", finding.column());
    place.put("endColumn", finding.endColumn());
    return WorkflowCommands.command(level, place, finding.message());
  }

  /** For programs: stable, additions only, described by docs/validate.schema.json. */
  private static JsonObject json(List<Diagnostic> findings, EstimateOptions options) {
    JsonObject json = new JsonObject().put("soundcalc", Version.number());
    options.caveats().addSettingsTo(json);
    return json.putAll("problems", findings, FileProblems::json);
  }

  /** In the order of the arguments, each once. */
  private static List<Diagnostic> findings(Inputs inputs, List<Setting> settings, Plugins plugins) {
    Estimator usual = new Estimator(Regimes.named(BoundSet.MAY_2026.usual(), plugins.regimes()));
    ZkvmLoader loader = plugins.loader();
    return Diagnostics.together(
        inputs.map(source -> FileProblems.of(loader.load(source, settings), usual), List::of),
        inputs.labels());
  }

  private static String summary(Inputs inputs, List<Diagnostic> findings, Style style) {
    int unread = inputs.diagnostics().size();
    long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    long warnings = findings.size() - errors;
    return String.join(
        ", ",
        count(inputs.sources().size() + unread, "file")
            + (unread == 0 ? "" : ", " + style.apply(Emphasis.ERROR, unread + " not read")),
        style.apply(errors == 0 ? Emphasis.NONE : Emphasis.ERROR, count(errors, "error")),
        style.apply(warnings == 0 ? Emphasis.NONE : Emphasis.WARNING, count(warnings, "warning")));
  }

  private static String count(long number, String noun) {
    return (number == 0 ? "no" : Long.toString(number)) + " " + noun + (number == 1 ? "" : "s");
  }
}
