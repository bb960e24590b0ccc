package org.soundcalc.io.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.MilestoneResult;
import org.soundcalc.io.gate.CaveatWords;
import org.soundcalc.io.recursion.TreeWords;

/**
 * How far a zkVM is from a milestone, with what a pass takes for granted.
 *
 * @param result what was decided
 * @param caveats what it does not cover
 */
public record MilestoneVerdict(MilestoneResult result, List<CaveatWords> caveats) {
  private static final int DIGITS = 6;

  /** {@return the milestone} */
  public Milestone milestone() {
    return result.milestone();
  }

  /** {@return whether it is passed} */
  public boolean passed() {
    return result.passed();
  }

  /** {@return bits above those required; nothing where some circuit has no proven figure} */
  public OptionalLong spareBits() {
    return result.spareBits();
  }

  /** {@return whole KiB of the worst case below the limit, rounded down; negative above it} */
  public BigInteger spareKib() {
    return result.spareKib(result.estimate().decidingSize().worstCaseBits());
  }

  /** {@return {@code pass}, {@code pass*} with a caveat, or {@code fail}} */
  public String word() {
    return passed() ? caveats.isEmpty() ? "pass" : "pass*" : "fail";
  }

  /** {@return bits to spare with their sign; a dash without a figure} */
  public String signedBits() {
    return spareBits().isPresent()
        ? Texts.signed(BigInteger.valueOf(spareBits().getAsLong()))
        : Texts.DASH;
  }

  /** {@return KiB to spare with their sign} */
  public String signedKib() {
    return Texts.signed(spareKib());
  }

  /** {@return what must change for a pass, such as {@code 33 bits more}; empty where it passes} */
  public List<String> needs() {
    List<String> needs = new ArrayList<>();
    if (spareBits().isEmpty()) {
      needs.add("a proven figure");
    } else if (spareBits().getAsLong() < 0) {
      needs.add(TreeWords.bits(-spareBits().getAsLong()) + " more");
    }
    if (spareKib().signum() < 0) {
      needs.add(spareKib().negate() + " KiB less");
    }
    return needs;
  }

  /** {@return by which a column of verdicts is sorted: the farthest first} */
  public String order() {
    BigDecimal spare =
        spareBits().isPresent() ? BigDecimal.valueOf(spareBits().getAsLong()) : BigDecimal.ZERO;
    return (passed() ? BigDecimal.valueOf(1000).add(spare) : distance().negate()).toPlainString();
  }

  /**
   * How much is missing against what is asked for, of bits and size the worse: only an order of
   * those that fail.
   */
  BigDecimal distance() {
    BigDecimal bits =
        spareBits().isEmpty()
            ? BigDecimal.valueOf(2) // further than any that has a figure
            : part(BigInteger.valueOf(-spareBits().getAsLong()), milestone().bits());
    long allowed = result.spareKib(BigInteger.ZERO).longValueExact();
    return bits.max(part(spareKib().negate(), allowed));
  }

  private static BigDecimal part(BigInteger missing, long of) {
    return new BigDecimal(missing)
        .divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.HALF_UP)
        .max(BigDecimal.ZERO);
  }
}
