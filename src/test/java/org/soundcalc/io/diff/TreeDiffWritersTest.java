package org.soundcalc.io.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Style;
import org.soundcalc.testing.Golden;

/** What people read of trees of proofs that changed. */
class TreeDiffWritersTest {
  @ParameterizedTest
  @CsvSource({
    "40, false, diff-trees-40.txt",
    "80, true, diff-trees-terminal-80.txt",
    "120, false, diff-trees-120.txt",
  })
  void tableLooksAsItDid(int width, boolean terminal, String file) throws IOException {
    Golden.assertMatches(
        file, DiffSamples.text(TreeDiffSamples.full(), new Style(terminal, terminal), width));
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

  @ParameterizedTest
  @ValueSource(ints = {40, 47, 60, 79, 80, 81, 100, 132, 200})
  void noLineIsWiderThanTheTerminal(int width) throws IOException {
    for (DiffReport report : new DiffReport[] {TreeDiffSamples.full(), TreeDiffSamples.loss()}) {
      for (String line : DiffSamples.text(report, Style.PLAIN, width).lines().toList()) {
        assertTrue(DisplayWidth.of(line) <= width, width + ": " + line);
        assertThat(line).doesNotEndWith(" ");
      }
    }
  }
}
