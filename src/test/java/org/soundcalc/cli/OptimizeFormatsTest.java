package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code optimize} finds, for programs and for files. */
class OptimizeFormatsTest {
  private static final String ZISK = "zkvms/zisk.toml";
  private static final String PICO = "zkvms/pico.toml";
  private static final String LAST = "Final_Compressed";

  @TempDir private Path folder;

  private static JsonNode json(int code, String... args) throws IOException {
    List<String> line = new ArrayList<>(List.of("optimize", "--format=json"));
    line.addAll(List.of(args));
    CliRun run = CliRun.of(line.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    JsonSchema schema = JsonSchema.inDocs("optimize.schema.json");
    assertThat(schema.problems(run.out())).isEmpty();
    return JsonMapper.shared().readTree(run.out());
  }

  private static JsonNode circuit(JsonNode json) {
    return json.get("zkvms").get(0).get("circuits").get(0);
  }

  @Test
  void theSchemaIsOne() throws IOException {
    JsonSchema schema = JsonSchema.inDocs("optimize.schema.json");
    assertThat(schema.ownProblems()).isEmpty();
    String json = CliRun.of("optimize", "--format=json", "--circuit=embed", PICO).out();
    for (String member : List.of("best", "domain", "changes", "parameters", "binding", "optimal")) {
      String wrong = json.replace('"' + member + '"', "\"other\"");
      assertThat(schema.problems(wrong)).as(member).isNotEmpty();
    }
  }

  /**
   * The least of all schedules at the rate of today, by the figures that an independent search
   * found.
   */
  @Test
  void whatChangesAndWhatItCosts() throws IOException {
    JsonNode json = json(0, "--milestone=h-star", "--max-prover=1x", "--circuit=" + LAST, ZISK);
    assertThat(json.get("feasible").asBoolean()).isTrue();
    assertThat(json.get("optimal").asBoolean()).isTrue();
    JsonNode circuit = circuit(json);
    assertThat(circuit.get("target").get("bits").asInt()).isEqualTo(128);
    assertThat(circuit.get("target").get("limits").get("proof-size").asInt()).isEqualTo(300 * 8192);
    assertThat(circuit.get("changes").toString())
        .isEqualTo(
            "[{\"key\":\"fri_folding_factors\",\"from\":[8,8,8],\"to\":[8,8]},"
                + "{\"key\":\"fri_early_stop_degree\",\"from\":1024,\"to\":8192}]");
    JsonNode best = circuit.get("best");
    assertThat(best.get("bits").asInt()).isEqualTo(128);
    assertThat(best.get("binding").asString()).isEqualTo("query phase");
    // 296.9 KiB, as the table says
    assertThat(Math.round(best.get("proofSize").get("worstCaseBits").asInt() / 819.2))
        .isEqualTo(2969);
    assertThat(best.get("prover").get("permutations").asLong())
        .isLessThanOrEqualTo(circuit.get("today").get("prover").get("permutations").asLong());
    assertThat(best.get("parameters").get("fri_folding_factors").toString()).isEqualTo("[8,8]");
  }

  @Test
  void whatMovedIsSaidAsVaryTakesIt() throws IOException {
    JsonNode circuit =
        circuit(json(1, "--milestone=h-star", "--space=redesign", "--circuit=embed", PICO));
    assertThat(circuit.get("space").get("levers").toString())
        .contains(
            "{\"key\":\"rho\",\"domain\":\"1/2..1/64\"}",
            "{\"key\":\"num_queries\",\"domain\":\"1..400\"}",
            "{\"key\":\"fri_folding_factors\",\"domain\":\"any(2,4,8,16,32)\"}",
            "{\"key\":\"gap_to_radius\",\"domain\":\"auto\"}",
            "{\"key\":\"hash_size_bits\",\"domain\":\"248, 192, 256\"}");
  }

  /** Each kind of reason has the members of its own. */
  @ParameterizedTest
  @CsvSource({
    "ceiling, --milestone=h-star",
    "conflict, --min-bits=85 --space=free --vary=num_queries=30..60",
    "limit, --milestone=h-star --space=redesign",
    "refused, --vary=rho=1/1024..1/1048576"
  })
  void whyThereIsNone(String kind, String options) throws IOException {
    List<String> args = new ArrayList<>(List.of(options.split(" ")));
    args.addAll(List.of("--circuit=embed", PICO));
    JsonNode circuit = circuit(json(1, args.toArray(String[]::new)));
    assertThat(circuit.get("best").isNull()).isTrue();
    assertThat(circuit.get("reasons").get(0).get("kind").asString()).isEqualTo(kind);
  }

  /** Today's, the best and one at each rate: what does not exist is left out. */
  @Test
  void csvHasARowForEachPoint() {
    CliRun run = CliRun.of("optimize", "--format=csv", "--min-bits=57", "--circuit=embed", PICO);
    List<String> rows = run.out().lines().toList();
    assertThat(rows.get(0))
        .startsWith("zkvm,circuit,point,bits,regime,binding,worst_bits,expected_bits,prover_mul,")
        .endsWith(
            "grinding_query_phase,grinding_commit_phase,grinding_batching_phase,grinding_deep");
    assertThat(rows.get(1)).startsWith("Pico,embed,today,57,JBR,query phase,2303424,1907368,");
    assertThat(rows.subList(2, rows.size()))
        .allMatch(
            row -> row.startsWith("Pico,embed,best,57,") || row.startsWith("Pico,embed,rate,"))
        .anyMatch(row -> row.startsWith("Pico,embed,rate,"));
    CliRun none = CliRun.of("optimize", "--format=csv", "--milestone=h-star", PICO);
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out().lines().skip(1)).allMatch(row -> row.contains(",today,"));
  }

