package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code optimize} says once its time has run out, and of circuits that are alike. */
class TimeLimitTest {
  private static final String ZISK = "zkvms/zisk.toml";
  private static final String CIRCUIT = "--circuit=Final_Compressed";

  /**
   * What no proof is below is told where it is known within a second of the time limit: the first
   * search of a process could spend that on loading classes, on a busy machine.
   */
  @BeforeAll
  static void warm() {
    CliRun run = CliRun.of("optimize", CIRCUIT, ZISK);
    assertThat(run.code()).as(run.err()).isZero();
    run = CliRun.of("optimize", "--circuit=root", "zkvms/openvm2.toml");
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static JsonNode circuit(int code, String... args) throws IOException {
    List<String> line = new ArrayList<>(List.of("optimize", "--format=json", CIRCUIT, ZISK));
    line.addAll(List.of(args));
    CliRun run = CliRun.of(line.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(JsonSchema.inDocs("optimize.schema.json").problems(run.out())).isEmpty();
    return JsonMapper.shared().readTree(run.out()).get("zkvms").get(0).get("circuits").get(0);
  }

  private static long worst(JsonNode point) {
    return point.get("proofSize").get("worstCaseBits").asLong();
  }

  /** What is known by then is today's configuration, and what no proof is below. */
  @ParameterizedTest
  @ValueSource(strings = {"worst", "expected"})
  void theBestSoFarIsMarkedAndHasABoundBesideIt(String size) throws IOException {
    JsonNode cut = circuit(0, "--time-limit=0", "--proof-size=" + size);
    JsonNode whole = circuit(0, "--proof-size=" + size);
    assertThat(cut.get("optimal").asBoolean()).isFalse();
    assertThat(cut.get("outOfTime").asBoolean()).isTrue();
    assertThat(worst(cut.get("best"))).isEqualTo(worst(cut.get("today")));
    assertThat(cut.get("lowerBound").asLong())
        .isBetween(worst(whole.get("best")) / 2, worst(whole.get("best")));
    assertThat(whole.get("optimal").asBoolean()).isTrue();
    assertThat(whole.has("outOfTime")).isFalse();
    assertThat(whole.has("lowerBound")).isFalse();
  }

  @Test
  void whatWasNotFoundInTimeMayExist() throws IOException {
    JsonNode cut = circuit(1, "--time-limit=0", "--milestone=h-star");
    assertThat(cut.get("optimal").asBoolean()).isFalse();
    assertThat(cut.get("reasons").toString()).isEqualTo("[{\"kind\":\"out-of-time\"}]");
    CliRun run = CliRun.of("optimize", "--time-limit=0", "--milestone=h-star", CIRCUIT, ZISK);
    assertThat(run.out())
        .contains(
            "no configuration of the space was found in time that has",
            "time ran out (--time-limit): no proof is below 201.6 KiB");
  }

  /** Of rounds, each asks the fewest queries that are enough whatever the others ask. */
  @Test
  void roundsHaveABoundToo() {
    CliRun run = CliRun.of("optimize", "--time-limit=0", "--circuit=root", "zkvms/openvm2.toml");
    assertThat(run.out())
        .contains("as it is: nothing that costs less was\n  found")
        .contains("time ran out (--time-limit): no proof is below 270.7 KiB; ");
    CliRun json =
        CliRun.of(
            "optimize", "--time-limit=0", "--circuit=root", "--format=json", "zkvms/openvm2.toml");
    JsonNode root = JsonMapper.shared().readTree(json.out()).findValue("circuits").get(0);
    assertThat(root.get("outOfTime").asBoolean()).isTrue();
    assertThat(root.get("lowerBound").asLong()).isEqualTo(worst(root.get("best")));
  }

  /** Proof-of-work may be none. */
  @Test
  void whereNoBoundIsKnownItIsSaid() {
    String[] line = {
      "optimize", "--time-limit=0", "--minimize=grinding", "--space=tuned", CIRCUIT, ZISK
    };
    assertThat(CliRun.of(line).out())
        .contains("time ran out (--time-limit): no lower bound is known; ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5", "86401", "99999999999999999999"})
  void otherLimitsAreRefused(String limit) {
    CliRun run = CliRun.of("optimize", "--time-limit=" + limit, ZISK);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "soundcalc: --time-limit \"" + limit + "\": expected whole seconds from 0 to 86400\n");
  }

  /** Each under its own name, in the order of the file. */
  @Test
  void circuitsThatAreAlikeHaveTheSameOptimum() {
    String circuit =
        """
        [[circuits]]
        name = "%s"
        rho = 0.25
        trace_length = 65536
        batch_size = 20
        power_batching = true
        num_queries = 60
        fri_folding_factors = [2, 2]
        fri_early_stop_degree = 65536
        grinding_query_phase = 16
        grinding_deep = 0
        num_constraints = 10
        air_max_degree = 3
        opening_points = 2
        """;
    String file =
        """
        [zkevm]
        name = "t"
        version = "1"
        protocol_family = "FRI_STARK"
        field = "Goldilocks^3"
        hash_size_bits = 256
        """
            + circuit.formatted("one")
            + circuit.formatted("two")
            + circuit.formatted("three").replace("= 60", "= 61");
    CliRun run = CliRun.reading(file, "optimize", "--format=json", "--full", "-");
    JsonNode circuits = JsonMapper.shared().readTree(run.out()).get("zkvms").get(0).get("circuits");
    assertThat(circuits.findValuesAsString("name")).containsExactly("one", "two", "three");
    assertThat(circuits.get(1).get("best")).isEqualTo(circuits.get(0).get("best"));
    assertThat(circuits.get(2).get("today")).isNotEqualTo(circuits.get(0).get("today"));
    assertThat(CliRun.reading(file, "optimize", "--full", "-").out())
        .contains("one.fri_folding_factors", "two.fri_folding_factors");
    // nothing has so many bits: each has its own reasons
    assertThat(CliRun.reading(file, "optimize", "--min-bits=190", "-").out())
        .contains("one: no configuration", "two: no configuration");
  }
}
