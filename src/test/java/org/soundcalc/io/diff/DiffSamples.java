package org.soundcalc.io.diff;

import static org.soundcalc.testing.StubCircuit.term;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Region;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** Differences that show every case of a format. */
final class DiffSamples {
  static final EstimateCaveats PROVISOS = new EstimateCaveats(Accounting.SOUNDCALC, List.of());

  private static final String SHARED = "circuit \"core\": a remark on both";

  private DiffSamples() {}

  /** Losses, gains, a regime that stops to apply and one that starts, and what came and went. */
  static Zkvm orionBefore() {
    StubCircuit core =
        StubCircuit.named("core", "KoalaBear^4", 2225, 2583)
            .parameter("fri_folding_factors", "[2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]")
            .parameter("lookups[a|b].rows_L", "33554432")
            .under(
                StubRegime.UNIQUE,
                fine("batching", 92),
                term("commit round 1", 103),
                term("commit round 2", 103),
                term("commit round 3", 104),
                term("query phase", 50),
                term("a|b", 93))
            .with(
                StubRegime.LIST,
                new Assessment.Terms(
                    List.of(
                        term("batching", 69),
                        term("commit round 1", 81),
                        term("commit round 2", 81),
                        term("commit round 3", 82),
                        term("query phase", 53),
                        term("a|b", 93)),
                    List.of(15L)));
    StubCircuit join =
        StubCircuit.named("join", "KoalaBear^4", 900, 950)
            .under(StubRegime.UNIQUE, term("query phase", 60))
            .under(StubRegime.LIST, term("query phase", 70))
            .under(StubRegime.BEYOND, term("query phase", 99));
    return zkvm("Orion", "1.0", core, join, plain("old"), plain("same"), plain("wrap"));
  }

  static Zkvm orionAfter() {
    StubCircuit core =
        StubCircuit.named("core", "KoalaBear^4", 2100, 2600)
            .queries(80)
            .parameter("fri_folding_factors", "[4, 4, 4, 4, 4, 4]")
            .under(
                StubRegime.UNIQUE,
                term("batching", 92),
                term("commit round 1", 101),
                term("commit round 2", 101),
                term("commit round 3", 104),
                term("query phase", 48))
            .with(
                StubRegime.LIST,
                new Assessment.Terms(
                    List.of(
                        term("batching", 50),
                        term("commit round 1", 79),
                        term("commit round 2", 79),
                        term("commit round 3", 82),
                        term("query phase", 51)),
                    List.of(20L)));
    StubCircuit join =
        StubCircuit.named("join", "KoalaBear^4", 900, 950)
            .queries(80)
            .under(StubRegime.UNIQUE, term("query phase", 65));
    StubCircuit wrap = bitLarger(plain("wrap").under(StubRegime.BEYOND, term("query phase", 101)));
    return zkvm("Orion", "1.1", core, join, plain("最終"), plain("same"), wrap);
  }

  private static StubCircuit bitLarger(StubCircuit circuit) {
    ProofSize size = circuit.proofSize().plus(ProofSize.exactly(BigInteger.ONE));
    return new StubCircuit(circuit.id(), size, circuit.parameters(), circuit.assessments());
  }

  private static StubCircuit plain(String name) {
    return StubCircuit.named(name, "KoalaBear^4", 232, 281)
        .under(StubRegime.UNIQUE, term("query phase", 80))
        .under(StubRegime.LIST, term("query phase", 90));
  }

  private static Term fine(String name, int bits) {
    return term(name, Rational.of(5, 8).times(Rational.powerOfTwo(-bits)));
  }

  private static Zkvm zkvm(String name, String version, StubCircuit... circuits) {
    return new Zkvm(name, Optional.of(version), List.<Circuit>of(circuits));
  }

  /** One zkVM that changed. */
  static DiffReport orion() {
    return new DiffReport("1.2.3", PROVISOS, List.of(comparison(orionBefore(), orionAfter())));
  }

