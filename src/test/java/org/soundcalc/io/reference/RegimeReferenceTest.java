package org.soundcalc.io.reference;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.Style;
import org.soundcalc.model.Status;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.StubFamily;
import org.soundcalc.testing.StubRegime;

class RegimeReferenceTest {
  private static final RegimeReference STUBS =
      new RegimeReference(
          "1.2.3",
          List.of(
              StubRegime.UNIQUE, StubRegime.BEYOND, new StubRegime("guess", Status.HEURISTIC, 6)),
          StubFamily.BOTH);

  @Test
  void nothingIsWiderAndNothingIsLost() throws IOException {
    Printed.assertFits(STUBS.document(Medium.TERMINAL));
  }

  @Test
  void terminalsGetColour() throws IOException {
    Golden.assertMatches(
        "regimes-colour.txt",
        Printed.text(STUBS.document(Medium.TERMINAL), new Style(true, true), 80));
  }

  @Test
  void markdownLooksAsItDid() throws IOException {
    Golden.assertMatches("regimes.md", Printed.markdown(STUBS.document(Medium.PAGE)));
  }

  @Test
  void jsonLooksAsItDid() throws IOException {
    Golden.assertMatches("regimes.json", Printed.of(new JsonDocument(STUBS.json())));
  }
}
