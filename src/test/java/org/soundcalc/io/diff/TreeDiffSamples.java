package org.soundcalc.io.diff;

import static org.soundcalc.testing.StubCircuit.term;

import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;
import org.soundcalc.testing.StubTree;

/** Differences of trees of proofs that show every case of a format. */
final class TreeDiffSamples {
  private TreeDiffSamples() {}

  /** A loss by the number of proofs alone. */
  static DiffReport loss() {
    return report(comparison(tree("Orion", 100), tree("Orion", 1L << 40)));
  }

  /** The same tree on both sides. */
  static DiffReport none() {
    return report(comparison(tree("Orion", 100), tree("Orion", 100)));
  }

  /**
   * A loss, a gain, a move by hundredths, a tree that came and one that went, a figure that is
   * gone, a zkVM that never had a tree, and a weaker tree under a new name.
   */
  static DiffReport full() {
    return report(
        comparison(tree("Orion", 100), tree("Orion", 1000)),
        comparison(tree("Carina", 1000), tree("Carina", 100)),
        comparison(tree("Cygnus", 100), tree("Cygnus", 101)),
        comparison(zkvm("Draco", 92), tree("Draco", 100)),
        comparison(tree("Hydra", 100), zkvm("Hydra", 92)),
        comparison(tree("Lupus", 100), StubTree.over(unproven("Lupus"), 100)),
        comparison(zkvm("Norma", 92), zkvm("Norma", 95)),
        comparison(vastTree("Pavo"), vastTree("Pavo")),
        DiffSamples.gone(tree("Vega", 100)),
        DiffSamples.come(tree("Lyra", 1000)));
  }

  private static ZkvmComparison comparison(Zkvm before, Zkvm after) {
    return new ZkvmComparison(
        ZkvmDiff.of(Change.of(DiffSamples.estimate(before), DiffSamples.estimate(after))),
        Change.of("old/zkvm.toml", "new/zkvm.toml"),
        Change.of(List.of(), List.of()));
  }

  private static DiffReport report(ZkvmComparison... zkvms) {
    return new DiffReport("1.2.3", DiffSamples.PROVISOS, List.of(zkvms));
  }

  private static Zkvm tree(String name, long leafProofs) {
    return StubTree.over(zkvm(name, 92), leafProofs);
  }

  /** Of more proofs than a long holds. */
  private static Zkvm vastTree(String name) {
    Zkvm base = zkvm(name, 92);
    List<Circuit> circuits =
        List.of(
            base.circuits().get(0),
            StubCircuit.named("middle", "M31^4", 900, 950).under(StubRegime.LIST, term("ALI", 92)),
            base.circuits().get(1));
    return StubTree.over(new Zkvm(name, Optional.empty(), circuits), 1L << 62);
  }

  private static Zkvm zkvm(String name, int bits) {
    return zkvm(name, leaf().under(StubRegime.LIST, term("ALI", bits)));
  }

  private static Zkvm unproven(String name) {
    return zkvm(name, leaf());
  }

  private static Zkvm zkvm(String name, StubCircuit leaf) {
    StubCircuit root =
        StubCircuit.named("root", "M31^4", 232, 281).under(StubRegime.LIST, term("ALI", 90));
    return new Zkvm(name, Optional.empty(), List.of(leaf, root));
  }

  private static StubCircuit leaf() {
    return StubCircuit.named("leaf", "M31^4", 900, 950);
  }
}
