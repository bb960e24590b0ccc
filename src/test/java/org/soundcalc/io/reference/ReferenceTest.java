package org.soundcalc.io.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Style;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.StubFamily;

class ReferenceTest {
  private static final Style COLOUR = new Style(true, true);

  @ParameterizedTest
  @ValueSource(ints = {80, 40})
  void keysLookAsTheyDid(int width) throws IOException {
    String text = References.write(new FamilyKeys(Style.PLAIN, width), StubFamily.BOTH);
    Golden.assertMatches("families-keys-" + width + ".txt", text);
    assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= width);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 40})
  void theListLooksAsItDid(int width) throws IOException {
    String text = References.write(new FamilyList(Style.PLAIN, width), StubFamily.BOTH);
    Golden.assertMatches("families-" + width + ".txt", text);
    assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= width);
  }

  @Test
  void terminalsGetColour() throws IOException {
    Golden.assertMatches(
        "families-colour.txt", References.write(new FamilyKeys(COLOUR, 80), StubFamily.BOTH));
  }

  @Test
  void markdownLooksAsItDid() throws IOException {
    Golden.assertMatches("families.md", References.write(new MarkdownReference(), StubFamily.BOTH));
  }

  @Test
  void theSchemaLooksAsItDid() throws IOException {
    Golden.assertMatches(
        "families.schema.json", References.write(new SchemaWriter(), StubFamily.BOTH));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 40})
  void fieldsLookAsTheyDid(int width) throws IOException {
    StringWriter out = new StringWriter();
    new FieldList(Style.PLAIN, width).write(out);
    Golden.assertMatches("fields-" + width + ".txt", out.toString());
    assertThat(out.toString().lines()).allMatch(line -> DisplayWidth.of(line) <= width);
  }
}
