package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.Example;

/** The packaged program, run as users run it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherIT {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final String LAUNCHER =
      System.getProperty("soundcalc.launcher", ROOT.resolve("soundcalc").toString());
  private static final Path PICO = Path.of("zkvms", "pico.toml");
  private static final long PATIENCE_SECONDS = 60;

  /** By format: what is printed in English. */
  private static final Map<String, Result> PRINTED = new HashMap<>();

  @TempDir private Path folder;

  private record Result(int code, String out, String err) {}

  @Test
  void printsTheTableOfTheMainJob() throws Exception {
    Result result = run(ROOT, Map.of(), LAUNCHER, "estimate", PICO.toString());
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(Files.readString(Path.of("src/test/resources/golden/pico-80.txt")));
  }

  /** Newer Javas cannot take the objects of their archive into it, and would end. */
  @Test
  void aSmallHeapIsEnough() throws Exception {
    Map<String, String> small = Map.of("SOUNDCALC_JAVA_OPTS", "-Xms8m -Xmx200m");
    Result result = run(ROOT, small, LAUNCHER, "estimate", PICO.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void obeysTheWidthOfTheEnvironment() throws Exception {
    Map<String, String> wide = Map.of("COLUMNS", "200");
    Result result = run(ROOT, wide, LAUNCHER, "estimate", PICO.toString());
    assertThat(result.out())
        .isEqualTo(Files.readString(Path.of("src/test/resources/golden/pico-200.txt")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "nonsense"})
  void printsTheSameInEveryLocale(String locale) throws Exception {
    printsTheSame(locale, List.of("table"));
  }

  /** Of these, one has no letters beyond ASCII, and the other's lower case is not that of all. */
  @ParameterizedTest
  @ValueSource(strings = {"C", "tr_TR.UTF-8"})
  void programsReadTheSameInEveryLocale(String locale) throws Exception {
    printsTheSame(locale, List.of("json", "csv", "markdown"));
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(strings = {"POSIX", "C.UTF-8", "de_DE.UTF-8", "nonsense"})
  void programsReadTheSameInOtherLocales(String locale) throws Exception {
    printsTheSame(locale, List.of("json", "csv", "markdown"));
  }

  private void printsTheSame(String locale, List<String> formats) throws Exception {
    Map<String, String> environment =
        Map.of(
            "LC_ALL", locale,
            "LANG", locale,
            "SOUNDCALC_JAVA_OPTS", languageOptions(locale));
    for (String format : formats) {
      String[] command = {LAUNCHER, "estimate", "--verbose", "--format", format, PICO.toString()};
      Result result = run(ROOT, environment, command);
      assertThat(result.err()).isEmpty();
      if (!PRINTED.containsKey(format)) {
        PRINTED.put(format, run(ROOT, Map.of("LC_ALL", "C.UTF-8"), command));
      }
      assertThat(result).isEqualTo(PRINTED.get(format));
    }
  }

  /** The locale itself may not be installed; what Java makes of it is what matters. */
  private static String languageOptions(String locale) {
    return locale.indexOf('_') == 2
        ? "-Duser.language=" + locale.substring(0, 2) + " -Duser.country=" + locale.substring(3, 5)
        : "";
  }

  @Test
  void readsAndNamesFilesInUnicodeInTheCLocale() throws Exception {
    Path file = Files.copy(PICO, folder.resolve("größe.toml"));
    Result result =
        run(folder, Map.of("LC_ALL", "C"), LAUNCHER, "estimate", "--format=json", "größe.toml");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("\"source\": \"größe.toml\"");
    assertThat(file).exists();
  }

  @Test
  void runsFromAnyFolder() throws Exception {
    String pico = ROOT.resolve(PICO).toString();
    Result result = run(folder, Map.of(), LAUNCHER, "estimate", pico);
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Pico");
  }

  @Test
  void runsThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("sc"), Path.of(LAUNCHER));
    Path chain = Files.createSymbolicLink(folder.resolve("sc2"), link.getFileName());
    Result result = run(folder, Map.of(), chain.toString(), "--version");
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("soundcalc 0.").contains("\nJava ", "\nbuild ");
    Files.delete(chain); // or JUnit warns that it does not follow links
    Files.delete(link);
  }

  @Test
  void versionComesFromTheManifest() throws Exception {
    Result result = run(ROOT, Map.of(), LAUNCHER, "--version");
    assertThat(result.out()).matches("soundcalc \\d+\\.\\d+\\.\\d+\nJava .*\nbuild .+\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "csv", "markdown"})
  void aClosedPipeIsQuiet(String format) throws Exception {
    String pipeline = "\"$0\" estimate --format=" + format + " zkvms/zisk.toml | head -n 1";
    Result result = run(ROOT, Map.of(), "sh", "-c", pipeline, LAUNCHER);
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).hasSize(1);
  }

  @Test
  void aPipeThatNobodyReadsIsQuiet() throws Exception {
    String pipeline = "{ \"$0\" estimate zkvms/zisk.toml; echo $? >&2; } | true";
    assertThat(run(ROOT, Map.of(), "sh", "-c", pipeline, LAUNCHER).err()).isEqualTo("0\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"$0\" estimate --format=csv - < zkvms/pico.toml",
        "cat zkvms/pico.toml | \"$0\" estimate --format=csv -",
      })
  void readsStandardInput(String pipeline) throws Exception {
    Result result = run(ROOT, Map.of(), "sh", "-c", pipeline, LAUNCHER);
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Pico,riscv,JBR,proven,total,53,");
  }

  @Test
  void aClosedStandardInputIsEmpty() throws Exception {
    Result result = run(ROOT, Map.of(), "sh", "-c", "\"$0\" estimate - <&-", LAUNCHER);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("<stdin>:1:1: error: the file is empty\n");
  }

  @Test
  void aNamedPipeIsRefusedAndNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.toml");
    assertThat(run(folder, Map.of(), "mkfifo", pipe.toString()).code()).isZero();
    Result result = run(ROOT, Map.of(), LAUNCHER, "estimate", pipe.toString());
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("pipe.toml: error: this is not a regular file");
  }

  @Test
  void aPluginJoinsThroughItsJar() throws Exception {
    Path jar = folder.resolve("toy fri.jar");
    Example.pack(jar);
    Map<String, String> environment = Map.of("SOUNDCALC_CLASSPATH", jar.toString());
    String toml = Example.TOML.toString();
    Result result = run(ROOT, environment, LAUNCHER, "estimate", "--format=csv", toml);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("Toy,main,UDR,proven,fold,112,", "Toy,main,UDR,proven,total,83,");
    result = run(ROOT, environment, LAUNCHER, "families");
    assertThat(result.out()).contains("TOY_FRI", "FRI_STARK");
    result = run(ROOT, Map.of(), LAUNCHER, "estimate", toml);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("protocol_family TOY_FRI is not supported; supported: ");
  }

  @Test
  void aPluginThatCannotBeLoadedIsNoDefectOfOurs() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("org.soundcalc.model.Family"), "org.example.Missing");
    Map<String, String> environment = Map.of("SOUNDCALC_CLASSPATH", folder.toString());
    Result result = run(ROOT, environment, LAUNCHER, "families");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("soundcalc: a plug-in on SOUNDCALC_CLASSPATH cannot be loaded: ")
        .contains("org.example.Missing");
  }

  /** Java itself leaves out what is not there without a word, and the plug-in with it. */
  @ParameterizedTest
  @ValueSource(strings = {"no such.jar", "no-such-folder/*", "no-such.jar:.", "::*:no-such.jar"})
  void aMissingPluginIsWarnedOf(String path) throws Exception {
    Map<String, String> environment = Map.of("SOUNDCALC_CLASSPATH", path);
    Result result = run(folder, environment, LAUNCHER, "families");
    String missing = path.replace("::*:", "").replace(":.", "");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("FRI_STARK");
    assertThat(result.err())
        .isEqualTo(
            "soundcalc: warning: SOUNDCALC_CLASSPATH names "
                + missing
                + ", which does not exist\n");
  }

  @Test
  void everyMissingPluginHasALine() throws Exception {
    Map<String, String> environment = Map.of("SOUNDCALC_CLASSPATH", "a.jar:b/*:c");
    Result result = run(folder, environment, LAUNCHER, "fields");
    assertThat(result.err().lines()).hasSize(3).allMatch(l -> l.startsWith("soundcalc: warning: "));
  }

  /** A folder, all jars of a folder, the current folder in any spelling, and nothing at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {"lib", "lib/", "lib/*", "lib:lib/*", "*", "./*", "/*", ".", "", ":", "::"})
  void whatExistsOnTheClassPathIsNotWarnedOf(String path) throws Exception {
    Files.createDirectories(folder.resolve("lib"));
    Map<String, String> environment = Map.of("SOUNDCALC_CLASSPATH", path);
    Result result = run(folder, environment, LAUNCHER, "fields");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', Usage: soundcalc",
    "estimate, Usage: soundcalc estimate",
    "estimate no-such-file.toml, no-such-file.toml: error: ",
    "estimate --format=xml zkvms/pico.toml, expected one of",
  })
  void badUsageAndBadInputAreTwo(String arguments, String message) throws Exception {
    List<String> command = new ArrayList<>(List.of(LAUNCHER));
    command.addAll(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1)));
    Result result = run(ROOT, Map.of(), command.toArray(String[]::new));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(message).doesNotContain("\tat ", "Exception");
  }

  private Result run(Path where, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("COLUMNS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Result(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
