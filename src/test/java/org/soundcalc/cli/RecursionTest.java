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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Regime;
import org.soundcalc.testing.Golden;

/** The tree of proofs: counts, figure, drawings, and what does not fit together. */
class RecursionTest {
  private static final Path PICO = Path.of("zkvms/pico.toml");
  private static final List<Regime> REGIMES =
      Regimes.all().stream().filter(r -> List.of("UDR", "JBR").contains(r.name())).toList();

  @Test
  void oneCircuitIsToldTheOneKeyThatItNeeds() throws IOException {
    String text = Files.readString(Path.of("zkvms/miden.toml"));
    CliRun run = CliRun.reading(text, "graph", "-");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains(
            "no tree of proofs: add a table [recursion] with max_leaf_proofs = 1; see"
                + " docs/recursion.md\n");
    String told = text + "\n[recursion]\nmax_leaf_proofs = 1\n";
    assertThat(CliRun.reading(told, "graph", "-").code()).isEqualTo(ExitCode.OK);
    assertThat(CliRun.of("graph", "zkvms/sp1.toml").err())
        .contains("no tree of proofs: add verifies and arity to the circuits, and max_leaf_proofs");
  }

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

  /**
   * Without the table of counts there is no figure, and what verifies what is drawn all the same.
   */
  @Test
  void graphDrawsWhatIsDescribed() throws IOException {
    String text = Files.readString(PICO).replaceFirst("(?s)\\[recursion\\].*?(?=\\n\\[\\[)", "");
    assertThat(CliRun.reading(text, "estimate", "-").code()).isEqualTo(2);
    CliRun run = CliRun.reading(text, "graph", "-");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Pico: the numbers of proofs are not stated\n")
        .contains("max_leaf_proofs under [recursion]", "      +- convert   1                –  JBR")
        .doesNotContain("×", "4096", "weakest", "whole tree  ");
    for (String format : List.of("dot", "mermaid", "svg")) {
      String drawing = CliRun.reading(text, "graph", "--format", format, "-").out();
      assertThat(drawing).contains("numbers of proofs are not stated", "verifies 2, own too");
      assertThat(drawing).doesNotContain("×", "together");
    }
    String broken = text.replace("arity = 2", "arity = 1");
    CliRun bad = CliRun.reading(broken, "graph", "-");
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.out()).isEmpty();
    assertThat(bad.err()).containsPattern("<stdin>:[0-9]+:[0-9]+: error: circuit \"combine\"");
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
        "verifies = [\"compress\"] | verifies = [\"combine\"] | no other circuit verifies compress"
            + " and embed",
        "max_leaf_proofs = 4096 | max_leaf_proofs = 0 | max_leaf_proofs",
        "max_leaf_proofs = 4096 | max_leaf_proofs = -1 | max_leaf_proofs",
        "max_leaf_proofs = 4096 | max_leaf_proofs = 4611686018427387905 | max_leaf_proofs",
        "max_leaf_proofs = 4096 | max_leaf_proofs = { embed = 3, riscv = 4 } | embed",
        "max_leaf_proofs = 4096 | max_leaf_proofs = { riscw = 4 } | riscw",
        "max_leaf_proofs = 4096 | max_leaf_proofs = { \"\" = 4 } | max_leaf_proofs.\"\" names no"
            + " circuit",
        "max_leaf_proofs = 4096 | max_leaf_proofs = 4096.0 | max_leaf_proofs must be",
        "max_leaf_proofs = 4096 | max_leaf_proofs = \"4096\" | max_leaf_proofs must be",
        "max_leaf_proofs = 4096 | # none | riscv",
        "verifies = [\"riscv\"] | verifies = [\"riscv\", \"riscv\"] | names riscv a second time",
        "verifies = [\"convert\", \"combine\"] | verifies = [\"convert\"] | 2048 proofs of embed",
      })
  void whatDoesNotFitTogetherIsRefused(String from, String to, String named) throws IOException {
    String text = Files.readString(PICO);
    assertThat(text).contains(from);
    CliRun run = CliRun.reading(text.replace(from, to), "estimate", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsPattern("<stdin>:[0-9]+:[0-9]+: error: ").contains(named);
  }

  /** A leaf that verifies its own proofs is a chain, whose length must be known as well. */
  @Test
  void aChainNeedsItsLength() throws IOException {
    String chain = onlyRiscv("verifies = [\"riscv\"]");
    CliRun run = CliRun.reading(chain, "estimate", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("it verifies only itself, so max_leaf_proofs in [recursion]");
    CliRun known =
        CliRun.reading(chain + "\n[recursion]\nmax_leaf_proofs = { riscv = 30 }\n", "graph", "-");
    assertThat(known.code()).isZero();
    assertThat(known.out()).contains("30 proofs, 29 levels");
  }

  @Test
  void proofsOfALeafThatNothingJoinsAreRefused() throws IOException {
    String alone = onlyRiscv("") + "\n[recursion]\nmax_leaf_proofs = 4\n";
    CliRun run = CliRun.reading(alone, "estimate", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "4 proofs of riscv, the final circuit, are left, and nothing joins them: let another"
                + " circuit verify them, or set max_leaf_proofs to 1");
    assertThat(CliRun.reading(alone, "graph", "--set=max_leaf_proofs=1", "-").out())
        .contains("The tree is one proof.");
  }

  /** What the command line sets is told of there, and there is something to set. */
  @Test
  void leavesAreSetOnTheCommandLine() {
    CliRun run = CliRun.of("graph", "--set=max_leaf_proofs=3000", PICO.toString());
    assertThat(run.out()).contains("9001 proofs");
    CliRun bad = CliRun.of("graph", "--set=max_leaf_proofs=0", PICO.toString());
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("--set max_leaf_proofs=0: error: ").contains("must be");
    CliRun none = CliRun.of("estimate", "--set=max_leaf_proofs=3000", "zkvms/sp1.toml");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err())
        .contains("max_leaf_proofs is a key of [recursion], which zkvms/sp1.toml does not have");
    CliRun spelled = CliRun.of("graph", "--set=recursion.max_leaf_proofs=3", PICO.toString());
    assertThat(spelled.err()).contains("is set as max_leaf_proofs=3000");
  }

  /** No problem hides another. */
  @Test
  void everyProblemIsTold() throws IOException {
    String text =
        Files.readString(PICO)
            .replace("verifies = [\"riscv\"]", "verifies = [\"risc\"]")
            .replace("arity = 2", "arity = 1")
            .replace("max_leaf_proofs = 4096", "max_leaf_proofs = { embed = 0, comb = 1 }");
    assertThat(CliRun.reading(text, "estimate", "-").err())
        .contains("did you mean riscv")
        .contains("arity must be at least 2")
        .contains("max_leaf_proofs.embed must be")
        .contains("max_leaf_proofs.comb names no circuit");
  }

  /** What does not depend on a number is told whatever is wrong with it. */
  @Test
  void aFaultyNumberHidesNothing() throws IOException {
    String text =
        Files.readString(PICO)
            .replace("verifies = [\"compress\"]", "verifies = [\"combine\"]")
            .replace("max_leaf_proofs = 4096", "max_leaf_proofs = 0");
    assertThat(CliRun.reading(text, "estimate", "-").err())
        .contains("max_leaf_proofs must be")
        .contains("no other circuit verifies compress and embed");
  }

  /** One error of a tree that has no numbers, and none of an arity that means nothing. */
  @Test
  void manyLeavesAreOneError() {
    CliRun run =
        CliRun.of(
            "estimate",
            "--set=root.verifies=[\"hook\", \"leaf\"]",
            "--set=hook.verifies=[\"app\", \"internal_for_leaf\", \"internal_recursive\"]",
            "zkvms/openvm2.toml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().split("error: ", -1)).hasSize(2);
    assertThat(run.err()).contains("verify no other circuit, so max_leaf_proofs in [recursion]");
    CliRun idle = CliRun.of("estimate", "--set=hook.arity=2", "zkvms/openvm2.toml");
    assertThat(idle.code()).isZero();
    assertThat(idle.err()).contains("arity means nothing without verifies");
  }

  @Test
  void whatHasNoEffectIsWarnedOf() throws IOException {
    String text = Files.readString(PICO);
    CliRun idle = CliRun.reading(text, "validate", "--strict", "-");
    assertThat(idle.code()).isZero();
    String arity = text.replace("name = \"riscv\"", "name = \"riscv\"\narity = 5");
    assertThat(CliRun.reading(arity, "validate", "-").out())
        .contains("warning: circuit \"riscv\": arity means nothing without verifies");
    int embed = text.indexOf("[[circuits]]\nname = \"embed\"");
    int first = text.indexOf("[[circuits]]");
    String reordered =
        text.substring(0, first) + text.substring(embed) + "\n" + text.substring(first, embed);
    assertThat(CliRun.reading(reordered, "validate", "-").out())
        .contains("the tree of proofs ends in embed")
        .contains("put embed last");
  }

  /** One circuit of Pico, and a line more in it. */
  private static String onlyRiscv(String line) throws IOException {
    String text = Files.readString(PICO);
    int recursion = text.indexOf("[recursion]");
    int circuit = text.indexOf("[[circuits]]");
    int next = text.indexOf("[[circuits]]\n", circuit + 1);
    assertThat(recursion).isBetween(0, circuit);
    String head = text.substring(0, recursion);
    return head
        + text.substring(circuit, next).replace("name = \"riscv\"", "name = \"riscv\"\n" + line);
  }

  /** 16 bits of each query phase: 2^16 tries for each of 12289 proofs, log2 12289 = 13.585. */
  @Test
  void howMuchOfTheFigureIsProofOfWork() {
    assertThat(CliRun.of("graph", PICO.toString()).out().replaceAll("\\s+", " "))
        .contains("Without proof-of-work the tree has 24 bits")
        .contains("2^29.59 hashes");
    assertThat(CliRun.of("estimate", "--format=json", PICO.toString()).out())
        .contains("\"bitsWithoutGrinding\": 24", "\"log2Work\": 29.59");
    CliRun bare = CliRun.of("graph", "--set=grinding_query_phase=0", PICO.toString());
    assertThat(bare.out()).contains("whole tree: 24 bits").doesNotContain("proof-of-work");
  }

  @Test
  void aTreeThatFallsShortIsToldWhatWouldDo() {
    CliRun failed = CliRun.of("check", "--recursion", "--min-bits=42", PICO.toString());
    assertThat(failed.out().replaceAll("\\s+", " "))
        .contains("enough would be --regimes jbr-best, or 56 bits for one proof of every circuit");
    CliRun better =
        CliRun.of("check", "--recursion", "--min-bits=42", "--regimes=jbr-best", PICO.toString());
    assertThat(better.code()).isZero();
  }

  /** Where one circuit has nearly all of the error: its remedy does, and one less does not. */
  @Test
  void theRemedyOfOneCircuitIsTheLeastThatDoes() throws IOException {
    String text = Files.readString(PICO);
    int others = text.indexOf("name = \"convert\"");
    String lonely =
        text.substring(0, others)
            + text.substring(others).replace("num_queries = 84", "num_queries = 160");
    String failed = CliRun.reading(lonely, "check", "--recursion", "--min-bits=45", "-").out();
    Matcher remedy = Pattern.compile("--set riscv.num_queries=(\\d+) \\(84 now").matcher(failed);
    assertThat(remedy.find()).as(failed).isTrue();
    int least = Integer.parseInt(remedy.group(1));
    assertThat(checkedWith(lonely, least)).isZero();
    assertThat(checkedWith(lonely, least - 1)).isEqualTo(1);
  }

  private static int checkedWith(String text, int queries) {
    String changed = text.replace("num_queries = 84", "num_queries = " + queries);
    return CliRun.reading(changed, "check", "--recursion", "--min-bits=45", "-").code();
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
        ZkvmLoader.withInstalledFamilies().load(SourceFile.ofText("pico.toml", text), List.of());
    return new Estimator(REGIMES).estimate(loaded.zkvm().orElseThrow().zkvm());
  }
}
