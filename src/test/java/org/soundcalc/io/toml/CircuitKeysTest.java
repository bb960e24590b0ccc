package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.soundcalc.io.toml.Loading.CIRCUIT;
import static org.soundcalc.io.toml.Loading.ZKEVM;
import static org.soundcalc.io.toml.Loading.circuit;
import static org.soundcalc.io.toml.Loading.load;
import static org.soundcalc.io.toml.Loading.report;

import org.junit.jupiter.api.Test;
import org.soundcalc.model.CircuitId;

class CircuitKeysTest {
  @Test
  void soundFileGivesItsCircuitsWithoutAWord() {
    Loaded loaded = load(ZKEVM + CIRCUIT + "proof_size = \"1.62 MB\"\n");

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.zkvm().orElseThrow().zkvm().name()).isEqualTo("Test");
    assertThat(loaded.zkvm().orElseThrow().zkvm().version()).isEmpty();
    CircuitId id = circuit(loaded, 0).id();
    assertThat(id.name()).isEqualTo("riscv");
    assertThat(id.family()).isEqualTo("TEST");
    assertThat(id.field().tomlName()).isEqualTo("Goldilocks^3");
    assertThat(id.hashBits()).isEqualTo(256);
    assertThat(id.measuredProofSize()).contains("1.62 MB");
    assertThat(circuit(loaded, 0).queries()).isEqualTo(10);
    assertThat(circuit(loaded, 0).batching()).isZero();
  }

  @Test
  void aMeasuredSizeThatIsNoneIsAWarning() {
    for (String none : new String[] {"300", "about 300 KiB", "1.5 kilobytes"}) {
      String toml = ZKEVM + CIRCUIT + "proof_size = \"%s\"\n".formatted(none);
      assertThat(circuit(load(toml), 0).id().measuredProofSize()).contains(none);
      assertThat(report(toml))
          .singleElement(as(STRING))
          .startsWith(
              "t.toml:11:14: warning: circuit \"riscv\": proof_size is no number with a unit, such"
                  + " as \"1.62 MB\", and is compared with nothing; units are KiB, ");
    }
  }

  @Test
  void circuitOverridesTheTableThatStandsForAll() {
    Loaded loaded = load(ZKEVM + CIRCUIT + "field = \"M31^4\"\nhash_size_bits = 512\n");

    assertThat(circuit(loaded, 0).id().field().tomlName()).isEqualTo("M31^4");
    assertThat(circuit(loaded, 0).id().hashBits()).isEqualTo(512);
  }

  @Test
  void wrongValuesAreShownWhereTheyStand() {
    assertThat(
            report(
                ZKEVM
                    + """
                    name = "riscv"
                    num_queries = -3
                    fri_folding_factors = [2, 4, 8, 3]
                    """))
        .containsExactly(
            """
            t.toml:9:15: error: circuit "riscv": num_queries must be a positive integer, got -3
            num_queries = -3
                          ^^\
            """,
            """
            t.toml:10:33: error: circuit "riscv": fri_folding_factors[3] must be a power of two \
            of at least 2, got 3
            fri_folding_factors = [2, 4, 8, 3]
                                            ^\
            """);
  }

  @Test
  void valuesAreQuotedAsTheyAreWritten() {
    assertThat(
            report(
                ZKEVM
                    + """
                    name = 1979-05-27
                    num_queries = 0x0
                    fri_folding_factors = { a = 1 }
                    gap_to_radius = 1e-999999999
                    power_batching = "a text that is much longer than a line of a message has room for"
                    """))
        .containsExactly(
            """
            t.toml:8:8: error: circuit 1: name must be a non-empty string in quotes, got 1979-05-27
            name = 1979-05-27
                   ^^^^^^^^^^\
            """,
            """
            t.toml:9:15: error: circuit 1: num_queries must be a positive integer, got 0x0
            num_queries = 0x0
                          ^^^\
            """,
            """
            t.toml:10:23: error: circuit 1: fri_folding_factors must be a non-empty array of \
            powers of two, got a table
            fri_folding_factors = { a = 1 }
                                  ^^^^^^^^^\
            """,
            """
            t.toml:11:17: error: circuit 1: gap_to_radius must be a decimal from 0 to below 1, of at most 60 digits, \
            got 1e-999999999
            gap_to_radius = 1e-999999999
                            ^^^^^^^^^^^^\
            """,
            """
            t.toml:12:18: error: circuit 1: power_batching must be true or false, got "a text that \
            is much longer than a line of a message has roo...
            power_batching = "a text that is much longer than a line of a message has room for"
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\
            """);
  }

  @Test
  void elementsOfNestedArraysAreFoundOnTheirLines() {
    assertThat(
            report(
                ZKEVM
                    + CIRCUIT
                    + """
                    grinding_rounds = [
                      [1, 2],  # a comment, with ] and "
                      [3, 200],
                      [inf, nan, "x]"],
                    ]
                    """))
        .containsExactly(
            """
            t.toml:13:7: error: circuit "riscv": grinding_rounds[1][1] must be an integer from \
            0 to 128, got 200
              [3, 200],
                  ^^^\
            """,
            """
            t.toml:14:4: error: circuit "riscv": grinding_rounds[2][0] must be an integer from \
            0 to 128, got inf
              [inf, nan, "x]"],
               ^^^\
            """,
            """
            t.toml:14:9: error: circuit "riscv": grinding_rounds[2][1] must be an integer from \
            0 to 128, got nan
              [inf, nan, "x]"],
                    ^^^\
            """,
            """
            t.toml:14:14: error: circuit "riscv": grinding_rounds[2][2] must be an integer from \
            0 to 128, got "x]"
              [inf, nan, "x]"],
                         ^^^^\
            """);
  }

  @Test
  void checksAcrossKeysBlameAnElement() {
    assertThat(report(ZKEVM + CIRCUIT.replace("[2, 4]", "[2, 32]")))
        .containsExactly(
            """
            t.toml:10:27: error: circuit "riscv": fri_folding_factors[1] must end at 16 or below
            fri_folding_factors = [2, 32]
                                      ^^\
            """);
  }

  @Test
  void missingKeysAreReportedAtTheHeader() {
    assertThat(report(ZKEVM + "power_batching = true\n"))
        .containsExactly(
            """
            t.toml:7:1: error: circuit 1: name is missing (must be a non-empty string in quotes)
            [[circuits]]
            ^^^^^^^^^^^^\
            """,
            """
            t.toml:7:1: error: circuit 1: num_queries is missing (must be a positive integer)
            [[circuits]]
            ^^^^^^^^^^^^\
            """,
            """
            t.toml:7:1: error: circuit 1: fri_folding_factors is missing (must be a non-empty \
            array of powers of two)
            [[circuits]]
            ^^^^^^^^^^^^\
            """);
  }

  @Test
  void keysThatNoReaderAsksForAreCheckedToo() {
    assertThat(report(ZKEVM + CIRCUIT + "gap_to_radius = 1\n"))
        .containsExactly(
            """
            t.toml:11:17: error: circuit "riscv": gap_to_radius must be a decimal from 0 to below 1, of at most 60 digits, \
            got 1
            gap_to_radius = 1
                            ^\
            """);
  }

  @Test
  void tablesInsideACircuitHaveNamesOfTheirOwn() {
    assertThat(
            report(
                ZKEVM
                    + CIRCUIT
                    + """
                    [[circuits.lookups]]
                    name = "byte"
                    rows_L = -1
                    [[circuits.lookups]]
                    row_L = 1
                    [[circuits.lookups]]
                    rows_L = 1
                    columns = 1
                    """))
        .containsExactly(
            """
            t.toml:13:10: error: circuit "riscv", lookup "byte": rows_L must be an integer of at \
            least 0, got -1
            rows_L = -1
                     ^^\
            """,
            """
            t.toml:15:1: error: circuit "riscv", lookup 2: row_L is not a key of lookups, and \
            rows_L is missing; did you mean rows_L?
            row_L = 1
            ^^^^^\
            """,
            """
            t.toml:18:1: warning: circuit "riscv", lookup 3: columns is not a key of lookups and \
            is ignored
            columns = 1
            ^^^^^^^\
            """);
  }

  @Test
  void tablesMustBeTables() {
    assertThat(report(ZKEVM + CIRCUIT + "lookups = 3\n"))
        .containsExactly(
            """
            t.toml:11:11: error: circuit "riscv": lookups must be an array of tables, got 3
            lookups = 3
                      ^\
            """);
    assertThat(report(ZKEVM + CIRCUIT + "lookups = [{name = \"a\", rows_L = 1}, 3]\n"))
        .containsExactly(
            """
            t.toml:11:38: error: circuit "riscv": lookups must be an array of tables, got 3
            lookups = [{name = "a", rows_L = 1}, 3]
                                                 ^\
            """);
  }

  @Test
  void problemsOfACircuitDoNotHideThoseOfAnother() {
    String second = "[[circuits]]\nname = \"embed\"\nnum_queries = true\n";

    assertThat(
            Loading.headers(
                load(ZKEVM + CIRCUIT.replace("10", "0") + second + "hash_size_bits = 0\n")))
        .containsExactly(
            "t.toml:9:15: error: circuit \"riscv\": num_queries must be a positive integer, got 0",
            "t.toml:11:1: error: circuit \"embed\": fri_folding_factors is missing (must be a"
                + " non-empty array of powers of two)",
            "t.toml:13:15: error: circuit \"embed\": num_queries must be a positive integer, got"
                + " true",
            "t.toml:14:18: error: circuit \"embed\": hash_size_bits must be an integer from 1 to"
                + " 65536, got 0");
  }

  @Test
  void caretsStandUnderTabsAndWideCharacters() {
    assertThat(
            report(ZKEVM + CIRCUIT.replace("num_queries = 10", "\tnum_queries\t= \"é𝔽x\"\t# c")))
        .containsExactly(
            "t.toml:9:16: error: circuit \"riscv\": num_queries must be a positive integer, got"
                + " \"é𝔽x\"\n"
                + "\tnum_queries\t= \"é𝔽x\"\t# c\n"
                + "\t           \t  ^^^^^");
  }

  @Test
  void aValueOfSeveralLinesIsMarkedWhereItStarts() {
    assertThat(report(ZKEVM + CIRCUIT.replace("10", "\"\"\"\nten\n\"\"\"")))
        .containsExactly(
            "t.toml:9:15: error: circuit \"riscv\": num_queries must be a positive integer, got"
                + " \"\"\" ten \"\"\"\n"
                + "num_queries = \"\"\"\n"
                + "              ^");
  }
}
