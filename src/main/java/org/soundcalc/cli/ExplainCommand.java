package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.estimate.ExplainDocument;
import org.soundcalc.io.estimate.ExplainJson;
import org.soundcalc.io.estimate.ExplainReport;
import org.soundcalc.io.estimate.ExplainReport.Beside;
import org.soundcalc.io.estimate.TermRows;
import org.soundcalc.io.toml.Region;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.Key;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code soundcalc explain}: the formulas of a circuit's terms, with the numbers put in. */
final class ExplainCommand implements Subcommand {
  private static final String REGIME = "--regime";
  private static final String TERM = "--term";
  private static final List<String> BESIDE = List.of(ExplainReport.SIZE, ExplainReport.COSTS);

  @Override
  public CommandSpec spec() {
    String term =
        "This term only, in any case (QUERY PHASE); '"
            + ExplainReport.SIZE
            + "' shows the parts of the proof size, '"
            + ExplainReport.COSTS
            + "' those of what proving and verifying cost.";
    String regime = "The regime.";
    String best = "udr or jbr, whichever gives more bits, as estimate does";
    String weakest =
        "the weakest one, which estimate names; for the "
            + ExplainReport.SIZE
            + " and the costs, the last";
    String formats = "text (for people), json (for programs) or markdown.";
    return Options.command(
            this,
            "Show the formula of each term of a circuit, its numbers, its source, and the keys"
                + " behind its symbols.",
            "First what decides the circuit's bits: the binding term, and where its keys stand in"
                + " the file. Then its formula, and those of the other terms.",
            "Numbers longer than 12 characters are shown rounded to six digits; bits are exact.",
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Examples:",
            "  soundcalc explain zkvms/pico.toml",
            "  soundcalc explain zkvms/pico.toml --circuit riscv --regime jbr --term DEEP",
            "  soundcalc explain zkvms/pico.toml --term 'proof size'")
        .addOption(CircuitOption.one("The circuit.", weakest))
        .addOption(text("REGIME", Options.option(REGIME, regime, best, REGIME + " jbr")))
        .addOption(text("NAME", Options.option(TERM, term, "all terms", TERM + " 'query phase'")))
        .addOption(Format.option(formats, Format.JSON, Format.TEXT, Format.JSON, Format.MARKDOWN))
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(EstimateOptions.hashRateOption())
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
    Estimated zkvm = estimates.zkvms().get(0);
    CircuitEstimate circuit = circuit(request, zkvm);
    RegimeResult.Figures figures = figures(request, zkvm, circuit);
    Beside beside = beside(request, figures);
    boolean isCosts = beside == Beside.COSTS;
    EstimateOptions.requireCosts(request, isCosts, TERM + " " + ExplainReport.COSTS);
    if (isCosts && circuit.circuit().costs(options.costs().hashRate(circuit.circuit())).isEmpty()) {
      throw new UsageException(
          "%s %s: %s does not say what its proofs cost"
              .formatted(TERM, ExplainReport.COSTS, circuit.circuit().id().family()));
    }
    ExplainReport report =
        new ExplainReport(
            options.caveats().showing(List.of(figures.regime())),
            zkvm.estimate().zkvm().name(),
            circuit.circuit(),
            figures.regime(),
            request.has(TERM)
                ? Optional.empty()
                : Optional.of(lead(request, zkvm, circuit, figures)),
            beside == Beside.NOTHING ? terms(request, figures) : List.of(),
            beside);
    return request.answer(
        switch (Format.of(request, Format.TEXT)) {
          case JSON -> new JsonDocument(ExplainJson.of(report));
          case MARKDOWN -> new MarkdownDocument(ExplainDocument.of(report, Medium.PAGE));
          default -> request.text(ExplainDocument.of(report, Medium.TERMINAL));
        });
  }

  /** The one asked for, else those that are estimated where nobody asks for others. */
  private static List<Regime> regimes(Request request) {
    if (!request.has(REGIME)) {
      return Regimes.named(EstimateOptions.bounds(request).usual(), request.knownRegimes());
    }
    String written = request.value(REGIME, "");
    Regime regime = regime(written, request.knownRegimes());
    try {
      EstimateOptions.requireInForce(request, regime);
    } catch (IllegalArgumentException e) {
      throw new UsageException(REGIME + " " + written + ": " + e.getMessage());
    }
    return List.of(regime);
  }

