package org.soundcalc.protocols.swirl;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.protocols.code.BlowupFactor;

/** SWIRL: zerocheck and LogUp-GKR over a stacked matrix that WHIR opens. */
public final class SwirlFamily implements Family {
  /** For {@link java.util.ServiceLoader}. */
  public SwirlFamily() {}

  private static final String NAME = "SWIRL";

  private static final Key<?, Long> AIR_MAX_DEGREE =
      Key.informational("air_max_degree", IntegerType.COUNT, "Another name for constraint_degree.");

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
    List<Key<?, ?>> keys = new ArrayList<>(Swirl.KEYS);
    List<String> names = keys.stream().map(Key::name).toList();
    keys.add(names.indexOf(Airs.MAX_CONSTRAINTS.soundness().name()) + 1, Airs.UNREAD_TWIN);
    keys.add(AIR_MAX_DEGREE);
    keys.add(BlowupFactor.KEY);
    keys.addAll(InformationalKeys.all());
    return List.copyOf(keys);
  }

  @Override
  public Set<String> sharedTables() {
    return Set.of(LogUp.TABLE);
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
    CircuitId id = section.id(NAME, "SWIRL", "WHIR");
    Optional<StackedWhir> whir = section.make(StackedWhir::of);
    Optional<Airs> airs = section.make(Airs::of);
    Optional<LogUp> logUp = section.make(LogUp::of);
    warn(section);
    return section.sound()
        ? Optional.of(new Swirl(id, whir.orElseThrow(), airs.orElseThrow(), logUp.orElseThrow()))
        : Optional.empty();
  }

  private static void warn(Section section) {
    long logBlowup = section.get(StackedWhir.LOG_BLOWUP);
    BlowupFactor.check(
        section,
        StackedWhir.LOG_BLOWUP,
        Rate.ofLog2Inverse((int) logBlowup),
        Long.toString(logBlowup));
    Optional<Long> m = section.get(StackedWhir.EXPLICIT_M);
    boolean unique = section.get(StackedWhir.EXPLICIT_REGIME).equals(StackedWhir.UNIQUE);
    if (m.isPresent() && unique && section.valid(StackedWhir.EXPLICIT_REGIME)) {
      section.warn(
          StackedWhir.EXPLICIT_M,
          "explicit_m = " + m.get() + " is ignored: explicit_regime is \"unique\"");
    }
  }
}
