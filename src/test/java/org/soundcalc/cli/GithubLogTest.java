package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.RunnerModel;
import org.soundcalc.testing.RunnerModel.Command;

/** Nobody but us commands the runner that reads our log, whatever files and options say. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have other names there")
class GithubLogTest {
  @TempDir private Path folder;

  /** What a stranger may write where a name is wanted. */
  static Stream<String> hostile() {
    Stream<String> commands =
        Stream.of(
            "::error::x",
            "::set-output name=a::b",
            ":::error::x",
            "##[error]x",
            "a ##[set-env name=PATH;]x",
            "###[error]x",
            "%0A::error::x",
            "%250A::error::x",
            "a,line=9::x",
            "] ##[x",
            "::");
    return Stream.concat(
        commands,
        Stream.of("\n", "\r", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029", "\n\t ")
            .map(end -> "a" + end + "::error::x" + end + "##[error]x"));
  }

  /** A file that fails a gate and is warned of, with the name wherever one is. */
  private String toml(String name) {
    StringBuilder quoted = new StringBuilder("\"");
    name.chars().forEach(c -> quoted.append(String.format("\\u%04X", c)));
    return """
    [zkevm]
    name = %1$s
    version = %1$s
    field = "KoalaBear^4"
    hash_size_bits = 256
    %1$s = 1

    [[circuits]]
    name = %1$s
    protocol_family = "FRI_STARK"
    rho = 0.5
    trace_length = 1048576
    batch_size = 200
    power_batching = true
    num_queries = 100 # ::error::x ##[error]x
    fri_folding_factors = [8, 8, 8, 8, 8, 8]
    fri_early_stop_degree = 8
    grinding_query_phase = 16
    num_constraints = 500
    air_max_degree = 3
    opening_points = 2
    %1$s = 2
    [[circuits.lookups]]
    name = %1$s
    rows_L = 65536
    rows_T = 256
    """
        .formatted(quoted.append('"'));
  }

  private static List<Command> ours(CliRun run) {
    assertThat(RunnerModel.commands(run.err())).as(run.err()).isEmpty();
    List<Command> commands = RunnerModel.commands(run.out());
    long lines = run.out().lines().filter(line -> line.startsWith("::")).count();
    assertThat(commands)
        .hasSize(Math.toIntExact(lines))
        .allMatch(command -> command.name().matches("error|warning"))
        .allMatch(
            command ->
                List.of("file", "line", "col", "endColumn", "title")
                    .containsAll(command.properties().keySet()));
    return commands;
  }

  private static CliRun check(String... arguments) {
    return CliRun.of(
        Stream.concat(Stream.of("check", "--format", "github"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void namesCommandNothing(String name) throws IOException {
    String file = Files.writeString(folder.resolve("a.toml"), toml(name)).toString();
    List<Command> commands = ours(check(file));
    assertThat(commands)
        .isNotEmpty()
        .allMatch(command -> command.properties().get("file").equals(file));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void namesOfFilesCommandNothing(String name) throws IOException {
    ours(check(name, name + ".toml", "./" + name));
    String file = name.replace('/', '_') + ".toml";
    Path path = Files.writeString(folder.resolve(file), toml("a"));
    List<Command> commands = ours(check(path.toString()));
    boolean keeps = !file.matches("(?s).*(##\\[|[\u000B\f\u0085\u2028\u2029]).*");
    if (keeps) {
      assertThat(commands)
          .isNotEmpty()
          .allMatch(command -> command.properties().get("file").equals(path.toString()));
    }
    Files.writeString(path, "a = ::error::x\n ::error::x ##[error]x\n");
    ours(check(path.toString()));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void optionsCommandNothing(String text) {
    String pico = "zkvms/pico.toml";
    ours(check("--set", text, pico));
    ours(CliRun.of("validate", "--format=github", "--set", "num_queries=9 #" + text, pico, text));
    ours(check("--set", text + "=1", pico));
    ours(check("--set", "num_queries=" + text, pico));
    ours(check("--regimes", text, pico));
    ours(check("--min-bits", text, pico));
    ours(check("--max-proof-size", text, pico));
    ours(check("--" + text, pico));
    ours(check("--milestone", text, pico));
    CliRun unknown = CliRun.of(text, "--format=github");
    assertThat(RunnerModel.commands(unknown.out() + unknown.err())).isEmpty();
  }

  @Test
  void standardInputCommandsNothing() {
    CliRun run = CliRun.reading("::error::x\n##[error]x\n", "check", "--format", "github", "-");
    assertThat(ours(run)).isNotEmpty();
    assertThat(run.err()).contains("\n:\uFFFDerror:\uFFFDx\n^");
  }

  /** The model itself finds what is there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "::error file=a%3A%2Cb,line=1::c%0Ad%25", " \t::error file=a%3A%2Cb,line=1::c%0Ad%25",
        "x\u2028::error file=a%3A%2Cb,line=1::c%0Ad%25", "x ##[error file=a:,b;line=1]c%0Ad%25"
      })
  void theModelFindsCommands(String log) {
    assertThat(RunnerModel.commands(log)).hasSize(1);
    Command command = RunnerModel.commands(log).get(0);
    assertThat(command.name()).isEqualTo("error");
    assertThat(command.properties()).containsEntry("file", "a:,b").containsEntry("line", "1");
    assertThat(command.data()).isEqualTo("c\nd%");
  }
}
