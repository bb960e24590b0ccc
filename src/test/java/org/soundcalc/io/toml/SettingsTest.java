package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.io.toml.Loading.CIRCUIT;
import static org.soundcalc.io.toml.Loading.ZKEVM;
import static org.soundcalc.io.toml.Loading.circuit;
import static org.soundcalc.io.toml.Loading.load;
import static org.soundcalc.io.toml.Loading.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Spelling;

/** What the command line sets. */
class SettingsTest {
  private static final String FILE =
      ZKEVM + CIRCUIT + "[[circuits]]\n" + CIRCUIT.replace("riscv", "a.b");

  @Test
  void valuesAreReadAsTomlOrElseAsText() {
    assertThat(value("k=100")).isEqualTo(BigInteger.valueOf(100));
    assertThat(value("k=0.005")).isEqualTo(new BigDecimal("0.005"));
    assertThat(value("k = true")).isEqualTo(true);
    assertThat(value("k=[2, 2]")).isEqualTo(List.of(BigInteger.TWO, BigInteger.TWO));
    assertThat(value("k=\"x\"")).isEqualTo("x");
    assertThat(value("k=Goldilocks^3")).isEqualTo("Goldilocks^3");
    assertThat(value("k=a=b")).isEqualTo("a=b");
    assertThat(value("k=1\nother = 2")).isEqualTo("1\nother = 2");
    assertThat(value("k=")).isEqualTo("");
  }

  private static Object value(String text) {
    return Setting.parse(text).orElseThrow().value().plain();
  }

  @Test
  void namesEndAtDotsOrStandInQuotes() {
    Setting dotted = Setting.parse("a . b.num_queries = 1.5").orElseThrow();
    assertThat(dotted.key()).isEqualTo("num_queries");
    assertThat(dotted.isOf(List.of("a.b"))).isTrue();
    assertThat(dotted.isOf(List.of("a", "b"))).isTrue();
    assertThat(dotted.isOf(List.of("a"))).isFalse();
    assertThat(Setting.parse("num_queries=1.5").orElseThrow().names()).isEmpty();
    assertThat(names("riscv.\"a.b\".rows_L=8")).containsExactly("riscv", "a.b");
    assertThat(names("'my.\\circuit' . num_queries=3")).containsExactly("my.\\circuit");
    assertThat(names("\"a=b\\\"\\u00e9\".num_queries=3")).containsExactly("a=b\"\u00e9");
    assertThat(names("5\".num_queries=3")).containsExactly("5\"");
    assertThat(Setting.parse("\"a.b\".k=3").orElseThrow().isOf(List.of("a", "b"))).isFalse();
  }

  private static List<String> names(String text) {
    return Setting.parse(text).orElseThrow().names();
  }

  /** What an output proposes is understood. */
  @Test
  void spellingsAreRead() {
    for (String name : List.of("riscv", "a.b", "a=b", "x\"y\\", "'", " ", "\u00e9")) {
      List<String> names = List.of("riscv-1", name);
      assertThat(names(Spelling.path(names) + ".rows_L=8")).isEqualTo(names);
    }
    assertThat(Spelling.path(List.of("my.circuit", "b-2"))).isEqualTo("\"my.circuit\".b-2");
  }

  @Test
  void whatIsNoSettingIsNone() {
    assertThat(Setting.parse("num_queries")).isEmpty();
    assertThat(Setting.parse("=3")).isEmpty();
    assertThat(Setting.parse("riscv.=3")).isEmpty();
    assertThat(Setting.parse(".num_queries=3")).isEmpty();
    assertThat(Setting.parse("")).isEmpty();
  }

  @Test
  void aKeyIsSetInEveryCircuitOrInOne() {
    for (String one : List.of("a.b.num_queries=7", "\"a.b\".num_queries=7")) {
      Loaded loaded = load(FILE, one, "num_queries=6");
      assertThat(loaded.diagnostics()).isEmpty();
      assertThat(circuit(loaded, 0).queries()).isEqualTo(6);
      assertThat(circuit(loaded, 1).queries()).isEqualTo(7);
    }
    assertThat(circuit(load(FILE, "num_queries=6", "a.b.num_queries=7"), 1).queries()).isEqualTo(7);
  }

