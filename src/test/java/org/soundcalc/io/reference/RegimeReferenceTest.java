package org.soundcalc.io.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Style;
import org.soundcalc.model.Status;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.StubFamily;
import org.soundcalc.testing.StubRegime;

class RegimeReferenceTest {
  private static final RegimeReference STUBS =
      new RegimeReference(
          "1.2.3",
          List.of(
              StubRegime.UNIQUE, StubRegime.BEYOND, new StubRegime("guess", Status.HEURISTIC, 6)),
          StubFamily.BOTH);

  @ParameterizedTest
  @ValueSource(ints = {80, 40})
  void theTableLooksAsItDid(int width) throws IOException {
    String text = write(new RegimeList(Style.PLAIN, width));
    Golden.assertMatches("regimes-" + width + ".txt", text);
    assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= width);
  }

  @Test
  void terminalsGetColour() throws IOException {
    Golden.assertMatches("regimes-colour.txt", write(new RegimeList(new Style(true, true), 80)));
  }

  @Test
  void markdownLooksAsItDid() throws IOException {
    Golden.assertMatches("regimes.md", write(new RegimeMarkdown()));
  }

  @Test
  void jsonLooksAsItDid() throws IOException {
    Golden.assertMatches("regimes.json", write(new RegimeDocument()));
  }

  private static String write(RegimeWriter writer) throws IOException {
    StringWriter out = new StringWriter();
    writer.write(STUBS, out);
    return out.toString();
  }
}
