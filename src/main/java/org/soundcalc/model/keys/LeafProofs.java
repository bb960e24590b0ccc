package org.soundcalc.model.keys;

import java.util.Map;

/** How many proofs are made of the leaves of a recursion. */
public sealed interface LeafProofs {
  /** The same of each leaf. */
  record OfEach(long count) implements LeafProofs {}

  /** Of some leaves, by the name of the circuit; each value may be invalid on its own. */
  record ByName(Map<String, Parsed<Long>> counts) implements LeafProofs {}
}