  /** A file patched with what is printed has the bits and bytes that are printed. */
  @ParameterizedTest
  @ValueSource(strings = {"sp1", "pico", "risc0", "miden"})
  void theTomlIsReadyToPaste(String name) throws IOException {
    String file = "zkvms/" + name + ".toml";
    String patch = CliRun.of("optimize", "--format=toml", file).out();
    String patched = patched(Files.readString(Path.of(file)), patch);
    Path copy = Files.writeString(folder.resolve("patched.toml"), patched);
    JsonNode found = json(0, file).get("zkvms").get(0).get("circuits");
    CliRun run = CliRun.of("estimate", "--format=json", copy.toString());
    JsonNode estimated = JsonMapper.shared().readTree(run.out()).get("zkvms").get(0);
    int smaller = 0;
    for (int i = 0; i < found.size(); i++) {
      JsonNode best = found.get(i).get("best");
      JsonNode circuit = estimated.get("circuits").get(i);
      assertThat(circuit.get("proofSize")).isEqualTo(best.get("proofSize"));
      long bits = 0;
      for (JsonNode regime : circuit.get("regimes")) {
        if (regime.hasNonNull("bits")) {
          bits = Math.max(bits, regime.get("bits").asLong());
        }
      }
      assertThat(bits).isEqualTo(best.get("bits").asLong());
      smaller += found.get(i).get("changes").size();
    }
    assertThat(smaller).isPositive();
  }

  /** The commands below the tables have the bits and bytes that are printed. */
  @ParameterizedTest
  @ValueSource(strings = {"sp1", "pico", "dummy_whir", "dummy_stir", "openvm2"})
  void theCommandsAreReadyToRun(String name) throws IOException {
    String file = "zkvms/" + name + ".toml";
    String all = CliRun.of("optimize", "--full", file).out().replaceAll("\\s+", " ");
    String command = all.substring(all.indexOf("soundcalc estimate --set"));
    List<String> args = new ArrayList<>(List.of("estimate", "--format=json"));
    Matcher setting = Pattern.compile("--set (?:'([^']*)'|(\\S+))").matcher(command);
    while (setting.find()) {
      args.add("--set=" + (setting.group(1) == null ? setting.group(2) : setting.group(1)));
    }
    args.add(file);
    assertThat(args.size()).isGreaterThan(3);
    JsonNode estimated =
        JsonMapper.shared()
            .readTree(CliRun.of(args.toArray(String[]::new)).out())
            .get("zkvms")
            .get(0)
            .get("circuits");
    JsonNode found = json(0, file).get("zkvms").get(0).get("circuits");
    for (int i = 0; i < found.size(); i++) {
      JsonNode best = found.get(i).get("best");
      assertThat(estimated.get(i).get("proofSize")).isEqualTo(best.get("proofSize"));
      assertThat(estimated.get(i).get("regimes").findValuesAsString("bits"))
          .contains(best.get("bits").asString());
    }
  }

