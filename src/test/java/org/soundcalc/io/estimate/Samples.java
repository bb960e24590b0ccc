package org.soundcalc.io.estimate;

import static org.soundcalc.testing.StubCircuit.term;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.estimate.EstimateDocument.Detail;
import org.soundcalc.io.toml.Region;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** Reports that show every case of a format. */
public final class Samples {
  static final List<Regime> PROVEN = List.of(StubRegime.UNIQUE, StubRegime.LIST);

  /** A proven regime, another, and a conjectured one. */
  public static final List<Regime> ALL =
      List.of(StubRegime.UNIQUE, StubRegime.LIST, StubRegime.BEYOND);

  private Samples() {}

  /** A zkVM of two circuits, with rounds to fold. */
  public static Zkvm orion() {
    StubCircuit core =
        StubCircuit.named("core", "KoalaBear^4", 2225, 2583)
            .parameter("fri_folding_factors", "[2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]")
            .under(
                StubRegime.UNIQUE,
                term("batching", 92),
                term("commit round 1", 103),
                term("commit round 2", 104),
                term("commit round 3", 104),
                term("commit round 4", 104),
                term("query phase", 50, 16),
                term("alu", 93))
            .with(
                StubRegime.LIST,
                new Assessment.Terms(
                    List.of(
                        term("batching", 69),
                        term("commit round 1", 81),
                        term("commit round 2", 82),
                        term("commit round 3", 83),
                        term("commit round 4", 83),
                        term("query phase", 53, 16),
                        term("alu", 93)),
                    List.of(15L, 12L)));
    StubCircuit wrap =
        StubCircuit.named("wrap", "KoalaBear^4", 232, 281)
            .under(StubRegime.UNIQUE, term("batching", 97), term("query phase", 35))
            .under(StubRegime.LIST, term("batching", 57), term("query phase", 57))
            .under(StubRegime.BEYOND, term("batching", 97), term("query phase", 101));
    return new Zkvm("Orion", Optional.empty(), List.of(core, wrap));
  }

  /** A zkVM with long and unusual names, a dash, and a measured size. */
  public static Zkvm lyra() {
    StubCircuit first =
        StubCircuit.named("Dma64AlignedInputCpy", "Goldilocks^3", 791, 812)
            .measured("791.32 KB")
            .under(
                StubRegime.UNIQUE,
                term("Range Check_gsum_[102]", 128),
                term("Lookup_gsum_[126, 331, 8002, 133, 125]", 121),
                term("a|b \"quoted\"", 130));
    StubCircuit last =
        StubCircuit.named("最終", "BabyBear^4", 12_000, 14_000)
            .under(StubRegime.UNIQUE, term("query phase", 128));
    return new Zkvm("Lyra", Optional.of("2.0.1"), List.<Circuit>of(first, last));
  }

  static Report orionReport() {
    return new Report(
        "1.2.3",
        new EstimateCaveats(Accounting.SOUNDCALC, List.of()),
        List.of(report("orion.toml", orion(), PROVEN)));
  }

  /** Everything at once. */
  static Report fullReport() {
    return new Report(
        "1.2.3",
        new EstimateCaveats(Accounting.SOUNDCALC, List.of()),
        List.of(
            report("zkvms/orion.toml", orion(), ALL),
            report(
                "zkvms/lyra.toml",
                lyra(),
                ALL,
                new Warning(
                    "zkvms/lyra.toml",
                    Optional.of(new Region(12, 3, 9)),
                    "circuit \"最終\": num_constraints is not given; num_columns takes its place"),
                new Warning("zkvms/lyra.toml", Optional.empty(), "a remark on the file"))));
  }

  static ZkvmReport report(String source, Zkvm zkvm, List<Regime> regimes, Warning... warnings) {
    ZkvmEstimate estimate = new Estimator(regimes).estimate(zkvm);
    return new ZkvmReport(
        source, estimate, estimate.circuits(), List.of(warnings), Optional.empty());
  }

  static String text(Report report, Detail detail, Style style, int width) throws IOException {
    return Printed.text(EstimateDocument.of(report, detail, Medium.TERMINAL), style, width);
  }

  static String markdown(Report report) throws IOException {
    return Printed.markdown(EstimateDocument.of(report, Detail.TERMS, Medium.PAGE));
  }

  static String json(Report report) throws IOException {
    return Printed.of(new JsonDocument(EstimateJson.of(report)));
  }
}
