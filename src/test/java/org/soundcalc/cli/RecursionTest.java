package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.config.Loaded;
import org.soundcalc.config.Source;
import org.soundcalc.config.ZkvmLoader;
import org.soundcalc.model.Regime;
import org.soundcalc.testing.Golden;

/** The tree of proofs: counts, figure, drawings, and what does not fit together. */
class RecursionTest {
  private static final Path PICO = Path.of("zkvms/pico.toml");
  private static final List<Regime> REGIMES =
      Regimes.all().stream().filter(r -> List.of("UDR", "JBR").contains(r.name())).toList();

  @Test
  void picoWithThreeThousandLeaves() throws IOException {
    TreeEstimate tree = tree(estimate(leaves("3000")));
    assertThat(tree.branches())
        .extracting(branch -> branch.name() + " " + branch.proofs())
        .containsExactly("riscv 3000", "convert 3000", "combine 2999", "compress 1", "embed 1");
    assertThat(tree.levels()).isEqualTo(15);
    assertThat(tree.figure().orElseThrow().bits()).isEqualTo(40);
  }

  /** Every ε is (√ρ + η)^t·2^-16 here: Pico's query phase under JBR, with 60 digits. */
  @Test
  void theFigureIsAnIndependentSum() throws IOException {
    MathContext digits = new MathContext(60);
    BigDecimal half = new BigDecimal("0.5");
    // η = max(ρ/20, √ρ/100): 0.025 at rate 1/2; √ρ/100 = 0.0025 against 0.003125 at rate 1/16
    BigDecimal leaf = half.sqrt(digits).add(new BigDecimal("0.025")).pow(84, digits);
    BigDecimal root = new BigDecimal("0.25").add(new BigDecimal("0.003125")).pow(21, digits);
    BigDecimal sum =
        leaf.multiply(BigDecimal.valueOf(3000 + 3000 + 2999)).add(root.multiply(new BigDecimal(2)));
    BigDecimal error = sum.divide(BigDecimal.valueOf(1 << 16), digits);
    BigDecimal inverse = BigDecimal.ONE.divide(error, digits);
    long bits = inverse.toBigInteger().bitLength() - 1L;
    assertThat(bits).isEqualTo(40);
    long hundredths = inverse.pow(100, digits).toBigInteger().bitLength() - 1L;
    assertThat(tree(estimate(leaves("3000"))).figure().orElseThrow().hundredthBits())
        .isEqualTo(hundredths);
  }

  /** On decimal bits; and between the least of one proof and log2 of all proofs below it. */
  @Test
  void moreLeavesNeverRaiseTheFigure() throws IOException {
    long last = Long.MAX_VALUE;
    for (String count : List.of("1", "2", "3", "100", "4096", "1000000", "4611686018427387904")) {
      ZkvmEstimate estimate = estimate(leaves(count));
      TreeEstimate tree = tree(estimate);
      long figure = tree.figure().orElseThrow().hundredthBits();
      assertThat(figure).isLessThanOrEqualTo(last);
      long least =
          estimate.circuits().stream()
              .map(CircuitEstimate::best)
              .mapToLong(best -> best.orElseThrow().binding().hundredthBits())
              .min()
              .orElseThrow();
      assertThat(figure).isLessThanOrEqualTo(least);
      assertThat(figure).isGreaterThanOrEqualTo(least - tree.hundredthBitsOfProofs() - 1);
      last = figure;
    }
  }

