package org.soundcalc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.certificate.CertificateJson;
import org.soundcalc.io.certificate.CertificateReport;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.estimate.ZkvmReport;
import org.soundcalc.io.report.Against;
import org.soundcalc.io.report.OldReport;
import org.soundcalc.io.report.ReportInput;
import org.soundcalc.io.report.ReportMaker;
import org.soundcalc.io.report.Site;
import org.soundcalc.io.report.SiteReport;
import org.soundcalc.io.report.Timeline;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.model.Regime;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code soundcalc report}: a site of several zkVMs. All or nothing. */
final class ReportCommand implements Subcommand {
  private static final String MILESTONE = "--milestone";
  private static final String TITLE = "--title";
  private static final String USUAL_TITLE = "zkVM soundness report";
  private static final int LONGEST_TITLE = 200;

  @Override
  public CommandSpec spec() {
    return Options.command(
            this,
            "Write a site: an overview of all zkVMs, a page for each with every term, its formula"
                + " and its source, the same as Markdown, and all of it as JSON.",
            "The pages load nothing and may be sent round as files; index.html is the first."
                + " A folder that is there already is replaced only if soundcalc wrote it.",
            "Milestones (December 2025): " + Milestone.meanings() + ".",
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then nothing is written.",
            "",
            "Examples:",
            "  soundcalc report -o site zkvms",
            "  soundcalc report --milestone h-star --title 'Autumn review' -o site zkvms",
            "  soundcalc report --against main: -o site zkvms",
            "  soundcalc report --against old/report.json -o site zkvms",
            "  soundcalc report --history v1.0..main -o site zkvms")
        .addOption(OutputFolder.option("site"))
        .addOption(milestoneOption())
        .addOption(
            Options.text(
                    "TEXT",
                    Options.option(
                        TITLE, "The title of the site.", USUAL_TITLE, TITLE + " 'Autumn review'"))
                .build())
        .addOption(againstOption())
        .addOption(historyOption())
        .addOption(EstimateOptions.regimesOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(EstimateOptions.sizesOption())
        .addOption(EstimateOptions.hashRateOption())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(Sort.option())
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  private static OptionSpec milestoneOption() {
    String meaning = "A milestone to show. May be repeated.";
    return EnumOption.several(
        Milestone.values(),
        "NAME",
        Options.option(MILESTONE, meaning, "all of them", MILESTONE + " h-star"));
  }

  private static OptionSpec againstOption() {
    String meaning =
        "Say what changed since another state: a report.json, a file or folder, or "
            + Revisions.MEANING
            + ". Files are matched by name.";
    String against = ReportPast.AGAINST;
    return Options.text("OLD", Options.option(against, meaning, "none", against + " main:"))
        .build();
  }

  private static OptionSpec historyOption() {
    String meaning =
        "Draw bits and sizes over the commits of a range of git revisions that touch the files, at"
            + " most the newest "
            + ReportPast.MOST_COMMITS
            + ".";
    String history = ReportPast.HISTORY;
    return Options.text(
            "REV..REV", Options.option(history, meaning, "none", history + " v1.0..main"))
        .build();
  }

  @Override
  public int run(Request request) {
    RequirementOptions.checkFiles(request.files());
    OutputFolder folder = OutputFolder.of(request);
    List<Milestone> milestones = milestones(request);
    String title = title(request);
    EstimateOptions options = EstimateOptions.of(request);
    Inputs files = request.read(request.files());
    Estimates estimates = Estimates.of(files, UnaryOperator.identity(), options, request);
    List<Diagnostic> diagnostics = estimates.diagnosticsWithEmptiness();
    Optional<Estimates> old = ReportPast.old(request, options);
    Optional<OldReport> oldReport = ReportPast.oldReport(request);
    old.ifPresent(other -> diagnostics.addAll(errors(other)));
    if (request.isRefused(diagnostics)) {
      return ExitCode.BAD_INPUT;
    }
    List<Regime> compared = EstimateOptions.counted(request);
    Map<String, SourceFile> sources = new LinkedHashMap<>();
    files.sources().forEach(file -> sources.put(file.label(), file));
    List<Estimated> zkvms = Sort.of(request, estimates.zkvms(), Estimated::estimate);
    ReportPast past = new ReportPast(request, options, milestones, zkvms);
    Optional<Timeline> timeline = past.timeline();
    List<ReportInput> inputs =
        zkvms.parallelStream()
            .map(zkvm -> input(zkvm, compared, sources.get(zkvm.source()), options))
            .toList();
    Optional<Against> against =
        old.map(other -> past.against(other, SiteReport.conditions(options.caveats())))
            .or(() -> oldReport.map(past::against));
    SiteReport site =
        new SiteReport(
            Version.number(),
            title,
            options.caveats(),
            milestones,
            new Estimator(options.regimes()).regimes(),
            new Estimator(compared).regimes(),
            new ReportMaker(milestones, options.costs()).zkvms(inputs),
            against,
            timeline);
    folder.write(Site.of(site));
    request.tell(
        "wrote %s, and a page for %s"
            .formatted(
                Path.of(folder.name()).resolve(Site.INDEX),
                zkvms.size() == 1 ? "its zkVM" : "each of %d zkVMs".formatted(zkvms.size())));
    return ExitCode.OK;
  }

  /** What forbids a comparison: of the past nobody can mend warnings. */
  private static List<Diagnostic> errors(Estimates old) {
    List<Diagnostic> errors = new ArrayList<>(old.emptiness());
    old.diagnostics().stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .forEach(errors::add);
    return errors;
  }

  private static ReportInput input(
      Estimated zkvm, List<Regime> compared, SourceFile file, EstimateOptions options) {
    CertificateReport certificate =
        new CertificateReport(
            Version.number(),
            options.accounting(),
            options.bounds(),
            List.of(
                new CertificateReport.OfFile(
                    file.label(),
                    file.sha256(),
                    zkvm.loaded().settings(),
                    zkvm.warnings().stream().map(Warning::message).toList(),
                    zkvm.loaded().standIns(),
                    zkvm.estimate())));
    return new ReportInput(
        new ZkvmReport(
            zkvm.source(),
            zkvm.estimate(),
            zkvm.estimate().circuits(),
            zkvm.warningsOfFigures(),
            Optional.empty()),
        Comparison.of(
            zkvm.source(), new Estimator(compared).estimate(zkvm.estimate().zkvm()), compared),
        zkvm.ignored(),
        zkvm.loaded()::region,
        file.lines(),
        new CertificateJson(certificate));
  }

  /** Those that are named, each once, the least demanding first; all where none is. */
  private static List<Milestone> milestones(Request request) {
    List<Milestone> named = new ArrayList<>();
    for (String word : request.value(MILESTONE, List.<String>of())) {
      named.add(EnumOption.constant(word, Milestone.class));
    }
    List<Milestone> all = List.of(Milestone.values());
    return named.isEmpty() ? all : all.stream().filter(named::contains).toList();
  }

  private static String title(Request request) {
    String title = request.value(TITLE, USUAL_TITLE).strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new UsageException(
          "%s: expected a text of 1 to %d characters".formatted(TITLE, LONGEST_TITLE));
    }
    return title;
  }
}
