package org.soundcalc.io.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.Style;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;

/** The difference as people read it. */
class DiffWritersTest {
  private static final String ESCAPES = "\u001b\\[[0-9;]*m";

  @Test
  void tableLooksAsItDid() throws IOException {
    Golden.assertMatches(
        "diff-terminal-80-colour.txt",
        DiffSamples.text(DiffSamples.full(), new Style(true, true), 80));
  }

  @Test
  void oneZkvmNeedsNoTitle() throws IOException {
    assertThat(DiffSamples.text(DiffSamples.full(), Style.PLAIN, 80)).contains("\n\n-- Orion");
    assertThat(DiffSamples.text(DiffSamples.orion(), Style.PLAIN, 80))
        .startsWith("zkVM ")
        .doesNotContain("-- Orion");
  }

  @Test
  void markdownLooksAsItDid() throws IOException {
    Golden.assertMatches("diff-full.md", DiffSamples.markdown(DiffSamples.full()));
  }

  @Test
  void markdownOfOneZkvmBeginsWithItsFigure() throws IOException {
    assertThat(DiffSamples.markdown(DiffSamples.orion()))
        .startsWith("## Soundness of Orion 1.0 → Orion 1.1: 53 → 48 bits (-5); 4 regressions\n\n|")
        .doesNotContain("###", "<details>");
  }

  @Test
  void markdownFoldsManyTerms() throws IOException {
    assertThat(DiffSamples.markdown(DiffSamples.manyTerms()))
        .startsWith("## Soundness of Orion 1.0: 50 bits, as before; no regression\n")
        .contains("\n\n<details>\n<summary>Terms that moved</summary>\n\n| main |")
        .endsWith("\n\n</details>\n");
  }

  @Test
  void whatWasReplacedIsNamed() throws IOException {
    assertThat(DiffSamples.text(DiffSamples.renamed(), Style.PLAIN, 120))
        .endsWith(
            """

            regression: Orion 90 → 79 bits (UDR, wrap)
            regression: Orion a|b (removed) → wrap (added) UDR 80 → 79 bits (query phase)
            regression: Orion a|b (removed) → wrap (added) JBR 90 → – bits (JBR does not cover stubs like this one)
            regression: Vega (removed) → Lyra (added) 90 → 79 bits (UDR, wrap)
            """);
    assertThat(DiffSamples.markdown(DiffSamples.renamed()))
        .contains(
            "; 4 regressions\n", "\n- regression: Orion a\\|b (removed) → wrap (added) UDR 80");
  }

  @Test
  void nothingIsSaidPlainly() throws IOException {
    assertThat(DiffSamples.text(DiffSamples.none(), Style.PLAIN, 80)).isEqualTo("no change\n");
    assertThat(DiffSamples.markdown(DiffSamples.none())).isEqualTo("## Soundness: no change\n");
  }

  /** Whoever sees no colours reads the same. */
  @Test
  void colourSaysNothingAlone() throws IOException {
    String plain = DiffSamples.text(DiffSamples.full(), new Style(false, true), 80);
    String coloured = DiffSamples.text(DiffSamples.full(), new Style(true, true), 80);
    assertThat(coloured.replaceAll(ESCAPES, "")).isEqualTo(plain);
    assertThat(coloured).contains("\u001b[1;31m50 → 48  -2", "\u001b[1;32m60 → 65  +5");
  }

  @Test
  void nothingIsWiderAndNothingIsLost() throws IOException {
    Printed.assertFits(DiffDocument.of(DiffSamples.full(), Medium.TERMINAL));
  }
}
