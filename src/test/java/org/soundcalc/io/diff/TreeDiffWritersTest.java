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
    DiffTableWriter writer = new DiffTableWriter(new Style(terminal, terminal), width);
    Golden.assertMatches(file, DiffSamples.write(writer, TreeDiffSamples.full()));
  }

  @Test
  void markdownLooksAsItDid() throws IOException {
    Golden.assertMatches(
        "diff-trees.md", DiffSamples.write(new DiffMarkdownWriter(), TreeDiffSamples.full()));
  }

  @Test
  void markdownOfOneZkvmBeginsWithItsTreeToo() throws IOException {
    assertThat(DiffSamples.write(new DiffMarkdownWriter(), TreeDiffSamples.loss()))
        .startsWith(
            "## Soundness of Orion: 90 bits, as before, whole tree 83 → 50 bits (-33); 1"
                + " regression\n")
        .endsWith("\n- regression: Orion whole tree 83 → 50 bits (199 → 2199023255551 proofs)\n");
  }

  @Test
  void equalTreesAreNoChange() throws IOException {
    assertThat(DiffSamples.write(new DiffTableWriter(Style.PLAIN, 80), TreeDiffSamples.none()))
        .isEqualTo("no change\n");
    assertThat(DiffSamples.write(new DiffMarkdownWriter(), TreeDiffSamples.none()))
        .isEqualTo("## Soundness: no change\n");
  }

  /** Where no zkVM that changed has a tree, nothing is said of trees. */
  @Test
  void withoutTreesThereAreNoColumnsForThem() throws IOException {
    assertThat(DiffSamples.write(new DiffTableWriter(Style.PLAIN, 200), DiffSamples.full()))
        .doesNotContain("tree");
    assertThat(DiffSamples.write(new DiffMarkdownWriter(), DiffSamples.full()))
        .doesNotContain("tree");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 47, 60, 79, 80, 81, 100, 132, 200})
  void noLineIsWiderThanTheTerminal(int width) throws IOException {
    DiffTableWriter writer = new DiffTableWriter(Style.PLAIN, width);
    for (DiffReport report : new DiffReport[] {TreeDiffSamples.full(), TreeDiffSamples.loss()}) {
      for (String line : DiffSamples.write(writer, report).lines().toList()) {
        assertTrue(DisplayWidth.of(line) <= width, width + ": " + line);
        assertThat(line).doesNotEndWith(" ");
      }
    }
  }
}
