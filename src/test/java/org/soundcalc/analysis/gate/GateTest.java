package org.soundcalc.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.StubRegime.BEYOND;
import static org.soundcalc.testing.StubRegime.LIST;
import static org.soundcalc.testing.StubRegime.UNIQUE;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Status;
import org.soundcalc.model.Term;
import org.soundcalc.model.Zkvm;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** Which zkVMs pass, and which circuits are blamed where one does not. */
class GateTest {
  /** A proven regime that reaches further than the usual ones. */
  private static final StubRegime BEST = new StubRegime("JBR-best", Status.PROVEN, 3);

  private static final List<Regime> ASKED = List.of(UNIQUE, LIST);

  @Test
  void theBitsAreThoseOfTheZkvmsFigure() {
    Circuit a = circuit("a", 100, 60);
    Circuit b = circuit("b", 60, 100);
    assertThat(bits(60, a, b).passed()).isTrue();
    assertThat(bits(61, a, b).passed()).isFalse();
  }

  /** Each circuit that falls short under the zkVM's regime, and no other. */
  @Test
  void theCircuitsThatFallShort() {
    Finding.Bits found = bits(90, circuit("a", 1, 89), circuit("b", 1, 90), circuit("c", 99, 80));
    assertThat(found.shortfalls()).extracting(Finding.Shortfall::name).containsExactly("a", "c");
    assertThat(found.shortfalls())
        .allSatisfy(s -> assertThat(s.figures().orElseThrow().regime()).isEqualTo(LIST));
  }

  @Test
  void aCircuitWithoutAFigureFails() {
    Finding.Bits found = bits(1, circuit("a", 99, 99), StubCircuit.named("b", "BabyBear^4", 1, 1));
    assertThat(found.passed()).isFalse();
    assertThat(found.standing()).isEmpty();
    assertThat(found.shortfalls()).extracting(Finding.Shortfall::name).containsExactly("b");
    assertThat(found.shortfalls().get(0).figures()).isEmpty();
  }

  @Test
  void conjecturesDoNotCount() {
    Circuit circuit = circuit("a", 50, 60).under(BEYOND, StubCircuit.term("ALI", 200));
    Finding.Bits found =
        find(new Requirements(100, Optional.empty(), false), all(), all(), circuit);
    assertThat(found.passed()).isFalse();
    assertThat(found.standing().orElseThrow().security().bits()).isEqualTo(60);
    assertThat(found.conjectures()).isEmpty();
  }

  @Test
  void conjecturesCountWhereAllowedAndAreNamed() {
    Circuit circuit = circuit("a", 50, 60).under(BEYOND, StubCircuit.term("ALI", 200));
    Finding.Bits found = find(new Requirements(100, Optional.empty(), true), all(), all(), circuit);
    assertThat(found.passed()).isTrue();
    assertThat(found.conjectures()).containsExactly(BEYOND);
  }

  @Test
  void aFigureIsAsFarEstablishedAsTheLeastEstablishedRegimeItRestsOn() {
    StubRegime open = new StubRegime("open", Status.OPEN, 6);
    StubRegime heuristic = new StubRegime("heuristic", Status.HEURISTIC, 7);
    List<Regime> regimes = List.of(UNIQUE, BEYOND, open, heuristic);
    Circuit a = only("a", UNIQUE, 90);
    Circuit b = only("b", heuristic, 90);
    Circuit c = only("c", open, 90);
    Requirements allowing = new Requirements(66, Optional.empty(), true);
    assertThat(find(allowing, regimes, regimes, a).status()).contains(Status.PROVEN);
    assertThat(find(allowing, regimes, regimes, a, c).status()).contains(Status.OPEN);
    assertThat(find(allowing, regimes, regimes, a, b, c).status()).contains(Status.HEURISTIC);
    assertThat(find(allowing, regimes, regimes, only("d", BEYOND, 90), b).status())
        .contains(Status.REFUTED);
    Requirements proven = new Requirements(66, Optional.empty(), false);
    assertThat(find(proven, regimes, regimes, b).status()).isEmpty();
  }

  /** Nothing relies on a conjecture that is not needed. */
  @Test
  void provenFiguresComeFirst() {
    Circuit circuit = circuit("a", 50, 60).under(BEYOND, StubCircuit.term("ALI", 200));
    Finding.Bits found = find(new Requirements(60, Optional.empty(), true), all(), all(), circuit);
    assertThat(found.conjectures()).isEmpty();
    assertThat(found.standing().orElseThrow().security().regime()).isEqualTo("JBR");
  }

