package org.soundcalc.cli;

import java.util.List;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.estimate.ExplainDocument;
import org.soundcalc.model.Regime;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code soundcalc explain}: the formulas of a circuit's terms, with the numbers put in. */
final class ExplainCommand implements Subcommand {
  private static final String CIRCUIT = "--circuit";
  private static final String REGIME = "--regime";
  private static final String TERM = "--term";

  @Override
  public CommandSpec spec() {
    OptionSpec.Builder term =
        Options.option(TERM, "This term only.", "all terms", TERM + " 'query phase'");
    return Options.command(
            this,
            "Show the formula of each term of a circuit, its numbers and its source.",
            "Numbers of over 12 characters are shown rounded to six digits; the figure is not.",
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Example:",
            "  soundcalc explain zkvms/pico.toml --circuit riscv --regime jbr --term DEEP")
        .addOption(required(CIRCUIT, "NAME", "The circuit.", "riscv"))
        .addOption(required(REGIME, "REGIME", "The regime.", "jbr"))
        .addOption(Options.text("NAME", term).build())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(ColorMode.option())
        .addPositional(Options.file());
  }

  private static OptionSpec required(String name, String label, String meaning, String value) {
    OptionSpec.Builder option =
        Options.option(name, meaning, "none, must be given", name + " " + value);
    return Options.text(label, option).required(true).build();
  }

  @Override
  public int run(Request request) {
    Regime regime = regime(request.value(REGIME, ""), request.knownRegimes());
    Estimates estimates = Estimates.of(EstimateOptions.of(request, List.of(regime)), request);
    estimates.checkSingle("explain");
    if (request.isRefused(estimates.diagnostics())) {
      return ExitCode.BAD_INPUT;
    }
    Estimates.Estimated zkvm = estimates.zkvms().get(0);
    String name = request.value(CIRCUIT, "");
    CircuitEstimate circuit =
        UsageException.known(CIRCUIT + " " + name, name, "circuit", zkvm.circuits());
    RegimeResult.Figures figures = figures(circuit);
    List<CertifiedTerm> terms = terms(request, figures);
    String title =
        String.join(
            " · ",
            zkvm.estimate().zkvm().name(),
            circuit.circuit().id().name(),
            figures.regime().name() + " (" + figures.regime().status().word() + ")");
    return request.answer(request.text(ExplainDocument.of(title, figures.regime(), terms)));
  }

  /**
   * The one regime of this name.
   *
   * @param name a regime's, in any case
   * @param known every regime there is
   * @throws UsageException if the name is unknown, or is that of a group
   */
  static Regime regime(String name, List<Regime> known) {
    String written = name.strip();
    for (Regime regime : known) {
      if (regime.name().equalsIgnoreCase(written)) {
        return regime;
      }
    }
    List<String> words = known.stream().map(Regimes::word).toList();
    if (written.isEmpty() || written.contains(",") || Regimes.isGroup(written)) {
      throw new UsageException(REGIME + " takes one regime" + Regimes.all(words));
    }
    throw UsageException.unknown(REGIME + " " + written, written, "regime", words);
  }

  private static RegimeResult.Figures figures(CircuitEstimate circuit) {
    RegimeResult result = circuit.results().get(0);
    if (result instanceof RegimeResult.NotCovered dash) {
      throw new UsageException(
          "%s does not cover circuit %s: it %s"
              .formatted(dash.regime().name(), circuit.circuit().id().name(), dash.reason()));
    }
    return (RegimeResult.Figures) result;
  }

  private static List<CertifiedTerm> terms(Request request, RegimeResult.Figures figures) {
    if (!request.has(TERM)) {
      return figures.terms();
    }
    String name = request.value(TERM, "");
    List<CertifiedTerm> named =
        figures.terms().stream().filter(term -> term.term().name().equals(name)).toList();
    if (named.isEmpty()) {
      List<String> known =
          figures.terms().stream().map(term -> term.term().name()).distinct().toList();
      throw UsageException.unknown(TERM + " " + name, name, "term", known);
    }
    return named;
  }
}
