package org.soundcalc.io.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.Style;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.StubFamily;

class ReferenceTest {
  private static final Style COLOUR = new Style(true, true);
  private static final FamilyReference STUBS = new FamilyReference(StubFamily.BOTH);

  @ParameterizedTest
  @ValueSource(ints = {80, 40})
  void keysLookAsTheyDid(int width) throws IOException {
    String text = Printed.text(STUBS.keys(), Style.PLAIN, width);
    Golden.assertMatches("families-keys-" + width + ".txt", text);
    assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= width);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 40})
  void theListLooksAsItDid(int width) throws IOException {
    String text = Printed.text(STUBS.list(), Style.PLAIN, width);
    Golden.assertMatches("families-" + width + ".txt", text);
    assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= width);
  }

  @Test
  void terminalsGetColour() throws IOException {
    Golden.assertMatches("families-colour.txt", Printed.text(STUBS.keys(), COLOUR, 80));
  }

  @Test
  void markdownLooksAsItDid() throws IOException {
    Golden.assertMatches("families.md", Printed.of(new KeyReference(StubFamily.BOTH)));
  }

  @Test
  void theSchemaLooksAsItDid() throws IOException {
    Golden.assertMatches(
        "families.schema.json", Printed.of(new JsonDocument(FileSchema.of(StubFamily.BOTH))));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 40})
  void fieldsLookAsTheyDid(int width) throws IOException {
    String text = Printed.text(FieldReference.document(), Style.PLAIN, width);
    Golden.assertMatches("fields-" + width + ".txt", text);
    assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= width);
  }
}
