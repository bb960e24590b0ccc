package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.Action;
import org.soundcalc.testing.Release;
import org.soundcalc.testing.RunnerModel;
import org.soundcalc.testing.ShellRun;

/** Which program the GitHub Action runs: a release, of known bytes alone, or its own sources. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class ActionReleaseTest {
  private static final String VERSION = "9.8.7";

  @TempDir private Path folder;
  private Path temporary;
  private Action action;
  private Release release;

  @BeforeEach
  void prepare() throws IOException {
    action = Action.read();
    temporary = Files.createDirectory(folder.resolve("temp"));
    release = Release.write(folder.resolve("server"), VERSION, "#!/bin/sh\necho the release: $*\n");
  }

  private ShellRun prepare(Map<String, String> inputs) throws Exception {
    return action.prepare(folder, release.server().toUri().toString(), temporary, inputs);
  }

  private Map<String, String> outputs() throws IOException {
    Map<String, String> outputs = new HashMap<>();
    for (String line : Files.readAllLines(temporary.resolve("output"))) {
      String[] pair = line.split("=", 2);
      outputs.put(pair[0], pair[1]);
    }
    return outputs;
  }

  /** Nothing is left that a later step could run, and the runner shows one line. */
  private void refused(Map<String, String> inputs, String message) throws Exception {
    ShellRun run = prepare(inputs);
    assertThat(run.code()).as(run.output()).isEqualTo(2);
    List<RunnerModel.Command> commands = RunnerModel.commands(run.output());
    assertThat(commands).hasSize(1);
    assertThat(commands.get(0).name()).isEqualTo("error");
    assertThat(commands.get(0).data()).contains(message);
    assertThat(temporary.resolve("output")).doesNotExist();
    assertThat(launcher()).doesNotExist();
  }

  private Path launcher() {
    return temporary.resolve("soundcalc-9.8.7/soundcalc-9.8.7/soundcalc");
  }

  @ParameterizedTest
  @ValueSource(strings = {VERSION, "v" + VERSION})
  void aReleaseIsFetchedAndRun(String version) throws Exception {
    ShellRun run = prepare(Map.of("version", version));
    assertThat(run.code()).as(run.output()).isZero();
    assertThat(outputs()).containsExactly(Map.entry("launcher", launcher().toString()));
    run = action.run(launcher(), folder, Map.of("files", "f"), Map.of());
    assertThat(run.output()).isEqualTo("the release: check --format github -- f\n");
  }

  @Test
  void anArchiveThatIsNotTheListedOneIsNotRun() throws Exception {
    String sum = release.sum();
    Files.write(release.archive(), new byte[] {1, 2, 3});
    refused(
        Map.of("version", VERSION),
        "soundcalc-9.8.7.zip has the SHA-256 "
            + release.sum()
            + ", but SHA256SUMS of its release says "
            + sum
            + "; it was not run");
  }

  @Test
  void anArchiveThatIsNotListedIsNotRun() throws Exception {
    Files.writeString(release.archive().resolveSibling("SHA256SUMS"), "");
    refused(Map.of("version", VERSION), "SHA256SUMS of its release says nothing of it");
  }

  @Test
  void aSumOfOnesOwnIsCheckedToo() throws Exception {
    String other = "a".repeat(64);
    refused(Map.of("version", VERSION, "sha256", other), "the input sha256 is " + other);
    assertThat(prepare(Map.of("version", VERSION, "sha256", release.sum())).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "::warning::x", "A\nB", "$(touch ran)"})
  void aSumThatIsNoneIsRefused(String sum) throws Exception {
    refused(Map.of("version", VERSION, "sha256", sum), "the input sha256 is no SHA-256 sum");
  }

  @Test
  void aVersionThatDoesNotExistIsSaid() throws Exception {
    refused(Map.of("version", "9.9.9"), "v9.9.9/SHA256SUMS: is 9.9.9 a release?");
    Files.delete(release.archive());
    refused(Map.of("version", VERSION), "v9.8.7/soundcalc-9.8.7.zip: is 9.8.7 a release?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "1.0", "../9.8.7", "9.8.7\n::x::", "$(touch ran)", "9.8.7 "})
  void whatIsNoVersionIsRefused(String version) throws Exception {
    refused(Map.of("version", version), "the input version is no release of soundcalc");
    assertThat(temporary.resolve("ran")).doesNotExist();
  }

  /** An older program must not pass for that of newer sources. */
  @Test
  void aProgramInTheCacheIsThatOfItsSources() throws Exception {
    Path source = folder.resolve("src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(folder.resolve("pom.xml"), "pom");
    Files.writeString(folder.resolve("soundcalc"), "launcher");
    Files.writeString(source, "class A {}");
    String first = sources();
    Files.setLastModifiedTime(source, FileTime.fromMillis(0));
    assertThat(sources()).isEqualTo(first);
    assertThat(outputs())
        .containsEntry("launcher", folder.resolve("soundcalc").toString())
        .containsEntry("program", folder.resolve("target").toString());
    Files.writeString(source, "class B {}");
    String second = sources();
    Files.move(source, source.resolveSibling("B.java"));
    assertThat(List.of(first, second, sources())).doesNotHaveDuplicates();
  }

  private String sources() throws Exception {
    Files.deleteIfExists(temporary.resolve("output"));
    ShellRun run = prepare(Map.of());
    assertThat(run.code()).as(run.output()).isZero();
    assertThat(outputs().get("sources")).matches("[0-9a-f]{64}");
    return outputs().get("sources");
  }
}
