package org.soundcalc.io.report;

import gg.jte.Content;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.io.document.Visible;
import org.soundcalc.model.ProofSize;

/** Figures and names as pages have them. */
public final class Texts {
  /** Stands for a figure that does not exist. */
  public static final String DASH = "–";

  private static final int DECIMALS = 2;

  private Texts() {}

  /**
   * {@return a number with its sign, a true minus}
   *
   * @param number any
   */
  public static String signed(BigInteger number) {
    return number.signum() < 0 ? "−" + number.negate() : "+" + number;
  }

  /**
   * {@return a number with its sign, or a dash where there is none}
   *
   * @param number any
   */
  public static String signed(Optional<Long> number) {
    return number.map(known -> signed(BigInteger.valueOf(known))).orElse(DASH);
  }

  /**
   * {@return a share in percent, or a dash where there is none}
   *
   * @param share from 0 to 1
   */
  public static String percent(Optional<BigDecimal> share) {
    return share.map(known -> known.movePointRight(DECIMALS).toPlainString()).orElse(DASH);
  }

  /**
   * {@return a number with its sign; blank where it is 0}
   *
   * @param number any
   */
  public static String change(BigDecimal number) {
    return number.signum() == 0
        ? ""
        : (number.signum() < 0 ? "−" : "+") + number.abs().toPlainString();
  }

  /**
   * {@return whole KiB, rounded down}
   *
   * @param bits of a proof
   */
  public static String kib(BigInteger bits) {
    return ProofSize.kib(bits).toString();
  }

  /**
   * {@return hundredths as a number with two decimals}
   *
   * @param hundredths any
   */
  public static String decimal(long hundredths) {
    return BigDecimal.valueOf(hundredths, DECIMALS).toPlainString();
  }

  /**
   * {@return a figure, or a dash where there is none}
   *
   * @param figure of whatever kind
   */
  public static String orDash(Optional<?> figure) {
    return figure.map(Object::toString).orElse(DASH);
  }

  /**
   * {@return a text of strangers without characters that nobody sees or that turn the writing}
   *
   * @param text any
   */
  public static String visible(String text) {
    return Visible.of(text);
  }

  /**
   * {@return a name that a narrow column breaks after its low lines and before its capitals}
   *
   * @param name any
   */
  public static Content breakable(String name) {
    String[] parts = visible(name).split("(?<=_)|(?<=[a-z0-9])(?=[A-Z])", -1);
    return out -> {
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          out.writeContent("<wbr>");
        }
        out.writeUserContent(parts[i]);
      }
    };
  }

  /**
   * {@return a milestone's name as people write it}
   *
   * @param milestone the milestone
   */
  public static String name(Milestone milestone) {
    String word = milestone.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
