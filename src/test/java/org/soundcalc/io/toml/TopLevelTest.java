package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.soundcalc.io.toml.Loading.CIRCUIT;
import static org.soundcalc.io.toml.Loading.ZKEVM;
import static org.soundcalc.io.toml.Loading.circuit;
import static org.soundcalc.io.toml.Loading.headers;
import static org.soundcalc.io.toml.Loading.load;
import static org.soundcalc.io.toml.Loading.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.soundcalc.model.Family;

class TopLevelTest {
  private static final String SECOND = "[[circuits]]\n" + CIRCUIT.replace("riscv", "embed");
  private static final String A_FIELD =
      "a field such as Goldilocks^4, BabyBear^4, KoalaBear^4, M31^4, BN254 (extension degree 1 to"
          + " 16)";

  @Test
  void missingTablesAreErrors() {
    assertThat(report("# nothing yet\n"))
        .containsExactly(
            "t.toml:1:1: error: [zkevm] is missing: the table with the zkVM's name",
            "t.toml:1:1: error: there is no circuit: [[circuits]] is missing");
  }

  @Test
  void circuitsAreReadEvenWithoutZkevm() {
    assertThat(headers(load("[[circuits]]\nprotocol_family = \"TEST\"\nnum_queries = 0\n")))
        .containsExactly(
            "t.toml:1:1: error: [zkevm] is missing: the table with the zkVM's name",
            "t.toml:1:1: error: circuit 1: name is missing (must be a non-empty string in quotes)",
            "t.toml:1:1: error: circuit 1: fri_folding_factors is missing (must be a non-empty"
                + " array of powers of two)",
            "t.toml:3:15: error: circuit 1: num_queries must be a positive integer, got 0");
  }

  @Test
  void misspeltTablesAreReportedTogetherWithTheMissingOnes() {
    assertThat(report("[zkvm]\n[[circuit]]\n"))
        .containsExactly(
            """
            t.toml:1:1: error: zkvm is not a key of the top level, and zkevm is missing; did you \
            mean zkevm?
            [zkvm]
            ^^^^^^\
            """,
            """
            t.toml:2:1: error: circuit is not a key of the top level, and circuits is missing; did \
            you mean circuits?
            [[circuit]]
            ^^^^^^^^^^^\
            """);
  }

  /** The tables inside a circuit would make a table of circuits. */
  @Test
  void aMisspeltCircuitIsBlamedAndNotWhatIsInside() {
    assertThat(
            headers(
                load(ZKEVM.replace("circuits", "circuit") + CIRCUIT + "[[circuits.lookups]]\n")))
        .containsExactly(
            "t.toml:7:1: error: circuit is not a key of the top level, and circuits is missing; did"
                + " you mean circuits?");
    assertThat(headers(load(ZKEVM.replace("[[circuits]]", "[circuits]") + CIRCUIT)))
        .singleElement(as(STRING))
        .contains("error: circuits must be an array of tables, each under [[circuits]], got");
  }

  @Test
  void unknownTablesAndKeysWarn() {
    assertThat(
            report(
                "num_queries = 3\n" + ZKEVM.replace("[[", "speed = 1\n[[") + CIRCUIT + "[limit]\n"))
        .containsExactly(
            """
            t.toml:1:1: warning: num_queries is a key of TEST, not of the top level; it is ignored
            num_queries = 3
            ^^^^^^^^^^^\
            """,
            """
            t.toml:8:1: warning: [zkevm]: speed is not a key of [zkevm] and is ignored
            speed = 1
            ^^^^^\
            """,
            """
            t.toml:13:1: warning: limit is not a key of the top level and is ignored; did you mean \
            limits?
            [limit]
            ^^^^^^^\
            """);
  }

  @Test
  void tablesOfTheWrongKind() {
    assertThat(report("zkevm = 3\ncircuits = []\n"))
        .containsExactly(
            """
            t.toml:1:9: error: zkevm must be a table, written [zkevm], got 3
            zkevm = 3
                    ^\
            """,
            """
            t.toml:2:12: error: there is no circuit: the array is empty
            circuits = []
                       ^^\
            """);
    assertThat(report(ZKEVM.replace("[[circuits]]", "[circuits]") + CIRCUIT))
        .containsExactly(
            """
            t.toml:7:1: error: circuits must be an array of tables, each under [[circuits]], got \
            a table
            [circuits]
            ^^^^^^^^^^\
            """);
    assertThat(report("circuits = [1]\n[zkevm]\nname = 7\n"))
        .containsExactly(
            """
            t.toml:1:13: error: circuit 1 must be a table, got 1
            circuits = [1]
                        ^\
            """,
            """
            t.toml:3:8: error: [zkevm]: name must be a non-empty string in quotes, got 7
            name = 7
                   ^\
            """);
  }