  /** What a reader of the file does by hand: the values of the patch in place of the file's. */
  private static String patched(String file, String patch) {
    List<String> lines = new ArrayList<>(file.lines().toList());
    Optional<String> circuit = Optional.empty();
    for (String line : patch.lines().toList()) {
      if (line.startsWith("name = ")) {
        circuit = Optional.of(line);
      } else if (line.contains(" = ") && !line.startsWith("#")) {
        put(lines, circuit.orElseThrow(), line);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void put(List<String> lines, String name, String setting) {
    String key = setting.substring(0, setting.indexOf(' '));
    int start = 0;
    while (!lines.get(start).replaceAll("\\s*=\\s*", " = ").startsWith(name)) {
      start++;
    }
    for (int i = start + 1; i < lines.size() && !lines.get(i).startsWith("["); i++) {
      if (lines.get(i).matches(key + "\\s*=.*")) {
        lines.set(i, setting);
        return;
      }
    }
    lines.add(start + 1, setting);
  }

  @Test
  void theTomlSaysWhatItLeadsTo() {
    CliRun run =
        CliRun.of(
            "optimize",
            "--format=toml",
            "--milestone=h-star",
            "--max-prover=1x",
            "--circuit=" + LAST,
            ZISK);
    assertThat(run.out())
        .isEqualTo(
            """
            # zkvms/zisk.toml

            # 128 bits (JBR), 296.9 KiB; today 313.4 KiB
            [[circuits]]
            name = "Final_Compressed"
            fri_folding_factors = [8, 8]
            fri_early_stop_degree = 8192
            """);
    CliRun none = CliRun.of("optimize", "--format=toml", "--milestone=h-star", PICO);
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out().lines()).allMatch(line -> line.isEmpty() || line.startsWith("#"));
  }

  /** As the table says it, and with --full every term with its cures. */
  @Test
  void theTomlSaysEveryReason() {
    CliRun none =
        CliRun.of("optimize", "--format=toml", "--milestone=h-star", "--circuit=riscv", PICO);
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out())
        .isEqualTo(
            """
            # zkvms/pico.toml

            # riscv: no configuration of the space has 128 bits
            # byte has at most 92 bits, wherever in the space
            #   field: KoalaBear^5 gives it 123; KoalaBear^6 gives it 154
            #   byte.grinding_bits_lookup is not varied, and would need 36 bits
            # and others below 128 bits: alu 93, memory 93, poseidon2 94, program 95, global_type 96,\
             syscall 99, ALI 111, batching 116, DEEP 123, commit round 1 127
            #   field: KoalaBear^6 lifts every term; to try it:
            # soundcalc optimize --milestone h-star --circuit riscv\
             --set riscv.field=KoalaBear^6 zkvms/pico.toml
            """);
    String full =
        CliRun.of("optimize", "--format=toml", "--full", "--milestone=h-star", PICO).out();
    assertThat(full)
        .contains("# syscall has at most 99 bits", "# commit round 1 has at most")
        .doesNotContain("and others below");
  }

  @Test
  void theMostBitsOfASpaceMayBeThoseOfToday() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("small.toml"),
            """
            [zkevm]
            name = "Small"
            field = "Goldilocks^3"
            hash_size_bits = 256
            [[circuits]]
            name = "main"
            protocol_family = "STIR"
            log_inv_rate = 3
            num_iterations = 2
            folding_factors = [2, 2]
            log_degree = 4
            batch_size = 2
            power_batching = true
            gap_to_radius = 0.02
            num_queries = [2, 2]
            num_ood_samples = [1]
            grinding_batching_phase = 0
            grinding_bits_folding = 0
            grinding_bits_queries = [0, 0]
            grinding_bits_ood = [0]
            num_constraints = 5
            air_max_degree = 3
            opening_points = 2
            """);
    String[] line = {
      "optimize",
      "--regimes=jbr",
      "--min-bits=10",
      "--fix=gap_to_radius",
      "--fix=folding_factors",
      "--fix=num_iterations",
      "--fix=log_inv_rate",
      file.toString()
    };
    CliRun run = CliRun.of(line);
    assertThat(run.code()).isOne();
    assertThat(run.out()).contains("  with the values of today\n");
  }
}
