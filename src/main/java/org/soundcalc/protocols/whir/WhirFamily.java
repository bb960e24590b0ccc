package org.soundcalc.protocols.whir;

import org.soundcalc.protocols.schedule.IteratedFamily;

/** STARKs: DEEP-ALI over WHIR, with lookups. */
public final class WhirFamily extends IteratedFamily<Whir> {
  /** As a plug-in is made. */
  public WhirFamily() {
    super("WHIR", () -> Whir.THEOREM, () -> Whir.OF_STARK, Whir::of);
  }
}
