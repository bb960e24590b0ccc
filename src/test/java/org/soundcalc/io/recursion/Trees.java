package org.soundcalc.io.recursion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** Trees of circuits that all have the same error; built from the leaves up. */
final class Trees {
  private final List<Circuit> circuits = new ArrayList<>();
  private final List<Recursion.Node> nodes = new ArrayList<>();

  /** Adds a circuit that verifies others; a leaf, of four proofs, if there are none. */
  Trees add(String name, Integer... verifies) {
    return add(name, false, List.of(verifies));
  }

  /** Adds a circuit that verifies others and itself. */
  Trees addJoin(String name, Integer... verifies) {
    return add(name, true, List.of(verifies));
  }

  /** Adds a circuit. */
  Trees add(String name, boolean verifiesItself, List<Integer> verifies) {
    OptionalLong leaves = verifies.isEmpty() ? OptionalLong.of(4) : OptionalLong.empty();
    nodes.add(new Recursion.Node(verifies, verifiesItself, 2, leaves));
    circuits.add(
        StubCircuit.named(name, "BabyBear^4", 1, 1)
            .under(StubRegime.UNIQUE, StubCircuit.term("ALI", 100)));
    return this;
  }

  /** The circuits that no other verifies yet. */
  List<Integer> finals() {
    return new Recursion(nodes).finals();
  }

  int size() {
    return nodes.size();
  }

  Tree build(String title) {
    Zkvm zkvm =
        new Zkvm(
            title,
            Optional.empty(),
            List.copyOf(circuits),
            Optional.of(new Recursion(List.copyOf(nodes))));
    return Tree.of(new Estimator(List.of(StubRegime.UNIQUE)).estimate(zkvm)).orElseThrow();
  }

  /** A chain of circuits; every tenth also verifies what is far below it. */
  static Tree chain(int length) {
    Trees trees = new Trees();
    for (int i = 0; i < length; i++) {
      List<Integer> verifies = i == 0 ? List.of() : List.of(i - 1);
      verifies = i > length / 2 && i % 10 == 0 ? List.of(i - 1, i - length / 2) : verifies;
      trees.add("c" + i, false, verifies);
    }
    return trees.build("Chain");
  }

  /** What a rendering of a tree prints. */
  static String written(Rendering rendering) {
    try {
      return Printed.of(rendering);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
