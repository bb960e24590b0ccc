package org.soundcalc.model;

/** The papers that figures rest on. */
public enum Paper {
  BCIKS20("BCIKS20", "Proximity Gaps for Reed-Solomon Codes", "eprint 2020/654"),
  BCHKS25("BCHKS25", "On Proximity Gaps for Reed-Solomon Codes", "eprint 2025/2055"),
  HA22("Ha22", "A summary on the FRI low degree test", "eprint 2022/1216"),
  HA22L("Ha22L", "Multivariate lookups based on logarithmic derivatives", "eprint 2022/1530"),
  PH23("PH23", "Improving logarithmic derivative lookups using GKR", "eprint 2023/1284"),
  ACFY24("ACFY24", "STIR: Reed-Solomon proximity testing with fewer queries", "eprint 2024/390"),
  ACFY24B(
      "ACFY24b",
      "WHIR: Reed-Solomon proximity testing with super-fast verification",
      "eprint 2024/1586"),
  JAGGED("Jagged", "Jagged polynomial commitments", "eprint 2025/917"),
  GRUEN24("Gruen24", "Some improvements for the PIOP for ZeroCheck", "eprint 2024/108"),
  SWIRL("SWIRL", "The SWIRL proof system", "openvm.dev/swirl.pdf"),
  ETHSTARK("ethSTARK", "ethSTARK documentation", "eprint 2021/582"),
  DG25("DG25", "On the conjectured proximity gaps up to capacity", "eprint 2025/2010"),
  CS25("CS25", "Limits of the proximity gap and list decoding conjectures", "eprint 2025/2046");

  private final String key;
  private final String title;
  private final String link;

  Paper(String key, String title, String link) {
    this.key = key;
    this.title = title;
    this.link = link;
  }

  /** The short name used in outputs and docs, such as {@code BCHKS25}. */
  public String key() {
    return key;
  }

  /** What the paper is called. */
  public String title() {
    return title;
  }

  /** Where to find it. */
  public String link() {
    return link;
  }
}