  @Test
  void aValueForAllCircuitsIsReportedOnce() {
    assertThat(report(ZKEVM.replace("Goldilocks^3", "Goldilock^3") + CIRCUIT + SECOND))
        .containsExactly(
            "t.toml:3:9: error: [zkevm]: field must be "
                + A_FIELD
                + ", got \"Goldilock^3\"; did you mean Goldilocks^3?\n"
                + "field = \"Goldilock^3\"\n"
                + "        ^^^^^^^^^^^^^");
  }

  @Test
  void aKeyThatNoCircuitHasIsMissingOnce() {
    String zkevm = ZKEVM.replace("field =", "version =");

    assertThat(report(zkevm + CIRCUIT + SECOND))
        .containsExactly(
            "t.toml:1:1: error: [zkevm]: field is missing (must be "
                + A_FIELD
                + ")\n[zkevm]\n^^^^^^^");
    assertThat(headers(load(zkevm + CIRCUIT + "field = \"BN254\"\n" + SECOND)))
        .containsExactly(
            "t.toml:12:1: error: circuit \"embed\": field is missing, here and in [zkevm] (must be "
                + A_FIELD
                + ")");
  }

  @Test
  void aMisspeltKeyForAllCircuitsIsReportedOnce() {
    assertThat(report(ZKEVM.replace("field", "feild") + CIRCUIT + SECOND))
        .containsExactly(
            """
            t.toml:3:1: error: [zkevm]: feild is not a key of [zkevm], and field is missing; did \
            you mean field?
            feild = "Goldilocks^3"
            ^^^^^\
            """);
  }

  @Test
  void aTableOfAProofSystemStandsForAllCircuits() {
    Loaded loaded = load(ZKEVM + CIRCUIT + SECOND + "max_messages = 5\n[limits]\nmax_messages = 4");

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(circuit(loaded, 0).messages()).isEqualTo(4);
    assertThat(circuit(loaded, 1).messages()).isEqualTo(5);
    assertThat(headers(load(ZKEVM + CIRCUIT + SECOND + "[limits]\nmax_messages = 0\nmin = 1\n")))
        .containsExactly(
            "t.toml:16:16: error: [limits]: max_messages must be a positive integer, got 0",
            "t.toml:17:1: warning: [limits]: min is not a key of [limits] and is ignored");
  }

  @Test
  void anUnknownProofSystemIsReportedOnce() {
    assertThat(report(ZKEVM.replace("\"TEST\"", "\"WHIR\"") + CIRCUIT + SECOND))
        .containsExactly(
            """
            t.toml:5:19: error: [zkevm]: protocol_family WHIR is not supported; supported: TEST, OTHER
            protocol_family = "WHIR"
                              ^^^^^^\
            """);
  }

  @Test
  void aMisspeltProofSystemStillHasItsKeysChecked() {
    assertThat(report(ZKEVM + CIRCUIT.replace("10", "0") + "protocol_family = \"TEST1\"\n"))
        .containsExactly(
            """
            t.toml:9:15: error: circuit "riscv": num_queries must be a positive integer, got 0
            num_queries = 0
                          ^\
            """,
            """
            t.toml:11:19: error: circuit "riscv": protocol_family TEST1 is not supported; \
            supported: TEST, OTHER; did you mean TEST?
            protocol_family = "TEST1"
                              ^^^^^^^\
            """);
  }

  @Test
  void aMissingProofSystemListsThem() {
    assertThat(report(ZKEVM.replace("protocol_family =", "version =") + CIRCUIT))
        .containsExactly(
            """
            t.toml:1:1: error: [zkevm]: protocol_family is missing (must be one of TEST, OTHER)
            [zkevm]
            ^^^^^^^\
            """);
  }

  @Test
  void circuitsMayHaveDifferentProofSystems() {
    String other = "[[circuits]]\nname = \"o\"\nprotocol_family = \"OTHER\"\nw_stack = 9\n";

    assertThat(circuit(load(ZKEVM + CIRCUIT + other), 1).queries()).isEqualTo(9);
  }

  @Test
  void duplicateNamesNameBothLines() {
    assertThat(report(ZKEVM + CIRCUIT + "[[circuits]]\n" + CIRCUIT))
        .containsExactly(
            """
            t.toml:12:8: error: two circuits have the name "riscv", here and on line 8
            name = "riscv"
                   ^^^^^^^\
            """);
  }

  /** Or the key would be missing wherever a file states it there. */
  @Test
  void aProofSystemNamesTheTablesThatItsKeysMayStandIn() {
    Family forgetful =
        new TestFamily() {
          @Override
          public Set<String> sharedTables() {
            return Set.of();
          }
        };
    ZkvmLoader loader = new ZkvmLoader(List.of(forgetful));
    SourceFile file = SourceFile.of("t.toml", (ZKEVM + CIRCUIT).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> loader.load(file, List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("TEST leaves out of its shared tables that of its key max_messages");
  }
}
