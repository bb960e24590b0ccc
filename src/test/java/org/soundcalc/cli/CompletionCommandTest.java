package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.testing.ShellRun;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What bash offers for the last word of a command line. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "completion is for bash and zsh")
class CompletionCommandTest {
  /** What no word of a command line is. */
  private static final String END = "\u0001";

  /**
   * Calls what is registered as bash does, which alone may call its own compopt, for each command
   * line: one shell for all of them, since to start it takes longest.
   */
  private static final String TAB =
      """
      source "$0"
      compopt() { options="compopt $*"; }
      read -r -a registered <<<"$(complete -p soundcalc)"
      [ "${registered[*]:0:2}" = "complete -F" ] || exit 1
      line=()
      for word in "$@"; do
        if [ "$word" != $'\\x01' ]; then
          line+=("$word")
          continue
        fi
        COMP_LINE="${line[*]}" COMP_WORDS=("${line[@]}") COMP_CWORD=$((${#line[@]} - 1)) options= COMPREPLY=()
        "${registered[2]}"
        [ -n "${COMPREPLY[*]}" ] || COMPREPLY=("$options")
        printf '%s\\n' "${COMPREPLY[@]}" "$word"
        line=()
      done
      """;

  @TempDir private static Path shared;
  private static Path script;

  @TempDir private Path folder;

