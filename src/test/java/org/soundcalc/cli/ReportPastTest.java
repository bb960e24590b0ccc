package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    return page("index.html");
  }

  private String page(String name) throws Exception {
    return Jsoup.parse(Files.readString(folder.resolve("site").resolve(name))).text();
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
        .contains(
            "no longer passes Glamsterdam: 53 bits are below 100",
            "no longer passes H-star: 53 bits are below 128",
            "proven bits 128 → 53")
        .contains(
            "newly passes Glamsterdam: 53 → 128 bits; newly passes H-star: 53 → 128 bits",
            "proven bits 53 → 128");
  }

  /** Whoever is sent the page of one zkVM learns there what became of it. */
  @Test
  void thePageOfEachZkvmSaysWhatChanged() throws Exception {
    repository.write("zkvms/pico.toml", pico.replace("num_queries = 84", "num_queries = 80"));
    repository.commit("before", 1);
    repository.write("zkvms/pico.toml", pico);
    repository.write("zkvms/zkdtvm.toml", zkdtvm);
    report("--against", "main:");
    assertThat(page("pico.html"))
        .contains("What changed since main: – proven bits 51 → 53.", "2 bits more than before");
    assertThat(page("zkdtvm.html"))
        .contains("What changed since main: – new.")
        .doesNotContain("than before");
    repository.write("zkvms/pico.toml", pico.replace("num_queries = 84", "num_queries = 85"));
    report("--against", folder.resolve("site").toString(), "--bounds", "september-2026");
    assertThat(page("zkdtvm.html"))
        .contains(
            "bits, size and milestones are as they were",
            "That report was made with no options, this one with --bounds september-2026");
  }

  /** A circuit that does not decide may move while the whole stays: its own figures are marked. */
  @ParameterizedTest
  @CsvSource({"main:", "site"})
  void theFiguresOfEachCircuitAreMarked(String against) throws Exception {
    int embed = pico.indexOf("name = \"embed\"");
    String before = pico.substring(embed).replaceFirst("num_queries = 21", "num_queries = 22");
    repository.write(
        "zkvms/pico.toml",
        (pico.substring(0, embed) + before).replace("\"combine\"", "\"joined\""));
    repository.commit("before", 1);
    report();
    repository.write("zkvms/pico.toml", pico);
    String old = against.equals("site") ? folder.resolve("site").toString() : against;
    CliRun run = report("--against", old);
    assertThat(run.code()).as(run.err()).isZero();
    Document page = Jsoup.parse(Files.readString(folder.resolve("site/pico.html")));
    Element figures = page.selectFirst("section[aria-labelledby=figures]");
    assertThat(figures.select("tr:has(a[href=#c1]) .moved")).isEmpty();
    assertThat(figures.select("tr:has(a[href=#c3]) .moved").text()).endsWith("not there before");
    assertThat(figures.select("tr:has(a[href=#c5]) .moved").text()).contains("bits less than");
    assertThat(figures.text()).contains("No longer there: joined.");
    assertThat(page.select("#changes").text())
        .contains("Circuits: 3 circuits are not as they were: combine, embed, joined.");
    assertThat(json().at("/against/circuits/0/4/name").asText()).isEqualTo("embed");
  }

  /** Reports of other programs, and shortened ones, may lack what this one marks. */
  @Test
  void anOldReportWithoutCircuitsMarksTheWholeAndSaysSo() throws Exception {
    repository.write("zkvms/pico.toml", pico.replace("num_queries = 84", "num_queries = 80"));
    report();
    ObjectNode old = (ObjectNode) json();
    old.withArray("zkvms").forEach(zkvm -> ((ObjectNode) zkvm).remove("circuits"));
    Path file = Files.writeString(folder.resolve("old.json"), old.toString());
    repository.write("zkvms/pico.toml", pico);
    CliRun run = report("--against", file.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(page("pico.html"))
        .contains("proven bits 51 → 53", "that report does not say how single circuits stood");
    assertThat(json().at("/against/circuits/0").isNull()).isTrue();
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
        .contains("3 commits of " + first + "..main, and the state before")
        .contains("2026-01-05", "51 → 53", "no figure: line 1: ", "128", "first there")
        .contains("since 2026-01-09")
        .doesNotContain("first there; ", "53 → 53");
    assertThat(Files.readString(folder.resolve("site/report.md")))
        .contains("that touch these files: 3.", "| [Pico](pico.md) | 51 → 53 | ");
    JsonNode moments = json().at("/history/moments");
    assertThat(moments).hasSize(4);
    assertThat(moments.at("/0/zkvms/0/bits").asInt()).isEqualTo(51);
    assertThat(moments.at("/1/zkvms/0/bits").asInt()).isEqualTo(53);
    assertThat(moments.at("/2/zkvms/0").isNull()).isTrue();
    assertThat(moments.at("/2/zkvms/1").isNull()).isTrue();
    assertThat(moments.at("/2/commit").asText()).isEqualTo(broken.substring(0, 10));
    assertThat(moments.at("/2/gaps/0/reason").asText()).startsWith("line 1: ");
    assertThat(moments.at("/3/zkvms/1/bits").asInt()).isEqualTo(128);
  }

  /**
   * A report of another day says the same as the files that it was made from, and marks figures.
   */
  @Test
  void comparesWithAnOldReport() throws Exception {
    repository.write("zkvms/pico.toml", pico.replace("num_queries = 84", "num_queries = 80"));
    repository.write("zkvms/gone.toml", pico.replace("\"Pico\"", "\"Gone\""));
    assertThat(report().code()).isZero();
    Path old = folder.resolve("old.json");
    Files.copy(folder.resolve("site/report.json"), old);
    Files.delete(repository.root().resolve("zkvms/gone.toml"));
    repository.write("zkvms/pico.toml", pico);
    for (String name : new String[] {old.toString(), folder.resolve("site").toString()}) {
      CliRun run = report("--against", name);
      assertThat(run.code()).as(run.err()).isZero();
      if (name.endsWith(".json")) {
        assertThat(page())
            .contains(
                "Pico: proven bits 51 → 53", "Gone: no longer there", "2 bits more than before")
            .doesNotContain("That report was made with");
        assertThat(Files.readString(folder.resolve("site/report.md"))).contains("**53** (+2)");
        assertThat(json().at("/against/before/0/bits").asInt()).isEqualTo(51);
      } else {
        assertThat(page()).contains("Nothing: bits, sizes and milestones are as they were.");
      }
    }
    assertThat(report("--against", old.toString(), "--accounting", "strict").code()).isZero();
    assertThat(page()).contains("made with no options, this one with --accounting strict");
  }

  /** Each is one line that says what is wrong, and nothing is written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|this is no report.json of soundcalc report",
        "{\"soundcalc\": \"0.1.0\"}|this is no report.json of soundcalc report",
        "{\"soundcalcReport\": 2}|another format than 1",
        "{\"soundcalcReport\": 1, \"zkvms\": [|line 1: the file ends early",
        "{\"soundcalcReport\": 1, \"zkvms\": 3}|zkvms is no array",
        "{\"soundcalcReport\": 1}|the document has no zkvms",
        "{\"soundcalcReport\": 1, \"zkvms\": []}|has no zkVMs",
        "{\"soundcalcReport\": 1, \"zkvms\": [{\"proofSize\": {\"worstCaseBits\": 1e999}, \"name\":"
            + " \"a\", \"title\": \"a\", \"source\": \"a\"}]}|zkvms[0].proofSize.worstCaseBits is"
            + " no count",
        "{\"soundcalcReport\": 1, \"soundcalcReport\": 1}|twice",
        "{\"soundcalcReport\": 01}|line 1: expected a value",
      })
  void badReports(String json, String message) throws Exception {
    repository.write("zkvms/pico.toml", pico);
    Path old = Files.writeString(folder.resolve("old.json"), json);
    CliRun run = report("--against", old.toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("soundcalc: --against " + old + ": ").contains(message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(Files.exists(folder.resolve("site"))).isFalse();
  }

  @Test
  void nestedAndEndlessReports() throws Exception {
    repository.write("zkvms/pico.toml", pico);
    Path old = folder.resolve("old.json");
    Files.writeString(old, "[".repeat(1_000_000));
    assertThat(report("--against", old.toString()).err()).contains("nested deeper than 100");
    Files.writeString(old, "{\"a\": " + "9".repeat(1_000_000) + "}");
    assertThat(report("--against", old.toString()).err()).contains("a number of over 100");
    Files.write(old, new byte[] {'"', (byte) 0xff, '"'});
    assertThat(report("--against", old.toString()).err()).contains("this is no UTF-8");
  }

  /** Steps, not slopes: a figure holds until the commit that changes it. */
  @Test
  void linesAreSteps() throws Exception {
    repository.write("zkvms/pico.toml", pico.replace("num_queries = 84", "num_queries = 80"));
    String first = repository.commit("first", 1);
    repository.write("zkvms/pico.toml", pico.replace("num_queries = 84", "num_queries = 82"));
    repository.commit("second", 2);
    repository.write("zkvms/pico.toml", pico);
    repository.commit("third", 3);
    assertThat(report("--history", first + "..").code()).isZero();
    Document index = Jsoup.parse(Files.readString(folder.resolve("site/index.html")));
    String[] way =
        index
            .selectFirst("svg[aria-labelledby^=history-bits] path.line0")
            .attr("d")
            .replaceAll("[ML] ", "")
            .split(" ");
    assertThat(way).hasSize(12);
    for (int i = 2; i < way.length; i += 2) {
      boolean isAcross = way[i + 1].equals(way[i - 1]);
      boolean isUp = way[i].equals(way[i - 2]);
      assertThat(isAcross ^ isUp).as(String.join(" ", way)).isTrue();
    }
  }

  @Test
  void aRangeMayLeaveTheFilesAlone() throws Exception {
    repository.write("zkvms/pico.toml", pico);
    String first = repository.commit("all", 1);
    repository.write("notes.txt", "nothing of theirs");
    repository.commit("notes", 2);
    CliRun run = report("--history", first + "..main");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(page()).contains("No commit of " + first + "..main touches these files.");
    assertThat(Files.readString(folder.resolve("site/report.md"))).contains("No commit of ");
    assertThat(json().at("/history/commits").asInt()).isZero();
  }

  /** A file that went, and one that is a link, are told from one that is not there yet. */
  @Test
  void filesComeAndGo() throws Exception {
    repository.write("zkvms/pico.toml", pico);
    String first = repository.commit("first", 1);
    Path file = repository.root().resolve("zkvms/pico.toml");
    Files.delete(file);
    repository.commit("gone", 2);
    Files.createSymbolicLink(file, Path.of("elsewhere.toml"));
    repository.commit("link", 3);
    Files.delete(file);
    repository.write("zkvms/pico.toml", pico);
    repository.commit("back", 4);
    assertThat(report("--history", first + "..main").code()).isZero();
    assertThat(page())
        .contains("its file is removed", "zkvms/pico.toml is a symbolic link", "first there");
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
