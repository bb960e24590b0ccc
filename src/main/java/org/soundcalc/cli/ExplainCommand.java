package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.estimate.ExplainWriter;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.model.Regime;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code soundcalc explain}: the formulas of a circuit's terms, with the numbers put in. */
final class ExplainCommand implements Subcommand {
  private static final String CIRCUIT = "--circuit";
  private static final String REGIME = "--regime";
  private static final String TERM = "--term";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    spec.usageMessage()
        .description("Show the formula of each term of a circuit, its numbers and its source.")
        .sortOptions(false)
        .sortSynopsis(false)
        .footer(
            "",
            "Numbers of over 12 characters are shown rounded to six digits; the figure is not.",
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Example:",
            "  soundcalc explain zkvms/pico.toml --circuit riscv --regime jbr --term DEEP");
    return spec.addOption(required(CIRCUIT, "NAME", "The circuit.", "--circuit riscv"))
        .addOption(required(REGIME, "REGIME", "The regime.", "--regime jbr"))
        .addOption(
            Options.text(
                    "NAME",
                    Options.option(TERM, "This term only.", "all terms", "--term 'query phase'"))
                .build())
        .addOption(SettingOption.option())
        .addOption(AccountingOption.option())
        .addOption(ColorMode.option())
        .addPositional(Options.file());
  }

  private static OptionSpec required(String name, String label, String meaning, String example) {
    return Options.text(label, Options.option(name, meaning, "none, must be given", example))
        .required(true)
        .build();
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    ColorMode color = ColorMode.of(arguments);
    String name = arguments.matchedOptionValue(REGIME, "");
    Regime regime = RegimeSelection.one(REGIME, name, session.plugins().regimes());
    Estimates estimates =
        Estimates.of(
            Options.files(arguments),
            new EstimateOptions(
                List.of(regime), SettingOption.values(arguments), AccountingOption.of(arguments)),
            session);
    estimates.checkSingle("explain");
    List<Diagnostic> diagnostics = estimates.diagnostics();
    Diagnostics.print(diagnostics, session.err(), color.diagnostics(session.terminal()));
    if (Diagnostics.hasErrors(diagnostics)) {
      return ExitCode.BAD_INPUT;
    }
    Estimates.Estimated zkvm = estimates.zkvms().get(0);
    CircuitEstimate circuit = circuit(arguments.matchedOptionValue(CIRCUIT, ""), zkvm);
    RegimeResult.Figures figures = figures(circuit);
    List<CertifiedTerm> terms = terms(arguments, figures);
    String title =
        String.join(
            " · ",
            zkvm.estimate().zkvm().name(),
            circuit.circuit().id().name(),
            figures.regime().name() + " (" + figures.regime().status().word() + ")");
    ExplainWriter writer =
        new ExplainWriter(color.results(session.terminal()), session.terminal().width());
    session.out().print(out -> writer.write(title, figures.regime(), terms, out));
    return ExitCode.OK;
  }

  private static CircuitEstimate circuit(String name, Estimates.Estimated zkvm) {
    Set<String> known = new LinkedHashSet<>();
    for (CircuitEstimate circuit : zkvm.estimate().circuits()) {
      if (circuit.circuit().id().name().equals(name)) {
        return circuit;
      }
      known.add(circuit.circuit().id().name());
    }
    throw Unknown.name(CIRCUIT + " " + name, name, "circuit", known);
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

  private static List<CertifiedTerm> terms(ParseResult arguments, RegimeResult.Figures figures) {
    if (!arguments.hasMatchedOption(TERM)) {
      return figures.terms();
    }
    String name = arguments.matchedOptionValue(TERM, "");
    Set<String> known = new LinkedHashSet<>();
    List<CertifiedTerm> named = new ArrayList<>();
    for (CertifiedTerm term : figures.terms()) {
      known.add(term.term().name());
      if (term.term().name().equals(name)) {
        named.add(term);
      }
    }
    if (named.isEmpty()) {
      throw Unknown.name(TERM + " " + name, name, "term", known);
    }
    return named;
  }
}
