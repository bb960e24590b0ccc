package org.soundcalc.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvDocumentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "plain; plain",
        "OOD(i=1); OOD(i=1)",
        "fold(i=0,s=1); \"fold(i=0,s=1)\"",
        "say \"hi\"; \"say \"\"hi\"\"\"",
      })
  void fieldsAreQuotedWhereTheyMustBe(String field, String quoted) {
    assertThat(CsvDocument.quote(field)).isEqualTo(quoted);
  }
}
