package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gate says stands at the key to change. */
class PlacesTest {
  /** The lookup "large" has 98 bits at UDR, all else 116 or more. */
  private static final String LOOKUP =
      """
      [zkevm]
      name = "Small"
      field = "Goldilocks^2"
      hash_size_bits = 256

      [[circuits]]
      name = "only"
      protocol_family = "FRI_STARK"
      rho = 0.25
      trace_length = 1024
      batch_size = 2
      power_batching = false
      num_queries = 200
      fri_folding_factors = [4, 4]
      fri_early_stop_degree = 256
      grinding_query_phase = 16
      num_constraints = 2
      air_max_degree = 2
      opening_points = 2
      [[circuits.lookups]]
      name = "small"
      rows_L = 16
      rows_T = 16
      [[circuits.lookups]]
      name = "large"
      rows_L = 4294967296
      rows_T = 256
      grinding_bits_lookup = 3
      """;

  /** The text at the place of each shortfall. */
  private static List<String> texts(String source, String json) throws IOException {
    List<String> lines = source.lines().toList();
    JsonNode zkvm = new ObjectMapper().readTree(json).at("/zkvms/0");
    return zkvm.findValue("shortfalls").findParents("line").stream()
        .map(
            lack ->
                lines.get(lack.get("line").asInt() - 1).substring(lack.get("column").asInt() - 1))
        .toList();
  }

  private static List<String> texts(Path file, String... options) throws IOException {
    String[] arguments =
        Stream.concat(Stream.of("check", "--format=json", file.toString()), Stream.of(options))
            .toArray(String[]::new);
    return texts(Files.readString(file), CliRun.of(arguments).out());
  }

  /** With one change that is enough, and where none is: the query phase has a key of its own. */
  @ParameterizedTest
  @CsvSource({"54, 3", "128, 5"})
  void theQueryPhaseStandsAtTheQueries(int bits, int circuits) throws IOException {
    List<String> texts = texts(Path.of("zkvms", "pico.toml"), "--min-bits=" + bits);
    assertThat(texts).hasSize(circuits).allMatch(text -> text.matches("[0-9]+"));
    assertThat(texts.get(0)).isEqualTo("84");
  }

  @Test
  void aLookupStandsAtItsOwnKey(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("small.toml"), LOOKUP);
    assertThat(texts(file, "--regimes=udr", "--min-bits=99")).containsExactly("3");
  }

  /** A term that no key raises, and a key that the file leaves out, stand at the circuit. */
  @Test
  void whatNoKeyDecidesStandsAtTheCircuit(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("small.toml"), LOOKUP);
    assertThat(texts(file, "--regimes=udr", "--min-bits=9999")).containsExactly("[[circuits]]");
    String without = LOOKUP.replace("grinding_bits_lookup = 3\n", "");
    assertThat(texts(Files.writeString(file, without), "--regimes=udr", "--min-bits=96"))
        .containsExactly("[[circuits.lookups]]");
  }

  @Test
  void everyFormatPointsAtTheValue() {
    String[] check = {"check", "--min-bits=54", "zkvms/pico.toml", "--format"};
    for (String[] expected :
        new String[][] {
          {"text", "\n  zkvms/pico.toml:44:15: riscv "},
          {"junit", "\">zkvms/pico.toml:44:15: riscv "},
          {"github", "::error file=zkvms/pico.toml,line=44,col=15,endColumn=17,title"},
          {
            "sarif",
            """
            "startLine": 44,
                              "startColumn": 15,
                              "endColumn": 17
            """
          }
        }) {
      String[] arguments =
          Stream.concat(Stream.of(check), Stream.of(expected[0])).toArray(String[]::new);
      assertThat(CliRun.of(arguments).out()).contains(expected[1]);
    }
  }
}
