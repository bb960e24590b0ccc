package org.soundcalc.io.optimum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.model.Circuit;

/** Sizes and costs in words. */
final class Amounts {
  private static final BigDecimal KIB = BigDecimal.valueOf(8192);
  private static final int DECIMALS = 2;

  private Amounts() {}

  /** Which size of a proof counts. */
  static BigInteger size(Circuit circuit, boolean worst) {
    SizeLimit.Measure measure = worst ? SizeLimit.Measure.WORST : SizeLimit.Measure.EXPECTED;
    return measure.of(circuit.decidingSize());
  }

  /** In KiB, to the nearest tenth. */
  static String kib(BigInteger bits) {
    return new BigDecimal(bits).divide(KIB, 1, RoundingMode.HALF_UP).toPlainString();
  }

  /** Against today, as {@code x1.00}; to two digits at least. */
  static String ratio(double now, double then) {
    if (now == 0 || Double.isNaN(now) || Double.isNaN(then)) {
      return "–";
    }
    BigDecimal ratio = new BigDecimal(then).divide(new BigDecimal(now), MathContext.DECIMAL64);
    return "x" + ratio.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  /** To two digits, as {@code 1.9e16}. */
  static String about(BigDecimal count) {
    return count.compareTo(BigDecimal.valueOf(100_000)) < 0
        ? count.toBigInteger().toString()
        : String.format(Locale.ROOT, "%.1e", count).replace("e+", "e");
  }
}
