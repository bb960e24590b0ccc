package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code optimize --recursion}: bits of a whole tree, allotted to its circuits. */
class OptimizeTreeTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String FIELD = "--set=field=KoalaBear^6";
  private static final String GRINDING = "--max-grinding=20";

  @TempDir private Path folder;

  private static JsonNode json(int code, String... args) throws IOException {
    List<String> line = new ArrayList<>(List.of("optimize", "--format=json"));
    line.addAll(List.of(args));
    CliRun run = CliRun.of(line.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(JsonSchema.inDocs("optimize.schema.json").problems(run.out())).isEmpty();
    return JsonMapper.shared().readTree(run.out()).get("zkvms").get(0);
  }

  /** In tenths of a KiB. */
  private static long size(JsonNode circuit) {
    return Math.round(circuit.get("best").get("proofSize").get("worstCaseBits").asLong() / 819.2);
  }

  private static JsonNode embed(String bits) throws IOException {
    return json(0, FIELD, GRINDING, "--circuit=embed", "--min-bits=" + bits, PICO)
        .get("circuits")
        .get(0);
  }

  /**
   * 12,289 proofs with 142 bits each have 128 together, and a final proof of 544 KiB; where the one
   * final proof has 130, it has the 492 KiB that 128 bits cost it.
   */
  @Test
  void theFinalProofNeedsFewerBitsThanThoseThatThereAreThousandsOf() throws IOException {
    assertThat(size(embed("142"))).isEqualTo(5443);
    assertThat(size(embed("128"))).isEqualTo(4918);
    JsonNode zkvm = json(0, "--recursion", "--min-bits=128", FIELD, GRINDING, PICO);
    JsonNode tree = zkvm.get("tree");
    assertThat(tree.get("target").asLong()).isEqualTo(128);
    assertThat(tree.get("feasible").asBoolean()).isTrue();
    assertThat(tree.get("today").get("bits").asLong()).isEqualTo(43);
    assertThat(tree.get("best").get("bits").asLong()).isEqualTo(128);
    assertThat(tree.get("best").get("proofs").asLong()).isEqualTo(12289);
    double error = 0;
    for (int i = 0; i < 5; i++) {
      JsonNode branch = tree.get("best").get("circuits").get(i);
      JsonNode circuit = zkvm.get("circuits").get(i);
      error +=
          branch.get("proofs").asLong() * Math.scalb(1.0, -circuit.get("best").get("bits").asInt());
    }
    // by whole bits, of which each circuit has a part more
    assertThat(error).isLessThan(Math.scalb(1.0, -127));
    JsonNode last = zkvm.get("circuits").get(4);
    assertThat(size(last)).isEqualTo(4918);
    assertThat(last.get("best").get("bits").asLong()).isEqualTo(130);
    assertThat(zkvm.get("costs").get("best").get("verifier").get("permutations"))
        .isEqualTo(last.get("best").get("verifier").get("permutations"));
  }

  /** The circuits as they are found have the bits together that are printed. */
  @Test
  void theTreeHasTheBitsThatAreSaid() throws IOException {
    JsonNode zkvm = json(0, "--recursion", PICO);
    List<String> args = new ArrayList<>(List.of("estimate", "--format=json"));
    for (JsonNode circuit : zkvm.get("circuits")) {
      for (JsonNode change : circuit.get("changes")) {
        String name = circuit.get("name").asString() + "." + change.get("key").asString();
        args.add("--set=" + name + "=" + change.get("to"));
      }
    }
    args.add(PICO);
    CliRun run = CliRun.of(args.toArray(String[]::new));
    JsonNode estimated = JsonMapper.shared().readTree(run.out()).get("zkvms").get(0);
    JsonNode best = zkvm.get("tree").get("best");
    for (String member : List.of("bits", "decimalBits", "proofs")) {
      assertThat(estimated.get("recursion").get(member)).isEqualTo(best.get(member));
    }
    assertThat(best.get("bits").asLong()).isGreaterThanOrEqualTo(40);
    assertThat(size(zkvm.get("circuits").get(4))).isLessThan(2812);
  }

  @Test
  void peopleSeeTheAllotment() {
    CliRun run = CliRun.of("optimize", "--recursion", PICO);
    assertThat(run.out())
        .containsPattern("riscv +4096 +[0-9]+% +[0-9]+ +2583.1 +")
        .containsPattern("whole tree: 40\\.[0-9]+ bits, 40 wanted, 40\\.20 today; 12289 proofs")
        .containsPattern("final proof: [0-9.]+ KiB, 281.2 today; prover of all proofs: x[0-9.]+");
    CliRun toml = CliRun.of("optimize", "--recursion", "--format=toml", PICO);
    assertThat(toml.out()).contains("# whole tree: 40.");
  }

  /** Without a tree each circuit makes one proof, and none of them is left out. */
  @Test
  void whatAllCircuitsCostIsSummedUp() {
    CliRun run = CliRun.of("optimize", "zkvms/sp1.toml");
    assertThat(run.out())
        .containsPattern(
            "final proof: 393.1 KiB, 887.5 today; prover of one proof of each circuit: x0.9[0-9]");
    CliRun some = CliRun.of("optimize", "--circuit=core", "--circuit=shrink", "zkvms/sp1.toml");
    assertThat(some.out()).doesNotContain("one proof of each circuit");
  }

  @Test
  void whatStandsInTheWayIsSaid() throws IOException {
    JsonNode zkvm = json(1, "--recursion", "--milestone=h-star", PICO);
    assertThat(zkvm.get("tree").get("feasible").asBoolean()).isFalse();
    assertThat(zkvm.get("tree").get("best").isNull()).isTrue();
    // 4096 proofs with fewer bits than 140 have fewer than 128
    JsonNode riscv = zkvm.get("circuits").get(0);
    assertThat(riscv.get("target").get("bits").asLong()).isEqualTo(140);
    assertThat(riscv.get("reasons").get(0).get("kind").asString()).isEqualTo("ceiling");
    CliRun run = CliRun.of("optimize", "--recursion", "--milestone=h-star", PICO);
    assertThat(run.out())
        .contains("whole tree: no allotment of bits to its circuits has the 128 wanted")
        .contains("riscv: no configuration of the space has 140 bits");
  }

  /** Each circuit may have as many bits as all its proofs need, and not all of them together. */
  @Test
  void circuitsThatCannotHaveMoreAreNamed() throws IOException {
    String field = "--set=field=KoalaBear^5";
    JsonNode zkvm = json(1, "--recursion", "--min-bits=111", "--max-grinding=20", field, PICO);
    assertThat(zkvm.get("tree").get("feasible").asBoolean()).isFalse();
    boolean stands = false;
    for (JsonNode circuit : zkvm.get("circuits")) {
      stands |= circuit.has("reasons");
    }
    assertThat(stands).isTrue();
  }

  @Test
  void aFileWithoutATreeIsRefused() {
    CliRun run = CliRun.of("optimize", "--recursion", "zkvms/sp1.toml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("zkvms/sp1.toml:29:1: error: no tree of proofs: add verifies and arity");
  }

  /** A circuit by itself is a tree of one proof. */
  @Test
  void oneProofHasTheBitsOfItsCircuit() throws IOException {
    String text = Files.readString(Path.of("zkvms/risc0.toml"));
    Path tree = folder.resolve("tree.toml");
    Files.writeString(tree, text + "\n[recursion]\nmax_leaf_proofs = 1\n");
    JsonNode alone = json(0, "zkvms/risc0.toml").get("circuits").get(0);
    JsonNode zkvm = json(0, "--recursion", tree.toString());
    assertThat(zkvm.get("circuits").get(0).get("best").get("proofSize"))
        .isEqualTo(alone.get("best").get("proofSize"));
    assertThat(zkvm.get("tree").get("best").get("bits")).isEqualTo(alone.get("best").get("bits"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--circuit=embed", "--pareto=proof-size,prover"})
  void whatIsOfNoTreeIsRefused(String option) {
    CliRun run = CliRun.of("optimize", "--recursion", option, PICO);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    String name = option.substring(0, option.indexOf('='));
    assertThat(run.err()).contains("--recursion").contains("leave " + name + " out");
  }
}
