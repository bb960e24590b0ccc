package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.testing.JsonSchema;

/** A site is written whole or not at all, and only over what soundcalc wrote. */
class ReportCommandTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String ZISK = "zkvms/zisk.toml";

  private static final Terminal TERMINAL = new Terminal(false, true, 80, false, false);

  @TempDir private Path folder;

  private CliRun report(Path to, String... more) {
    return CliRun.of(
        Stream.concat(Stream.of("report", "-o", to.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesEveryFile() throws IOException {
    Path site = folder.resolve("site");
    CliRun run = report(site, PICO, "zkvms/miden.toml");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(names(site))
        .containsExactly(
            "index.html",
            "miden.certificate.json",
            "miden.html",
            "miden.md",
            "pico.certificate.json",
            "pico.html",
            "pico.md",
            "report.json",
            "report.md");
    assertThat(names(folder)).containsExactly("site");
    assertThat(Files.readString(site.resolve("index.html"))).contains(">53</a>", "47 bits more");
  }

  /** What estimate says of a zkVM, report.json says too. */
  @Test
  void jsonMatchesItsSchemaAndThatOfEstimate() throws IOException {
    Path site = folder.resolve("site");
    report(site, PICO, ZISK, "zkvms/sp1.toml", "zkvms/openvm2.toml");
    String json = Files.readString(site.resolve("report.json"));
    for (String name : List.of("report.schema.json", "estimate.schema.json")) {
      JsonSchema schema = JsonSchema.inDocs(name);
      assertThat(schema.ownProblems()).isEmpty();
      assertThat(schema.problems(json)).isEmpty();
    }
  }

  /** Every file of the site can be read alone. */
  @Test
  void everyFileSaysThatNewerTheoremsAreOfAPreprint() throws IOException {
    Path site = folder.resolve("site");
    report(site, "--bounds=september-2026", "zkvms/airbender.toml");
    for (String name : names(site)) {
      assertThat(Files.readString(site.resolve(name)))
          .as(name)
          .contains("preprint of September 2026, machine-checked counts");
    }
  }

  @Test
  void replacesItsOwnFolderAlone() throws IOException {
    Path site = folder.resolve("site");
    report(site, PICO);
    assertThat(report(site, ZISK).code()).isZero();
    assertThat(names(site)).contains("zisk.html").doesNotContain("pico.html");
    assertThat(names(folder)).containsExactly("site");
  }

  /** A newcomer learns where to look; a script is told nothing. */
  @Test
  void aTerminalIsToldWhereToLook() {
    String site = folder.resolve("site").toString();
    CliRun one = CliRun.in(TERMINAL, "", Plugins.installed(), "report", "-o", site, PICO);
    assertThat(one.err())
        .endsWith("soundcalc: wrote " + site + "/index.html, and a page for its zkVM\n");
    assertThat(report(folder.resolve("site"), PICO, ZISK).err()).doesNotContain("wrote");
    CliRun two = CliRun.in(TERMINAL, "", Plugins.installed(), "report", "-o", site, PICO, ZISK);
    assertThat(two.err()).endsWith("/index.html, and a page for each of 2 zkVMs\n");
  }

  /** As on a full disk: what was there stays, and nothing is left beside it. */
  @Test
  void aDiskThatFillsUpLeavesTheOldSiteAsItWas() throws IOException {
    Path site = folder.resolve("site");
    report(site, PICO);
    byte[] before = Files.readAllBytes(site.resolve("report.json"));
    Map<String, Rendering> files =
        Map.of(
            "index.html",
            out -> out.append("whole"),
            "report.json",
            out -> {
              out.append("half");
              throw new IOException("No space left on device");
            });
    assertThatThrownBy(() -> new OutputFolder("site", site).write(files))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "-o site: cannot be written: No space left on device; make room there, or choose"
                + " another place");
    assertThat(Files.readAllBytes(site.resolve("report.json"))).isEqualTo(before);
    assertThat(names(folder)).containsExactly("site");
  }

  /** A folder that vanished, or one that may not be written: the reason is said in words. */
  @Test
  void aPlaceThatCannotBeWrittenIsNamedWithTheReason() throws IOException {
    Path gone = folder.resolve("gone/site");
    assertThatThrownBy(() -> new OutputFolder("gone/site", gone).write(Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("-o gone/site: cannot be written: no such file or folder: ");
  }

  @Test
  void anEmptyFolderIsFilled() throws IOException {
    Path site = Files.createDirectory(folder.resolve("site"));
    assertThat(report(site, PICO).code()).isZero();
    assertThat(names(site)).contains("index.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "index.html", "report.json"})
  void leavesFoldersOfOthersAlone(String file) throws IOException {
    Path site = Files.createDirectory(folder.resolve("site"));
    Files.writeString(site.resolve(file), "{\"soundcalc\": \"0.1.0\"}");
    CliRun run = report(site, PICO);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .startsWith("soundcalc: -o " + site + ": this folder is not empty")
        .contains("choose another name");
    assertThat(names(site)).containsExactly(file);
  }

  /** A report's folder may be a clone, or be where somebody keeps the files it is about. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git/HEAD",
        "mine/notes.txt",
        "mine.toml",
        "CNAME",
        ".nojekyll",
        "notes.md",
        "pico.txt",
        "zisk.html"
      })
  void aReportWithFilesOfOthersIsNotReplaced(String file) throws IOException {
    Path site = folder.resolve("site");
    report(site, PICO);
    Path mine = site.resolve(file);
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, "mine");
    CliRun run = report(site, ZISK);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .isEqualTo(
            "soundcalc: -o %s: this report holds %s, which soundcalc did not write and would delete:"
                    .formatted(site, Path.of(file).getName(0))
                + " move it, or choose another name\n");
    assertThat(Files.readString(mine)).isEqualTo("mine");
    assertThat(names(site)).contains("pico.html");
  }

  /** The shell that asked would stand in a deleted folder. */
  @ParameterizedTest
  @ValueSource(strings = {".", "./", ".."})
  void neverReplacesTheCurrentFolder(String name) {
    CliRun run = CliRun.of("report", "-o", name, PICO);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .isEqualTo(
            "soundcalc: -o %s: the current folder cannot be replaced; choose another name\n"
                .formatted(name));
  }

  @Test
  void leavesFilesAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("site"), "mine");
    CliRun run = report(file, PICO);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .isEqualTo("soundcalc: -o " + file + ": this is a file; choose another name\n");
    assertThat(Files.readString(file)).isEqualTo("mine");
  }

  @Test
  void needsAFolderToBeIn() {
    CliRun run = report(folder.resolve("none/site"), PICO);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("there is no folder", "make it first");
  }

  @Test
  void badFilesLeaveTheOldSiteAsItWas() throws IOException {
    Path site = folder.resolve("site");
    report(site, PICO);
    byte[] before = Files.readAllBytes(site.resolve("report.json"));
    Path bad = Files.writeString(folder.resolve("bad.toml"), "[zkevm]\n");
    CliRun run = report(site, PICO, bad.toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("bad.toml");
    assertThat(Files.readAllBytes(site.resolve("report.json"))).isEqualTo(before);
  }

  @Test
  void badUsage() {
    Path site = folder.resolve("site");
    assertThat(report(site).err()).contains("Missing required parameter: 'FILE'");
    assertThat(CliRun.of("report", PICO).err()).contains("Missing required option: '-o=DIR'");
    assertThat(report(site, "--milestone", "hstar", PICO).err()).contains("did you mean h-star?");
    assertThat(report(site, "--title", " ", PICO).err()).contains("--title: expected a text");
    assertThat(report(site, "h-star", PICO).err()).contains("did you mean --milestone h-star?");
    assertThat(Files.exists(site)).isFalse();
  }

  @Test
  void showsTheMilestonesAskedFor() throws IOException {
    Path site = folder.resolve("site");
    report(site, "--milestone", "h-star", "--title", "A <b>review</b>", PICO);
    String index = Files.readString(site.resolve("index.html"));
    assertThat(index)
        .contains("H-star", "<title>A &lt;b&gt;review&lt;/b&gt;</title>")
        .doesNotContain("glamsterdam", ">Glamsterdam");
  }
}
