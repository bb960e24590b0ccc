package org.soundcalc.io.estimate;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.estimate.EstimateDocument.Detail;
import org.soundcalc.testing.Golden;

class EstimateTextTest {
  @Test
  void looksAsItDid() throws IOException {
    Style style = new Style(true, true);
    Golden.assertMatches(
        "table-terminal-80-colour.txt",
        Samples.text(Samples.fullReport(), Detail.TERMS, style, 80));
  }

  @Test
  void looksAsItDidInFull() throws IOException {
    Golden.assertMatches(
        "table-verbose-80.txt",
        Samples.text(Samples.fullReport(), Detail.VERBOSE, Style.PLAIN, 80));
  }

  /** Beside the table of the zkVMs it holds what the figures depend on, and how to see the rest. */
  @Test
  void theSummaryIsTheZkvmsAlone() throws IOException {
    Golden.assertMatches(
        "table-summary-80.txt",
        Samples.text(Samples.fullReport(), Detail.SUMMARY, Style.PLAIN, 80));
  }
}
