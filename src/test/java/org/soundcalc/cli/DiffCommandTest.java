package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.GitFolder;
import org.soundcalc.testing.Golden;

class DiffCommandTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String MIDEN = "zkvms/miden.toml";
  private static final String FAIL = "--fail-on-regression";

  @TempDir private Path folder;

  /** Fewer queries in one circuit, another renamed, a lookup less, a wider batch. */
  private static String changedPico() throws IOException {
    return pico()
        .replaceFirst("num_queries = 84", "num_queries = 82")
        .replaceFirst("batch_size = 485", "batch_size = 488")
        .replace("\"combine\"", "\"merge\"")
        .replaceFirst("\\[\\[circuits.lookups]]\nname = \"byte\"[^\\[]*", "");
  }

  private static String pico() throws IOException {
    return Files.readString(Path.of(PICO));
  }

  @ParameterizedTest
  @CsvSource({
    "false, table, diff-pico-80.txt",
    "true, table, diff-pico-terminal-80.txt",
    "false, markdown, diff-pico.md",
    "false, json, diff-pico.json",
  })
  void printsWhatChanged(boolean isTerminal, String format, String file) throws IOException {
    Terminal terminal = new Terminal(isTerminal, isTerminal, 80, false, false);
    CliRun run =
        CliRun.in(
            terminal, changedPico(), Plugins.installed(), "diff", "--format", format, PICO, "-");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.assertMatches(file, run.out());
  }

  @Test
  void regressionFailsWhereAskedAlone() throws IOException {
    CliRun asked = CliRun.reading(changedPico(), "diff", FAIL, PICO, "-");
    CliRun unasked = CliRun.reading(changedPico(), "diff", PICO, "-");
    assertThat(asked.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(unasked.code()).isZero();
    assertThat(asked.out())
        .isEqualTo(unasked.out())
        .endsWith(
            """

            regression: Pico 53 → 52 bits (JBR, riscv)
            regression: Pico whole tree 40 → 39 bits (12289 proofs)
            regression: riscv JBR 53 → 52 bits (query phase)
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "markdown"})
  void gainPasses(String format) throws IOException {
    CliRun run = CliRun.reading(changedPico(), "diff", FAIL, "--format", format, "-", PICO);
    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("regression:");
  }

  @ParameterizedTest
  @CsvSource({
    "table, no change",
    "markdown, ## Soundness: no change",
  })
  void fileIsNotDifferentFromItself(String format, String text) {
    CliRun run = CliRun.of("diff", FAIL, "--format", format, PICO, PICO);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(text + "\n");
  }

  @Test
  void everyFileIsNotDifferentFromItself() {
    CliRun run = CliRun.of("diff", FAIL, "--regimes", "all", "zkvms", "zkvms");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("no change\n");
  }

  @Test
  void parameterThatMovesNoFigureIsShown() throws IOException {
    String other = pico().replaceFirst("rho = 0.5", "rho = 0.5\nproof_size = \"2 MB\"");
    CliRun run = CliRun.reading(other, "diff", FAIL, PICO, "-");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("proof_size +– +\"2 MB\" +riscv")
        .endsWith("\nno regression\n");
  }

  @Test
  void anotherSpellingOfANumberIsNoChange() throws IOException {
    CliRun run = CliRun.reading(pico().replace("rho = 0.5\n", "rho = 0.50\n"), "diff", PICO, "-");
    assertThat(pico()).contains("rho = 0.5\n");
    assertThat(run.out()).isEqualTo("no change\n");
  }

  /** With one zkVM on each side there is no doubt which to compare. */
  @Test
  void namesOfSingleZkvmsMayDiffer() throws IOException {
    String renamed = pico().replaceFirst("name = \"Pico\"", "name = \"Nano\"");
    CliRun run = CliRun.reading(renamed, "diff", PICO, "-");
    assertThat(run.out()).contains("Pico → Nano").doesNotContain("added", "removed");
  }

  @Test
  void severalAreComparedByName() throws IOException {
    Path old = Files.createDirectory(folder.resolve("old"));
    Path current = Files.createDirectory(folder.resolve("new"));
    Files.copy(Path.of(PICO), old.resolve("pico.toml"));
    Files.copy(Path.of("zkvms/sp1.toml"), old.resolve("sp1.toml"));
    Files.copy(Path.of(MIDEN), old.resolve("m.toml"));
    Files.writeString(current.resolve("other.toml"), changedPico());
    Files.copy(Path.of(MIDEN), current.resolve("m.toml"));
    Files.copy(Path.of("zkvms/openvm.toml"), current.resolve("openvm.toml"));
    CliRun run = CliRun.of("diff", FAIL, old.toString(), current.toString());
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(run.out())
        .containsPattern("OpenVM \\S+ \\(added\\)")
        .containsPattern("SP1 \\S+ \\(removed\\)")
        .contains("no change: Miden", "regression: Pico riscv JBR 53 → 52 bits (query phase)");
  }

  /** Of several zkVMs one has another name, in the same file or in another. */
  @ParameterizedTest
  @CsvSource({
    "pico.toml, Nano riscv JBR 53 → 52 bits (query phase), Pico → Nano",
    "nano.toml, Pico (removed) → Nano (added) 53 → 52 bits, Nano (added)",
  })
  void renamedZkvmThatIsWeakerIsARegression(String file, String text, String title)
      throws IOException {
    Path current = Files.createDirectory(folder.resolve("new"));
    Path old = Files.createDirectory(folder.resolve("old"));
    for (Path side : new Path[] {old, current}) {
      Files.copy(Path.of(MIDEN), side.resolve("miden.toml"));
    }
    Files.copy(Path.of(PICO), old.resolve("pico.toml"));
    Files.writeString(
        current.resolve(file), changedPico().replaceFirst("name = \"Pico\"", "name = \"Nano\""));
    CliRun run = CliRun.of("diff", FAIL, old.toString(), current.toString());
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(run.out()).contains("regression: " + text, title, "no change: Miden");
  }

  @Test
  void removedCircuitAloneIsNoRegression() throws IOException {
    int last = pico().lastIndexOf("[[circuits]]");
    CliRun run = CliRun.reading(pico().substring(0, last), "diff", FAIL, PICO, "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("embed (removed)", "no regression");
  }

  /** Another name for a circuit is no way around the gate. */
  @Test
  void renamedCircuitThatIsWeakerIsARegression() throws IOException {
    int embed = pico().indexOf("name = \"embed\"");
    String weaker =
        pico()
            .substring(embed)
            .replaceFirst("embed", "embed2")
            .replaceFirst("num_queries = 21", "num_queries = 20");
    String renamed = pico().substring(0, embed) + weaker;
    CliRun run = CliRun.reading(renamed, "diff", FAIL, PICO, "-");
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(run.out())
        .contains("regression: embed (removed) → embed2 (added) JBR 57 → 55 bits (query phase)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "table | no regression; not compared: embed2 (added), embed (removed)",
        "markdown | Not compared: embed2 (added), embed (removed)",
      })
  void saysWhatWasNotCompared(String format, String text) throws IOException {
    String renamed = pico().replaceFirst("name = \"embed\"", "name = \"embed2\"");
    CliRun run = CliRun.reading(renamed, "diff", FAIL, "--format", format, PICO, "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\n" + text + "\n");
  }

  @Test
  void regimeThatStopsToApplyIsARegression() throws IOException {
    String unique =
        pico().replaceFirst("num_queries = 84", "num_queries = 84\nexplicit_regime = \"unique\"");
    CliRun run = CliRun.reading(unique, "diff", FAIL, PICO, "-");
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(run.out()).contains("regression: riscv JBR 53 → – bits (JBR is excluded");
  }

  @Test
  void regimesAreThoseAskedFor() throws IOException {
    CliRun run = CliRun.reading(changedPico(), "diff", FAIL, "--regimes=udr", PICO, "-");
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(run.out())
        .doesNotContain("JBR", "regression: riscv")
        .contains("50.86 → *50.03")
        .endsWith("\nregression: Pico whole tree 34 → 33 bits (12289 proofs)\n");
  }

  @Test
  void oneBrokenSideLeavesNoResult() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[zkevm]\nname = 3\n");
    for (String[] sides : new String[][] {{PICO, bad.toString()}, {bad.toString(), PICO}}) {
      CliRun run = CliRun.of("diff", FAIL, sides[0], sides[1]);
      assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains(bad + ":2:8: error: ");
    }
  }

  @Test
  void bothSidesAreReported() {
    CliRun run = CliRun.of("diff", "no-such-old.toml", "no-such-new.toml");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            "no-such-old.toml: error: there is no such file or folder",
            "no-such-new.toml: error: there is no such file or folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "diff | Missing required parameters: 'OLD', 'NEW'",
        "diff zkvms/pico.toml | Missing required parameter: 'NEW'",
        "diff a b c | unexpected argument c",
        "diff - - | OLD and NEW cannot both be standard input; name a file for one of them",
        "diff --format=csv a b | expected one of table, json, markdown, got csv",
        "diff --regimes=gbr a b | --regimes gbr: unknown regime \"gbr\"",
        "diff --fail-on-loss a b | unknown option --fail-on-loss",
        "diff --regimes=jbr zkvms/sp1.toml zkvms/sp1.toml | zkvms/sp1.toml: no selected regime",
      })
  void badUsage(String line, String message) {
    CliRun run = CliRun.of(line.split(" ", -1));
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("soundcalc: ", message);
  }

  @Test
  void namesakesOnOneSideAreBadUsage() throws IOException {
    Files.copy(Path.of(PICO), folder.resolve("one.toml"));
    Files.copy(Path.of(PICO), folder.resolve("two.toml"));
    CliRun run = CliRun.of("diff", PICO, folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "soundcalc: NEW has two zkVMs named \"Pico\", in %s and in %s; zkVMs are matched by name: rename one\n"
                .formatted(folder.resolve("one.toml"), folder.resolve("two.toml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "markdown"})
  void warningsAreInTheResultToo(String format) throws IOException {
    String other =
        Files.readString(Path.of(MIDEN)).replaceFirst("num_queries = 27", "num_queries = 20");
    CliRun run = CliRun.reading(other, "diff", "--format", format, MIDEN, "-");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains(": warning: ");
    assertThat(run.out()).contains("num_constraints");
  }

  @Test
  void colourCanBeForced() throws IOException {
    CliRun run = CliRun.reading(changedPico(), "diff", "--color=always", PICO, "-");
    assertThat(run.out()).contains("\u001b[1;31m53 → 52  -1\u001b[0m");
  }

  @Test
  void sidesMayBeRevisions() throws IOException, InterruptedException {
    GitFolder git = GitFolder.in(folder);
    git.write("zkvms/pico.toml", pico());
    git.write("zkvms/miden.toml", Files.readString(Path.of(MIDEN)));
    git.commit("first", 1);
    git.write("zkvms/pico.toml", changedPico());
    String zkvms = folder.resolve("zkvms").toString();
    CliRun whole = CliRun.of("diff", FAIL, "main:", zkvms);
    assertThat(whole.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(whole.out())
        .contains(
            "main:" + zkvms + "/pico.toml →",
            "regression: Pico 53 → 52 bits (JBR, riscv)",
            "no change: Miden");
    git.commit("second", 2);
    assertThat(CliRun.of("diff", FAIL, zkvms, "HEAD:").out()).isEqualTo("no change\n");
    String pico = zkvms + "/pico.toml";
    for (String format : new String[] {"json", "markdown"}) {
      CliRun files = CliRun.of("diff", FAIL, "--format", format, "main~1:" + pico, "HEAD:" + pico);
      assertThat(files.code()).isEqualTo(ExitCode.GATE_FAILED);
      assertThat(files.out()).contains("regression");
    }
  }

  @Test
  void folderThatIsNamedLikeARevisionComesFirst() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("main:"));
    Files.copy(Path.of(PICO), odd.resolve("pico.toml"));
    assertThat(CliRun.of("diff", odd.toString(), PICO).out()).isEqualTo("no change\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HEAD: - | HEAD: stands for the other side's path, and - has none",
        "HEAD: HEAD~1: | HEAD: stands for the other side's path, and HEAD~1: has none",
        "none:zkvms zkvms | none:zkvms: error: ",
        "zkvms ::x | ::x: error: there is no such file or folder",
      })
  void badRevision(String sides, String message) {
    String[] each = sides.split(" ", -1);
    CliRun run = CliRun.of("diff", each[0], each[1]);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }
}
