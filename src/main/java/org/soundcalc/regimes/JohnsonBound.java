package org.soundcalc.regimes;

import org.soundcalc.model.Assessment;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;
import org.soundcalc.model.keys.CommonKeys;

/** The Johnson bound: δ = 1 − √ρ − η for a gap η that the configuration or a default fixes. */
public final class JohnsonBound implements Regime {
  private final boolean best;

  /** For {@link java.util.ServiceLoader}. */
  public JohnsonBound() {
    this(false);
  }

  /**
   * The same bounds, as a candidate for the best ones.
   *
   * @param best whether ALI and DEEP count the opened code's list under every accounting
   */
  JohnsonBound(boolean best) {
    this.best = best;
  }

  private static final RegimeInfo INFO =
      RegimeInfo.proven(
              "JBR",
              20,
              Decoding.LIST,
              "Johnson bound 1 - sqrt(rho) minus a gap",
              JohnsonBounds.SOURCES)
          .customary();

  @Override
  public RegimeInfo info() {
    return INFO;
  }

  /** The bounds at the code's gap, refused where that leaves δ ≤ 0. */
  @Override
  public Choice choose(Code code) {
    CodeBounds bounds = JohnsonBounds.withGap(code, best);
    return ProximityParameter.isPositive(bounds)
        ? new Choice.Chosen(bounds)
        : new Assessment.Refused(
            CommonKeys.GAP_TO_RADIUS,
            "leaves no proximity parameter at rate %s: it must be below 1 - sqrt(rho)"
                .formatted(code.rate().value()));
  }
}
