package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.GuruswamiSudan;
import org.soundcalc.model.JohnsonGap;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;
import org.soundcalc.model.design.Proximities;
import org.soundcalc.model.keys.CommonKeys;

/** The Johnson bound: δ = 1 − √ρ − η for a gap η that the configuration or a default fixes. */
public final class JohnsonBound implements Regime {
  /** More than it wins less than a tenth of a bit with two hundred queries. */
  private static final long MOST_SEARCHED = 1000;

  private final boolean best;
  private final LastMade<Code, Choice> choices = new LastMade<>(this::newlyChosen);

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

  /** At the gap as it is, and at those that leave each multiplicity its whole radius. */
  @Override
  public List<Proximities> proximities(Code code) {
    List<Proximities> all = new ArrayList<>(Regime.super.proximities(code));
    all.add(
        new Proximities(
            GuruswamiSudan.LEAST_MULTIPLICITY,
            MOST_SEARCHED,
            m -> JohnsonBounds.withGap(pinned(code, m), best),
            m -> Optional.of(JohnsonGap.reaching(code.rate(), m))));
    return all;
  }

  private static Code pinned(Code code, long m) {
    return new Code(
        code.field(),
        code.rate(),
        code.logDimension(),
        Optional.of(JohnsonGap.reaching(code.rate(), m)));
  }

  @Override
  public Choice choose(Code code) {
    return choices.of(code);
  }

  /** The bounds at the code's gap, refused where that leaves δ ≤ 0. */
  private Choice newlyChosen(Code code) {
    CodeBounds bounds = JohnsonBounds.withGap(code, best);
    return ProximityParameter.isPositive(bounds)
        ? new Choice.Chosen(bounds)
        : new Assessment.Refused(
            CommonKeys.GAP_TO_RADIUS,
            "leaves no proximity parameter at rate %s: it must be below 1 - sqrt(rho)"
                .formatted(code.rate().value()));
  }
}
