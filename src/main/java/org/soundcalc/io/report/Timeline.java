package org.soundcalc.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.io.document.JsonObject;

/**
 * Where the zkVMs stood at commits.
 *
 * @param range of revisions, as it was named
 * @param total how many commits there are that touch the files, of which the newest are shown
 * @param moments the state before them, and one for each commit that is shown, oldest first
 */
public record Timeline(String range, int total, List<Moment> moments) {
  /** A page has no room for more changes; report.json has all. */
  private static final int MOST_CHANGES = 200;

  /**
   * A commit.
   *
   * @param commit its hash in short
   * @param date its day, such as {@code 2026-01-31}
   * @param states of each zkVM, in the report's order; nothing where it was not there, or could not
   *     be read
   * @param gaps why the files of some could not be read, by their places
   */
  public record Moment(
      String commit, String date, List<Optional<PastState>> states, Map<Integer, String> gaps) {}

  /**
   * A change.
   *
   * @param moment when
   * @param zkvm which
   * @param bits before and after; empty where they are the same
   * @param size before and after; empty where it is the same
   * @param remarks milestones won or lost, and what else there is to say
   */
  public record Change(
      Moment moment, ReportedZkvm zkvm, String bits, String size, List<String> remarks) {
    private static Change of(
        Moment moment,
        ReportedZkvm zkvm,
        PastState before,
        PastState after,
        List<Milestone> milestones) {
      return new Change(
          moment,
          zkvm,
          before.bits().equals(after.bits()) ? "" : before.bitsTo(after),
          before.size().equals(after.size()) ? "" : before.sizeTo(after),
          before.verdicts(after, milestones));
    }

    private boolean isEmpty() {
      return bits.isEmpty() && size.isEmpty() && remarks.isEmpty();
    }
  }

  /** {@return how many commits are shown} */
  public int commits() {
    return moments.size() - 1;
  }

  /** {@return whether older commits are left out} */
  public boolean isCut() {
    return total > commits();
  }

  /**
   * {@return all changes, the newest first}
   *
   * @param site of which this is the past
   */
  public List<Change> changes(SiteReport site) {
    List<Change> changes = new ArrayList<>();
    List<Optional<PastState>> known = new ArrayList<>(moments.get(0).states());
    for (int i = 1; i < moments.size(); i++) {
      for (int j = site.zkvms().size() - 1; j >= 0; j--) {
        ReportedZkvm zkvm = site.zkvms().get(j);
        change(zkvm, i, known.get(zkvm.index()), site.milestones())
            .ifPresent(change -> changes.add(0, change));
        Optional<PastState> now = moments.get(i).states().get(zkvm.index());
        if (now.isPresent() || !moments.get(i).gaps().containsKey(zkvm.index())) {
          known.set(zkvm.index(), now);
        }
      }
    }
    return List.copyOf(changes);
  }

  /**
   * {@return the changes that a page has room for}
   *
   * @param changes all of them
   */
  public List<Change> shown(List<Change> changes) {
    return changes.subList(0, Math.min(changes.size(), MOST_CHANGES));
  }

  /** Against what is known of it last: nobody can compare with a file that cannot be read. */
  private Optional<Change> change(
      ReportedZkvm zkvm, int at, Optional<PastState> known, List<Milestone> milestones) {
    Moment moment = moments.get(at);
    Optional<PastState> after = moment.states().get(zkvm.index());
    Optional<String> gap = Optional.ofNullable(moment.gaps().get(zkvm.index()));
    if (gap.isPresent()) {
      boolean isKnown =
          gap.equals(Optional.ofNullable(moments.get(at - 1).gaps().get(zkvm.index())));
      return remark(!isKnown, moment, zkvm, "", "", "no figure: " + gap.get());
    }
    if (known.isPresent() && after.isPresent()) {
      return Optional.of(Change.of(moment, zkvm, known.get(), after.get(), milestones))
          .filter(change -> !change.isEmpty());
    }
    return after.isPresent()
        ? remark(
            true,
            moment,
            zkvm,
            Texts.orDash(after.get().bits()),
            Texts.kib(after.get().size()) + " KiB",
            "first there")
        : remark(known.isPresent(), moment, zkvm, "", "", "its file is removed");
  }

  private static Optional<Change> remark(
      boolean isNew, Moment moment, ReportedZkvm zkvm, String bits, String size, String words) {
    return isNew
        ? Optional.of(new Change(moment, zkvm, bits, size, List.of(words)))
        : Optional.empty();
  }

  /**
   * {@return since which day a zkVM passes a milestone; nothing where it does not, or has always in
   * what is shown}
   *
   * @param zkvm the zkVM's place
   * @param milestone the milestone's place
   */
  public Optional<String> since(int zkvm, int milestone) {
    Optional<String> since = Optional.empty();
    for (int i = moments.size() - 1; i >= 0; i--) {
      boolean passed =
          moments.get(i).states().get(zkvm).filter(s -> s.passed().get(milestone)).isPresent();
      if (!passed) {
        return since;
      }
      since = Optional.of(moments.get(i).date());
    }
    return Optional.empty();
  }

  JsonObject json(SiteReport site) {
    return new JsonObject()
        .put("range", range)
        .put("commits", total)
        .putAll("moments", moments, Timeline::json)
        .putAll("changes", changes(site), Timeline::json)
        .put("unread", unread(site));
  }

  private List<String> unread(SiteReport site) {
    List<String> unread = new ArrayList<>();
    for (Moment moment : moments) {
      for (ReportedZkvm zkvm : site.zkvms()) {
        if (moment.gaps().containsKey(zkvm.index())) {
          unread.add(moment.commit() + ":" + zkvm.report().source());
        }
      }
    }
    return unread;
  }

  private static JsonObject json(Moment moment) {
    return new JsonObject()
        .put("commit", moment.commit())
        .put("date", moment.date())
        .putAll("zkvms", moment.states(), state -> state.map(PastState::json))
        .putAll(
            "gaps",
            moment.gaps().entrySet(),
            gap -> new JsonObject().put("zkvm", gap.getKey()).put("reason", gap.getValue()));
  }

  private static JsonObject json(Change change) {
    return new JsonObject()
        .put("commit", change.moment().commit())
        .put("zkvm", change.zkvm().index())
        .put("bits", change.bits())
        .put("proofSize", change.size())
        .put("remarks", change.remarks());
  }
}
