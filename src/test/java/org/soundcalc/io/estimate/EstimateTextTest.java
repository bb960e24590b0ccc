package org.soundcalc.io.estimate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.estimate.EstimateDocument.Detail;
import org.soundcalc.testing.Golden;

class EstimateTextTest {
  private static final String ESCAPES = "\u001b\\[[0-9;]*m";

  @ParameterizedTest
  @CsvSource({
    "80, false, false, pipe-80",
    "200, false, false, pipe-200",
    "80, false, true, terminal-80",
    "80, true, true, terminal-80-colour",
    "200, true, true, terminal-200-colour",
    "80, true, false, pipe-80-colour"
  })
  void looksAsItDid(int width, boolean colour, boolean lines, String file) throws IOException {
    Style style = new Style(colour, lines);
    Golden.assertMatches(
        "table-" + file + ".txt", Samples.text(Samples.fullReport(), Detail.TERMS, style, width));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 200})
  void looksAsItDidInFull(int width) throws IOException {
    Golden.assertMatches(
        "table-verbose-" + width + ".txt",
        Samples.text(Samples.fullReport(), Detail.VERBOSE, Style.PLAIN, width));
  }

  /** Beside the table of the zkVMs it holds what the figures depend on, and how to see the rest. */
  @Test
  void theSummaryIsTheZkvmsAlone() throws IOException {
    Golden.assertMatches(
        "table-summary-80.txt",
        Samples.text(Samples.fullReport(), Detail.SUMMARY, Style.PLAIN, 80));
  }

  @Test
  void oneZkvmNeedsNoTitle() throws IOException {
    Golden.assertMatches(
        "table-one-80.txt", Samples.text(Samples.orionReport(), Detail.TERMS, Style.PLAIN, 80));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 47, 60, 80, 81, 100, 132, 200, 500})
  void noLineIsWiderThanTheTerminal(int width) throws IOException {
    for (Detail detail : Detail.values()) {
      String text = Samples.text(Samples.fullReport(), detail, new Style(true, true), width);
      for (String line : text.lines().toList()) {
        String shown = line.replaceAll(ESCAPES, "");
        assertTrue(DisplayWidth.of(shown) <= width, width + ": " + shown);
      }
    }
  }
}
