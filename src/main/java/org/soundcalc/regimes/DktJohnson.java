package org.soundcalc.regimes;

import java.util.List;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;
import org.soundcalc.model.design.Proximities;

/**
 * The Johnson bound by exact counts of exceptional challenges [DKT26], at the agreements that prove
 * the most of a circuit.
 */
public final class DktJohnson implements Regime {
  /** For {@link java.util.ServiceLoader}. */
  public DktJohnson() {}

  private static final List<Citation> SOURCES =
      List.of(new Citation(Paper.DKT26, "Thm 5.12, §7.2"), new Citation(Paper.ARKLIB, ""));

  private static final RegimeInfo INFO =
      RegimeInfo.proven(
              "DKT-Johnson",
              32,
              Decoding.LIST,
              "exact counts and the pairwise list above sqrt(rho); agreement A/n chosen for the"
                  + " most bits",
              SOURCES)
          .since(BoundSet.SEPTEMBER_2026);

  /** Made when the regime is first asked: where it is only listed, nothing of it is loaded. */
  private static final class Kept {
    static final KeptCounts COUNTS = new KeptCounts(ExactCounts.JOHNSON);
  }

  /** What it has counted, which the regime of first order begins with. */
  static KeptCounts counts() {
    return Kept.COUNTS;
  }

  @Override
  public RegimeInfo info() {
    return INFO;
  }

  @Override
  public Choice choose(Code code) {
    return BestAgreements.closest(code, ExactCounts.JOHNSON);
  }

  @Override
  public List<Proximities> proximities(Code code) {
    return BestAgreements.proximities(code, ExactCounts.JOHNSON);
  }

  @Override
  public Assessment assess(Circuit circuit) {
    return BestAgreements.assess(this, circuit, Kept.COUNTS);
  }
}
