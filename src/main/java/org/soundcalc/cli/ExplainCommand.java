package org.soundcalc.cli;

import java.util.List;
import java.util.stream.Stream;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.estimate.ExplainDocument;
import org.soundcalc.io.estimate.ExplainJson;
import org.soundcalc.io.estimate.ExplainReport;
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
    String term = "This term only; '" + ExplainReport.SIZE + "' shows the parts of the proof size.";
    String circuit = "The circuit.";
    String regime = "The regime.";
    String best = "the best proven regime of the circuit";
    String weakest =
        "the weakest one (under --regime, or under its best proven regime); for the "
            + ExplainReport.SIZE
            + ", the last one";
    String formats = "text (for people), json (for programs) or markdown.";
    return Options.command(
            this,
            "Show the formula of each term of a circuit, its numbers, its source, and the keys"
                + " behind its symbols.",
            "Numbers longer than 12 characters are shown rounded to six digits; bits are exact.",
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Examples:",
            "  soundcalc explain zkvms/pico.toml",
            "  soundcalc explain zkvms/pico.toml --circuit riscv --regime jbr --term DEEP",
            "  soundcalc explain zkvms/pico.toml --term 'proof size'")
        .addOption(text("NAME", Options.option(CIRCUIT, circuit, weakest, CIRCUIT + " riscv")))
        .addOption(text("REGIME", Options.option(REGIME, regime, best, REGIME + " jbr")))
        .addOption(text("NAME", Options.option(TERM, term, "all terms", TERM + " 'query phase'")))
        .addOption(Format.option(formats, Format.JSON, Format.TEXT, Format.JSON, Format.MARKDOWN))
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(ColorMode.option())
        .addPositional(Options.file());
  }

  private static OptionSpec text(String label, OptionSpec.Builder option) {
    return Options.text(label, option).build();
  }

  @Override
  public int run(Request request) {
    EstimateOptions options = EstimateOptions.of(request, regimes(request));
    Estimates estimates = Estimates.of(options, request);
    estimates.checkSingle("explain");
    if (request.isRefused(estimates.diagnostics())) {
      return ExitCode.BAD_INPUT;
    }
    Estimates.Estimated zkvm = estimates.zkvms().get(0);
    CircuitEstimate circuit = circuit(request, zkvm);
    RegimeResult.Figures figures = figures(circuit);
    boolean isSize = isSize(request, figures);
    ExplainReport report =
        new ExplainReport(
            options.caveats(),
            zkvm.estimate().zkvm().name(),
            circuit.circuit(),
            figures.regime(),
            isSize ? List.of() : terms(request, figures),
            isSize);
    return request.answer(
        switch (Format.of(request, Format.TEXT)) {
          case JSON -> new JsonDocument(ExplainJson.of(report));
          case MARKDOWN -> new MarkdownDocument(ExplainDocument.of(report, Medium.PAGE));
          default -> request.text(ExplainDocument.of(report, Medium.TERMINAL));
        });
  }

  /** The one asked for, else all proven ones. */
  private static List<Regime> regimes(Request request) {
    return request.has(REGIME)
        ? List.of(regime(request.value(REGIME, ""), request.knownRegimes()))
        : request.knownRegimes().stream().filter(Regime::isProven).toList();
  }

  /**
   * The one asked for; else of the size the one that makes the final proof, and of terms the
   * weakest: the first of those with the fewest bits.
   */
  private static CircuitEstimate circuit(Request request, Estimates.Estimated zkvm) {
    if (request.has(CIRCUIT)) {
      String name = request.value(CIRCUIT, "");
      return UsageException.known(CIRCUIT + " " + name, name, "circuit", zkvm.circuits());
    }
    List<CircuitEstimate> circuits = zkvm.estimate().circuits();
    if (request.value(TERM, "").equals(ExplainReport.SIZE)) {
      return zkvm.estimate().last();
    }
    return circuits.stream()
        .filter(CircuitEstimate::isCovered)
        .min((one, other) -> Long.compare(best(one).bits(), best(other).bits()))
        .orElse(circuits.get(0));
  }

  private static RegimeResult.Figures best(CircuitEstimate circuit) {
    return circuit.best(regime -> true).orElseThrow();
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
    if (circuit.isCovered()) {
      return best(circuit);
    }
    RegimeResult.NotCovered dash = (RegimeResult.NotCovered) circuit.results().get(0);
    throw new UsageException(
        "%s does not cover circuit %s: it %s"
            .formatted(dash.regime().name(), circuit.name(), dash.reason()));
  }

  /** Whether the size is asked for; a term of that name comes first. */
  private static boolean isSize(Request request, RegimeResult.Figures figures) {
    return request.value(TERM, "").equals(ExplainReport.SIZE)
        && figures.terms().stream()
            .noneMatch(term -> term.term().name().equals(ExplainReport.SIZE));
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
          Stream.concat(
                  figures.terms().stream().map(term -> term.term().name()),
                  Stream.of(ExplainReport.SIZE))
              .distinct()
              .toList();
      throw UsageException.unknown(TERM + " " + name, name, "term", known);
    }
    return named;
  }
}
