package org.soundcalc.io.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Samples;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Region;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.Printed;

/** Nothing is wider than the terminal, and nothing is lost, in whichever format. */
class CompareFormatsTest {
  private static CompareReport report(boolean perCircuit) {
    return new CompareReport(
        "1.2.3",
        new EstimateCaveats(Accounting.STRICT, List.of("a=1")),
        Samples.ALL,
        List.of(comparison("orion.toml", Samples.orion()), comparison("lyra.toml", Samples.lyra())),
        perCircuit,
        List.of(new Warning("orion.toml", Optional.of(new Region(12, 3, 9)), "a remark on it")));
  }

  private static Comparison comparison(String source, Zkvm zkvm) {
    return Comparison.of(source, new Estimator(Samples.ALL).estimate(zkvm), Samples.ALL);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingIsWiderAndNothingIsLost(boolean perCircuit) throws IOException {
    CompareReport report = report(perCircuit);
    Printed.assertFits(CompareDocument.of(report, Medium.TERMINAL));
    List<String> facts =
        List.of(
            "Orion", "Lyra", "UDR", "JBR", "capacity", "refuted", "35", "57", "97", "121", "core");
    String page = Printed.markdown(CompareDocument.of(report, Medium.PAGE));
    assertThat(page)
        .contains("2.0.1", "Overridden by --set: `a = 1`", "orion.toml:12: a remark on it");
    String json = Printed.of(new JsonDocument(CompareJson.of(report)));
    assertThat(json).contains("2.0.1", "\"a=1\"", "\"a remark on it\"");
    String csv = Printed.of(CompareCsv.of(report));
    for (String format : List.of(page, json, csv)) {
      List<String> figures = perCircuit ? facts : facts.subList(0, 6);
      assertThat(format).contains(figures);
    }
  }
}
