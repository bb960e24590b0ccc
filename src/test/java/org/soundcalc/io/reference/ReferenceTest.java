package org.soundcalc.io.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.Style;
import org.soundcalc.model.Family;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.StubFamily;

class ReferenceTest {
  private static final Style COLOUR = new Style(true, true);
  private static final FamilyReference STUBS = new FamilyReference(StubFamily.BOTH);

  @Test
  void nothingIsWiderAndNothingIsLost() throws IOException {
    Printed.assertFits(STUBS.keys());
    Printed.assertFits(STUBS.list());
    Printed.assertFits(FieldReference.document());
  }

  @Test
  void everyKeyHasAMeaning() {
    for (Family family : ServiceLoader.load(Family.class)) {
      assertThat(family.keys()).isNotEmpty().noneMatch(key -> key.meaning().isBlank());
    }
  }

  @Test
  void theListLooksAsItDid() throws IOException {
    Golden.assertMatches("families-80.txt", Printed.text(STUBS.list(), Style.PLAIN, 80));
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

  @Test
  void fieldsLookAsTheyDid() throws IOException {
    Golden.assertMatches("fields-80.txt", Printed.text(FieldReference.document(), Style.PLAIN, 80));
  }
}
