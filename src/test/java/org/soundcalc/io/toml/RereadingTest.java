package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Zkvm;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;

/** A file that is read again with other values is what it is when it is read for the first time. */
class RereadingTest {
  private static final ZkvmLoader LOADER = ZkvmLoader.withInstalledFamilies();

  private static final String KEYS =
      """
      protocol_family = "FRI_STARK"
      power_batching = true
      fri_folding_factors = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
      fri_early_stop_degree = 2
      air_max_degree = 3
      opening_points = 2
      trace_length = 1024
      batch_size = 3
      num_columns = 3
      rho = 0.5
      num_queries = 84
      """;

  private static final String TREE =
      """
      [zkevm]
      name = "Test"
      field = "KoalaBear^4"
      hash_size_bits = 248
      [recursion]
      max_leaf_proofs = { inner = 16 }
      [[circuits]]
      name = "inner"
      KEYS
      proof_size = "a lot"
      [[circuits]]
      name = "joining"
      KEYS
      verifies = ["inner", "joining"]
      arity = 2
      quieres = 3
      """
          .replace("KEYS\n", KEYS);

  private static List<Setting> settings(String... texts) {
    return Stream.of(texts).map(text -> Setting.parse(text).orElseThrow()).toList();
  }

  /** Reads a file with one list of settings after the other, and each time anew beside it. */
  private static int readsAlone(String text, List<List<Setting>> steps) {
    ParsedFile file = ParsedFile.of(SourceFile.ofText("t.toml", text));
    Rereading rereading = new Rereading(LOADER, file);
    Optional<LoadedZkvm> last = Optional.empty();
    int alone = 0;
    for (List<Setting> settings : steps) {
      Loaded loaded = rereading.load(settings);
      assertSame(loaded, LOADER.load(file, settings));
      alone += last.isPresent() && sharesTables(loaded.zkvm(), last.get()) ? 1 : 0;
      last = loaded.zkvm();
    }
    assertThat(LOADER.load(file, List.of()).diagnostics())
        .allMatch(problem -> problem.severity() == Severity.WARNING || !text.contains("name"));
    return alone;
  }

  /** Whether some circuit, and not all, was not read again. */
  private static boolean sharesTables(Optional<LoadedZkvm> zkvm, LoadedZkvm last) {
    List<TableSection> kept = new ArrayList<>();
    zkvm.ifPresent(read -> kept.addAll(read.circuits()));
    kept.retainAll(last.circuits());
    return !kept.isEmpty() && kept.size() < last.circuits().size();
  }

  private static void assertSame(Loaded loaded, Loaded expected) {
    assertThat(loaded.diagnostics()).isEqualTo(expected.diagnostics());
    assertThat(loaded.zkvm().isPresent()).isEqualTo(expected.zkvm().isPresent());
    if (loaded.zkvm().isPresent()) {
      LoadedZkvm zkvm = loaded.zkvm().get();
      LoadedZkvm other = expected.zkvm().get();
      assertThat(values(zkvm)).isEqualTo(values(other));
      assertThat(zkvm.source()).isEqualTo(other.source());
      assertThat(zkvm.ignored()).isEqualTo(other.ignored());
      assertThat(zkvm.search()).isEqualTo(other.search());
      assertThat(zkvm.settings()).isEqualTo(other.settings());
      for (int i = 0; i < zkvm.circuits().size(); i++) {
        assertThat(zkvm.region(i, List.of("num_queries")))
            .isEqualTo(other.region(i, List.of("num_queries")));
        assertThat(zkvm.statement(i)).isEqualTo(other.statement(i));
      }
    }
  }

