package org.soundcalc.io.gate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.Remedy;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.analysis.gate.SizeRemedy;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.recursion.TreeWords;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.StatedSize;

/** Sizes of final proofs beside their limit. */
final class SizeWords {
  private static final String KIB = " KiB";
  private static final int LOG2_BITS_PER_KIB = 13;
  private static final BigDecimal BITS_PER_KIB = BigDecimal.valueOf(1L << LOG2_BITS_PER_KIB);
  private static final BigInteger ALL_BUT_ONE = BigInteger.valueOf(8191);

  /** Enough for the last bit of a KiB. */
  private static final int DECIMALS = 4;

  private SizeWords() {}

  /**
   * All sizes, and which of them are on the other side of the limit than the one that decides:
   * {@code final proof 313 KiB worst case, 269 expected, 248.7 measured: 300 allowed, FAIL on the
   * worst case; the expected size passes; the measured size passes}.
   */
  static String summary(Finding.Size size) {
    SizeLimit limit = size.limit();
    BigInteger worst = size.actual().worstCaseBits();
    BigInteger expected = size.actual().expectedBits();
    boolean isWorst = limit.measure() == SizeLimit.Measure.WORST;
    String allowed = limit.text();
    StringBuilder words = new StringBuilder();
    boolean isSent = size.sizes() == Sizes.SENT;
    words.append(
        sizes(
            texts(size, size.actual()),
            size.other().map(other -> texts(size, other)),
            isSent,
            measured(size.measured(), size.sent())));
    words.append(": ");
    words.append(allowed.endsWith(KIB) ? allowed.substring(0, allowed.length() - 4) : allowed);
    words.append(" allowed");
    if (!size.passed()) {
      words.append(", FAIL on the ").append(isWorst ? "worst case" : "expected size");
    }
    List<String> others = new ArrayList<>();
    if (limit.admits(isWorst ? expected : worst) != size.passed()) {
      others.add(isWorst ? "expected size" : "worst case");
    }
    if (size.other().filter(other -> limit.admits(other) != size.passed()).isPresent()) {
      others.add(isSent ? "size of soundcalc" : "size as sent");
    }
    if (size.measured().filter(m -> limit.admits(m) != size.passed()).isPresent()) {
      others.add("measured size");
    }
    String does = size.passed() ? " does not pass" : " passes";
    others.forEach(other -> words.append("; the ").append(other).append(does));
    return words.toString();
  }

  /** All sizes, where there is no limit: {@code final proof 313 KiB worst case, 269 expected}. */
  static String sizes(ZkvmEstimate estimate) {
    return sizes(
        Texts.of(estimate.decidingSize()),
        estimate.otherSize().map(Texts::of),
        estimate.isSizedAsSent(),
        measured(
            estimate.last().circuit().id().measuredProofSize().flatMap(StatedSize::measuredBits),
            estimate.proofSizeSent()));
  }

  private static Texts texts(Finding.Size finding, ProofSize size) {
    return new Texts(kib(finding, size.worstCaseBits()), kib(finding, size.expectedBits()));
  }

  /** A size in KiB. */
  private record Texts(String worst, String expected) {
    static Texts of(ProofSize size) {
      return new Texts(
          ProofSize.kib(size.worstCaseBits()).toString(),
          ProofSize.kib(size.expectedBits()).toString());
    }
  }

  private static String sizes(Texts size, Optional<Texts> other, boolean isSent, String measured) {
    String first = isSent ? "final proof as sent" : "final proof";
    String second = isSent ? "soundcalc" : "as sent";
    return "%s %s KiB worst case, %s expected".formatted(first, size.worst, size.expected)
        + other
            .map(o -> ", %s %s worst case, %s expected".formatted(second, o.worst, o.expected))
            .orElse("")
        + measured;
  }

  /** What its team measured, and how far that is from what is sent. */
  private static String measured(Optional<BigInteger> measured, Optional<ProofSize> sent) {
    return measured
        .map(
            bits ->
                ", "
                    + measured(bits)
                    + " measured"
                    + sent.map(size -> difference(size, bits)).orElse(""))
        .orElse("");
  }

  private static String difference(ProofSize sent, BigInteger measured) {
    return Figures.percent(sent.expectedBits(), measured)
        .map(percent -> " (expected as sent " + percent + ")")
        .orElse("");
  }

  /** Rounded up, as whoever has measured a size may not exceed a limit. */
  private static String measured(BigInteger bits) {
    return new BigDecimal(bits).divide(BITS_PER_KIB).setScale(1, RoundingMode.CEILING).toString();
  }

