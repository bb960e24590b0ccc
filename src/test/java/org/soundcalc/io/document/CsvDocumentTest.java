package org.soundcalc.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        "=1+1; \"'=1+1\"",
        "+1+1; \"'+1+1\"",
        "-1+1; \"'-1+1\"",
        "@SUM(A1); \"'@SUM(A1)\"",
        "＝1+1; \"'＝1+1\"",
        "-dash.toml; \"'-dash.toml\"",
        "=\"a\"&B1; \"'=\"\"a\"\"&B1\"",
        "-12; -12",
        "-0.41; -0.41",
        "a=1; a=1",
      })
  void fieldsAreQuotedWhereTheyMustBe(String field, String quoted) {
    assertThat(CsvDocument.quote(field)).isEqualTo(quoted);
  }

  /** Where lists are parted by semicolons, what follows one would begin a field of its own. */
  @Test
  void aSemicolonPartsNoField() {
    assertThat(CsvDocument.quote("a;=1+1")).isEqualTo("\"a;=1+1\"");
  }

  /** A blank at the start is one to a reader of this test's table. */
  @Test
  void blanksThatSpreadsheetsSkipAreNoWayAround() {
    assertThat(CsvDocument.quote("\t=1")).isEqualTo("\"'\t=1\"");
    assertThat(CsvDocument.quote("\r=1")).isEqualTo("\"'\uFFFD=1\"");
    assertThat(CsvDocument.quote("a\u001b[31m\u202Eb")).isEqualTo("a\uFFFD[31m\uFFFDb");
  }
}