  /** A proven regime that suffices costs the protocol nothing, and is proposed first. */
  @Test
  void anotherProvenRegimeIsARemedy() {
    List<Regime> known = List.of(UNIQUE, LIST, BEST, BEYOND);
    Circuit a = circuit("a", 50, 60).under(BEST, StubCircuit.term("ALI", 70));
    Circuit b = circuit("b", 50, 60).under(BEST, StubCircuit.term("ALI", 65));
    Finding.Bits found = find(new Requirements(66, Optional.empty(), false), ASKED, known, a, b);
    assertThat(found.shortfalls().get(0).remedies())
        .containsExactly(new Remedy.Ask(ASKED, List.of(BEST)));
    assertThat(found.shortfalls().get(1).remedies()).isEmpty();
  }

  /** A circuit that the other regime does not cover keeps its own. */
  @Test
  void anotherProvenRegimeIsAskedForBesideTheOthersWhereItMustBe() {
    List<Regime> known = List.of(UNIQUE, LIST, BEST);
    Circuit a = only("a", LIST, 60).under(BEST, StubCircuit.term("ALI", 70));
    Circuit b = only("b", UNIQUE, 90);
    Finding.Bits found = find(new Requirements(66, Optional.empty(), false), ASKED, known, a, b);
    assertThat(found.shortfalls()).hasSize(1);
    assertThat(found.shortfalls().get(0).remedies())
        .containsExactly(new Remedy.Ask(ASKED, List.of(UNIQUE, LIST, BEST)));
  }

  /** A regime that lifts one circuit and sinks another would only move the failure. */
  @Test
  void aRegimeThatSinksAnotherCircuitIsNoRemedy() {
    List<Regime> known = List.of(UNIQUE, LIST);
    Circuit a = circuit("a", 64, 67);
    Circuit b = circuit("b", 84, 62);
    Requirements requirements = new Requirements(66, Optional.empty(), false);
    Finding.Bits found = find(requirements, List.of(UNIQUE), known, a, b);
    assertThat(found.shortfalls()).hasSize(1);
    assertThat(found.shortfalls().get(0).remedies()).isEmpty();
  }

  /** Where no regime asked for admits a change, one that does is asked for with it. */
  @Test
  void anotherProvenRegimeIsAskedForWithTheChangeItNeeds() {
    Circuit a = queries(20);
    Requirements requirements = new Requirements(66, Optional.empty(), false);
    List<Remedy> remedies =
        find(requirements, List.of(UNIQUE), ASKED, a).shortfalls().get(0).remedies();
    assertThat(remedies).hasSize(1);
    Remedy.Combined combined = (Remedy.Combined) remedies.get(0);
    assertThat(combined.ask()).contains(new Remedy.Ask(List.of(UNIQUE), List.of(LIST)));
    assertThat(combined.changes())
        .containsExactly(new Remedy.Change("num_queries", Optional.empty(), "20", "66"));
    assertThat(find(requirements, List.of(UNIQUE), ASKED, a, circuit("b", 90, 65)).shortfalls())
        .allSatisfy(shortfall -> assertThat(shortfall.remedies()).isEmpty());
  }

  /** Its queries are worth a bit each under one regime, and nothing under the other. */
  private static StubCircuit queries(long count) {
    Key<Circuit, Long> key =
        Key.<Circuit, Long>required("num_queries", new IntegerType(1, 100), "")
            .lever(1)
            .held(
                circuit -> Long.parseLong(circuit.parameters().get(0).value()),
                (circuit, queries) -> queries(queries));
    return StubCircuit.named("a", "BabyBear^4", 1, 1)
        .queries((int) count)
        .under(UNIQUE, StubCircuit.term("ALI", 50))
        .under(LIST, StubCircuit.term("query phase", (int) count))
        .key(key);
  }

  /** A conjecture is never proposed. */
  @Test
  void noConjectureIsARemedy() {
    Circuit circuit = circuit("a", 50, 60).under(BEYOND, StubCircuit.term("ALI", 200));
    Finding.Bits found = find(new Requirements(66, Optional.empty(), false), ASKED, all(), circuit);
    assertThat(found.shortfalls().get(0).remedies()).isEmpty();
  }

  @Test
  void obstaclesAreTheTermsBelowTheRequirementWorstFirst() {
    StubCircuit circuit =
        StubCircuit.named("a", "BabyBear^4", 1, 1)
            .under(
                LIST,
                StubCircuit.term("ALI", 70),
                StubCircuit.term("DEEP", 90),
                StubCircuit.term("batching", 60));
    assertThat(bits(80, circuit).shortfalls().get(0).obstacles())
        .extracting(term -> term.term().name())
        .containsExactly("batching", "ALI");
  }

