package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soundcalc.testing.RunnerModel;
import org.soundcalc.testing.RunnerModel.Command;

/** What a figure takes for granted is shown at the key that is to blame, once. */
class CaveatPlacesTest {
  private static final String TOML =
      """
      [zkevm]
      name = "a"
      field = "KoalaBear^4"
      hash_size_bits = 248
      domain_shrink = 4

      [[circuits]]
      name = "core"
      protocol_family = "FRI_STARK"
      rho = 0.5
      trace_length = 1048576
      batch_size = 200
      power_batching = true
      num_queries = 100
      fri_folding_factors = [8, 8, 8, 8, 8, 8]
      fri_early_stop_degree = 8
      grinding_query_phase = 16
      grinding_commit_phase = 41
      num_constraints = 500
      air_max_degree = 3
      opening_points = 2
        layers = 2

      [[circuits.lookups]]
      name = "byte"
      rows_L = 4194304
      rows_T = 256
      num_lookups_M = 2048
      grinding_bits_lookup = 45
      """;

  @TempDir private Path folder;

  private String file(String toml) throws IOException {
    return Files.writeString(folder.resolve("a.toml"), toml).toString();
  }

  @Test
  void eachIsAtItsKey() throws IOException {
    String file = file(TOML);
    JsonNode caveats =
        new ObjectMapper()
            .readTree(CliRun.of("check", "--format", "json", file).out())
            .at("/zkvms/0/caveats");
    List<String> places = new ArrayList<>();
    caveats.forEach(
        c -> places.add(c.at("/kind").textValue() + " " + c.at("/line") + ":" + c.at("/column")));
    assertThat(places)
        .containsExactlyInAnyOrder(
            "hash 4:18",
            "grinding 18:25",
            "grinding 29:24",
            "lookup-hypothesis 26:10",
            "ignored-key 5:1",
            "ignored-key 22:3");
    String sarif = CliRun.of("check", "--format", "sarif", file).out();
    assertThat(sarif.replaceAll("\\s+", ""))
        .contains("\"startLine\":26,\"startColumn\":10,\"endColumn\":17");
    assertThat(CliRun.of("check", "--strict", "--format=text", file).out()).contains("FAIL");
  }

  /** The reader's warning of a lookup says the same as the caveat. */
  @Test
  void aHypothesisIsAnnotatedOnce() throws IOException {
    for (String strict : List.of("--strict", "--min-bits=1")) {
      String log = CliRun.of("check", "--format", "github", strict, file(TOML)).out();
      List<Command> commands = RunnerModel.commands(log);
      assertThat(commands)
          .filteredOn(command -> command.data().contains("bound holds only if"))
          .singleElement()
          .satisfies(
              command ->
                  assertThat(command.properties())
                      .containsEntry("line", "26")
                      .containsEntry("col", "10")
                      .containsEntry("endColumn", "17"));
    }
  }

  /** A circuit whose list of codewords is not bounded: its opening points are to blame. */
  @Test
  void aListBoundIsAtTheOpeningPoints() throws IOException {
    String wide = TOML.replace("opening_points = 2", "opening_points = 400000");
    String json = CliRun.of("check", "--format", "json", file(wide)).out();
    JsonNode caveats = new ObjectMapper().readTree(json).at("/zkvms/0/caveats");
    assertThat(caveats)
        .filteredOn(caveat -> caveat.at("/kind").textValue().equals("list-bound"))
        .isNotEmpty()
        .allMatch(caveat -> caveat.at("/line").intValue() == 21);
  }

  /** Its ALI has no bits, of which no key can be raised; so many bits no regime has either. */
  @Test
  void aFailureForWantOfAListBoundIsAtTheOpeningPoints() throws IOException {
    String wide = TOML.replace("opening_points = 2", "opening_points = 400000");
    String[] check = {
      "check", "--accounting", "strict", "--regimes", "jbr", "--min-bits", "900", file(wide)
    };
    assertThat(CliRun.of(check).out()).contains("a.toml:21:18: ").contains("(ALI): no change");
  }

  /** What the reader warns of is the caveat, in its words. */
  @Test
  void anIgnoredKeyIsAnnotatedOnce() throws IOException {
    for (String strict : List.of("--strict", "--min-bits=1")) {
      String log = CliRun.of("check", "--format", "github", strict, file(TOML)).out();
      assertThat(RunnerModel.commands(log))
          .filteredOn(command -> command.data().contains("domain_shrink"))
          .singleElement()
          .satisfies(command -> assertThat(command.properties()).containsEntry("line", "5"));
      String sarif = CliRun.of("check", "--format", "sarif", strict, file(TOML)).out();
      JsonNode results = new ObjectMapper().readTree(sarif).at("/runs/0/results");
      assertThat(results)
          .filteredOn(its -> its.at("/message/text").textValue().contains("domain_shrink"))
          .hasSize(1);
    }
  }

  /** No file is called --set. */
  @Test
  void aWrongOptionIsInNoFile() throws IOException {
    String[] check = {"check", "--set=num_queries=-3", "--format", "github", "zkvms/pico.toml"};
    List<Command> commands = RunnerModel.commands(CliRun.of(check).out());
    assertThat(commands)
        .isNotEmpty()
        .allMatch(command -> command.properties().isEmpty())
        .allMatch(command -> command.data().startsWith("--set num_queries=-3: num_queries must"));
    check[3] = "sarif";
    JsonNode results = new ObjectMapper().readTree(CliRun.of(check).out()).at("/runs/0/results");
    assertThat(results)
        .isNotEmpty()
        .allMatch(
            result ->
                result
                    .at("/locations/0/physicalLocation/artifactLocation/uri")
                    .textValue()
                    .equals("zkvms/pico.toml"))
        .allMatch(result -> result.at("/message/text").textValue().startsWith("--set num_queries"));
  }
}
