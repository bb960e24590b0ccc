package org.soundcalc.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.io.document.JsonObject;

/**
 * What the zkVMs are compared with.
 *
 * @param name of it, as it was named
 * @param before where each zkVM stood, in the report's order; nothing where it is new
 * @param gone the titles of those that are there no longer
 */
public record Against(String name, List<Optional<PastState>> before, List<String> gone) {
  /**
   * A zkVM with what is different.
   *
   * @param zkvm the zkVM
   * @param words what is, at least one
   */
  public record Changed(ReportedZkvm zkvm, List<String> words) {}

  /**
   * {@return the zkVMs that changed}
   *
   * @param site of which this is the past
   */
  public List<Changed> changed(SiteReport site) {
    List<Changed> changed = new ArrayList<>();
    for (ReportedZkvm zkvm : site.zkvms()) {
      List<String> words =
          before
              .get(zkvm.index())
              .map(
                  then ->
                      then.changes(
                          PastState.of(zkvm.estimate(), site.milestones()), site.milestones()))
              .orElse(List.of("new"));
      if (!words.isEmpty()) {
        changed.add(new Changed(zkvm, words));
      }
    }
    return List.copyOf(changed);
  }

  JsonObject json(SiteReport site) {
    return new JsonObject()
        .put("name", name)
        .putAll("before", before, then -> then.map(PastState::json))
        .putAll(
            "changed",
            changed(site),
            each -> new JsonObject().put("zkvm", each.zkvm().index()).put("changes", each.words()))
        .put("gone", gone);
  }
}