  @Test
  void aKeyIsSetOnce() {
    assertThat(report(FILE, "num_queries=5", "num_queries=5"))
        .containsExactly(
            "--set num_queries=5: error: num_queries is set twice, also by --set num_queries=5");
    assertThat(report(FILE, "a.b.num_queries=5", "'a.b'.num_queries=6", "num_queries=7"))
        .containsExactly(
            "--set 'a.b'.num_queries=6: error: num_queries is set twice, also by --set"
                + " a.b.num_queries=5");
    assertThat(report(FILE, "grinding_batching_phase=1", "grinding_bits_batching=2"))
        .contains(
            "--set grinding_bits_batching=2: error: grinding_batching_phase is set twice, also by"
                + " --set grinding_batching_phase=1");
  }

  @Test
  void itWinsOverTheFileAndOverZkevm() {
    Loaded loaded = load(FILE, "field=M31^4", "hash_size_bits=512");

    assertThat(circuit(loaded, 1).id().field().tomlName()).isEqualTo("M31^4");
    assertThat(circuit(loaded, 1).id().hashBits()).isEqualTo(512);
  }

  @Test
  void itMendsWhatIsMissing() {
    assertThat(load(FILE.replace("num_queries = 10\n", ""), "num_queries=3").diagnostics())
        .isEmpty();
  }

  @Test
  void itChoosesTheProofSystem() {
    Loaded loaded = load(ZKEVM + CIRCUIT, "protocol_family=OTHER", "w_stack=4");

    assertThat(circuit(loaded, 0).queries()).isEqualTo(4);
  }

  @Test
  void aWrongValueIsReportedOnce() {
    assertThat(report(FILE, "num_queries=-3"))
        .containsExactly(
            "--set num_queries=-3: error: num_queries must be a positive integer, got -3");
    assertThat(report(FILE, "a.b.num_queries=many"))
        .containsExactly(
            "--set a.b.num_queries=many: error: circuit \"a.b\": num_queries must be a positive"
                + " integer, got many");
    assertThat(report(FILE, "fri_folding_factors=[2,3]"))
        .containsExactly(
            "--set fri_folding_factors=[2,3]: error: fri_folding_factors[1] must be a power of two"
                + " of at least 2, got 3");
  }

  @Test
  void aCheckAcrossKeysNamesTheCircuit() {
    assertThat(report(FILE, "fri_folding_factors=[32]"))
        .containsExactly(
            "--set fri_folding_factors=[32]: error: circuit \"riscv\": fri_folding_factors[0] must"
                + " end at 16 or below",
            "--set fri_folding_factors=[32]: error: circuit \"a.b\": fri_folding_factors[0] must"
                + " end at 16 or below");
  }

  @Test
  void unknownKeysAndCircuitsAreErrors() {
    assertThat(report(FILE, "num_querys=3"))
        .containsExactly(
            "--set num_querys=3: error: no circuit of t.toml has a key num_querys; did you mean"
                + " num_queries?");
    assertThat(report(FILE, "risc.num_queries=3"))
        .containsExactly(
            "--set risc.num_queries=3: error: no circuit of t.toml is named \"risc\"; did you mean"
                + " riscv?");
    assertThat(report(FILE, "riscv.w_stack=3"))
        .containsExactly(
            "--set riscv.w_stack=3: error: circuit \"riscv\" of t.toml has no key w_stack; it is a"
                + " key of OTHER");
  }

  private static final String LOOKUPS =
      ZKEVM
          + CIRCUIT
          + """
          [[circuits.lookups]]
          name = "byte"
          rows_L = 1
          [[circuits.lookups]]
          name = "a.b"
          rows_L = 10
          """;

  @Test
  void lookupsAreReached() {
    assertThat(circuit(load(LOOKUPS), 0).rows()).isEqualTo(11);
    assertThat(circuit(load(LOOKUPS, "riscv.byte.rows_L=5"), 0).rows()).isEqualTo(15);
    assertThat(circuit(load(LOOKUPS, "riscv.a.b.rows_L=5"), 0).rows()).isEqualTo(6);
    assertThat(circuit(load(LOOKUPS, "riscv.lookups[byte].rows_L=5"), 0).rows()).isEqualTo(15);
    assertThat(circuit(load(LOOKUPS, "riscv.lookups[a.b].rows_L=5"), 0).rows()).isEqualTo(6);
    Loaded both = load(LOOKUPS, "riscv.\"a.b\".rows_L=5", "\"riscv\".byte.rows_L=7");
    assertThat(both.diagnostics()).isEmpty();
    assertThat(circuit(both, 0).rows()).isEqualTo(12);
    assertThat(load(LOOKUPS.replace("rows_L = 1\n", ""), "riscv.byte.rows_L=5").diagnostics())
        .isEmpty();
  }

