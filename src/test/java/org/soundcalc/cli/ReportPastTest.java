package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soundcalc.testing.GitFolder;
import org.soundcalc.testing.JsonSchema;

/** What changed since another state, and when. */
class ReportPastTest {
  @TempDir private Path folder;
  private GitFolder repository;
  private String pico;
  private String zkdtvm;

  @BeforeEach
  void start() throws Exception {
    repository = GitFolder.in(Files.createDirectory(folder.resolve("repository")));
    pico = Files.readString(Path.of("zkvms/pico.toml"));
    zkdtvm = Files.readString(Path.of("zkvms/zkdtvm.toml"));
  }

  private CliRun report(String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "report";
    args[1] = "-o";
    args[2] = folder.resolve("site").toString();
    System.arraycopy(options, 0, args, 3, options.length);
    args[args.length - 1] = repository.root().resolve("zkvms").toString();
    return CliRun.of(args);
  }

  private String page() throws Exception {
    return Jsoup.parse(Files.readString(folder.resolve("site/index.html"))).text();
  }

  private JsonNode json() throws Exception {
    String json = Files.readString(folder.resolve("site/report.json"));
    assertThat(JsonSchema.inDocs("report.schema.json").problems(json)).isEmpty();
    return new ObjectMapper().readTree(json);
  }

  /**
   * 84 queries of Pico's riscv are worth 53 bits, 80 are 51; zkDTVM alone passes both milestones.
   */
  @Test
  void saysWhatChangedSinceARevision() throws Exception {
    repository.write("zkvms/pico.toml", pico.replace("num_queries = 84", "num_queries = 80"));
    repository.write("zkvms/gone.toml", pico.replace("\"Pico\"", "\"Gone\""));
    repository.commit("before", 1);
    repository.write("zkvms/pico.toml", pico);
    repository.write("zkvms/zkdtvm.toml", zkdtvm);
    Files.delete(repository.root().resolve("zkvms/gone.toml"));
    CliRun run = report("--against", "main:");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(page())
        .contains(
            "What changed since main:",
            "Pico: proven bits 51 → 53",
            "zkDTVM 0.8.0: new",
            "Gone: no longer there");
    assertThat(Files.readString(folder.resolve("site/report.md")))
        .contains("- Pico: proven bits 51 → 53\n", "- Gone: no longer there\n");
    assertThat(json().at("/against/before/0/bits").asInt()).isEqualTo(51);
    assertThat(json().at("/against/before/1").isNull()).isTrue();
  }

  @Test
  void saysWhichMilestonesAreWonAndLost() throws Exception {
    Path old = Files.createDirectory(folder.resolve("old"));
    Files.writeString(old.resolve("a.toml"), zkdtvm);
    Files.writeString(old.resolve("b.toml"), pico);
    repository.write("zkvms/a.toml", pico);
    repository.write("zkvms/b.toml", zkdtvm);
    assertThat(report("--against", old.toString()).code()).isZero();
    assertThat(page())
        .contains("no longer passes Glamsterdam; no longer passes H-star; proven bits 128 → 53")
        .contains("newly passes Glamsterdam; newly passes H-star; proven bits 53 → 128");
  }

  @Test
  void nothingChanged() throws Exception {
    repository.write("zkvms/pico.toml", pico);
    repository.commit("all", 1);
    report("--against", "HEAD:");
    assertThat(page()).contains("Nothing: bits, sizes and milestones are as they were.");
  }

  /** A commit whose file is broken is named and left out. */
  @Test
  void drawsAHistory() throws Exception {
    repository.write("zkvms/pico.toml", pico.replace("num_queries = 84", "num_queries = 80"));
    String first = repository.commit("first", 1);
    repository.write("zkvms/pico.toml", pico);
    repository.commit("more queries", 5);
    repository.write("zkvms/pico.toml", "[zkevm");
    String broken = repository.commit("broken", 7);
    repository.write("zkvms/pico.toml", pico);
    repository.write("zkvms/zkdtvm.toml", zkdtvm);
    repository.commit("another", 9);
    CliRun run = report("--history", first + "..main");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(page())
        .contains("2026-01-05", "proven bits 51 → 53", "first there: proven bits 128")
        .contains("since 2026-01-09", broken.substring(0, 10) + ":zkvms/pico.toml");
    JsonNode moments = json().at("/history/moments");
    assertThat(moments).hasSize(4);
    assertThat(moments.at("/0/zkvms/0/bits").asInt()).isEqualTo(51);
    assertThat(moments.at("/1/zkvms/0/bits").asInt()).isEqualTo(53);
    assertThat(moments.at("/2/zkvms/0").isNull()).isTrue();
    assertThat(moments.at("/2/zkvms/1").isNull()).isTrue();
    assertThat(moments.at("/3/zkvms/1/bits").asInt()).isEqualTo(128);
  }

  @Test
  void badPasts() throws Exception {
    repository.write("zkvms/pico.toml", pico);
    repository.commit("all", 1);
    assertThat(report("--against", "nope:").err()).contains("nope names no commit");
    assertThat(report("--history", "nope..main").err())
        .startsWith("soundcalc: --history nope..main: nope names no commit");
    assertThat(report("--history", "main").err()).contains("expected OLD..NEW");
    assertThat(report("--history", "main..main", "--against", "main:").err())
        .contains("cannot be combined");
    assertThat(CliRun.of("report", "--history", "a..b", "-o", folder + "/site", "-").code())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Files.exists(folder.resolve("site"))).isFalse();
  }
}
