package org.soundcalc.io.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.Style;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;

/** What people read of trees of proofs that changed. */
class TreeDiffWritersTest {
  @Test
  void tableLooksAsItDid() throws IOException {
    Golden.assertMatches(
        "diff-trees-terminal-80.txt",
        DiffSamples.text(TreeDiffSamples.full(), new Style(true, true), 80));
  }

  @Test
  void markdownLooksAsItDid() throws IOException {
    Golden.assertMatches("diff-trees.md", DiffSamples.markdown(TreeDiffSamples.full()));
  }

  @Test
  void markdownOfOneZkvmBeginsWithItsTreeToo() throws IOException {
    assertThat(DiffSamples.markdown(TreeDiffSamples.loss()))
        .startsWith(
            "## Soundness of Orion: 90 bits, as before, whole tree 83 → 50 bits (-33); 1"
                + " regression\n")
        .endsWith("\n- regression: Orion whole tree 83 → 50 bits (199 → 2199023255551 proofs)\n");
  }

  @Test
  void equalTreesAreNoChange() throws IOException {
    assertThat(DiffSamples.text(TreeDiffSamples.none(), Style.PLAIN, 80)).isEqualTo("no change\n");
    assertThat(DiffSamples.markdown(TreeDiffSamples.none())).isEqualTo("## Soundness: no change\n");
  }

  /** Where no zkVM that changed has a tree, nothing is said of trees. */
  @Test
  void withoutTreesThereAreNoColumnsForThem() throws IOException {
    assertThat(DiffSamples.text(DiffSamples.full(), Style.PLAIN, 200)).doesNotContain("tree");
    assertThat(DiffSamples.markdown(DiffSamples.full())).doesNotContain("tree");
  }

  /** Where there is no room, the trees have a table of their own. */
  @Test
  void nothingIsWiderAndNothingIsLost() throws IOException {
    Printed.assertFits(DiffDocument.of(TreeDiffSamples.full(), Medium.TERMINAL));
    Printed.assertFits(DiffDocument.of(TreeDiffSamples.loss(), Medium.TERMINAL));
  }
}
