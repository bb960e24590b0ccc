package org.soundcalc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.gate.Gate;
import org.soundcalc.analysis.gate.Requirements;
import org.soundcalc.analysis.gate.Verdict;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.appraisal.FileProblems;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.gate.CheckedZkvm;
import org.soundcalc.io.gate.GateJson;
import org.soundcalc.io.gate.GateReport;
import org.soundcalc.io.gate.GateText;
import org.soundcalc.io.gate.GithubCommands;
import org.soundcalc.io.gate.Junit;
import org.soundcalc.io.gate.Sarif;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.io.toml.Severity;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code soundcalc check}: a gate for CI. Good files are checked even if others are bad. */
final class CheckCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    String formats =
        "text (for people), json (for programs), junit (a case for each zkVM and requirement),"
            + " sarif (for code scanning) or github (workflow commands).";
    CommandSpec command =
        Options.command(
            this,
            "Fail if a zkVM has fewer bits or a larger final proof than required: a gate for"
                + " CI.",
            "Exit codes: 0 every zkVM passed; 1 a zkVM failed; 2 bad usage or bad input, even if"
                + " all readable files passed.",
            "",
            "Examples:",
            "  soundcalc check zkvms/zisk.toml",
            "  soundcalc check --milestone glamsterdam zkvms",
            "  soundcalc check --min-bits 100 --format junit zkvms > soundcalc.xml");
    RequirementOptions.addTo(command)
        .addOption(EstimateOptions.regimesOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(EstimateOptions.sizesOption());
    for (OptionSpec flag : RequirementOptions.flags()) {
      command.addOption(flag);
    }
    return command
        .addOption(
            Format.option(
                formats,
                Format.SARIF,
                Format.TEXT,
                Format.JSON,
                Format.JUNIT,
                Format.SARIF,
                Format.GITHUB))
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(Request request) {
    EstimateOptions options = EstimateOptions.of(request);
    Requirements requirements = RequirementOptions.of(request, options.regimes());
    Estimates estimates = Estimates.of(options, request);
    List<Diagnostic> diagnostics = new ArrayList<>(estimates.diagnostics());
    List<Estimated> usable = new ArrayList<>();
    for (Estimated zkvm : estimates.zkvms()) {
      Optional<Diagnostic> fault =
          zkvm.emptiness()
              .or(() -> requirements.recursion() ? zkvm.lackOfRecursion() : Optional.empty());
      fault.ifPresentOrElse(diagnostics::add, () -> usable.add(zkvm));
    }
    request.isRefused(diagnostics, Format.of(request, Format.TEXT));
    Gate gate = new Gate(requirements, options.regimes(), EstimateOptions.counted(request));
    List<CheckedZkvm> zkvms = usable.parallelStream().map(zkvm -> checked(zkvm, gate)).toList();
    List<Warning> errors = FileProblems.remarks(diagnostics, Severity.ERROR);
    GateReport report =
        new GateReport(
            Version.number(), options.caveats(), zkvms, errors, estimates.files() - zkvms.size());
    request.answer(rendering(report, request));
    if (!errors.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    return report.passed() ? ExitCode.OK : ExitCode.GATE_FAILED;
  }

  private static CheckedZkvm checked(Estimated zkvm, Gate gate) {
    Verdict verdict = gate.check(zkvm.estimate(), zkvm.ignored());
    return new CheckedZkvm(zkvm.source(), verdict, zkvm.loaded()::region, zkvm.fileWarnings());
  }

  private static Rendering rendering(GateReport report, Request request) {
    return switch (Format.of(request, Format.TEXT)) {
      case JSON -> new JsonDocument(GateJson.of(report));
      case GITHUB -> new GithubCommands(report, Inputs.STANDARD_INPUT_LABEL);
      case JUNIT -> Junit.of(report);
      case SARIF -> {
        Path folder = Path.of("").toAbsolutePath().normalize();
        String given = request.files().get(0);
        String first =
            given.equals(Inputs.STANDARD_INPUT)
                ? request.value(Options.STDIN_NAME, Inputs.STANDARD_INPUT_LABEL)
                : given;
        yield new JsonDocument(new Sarif(folder, Inputs.STANDARD_INPUT_LABEL, first).of(report));
      }
      default -> new GateText(report, request.style(), request.logWidth());
    };
  }
}