  @BeforeAll
  static void writeScript() throws IOException {
    CliRun run = CliRun.of("completion", "bash");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    script = Files.writeString(shared.resolve("completion.bash"), run.out());
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
    List<List<String>> lines = new ArrayList<>();
    List<List<String>> expected = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      if (option.completionCandidates() != null) {
        List<String> words = new ArrayList<>();
        option.completionCandidates().forEach(words::add);
        String name = option.longestName();
        lines.add(List.of("soundcalc", command.name(), name, ""));
        lines.add(List.of("soundcalc", command.name(), name, "="));
        String last = words.get(words.size() - 1);
        String beginning = last.substring(0, last.length() - 1);
        lines.add(List.of("soundcalc", command.name(), name, "=", beginning));
        expected.addAll(List.of(words, words, List.of(last)));
      }
    }
    List<List<String>> offered = offered(lines);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(offered.get(i)).as("%s", lines.get(i)).isEqualTo(expected.get(i));
    }
  }

  /** Several sets are one word. */
  @ParameterizedTest
  @CsvSource({
    "compare, '', 'may-2026;september-2026;may-2026,september-2026'",
    "compare, 'may-2026,', 'may-2026,september-2026'",
    "check, '', 'may-2026;september-2026'",
  })
  void setsOfTheoremsAreOffered(String command, String beginning, String sets) throws Exception {
    assertThat(offered("soundcalc", command, "--bounds", beginning))
        .containsExactly(sets.split(";"));
  }

  /** Folders and .toml files, wherever a FILE may stand. */
  @ParameterizedTest
  @CsvSource({
    "estimate zk, zkvms",
    "estimate --format json zk, zkvms",
    "estimate --format = json zk, zkvms",
    "estimate zkvms/pico.toml zk, zkvms",
    "explain --circuit riscv zk, zkvms",
    "validate --strict zk, zkvms",
    "validate --strict zkvms/p, zkvms/pico.toml",
    "validate pom, compopt -o filenames",
  })
  void filesAreOffered(String words, String file) throws Exception {
    List<String> line = new ArrayList<>(List.of("soundcalc"));
    line.addAll(List.of(words.split(" ", -1)));
    assertThat(offered(line.toArray(String[]::new))).containsExactly(file);
  }

  @Test
  void namesOfFilesAreNotRun() throws Exception {
    Files.createFile(folder.resolve("$(touch run).toml"));
    Files.createFile(folder.resolve("`touch run`.toml"));
    Files.createFile(folder.resolve("other.txt"));
    assertThat(offered("soundcalc", "estimate", folder + "/"))
        .containsExactlyInAnyOrder(folder + "/$(touch run).toml", folder + "/`touch run`.toml");
    assertThat(folder.resolve("run")).doesNotExist();
    assertThat(Path.of("run")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "circuits, zkvms/pico.toml, 'riscv,convert,combine,compress,embed'",
    "terms, zkvms/pico.toml --circuit embed, 'batching,commit round 1'",
    "terms, zkvms/pico.toml --regime toy, 'toy problem,proof size'",
    "regimes, zkvms/sp1.toml, udr",
    "regimes, , 'udr,jbr,jbr-best'",
    "keys, zkvms/pico.toml, 'field=,hash_size_bits=,rho='",
    "fixed, zkvms/pico.toml, 'field,hash_size_bits,rho'",
    "levers, zkvms/pico.toml num, 'field=,hash_size_bits=,rho='",
    "keys, zkvms/pico.toml riscv., 'riscv.field=,riscv.hash_size_bits='",
    "circuits, zkvms/none.toml, ",
    "circuits, pom.xml, ",
    "nothing, zkvms/pico.toml, ",
    "circuits, , ",
  })
  void whatIsInAFileIsToldWithoutErrors(String kind, String words, String names) {
    List<String> line = new ArrayList<>(List.of(Candidates.COMMAND, kind));
    if (words != null) {
      line.addAll(List.of(words.split(" ")));
    }
    CliRun run = CliRun.of(line.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    List<String> expected = names == null ? List.of() : List.of(names.split(","));
    assertThat(run.out().lines().limit(Math.max(1, expected.size())).toList()).isEqualTo(expected);
  }

  /** Of lookups too, in the spelling of --set. */
  @Test
  void keysOfLookupsAreToldWhereACircuitIsNamed() {
    String[] line = {Candidates.COMMAND, "keys", "zkvms/pico.toml", "riscv."};
    assertThat(CliRun.of(line).out().lines()).contains("riscv.byte.grinding_bits_lookup=");
  }

  /** The program stands for itself: what it is called with, and names with a meaning to a shell. */
  @Test
  void namesAreQuotedAndNotRun() throws Exception {
    Path program = folder.resolve("soundcalc");
    String names = "commit round 1\n$(touch run)\n`touch run`; touch run\ncommit 'x'\n";
    Files.writeString(
        program,
        "#!/bin/sh\nprintf '%s|' \"$@\" >\"${0%/*}/called\"\ncat <<'NAMES'\n" + names + "NAMES\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    String file = "my\\ file.toml";
    assertThat(offered(program.toString(), "explain", file, "--term", "com"))
        .containsExactly("commit\\ round\\ 1", "commit\\ \\'x\\'");
    assertThat(folder.resolve("called"))
        .hasContent("__complete|terms|explain|my file.toml|--term|com|");
    assertThat(offered(program.toString(), "explain", file, "--term", "=", "'commit r"))
        .containsExactly("commit round 1");
    assertThat(offered(program.toString(), "explain", file, "--circuit", ""))
        .contains("\\$\\(touch\\ run\\)", "\\`touch\\ run\\`\\;\\ touch\\ run");
    assertThat(Path.of("run")).doesNotExist();
  }

  /** zsh reads the same functions; where it is on the machine, it must find no fault in them. */
  @Test
  void theScriptIsOneOfBothShells() throws Exception {
    assertThat(Files.readString(script)).contains("bashcompinit", "ZSH_VERSION");
    for (String shell : List.of("bash", "zsh")) {
      boolean isThere =
          Stream.of(System.getenv("PATH").split(":"))
              .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
      if (isThere) {
        Process check = new ProcessBuilder(shell, "-n", script.toString()).start();
        assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).isZero();
      }
    }
  }

  /** Where zsh is on the machine: it calls the function emulating sh, with the same variables. */
  @Test
  void zshOffersNamesToo() throws Exception {
    boolean isThere =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "zsh")));
    assumeTrue(isThere);
    Path program = folder.resolve("soundcalc");
    Files.writeString(program, "#!/bin/sh\necho \"$*\"\necho commit round 1\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    String tab =
        """
        source "$0"
        tab() {
          emulate -L sh
          COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
          _soundcalc
          printf '%s\\n' "${COMPREPLY[@]}"
        }
        tab "$@"
        """;
    String name = program.toString();
    for (String term : List.of("com", "'com")) {
      List<String> line = List.of(script.toString(), name, "explain", "a.toml", "--term", term);
      List<String> command = new ArrayList<>(List.of("zsh", "-f", "-c", tab));
      command.addAll(line);
      ShellRun run = ShellRun.of(folder, Map.of("HOME", folder.toString()), command);
      assertThat(run.output()).isEqualTo("commit round 1\n");
    }
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
    return offered(List.of(List.of(words))).get(0);
  }

  /** What is offered for the last word of each command line. */
  private List<List<String>> offered(List<List<String>> lines) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("bash", "--noprofile", "--norc", "-c", TAB, script.toString()));
    for (List<String> line : lines) {
      command.addAll(line);
      command.add(END);
    }
    Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
    bash.getOutputStream().close();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).as(output).isZero();
    List<List<String>> offered =
        Stream.of(output.split(END + "\n", -1)).map(its -> its.lines().toList()).toList();
    assertThat(offered).as(output).hasSize(lines.size() + 1);
    return offered.subList(0, lines.size());
  }
}
