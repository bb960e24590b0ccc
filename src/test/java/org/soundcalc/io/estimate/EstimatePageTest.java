package org.soundcalc.io.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.testing.Golden;

class EstimatePageTest {
  @Test
  void looksAsItDid() throws IOException {
    Golden.assertMatches("report.md", Samples.markdown(Samples.fullReport()));
  }

  @Test
  void oneZkvmNeedsNoSummary() throws IOException {
    assertThat(Samples.markdown(Samples.orionReport())).startsWith("## Orion\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a|b; a\\|b",
        "global_type; global_type",
        "_private; \\_private",
        "gsum_[102]; gsum_\\[102\\]",
        "x * y < z; x \\* y \\< z",
        "back\\slash; back\\\\slash",
      })
  void namesHaveNoMeaningInMarkdown(String name, String escaped) {
    assertThat(MarkdownDocument.escape(name)).isEqualTo(escaped);
  }
}
