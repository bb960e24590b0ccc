package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.ShellRun;

/** What an unpacked release asks Java for: a Java that prints it, and makes archives of a word. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherReleaseTest {
  private static final int PATIENCE = 600;
  private static final int PAUSE_MILLIS = 50;

  private static final String JAVA =
      """
      #!/bin/sh
      for option; do
        case $option in
          -Xshare:dump) dump=1 ;;
          -XX:SharedArchiveFile=*) archive=${option#*=} ;;
        esac
      done
      [ -z "$dump" ] || echo archive >"$archive"
      printf '%s\\n' "$@"
      """;

  @TempDir private Path folder;
  private Path cache;

  @BeforeEach
  void cache() throws IOException {
    cache = Files.createDirectory(folder.resolve("cache"));
  }

  private Path release(String place) throws IOException {
    Path root = Files.createDirectories(folder.resolve(place));
    Path lib = Files.createDirectory(root.resolve("lib"));
    Files.copy(Path.of("soundcalc"), root.resolve("soundcalc"), StandardCopyOption.COPY_ATTRIBUTES);
    Path jar = Files.writeString(lib.resolve("soundcalc.jar"), "classes");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    Files.writeString(lib.resolve("soundcalc.jar.sha256"), "5c5c  soundcalc.jar\n");
    return root;
  }

  private Path java(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, JAVA);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private List<String> asked(Path root, Path java) throws Exception {
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", java.toString(),
            "XDG_CACHE_HOME", cache.toString(),
            "LC_ALL", "C.UTF-8");
    String launcher = root.resolve("soundcalc").toString();
    ShellRun run = ShellRun.of(folder, environment, List.of(launcher, "--version"));
    assertThat(run.code()).as(run.output()).isZero();
    return run.output().lines().toList();
  }

  /** The first start has no archive; it makes one in the background. */
  private List<String> askedLater(Path root, Path java) throws Exception {
    assertThat(asked(root, java)).noneMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
    for (int i = 0; i < PATIENCE && !isMade(".jsa"); i++) {
      Thread.sleep(PAUSE_MILLIS);
    }
    return asked(root, java);
  }

  private boolean isMade(String archive) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      return names.stream().anyMatch(name -> name.endsWith(archive)) && !names.contains("new");
    }
  }

  private static String after(String option, List<String> asked) {
    return asked.get(asked.indexOf(option) + 1);
  }

  private static String archive(List<String> asked) {
    return asked.stream()
        .filter(option -> option.startsWith("-XX:SharedArchiveFile="))
        .findFirst()
        .orElse("none");
  }

  @Test
  void aPlainPlaceRunsItsOwnJar() throws Exception {
    Path root = release("plain/soundcalc-0.1.0");
    List<String> asked = askedLater(root, java("jdk", "17.0.2"));
    assertThat(archive(asked)).endsWith("_plain_soundcalc-0.1.0.jsa");
    assertThat(after("-cp", asked)).isEqualTo(root.toRealPath().resolve("lib/soundcalc.jar") + "");
  }

  /** Java 17 archives nothing of a jar whose URL is quoted. */
  @ParameterizedTest
  @ValueSource(strings = {"with blanks", "größe", "100%", "a#b"})
  void aPlaceWhoseUrlIsQuotedRunsACopyOfItsJar(String place) throws Exception {
    Path root = release(place);
    Path java = java("jdk", "17.0.2");
    List<String> asked = askedLater(root, java);
    assertThat(archive(asked)).isNotEqualTo("none");
    Path copy = Path.of(after("-cp", asked));
    assertThat(copy).startsWith(cache).hasContent("classes");

    // another place has the same copy
    Path other = release("another place");
    assertThat(asked(other, java)).contains(copy.toString());

    // what is not as it was in the release is not run
    FileTime time = Files.getLastModifiedTime(copy);
    Files.writeString(copy, "damaged");
    Files.setLastModifiedTime(copy, time);
    asked = asked(root, java);
    assertThat(archive(asked)).isEqualTo("none");
    assertThat(after("-cp", asked)).isEqualTo(root.toRealPath().resolve("lib/soundcalc.jar") + "");
  }

  /** Each place of a release has its archive, whatever the times of their files. */
  @Test
  void thePlacesOfAReleaseKeepTheirArchives() throws Exception {
    Path java = java("jdk", "17.0.2");
    Path plain = release("plain");
    String archive = archive(askedLater(plain, java));
    asked(release("with blanks"), java);
    for (int i = 0; i < PATIENCE && !isMade("copy.jsa"); i++) {
      Thread.sleep(PAUSE_MILLIS);
    }
    assertThat(archive(asked(plain, java))).isEqualTo(archive);
  }

  @Test
  void aNewerJavaNeedsNoCopy() throws Exception {
    Path root = release("with blanks");
    List<String> asked = askedLater(root, java("jdk", "25"));
    assertThat(archive(asked)).isNotEqualTo("none");
    assertThat(after("-cp", asked)).isEqualTo(root.toRealPath().resolve("lib/soundcalc.jar") + "");
  }

  /** Java takes what is behind a colon for a second archive. */
  @Test
  void aColonInTheFolderOfJavaIsNotInTheArchivesName() throws Exception {
    List<String> asked = askedLater(release("plain"), java("jdk:17", "17.0.2"));
    assertThat(archive(asked))
        .endsWith("_jdk_17" + folder.toRealPath().toString().replace('/', '_') + "_plain.jsa");
  }
}
