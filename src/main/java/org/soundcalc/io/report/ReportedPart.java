package org.soundcalc.io.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.SizePart;

/**
 * A part of a final proof: where its bytes go.
 *
 * @param index its place among the parts
 * @param name of it, runs of numbered rounds as one
 * @param size of it
 * @param share of the worst case, from 0 to 1, with four decimals
 */
public record ReportedPart(int index, String name, ProofSize size, BigDecimal share) {
  private static final int DECIMALS = 4;
  private static final int PERCENT = 2;

  /** The parts of a circuit's proofs, of the size that decides. */
  static List<ReportedPart> of(Circuit circuit) {
    List<SizePart> parts = circuit.isSizedAsSent() ? circuit.sentParts() : circuit.sizeParts();
    Map<String, List<SizePart>> alike = new LinkedHashMap<>();
    for (SizePart part : parts) {
      String plain = part.name().replaceFirst(" [0-9]+$", "");
      alike.computeIfAbsent(plain, any -> new ArrayList<>()).add(part);
    }
    BigInteger whole = SizePart.uncapped(parts).worstCaseBits();
    List<ReportedPart> all = new ArrayList<>();
    alike.forEach(
        (plain, same) -> {
          String first = same.get(0).name();
          String last = same.get(same.size() - 1).name();
          ProofSize size = SizePart.uncapped(same);
          all.add(
              new ReportedPart(
                  all.size(),
                  same.size() == 1 ? first : first + "–" + last.substring(plain.length() + 1),
                  size,
                  share(size.worstCaseBits(), whole)));
        });
    return List.copyOf(all);
  }

  private static BigDecimal share(BigInteger part, BigInteger whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(part).divide(new BigDecimal(whole), DECIMALS, RoundingMode.HALF_UP);
  }

  /** {@return the share in percent, with two decimals} */
  public String percent() {
    return share.movePointRight(PERCENT).setScale(PERCENT, RoundingMode.HALF_UP).toPlainString();
  }
}
