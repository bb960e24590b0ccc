package org.soundcalc.io.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.lever.CircuitLevers;
import org.soundcalc.analysis.lever.CircuitLevers.Effect;
import org.soundcalc.analysis.lever.Standing;
import org.soundcalc.io.lever.LeverValue;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.Key;

/**
 * What one more unit of a lever buys, under the best proven regime of its circuit.
 *
 * @param index its place among the circuit's levers
 * @param regime the regime's place among those shown
 * @param key the lever
 * @param today where the circuit stands
 * @param after where it stands with one more unit
 */
public record ReportedLever(
    int index, int regime, Key<Circuit, ?> key, Standing today, Standing after) {
  private static final BigDecimal KIB = BigDecimal.valueOf(8192);
  private static final int DECIMALS = 2;

  /** Those that change bits, the binding term or the size; the most bits first. */
  static List<ReportedLever> of(CircuitLevers levers) {
    int best = best(levers.today());
    List<ReportedLever> all = new ArrayList<>();
    for (int i = 0; i < levers.effects().size(); i++) {
      Effect effect = levers.effects().get(i);
      if (effect.after().isPresent()) {
        ReportedLever lever =
            new ReportedLever(i, best, effect.key(), levers.today(), effect.after().get());
        if (lever.moved() != 0 || lever.movedSize().signum() != 0) {
          all.add(lever);
        }
      }
    }
    all.sort((one, other) -> Long.compare(other.moved(), one.moved()));
    return List.copyOf(all);
  }

  /** The place of the proven regime of the most bits; else the first. */
  private static int best(Standing today) {
    int best = 0;
    long most = -1;
    for (int i = 0; i < today.bits().size(); i++) {
      Standing.RegimeBits bits = today.bits().get(i);
      long has = bits.regime().isProven() ? bits.hundredths().orElse(-1L) : -1;
      best = has > most ? i : best;
      most = Math.max(most, has);
    }
    return best;
  }

  /** {@return the key's name} */
  public String name() {
    return key.label();
  }

  /** {@return the value today} */
  public String from() {
    return LeverValue.from(key, today.circuit());
  }

  /** {@return the value with one more unit} */
  public String to() {
    return LeverValue.to(key, after.circuit());
  }

  /** {@return bits with two decimals, rounded down, or a dash} */
  public String bits() {
    return Texts.orDash(after.bits().get(regime).hundredths().map(Texts::decimal));
  }

  /** {@return the regime's name} */
  public String regimeName() {
    return today.bits().get(regime).regime().name();
  }

  private long moved() {
    return after.bits().get(regime).hundredths().orElse(0L)
        - today.bits().get(regime).hundredths().orElse(0L);
  }

  /** {@return by how many bits the figure moves, with a sign; blank for none} */
  public String movedBits() {
    return Texts.change(BigDecimal.valueOf(moved(), DECIMALS));
  }

  private BigInteger movedSize() {
    return after.worstCaseBits().subtract(today.worstCaseBits());
  }

  /** {@return the proof in KiB in the worst case, to the nearest tenth} */
  public String kib() {
    return kib(after.worstCaseBits()).toPlainString();
  }

  /** {@return by how many KiB it moves, with a sign; blank for none} */
  public String movedKib() {
    return Texts.change(kib(movedSize()));
  }

  private static BigDecimal kib(BigInteger bits) {
    return new BigDecimal(bits).divide(KIB, 1, RoundingMode.HALF_UP);
  }

  /** {@return where the circuit's levers in the report's JSON have that size} */
  public String sizeAt() {
    return after.circuit().isSizedAsSent() ? "/proofSizeSent" : "/proofSize";
  }

  /** {@return all permutations of the prover against today's, or a dash} */
  public String prover() {
    return Texts.orDash(after.proverRatio(today).map(ratio -> "×" + ratio));
  }

  /** {@return those of the verifier against today's, or a dash} */
  public String verifier() {
    return Texts.orDash(after.verifierRatio(today).map(ratio -> "×" + ratio));
  }

  /** {@return the term that binds then, where it is another one; else blank} */
  public String binds() {
    String term = after.bits().get(regime).term();
    return term.equals(today.bits().get(regime).term()) ? "" : term;
  }
}
