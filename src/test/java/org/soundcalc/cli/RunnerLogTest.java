package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.RunnerModel;
import org.soundcalc.testing.TomlText;

/** A runner reads every line of a step's log: no format of ours holds a command of strangers. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have other names there")
class RunnerLogTest {
  private static final Terminal RUNNER =
      Terminal.of(new Properties(), Map.of("GITHUB_ACTIONS", "true"));

  private static final List<String> NAMES =
      Stream.concat(
              GithubLogTest.hostile(),
              Stream.of(
                  "##vso[task.setvariable variable=PATH]x",
                  "##teamcity[buildStop comment='x']",
                  "\u00A0::error::y",
                  "a::b"))
          .filter(name -> !name.matches("(?s).*\\p{Cc}.*")) // which no name may have
          .toList();

  @TempDir private Path folder;
  private String file;

  @BeforeEach
  void writeFile() throws IOException {
    // wherever a file has names: every one is the first of something
    String name = quoted("##[error]x::error::x");
    StringBuilder toml =
        new StringBuilder("[zkevm]\nname = %s\nversion = %s\n".formatted(name, name));
    toml.append(
        "field = \"KoalaBear^4\"\nhash_size_bits = 256\n[recursion]\nmax_leaf_proofs = 4\n");
    NAMES.forEach(
        each ->
            toml.append(circuit(quoted(each)))
                .append(quoted(each))
                .append(" = 1 # ::error::x ##[error]x\n[[circuits.lookups]]\nname = ")
                .append(quoted(each))
                .append("\nrows_L = 65536\nrows_T = 256\n"));
    String all = NAMES.stream().map(RunnerLogTest::quoted).collect(Collectors.joining(","));
    toml.append(circuit("\"top\"")).append("verifies = [").append(all).append("]\narity = 1024\n");
    file = path(toml.toString());
  }

  private String path(String toml) throws IOException {
    return Files.writeString(folder.resolve("::error::x ##[error]x.toml"), toml).toString();
  }

  private static String quoted(String name) {
    StringBuilder quoted = new StringBuilder("\"");
    name.chars().forEach(c -> quoted.append(String.format("\\u%04X", c)));
    return quoted.append('"').toString();
  }

  private static String circuit(String name) {
    return "[[circuits]]\nname = " + name + "\ngrinding_query_phase = 16\n" + TomlText.friStark();
  }

  private static CliRun run(String... arguments) {
    CliRun run = CliRun.in(RUNNER, "", Plugins.installed(), arguments);
    assertThat(run.code()).as(run.err()).isNotEqualTo(ExitCode.DEFECT);
    assertThat(RunnerModel.commands(run.err())).as(run.err()).isEmpty();
    assertThat(RunnerModel.commands(run.out())).as(run.out()).isEmpty();
    return run;
  }

  private CliRun ofFile(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.replaceAll(argument -> argument.equals("FILE") ? file : argument);
    return run(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "estimate FILE",
        "estimate --verbose FILE",
        "estimate --format markdown FILE",
        "compare --per circuit FILE",
        "compare --per circuit --format markdown FILE",
        "check --min-bits 61 FILE",
        "check --strict FILE",
        "milestones FILE",
        "milestones --format markdown FILE",
        "explain FILE",
        "explain --format markdown FILE",
        "diff FILE zkvms/pico.toml",
        "diff --format markdown FILE zkvms/pico.toml",
        "graph FILE",
        "graph --format dot FILE",
        "graph --format mermaid FILE",
        "validate FILE",
        "help check"
      })
  void commandsCommandNothing(String command) {
    assertThat(ofFile(command).out()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "estimate",
        "compare --per circuit",
        "check --min-bits 61",
        "check --non-interactive"
      })
  void jsonIsWhatItWas(String command) throws Exception {
    CliRun run = ofFile(command + " --format json FILE");
    assertThat(run.code()).as(run.err()).isLessThan(ExitCode.BAD_INPUT);
    assertThat(texts(run.out())).containsAll(NAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "milestones --format json",
        "explain --format json",
        "validate --format json",
        "check --format sarif",
        "diff zkvms/pico.toml --format json"
      })
  void otherJsonCommandsNothing(String command) throws Exception {
    assertThat(texts(ofFile(command + " FILE").out())).anyMatch(text -> text.contains("##["));
  }

  @Test
  void xmlIsWhatItWas() throws Exception {
    for (String command : List.of("graph --format svg FILE", "check --format junit FILE")) {
      String read =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(
                  new ByteArrayInputStream(ofFile(command).out().getBytes(StandardCharsets.UTF_8)))
              .getDocumentElement()
              .getTextContent();
      assertThat(read).contains("##[error]x");
    }
  }

  /** CSV has no other way of writing {@code ##[}, but quotes for colons. */
  @Test
  void csvKeepsColons() {
    String rows = ofFile("estimate --format csv FILE").out();
    assertThat(rows).contains("\"::error::x\",").contains(",a::b,").contains("##\uFFFD[error]x");
    ofFile("compare --per circuit --format csv FILE");
    ofFile("milestones --format csv FILE");
  }

  /** Every option and operand that may hold a text of strangers: %s. */
  private static List<List<String>> lines() {
    String pico = "zkvms/pico.toml";
    List<List<String>> lines = new ArrayList<>();
    for (String command : List.of("estimate", "check", "diff", "validate", "milestones")) {
      lines.add(List.of(command, "--set", "num_queries=84 #%s", pico));
      lines.add(List.of(command, "--set", "riscv.num_queries=%s", pico));
      lines.add(List.of(command, "%s", pico));
    }
    lines.add(List.of("estimate", "--format", "markdown", "--set", "num_queries=84 #%s", pico));
    lines.add(List.of("estimate", "--regimes", "%s", pico));
    lines.add(List.of("estimate", "--%s", pico));
    lines.add(List.of("explain", "--circuit", "%s", pico));
    lines.add(List.of("%s"));
    return lines;
  }

  private static void runs(List<String> line, String text) {
    run(line.stream().map(word -> word.replace("%s", text)).toArray(String[]::new));
  }

  /** Each line once, and each text. */
  @Test
  void optionsCommandNothing() {
    for (int i = 0; i < Math.max(lines().size(), NAMES.size()); i++) {
      runs(lines().get(i % lines().size()), NAMES.get(i % NAMES.size()));
    }
  }

  @Test
  @Tag("thorough")
  void optionsCommandNothingWithAnyText() {
    lines().forEach(line -> NAMES.forEach(text -> runs(line, text)));
  }

  @Test
  void linesOfFilesCommandNothing() throws IOException {
    file = path("a = ::error::x\n ::error::x ##[error]x\n");
    for (String command : List.of("estimate FILE", "check FILE", "validate FILE")) {
      ofFile(command);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS, true, true",
    "GITHUB_ACTIONS, false, false",
    "TF_BUILD, True, true",
    "TEAMCITY_VERSION, 2025.11, true",
    "CI, true, false"
  })
  void runnersSayThatTheyReadTheLog(String variable, String value, boolean isRunner) {
    assertThat(Terminal.of(new Properties(), Map.of(variable, value)).runner()).isEqualTo(isRunner);
  }

  private static List<String> texts(String json) throws IOException {
    List<String> texts = new ArrayList<>();
    collect(new ObjectMapper().readTree(json), texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> collect(child, texts));
  }
}
