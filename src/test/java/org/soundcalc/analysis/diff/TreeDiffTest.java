package org.soundcalc.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.StubCircuit.term;
import static org.soundcalc.testing.StubRegime.LIST;
import static org.soundcalc.testing.StubRegime.UNIQUE;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubTree;

/** What becomes of trees of proofs, and when that is a loss. */
class TreeDiffTest {
  private static final ZkvmDiff.Tree SMALL = state(199, 7, 83, 8346);
  private static final ZkvmDiff.Tree LARGE = state(1999, 10, 80, 8012);

  /** Nothing is different but the number of proofs: no circuit's figure, nor the zkVM's. */
  @Test
  void moreProofsAloneAreAChangeAndALoss() {
    ZkvmDiff diff = diff(tree(100), tree(1000));
    assertThat(diff.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(diff.security().isMoved()).isFalse();
    assertThat(diff.trees()).isEqualTo(Change.of(SMALL, LARGE));
    assertThat(diff.regressions())
        .containsExactly(new Regression.OfTree(Optional.empty(), diff.trees()));
    assertThat(diff.regressions().get(0).bits()).isEqualTo(Change.of(83L, 80L));
  }

  @Test
  void fewerProofsAreAGain() {
    ZkvmDiff diff = diff(tree(1000), tree(100));
    assertThat(diff.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(diff.regressions()).isEmpty();
  }

  /** No parameter of a circuit is different: the tree itself counts. */
  @Test
  void anotherShapeAloneIsAChange() {
    ZkvmDiff diff = diff(tree(100), StubTree.over(zkvm("Orion", 90), 100, 3));
    assertThat(diff.circuits()).allMatch(circuit -> circuit.kind() == Change.Kind.UNCHANGED);
    assertThat(diff.trees().map(ZkvmDiff.Tree::proofs).after()).hasValue(BigInteger.valueOf(150));
    assertThat(diff.kind()).isEqualTo(Change.Kind.CHANGED);
  }

  /** One proof more, and the same whole bits. */
  @Test
  void hundredthsAreAMoveAndNoLoss() {
    ZkvmDiff diff = diff(tree(100), tree(101));
    assertThat(diff.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(diff.treeFigure().map(TreeEstimate.Figure::bits).isMoved()).isFalse();
    assertThat(diff.regressions()).isEmpty();
  }

  @Test
  void equalTreesAreNoChange() {
    ZkvmDiff diff = diff(tree(100), tree(100));
    assertThat(diff.trees().isMatched()).isTrue();
    assertThat(diff.kind()).isEqualTo(Change.Kind.UNCHANGED);
    assertThat(diff.regressions()).isEmpty();
  }

  /** A file that starts to describe its recursion, or ceases to, has lost nothing by that. */
  @Test
  void treeOnOneSideIsAChangeAndNoLoss() {
    ZkvmDiff added = diff(zkvm("Orion", 90), tree(100));
    assertThat(added.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(added.trees().kind()).isEqualTo(Change.Kind.ADDED);
    assertThat(added.regressions()).isEmpty();
    ZkvmDiff removed = diff(tree(100), zkvm("Orion", 90));
    assertThat(removed.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(removed.trees().kind()).isEqualTo(Change.Kind.REMOVED);
    assertThat(removed.regressions()).isEmpty();
  }

  @Test
  void neitherSideNeedsATree() {
    ZkvmDiff diff = diff(zkvm("Orion", 90), zkvm("Orion", 90));
    assertThat(diff.trees().latest()).isEmpty();
    assertThat(diff.kind()).isEqualTo(Change.Kind.UNCHANGED);
  }

  @Test
  void figureThatIsGoneIsALoss() {
    ZkvmDiff diff = diff(tree(100), unproven());
    assertThat(diff.trees().isMatched()).isTrue();
    assertThat(diff.treeFigure().after()).isEmpty();
    assertThat(diff.regressions()).contains(new Regression.OfTree(Optional.empty(), diff.trees()));
    assertThat(diff(unproven(), tree(100)).regressions()).isEmpty();
    assertThat(diff(unproven(), unproven()).kind()).isEqualTo(Change.Kind.UNCHANGED);
  }

  /** Of zkVMs that came and went: a dash is one without a tree. */
  @ParameterizedTest
  @CsvSource({
    "100, 1000, true",
    "100, 100, false",
    "1000, 100, false",
    "100, -, false",
    "-, 9, false"
  })
  void noNewNameHidesALoss(String before, String after, boolean isLoss) {
    ZkvmDiff removed =
        ZkvmDiff.of(new Change<>(Optional.of(estimate(named("Orion", before))), Optional.empty()));
    ZkvmDiff added =
        ZkvmDiff.of(new Change<>(Optional.empty(), Optional.of(estimate(named("Lyra", after)))));
    assertThat(Replacements.ofTrees(List.of(added, removed)))
        .isEqualTo(isLoss ? Optional.of(Change.of(removed, added)) : Optional.empty());
    assertThat(Replacements.ofZkvms(List.of(added, removed))).isEmpty();
    assertThat(removed.regressions()).isEmpty();
  }

  private static ZkvmDiff.Tree state(long proofs, long levels, long bits, long hundredths) {
    return new ZkvmDiff.Tree(
        BigInteger.valueOf(proofs),
        BigInteger.valueOf(levels),
        Optional.of(new TreeEstimate.Figure(bits, hundredths)));
  }

  private static Zkvm named(String name, String leafProofs) {
    Zkvm zkvm = zkvm(name, 90);
    return leafProofs.equals("-") ? zkvm : StubTree.over(zkvm, Long.parseLong(leafProofs));
  }

  private static Zkvm tree(long leafProofs) {
    return StubTree.over(zkvm("Orion", 90), leafProofs);
  }

  private static Zkvm unproven() {
    StubCircuit leaf = StubCircuit.named("leaf", "M31^4", 1, 1);
    return StubTree.over(zkvm("Orion", leaf, root(90)), 100);
  }

  private static Zkvm zkvm(String name, int bits) {
    return zkvm(
        name, StubCircuit.named("leaf", "M31^4", 1, 1).under(LIST, term("ALI", 92)), root(bits));
  }

  private static StubCircuit root(int bits) {
    return StubCircuit.named("root", "M31^4", 1, 1).under(LIST, term("ALI", bits));
  }

  private static Zkvm zkvm(String name, StubCircuit... circuits) {
    return new Zkvm(name, Optional.empty(), List.of(circuits));
  }

  private static ZkvmEstimate estimate(Zkvm zkvm) {
    return new Estimator(List.of(UNIQUE, LIST)).estimate(zkvm);
  }

  private static ZkvmDiff diff(Zkvm before, Zkvm after) {
    return ZkvmDiff.of(Change.of(estimate(before), estimate(after)));
  }
}
