package org.soundcalc.regimes;

import java.util.List;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Status;
import org.soundcalc.model.keys.CommonKeys;

/** The Johnson bound: δ = 1 − √ρ − η for a gap η that the configuration or a default fixes. */
public final class JohnsonBound implements Regime {
  @Override
  public String name() {
    return "JBR";
  }

  @Override
  public Status status() {
    return Status.PROVEN;
  }

  @Override
  public Decoding decoding() {
    return Decoding.LIST;
  }

  @Override
  public String summary() {
    return "Johnson bound, 1 - sqrt(rho), less a gap";
  }

  @Override
  public List<Citation> sources() {
    return JohnsonBounds.SOURCES;
  }

  @Override
  public int rank() {
    return 20;
  }

  @Override
  public boolean isCustomary() {
    return true;
  }

  /** The bounds at the code's gap, refused where that leaves δ ≤ 0. */
  @Override
  public Choice choose(Code code) {
    CodeBounds bounds = JohnsonBounds.withGap(code, Gap.of(code));
    return ProximityParameter.isPositive(bounds)
        ? new Choice.Chosen(bounds)
        : new Assessment.Refused(
            CommonKeys.GAP_TO_RADIUS,
            "leaves no proximity parameter at rate "
                + code.rate().value()
                + ": it must be below 1 - sqrt(rho)");
  }
}
