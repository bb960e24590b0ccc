package org.soundcalc.protocols.stir;

import org.soundcalc.protocols.schedule.IteratedFamily;

/** STARKs: DEEP-ALI over STIR, with lookups. */
public final class StirFamily extends IteratedFamily<Stir> {
  /** As a plug-in is made. */
  public StirFamily() {
    super("STIR", () -> Stir.THEOREM, () -> Stir.OF_STARK, Stir::of);
  }
}
