package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The order of several zkVMs, and how little room they need. */
class SortTest {
  private static final List<String> FILES =
      List.of("zkvms/venus.toml", "zkvms/pico.toml", "zkvms/openvm.toml", "zkvms/miden.toml");

  /** 128, 53, 100 and 55 bits; 313, 281, 8231 and 149 KiB. Compare has 57 and 56 of Pico, Miden. */
  @ParameterizedTest
  @CsvSource({
    "estimate, , Venus Pico OpenVM Miden",
    "estimate, bits, Venus OpenVM Miden Pico",
    "estimate, size, Miden Pico Venus OpenVM",
    "estimate, name, Miden OpenVM Pico Venus",
    "compare, bits, Venus OpenVM Pico Miden",
    "compare, name, Miden OpenVM Pico Venus",
    "milestones, size, Miden Pico Venus OpenVM",
  })
  void sorts(String command, String key, String names) {
    List<String> arguments = new ArrayList<>(List.of(command, "--format=json"));
    if (key != null) {
      arguments.add("--sort=" + key);
    }
    arguments.addAll(FILES);
    CliRun run = CliRun.of(arguments.toArray(String[]::new));
    JsonNode json = new ObjectMapper().readTree(run.out());
    String place =
        switch (command) {
          case "milestones" -> "/milestones/0/zkvms";
          case "compare" -> "/rows";
          default -> "/zkvms";
        };
    JsonNode zkvms = json.at(place);
    List<String> sorted = new ArrayList<>();
    zkvms.forEach(zkvm -> sorted.add(zkvm.path("name").asString(zkvm.path("zkvm").asString(""))));
    assertThat(String.join(" ", sorted)).isEqualTo(names);
  }

  @Test
  void anotherKeyIsBadUsage() {
    CliRun run = CliRun.of("estimate", "--sort=bit", "zkvms/pico.toml");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("expected one of bits, size, name, got bit; did you mean bits?");
  }

  /**
   * At 80 columns zkVMs take two lines, or three where one has two proof systems, and no proof
   * system is broken but at a slash.
   */
  @Test
  void theSummaryIsShort() {
    List<String> lines = CliRun.of("estimate", "zkvms").out().lines().toList();
    assertThat(lines).allMatch(line -> line.length() <= 80);
    int rule = lines.indexOf("-".repeat(80));
    int end = lines.subList(rule, lines.size()).indexOf("") + rule;
    List<String> table = lines.subList(rule + 1, end);
    assertThat(table)
        // three lines of one zkVM; two of better figures, and two of the proofs that are sent
        .hasSizeLessThanOrEqualTo(2 * 13 + 1 + 2 + 2)
        .noneMatch(line -> line.contains("DEEP- "));
    assertThat(table).filteredOn(line -> !line.startsWith("  ")).hasSizeGreaterThanOrEqualTo(13);
    assertThat(String.join("\n", table))
        .contains(
            "DEEP-ALI/", "SWIRL/WHIR", "best proven: Miden 56 in JBR-best, Pico 57 in JBR-best");
  }
}
