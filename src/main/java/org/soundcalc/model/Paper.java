package org.soundcalc.model;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paper that figures rest on. Plug-ins may cite others than those named here.
 *
 * @param key the short name used in outputs and docs, such as {@code BCHKS25}
 * @param link where to find it: {@code eprint 2025/2055}, or an address without its scheme
 */
public record Paper(String key, String link) {
  /** Proximity gaps and their conjectures. */
  public static final Paper BCIKS20 = new Paper("BCIKS20", "eprint 2020/654");

  /** Proximity gaps with today's best errors. */
  public static final Paper BCHKS25 = new Paper("BCHKS25", "eprint 2025/2055");

  /** FRI and DEEP-ALI. */
  public static final Paper HA22 = new Paper("Ha22", "eprint 2022/1216");

  /** Lookups by logarithmic derivatives. */
  public static final Paper HA22L = new Paper("Ha22L", "eprint 2022/1530");

  /** The same, summed by GKR. */
  public static final Paper PH23 = new Paper("PH23", "eprint 2023/1284");

  /** STIR. */
  public static final Paper ACFY24 = new Paper("ACFY24", "eprint 2024/390");

  /** WHIR. */
  public static final Paper ACFY24B = new Paper("ACFY24b", "eprint 2024/1586");

  /** Jagged commitments. */
  public static final Paper JAGGED = new Paper("Jagged", "eprint 2025/917");

  /** The zerocheck. */
  public static final Paper GRUEN24 = new Paper("Gruen24", "eprint 2024/108");

  /** SWIRL. */
  public static final Paper SWIRL = new Paper("SWIRL", "openvm.dev/swirl.pdf");

  /** The toy problem. */
  public static final Paper ETHSTARK = new Paper("ethSTARK", "eprint 2021/582");

  /** Conjectures contradicted, and random words. */
  public static final Paper DG25 = new Paper("DG25", "eprint 2025/2010");

  /** Conjectures contradicted. */
  public static final Paper CS25 = new Paper("CS25", "eprint 2025/2046");

  /** Lines and lists near capacity, over subgroups of prime fields. */
  public static final Paper KKH26 = new Paper("KKH26", "eprint 2026/782");

  /** Exceptional challenges and lists at the Johnson bound and beyond it. */
  public static final Paper DKT26 = new Paper("DKT26", "eprint 2026/2056");

  /** The same, and more, checked in Lean. */
  public static final Paper ARKLIB = new Paper("ArkLib", "github.com/Verified-zkEVM/ArkLib");

  /** Lists of any code whose words differ enough. */
  public static final Paper JOH62 = new Paper("Joh62", "doi.org/10.1109/TIT.1962.1057714");

  private static final String EPRINT = "eprint ";
  private static final Pattern YEAR = Pattern.compile(EPRINT + "([0-9]{4})/.*");

  /** {@return where to find it, for a browser} */
  public String url() {
    return link.startsWith(EPRINT)
        ? "https://eprint.iacr.org/" + link.substring(EPRINT.length())
        : "https://" + link;
  }

  /** {@return the year of its first version on eprint; nothing where it is elsewhere} */
  public OptionalInt year() {
    Matcher matcher = YEAR.matcher(link);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
