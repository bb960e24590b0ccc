package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of an architecture, and the sketch of its soundness argument. */
class ArchitectureCommandTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String ONE_CIRCUIT = "zkvms/dummy_stir.toml";
  private static final Pattern DECIMAL = Pattern.compile("\\b[0-9]+\\.[0-9]{2}\\b");

  private static String pico() throws IOException {
    return Files.readString(Path.of(PICO));
  }

  /** With nothing left out but how its keys are bound. */
  private static String versioned() throws IOException {
    return pico().replaceFirst("(?m)^name = \"Pico\"$", "$0\nversion = \"1.0\"");
  }

  private static String markdown(String text) {
    CliRun run = CliRun.reading(text, "architecture", "-");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  /** Runs of commands that several tests read, by their words. */
  private static final Map<List<String>, CliRun> RUNS = new HashMap<>();

  private static CliRun once(String... words) {
    return RUNS.computeIfAbsent(List.of(words), any -> CliRun.of(words));
  }

  @AfterAll
  static void forget() {
    RUNS.clear();
  }

  private static Stream<String> zkvms() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.map(Path::toString).filter(f -> f.endsWith(".toml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("zkvms")
  void everyZkvmIsWrittenInBothFormats(String file) {
    CliRun markdown = once("architecture", file);
    assertThat(markdown.code()).isZero();
    assertThat(markdown.out())
        .startsWith("# ")
        .contains("## Summary", "## The circuits", "Step 4: the union", "## Assumptions");
    CliRun latex = once("architecture", "--format", "latex", file);
    assertThat(latex.code()).isZero();
    assertThat(latex.out())
        .startsWith("\\documentclass")
        .endsWith("\\end{document}\n")
        .containsPattern("\\\\section\\*\\{.*recursion architecture");
    assertThat(latex.out().chars()).as("what pdflatex has a glyph for").allMatch(c -> c < 0x80);
  }

  /** Of 44 circuits of which the file says the same, nothing is said 44 times but figures. */
  @Test
  void circuitsAlikeAreDescribedOnce() {
    String page = once("architecture", "zkvms/zisk.toml").out();
    assertThat(page)
        .contains("### Circuits Dma and 43 others", "**223 of 8 kinds, listed at the end**")
        .contains("- the file does not say what Dma and 43 others verify\n")
        .contains("| Keccakf | 132.94 | 145.13 | **128.26** | 174.16 | 166.40 | 163.93 |")
        .containsPattern("(?m)^\\| Sha256f-compressor, Recursive2 \\| at most 2\\^-128.31 \\| JBR");
    assertThat(page.lines().count()).isLessThan(220);
    assertThat(page.lines().filter(line -> line.startsWith("### Circuit "))).isEmpty();
  }

  /** A description is compact, however many circuits there are; each of them is named. */
  @ParameterizedTest
  @MethodSource("zkvms")
  void everyDescriptionIsCompact(String file) {
    String page = once("architecture", file).out();
    assertThat(page.length()).isLessThan(20_000);
    String names = CliRun.of("estimate", "--format", "csv", file).out();
    names
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1)[1])
        .forEach(name -> assertThat(page).contains(name.replace("[", "\\[")));
  }

  /** A circuit of which the file says more than of the others stands by itself. */
  @Test
  void whatIsSaidOfOneCircuitIsNotSaidOfOthers() throws IOException {
    String zisk = Files.readString(Path.of("zkvms/zisk.toml"));
    String more =
        zisk.replaceFirst(
            "(?m)^name = \"Keccakf\"$", "name = \"Keccakf\"\nstatement = { hash = \"Poseidon2\" }");
    assertThat(more).isNotEqualTo(zisk);
    assertThat(markdown(more))
        .contains("### Circuits Dma and 42 others", "### Circuit Keccakf", "| hash | Poseidon2;")
        .contains("**222 of 12 kinds")
        .doesNotContain("| Keccakf | 132.94");
  }

  /** Every figure with decimals is one of estimate's, in every file. */
  @ParameterizedTest
  @MethodSource("zkvms")
  void noFigureIsItsOwn(String file) {
    String estimate = CliRun.of("estimate", "--verbose", "--full", file).out();
    List<String> own =
        DECIMAL
            .matcher(once("architecture", file).out())
            .results()
            .map(MatchResult::group)
            .filter(figure -> !estimate.contains(figure))
            .toList();
    assertThat(own).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "relation, what a proof of riscv proves",
    "public_values, how public values are bound in riscv",
    "hash, not name the hash of riscv"
  })
  void aKeyThatIsMissingIsAGapInBold(String key, String gap) throws IOException {
    String whole = versioned();
    assertThat(markdown(whole)).doesNotContain(gap).contains("**1, listed at the end**");
    String without = whole.replaceFirst("(?m)^" + key + " = (\"\"\"[^\"]*\"\"\"|\"[^\"]*\")\n", "");
    assertThat(markdown(without))
        .containsPattern("\\*\\*Gap: the file does [^*|]*" + gap + "[^*|]*\\*\\*")
        .contains("**2, listed at the end**");
  }

  @Test
  void aGapThatIsFilledIsGone() throws IOException {
    String gap = "how verification keys are bound in riscv";
    assertThat(markdown(pico())).contains(gap);
    String filled =
        versioned()
            .replaceFirst("(?m)^relation =", "vk_binding = \"The verifier knows it.\"\nrelation =");
    assertThat(markdown(filled))
        .doesNotContain(gap, "Gap:")
        .contains("| verification keys | The verifier knows it. |", "None: the file answers");
  }

  @Test
  void aVersionThatIsMissingIsAGap() throws IOException {
    String gap = "the file does not say which version of the zkVM it describes";
    assertThat(markdown(pico())).contains("**Gap: " + gap, "**2, listed at the end**");
    assertThat(markdown(versioned())).doesNotContain(gap);
  }

  /** A file that does not say which circuits verify which may have one that verifies its own. */
  @Test
  void withoutATreeNothingIsAssumedOfIt() {
    assertThat(CliRun.of("architecture", "zkvms/openvm2.toml").out())
        .contains("No proof rests on itself, directly or through others", "the file states neither")
        .doesNotContain("No circuit verifies proofs of its own", "than the file states, and");
    assertThat(CliRun.of("architecture", PICO).out())
        .contains(
            "No proof of a circuit that verifies its own proofs", "than the file states, and");
  }

  @Test
  void bothCommandsHaveTheOptions() {
    String settings = "--bounds september-2026 --accounting strict --set num_queries=100 " + PICO;
    List<String> words = new ArrayList<>(List.of("architecture", "--regimes", "jbr,dkt-johnson"));
    words.addAll(List.of(settings.split(" ")));
    assertThat(CliRun.of(words.toArray(String[]::new)).out())
        .contains(
            "soundcalc certify --regimes jbr,dkt-johnson " + settings + " | python3",
            "soundcalc explain " + settings + "\n");
  }

  /** What cannot be argued without knowing the tree is a gap, not a sentence. */
  @Test
  void withoutATreeThereIsNoInduction() throws IOException {
    String bare =
        pico().replaceAll("(?m)^(verifies|arity|max_leaf_proofs) = .*\n|^\\[recursion\\]\n", "");
    assertThat(markdown(bare))
        .contains(
            "**Gap: the file does not say which circuit verifies the proofs of which",
            "**Gap: step 3 cannot be carried out",
            "**Gap: step 4 cannot be carried out",
            "the file does not say what combine verifies")
        .doesNotContain("By induction", "Base case", "Σ N_C");
    assertThat(markdown(pico()))
        .contains("By induction", "Base case of combine", "the proofs of convert", "≤ 2^-40")
        .doesNotContain("cannot be carried out");
  }

  @Test
  void aSingleLeafComposesNothing() throws IOException {
    String one = Files.readString(Path.of(ONE_CIRCUIT)) + "\n[recursion]\nmax_leaf_proofs = 1\n";
    assertThat(markdown(one))
        .contains("The only circuit verifies no proofs")
        .doesNotContain("By induction", "cannot be carried out");
  }

  /** Every assumption that the argument uses is in the table, with who carries it. */
  @Test
  void assumptionsAreNumberedAndCarried() throws IOException {
    String page = markdown(pico());
    for (int number = 1; number <= 9; number++) {
      assertThat(page)
          .containsPattern("assumptions? [^)]*\\b" + number + "\\b")
          .containsPattern("(?m)^\\| " + number + " \\| .* \\| the [a-z' ]+ \\|$");
    }
  }

  @Test
  void theCommandThatChecksHasTheOptionsInForce() {
    CliRun run =
        CliRun.of("architecture", "--regimes", "udr", "--set", "riscv.num_queries=100", PICO);
    assertThat(run.out())
        .contains(
            "soundcalc certify --regimes udr --set riscv.num_queries=100 zkvms/pico.toml | python3"
                + " checker/check.py - zkvms/")
        .contains("riscv.num_queries = 100");
  }

  /** No formula reads a statement: what estimate and check say is the same without any. */
  @Test
  void statementsChangeNoFigure() throws IOException {
    String without =
        pico()
            .replaceAll(
                "(?m)^(relation|vk_binding|public_values|hash) = (\"\"\"[^\"]*\"\"\"|.*)\n", "");
    assertThat(without).isNotEqualTo(pico());
    for (String command : List.of("estimate", "milestones")) {
      CliRun said = CliRun.reading(pico(), command, "--format", "csv", "-");
      assertThat(CliRun.reading(without, command, "--format", "csv", "-").out())
          .isEqualTo(said.out())
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hash = 5", "hash = \"\"", "hash = [\"Poseidon2\"]", "hash = \"a\\nb\""})
  void aTextOfAnotherTypeIsRefusedWithItsPlace(String line) throws IOException {
    String text = pico().replaceFirst("(?m)^hash = .*$", line.replace("\\", "\\\\"));
    int number = text.substring(0, text.indexOf("\n" + line)).split("\n", -1).length + 1;
    for (String command : List.of("architecture", "estimate", "validate")) {
      CliRun run = CliRun.reading(text, command, "-");
      assertThat(run.code()).as(command).isEqualTo(2);
      assertThat(run.out() + run.err())
          .contains("<stdin>:" + number + ":8: error: circuit \"riscv\", [statement]: hash must be")
          .contains("a non-empty string in quotes");
    }
  }

  @Test
  void aTableThatIsNoneAndAKeyThatIsMisspeltAreNamed() throws IOException {
    String text = pico().replaceFirst("(?m)^relation = ", "relaton = ");
    assertThat(CliRun.reading(text, "validate", "-").out())
        .contains("relaton is not a key of [circuits.statement]", "did you mean relation?");
    String noTable =
        Files.readString(Path.of(ONE_CIRCUIT))
            .replaceFirst("(?m)^\\[\\[circuits\\]\\]$", "[[circuits]]\nstatement = 1");
    CliRun run = CliRun.reading(noTable, "architecture", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("statement must be a table, written [circuits.statement], got 1");
  }

  @Test
  void hostileTextsAreTexts() throws IOException {
    String hostile = "\\input{/etc/passwd} 100% $x$ a_b ^ ~ # & | <b> [x](y) **z** ρ√≤· é 中 --";
    String text =
        pico()
            .replaceFirst("(?m)^hash = .*$", Matcher.quoteReplacement("hash = '" + hostile + "'"));
    assertThat(markdown(text))
        .contains("\\\\input{/etc/passwd} 100% $x$ a_b ^ \\~ \\# \\& \\| \\<b> \\[x\\](y) \\*\\*z");
    String latex = CliRun.reading(text, "architecture", "--format", "latex", "-").out();
    assertThat(latex)
        .contains(
            "\\textbackslash{}input\\{/\\allowbreak{}etc/\\allowbreak{}passwd\\} 100\\% \\$x\\$"
                + " a\\_\\allowbreak{}b \\textasciicircum{} \\textasciitilde{} \\# \\&"
                + " \\textbar{} \\textless{}b\\textgreater{} {[}x{]}(y) {*}{*}z{*}{*}"
                + " \\ensuremath{\\rho}\\ensuremath{\\surd}\\ensuremath{\\le}\\ensuremath{\\cdot}"
                + " \\'{e} {[}U+4E2D{]} -{}-");
  }

  /** Exponents are raised and indices lowered; names keep their underscores. */
  @Test
  void powersAreWrittenAsPowers() {
    String latex = CliRun.of("architecture", "--format", "latex", PICO).out();
    assertThat(latex)
        .contains("at most 2\\ensuremath{{}^{-53.78}}")
        .contains("3(Q\\ensuremath{{}^{2}} + 1)\\ensuremath{\\cdot}2\\ensuremath{{}^{-\\lambda}}")
        .contains(
            "N\\ensuremath{{}_{C}}\\ensuremath{\\cdot}\\ensuremath{\\varepsilon}\\ensuremath{{}_{C}}")
        .contains("KoalaBear\\ensuremath{{}^{4}}")
        .contains("start\\_\\allowbreak{}pc")
        .doesNotContain("textasciicircum");
  }

  /** No table is wider than the page, and none has less room for a column than for its words. */
  @ParameterizedTest
  @MethodSource("zkvms")
  void tablesFitThePage(String file) {
    String latex = once("architecture", "--format", "latex", file).out();
    List<String> tables =
        latex.lines().filter(line -> line.startsWith("\\begin{longtable}")).toList();
    assertThat(tables).isNotEmpty();
    for (String table : tables) {
      double[] widths =
          Pattern.compile("p\\{([0-9.]+)")
              .matcher(table)
              .results()
              .mapToDouble(found -> Double.parseDouble(found.group(1)))
              .toArray();
      double gaps = 0.0255 * (widths.length - 1); // of 12pt each, in a line of 166 mm
      assertThat(DoubleStream.of(widths).sum() + gaps).as(table).isLessThan(1.001);
      assertThat(DoubleStream.of(widths).min().orElse(0)).as(table).isGreaterThan(0.03);
    }
  }

  @Test
  void namesAreNotCutAndNotRepeated() {
    String latex = once("architecture", "--format", "latex", "zkvms/zisk.toml").out();
    assertThat(latex)
        .contains("\\hyphenpenalty=10000", "\\item all 44 circuits: 126 bits")
        .contains("The file says the same of all circuits, but for numbers.");
    assertThat(Pattern.compile("SpecifiedRanges").matcher(latex).results().count()).isEqualTo(3);
  }

  @Test
  void whatTheReaderMayNotKnowIsSaid() throws IOException {
    assertThat(markdown(pico()))
        .contains("theorems reach: JBR, Johnson bound 1 - sqrt(rho) minus a gap.")
        .contains("The whole tree has 40 bits, where one proof of the weakest circuit, riscv, has")
        .contains("The union bound over 12289 proofs costs at most 13.59 bits.")
        .contains("| commit round 1 to 22 (22 terms) | 81.26 |")
        .doesNotContain("at most -");
  }

  @Test
  void oneFileOnly() {
    CliRun run = CliRun.of("architecture", PICO, ONE_CIRCUIT);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }
}
