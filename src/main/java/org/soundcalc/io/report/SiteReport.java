package org.soundcalc.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;

/**
 * All that a site shows: its pages, its Markdown and its JSON are written from this alone.
 *
 * @param version the program's
 * @param title of the site
 * @param provisos what the figures depend on beside the files
 * @param milestones those that are shown, at least one, the least demanding first
 * @param regimes under which terms are shown, in the order of their ranks
 * @param compared under which zkVMs are compared, in the order of their ranks
 * @param zkvms at least one, in the order they were asked for
 * @param against what they are compared with, where that was asked for
 * @param timeline where they stood at commits, where that was asked for
 */
public record SiteReport(
    String version,
    String title,
    EstimateCaveats provisos,
    List<Milestone> milestones,
    List<Regime> regimes,
    List<Regime> compared,
    List<ReportedZkvm> zkvms,
    Optional<Against> against,
    Optional<Timeline> timeline) {
  /** {@return how far all zkVMs are from each milestone} */
  public List<MilestoneStanding> standings() {
    List<MilestoneStanding> standings = new ArrayList<>();
    for (int i = 0; i < milestones.size(); i++) {
      standings.add(MilestoneStanding.of(milestones.get(i), i, zkvms));
    }
    return List.copyOf(standings);
  }

  /** {@return the options that figures depend on beside the files, as a command line has them} */
  public List<String> conditions() {
    return conditions(provisos);
  }

  /**
   * {@return the same of any figures}
   *
   * @param provisos what they depend on
   */
  public static List<String> conditions(EstimateCaveats provisos) {
    List<String> conditions = new ArrayList<>();
    if (provisos.accounting() == Accounting.STRICT) {
      conditions.add("--accounting strict");
    }
    if (provisos.bounds() != BoundSet.MAY_2026) {
      conditions.add("--bounds " + provisos.bounds().word());
    }
    if (provisos.sizes() == Sizes.SENT) {
      conditions.add("--sizes sent");
    }
    provisos.settings().forEach(setting -> conditions.add("--set " + Texts.visible(setting)));
    return List.copyOf(conditions);
  }

  /** {@return what a reader must know of the theorems that count; blank for the usual ones} */
  public String remark() {
    return provisos.remark();
  }

  /** {@return the proven regimes that milestones count here, separated by commas} */
  public String regimeNames() {
    return regimes.stream()
        .filter(Regime::isProven)
        .map(Regime::name)
        .collect(Collectors.joining(", "));
  }

  /**
   * {@return since which day a zkVM passes a milestone, in words; blank where that is not known}
   *
   * @param zkvm the zkVM
   * @param milestone the milestone's place
   */
  public String since(ReportedZkvm zkvm, int milestone) {
    return timeline
        .flatMap(past -> past.since(zkvm.index(), milestone))
        .map(day -> "since " + day)
        .orElse("");
  }

  /** {@return what readers of the figures must know} */
  public List<Warning> warnings() {
    return zkvms.stream().flatMap(zkvm -> zkvm.warnings().stream()).toList();
  }
}
