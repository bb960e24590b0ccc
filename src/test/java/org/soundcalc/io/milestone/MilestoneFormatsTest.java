package org.soundcalc.io.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.StubCircuit.term;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Samples;
import org.soundcalc.io.gate.Places;
import org.soundcalc.io.toml.Region;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.JsonSchema;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** Rows of zkVMs that are on a limit, beyond it by the least, or without a figure. */
class MilestoneFormatsTest {
  private static final Places NOWHERE = (circuit, path) -> new Region(1, 1, 2);

  /** 100 bits and 600 KiB are enough, 99 or one KiB more are not. */
  @Test
  void limitsThemselvesAreAdmitted() throws IOException {
    assertThat(csv(zkvm("On", StubRegime.UNIQUE, 100, 600)))
        .contains("On,,on.toml,glamsterdam,true,100,100,0,100,rounds,4915200,4915200,,4915200,");
    assertThat(csv(zkvm("On", StubRegime.UNIQUE, 99, 600)))
        .contains(",glamsterdam,false,99,100,-1,");
    assertThat(csv(zkvm("On", StubRegime.UNIQUE, 100, 601)))
        .contains(",glamsterdam,false,100,100,0,");
  }

  @Test
  void whatIsNextSaysWhatItNeeds() throws IOException {
    assertThat(markdown(zkvm("A", StubRegime.UNIQUE, 99, 601)))
        .contains(
            "| **FAIL -1** |", "| glamsterdam: 1 bit more, 1 KiB less |", "| -1/-1 | -301/-301 |");
    assertThat(markdown(zkvm("A", StubRegime.UNIQUE, 100, 600)))
        .contains("| pass +0 |", "| h-star: 28 bits more, 300 KiB less |");
    assertThat(markdown(zkvm("A", StubRegime.UNIQUE, 130, 1)))
        .contains("| all passed, recursion not described |");
  }

  /** What is conjectured never counts: 128 bits of it are no figure. */
  @Test
  void aZkvmWithoutAProvenFigureFails() throws IOException {
    MilestoneReport report = report(zkvm("Lynx", StubRegime.BEYOND, 128, 10));
    assertThat(Printed.of(new MarkdownDocument(MilestoneDocument.of(report, Medium.PAGE))))
        .contains("| **Lynx** | – | – | **FAIL** | **FAIL** | glamsterdam: a proven figure |");
    assertThat(Printed.of(MilestoneCsv.of(report))).contains(",h-star,false,,128,,,,81920,");
    String json = Printed.of(new JsonDocument(MilestoneJson.of(report)));
    assertThat(json).contains("\"actual\": null", "\"nonInteractive\": null", "\"passed\": false");
    assertThat(JsonSchema.inDocs("milestones.schema.json").problems(json)).isEmpty();
    assertThat(JsonSchema.inDocs("milestones.schema.json").problems(json.replace("false", "true")))
        .isNotEmpty();
  }

  @Test
  void namesSharedByFilesAreToldApartAndEveryWidthHoldsAll() throws IOException {
    Zkvm twin = zkvm("Twin", StubRegime.UNIQUE, 99, 1000);
    Document document = MilestoneDocument.of(report(twin, twin, Samples.lyra()), Medium.TERMINAL);
    assertThat(Printed.of(new MarkdownDocument(document))).contains("Twin (on.toml)");
    Printed.assertFits(document);
  }

  @Test
  void aMeasuredSizeThatIsNoneIsSaidToBeLeftOut() throws IOException {
    StubCircuit circuit =
        StubCircuit.named("only", "KoalaBear^4", 1, 1)
            .measured("about 3 MB")
            .under(StubRegime.UNIQUE, term("query phase", 128));
    assertThat(markdown(new Zkvm("Crux", Optional.empty(), List.of(circuit))))
        .contains(
            "| 1/1 |", "measured size \"about 3 MB\" of Crux left out: no number with a unit");
  }

  private static Zkvm zkvm(String name, StubRegime regime, int bits, long kib) {
    StubCircuit circuit =
        StubCircuit.named("only", "KoalaBear^4", kib, kib).under(regime, term("query phase", bits));
    return new Zkvm(name, Optional.empty(), List.of(circuit));
  }

  private static MilestoneReport report(Zkvm... zkvms) {
    Estimator estimator = new Estimator(Samples.ALL);
    List<MilestoneReport.Row> rows =
        List.of(zkvms).stream()
            .map(
                zkvm ->
                    new MilestoneReport.Row(
                        "on.toml", estimator.estimate(zkvm), List.of(), NOWHERE))
            .toList();
    EstimateCaveats usual = new EstimateCaveats(Accounting.SOUNDCALC, List.of());
    return new MilestoneReport("1.2.3", usual, rows, List.of());
  }

  private static String csv(Zkvm zkvm) throws IOException {
    return Printed.of(MilestoneCsv.of(report(zkvm)));
  }

  private static String markdown(Zkvm zkvm) throws IOException {
    return Printed.of(new MarkdownDocument(MilestoneDocument.of(report(zkvm), Medium.PAGE)));
  }
}
