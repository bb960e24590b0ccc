package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.TomlText;

/** Every command says what is wrong with the top-level tables of a file, whichever are there. */
class TopLevelTablesTest {
  private static final Map<String, String> SOUND =
      Map.of(
          "zkevm", "[zkevm]\nname = \"Z\"\nfield = \"KoalaBear^4\"\nhash_size_bits = 256\n",
          "circuits", "[[circuits]]\n" + circuit(),
          "recursion", "[recursion]\nmax_leaf_proofs = 1\n",
          "swirl", "[swirl]\nlogup_pow_bits = 1\n");

  private static final List<String> TABLES = List.of("zkevm", "circuits", "recursion", "swirl");

  private static String circuit() {
    return "name = \"main\"\n" + TomlText.friStark();
  }

  /** The command line of each command that reads files, for standard input. */
  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("estimate", "-"),
        List.of("estimate", "--format", "json", "-"),
        List.of("check", "--min-bits", "1", "-"),
        List.of("estimate", "--set", "num_queries=50", "-"),
        List.of("compare", "zkvms/dummy_whir.toml", "-"),
        List.of("diff", "zkvms/dummy_whir.toml", "-"),
        List.of("diff", "-", "zkvms/dummy_whir.toml"),
        List.of("explain", "--circuit", "main", "--regime", "UDR", "-"),
        List.of("graph", "-"),
        List.of("validate", "-"));
  }

  private enum State {
    SOUND,
    EMPTY,
    MISSING
  }

  /** Each combination, by the commands in turn. */
  @Test
  void presentEmptyOrMissing() {
    List<List<String>> commands = commands().toList();
    List<List<State>> combinations = combinations();
    for (int i = 0; i < combinations.size(); i++) {
      check(commands.get(i % commands.size()), combinations.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("thorough")
  void presentEmptyOrMissing(List<String> command) {
    combinations().forEach(states -> check(command, states));
  }

  private static List<List<State>> combinations() {
    List<List<State>> combinations = new ArrayList<>();
    for (State zkevm : State.values()) {
      for (State circuits : State.values()) {
        for (State recursion : State.values()) {
          for (State swirl : State.values()) {
            combinations.add(List.of(zkevm, circuits, recursion, swirl));
          }
        }
      }
    }
    return combinations;
  }

  private static void check(List<String> command, List<State> states) {
    StringBuilder toml = new StringBuilder("# a file\n");
    for (int i = 0; i < TABLES.size(); i++) {
      toml.append(text(TABLES.get(i), states.get(i)));
    }
    List<String> expected = new ArrayList<>();
    if (states.get(0) == State.MISSING) {
      expected.add("[zkevm] is missing: the table with the zkVM's name");
    } else if (states.get(0) == State.EMPTY) {
      expected.add("[zkevm]: name is missing (must be a non-empty string in quotes)");
    }
    if (states.get(1) == State.MISSING) {
      expected.add("there is no circuit: [[circuits]] is missing");
    } else if (states.get(1) == State.EMPTY) {
      expected.add("circuit 1: name is missing (must be a non-empty string in quotes)");
    }
    if (states.get(1) == State.SOUND && states.get(2) == State.EMPTY) {
      expected.add("max_leaf_proofs in [recursion] must say how many of its proofs there are");
    }
    if (expected.isEmpty() && states.get(2) == State.MISSING && command.contains("graph")) {
      expected.add("no tree of proofs");
    }
    check(command, toml.toString(), expected);
  }

  private static String text(String table, State state) {
    return switch (state) {
      case SOUND -> SOUND.get(table);
      case EMPTY -> table.equals("circuits") ? "[[circuits]]\n" : "[" + table + "]\n";
      case MISSING -> "";
    };
  }

  private static void check(List<String> command, String toml, List<String> errors) {
    CliRun run = CliRun.reading(toml, command.toArray(String[]::new));
    if (errors.isEmpty()) {
      assertThat(run.code()).as("%s of%n%s%s", command, toml, run.err()).isIn(0, 1);
      return;
    }
    assertThat(run.code()).as("%s of%n%s%s", command, toml, run.err()).isEqualTo(2);
    // validate's diagnostics are its output
    assertThat(run.out() + run.err()).contains(errors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"x\"", "true", "1979-05-27", "[]", "[1]", "[{}]", "{}", "{x = 1}"})
  void somethingElseInTheirPlace(String value) {
    for (String table : TABLES) {
      boolean isTable = value.startsWith("{");
      boolean isFit = table.equals("circuits") ? value.equals("[{}]") : isTable;
      List<String> errors = new ArrayList<>();
      if (!isFit && table.equals("circuits")) {
        errors.add(
            switch (value) {
              case "[]" -> "there is no circuit: the array is empty";
              case "[1]" -> "circuit 1 must be a table, got 1";
              default -> "circuits must be an array of tables, each under [[circuits]], got";
            });
      } else if (!isFit) {
        errors.add(table + " must be a table, written [" + table + "], got ");
      } else if (table.equals("zkevm")) {
        errors.add("[zkevm]: name is missing");
      } else if (table.equals("circuits")) {
        errors.add("circuit 1: name is missing");
      } else if (table.equals("recursion")) {
        errors.add("max_leaf_proofs in [recursion] must say how many of its proofs there are");
      }
      String others =
          TABLES.stream()
              .filter(t -> !t.equals(table))
              .map(SOUND::get)
              .collect(Collectors.joining());
      commands().forEach(command -> check(command, table + " = " + value + "\n" + others, errors));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"max_leaf_proofs = 3", "max_leaf_proofs = { main = 3 }", "x = 1"})
  void recursionWithoutCircuits(String key) {
    String toml = SOUND.get("zkevm") + "[recursion]\n" + key + "\n";
    commands().forEach(command -> check(command, toml, List.of("there is no circuit")));
    assertThat(CliRun.reading(toml, "validate", "-").out())
        .contains("1 file, 1 error")
        .doesNotContain("max_leaf_proofs");
  }
}
