package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What bash offers for the last word of a command line. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "completion is for bash and zsh")
class CompletionCommandTest {
  /** What the script offers where bash is to offer the names of files. */
  private static final List<String> FILES = List.of("compopt -o default");

  /** Calls what is registered as bash does, which alone may call its own compopt. */
  private static final String TAB =
      """
      source "$0"
      compopt() { options="compopt $*"; }
      COMP_LINE="$*" COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) options=
      read -r -a registered <<<"$(complete -p soundcalc)"
      [ "${registered[*]:0:4}" = "complete -o default -F" ] || exit 1
      "${registered[4]}"
      [ -n "${COMPREPLY[*]}" ] || COMPREPLY=("$options")
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  @TempDir private Path folder;
  private Path script;

  @BeforeEach
  void writeScript() throws IOException {
    CliRun run = CliRun.of("completion", "bash");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    script = Files.writeString(folder.resolve("completion.bash"), run.out());
  }

  static Stream<CommandSpec> commands() {
    return Commands.all().entrySet().stream()
        .map(entry -> Commands.spec(entry.getKey(), entry.getValue()).name(entry.getKey()));
  }

  @Test
  void everySubcommandIsOffered() throws Exception {
    assertThat(offered("soundcalc", ""))
        .containsExactlyInAnyOrderElementsOf(Commands.all().keySet());
    assertThat(offered("soundcalc", "est")).containsExactly("estimate");
    assertThat(offered("soundcalc", "--")).contains("--help", "--version");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionIsOffered(CommandSpec command) throws Exception {
    List<String> names = new ArrayList<>();
    command.options().forEach(option -> names.addAll(List.of(option.names())));
    assertThat(offered("soundcalc", command.name(), "-"))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  /** As two words, and as the three that bash makes of {@code --format=json}. */
  @ParameterizedTest
  @MethodSource("commands")
  void everyWordOfAnOptionIsOffered(CommandSpec command) throws Exception {
    for (OptionSpec option : command.options()) {
      if (option.completionCandidates() != null) {
        List<String> words = new ArrayList<>();
        option.completionCandidates().forEach(words::add);
        String name = option.longestName();
        assertThat(offered("soundcalc", command.name(), name, "")).isEqualTo(words);
        assertThat(offered("soundcalc", command.name(), name, "=")).isEqualTo(words);
        String last = words.get(words.size() - 1);
        String beginning = last.substring(0, last.length() - 1);
        assertThat(offered("soundcalc", command.name(), name, "=", beginning)).containsOnly(last);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "estimate ",
        "estimate zk",
        "estimate --format json zk",
        "estimate --format = json zk",
        "estimate zkvms/pico.toml zk",
        "explain --circuit riscv zk",
        "validate --strict zk",
        "validate --strict zkvms/p",
      })
  void filesAreOfferedByBash(String words) throws Exception {
    List<String> line = new ArrayList<>(List.of("soundcalc"));
    line.addAll(List.of(words.split(" ", -1)));
    assertThat(offered(line.toArray(String[]::new))).isEqualTo(FILES);
  }

  @Test
  void shellsAreOffered() throws Exception {
    assertThat(offered("soundcalc", "completion", "")).containsExactly("bash", "zsh");
  }

  /** Of a parameter of the type File, picocli's script runs what a name says in {@code $( )}. */
  @Test
  void namesOfFilesAreNotExpanded() throws IOException {
    assertThat(Files.readString(script)).doesNotContain("compgen -f");
  }

  /** The script says how to use it as the help does, and not as picocli would. */
  @Test
  void headerAgreesWithTheHelp() throws IOException {
    String help = CliRun.of("completion", "--help").out();
    assertThat(Files.readString(script))
        .startsWith("# Completes ")
        .contains("\n# References\n")
        .doesNotContain("bash_profile", "YOUR_APP_HOME", "bash-completion.d");
    for (String shell : List.of("bash", "zsh")) {
      String line = "  source <(soundcalc completion " + shell + ")\n";
      assertThat(help).contains(line);
      assertThat(Files.readString(script)).contains("\n# " + line);
    }
  }

  @Test
  void bothShellsReadTheSame() throws IOException {
    assertThat(CliRun.of("completion", "zsh").out()).isEqualTo(Files.readString(script));
  }

  @Test
  void otherShellsAreBadUsage() {
    CliRun run = CliRun.of("completion", "fish");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("expected one of bash, zsh, got fish");
  }

  private List<String> offered(String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("bash", "--noprofile", "--norc", "-c", TAB, script.toString()));
    command.addAll(List.of(words));
    Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
    bash.getOutputStream().close();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).as(output).isZero();
    return output.lines().toList();
  }
}
