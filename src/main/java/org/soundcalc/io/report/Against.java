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
 * @param circuits where the circuits of each stood; nothing where it is new, or that is not known
 * @param gone the titles of those that are there no longer
 * @param conditions the options that those figures depend on, where they are other figures' than
 *     this report's may be
 */
public record Against(
    String name,
    List<Optional<PastState>> before,
    List<Optional<PastCircuits>> circuits,
    List<String> gone,
    List<String> conditions) {
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
        .flatMap(then -> Mark.ofSizes(then.size(), zkvm.size().worstCaseBits()));
  }

  /**
   * {@return that a circuit is new, where its zkVM is not}
   *
   * @param zkvm a zkVM
   * @param circuit one of its circuits
   */
  public Optional<Mark> novelty(ReportedZkvm zkvm, ReportedCircuit circuit) {
    return circuits.get(zkvm.index()).flatMap(then -> then.isNew(circuit));
  }

  /**
   * {@return how many bits a circuit has more or less under a regime}
   *
   * @param zkvm a zkVM
   * @param circuit one of its circuits
   * @param figure what a regime says of it
   */
  public Optional<Mark> bits(
      ReportedZkvm zkvm, ReportedCircuit circuit, ReportedCircuit.RegimeFigure figure) {
    return circuits.get(zkvm.index()).flatMap(then -> then.bits(circuit, figure.result()));
  }

  /**
   * {@return how many whole KiB the proofs of a circuit have more or less}
   *
   * @param zkvm a zkVM
   * @param circuit one of its circuits
   */
  public Optional<Mark> size(ReportedZkvm zkvm, ReportedCircuit circuit) {
    return circuits.get(zkvm.index()).flatMap(then -> then.size(circuit));
  }

  /**
   * {@return the circuits that a zkVM has no longer}
   *
   * @param zkvm the zkVM
   */
  public List<String> gone(ReportedZkvm zkvm) {
    return circuits.get(zkvm.index()).map(then -> then.gone(zkvm)).orElse(List.of());
  }

  /**
   * {@return which circuits of a zkVM changed, or that it is not known, in words; blank where none
   * did}
   *
   * @param zkvm the zkVM
   */
  public String circuitWords(ReportedZkvm zkvm) {
    return before.get(zkvm.index()).isPresent() && circuits.get(zkvm.index()).isEmpty()
        ? "that report does not say how single circuits stood"
        : circuits.get(zkvm.index()).map(then -> then.changes(zkvm)).orElse("");
  }

  /**
   * What changed beside a figure.
   *
   * @param sign the difference, such as {@code −14 KiB}
   * @param words the same for those who hear it
   */
  public record Mark(String sign, String words) {
    static Optional<Mark> ofSizes(BigInteger then, BigInteger now) {
      return of(ProofSize.kib(now).subtract(ProofSize.kib(then)), "KiB");
    }

    static Optional<Mark> of(BigInteger more, String unit) {
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
   * {@return what is different of a zkVM; nothing where all is as it was. Its circuits are told of
   * where the whole is as it was}
   *
   * @param zkvm the zkVM
   * @param site of which this is the past
   */
  public List<String> words(ReportedZkvm zkvm, SiteReport site) {
    List<String> whole = wholeWords(zkvm, site);
    String circuit = circuits.get(zkvm.index()).map(then -> then.changes(zkvm)).orElse("");
    return whole.isEmpty() && !circuit.isEmpty() ? List.of(circuit) : whole;
  }

  /**
   * {@return what is different of a zkVM as a whole}
   *
   * @param zkvm the zkVM
   * @param site of which this is the past
   */
  public List<String> wholeWords(ReportedZkvm zkvm, SiteReport site) {
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
        .putAll("circuits", circuits, then -> then.map(PastCircuits::json))
        .putAll(
            "changed",
            changed(site),
            each -> new JsonObject().put("zkvm", each.zkvm().index()).put("changes", each.words()))
        .put("gone", gone)
        .put("caution", caution(site));
  }
}
