package org.soundcalc.protocols.stir;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.protocols.schedule.IteratedFamily;
import org.soundcalc.protocols.stark.Stark;

/** STARKs: DEEP-ALI over STIR, with lookups. */
public final class StirFamily extends IteratedFamily {
  /** As a plug-in is made. */
  public StirFamily() {
    super("STIR", new Citation(Paper.ACFY24, "Lemma 5.4"));
  }

  @Override
  public List<Key<?, ?>> keys() {
    return Stark.withInformational(Stir.OF_STARK);
  }

  @Override
  protected Optional<Stir> commitment(Section section) {
    return section.make(Stir::of);
  }
}
