package org.example.toyfri;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;

/** The family {@code TOY_FRI}: its keys, and how they become a circuit. */
public final class ToyFriFamily implements Family {
  @Override
  public String name() {
    return "TOY_FRI";
  }

  @Override
  public String summary() {
    return "FRI that folds once";
  }

  @Override
  public List<Citation> sources() {
    return List.of(new Citation(Paper.BCIKS20, "Thm 8.3"));
  }

  @Override
  public List<Key<?, ?>> keys() {
    return List.copyOf(ToyFri.KEYS);
  }

  @Override
  public Optional<ToyFri> read(Section section) {
    CircuitId id = section.id(name(), "FRI", "FRI");
    return section.make(values -> ToyFri.of(id, values));
  }
}