  /** By how much the final proof is too large, rounded up: less does not suffice. */
  static String excess(Finding.Size size) {
    SizeLimit limit = size.limit();
    BigInteger over = limit.measured(size.actual()).subtract(limit.bits());
    String by = isSmall(over) ? bytes(over) : ProofSize.kib(over.add(ALL_BUT_ONE)) + " KiB";
    String excess =
        "the final proof, %s, is %s %s, %s above %s"
            .formatted(
                size.circuit(),
                kib(size),
                size.sizes() == Sizes.SENT ? measure(limit) + " as sent" : measure(limit),
                by,
                limit.text());
    return size.remedies().isEmpty()
        ? excess
        : excess + "; " + help(size.remedies(), size.circuit(), List.of());
  }

  /**
   * What brings the final proof within its limit, and how near changes came that do not.
   *
   * @param told changes that are told already
   */
  static String help(List<SizeRemedy> remedies, String circuit, List<Remedy> told) {
    List<String> parts = new ArrayList<>();
    List<String> reached = new ArrayList<>();
    for (SizeRemedy remedy : remedies) {
      String bits = TreeWords.bits(remedy.bits());
      String limit = remedy.limit().text();
      if (remedy.remedy().isPresent()) {
        String change = RemedyWords.of(remedy.remedy().get(), circuit);
        parts.add("for " + bits + " within " + limit + ": " + change + fewer(remedy));
      } else if (remedy.isCutShort()) {
        parts.add(ended());
      } else if (remedy.least().isPresent()) {
        BigInteger least = remedy.limit().measured(remedy.least().get());
        String change =
            remedy
                .smallest()
                .filter(smallest -> !smallest.changes().isEmpty() && !told.contains(smallest))
                .map(smallest -> ": " + RemedyWords.of(smallest, circuit))
                .orElse("");
        String size = kib(least, remedy.limit()) + KIB + floor(remedy);
        reached.add("%s at %s in %s%s".formatted(size, bits, remedy.regime().name(), change));
      }
    }
    if (!reached.isEmpty()) {
      parts.add(0, reached(remedies.get(0), String.join(" and ", reached)));
    }
    return parts.isEmpty() ? GateWords.NOTHING : String.join("; ", parts);
  }

  /** What other folds cannot make smaller. */
  private static String floor(SizeRemedy remedy) {
    return remedy
        .floor()
        .map(
            part ->
                " (%s KiB are %s, whatever the folds)"
                    .formatted(ProofSize.kib(remedy.limit().measured(part.bits())), part.name()))
        .orElse("");
  }

  private static String fewer(SizeRemedy remedy) {
    return remedy
        .fewer()
        .map(f -> ", which leaves " + f.to() + " of " + f.from() + " bits in ")
        .map(words -> words + remedy.regime().name())
        .orElse("");
  }

  private static String reached(SizeRemedy remedy, String sizes) {
    List<String> changed = new ArrayList<>(List.of("queries"));
    changed.add("proof-of-work (at most %d bits a site)".formatted(remedy.maxGrinding()));
    List<String> others = new ArrayList<>();
    if (remedy.withFolds()) {
      changed.add("folds");
    } else {
      remedy.folding().map(key -> "folding schedule (" + key + ")").ifPresent(others::add);
    }
    (remedy.withRates() ? changed : others).add("rate");
    (remedy.withFields() ? changed : others).add("field");
    String least = "with %s the least found is %s".formatted(joined(changed, " and "), sizes);
    return remedy.withRates()
        ? least
        : "%s; for %s try another %s"
            .formatted(least, remedy.limit().text(), joined(others, " or "));
  }

  private static String joined(List<String> words, String last) {
    int most = words.size() - 1;
    String first = String.join(", ", words.subList(0, most));
    return most == 0 ? words.get(0) : first + last + words.get(most);
  }

  /** That a search was not complete. */
  static String ended() {
    return "search ended after " + SizeRemedy.MOST_TERMS + " certified terms";
  }

  /** In KiB, rounded down; with decimals where these alone are too many. */
  private static String kib(Finding.Size size) {
    return kib(size, size.limit().measured(size.actual())) + KIB;
  }

  private static String kib(Finding.Size size, BigInteger bits) {
    return kib(bits, size.limit());
  }

  static String kib(BigInteger bits, SizeLimit limit) {
    BigInteger over = bits.subtract(limit.bits());
    BigDecimal kib = new BigDecimal(bits).divide(BITS_PER_KIB);
    int decimals = over.signum() > 0 && isSmall(over) ? DECIMALS : 0;
    return kib.setScale(decimals, RoundingMode.DOWN).toString();
  }

  private static String bytes(BigInteger bits) {
    return new BigDecimal(bits).divide(BigDecimal.valueOf(Byte.SIZE)).toPlainString() + " bytes";
  }

  private static boolean isSmall(BigInteger bits) {
    return bits.bitLength() <= LOG2_BITS_PER_KIB;
  }

  static String measure(SizeLimit limit) {
    return limit.measure() == SizeLimit.Measure.WORST ? "in the worst case" : "expected";
  }
}
