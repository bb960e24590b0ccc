package org.soundcalc.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.Zkvm;

/** Trees of proofs over circuits of any kind. */
public final class StubTree {
  private StubTree() {}

  /** The same zkVM, each of its circuits verifying the one before, the last joining all proofs. */
  public static Zkvm over(Zkvm zkvm, long leafProofs) {
    return over(zkvm, leafProofs, 2);
  }

  /** The same where the last circuit joins as many proofs at once. */
  public static Zkvm over(Zkvm zkvm, long leafProofs, long arity) {
    List<Recursion.Node> nodes = new ArrayList<>();
    List<Circuit> circuits = zkvm.circuits();
    nodes.add(new Recursion.Node(List.of(), false, 1, OptionalLong.of(leafProofs)));
    for (int i = 1; i < circuits.size(); i++) {
      boolean joins = i == circuits.size() - 1;
      nodes.add(new Recursion.Node(List.of(i - 1), joins, joins ? arity : 1, OptionalLong.empty()));
    }
    Recursion recursion = new Recursion(List.copyOf(nodes));
    return new Zkvm(zkvm.name(), zkvm.version(), circuits, Optional.of(recursion));
  }
}
