package org.soundcalc.protocols.swirl;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;

/** SWIRL: zerocheck and LogUp-GKR over a stacked matrix that WHIR opens. */
public final class SwirlFamily implements Family {
  private static final String NAME = "SWIRL";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "SWIRL: zerocheck and LogUp-GKR over a stacked WHIR";
  }

  @Override
  public List<Citation> sources() {
    return List.of(new Citation(Paper.SWIRL, ""), new Citation(Paper.BCHKS25, "Thm 1.3, Thm 4.2"));
  }

  @Override
  public List<Key<?, ?>> keys() {
    return SwirlKeys.all();
  }

  @Override
  public Set<Decoding> decodings() {
    return EnumSet.of(Decoding.UNIQUE, Decoding.LIST);
  }

  @Override
  public boolean fixesProximityParameter() {
    return true;
  }

  @Override
  public Optional<Circuit> read(Section section) {
    return new SwirlReader(section).read(section.id(NAME, "SWIRL", "WHIR"));
  }
}