  @Test
  void whatALookupHasNotIsSaid() {
    assertThat(report(LOOKUPS, "riscv.byte.rows_L=-1"))
        .containsExactly(
            "--set riscv.byte.rows_L=-1: error: circuit \"riscv\", lookup \"byte\": rows_L must be"
                + " an integer of at least 0, got -1");
    assertThat(report(LOOKUPS, "riscv.bite.rows_L=1"))
        .containsExactly(
            "--set riscv.bite.rows_L=1: error: no circuit or lookup of t.toml is named"
                + " \"riscv.bite\"; did you mean riscv.byte?");
    assertThat(report(LOOKUPS, "risc.\"a b\".rows_L=1"))
        .containsExactly(
            "--set risc.\"a b\".rows_L=1: error: no circuit or lookup of t.toml is named"
                + " \"risc.\"a b\"\"; did you mean riscv.\"a.b\"?");
    assertThat(report(LOOKUPS, "riscv.byte.row_L=1"))
        .containsExactly(
            "--set riscv.byte.row_L=1: error: lookup \"byte\" of circuit \"riscv\" of t.toml has no"
                + " key row_L; did you mean rows_L?");
    assertThat(report(LOOKUPS, "rows_L=1", "riscv.rows_L=1"))
        .containsExactly(
            "--set rows_L=1: error: no circuit of t.toml has a key rows_L; it is a key of lookups,"
                + " set as riscv.byte.rows_L",
            "--set riscv.rows_L=1: error: circuit \"riscv\" of t.toml has no key rows_L; it is a"
                + " key of lookups, set as riscv.byte.rows_L");
    assertThat(report(LOOKUPS, "byte.rows_L=1"))
        .containsExactly(
            "--set byte.rows_L=1: error: no circuit of t.toml is named \"byte\"; it is a lookup,"
                + " set as riscv.byte.rows_L");
    assertThat(report(LOOKUPS, "riscv.byte.rows_L="))
        .containsExactly(
            "--set riscv.byte.rows_L=: error: circuit \"riscv\", lookup \"byte\": rows_L must be an"
                + " integer of at least 0, got an empty value");
    assertThat(report(LOOKUPS, "riscv.byte.name=x"))
        .containsExactly("--set riscv.byte.name=x: error: the name of a lookup cannot be set");
    assertThat(report(LOOKUPS, "riscv.byte.rows_L=1", "riscv.'byte'.rows_L=2"))
        .containsExactly(
            "--set riscv.'byte'.rows_L=2: error: rows_L is set twice, also by --set"
                + " riscv.byte.rows_L=1");
  }

  @Test
  void anOlderSpellingWarnsOnce() {
    Loaded loaded = load(FILE, "grinding_bits_batching=2");

    assertThat(circuit(loaded, 1).batching()).isEqualTo(2);
    assertThat(Loading.texts(loaded))
        .containsExactly(
            "--set grinding_bits_batching=2: warning: grinding_bits_batching is an older spelling"
                + " of grinding_batching_phase");
  }

  @Test
  void placesAreThoseOfTheFileAndProblemsThoseOfTheSetting() {
    LoadedZkvm zkvm = load(FILE, "num_queries=5").zkvm().orElseThrow();

    assertThat(zkvm.region(1, List.of())).isEqualTo(new Region(11, 1, 13));
    assertThat(zkvm.region(1, List.of("num_queries"))).isEqualTo(new Region(13, 15, 17));
    assertThat(zkvm.region(1, List.of("gap_to_radius"))).isEqualTo(new Region(11, 1, 13));
    assertThat(zkvm.region(1, List.of("bytes", "rows_L"))).isEqualTo(new Region(11, 1, 13));
    assertThat(zkvm.region(1, List.of("field"))).isEqualTo(new Region(3, 9, 23));
    assertThat(zkvm.error(1, TestFamily.QUERIES, "must be more").text())
        .isEqualTo("--set num_queries=5: error: circuit \"a.b\": num_queries must be more");
    assertThat(zkvm.error(0, TestFamily.FOLDING, "must be longer").text())
        .isEqualTo(
            """
            t.toml:10:23: error: circuit "riscv": fri_folding_factors must be longer
            fri_folding_factors = [2, 4]
                                  ^^^^^^\
            """);
    assertThat(zkvm.warning(0, CommonKeys.FIELD, "the field is small").text())
        .isEqualTo(
            """
            t.toml:3:9: warning: circuit "riscv": the field is small
            field = "Goldilocks^3"
                    ^^^^^^^^^^^^^^\
            """);
  }
}