  /** The last circuit's proof decides, to the bit. */
  @Test
  void sizesAreComparedExactly() {
    Circuit large = StubCircuit.named("a", "BabyBear^4", 900, 900);
    Circuit last = StubCircuit.named("b", "BabyBear^4", 200, 300);
    long limit = 300 * 8192;
    assertThat(size(limit, SizeLimit.Measure.WORST, large, last)).isTrue();
    assertThat(size(limit - 1, SizeLimit.Measure.WORST, large, last)).isFalse();
    assertThat(size(200 * 8192, SizeLimit.Measure.EXPECTED, large, last)).isTrue();
    assertThat(size(200 * 8192 - 1, SizeLimit.Measure.EXPECTED, large, last)).isFalse();
  }

  private static boolean size(long bits, SizeLimit.Measure measure, Circuit... circuits) {
    SizeLimit limit = new SizeLimit(BigInteger.valueOf(bits), "a limit", measure);
    Requirements requirements = new Requirements(0, Optional.of(limit), false);
    return check(requirements, ASKED, ASKED, circuits).findings().get(1).passed();
  }

  private static List<Regime> all() {
    return List.of(UNIQUE, LIST, BEYOND);
  }

  /** Fewer bits without a caveat count before more with one, as long as they are enough. */
  @ParameterizedTest
  @CsvSource({"50, 50, true", "51, 60, false"})
  void strictTakesTheRegimeWithoutCaveats(long required, int bits, boolean passes) {
    Caveat caveat = new Caveat(Caveat.Kind.LIST_BOUND, "no list bound is known", List.of());
    Term granted = StubCircuit.term("ALI", 60).granted(() -> Optional.of(caveat));
    Circuit circuit = only("a", UNIQUE, 50).under(LIST, granted);
    Requirements strict =
        new Requirements(
            required,
            Optional.empty(),
            false,
            false,
            true,
            false,
            Optional.empty(),
            OptionalLong.empty());
    Verdict verdict = check(strict, ASKED, ASKED, circuit);
    Finding.Bits found = (Finding.Bits) verdict.findings().get(0);
    assertThat(found.standing().orElseThrow().security().bits()).isEqualTo(bits);
    assertThat(verdict.passed()).isEqualTo(passes);
    assertThat(verdict.caveats()).hasSize(passes ? 0 : 1);
  }

  /** A proven regime without the caveat is named, if the bits are there under it. */
  @ParameterizedTest
  @CsvSource({"50, true", "51, false"})
  void strictNamesARegimeWithoutTheCaveat(long required, boolean isNamed) {
    Caveat caveat = new Caveat(Caveat.Kind.LIST_BOUND, "no list bound is known", List.of());
    Term granted = StubCircuit.term("ALI", 60).granted(() -> Optional.of(caveat));
    Requirements strict =
        new Requirements(
            required,
            Optional.empty(),
            false,
            false,
            true,
            false,
            Optional.empty(),
            OptionalLong.empty());
    Verdict verdict =
        check(strict, List.of(LIST), ASKED, only("a", UNIQUE, 50).under(LIST, granted));
    Finding.NoCaveats found = (Finding.NoCaveats) verdict.findings().get(1);
    assertThat(found.passed()).isFalse();
    assertThat(found.ask())
        .isEqualTo(
            isNamed
                ? Optional.of(new Remedy.Ask(List.of(LIST), List.of(UNIQUE)))
                : Optional.empty());
  }

  private static Finding.Bits bits(long required, Circuit... circuits) {
    return find(new Requirements(required, Optional.empty(), false), ASKED, ASKED, circuits);
  }

  private static Finding.Bits find(
      Requirements requirements, List<Regime> asked, List<Regime> known, Circuit... circuits) {
    return (Finding.Bits) check(requirements, asked, known, circuits).findings().get(0);
  }

  private static Verdict check(
      Requirements requirements, List<Regime> asked, List<Regime> known, Circuit... circuits) {
    ZkvmEstimate estimate =
        new Estimator(asked).estimate(new Zkvm("Test", Optional.empty(), List.of(circuits)));
    return new Gate(requirements, asked, known).check(estimate, List.of());
  }

  private static StubCircuit circuit(String name, int unique, int list) {
    return only(name, UNIQUE, unique).under(LIST, StubCircuit.term("ALI", list));
  }

  private static StubCircuit only(String name, StubRegime regime, int bits) {
    return StubCircuit.named(name, "BabyBear^4", 1, 1).under(regime, StubCircuit.term("ALI", bits));
  }
}
