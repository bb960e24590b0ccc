package org.example.halfudr;

import java.util.List;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;

/** Half of the unique decoding radius: δ = (1 − ρ)/4. */
public final class HalfUniqueDecoding implements Regime {
  static final List<Citation> SOURCES = List.of(new Citation(Paper.BCHKS25, "Thm 1.3"));

  /** After UDR, which has rank 10, and before JBR, which has 20. */
  private static final int RANK = 15;

  @Override
  public RegimeInfo info() {
    return RegimeInfo.proven(
        "half-UDR",
        RANK,
        Decoding.UNIQUE,
        "half of the unique decoding radius, (1 - rho)/4",
        SOURCES);
  }

  @Override
  public Choice choose(Code code) {
    return new Choice.Chosen(new HalfUniqueBounds(code));
  }
}
