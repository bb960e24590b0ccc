package org.soundcalc.search;

import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;

/** Other layouts of circuits, where queries and proof-of-work alone are not enough. */
public interface Layouts {
  /** What may be otherwise. */
  enum Part {
    /** Queries, and proof-of-work at each site. */
    LEVERS,
    /** The gap to the Johnson radius. */
    GAP,
    /** The factors of folds, and where folding ends. */
    FOLDS,
    /** The rate. */
    RATE
  }

  /**
   * {@return the circuit with other values of some parts that do what is wanted, once its levers
   * are raised where they may be: they are left as they are; nothing where no values do}
   *
   * @param circuit any
   * @param regime under which errors count
   * @param parts those that may be otherwise
   */
  Optional<Circuit> with(Circuit circuit, Regime regime, Set<Part> parts);

  /**
   * {@return the circuit that has the bits wanted with the smallest proof, whatever its size, once
   * its levers are raised: they are left as they are; nothing where none has the bits}
   *
   * @param circuit any, whose field stays
   * @param regime under which errors count
   */
  Optional<Circuit> smallest(Circuit circuit, Regime regime);
}
