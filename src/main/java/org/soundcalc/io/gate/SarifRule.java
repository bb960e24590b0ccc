package org.soundcalc.io.gate;

import java.util.Locale;
import java.util.stream.Stream;
import org.soundcalc.io.document.JsonObject;

/** What the results of a SARIF log are about. Their order is that of the log's rules. */
enum SarifRule {
  /** A circuit falls short of the bits required. */
  MIN_BITS(
      "MinBits",
      "error",
      "Every circuit has the bits of security required.",
      "The message names the regime and the term with too few bits, and the changes that suffice:"
          + " parameters to raise, or regimes to select. soundcalc explain shows how the bits of a"
          + " circuit are computed."),

  /** The final proof is too large. */
  MAX_PROOF_SIZE(
      "MaxProofSize",
      "error",
      "The final proof is no larger than allowed.",
      "The final proof is that of the last circuit. Fewer queries make it smaller and lower the"
          + " bits of security; proof-of-work before the queries can compensate some of them."),

  /** The whole tree of proofs falls short. */
  RECURSION(
      "Recursion",
      "error",
      "The whole tree of proofs has the bits of security required.",
      "The errors of all proofs of the honest, fully packed tree are added. The message names the"
          + " circuits with the largest shares of the error: raise their bits, or lower the number"
          + " of their proofs. soundcalc graph draws the tree."),

  /** A figure counts that rests on a conjecture. */
  NOT_PROVEN(
      "NotProven",
      "note",
      "Every figure relied on is proven.",
      "The circuit meets the requirement only under a conjectured regime, accepted because of"
          + " --allow-conjectured. soundcalc regimes lists the status of each regime."),

  /** A file could not be checked. */
  BAD_INPUT(
      "BadInput",
      "error",
      "Every file can be read.",
      "The file has errors and its zkVM was not checked. soundcalc validate lists every problem"
          + " with line and column."),

  /** Something that readers of the figures must know. */
  WARNING(
      "Warning",
      "warning",
      "Warnings about the figures.",
      "The figures were computed despite the warning in the message."),

  /** A figure takes something for granted. */
  CAVEAT(
      "Caveat",
      "warning",
      "No figure depends on an unchecked condition.",
      "The figures hold under the condition in the message, which no parameter of the file ensures,"
          + " or do not cover what the message names."),

  /** The same, where that is a failure. */
  NO_CAVEATS(
      "NoCaveats",
      "error",
      "No figure depends on an unchecked condition, as requested.",
      "The figures hold under the condition in the message, which no parameter of the file ensures,"
          + " or do not cover what the message names."),

  /** The proofs that are sent fall short. */
  NON_INTERACTIVE(
      "NonInteractive",
      "error",
      "Every circuit has the bits of security required after Fiat-Shamir.",
      "After Fiat-Shamir a forger can also use collisions of the hash. The message names what"
          + " binds, the hash or the rounds: more bits are needed there.");

  private final String title;
  private final String level;
  private final String summary;
  private final String help;

  SarifRule(String title, String level, String summary, String help) {
    this.title = title;
    this.level = level;
    this.summary = summary;
    this.help = help;
  }

  /** The rule that results of a kind of requirement are about. */
  static SarifRule of(CheckedZkvm.Fault fault) {
    return Stream.of(values())
        .filter(rule -> rule.id().equals(fault.kind()))
        .findFirst()
        .orElseThrow();
  }

  /** How results name it. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How serious its results are: {@code error}, {@code warning} or {@code note}. */
  String level() {
    return level;
  }

  /** The object that describes it. */
  JsonObject json() {
    return new JsonObject()
        .put("id", id())
        .put("name", title)
        .put("shortDescription", text(summary))
        .put("fullDescription", text(summary))
        .put("help", text(help))
        .put("defaultConfiguration", new JsonObject().put("level", level));
  }

  private static JsonObject text(String text) {
    return new JsonObject().put("text", text);
  }
}
