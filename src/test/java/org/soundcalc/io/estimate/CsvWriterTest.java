package org.soundcalc.io.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.testing.Golden;

class CsvWriterTest {
  @Test
  void looksAsItDid() throws IOException {
    Golden.assertMatches("report.csv", Samples.write(new CsvWriter(), Samples.fullReport()));
  }

  @Test
  void regimeThatDoesNotCoverACircuitHasNoRows() throws IOException {
    String csv = Samples.write(new CsvWriter(), Samples.fullReport());
    assertThat(csv).contains("Orion,wrap,capacity,refuted,total,97,97.41\n");
    assertThat(csv).doesNotContain("Orion,core,capacity");
  }

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
    assertThat(Csv.quote(field)).isEqualTo(quoted);
  }
}
