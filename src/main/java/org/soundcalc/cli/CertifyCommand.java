package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.certificate.CertificateJson;
import org.soundcalc.io.certificate.CertificateReport;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.io.toml.SourceFile;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc certify}: every figure as a statement that others check. All or nothing. */
final class CertifyCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Options.command(
            this,
            "Write certificates: every figure as a statement about exact numbers, with the graph"
                + " of the formula that gives it, as JSON.",
            "checker/check.py checks them against the files, and shares nothing with soundcalc;"
                + " docs/certificates.md says what is checked, and what is not.",
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then nothing is written.",
            "",
            "Examples:",
            "  soundcalc certify zkvms | python3 checker/check.py - zkvms",
            "  soundcalc certify --regimes proven -o pico.json zkvms/pico.toml")
        .addOption(OutputFile.option("certificate.json"))
        .addOption(EstimateOptions.regimesOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(Request request) {
    Optional<OutputFile> file = OutputFile.of(request);
    EstimateOptions options = EstimateOptions.of(request);
    Inputs inputs = request.read(request.files());
    Estimates estimates = Estimates.of(inputs, UnaryOperator.identity(), options, request);
    List<Diagnostic> diagnostics = estimates.diagnosticsWithEmptiness();
    if (request.isRefused(diagnostics)) {
      return ExitCode.BAD_INPUT;
    }
    List<CertificateReport.OfFile> zkvms = new ArrayList<>();
    for (int i = 0; i < estimates.zkvms().size(); i++) {
      Estimated zkvm = estimates.zkvms().get(i);
      SourceFile source = inputs.sources().get(i); // none was refused
      zkvms.add(
          new CertificateReport.OfFile(
              source.label(),
              source.sha256(),
              zkvm.loaded().settings(),
              zkvm.warnings().stream().map(Warning::message).toList(),
              zkvm.loaded().standIns(),
              zkvm.estimate()));
    }
    CertificateJson result =
        new CertificateJson(
            new CertificateReport(Version.number(), options.accounting(), options.bounds(), zkvms));
    if (file.isPresent()) {
      file.get().write(result);
    } else {
      request.session().out().printDocument(result);
    }
    return ExitCode.OK;
  }
}
