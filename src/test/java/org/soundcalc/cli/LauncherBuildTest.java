package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.soundcalc.testing.ShellRun;

/** Which Maven a fresh clone is built with, on a machine whose programs are chosen. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherBuildTest {

  @TempDir private Path folder;
  private Path clone;
  private Path programs;

  @BeforeEach
  void prepare() throws IOException {
    clone = Files.createDirectories(folder.resolve("a clone"));
    Files.createDirectories(clone.resolve("src/main"));
    Files.writeString(clone.resolve("pom.xml"), "");
    Files.copy(
        Path.of("soundcalc"), clone.resolve("soundcalc"), StandardCopyOption.COPY_ATTRIBUTES);
    maven(clone.resolve("mvnw"), "wrapper");
    programs = Files.createDirectory(folder.resolve("programs"));
    for (String name : List.of("sh", "find", "mkdir", "readlink", "ln", "ps", "rm")) {
      Files.createSymbolicLink(programs.resolve(name), found(name));
    }
  }

  @AfterEach
  void unlink() throws IOException {
    try (Stream<Path> links = Files.list(programs)) {
      for (Path link : links.toList()) {
        Files.delete(link); // or JUnit warns that it does not follow links
      }
    }
  }

  private static Path found(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  /** A Maven that only says what it is asked for. */
  private static void maven(Path file, String name) throws IOException {
    Files.writeString(file, "#!/bin/sh\necho \"" + name + " in $PWD: $*\"\nexit 1\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private String built() throws Exception {
    Map<String, String> environment =
        Map.of(
            "PATH",
            programs.toString(),
            "JAVA_HOME",
            System.getProperty("java.home"),
            "MAVEN_HOME",
            "",
            "SOUNDCALC_NO_BUILD",
            "0");
    String launcher = clone.resolve("soundcalc").toString();
    ShellRun run = ShellRun.of(folder, environment, List.of(launcher, "--version"));
    assertThat(run.code()).as(run.output()).isEqualTo(2);
    return run.output();
  }

  @Test
  void theWrapperBuildsWhereThereIsNoMaven() throws Exception {
    maven(programs.resolve("unzip"), "unzip");
    assertThat(built())
        .contains("wrapper in " + clone.toRealPath() + ": -q -B -Dquick -DskipTests package\n")
        .endsWith("soundcalc: the build failed; what Maven said is above\n");
  }

  @Test
  void aMavenOnThePathIsTakenFirst() throws Exception {
    maven(programs.resolve("unzip"), "unzip");
    maven(programs.resolve("mvn"), "installed");
    assertThat(built()).contains("installed in ").doesNotContain("wrapper in ");
  }

  /** Without unzip the wrapper would compare the checksum of another archive. */
  @Test
  void whatTheWrapperNeedsIsSaid() throws Exception {
    assertThat(built())
        .isEqualTo(
            "soundcalc: the program must be built first, and no Maven was found; install Maven"
                + " 3.6.3 or newer (or unzip, with which ./mvnw fetches one), or set MAVEN_HOME\n");
  }

  @Test
  void theWrapperFetchesOneMavenAndNoOther() throws IOException {
    Properties wrapper = new Properties();
    try (var properties =
        Files.newBufferedReader(Path.of(".mvn", "wrapper", "maven-wrapper.properties"))) {
      wrapper.load(properties);
    }
    assertThat(wrapper.getProperty("distributionType")).isEqualTo("only-script");
    assertThat(wrapper.getProperty("distributionUrl"))
        .matches("https://.*/apache-maven/(3[.0-9]+)/apache-maven-\\1-bin\\.zip");
    assertThat(wrapper.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
    assertThat(Path.of("mvnw")).isExecutable();
    assertThat(Path.of("mvnw.cmd")).isRegularFile();
  }
}
