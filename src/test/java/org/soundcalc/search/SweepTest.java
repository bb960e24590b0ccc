package org.soundcalc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.search.space.Domain;
import org.soundcalc.search.space.VariableKeys;

/** Every point of a sweep is what an estimate of that circuit alone says. */
class SweepTest {
  private static final List<Regime> USUAL = Soundcalc.regimes("udr,jbr");

  private static Circuit circuit(String file, String name) {
    return Soundcalc.read(Path.of("zkvms", file + ".toml")).circuits().stream()
        .filter(circuit -> circuit.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Sweep sweep(Circuit circuit, List<Regime> regimes, String... levers) {
    List<Lever> all = new ArrayList<>();
    for (String lever : levers) {
      int end = lever.indexOf('=');
      Key<Circuit, ?> key = VariableKeys.byName(circuit).get(lever.substring(0, end));
      all.add(Lever.of(Domain.parse(key, lever.substring(end + 1)), circuit));
    }
    return new Sweep(circuit, regimes, all);
  }

  private static <T> List<Sweep.Point<T>> points(Sweep sweep, Function<Prepared, T> measure) {
    List<Sweep.Point<T>> points = new ArrayList<>();
    sweep.forEach(measure, points::add);
    return points;
  }

  /**
   * The crossing of query phase and batching: m = ⌈√ρ/(2η)⌉ at √ρ = 2^(-1/2), so that η = √ρ/(2m)
   * rounded up gives m. Figures of search.md's prototype.
   */
  @ParameterizedTest
  @CsvSource({
    "3, 0.1178511301978, 3931",
    "10, 0.0353553390594, 5208",
    "15, 0.0235702260396, 5402",
    "40, 0.0088388347649, 5649",
    "87, 0.0040638320759, 5729",
    "200, 0.0017677669530, 5131"
  })
  void theGapOfPico(long multiplicity, String gap, long hundredths) {
    Circuit pico = circuit("pico", "riscv");
    Sweep sweep = sweep(pico, Soundcalc.regimes("jbr"), "gap_to_radius=" + gap);
    List<Sweep.Point<Long>> points =
        points(
            sweep,
            p -> Certified.hundredthBits(p.binding(any -> true).orElseThrow().term().error()));
    assertThat(points).hasSize(1);
    assertThat(points.get(0).measured()).hasValue(hundredths);
    assertThat(multiplicity).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pico        | riscv | num_queries=50..90:5 | grinding_query_phase=0..24:8
          pico        | riscv | grinding_query_phase=16,20 | num_queries=1..100
          pico        | riscv | rho=1/2..1/8 | num_queries=30,84
          pico        | riscv | fri_folding_factors=uniform(2,8,16) | rho=1/2..1/4
          pico        | riscv | trace_length=1048576..8388608 | gap_to_radius=0.001..0.02:0.005
          pico        | riscv | field=KoalaBear^4..6 | byte.grinding_bits_lookup=0..3
          pico        | riscv | fri_early_stop_degree=1,2,4 | fri_folding_factors=uniform(2)
          sp1         | core  | dense_length=1048576..4194304 | fri_folding_factors=capped(16)
          dummy_whir  | riscv | log_inv_rate=1..6 | constraint_degree=3..5
          dummy_whir  | riscv | folding_factors=any(2,4) | num_queries=uniform(50..90:10)
          dummy_stir  | main  | log_inv_rate=1..4 | batch_size=1,100
          openvm2     | root  | log_blowup=1..4 | explicit_m=1..3
          """)
  void everyPointIsThatOfAnEstimate(String file, String name, String first, String second) {
    Circuit circuit = circuit(file, name);
    Sweep sweep = sweep(circuit, USUAL, first, second);
    List<Sweep.Point<String>> points =
        points(sweep, p -> words(p.binding(any -> true), p.circuit()));
    assertThat(sweep.size()).isEqualTo(BigInteger.valueOf(points.size()));
    long estimated = 0;
    for (int i = 0; i < points.size(); i++) {
      assertThat(points.get(i).index()).isEqualTo(i);
      Optional<String> alone = alone(sweep, i);
      assertThat(points.get(i).measured()).as("%s of %s", i, sweep.levers()).isEqualTo(alone);
      assertThat(points.get(i).reason().isEmpty()).isEqualTo(alone.isPresent());
      estimated += alone.isPresent() ? 1 : 0;
    }
    assertThat(estimated).isPositive();
  }

  private static String words(Optional<Prepared.Binding> binding, Circuit circuit) {
    return binding
            .map(b -> b.regime().name() + " " + b.bits() + " " + b.term().name())
            .orElse("none")
        + " "
        + circuit.proofSize();
  }

  private static Optional<String> alone(Sweep sweep, int index) {
    Circuit changed;
    try {
      java.util.Map<Key<Circuit, ?>, Object> values = new java.util.LinkedHashMap<>();
      for (int i = 0; i < sweep.levers().size(); i++) {
        Lever lever = sweep.levers().get(i);
        values.put(lever.key(), lever.typed().get(sweep.valueAt(index, i)));
      }
      changed = Keys.with(sweep.circuit(), values);
      CircuitEstimate estimate = new Estimator(USUAL).estimate(changed);
      // of those with the most hundredths the first
      Optional<RegimeResult.Figures> best =
          estimate
              .figures()
              .reduce(
                  (one, next) ->
                      next.binding().hundredthBits() > one.binding().hundredthBits() ? next : one);
      return Optional.of(
          best.map(f -> f.regime().name() + " " + f.bits() + " " + f.binding().term().name())
                  .orElse("none")
              + " "
              + changed.proofSize());
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  /** The last lever's values go fastest, over the edges of what a thread takes at once. */
  @Test
  void orderIsAsGiven() {
    Sweep sweep =
        sweep(
            circuit("pico", "riscv"),
            List.of(),
            "num_queries=1..60",
            "grinding_deep=0..7",
            "grinding_query_phase=0..6");
    List<Sweep.Point<String>> points =
        points(
            sweep,
            p ->
                List.of("num_queries", "grinding_deep", "grinding_query_phase").stream()
                    .map(name -> VariableKeys.of(p.circuit()).get(name).get(p.circuit()).toString())
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow());
    List<String> expected = new ArrayList<>();
    for (int queries = 1; queries <= 60; queries++) {
      for (int deep = 0; deep <= 7; deep++) {
        for (int bits = 0; bits <= 6; bits++) {
          expected.add(queries + " " + deep + " " + bits);
        }
      }
    }
    assertThat(points).extracting(p -> p.measured().orElseThrow()).isEqualTo(expected);
  }

  @Test
  void contradictionsHaveTheirReason() {
    Sweep sweep = sweep(circuit("pico", "riscv"), USUAL, "rho=1/4..1/8");
    List<Sweep.Point<Integer>> points = points(sweep, p -> p.binding(any -> true).get().bits());
    assertThat(points.get(0).measured()).isPresent();
    assertThat(points.get(1).reason())
        .isEqualTo(
            "trace_length over rho is a domain of 2^25 points, beyond the 2-adicity 24 of"
                + " KoalaBear^4");
  }

  @Test
  void aKeyIsVariedOnce() {
    assertThatThrownBy(
            () -> sweep(circuit("pico", "riscv"), USUAL, "num_queries=1", "num_queries=2"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
