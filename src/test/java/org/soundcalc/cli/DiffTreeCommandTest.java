package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate of {@code diff} where nothing but the tree of proofs is different. */
class DiffTreeCommandTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String FAIL = "--fail-on-regression";

  private static String pico() throws IOException {
    return Files.readString(Path.of(PICO));
  }

  /** No circuit is different: there are only more proofs, which cost bits of the whole. */
  @ParameterizedTest
  @CsvSource({
    "table, regression: Pico whole tree 40 → 23 bits (12289 → 1200000001 proofs)",
    "markdown, ', whole tree 40 → 23 bits (-17); 1 regression'",
    "json, '\"delta\": -17'",
  })
  void weakerTreeIsARegression(String format, String text) throws IOException {
    String more = pico().replace("max_leaf_proofs = 4096", "max_leaf_proofs = 400_000_000");
    CliRun lost = CliRun.reading(more, "diff", FAIL, "--format", format, PICO, "-");
    assertThat(lost.code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(lost.out()).contains(text);
    CliRun gained = CliRun.reading(more, "diff", FAIL, "--format", format, "-", PICO);
    assertThat(gained.code()).isZero();
    assertThat(gained.out()).doesNotContain("no change\n", "regression:");
  }

  @Test
  void treeOnOneSideIsToldOf() throws IOException {
    String none = pico().replaceAll("(?m)^(\\[recursion]|max_leaf_proofs|verifies|arity).*\n", "");
    CliRun removed = CliRun.reading(none, "diff", FAIL, PICO, "-");
    CliRun added = CliRun.reading(none, "diff", FAIL, "-", PICO);
    assertThat(removed.code()).isZero();
    assertThat(removed.out())
        .contains("40 → –")
        .endsWith("\nno regression; not compared: Pico whole tree (removed)\n");
    assertThat(added.code()).isZero();
    assertThat(added.out())
        .contains("– → 40")
        .endsWith("\nno regression; not compared: Pico whole tree (added)\n");
  }
}
