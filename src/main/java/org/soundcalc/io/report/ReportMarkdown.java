package org.soundcalc.io.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.estimate.EstimateDocument;
import org.soundcalc.io.estimate.EstimateDocument.Detail;
import org.soundcalc.io.estimate.Report;

/** A report as GitHub renders it: a table, and a page for each zkVM. */
final class ReportMarkdown {
  private ReportMarkdown() {}

  static Map<String, Rendering> of(SiteReport site) {
    Map<String, Rendering> files = new LinkedHashMap<>();
    files.put(Site.MARKDOWN, out -> out.append(summary(site)));
    for (ReportedZkvm zkvm : site.zkvms()) {
      Report report = new Report(site.version(), site.provisos(), List.of(zkvm.report()));
      files.put(
          zkvm.stem() + ".md",
          out ->
              new MarkdownDocument(EstimateDocument.of(report, Detail.TERMS, Medium.PAGE))
                  .writeTo(out));
    }
    return files;
  }

  private static String summary(SiteReport site) {
    StringBuilder text = new StringBuilder("# " + escape(site.title()) + "\n\n");
    for (MilestoneStanding standing : site.standings()) {
      text.append(
          "- **%s** (at least %d bits, at most %s): %d of %d pass\n"
              .formatted(
                  standing.name(),
                  standing.milestone().bits(),
                  standing.kib(),
                  standing.passed().size(),
                  site.zkvms().size()));
    }
    site.conditions()
        .forEach(condition -> text.append("- with `" + condition.replace('`', '\'') + "`\n"));
    if (!site.remark().isEmpty()) {
      text.append("- newer theorems: " + site.remark() + "\n");
    }
    site.against().ifPresent(against -> addChanges(against, site, text));
    text.append("\n| zkVM | proven bits | after Fiat-Shamir | final proof, KiB |");
    site.standings().forEach(standing -> text.append(" " + standing.name() + " |"));
    text.append(" next, and what it needs |\n| --- | ---: | ---: | ---: |");
    site.standings().forEach(standing -> text.append(" --- |"));
    text.append(" --- |\n");
    for (ReportedZkvm zkvm : site.zkvms()) {
      text.append(
          "| [%s](%s.md) | **%s**%s | %s | %s%s |"
              .formatted(
                  escape(zkvm.title()),
                  zkvm.stem(),
                  zkvm.bits(),
                  mark(site.against().flatMap(then -> then.bits(zkvm))),
                  zkvm.nonInteractive(),
                  Texts.kib(zkvm.size().worstCaseBits()),
                  mark(site.against().flatMap(then -> then.size(zkvm)))));
      for (MilestoneVerdict verdict : zkvm.verdicts()) {
        text.append(
            " %s: %s bits, %s KiB |"
                .formatted(escape(verdict.word()), verdict.signedBits(), verdict.signedKib()));
      }
      text.append(" " + escape(zkvm.needs()) + " |\n");
    }
    site.timeline().ifPresent(past -> addHistory(past, site, text));
    text.append(
        "\n"
            + "Figures with their formulas: [index.html](index.html); for programs:"
            + " [report.json](report.json).\n");
    return text.toString();
  }

  private static String mark(Optional<Against.Mark> mark) {
    return mark.map(moved -> " (" + moved.sign() + ")").orElse("");
  }

  private static void addChanges(Against against, SiteReport site, StringBuilder text) {
    text.append("\nSince ").append(escape(against.name())).append(":\n\n");
    if (!against.caution(site).isEmpty()) {
      text.append(escape(against.caution(site))).append("\n\n");
    }
    List<Against.Changed> changed = against.changed(site);
    for (Against.Changed each : changed) {
      text.append(
          "- %s: %s\n"
              .formatted(escape(each.zkvm().title()), escape(String.join("; ", each.words()))));
    }
    against.gone().forEach(gone -> text.append("- " + escape(gone) + ": no longer there\n"));
    if (changed.isEmpty() && against.gone().isEmpty()) {
      text.append("- nothing changed\n");
    }
  }

  private static void addHistory(Timeline past, SiteReport site, StringBuilder text) {
    List<Timeline.Change> all = past.changes(site);
    List<Timeline.Change> shown = past.shown(all);
    text.append("\n## History\n\n");
    if (past.commits() == 0) {
      text.append("No commit of %s touches these files.\n".formatted(escape(past.range())));
      return;
    }
    text.append(
        "Commits of %s that touch these files: %s.\n"
            .formatted(
                escape(past.range()),
                past.isCut()
                    ? "%d, of which the newest %d are read".formatted(past.total(), past.commits())
                    : past.total()));
    if (all.isEmpty()) {
      text.append("No bits, sizes or milestones changed.\n");
      return;
    }
    text.append(
        "\n| day | commit | zkVM | proven bits | final proof | milestones, and remarks |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    for (Timeline.Change change : shown) {
      text.append(
          "| %s | %s | [%s](%s.md) | %s | %s | %s |\n"
              .formatted(
                  change.moment().date(),
                  change.moment().commit(),
                  escape(change.zkvm().title()),
                  change.zkvm().stem(),
                  change.bits(),
                  change.size(),
                  escape(String.join("; ", change.remarks()))));
    }
    if (shown.size() < all.size()) {
      text.append(
          "\nThe newest %d of %d changes; [report.json](report.json) has all.\n"
              .formatted(shown.size(), all.size()));
    }
  }

  private static String escape(String text) {
    return MarkdownDocument.escape(text);
  }
}
