package org.soundcalc.analysis.gate;

import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the Ethereum Foundation asked of zkEVMs in December 2025. */
public enum Milestone {
  /** 100 provable bits, 600 KiB, and a compact description of the recursion architecture. */
  GLAMSTERDAM("glamsterdam", 100, 600),
  /** 128 provable bits, 300 KiB, and a formal argument for the recursion architecture. */
  H_STAR("h-star", 128, 300);

  private static final int LOG2_BITS_PER_KIB = 13;

  private final String word;
  private final long bits;
  private final long kib;

  Milestone(String word, long bits, long kib) {
    this.word = word;
    this.bits = bits;
    this.kib = kib;
  }

  /** {@return its name, as options and outputs spell it} */
  public String word() {
    return word;
  }

  /** {@return the least provable bits} */
  public long bits() {
    return bits;
  }

  /**
   * {@return the most that the final proof may take}
   *
   * @param measure which size of it counts; the milestone means the worst case
   */
  public SizeLimit size(SizeLimit.Measure measure) {
    return new SizeLimit(
        BigInteger.valueOf(kib).shiftLeft(LOG2_BITS_PER_KIB), kib + " KiB", measure);
  }

  /** {@return what it asks for: {@code h-star (128 bits, 300 KiB)}} */
  public String meaning() {
    return "%s (%d bits, %d KiB)".formatted(word, bits, kib);
  }

  /** {@return what each of them asks for, separated by commas} */
  public static String meanings() {
    return Stream.of(values()).map(Milestone::meaning).collect(Collectors.joining(", "));
  }
}
