package org.soundcalc.io.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;

class EstimateCsvTest {
  @Test
  void looksAsItDid() throws IOException {
    Golden.assertMatches("report.csv", Printed.of(EstimateCsv.of(Samples.fullReport())));
  }

  @Test
  void regimeThatDoesNotCoverACircuitHasNoRows() throws IOException {
    String csv = Printed.of(EstimateCsv.of(Samples.fullReport()));
    assertThat(csv).contains("Orion,wrap,capacity,refuted,total,97,97.41,");
    assertThat(csv).doesNotContain("Orion,core,capacity");
  }
}