  /** 2^62 leaves, and as many proofs above them: more than a long holds. */
  @Test
  void countsHaveNoLimit() throws IOException {
    TreeEstimate tree = tree(estimate(leaves("4611686018427387904")));
    BigInteger leaves = BigInteger.TWO.pow(62);
    assertThat(tree.branches().get(0).proofs()).isEqualTo(leaves);
    assertThat(tree.proofs()).isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE));
    assertThat(
            CliRun.reading(leaves("4611686018427387904"), "estimate", "--format=json", "-").out())
        .contains("\"proofs\": 4611686018427387904");
  }

  @Test
  void sharesAreOfTheWhole() throws IOException {
    List<BigDecimal> shares = new ArrayList<>();
    for (Branch branch : tree(estimate(leaves("4096"))).branches()) {
      shares.add(branch.share().orElseThrow());
    }
    assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isBetween(new BigDecimal("0.97"), new BigDecimal("1.03"));
  }

  @ParameterizedTest
  @CsvSource({"text, graph-80.txt", "dot, graph.dot", "mermaid, graph.mmd", "svg, graph.svg"})
  void drawings(String format, String file) throws IOException {
    CliRun run = CliRun.of("graph", "--format", format, PICO.toString());
    assertThat(run.code()).isZero();
    Golden.assertMatches(file, run.out());
  }

  @Test
  void aFileWithoutATreeIsToldWhatToAdd() {
    for (String command : List.of("graph", "check")) {
      List<String> args = new ArrayList<>(List.of(command));
      if (command.equals("check")) {
        args.add("--recursion");
      }
      args.add("zkvms/sp1.toml");
      CliRun run = CliRun.of(args.toArray(String[]::new));
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("verifies", "max_leaf_proofs");
    }
  }

  @ParameterizedTest
  @CsvSource({"40, 0", "41, 1", "54, 1"})
  void theGateAsksTheTree(String bits, int code) {
    String pico = PICO.toString();
    assertThat(CliRun.of("check", "--recursion", "--min-bits", bits, pico).code()).isEqualTo(code);
    for (String format : List.of("json", "junit", "sarif", "github")) {
      CliRun run = CliRun.of("check", "--recursion", "--min-bits", bits, "--format", format, pico);
      assertThat(run.code()).isEqualTo(code);
    }
  }

  /** Each refusal at its line, with the circuits named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verifies = [\"riscv\"] | verifies = [\"risc\"] | did you mean riscv",
        "verifies = [\"riscv\"] | verifies = [\"combine\"] | cycle",
        "arity = 2 | arity = 1 | combine",
        "arity = 2 | arity = 0 | arity",
        "arity = 2 | arity = -1 | arity",
        "verifies = [\"compress\"] | verifies = [\"combine\"] | no other circuit verifies compress and embed",
        "max_leaf_proofs = 4096 | max_leaf_proofs = 0 | max_leaf_proofs",
        "max_leaf_proofs = 4096 | max_leaf_proofs = -1 | max_leaf_proofs",
        "max_leaf_proofs = 4096 | max_leaf_proofs = 4611686018427387905 | max_leaf_proofs",
        "max_leaf_proofs = 4096 | max_leaf_proofs = { embed = 3, riscv = 4 } | embed",
        "max_leaf_proofs = 4096 | max_leaf_proofs = { riscw = 4 } | riscw",
        "max_leaf_proofs = 4096 | # none | riscv",
      })
  void whatDoesNotFitTogetherIsRefused(String from, String to, String named) throws IOException {
    String text = Files.readString(PICO);
    assertThat(text).contains(from);
    CliRun run = CliRun.reading(text.replace(from, to), "estimate", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsPattern("<stdin>:[0-9]+:[0-9]+: error: ").contains(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "markdown", "json"})
  void bothFiguresAreShown(String format) {
    CliRun run = CliRun.of("estimate", "--format", format, PICO.toString());
    assertThat(run.out()).contains("53", "40", "4095");
  }

  private static String leaves(String count) throws IOException {
    return Files.readString(PICO).replace("max_leaf_proofs = 4096", "max_leaf_proofs = " + count);
  }

  private static TreeEstimate tree(ZkvmEstimate estimate) {
    return TreeEstimate.of(estimate).orElseThrow();
  }

  private static ZkvmEstimate estimate(String text) {
    Loaded loaded =
        ZkvmLoader.withInstalledFamilies().load(Source.ofText("pico.toml", text), List.of());
    return new Estimator(REGIMES).estimate(loaded.zkvm().orElseThrow().zkvm());
  }
}
