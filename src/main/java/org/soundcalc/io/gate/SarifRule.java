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
      "The message names the regime and the term that fall short, and each single change that would"
          + " do: a parameter to raise, or regimes to ask for. soundcalc explain shows where the"
          + " bits of a circuit come from."),

  /** The final proof is too large. */
  MAX_PROOF_SIZE(
      "MaxProofSize",
      "error",
      "The final proof is no larger than allowed.",
      "The final proof is that of the last circuit. Fewer queries make it smaller and cost bits of"
          + " security, some of which proof-of-work can buy back."),

  /** The whole tree of proofs falls short. */
  RECURSION(
      "Recursion",
      "error",
      "The whole tree of proofs has the bits of security required.",
      "The errors of all proofs of the honest, fully packed tree add up. The message names the"
          + " circuits with the largest shares: more bits there, or fewer of their proofs, are what"
          + " helps. soundcalc graph draws the tree."),

  /** A figure counts that rests on a conjecture. */
  NOT_PROVEN(
      "NotProven",
      "note",
      "Every figure that counts is proven.",
      "The circuit meets what is required with a figure that rests on a conjecture. It counts"
          + " because of --allow-conjectured; soundcalc regimes lists what each regime rests on."),

  /** A file could not be checked. */
  BAD_INPUT(
      "BadInput",
      "error",
      "Every file can be read.",
      "What the message says is wrong with the file: soundcalc validate shows every problem of it,"
          + " with its place. Until it is mended nothing is known of its zkVM."),

  /** Something that readers of the figures must know. */
  WARNING(
      "Warning",
      "warning",
      "What readers of the figures must know.",
      "The figures are those of the file with what the message says of it."),

  /** A figure takes something for granted. */
  CAVEAT(
      "Caveat",
      "warning",
      "No figure takes anything for granted.",
      "The figures hold under the condition of the message, which no parameter of the file ensures,"
          + " or do not cover what it says."),

  /** The same, where that is a failure. */
  NO_CAVEATS(
      "NoCaveats",
      "error",
      "No figure that counts takes anything for granted, as was asked for.",
      "The figures hold under the condition of the message, which no parameter of the file ensures,"
          + " or do not cover what it says."),

  /** The proofs that are sent fall short. */
  NON_INTERACTIVE(
      "NonInteractive",
      "error",
      "Every circuit has the bits of security required after Fiat-Shamir.",
      "A forger who queries the random oracle gains from collisions of the hash as well as from the"
          + " rounds of the protocol. The message names what binds: more bits of the hash, or of"
          + " the rounds.");

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
