package org.soundcalc.io.estimate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.model.Agreement;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.ProofSize;

/** Figures and names as readers see them, alike in every format. */
public final class Figures {
  /** Stands for a figure that does not exist. */
  public static final String DASH = "–";

  private static final int DECIMALS = 2;
  private static final int SHARE_DIGITS = 6;

  private Figures() {}

  /**
   * {@return the bits of a term with two decimals, rounded down}
   *
   * @param term the term
   */
  public static BigDecimal decimalBits(CertifiedTerm term) {
    return BigDecimal.valueOf(term.hundredthBits(), DECIMALS);
  }

  /** Writes each in KiB: {@code 232 / 281} in the worst case, slashes one below the other. */
  static Function<ProofSize, String> kib(List<ProofSize> sizes) {
    int widest = 0;
    for (ProofSize size : sizes) {
      widest = Math.max(widest, ProofSize.kib(size.worstCaseBits()).toString().length());
    }
    String padding = " ".repeat(widest);
    return size -> {
      String worst = ProofSize.kib(size.worstCaseBits()).toString();
      return ProofSize.kib(size.expectedBits()) + " / " + padding.substring(worst.length()) + worst;
    };
  }

  /**
   * {@return by how much a size differs from a measured one, in percent with one decimal, rounded
   * towards 0: {@code +1.2%}; nothing where none was measured}
   *
   * @param bits of the proof
   * @param measured by its team, ≥ 0
   */
  public static Optional<String> percent(BigInteger bits, BigInteger measured) {
    if (measured.signum() == 0) {
      return Optional.empty();
    }
    BigInteger permille =
        bits.subtract(measured).multiply(BigInteger.valueOf(1000)).divide(measured);
    return Optional.of((permille.signum() > 0 ? "+" : "") + new BigDecimal(permille, 1) + "%");
  }

  /**
   * {@return a proof system over its commitment: {@code DEEP-ALI/FRI}}
   *
   * @param id of the circuit
   */
  public static String proofSystem(CircuitId id) {
    return id.proofSystem().equals(id.commitment())
        ? id.proofSystem()
        : id.proofSystem() + "/" + id.commitment();
  }

  /**
   * Tells zkVMs of one name apart.
   *
   * @param titles their names and versions
   * @param sources the file of each
   * @return the titles, with the file where another zkVM has the same
   */
  public static List<String> unique(List<String> titles, List<String> sources) {
    List<String> unique = new ArrayList<>(titles.size());
    for (int i = 0; i < titles.size(); i++) {
      boolean shared = Collections.frequency(titles, titles.get(i)) > 1;
      unique.add(titles.get(i) + (shared ? " (" + sources.get(i) + ")" : ""));
    }
    return unique;
  }

  /**
   * Names the multiplicities that a regime chose.
   *
   * @param multiplicities one for each iteration
   * @return such as {@code 15, 12}
   */
  public static String multiplicities(List<Long> multiplicities) {
    return String.join(", ", multiplicities.stream().map(m -> Long.toString(m)).toList());
  }

  /**
   * Names the agreements that a regime chose.
   *
   * @param agreements one for each iteration
   * @return such as {@code 0.711571 (m=34 M=0 mu=48)}, each rounded down
   */
  public static String agreements(List<Agreement> agreements) {
    return agreements.stream()
        .map(agreement -> "%s (%s)".formatted(share(agreement), agreement.proof()))
        .collect(Collectors.joining(", "));
  }

  private static BigDecimal share(Agreement agreement) {
    return BigDecimal.valueOf(agreement.points())
        .divide(BigDecimal.valueOf(agreement.length()), SHARE_DIGITS, RoundingMode.DOWN);
  }
}
