package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures as statements about the graphs of their formulas. */
class CertifyCommandTest {
  private static final String PICO = "zkvms/pico.toml";

  /** Symbols of numbers that no formula of nodes gives. */
  private static final Set<String> GIVEN = Set.of("E", "Λ", "S", "m", "m⁺");

  @TempDir private Path folder;

  private static CliRun certify(String... args) {
    List<String> all = new ArrayList<>(List.of("certify"));
    all.addAll(List.of(args));
    return CliRun.of(all.toArray(String[]::new));
  }

  private static JsonNode document(String... args) {
    CliRun run = certify(args);
    assertThat(run.code()).as(run.err()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  /** Every family, small files. */
  @ParameterizedTest
  @ValueSource(strings = {"pico", "dummy_stir", "dummy_whir", "openvm2", "sp1"})
  void graphsGiveBackEachFigure(String name) {
    checkAll(document("zkvms/" + name + ".toml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"risc0", "dummy_stir"})
  void soTheyDoUnderEveryRegime(String name) {
    String file = "zkvms/" + name + ".toml";
    checkAll(document("--regimes=all", "--bounds=september-2026", file));
    checkAll(document("--regimes=all", "--accounting=strict", file));
  }

  @Test
  @Tag("thorough")
  void soTheyDoForEveryFile() {
    for (String accounting : List.of("soundcalc", "strict")) {
      checkAll(
          document(
              "--regimes=all", "--bounds=september-2026", "--accounting=" + accounting, "zkvms"));
    }
  }

  private static void checkAll(JsonNode document) {
    for (JsonNode zkvm : document.get("zkvms")) {
      Map<String, CertificateReader> readers = new HashMap<>();
      for (JsonNode named : zkvm.get("circuits")) {
        JsonNode circuit = stated(named, document);
        CertificateReader reader = new CertificateReader(circuit.get("nodes"), (c, i) -> null);
        readers.put(named.get("name").asString(), reader);
        Set<Integer> used = new HashSet<>();
        for (JsonNode regime : circuit.get("regimes")) {
          if (!regime.has("notCovered")) {
            check(regime, reader, used);
          }
        }
        for (JsonNode size : circuit.get("sizes")) {
          used.add(size.get("node").asInt());
          assertThat(reader.value(size.get("node").asInt()))
              .isEqualByComparingTo(new BigDecimal(size.get("value").asString()));
        }
        checkNodes(circuit.get("nodes"), used);
      }
      if (zkvm.has("recursion")) {
        JsonNode tree = zkvm.get("recursion");
        CertificateReader reader =
            new CertificateReader(tree.get("nodes"), (c, i) -> readers.get(c).value(i));
        checkFigure(tree.get("total"), reader);
      }
    }
  }

  /** A circuit, or the one that it is the same as. */
  private static JsonNode stated(JsonNode circuit, JsonNode document) {
    return circuit.has("sameAs") ? document.at(circuit.get("sameAs").asString()) : circuit;
  }

  /** The bound that a certificate of all files has to keep, with a tenth to spare. */
  @Test
  void whatCircuitsHaveInCommonIsStatedOnce() {
    CliRun run = certify("zkvms");
    assertThat(run.out().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(900_000);
    JsonNode document = JsonMapper.shared().readTree(run.out());
    Set<String> statements = new HashSet<>();
    List<String> same = new ArrayList<>();
    for (JsonNode zkvm : document.get("zkvms")) {
      for (JsonNode circuit : zkvm.get("circuits")) {
        if (circuit.has("sameAs")) {
          same.add(circuit.get("name").asString());
          assertThat(stated(circuit, document).has("nodes")).as(circuit.toString()).isTrue();
        } else {
          String text = circuit.get("nodes").toString() + circuit.get("regimes");
          assertThat(statements.add(text + circuit.get("sizes"))).isTrue();
        }
      }
    }
    assertThat(same).contains("internal_recursive").hasSizeGreaterThan(40);
    assertThat(document("zkvms/zisk.toml").toString()).doesNotContain("/zkvms/1/");
  }

  private static void check(JsonNode regime, CertificateReader reader, Set<Integer> used) {
    long least = Long.MAX_VALUE;
    for (JsonNode cell : regime.get("cells")) {
      used.add(cell.get("node").asInt());
      checkFigure(cell, reader);
      least = Math.min(least, cell.get("hundredths").asLong());
    }
    assertThat(regime.get("total").get("hundredths").asLong()).isEqualTo(least);
    for (JsonNode decision : regime.get("decisions")) {
      if (decision.has("left")) {
        int left = decision.get("left").asInt();
        int right = decision.get("right").asInt();
        used.addAll(List.of(left, right));
        assertThat(decision.get("relation").asString())
            .as(decision.toString())
            .isEqualTo(reader.relation(left, right));
      }
    }
  }

  private static void checkFigure(JsonNode cell, CertificateReader reader) {
    int node = cell.get("node").asInt();
    assertThat(reader.states(node, 1, cell.get("bits").asLong())).as(cell.toString()).isTrue();
    assertThat(reader.states(node, 100, cell.get("hundredths").asLong()))
        .as(cell.toString())
        .isTrue();
  }

  /** No two alike, operands before users, each used. */
  private static void checkNodes(JsonNode nodes, Set<Integer> used) {
    Set<String> distinct = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.get(i);
      assertThat(distinct.add(node.toString())).as(node.toString()).isTrue();
      String kind = node.get(0).asString();
      if (kind.equals("def")) {
        String symbol = node.get(1).asString();
        assertThat(GIVEN.contains(symbol) || symbol.startsWith("g(")).as(symbol).isTrue();
      }
      int first = kind.equals("let") ? 2 : 1;
      int operands =
          switch (kind) {
            case "q", "in", "def", "e" -> 0;
            case "+", "-", "*", "/", "max", "min" -> 2;
            default -> 1;
          };
      for (int j = first; j < first + operands; j++) {
        assertThat(node.get(j).asInt()).isLessThan(i);
        used.add(node.get(j).asInt());
      }
    }
    assertThat(used).hasSize(nodes.size());
  }

  /** All but the agreement, which is chosen. */
  @Test
  void inputsNameTheirKeys() {
    JsonNode document = document("zkvms");
    for (JsonNode zkvm : document.get("zkvms")) {
      for (JsonNode circuit : zkvm.get("circuits")) {
        for (JsonNode node : stated(circuit, document).get("nodes")) {
          boolean needsKey =
              node.get(0).asString().equals("in") && !node.get(1).asString().equals("A");
          assertThat(needsKey && node.get(2).asString().isEmpty()).as(node.toString()).isFalse();
        }
      }
    }
  }

  /**
   * Where the number of constraints is not published, the columns that stand in for it are named.
   */
  @ParameterizedTest
  @CsvSource({
    "miden, '', num_columns",
    "miden, --set=num_constraints=100, num_constraints",
    "sp1, '', num_constraints",
  })
  void aKeyThatStandsInForAMissingOneIsNamed(String file, String option, String key) {
    List<String> arguments = new ArrayList<>(List.of("zkvms/" + file + ".toml"));
    arguments.addAll(option.isEmpty() ? List.of() : List.of(option));
    JsonNode document = document(arguments.toArray(String[]::new));
    Set<String> keys = new HashSet<>();
    for (JsonNode node : document.at("/zkvms/0/circuits/0/nodes")) {
      if (node.get(0).asString().equals("in") && node.get(1).asString().equals("C")) {
        keys.add(node.get(2).asString());
      }
    }
    assertThat(keys).containsExactly(key);
  }

  @Test
  void isAsTheSchemaSays() throws IOException {
    JsonSchema schema = JsonSchema.inDocs("certificate.schema.json");
    assertThat(schema.ownProblems()).isEmpty();
    String all = certify("--regimes=all", "--bounds=september-2026", "zkvms/dummy_whir.toml").out();
    assertThat(schema.problems(all)).isEmpty();
    String tree = certify("--set", "num_queries=100", PICO).out();
    assertThat(schema.problems(tree)).isEmpty();
    assertThat(schema.problems(certify("zkvms/openvm2.toml").out())).isEmpty();
    assertThat(schema.problems(tree.replace("[\"sqrt\",", "[\"root\","))).isNotEmpty();
  }

  @Test
  void saysWhatItIsOf() throws Exception {
    JsonNode document = document(PICO);
    assertThat(document.get("format").asString()).isEqualTo("soundcalc-certificate/1");
    assertThat(document.get("notChecked").toString()).contains("deployed verifier");
    JsonNode zkvm = document.get("zkvms").get(0);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(PICO)));
    assertThat(zkvm.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(zkvm.get("security").toString())
        .isEqualTo("{\"bits\":53,\"hundredths\":5378,\"regime\":\"JBR\",\"circuit\":\"riscv\"}");
    assertThat(zkvm.get("recursion").get("proofs").get(0).get("count").asString())
        .isEqualTo("4096");
  }

  /** What is set in all circuits stands in each, unless another one is set there. */
  @Test
  void saysWhatWasSet() {
    JsonNode set =
        document(
                "--set=num_queries=100",
                "--set=riscv.num_queries=90",
                "--set=riscv.byte.grinding_bits_lookup=8",
                "--set=max_leaf_proofs=7",
                "--set=riscv.statement.relation=\"A chunk.\"",
                PICO)
            .get("zkvms")
            .get(0)
            .get("set");
    assertThat(set)
        .extracting(JsonNode::toString)
        .contains(
            "{\"circuit\":\"riscv\",\"key\":\"num_queries\",\"value\":90}",
            "{\"circuit\":\"embed\",\"key\":\"num_queries\",\"value\":100}",
            "{\"circuit\":\"riscv\",\"lookup\":\"byte\",\"key\":\"grinding_bits_lookup\","
                + "\"value\":8}",
            "{\"table\":\"recursion\",\"key\":\"max_leaf_proofs\",\"value\":7}",
            "{\"circuit\":\"riscv\",\"table\":\"statement\",\"key\":\"relation\","
                + "\"value\":\"A chunk.\"}")
        .hasSize(8);
  }

  /** Figures from an estimated number of constraints say so here as everywhere. */
  @Test
  void warningsStandInTheCertificate() {
    JsonNode miden = document("zkvms/miden.toml").get("zkvms").get(0);
    assertThat(miden.get("warnings").get(0).asString())
        .contains("num_constraints is not published: estimated with num_columns = 100");
    assertThat(document(PICO).get("zkvms").get(0).has("warnings")).isFalse();
  }

  @Test
  void saysWhatRegimesChose() {
    JsonNode regimes =
        document("--regimes=all", "--bounds=september-2026", PICO)
            .get("zkvms")
            .get(0)
            .get("circuits")
            .get(0)
            .get("regimes");
    Map<String, JsonNode> byName = new HashMap<>();
    regimes.forEach(regime -> byName.put(regime.get("name").asString(), regime));
    assertThat(byName.get("JBR").has("choice")).isFalse();
    assertThat(byName.get("JBR-best").get("choice").toString())
        .isEqualTo("[{\"iteration\":0,\"m\":87}]");
    JsonNode dkt = byName.get("DKT-Johnson");
    assertThat(dkt.get("choice").get(0).get("agreement").asString()).endsWith("/8388608");
    assertThat(dkt.get("decisions").toString()).contains("\"decision\":\"count\"", "\"pairwise\"");
    assertThat(byName.get("capacity").get("status").asString()).isEqualTo("refuted");
  }

  /** A file that estimate refuses is refused in the same words; nothing is printed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zkvms/none.toml",
        "--set=no_such_key=1 zkvms/pico.toml",
        "--set=num_queries=-3 zkvms/pico.toml",
        "--set=opening_points=100000000 zkvms/pico.toml",
        "--regimes=jbr zkvms/sp1.toml",
        "--regimes=best zkvms/pico.toml",
        "--bounds=may-2026 --regimes=dkt-johnson zkvms/pico.toml"
      })
  void refusesWhatEstimateRefuses(String arguments) {
    CliRun refused = certify(arguments.split(" "));
    List<String> estimate = new ArrayList<>(List.of("estimate"));
    estimate.addAll(List.of(arguments.split(" ")));
    CliRun expected = CliRun.of(estimate.toArray(String[]::new));
    assertThat(refused.code()).isEqualTo(expected.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err().replace("certify", "estimate")).isEqualTo(expected.err());
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void writesAFileWholeOrNotAtAll() throws IOException {
    Path file = folder.resolve("pico.json");
    CliRun run = certify("-o", file.toString(), PICO);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(certify(PICO).out());
    CliRun refused = certify("-o", file.toString(), "--set=num_queries=0", PICO);
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Files.readString(file)).isEqualTo(certify(PICO).out());
    assertThat(certify("-o", folder.toString(), PICO).err()).contains("this is a folder");
  }

  /**
   * A proof system that somebody else added says what its keys are, and what a proof consists of.
   */
  @Test
  void certifiesPlugIns() {
    checkAll(document("src/test/resources/org/example/toyfri/toy.toml"));
  }

  /** Each hash is that of its own bytes, even if standard input goes by a file's name. */
  @Test
  void tellsFilesOfOneNameApart() throws IOException {
    String other = Files.readString(Path.of(PICO)).replace("\"Pico\"", "\"Other\"");
    CliRun run = CliRun.reading(other, "certify", "--stdin-name", PICO, "-", PICO);
    JsonNode zkvms = JsonMapper.shared().readTree(run.out()).get("zkvms");
    assertThat(zkvms.get(0).get("name").asString()).isEqualTo("Other");
    assertThat(zkvms.get(1).get("sha256"))
        .isEqualTo(document(PICO).get("zkvms").get(0).get("sha256"))
        .isNotEqualTo(zkvms.get(0).get("sha256"));
  }

  /** Standard input and a file have the bytes that were read. */
  @Test
  void readsStandardInput() throws IOException {
    CliRun run = CliRun.reading(Files.readString(Path.of(PICO)), "certify", "-");
    assertThat(run.out().replace("<stdin>", PICO)).isEqualTo(certify(PICO).out());
  }
}
