package org.soundcalc.protocols.whir;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.protocols.schedule.IteratedFamily;
import org.soundcalc.protocols.stark.Stark;

/** STARKs: DEEP-ALI over WHIR, with lookups. */
public final class WhirFamily extends IteratedFamily {
  /** As a plug-in is made. */
  public WhirFamily() {
    super("WHIR", new Citation(Paper.ACFY24B, "Thm 5.2"));
  }

  @Override
  public List<Key<?, ?>> keys() {
    return Stark.withInformational(Whir.OF_STARK);
  }

  @Override
  protected Optional<Whir> commitment(Section section) {
    return section.make(Whir::of);
  }
}
