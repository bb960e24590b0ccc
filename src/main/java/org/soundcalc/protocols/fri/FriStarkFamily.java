package org.soundcalc.protocols.fri;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.protocols.stark.StarkReader;

/** STARKs: DEEP-ALI over FRI, with lookups. */
public final class FriStarkFamily implements Family {
  /** For {@link java.util.ServiceLoader}. */
  public FriStarkFamily() {}

  private static final Key<?, Long> NUM_COLUMNS =
      Key.informational(
          InformationalKeys.NUM_COLUMNS.name(),
          IntegerType.POSITIVE,
          "Number of columns of the trace; used for num_constraints if that is not published.");

  @Override
  public String name() {
    return "FRI_STARK";
  }

  @Override
  public String summary() {
    return "DEEP-ALI over FRI";
  }

  @Override
  public List<Citation> sources() {
    return List.of(
        new Citation(Paper.HA22, "Thm 8"),
        new Citation(Paper.BCHKS25, "Thm 1.3, Thm 4.2"),
        new Citation(Paper.HA22L, ""));
  }

  @Override
  public List<Key<?, ?>> keys() {
    List<Key<?, ?>> keys = Stark.withInformational(Fri.OF_STARK);
    keys.replaceAll(key -> isConstraints(key) ? key.unless(NUM_COLUMNS) : key);
    keys.replaceAll(key -> key == InformationalKeys.NUM_COLUMNS ? NUM_COLUMNS : key);
    return List.copyOf(keys);
  }

  private static boolean isConstraints(Key<?, ?> key) {
    return key.name().equals(DeepAli.NUM_CONSTRAINTS.name());
  }

  @Override
  public List<TablesKey> tables() {
    return Stark.TABLES;
  }

  @Override
  public boolean staysWithOneCode() {
    return true;
  }

  @Override
  public Optional<Circuit> read(Section section) {
    Optional<Fri> fri = section.make(Fri::of);
    FriWarnings.warn(section, fri);
    return StarkReader.read(section, section.id(name(), "DEEP-ALI", "FRI"), fri);
  }
}