  /** What a zkVM is made of: not all circuits tell by themselves that they are equal. */
  private static List<Object> values(LoadedZkvm loaded) {
    Zkvm zkvm = loaded.zkvm();
    List<Object> values = new ArrayList<>(List.of(zkvm.title(), zkvm.recursion()));
    for (Circuit circuit : zkvm.circuits()) {
      values.add(circuit.id());
      values.add(circuit.parameters());
    }
    return values;
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList().stream();
    }
  }

  /** Each key of a circuit gets values, most of them good ones, some beside another value. */
  @ParameterizedTest
  @MethodSource("files")
  void moves(Path file) throws IOException {
    String text = Files.readString(file);
    ParsedFile parsed = ParsedFile.of(SourceFile.ofText("t.toml", text));
    LoadedZkvm zkvm = LOADER.load(parsed, List.of()).zkvm().orElseThrow();
    List<Circuit> circuits = zkvm.zkvm().circuits();
    List<List<Setting>> steps = new ArrayList<>();
    steps.add(List.of());
    for (Circuit circuit : List.of(circuits.get(circuits.size() / 2))) {
      String name = Spelling.path(List.of(circuit.id().name()));
      for (Key<Circuit, ?> key : circuit.keys()) {
        if (key.get(circuit) instanceof Number value) {
          String set = name + "." + key.name() + "=";
          String last = Spelling.path(List.of(circuits.get(circuits.size() - 1).id().name()));
          steps.add(settings(set + (value.longValue() + 1)));
          steps.add(settings(last + ".hash_size_bits=200", set + value));
          steps.add(settings(last + ".hash_size_bits=200", set + (value.longValue() - 1)));
          steps.add(settings("hash_size_bits=200", set + value));
        }
      }
      steps.add(List.of());
    }
    int alone = readsAlone(text, steps);
    assertThat(alone)
        .isGreaterThanOrEqualTo(circuits.size() > 1 && file.toString().contains("zisk") ? 4 : 0);
  }

  @Test
  void anotherCircuitIsReadAlone() {
    List<List<Setting>> steps =
        List.of(
            settings(),
            settings("inner.num_queries=85"),
            settings("inner.num_queries=86"),
            settings("inner.num_queries=86", "joining.num_queries=80"),
            settings("inner.num_queries=86", "joining.num_queries=80", "joining.batch_size=4"),
            settings("joining.batch_size=4", "inner.num_queries=86", "joining.num_queries=80"),
            settings("inner.num_queries=86"),
            settings("hash_size_bits=200", "inner.num_queries=86"),
            settings("hash_size_bits=200"));
    assertThat(readsAlone(TREE, steps)).isEqualTo(6);
  }

  /** Where more than the values of a circuit may have become other, all is read. */
  @Test
  void whatOtherCircuitsMayDependOnIsNoMatterOfOne() {
    List<List<Setting>> steps =
        List.of(
            settings("inner.num_queries=85"),
            settings("inner.num_queries=0"),
            settings("inner.num_queries=85"),
            settings("inner.num_queries=85", "inner.num_queries=86"),
            settings("inner.num_queries=85", "inner.no_key=86"),
            settings("inner.num_queries=85"),
            settings("inner.num_queries=85", "inner.name=x"),
            settings("inner.num_queries=85"),
            settings("inner.num_queries=85", "joining.arity=3"),
            settings("inner.num_queries=85", "joining.arity=1"),
            settings("inner.num_queries=85", "joining.arity=3", "joining.verifies=[\"inner\"]"),
            settings("inner.num_queries=85", "inner.arity=3"),
            settings("inner.num_queries=85", "inner.proof_size=1 MB"),
            settings("inner.num_queries=85", "max_leaf_proofs=3"),
            settings("inner.num_queries=85", "num_queries=86"),
            settings("num_queries=86", "joining.num_queries=85", "inner.num_queries=85"),
            settings("none.num_queries=85"),
            settings("none.num_queries=86"));
    assertThat(readsAlone(TREE, steps)).isZero();
  }

  /** A name with a dot may be that of a circuit and its lookup, and one table is named in all. */
  @Test
  void namesThatDoNotTellTheCircuitAreRead() {
    for (String name : List.of("inner.x", "proof")) {
      String text = TREE.replace("inner", name).replace("{ " + name, "{ \"" + name + '"');
      List<List<Setting>> steps =
          List.of(
              settings(name + ".num_queries=85"),
              settings(name + ".num_queries=86"),
              settings("\"" + name + "\".num_queries=87"),
              settings("inner.num_queries=88"));
      assertThat(readsAlone(text, steps)).isZero();
    }
  }

  @Test
  void limitsOfASearchAreReadWithAllCircuits() {
    String text = TREE + "[search]\nmax_grinding = 24\n";
    List<List<Setting>> steps =
        List.of(
            settings("inner.num_queries=85"),
            settings("inner.num_queries=86"),
            settings("inner.num_queries=87"));
    assertThat(readsAlone(text, steps)).isZero();
  }

  @Test
  void aFileThatIsNoTomlIsToldTo() {
    assertThat(readsAlone("[zkevm", List.of(settings(), settings("a.num_queries=3")))).isZero();
  }
}