  /**
   * The one asked for; else of the size the one that makes the final proof, and of terms the one
   * that estimate names: the weakest.
   */
  private static CircuitEstimate circuit(Request request, Estimated zkvm) {
    Map<String, CircuitEstimate> circuits = zkvm.circuits();
    if (request.has(CircuitOption.NAME)) {
      return CircuitOption.circuit(request.value(CircuitOption.NAME, ""), circuits);
    }
    if (BESIDE.contains(request.value(TERM, "").toLowerCase(Locale.ROOT))) {
      return zkvm.estimate().last();
    }
    return standing(zkvm)
        .map(security -> circuits.get(security.circuit()))
        .or(
            () ->
                circuits.values().stream()
                    .filter(CircuitEstimate::isCovered)
                    .min((one, other) -> Long.compare(best(one).bits(), best(other).bits())))
        .orElse(zkvm.estimate().circuits().get(0));
  }

  /** The figure of the whole; nothing where some circuit has none. */
  private static Optional<Security> standing(Estimated zkvm) {
    return zkvm.estimate().standing(regime -> true).map(SecurityBasis::security);
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

  /** Under the regime of the whole's figure if its circuit is not asked for, else its best. */
  private static RegimeResult.Figures figures(
      Request request, Estimated zkvm, CircuitEstimate circuit) {
    Optional<Security> whole = request.has(CircuitOption.NAME) ? Optional.empty() : standing(zkvm);
    Optional<RegimeResult.Figures> figures =
        whole.flatMap(security -> circuit.best(r -> r.name().equals(security.regime())));
    if (figures.isPresent()) {
      return figures.get();
    }
    if (circuit.isCovered()) {
      return best(circuit);
    }
    RegimeResult.NotCovered dash = (RegimeResult.NotCovered) circuit.results().get(0);
    throw new UsageException(
        "%s does not cover circuit %s: it %s"
            .formatted(dash.regime().name(), circuit.name(), dash.reason()));
  }

  private static ExplainReport.Lead lead(
      Request request, Estimated zkvm, CircuitEstimate circuit, RegimeResult.Figures figures) {
    int index = zkvm.estimate().circuits().indexOf(circuit);
    Region header = zkvm.loaded().region(index, List.of());
    List<ExplainReport.PlacedKey> keys = new ArrayList<>();
    for (Key<Circuit, ?> key : circuit.circuit().keys()) {
      if (key.names(figures.binding().term().name())) {
        List<String> path =
            Stream.concat(key.entry().map(Key.Entry::name).stream(), Stream.of(key.name()))
                .toList();
        Optional<Region> region =
            Optional.of(zkvm.loaded().region(index, path)).filter(found -> !found.equals(header));
        Parameter.of(key, circuit.circuit())
            .map(value -> new ExplainReport.PlacedKey(value, zkvm.source(), region))
            .ifPresent(keys::add);
      }
    }
    return new ExplainReport.Lead(figures.binding(), keys, !request.has(CircuitOption.NAME));
  }

  /** What is asked for that is no term; a term of that name comes first. */
  private static Beside beside(Request request, RegimeResult.Figures figures) {
    String name = request.value(TERM, "").toLowerCase(Locale.ROOT);
    if (!BESIDE.contains(name) || !named(figures, name).isEmpty()) {
      return Beside.NOTHING;
    }
    return name.equals(ExplainReport.SIZE) ? Beside.SIZE : Beside.COSTS;
  }

  private static List<CertifiedTerm> terms(Request request, RegimeResult.Figures figures) {
    if (!request.has(TERM)) {
      return figures.terms();
    }
    String name = request.value(TERM, "");
    List<CertifiedTerm> named = named(figures, name);
    if (named.isEmpty()) {
      throw noTerm(name, figures);
    }
    return named;
  }

  /** The terms of a name; where none has it, those that differ from it in case alone. */
  private static List<CertifiedTerm> named(RegimeResult.Figures figures, String name) {
    List<CertifiedTerm> alike =
        figures.terms().stream()
            .filter(term -> term.term().name().equalsIgnoreCase(name.strip()))
            .toList();
    List<CertifiedTerm> same =
        alike.stream().filter(term -> term.term().name().equals(name)).toList();
    return same.isEmpty() ? alike : same;
  }

  /** The term that was meant, and all there are: runs of rounds as one. */
  private static UsageException noTerm(String name, RegimeResult.Figures figures) {
    TermRows rows = new TermRows(1);
    Stream.concat(figures.terms().stream().map(term -> term.term().name()), BESIDE.stream())
        .forEach(term -> rows.put(term, 0, Cell.BLANK));
    List<String> all = rows.folded().stream().map(row -> row.get(0).text()).toList();
    List<String> known = rows.all().stream().map(row -> row.get(0).text()).toList();
    if (name.isBlank()) {
      return UsageException.unknown(TERM, name, "term", all);
    }
    return new UsageException(
        "%s %s: no such term%s; there are %s"
            .formatted(TERM, name, Suggestions.hint(name, known), String.join(", ", all)));
  }
}
