package org.soundcalc.analysis.lever;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Costs;
import org.soundcalc.model.Field;
import org.soundcalc.model.JohnsonGap;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.OwnGap;
import org.soundcalc.search.Prepared;

/** What one more unit of each lever buys. */
class CircuitLeversTest {
  private static final List<Regime> REGIMES = Soundcalc.regimes("udr,jbr");
  private static final BigDecimal KIB = BigDecimal.valueOf(8192);

  static List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
    }
  }

  private static CircuitLevers levers(Circuit circuit) {
    return CircuitLevers.of(circuit, REGIMES, Costs.usualHashRate(circuit.id().field()));
  }

  private static Circuit circuit(String file, String name) {
    return Soundcalc.read(Path.of("zkvms", file)).circuits().stream()
        .filter(circuit -> circuit.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static CircuitLevers.Effect effect(CircuitLevers levers, String key) {
    return levers.effects().stream()
        .filter(effect -> effect.key().label().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static String value(Circuit circuit, Key<Circuit, ?> key) {
    return key.get(circuit) instanceof Optional<?> optional
        ? optional.map(Spelling::of).orElse("")
        : Spelling.of(key.get(circuit));
  }

  /** The table of the contract: bits in hundredths under JBR, KiB in tenths, permutations. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fri_folding_factors  | [8, 8]         | 12896 | query phase | -16.5 | 1.00 | 0.89",
        "grinding_query_phase | 23             | 12996 | query phase | 0.0   | 1.28 | 1.00",
        "num_queries          | 55             | 13094 | query phase | 5.8   | 1.00 | 1.02",
        "rho                  | 0.03125        | 13400 | batching    | 6.8   | 1.72 | 1.05",
        "field                | \"Goldilocks^4\" | 12896 | query phase | 71.8  | 1.00 | 1.04",
        "power_batching       | false          | 12896 | query phase | 0.0   | 1.00 | 1.00",
      })
  void aRowIsThatOfTheContract(
      String key,
      String to,
      long hundredths,
      String binding,
      BigDecimal kib,
      BigDecimal prover,
      BigDecimal verifier) {
    CircuitLevers levers = levers(circuit("zisk.toml", "Final_Compressed"));
    CircuitLevers.Effect effect = effect(levers, key);
    Standing after = effect.after().orElseThrow();
    assertThat(value(after.circuit(), effect.key())).isEqualTo(to);
    assertThat(after.bits().get(1).hundredths()).contains(hundredths);
    assertThat(after.bits().get(1).term()).isEqualTo(binding);
    assertThat(
            new BigDecimal(after.worstCaseBits().subtract(levers.today().worstCaseBits()))
                .divide(KIB, 1, RoundingMode.HALF_UP))
        .isEqualByComparingTo(kib);
    assertThat(after.proverRatio(levers.today())).contains(prover);
    assertThat(after.verifierRatio(levers.today())).contains(verifier);
  }

  /** What is kept of other configurations counts as if all were estimated anew. */
  @ParameterizedTest
  @MethodSource("files")
  void bitsAreThoseOfAnEstimate(Path file) {
    Estimator estimator = new Estimator(REGIMES);
    for (Circuit circuit : Soundcalc.read(file).circuits().stream().limit(4).toList()) {
      CircuitLevers levers = levers(circuit);
      assertThat(levers.effects()).hasSizeGreaterThan(5);
      for (CircuitLevers.Effect effect : levers.effects()) {
        for (Standing standing : effect.after().stream().toList()) {
          List<Optional<Long>> estimated =
              estimator.estimate(standing.circuit()).results().stream()
                  .map(result -> result.figures().map(f -> f.binding().hundredthBits()))
                  .toList();
          assertThat(standing.bits())
              .as(effect.key().label())
              .extracting(Standing.RegimeBits::hundredths)
              .isEqualTo(estimated);
        }
      }
    }
  }

  /** All that each iteration has goes with it: another number of folds has other proof-of-work. */
  @Test
  void aScheduleOfIterationsTakesItsListsAlong() {
    Circuit circuit = circuit("dummy_whir.toml", "embed");
    Standing after = effect(levers(circuit), "folding_factors").after().orElseThrow();
    assertThat(after.worstCaseBits()).isLessThan(circuit.proofSize().worstCaseBits());
    List<String> values =
        after.circuit().keys().stream().map(key -> value(after.circuit(), key)).toList();
    assertThat(values).contains("[4, 4]", "[55, 31]", "[1]", "[22, 22]");
  }

  /** 2^23 points are as many as a domain of 2^22 rows at rate 1/2 has, and KoalaBear has 2^24. */
  @Test
  void aRateWithoutADomainIsRefused() {
    Circuit circuit = circuit("pico.toml", "riscv");
    Circuit half = effect(levers(circuit), "rho").after().orElseThrow().circuit();
    CircuitLevers.Effect quarter = effect(levers(half), "rho");
    assertThat(quarter.after()).isEmpty();
    assertThat(quarter.refusal().orElseThrow())
        .contains("domain of 2^25 points, beyond the 2-adicity 24 of KoalaBear^4");
  }

  /** A lever at its limit has no next unit: the largest field, the most proof-of-work. */
  @Test
  void aLimitHasNoNextUnit() {
    Circuit circuit = circuit("zisk.toml", "Final_Compressed");
    Circuit largest = circuit.with(circuit.id().over(new Field(circuit.id().field().base(), 16)));
    assertThat(levers(largest).effects())
        .extracting(effect -> effect.key().label())
        .doesNotContain("field")
        .contains("num_queries");
  }

  /** Batching binds at half the rate, unless the gap is that of m = 4: √(1/32)/8. */
  @Test
  void anotherGapMayLiftWhatBindsThen() {
    Map<Regime, Standing> own =
        effect(levers(circuit("zisk.toml", "Final_Compressed")), "rho").ownGap();
    assertThat(own.keySet()).extracting(Regime::name).containsExactly("JBR");
    Standing best = own.values().iterator().next();
    assertThat(best.bits().get(0).hundredths()).contains(14706L);
    assertThat(best.circuit().keys().stream().map(key -> value(best.circuit(), key)))
        .contains("0.02209708691208");
  }

  /** No multiplicity up to 200 has more bits than the one that a bisection finds. */
  @Test
  void theBestGapIsThatOfAllMultiplicities() {
    Regime jbr = Soundcalc.regimes("jbr").get(0);
    for (String name : List.of("riscv", "embed")) {
      Prepared prepared = Soundcalc.prepare(circuit("pico.toml", name), List.of(jbr));
      long best = hundredths(OwnGap.best(prepared, jbr).orElseThrow(), jbr);
      long most = 0;
      for (long m = 3; m <= 200; m++) {
        Rational gap = JohnsonGap.reaching(prepared.circuit().codes().get(0).rate(), m);
        most =
            Math.max(
                most, hundredths(prepared.with(CommonKeys.GAP_TO_RADIUS, Optional.of(gap)), jbr));
      }
      assertThat(best).isEqualTo(most);
    }
  }

  private static long hundredths(Prepared prepared, Regime regime) {
    return prepared.weakest(regime).stream()
        .mapToLong(term -> Certified.hundredthBits(term.error()))
        .min()
        .orElseThrow();
  }

  /** Codes of iterations differ, and a regime without lists reads no gap. */
  @Test
  void noGapIsLookedForWhereThereIsNoneOfItsOwn() {
    Regime jbr = Soundcalc.regimes("jbr").get(0);
    Regime udr = Soundcalc.regimes("udr").get(0);
    Prepared whir = Soundcalc.prepare(circuit("dummy_whir.toml", "embed"), List.of(jbr));
    assertThat(OwnGap.best(whir, jbr)).isEmpty();
    Prepared fri = Soundcalc.prepare(circuit("pico.toml", "embed"), List.of(udr));
    assertThat(OwnGap.best(fri, udr)).isEmpty();
  }
}
