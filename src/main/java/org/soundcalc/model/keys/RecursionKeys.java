package org.soundcalc.model.keys;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Circuit;

/** The keys that say which circuit verifies the proofs of which. A file may have none of them. */
public final class RecursionKeys {
  /** The table that describes the recursion as a whole. */
  public static final String TABLE = "recursion";

  /** The circuits whose proofs a circuit verifies. */
  public static final Key<Circuit, Optional<List<String>>> VERIFIES =
      Key.optional(
              "verifies",
              new ListType<>(new TextType(), "names of circuits", true),
              "Circuits whose proofs a proof of this circuit verifies, including its own name if it"
                  + " verifies its own proofs; left out: the circuit is a leaf.")
          .moving("the figure of the whole tree")
          .held(circuit -> circuit.id().verifies(), CommonKeys::fixed);

  /** How many proofs a proof verifies. */
  public static final Key<Circuit, Optional<Long>> ARITY =
      Key.optional(
              "arity",
              IntegerType.POSITIVE,
              "Largest number of proofs that one proof of this circuit verifies; left out: 1.")
          .in("proofs")
          .moving("the figure of the whole tree")
          .held(circuit -> circuit.id().arity(), CommonKeys::fixed);

  /** How many proofs there are at the leaves. */
  public static final Key<?, Optional<LeafProofs>> MAX_LEAF_PROOFS =
      Key.optional(
              "max_leaf_proofs",
              new LeafProofs.Type(),
              "Largest number of proofs of each leaf, that is, of each circuit that verifies"
                  + " nothing or only itself; required once a circuit has verifies.")
          .in("proofs")
          .moving("the figure of the whole tree");

  private RecursionKeys() {}

  /** {@return the keys of {@code [recursion]}} */
  public static List<Key<?, ?>> table() {
    return List.of(MAX_LEAF_PROOFS);
  }
}
