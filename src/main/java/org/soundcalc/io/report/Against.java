package org.soundcalc.io.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.model.ProofSize;

/**
 * What the zkVMs are compared with.
 *
 * @param name of it, as it was named
 * @param before where each zkVM stood, in the report's order; nothing where it is new
 * @param gone the titles of those that are there no longer
 * @param conditions the options that those figures depend on, where they are other figures' than
 *     this report's may be
 */
public record Against(
    String name, List<Optional<PastState>> before, List<String> gone, List<String> conditions) {
  /**
   * {@return that the figures rest on other options, in words; blank where they do not}
   *
   * @param site of which this is the past
   */
  public String caution(SiteReport site) {
    return conditions.equals(site.conditions())
        ? ""
        : "That report was made with %s, this one with %s: differences may come from that."
            .formatted(words(conditions), words(site.conditions()));
  }

  private static String words(List<String> conditions) {
    return conditions.isEmpty() ? "no options" : String.join(" ", conditions);
  }

  /**
   * {@return how many bits there are more or less, with words for those who hear it}
   *
   * @param zkvm a zkVM
   */
  public Optional<Mark> bits(ReportedZkvm zkvm) {
    Optional<Integer> then = before.get(zkvm.index()).flatMap(PastState::bits);
    return then.isEmpty() || zkvm.security().isEmpty()
        ? Optional.empty()
        : Mark.of(BigInteger.valueOf(zkvm.security().get().bits() - (long) then.get()), "bits");
  }

  /**
   * {@return how many whole KiB the final proof has more or less, likewise}
   *
   * @param zkvm a zkVM
   */
  public Optional<Mark> size(ReportedZkvm zkvm) {
    return before
        .get(zkvm.index())
        .flatMap(
            then ->
                Mark.of(
                    ProofSize.kib(zkvm.size().worstCaseBits()).subtract(ProofSize.kib(then.size())),
                    "KiB"));
  }

  /**
   * What changed beside a figure.
   *
   * @param sign the difference, such as {@code −14 KiB}
   * @param words the same for those who hear it
   */
  public record Mark(String sign, String words) {
    private static Optional<Mark> of(BigInteger more, String unit) {
      String sign = Texts.signed(more) + (unit.equals("KiB") ? " KiB" : "");
      String words =
          "%d %s %s than before".formatted(more.abs(), unit, more.signum() > 0 ? "more" : "less");
      return more.signum() == 0 ? Optional.empty() : Optional.of(new Mark(sign, words));
    }
  }

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
      List<String> words = words(zkvm, site);
      if (!words.isEmpty()) {
        changed.add(new Changed(zkvm, words));
      }
    }
    return List.copyOf(changed);
  }

  /**
   * {@return what is different of a zkVM; nothing where all is as it was}
   *
   * @param zkvm the zkVM
   * @param site of which this is the past
   */
  public List<String> words(ReportedZkvm zkvm, SiteReport site) {
    return before
        .get(zkvm.index())
        .map(
            then ->
                then.changes(PastState.of(zkvm.estimate(), site.milestones()), site.milestones()))
        .orElse(List.of("new"));
  }

  JsonObject json(SiteReport site) {
    return new JsonObject()
        .put("name", name)
        .putAll("before", before, then -> then.map(PastState::json))
        .putAll(
            "changed",
            changed(site),
            each -> new JsonObject().put("zkvm", each.zkvm().index()).put("changes", each.words()))
        .put("gone", gone)
        .put("caution", caution(site));
  }
}