  /** Everything at once. */
  static DiffReport full() {
    Zkvm lyra = zkvm("Lyra", "2.0", plain("main"));
    Zkvm vega = zkvm("Vega", "3.0", plain("main"));
    return new DiffReport(
        "1.2.3",
        PROVISOS,
        List.of(comparison(orionBefore(), orionAfter()), comparison(lyra, lyra), gone(vega)));
  }

  /** A circuit and a zkVM that are weaker under new names. */
  static DiffReport renamed() {
    StubCircuit weaker =
        StubCircuit.named("wrap", "KoalaBear^4", 1, 1)
            .under(StubRegime.UNIQUE, term("query phase", 79));
    StubCircuit main = plain("main");
    Zkvm vega = zkvm("Vega", "3.0", main);
    Zkvm lyra = zkvm("Lyra", "2.0", weaker);
    return new DiffReport(
        "1.2.3",
        PROVISOS,
        List.of(
            comparison(
                zkvm("Orion", "1.0", plain("a|b"), main), zkvm("Orion", "1.0", weaker, main)),
            gone(vega),
            come(lyra)));
  }

  static ZkvmComparison come(Zkvm zkvm) {
    return new ZkvmComparison(
        ZkvmDiff.of(new Change<>(Optional.empty(), Optional.of(estimate(zkvm)))),
        new Change<>(Optional.empty(), Optional.of("new/lyra.toml")),
        new Change<>(Optional.empty(), Optional.of(List.of())));
  }

  static ZkvmComparison gone(Zkvm zkvm) {
    return new ZkvmComparison(
        ZkvmDiff.of(new Change<>(Optional.of(estimate(zkvm)), Optional.empty())),
        new Change<>(Optional.of("old/vega.toml"), Optional.empty()),
        new Change<>(Optional.of(List.of()), Optional.empty()));
  }

  static ZkvmEstimate estimate(Zkvm zkvm) {
    return new Estimator(regimes()).estimate(zkvm);
  }

  /** More terms than a comment should show at once. */
  static DiffReport manyTerms() {
    return new DiffReport("1.2.3", PROVISOS, List.of(comparison(lookups(90), lookups(89))));
  }

  private static Zkvm lookups(int bits) {
    Term[] terms = new Term[10];
    terms[0] = term("query phase", 50);
    for (int i = 1; i < terms.length; i++) {
      terms[i] = term("lookup" + i, bits);
    }
    StubCircuit main = StubCircuit.named("main", "KoalaBear^4", 232, 281);
    return zkvm("Orion", "1.0", main.under(StubRegime.UNIQUE, terms));
  }

  /** Nothing that changed. */
  static DiffReport none() {
    return new DiffReport("1.2.3", PROVISOS, List.of(comparison(orionBefore(), orionBefore())));
  }

  private static ZkvmComparison comparison(Zkvm before, Zkvm after) {
    Estimator estimator = new Estimator(regimes());
    return new ZkvmComparison(
        ZkvmDiff.of(Change.of(estimator.estimate(before), estimator.estimate(after))),
        Change.of("old/zkvm.toml", "new/zkvm.toml"),
        Change.of(
            List.of(warning(3, SHARED), warning(4, "a remark on *one*")),
            List.of(warning(5, SHARED))));
  }

  private static List<Regime> regimes() {
    return List.of(StubRegime.UNIQUE, StubRegime.LIST, StubRegime.BEYOND);
  }

  private static Warning warning(int line, String message) {
    return new Warning("zkvm.toml", Optional.of(new Region(line, 3, 9)), message);
  }

  static String text(DiffReport report, Style style, int width) throws IOException {
    return Printed.text(DiffDocument.of(report, Medium.TERMINAL), style, width);
  }

  static String markdown(DiffReport report) throws IOException {
    return Printed.markdown(DiffDocument.of(report, Medium.PAGE));
  }
}
