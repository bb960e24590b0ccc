package org.soundcalc.model;

/** The papers that figures rest on. */
public enum Paper {
  /** Proximity gaps and their conjectures. */
  BCIKS20("BCIKS20", "eprint 2020/654"),
  /** Proximity gaps with today's best errors. */
  BCHKS25("BCHKS25", "eprint 2025/2055"),
  /** FRI and DEEP-ALI. */
  HA22("Ha22", "eprint 2022/1216"),
  /** Lookups by logarithmic derivatives. */
  HA22L("Ha22L", "eprint 2022/1530"),
  /** The same, summed by GKR. */
  PH23("PH23", "eprint 2023/1284"),
  /** STIR. */
  ACFY24("ACFY24", "eprint 2024/390"),
  /** WHIR. */
  ACFY24B("ACFY24b", "eprint 2024/1586"),
  /** Jagged commitments. */
  JAGGED("Jagged", "eprint 2025/917"),
  /** The zerocheck. */
  GRUEN24("Gruen24", "eprint 2024/108"),
  /** SWIRL. */
  SWIRL("SWIRL", "openvm.dev/swirl.pdf"),
  /** The toy problem. */
  ETHSTARK("ethSTARK", "eprint 2021/582"),
  /** Conjectures contradicted, and random words. */
  DG25("DG25", "eprint 2025/2010"),
  /** Conjectures contradicted. */
  CS25("CS25", "eprint 2025/2046");

  private final String key;
  private final String link;

  Paper(String key, String link) {
    this.key = key;
    this.link = link;
  }

  /** The short name used in outputs and docs, such as {@code BCHKS25}. */
  public String key() {
    return key;
  }

  /** Where to find it, such as {@code eprint 2025/2055}. */
  public String link() {
    return link;
  }
}
