package org.soundcalc.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.io.document.JsonObject;

/**
 * Where the zkVMs stood at commits.
 *
 * @param range of revisions, as it was named
 * @param total how many commits there are, of which the newest are shown
 * @param moments oldest first
 * @param unread what could not be read at some commit
 */
public record Timeline(String range, int total, List<Moment> moments, List<String> unread) {
  /**
   * A commit.
   *
   * @param commit its hash in short
   * @param date its day, such as {@code 2026-01-31}
   * @param states of each zkVM, in the report's order; nothing where it was not there, or could not
   *     be read
   */
  public record Moment(String commit, String date, List<Optional<PastState>> states) {}

  /**
   * A change.
   *
   * @param moment when
   * @param zkvm which
   * @param words what is different
   */
  public record Change(Moment moment, ReportedZkvm zkvm, List<String> words) {}

  /** {@return whether older commits are left out} */
  public boolean isCut() {
    return total > moments.size();
  }

  /**
   * {@return all changes, the newest first}
   *
   * @param site of which this is the past
   */
  public List<Change> changes(SiteReport site) {
    List<Change> changes = new ArrayList<>();
    for (int i = moments.size() - 1; i > 0; i--) {
      for (ReportedZkvm zkvm : site.zkvms()) {
        Optional<PastState> before = moments.get(i - 1).states().get(zkvm.index());
        Optional<PastState> after = moments.get(i).states().get(zkvm.index());
        List<String> words = words(before, after, site);
        if (!words.isEmpty()) {
          changes.add(new Change(moments.get(i), zkvm, words));
        }
      }
    }
    return List.copyOf(changes);
  }

  private static List<String> words(
      Optional<PastState> before, Optional<PastState> after, SiteReport site) {
    if (before.isPresent() && after.isPresent()) {
      return before.get().changes(after.get(), site.milestones());
    }
    return before.isEmpty() && after.isPresent()
        ? List.of("first there: proven bits " + Texts.orDash(after.get().bits()))
        : List.of();
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

  JsonObject json() {
    return new JsonObject()
        .put("range", range)
        .put("commits", total)
        .putAll("moments", moments, Timeline::json)
        .put("unread", unread);
  }

  private static JsonObject json(Moment moment) {
    return new JsonObject()
        .put("commit", moment.commit())
        .put("date", moment.date())
        .putAll("zkvms", moment.states(), state -> state.map(PastState::json));
  }
}
