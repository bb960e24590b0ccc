package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.testing.TomlText;

/** What a file says of searches: each mistake has its place, and no limit is lost. */
class SearchTableTest {
  private static String pico(String search) throws IOException {
    return Files.readString(Path.of("zkvms/pico.toml")) + search;
  }

  private static SearchOptions read(String search) throws IOException {
    Loaded loaded = TomlText.load(pico(search));
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.zkvm().orElseThrow().search();
  }

  @Test
  void aFileNeedNotHaveIt() throws IOException {
    assertThat(read("")).isEqualTo(SearchOptions.NONE);
    assertThat(read("").of("embed").values()).isEmpty();
  }

  @Test
  void aCircuitsOwnTableWins() throws IOException {
    SearchOptions search =
        read(
            """
            [search]
            milestone = "h-star"
            minimize = "prover"
            max_prover = "2x"
            max_grinding = 24
            fix = ["grinding_deep"]
            [search.vary]
            rho = "1/8..1/64"
            num_queries = "1..100"
            [search.circuits.embed]
            min_bits = 100
            max_prover = "1.5x"
            fix = ["rho"]
            [search.circuits.embed.vary]
            num_queries = "21,22"
            """);
    SearchOptions.Part riscv = search.of("riscv");
    assertThat(riscv.values())
        .isEqualTo(
            Map.of(
                "milestone",
                "h-star",
                "minimize",
                "prover",
                "max_prover",
                "2x",
                "max_grinding",
                "24"));
    assertThat(riscv.varied()).isEqualTo(Map.of("rho", "1/8..1/64", "num_queries", "1..100"));
    assertThat(riscv.fixed()).isEqualTo(Optional.of(List.of("grinding_deep")));
    SearchOptions.Part embed = search.of("embed");
    // its own bits, not those of the milestone for all
    assertThat(embed.values())
        .isEqualTo(
            Map.of(
                "min_bits",
                "100",
                "minimize",
                "prover",
                "max_prover",
                "1.5x",
                "max_grinding",
                "24"));
    assertThat(embed.varied()).isEqualTo(Map.of("num_queries", "21,22"));
    assertThat(embed.fixed()).isEqualTo(Optional.of(List.of("rho")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "milestone = \"h-starr\" | 13 | milestone must be \"glamsterdam\" or \"h-star\", got"
            + " \"h-starr\"; did you mean h-star?",
        "minimise = \"prover\" | 1 | minimise is not a key of [search]; did you mean minimize?",
        "max_prover = \"0x\" | 14 | max_prover must be a multiple of today's above 0, such as"
            + " \"1.5x\", got \"0x\"",
        "max_prover = 2 | 14 | max_prover must be a multiple of today's above 0, written as \"2x\","
            + " got 2",
        "fix = [\"rho\", \"num_queries\", \"rho\"] | 30 | fix[2] is rho, as fix[0] is: leave out"
            + " one",
        "vary.rho = \"1/3\" | 12 | vary.rho = \"1/3\": rho must be 0.5, 0.25, 0.125 or a smaller"
            + " power of two, got \"1/3\": write 1/2 or 1/4",
        "max_proof_size = \"300\" | 18 | max_proof_size must be a size with a unit in quotes,"
            + " written as \"300KiB\", got \"300\"",
        "max_grinding = 129 | 16 | max_grinding must be an integer from 0 to 128, got 129",
        "min_bits = -1 | 12 | min_bits must be an integer from 0 to 999999999, got -1",
        "space = \"all\" | 9 | space must be \"free\" or \"tuned\" or \"redesign\", got \"all\"",
        "fix = [\"rho\", \"rhoo\"] | 15 | fix[1] names no key of the circuits; did you mean rho?",
        "fix = \"rho\" | 7 | fix must be an array of names of keys, got \"rho\"",
        "vary.num_querys = \"1..5\" | 1 | vary.num_querys names no key of the circuits; did you"
            + " mean num_queries?",
        "vary.num_queries = 5 | 20 | vary.num_queries must be a domain in quotes, such as"
            + " \"1..400\", got 5",
        "vary.num_queries = \"9..1\" | 20 | vary.num_queries = \"9..1\": the range 9..1 is"
            + " reversed: write 1..9",
        "vary.trace_length = \"1024\" | 21 | vary.trace_length = \"1024\": trace_length is part of"
            + " what is proven, and not of how: sweep varies it",
        "vary.fri_early_stop_degree = \"8\" | 30 | vary.fri_early_stop_degree = \"8\":"
            + " fri_early_stop_degree follows from the folds: vary fri_folding_factors",
        "vary = 3 | 8 | must be a table, written [search.vary], got 3",
        "circuits.embd = {} | 1 | circuits.embd names no circuit; did you mean embed?",
        "circuits.embed = 3 | 18 | must be a table, written [search.circuits.embed], got 3",
      })
  void eachMistakeHasItsPlace(String line, int column, String message) throws IOException {
    String text = pico("[search]\n" + line + "\n");
    long number = text.lines().count();
    assertThat(TomlText.errors(text))
        .containsExactly("t.toml:%d:%d: error: [search]: %s".formatted(number, column, message));
  }

  @Test
  void whatIsFixedIsNotVaried() throws IOException {
    String text = pico("[search]\nfix = [\"rho\"]\nvary.rho = \"1/2\"\n");
    assertThat(TomlText.errors(text))
        .singleElement()
        .asString()
        .endsWith(":1: error: [search]: rho is varied, and fix names it: keep one");
  }

  /** Its spelling apart, a key is one key: nothing is varied that stays. */
  @Test
  void aLookupsKeyIsItselfHoweverItIsWritten() throws IOException {
    String text =
        pico(
            """
            [search]
            fix = ["byte.grinding_bits_lookup"]
            vary."lookups[byte].grinding_bits_lookup" = "1"
            """);
    assertThat(TomlText.errors(text))
        .singleElement()
        .asString()
        .endsWith("byte.grinding_bits_lookup is varied, and fix names it: keep one");
    assertThat(read("[search.vary]\n\"lookups[byte].grinding_bits_lookup\" = \"1\"\n"))
        .isEqualTo(read("[search.vary]\n\"byte.grinding_bits_lookup\" = \"1\"\n"));
  }

  /** Tables of one circuit have no tables of circuits in them. */
  @Test
  void circuitsHaveNoCircuits() throws IOException {
    String text = pico("[search.circuits.embed.circuits.riscv]\nfix = []\n");
    assertThat(TomlText.errors(text))
        .singleElement()
        .asString()
        .contains("[search.circuits.embed]: circuits is not a key of [search.circuits.embed]");
  }

  @Test
  void itIsATable() {
    assertThat(TomlText.errors("search = 3\n"))
        .contains("t.toml:1:10: error: search must be a table, written [search], got 3");
  }
}
