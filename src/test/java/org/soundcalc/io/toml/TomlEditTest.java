package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.model.keys.TablesKey;

/** A file with what is set written into it reads as the file and the settings do. */
class TomlEditTest {
  private static final ZkvmLoader LOADER = ZkvmLoader.withInstalledFamilies();
  private static final String HEAD =
      """
      [zkevm] # the zkVM
      name = "Test"
      field = "KoalaBear^4"
      hash_size_bits = 248

      """;
  private static final String KEYS =
      """
      protocol_family = "FRI_STARK"
      rho = 0.5
      trace_length = 1024  # 2^10
      batch_size = 3
      power_batching = true
      num_queries = 84 # enough
      fri_folding_factors = [
        2, # first
        2, 2, 2, 2, 2, 2, 2, 2, 2]
      fri_early_stop_degree = 2
      num_columns = 3
      air_max_degree = 3
      opening_points = 2 # the last
      """;
  private static final String LOOKUP =
      """

      [[circuits.lookups]]
      name = "a.b"
      logup_type = "univariate"
      rows_L = 64
      rows_T = 64
      num_columns_S = 1
      num_lookups_M = 1
      # the end
      """;
  private static final String FILE = HEAD + "[[circuits]]\nname = \"riscv\"\n" + KEYS + LOOKUP;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachKeyOfEachFileIsWrittenAtItsPlaceAlone(Path path) throws IOException {
    String text = beginning(Files.readString(path));
    TableSection circuit = loaded(text).zkvm().orElseThrow().circuits().get(0);
    int written = check(text, circuit, List.of(circuit.get(CommonKeys.NAME)));
    for (TablesKey key : circuit.layout.tables()) {
      for (TableSection table : circuit.children(key).stream().limit(1).toList()) {
        String name = RawTable.properName(table.values()).orElse(key.name());
        written += check(text, table, List.of(circuit.get(CommonKeys.NAME), name));
      }
    }
    assertThat(written).isGreaterThan(9);
  }

  /** The first circuits of a file that has many. */
  private static String beginning(String file) {
    LoadedZkvm all = loaded(file).zkvm().orElseThrow();
    boolean isCut = all.zkvm().recursion().isEmpty() && all.circuits().size() > 3;
    return isCut ? file.substring(0, all.circuits().get(3).header().from()) : file;
  }

  /** Sets each key of a table, where the file may have such a value. */
  private static int check(String text, TableSection table, List<String> names) {
    int written = 0;
    for (Key<?, ?> key : table.layout.keys()) {
      for (String value : values(key, table.inFile(key))) {
        String setting = Spelling.path(names) + "." + key.name() + "=" + value;
        Loaded meant = loaded(text, setting);
        if (meant.zkvm().isPresent()) {
          String edited = edited(text, setting);
          checkPlace(text, edited, table.inFile(key), key.name(), value);
          assertThat(parameters(loaded(edited))).as(setting).isEqualTo(parameters(meant));
          written++;
        }
      }
    }
    return written;
  }

  private static List<String> parameters(Loaded loaded) {
    return loaded.zkvm().orElseThrow().zkvm().circuits().stream()
        .map(circuit -> circuit.id() + " " + circuit.parameters())
        .toList();
  }

  /** What differs is the value, or a line of its own. */
  private static void checkPlace(
      String text, String edited, Optional<TomlValue> old, String key, String value) {
    if (old.isPresent()) {
      Span place = old.get().place();
      assertThat(edited)
          .as(key)
          .isEqualTo(text.substring(0, place.from()) + value + text.substring(place.to()));
    } else {
      String line = "\n" + key + " = " + value + "\n";
      int at = edited.indexOf(line, same(text, edited) - line.length());
      assertThat(at).as(key).isPositive();
      assertThat(edited.substring(0, at) + edited.substring(at + line.length() - 1))
          .isEqualTo(text);
    }
  }

  private static int same(String one, String other) {
    int at = 0;
    while (at < one.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return Math.max(at, 100);
  }

  /** Others of the same kind; of a key that is not there the first that it may have. */
  private static List<String> values(Key<?, ?> key, Optional<TomlValue> old) {
    Object plain = old.map(TomlValue::plain).orElse("");
    if (plain instanceof BigInteger number) {
      return List.of(number.add(BigInteger.ONE).toString(), "0x" + number.toString(16));
    }
    if (plain instanceof BigDecimal number) {
      return List.of(number.divide(BigDecimal.valueOf(2)).toString(), "25e-2");
    }
    if (plain instanceof Boolean flag) {
      return List.of(String.valueOf(!flag));
    }
    if (plain instanceof List<?> list && list.size() > 1) {
      return List.of(list.subList(1, list.size()).toString(), list.toString());
    }
    return Stream.of("1", "0.01", "true", "[4, 4]", "\"KoalaBear^5\"", "\"basic\"")
        .filter(value -> key.type().parse(plain(value)) instanceof Parsed.Valid)
        .limit(1)
        .toList();
  }

  private static Object plain(String value) {
    return TomlReader.readOption("", value).plain();
  }

  private static Loaded loaded(String text, String... settings) {
    return LOADER.load(SourceFile.ofText("t.toml", text), parsed(settings));
  }

  private static List<Setting> parsed(String... settings) {
    return Stream.of(settings).map(Setting::parse).map(Optional::orElseThrow).toList();
  }

  private static TomlEdit.Written written(String text, String... settings) {
    return TomlEdit.of(SourceFile.ofText("t.toml", text), parsed(settings), LOADER);
  }

  private static String edited(String text, String... settings) {
    TomlEdit.Written written = written(text, settings);
    assertThat(written.problems()).as(String.join(" ", settings)).isEmpty();
    return written.text().orElseThrow();
  }

  private static List<String> refused(String text, String... settings) {
    TomlEdit.Written written = written(text, settings);
    assertThat(written.text()).isEmpty();
    return written.problems().stream().map(Diagnostic::header).toList();
  }

  @Test
  void whatIsSetInEachCircuitIsWrittenInEach() {
    String file = FILE + "[[circuits]]\nname = \"x\"\n" + KEYS;
    assertThat(edited(file, "num_queries=70", "x.field=KoalaBear^5", "grinding_query_phase=16"))
        .isEqualTo(
            file.replace("84", "70")
                .replace(
                    "points = 2 # the last\n\n[",
                    "points = 2 # the last\ngrinding_query_phase = 16\n\n[")
                .replaceAll(
                    "points = 2 # the last\n$",
                    "points = 2 # the last\nfield = \"KoalaBear^5\"\ngrinding_query_phase = 16\n"));
  }

  @Test
  void aListOnSeveralLinesIsReplacedWithItsComments() {
    String factors = "[4, 4, 4, 4, 4]";
    int from = FILE.indexOf("[\n");
    int to = FILE.indexOf("]", from) + 1;
    assertThat(edited(FILE, "fri_folding_factors=" + factors))
        .isEqualTo(FILE.substring(0, from) + factors + FILE.substring(to));
  }

  @Test
  void lineEndsMarksAndIndentsStay() {
    String windows = FILE.replace("\n", "\r\n");
    assertThat(edited(windows, "grinding_query_phase=3", "riscv.\"a.b\".rows_T=32"))
        .isEqualTo(
            windows
                .replace("rows_T = 64", "rows_T = 32")
                .replace("# the last\r\n", "# the last\r\ngrinding_query_phase = 3\r\n"));
    String open =
        HEAD + "[[circuits]]\n\tname = \"riscv\"\n" + KEYS.replaceAll("(?m)^(?=\\w)", "\t");
    String unended = open.stripTrailing();
    assertThat(edited(unended, "grinding_query_phase=3"))
        .isEqualTo(unended + "\n\tgrinding_query_phase = 3");
    byte[] marked = ("\uFEFF" + FILE).getBytes(StandardCharsets.UTF_8);
    assertThat(
            TomlEdit.of(SourceFile.of("t.toml", marked), parsed("num_queries=70"), LOADER).text())
        .contains("\uFEFF" + FILE.replace("84", "70"));
  }

  @Test
  void aNameIsMatchedAsItReadsHoweverItIsQuoted() {
    String file = FILE.replace("\"riscv\"", "'ri.\"sc\\v'");
    assertThat(edited(file, "\"ri.\\\"sc\\\\v\".num_queries=70"))
        .isEqualTo(file.replace("84", "70"));
    String escaped = FILE.replace("\"riscv\"", "\"ri\\u0073cv\"");
    assertThat(edited(escaped, "riscv.group=a \\ \"b\""))
        .isEqualTo(escaped.replace("# the last\n", "# the last\ngroup = \"a \\\\ \\\"b\\\"\"\n"));
  }

  @Test
  void anInlineTableTakesWhatItLacks() {
    String keys = KEYS.replaceAll(" *#.*", "").replaceAll("\n *(?=\\d)", "").strip();
    String inline =
        "circuits = [{ name = \"riscv\", " + keys.replace("\n", ", ") + " }] # c\n" + HEAD;
    assertThat(edited(inline, "num_queries=70", "opening_points=1", "grinding_query_phase=3"))
        .isEqualTo(
            inline
                .replace("84", "70")
                .replace("points = 2", "points = 1, grinding_query_phase = 3"));
  }

  @Test
  void aTableThatIsNotThereIsWrittenByDottedKeys() {
    assertThat(edited(FILE, "riscv.statement.relation=abc").replace(FILE, ""))
        .contains("# the last\nstatement.relation = \"abc\"\n");
  }

  @Test
  void dottedKeysAreFollowedByDottedKeys() {
    String dotted = FILE.replace("rho =", "statement.relation = \"a\"\nrho =");
    assertThat(edited(dotted, "riscv.statement.relation=b", "riscv.statement.hash=c"))
        .isEqualTo(
            dotted
                .replace("\"a\"", "\"b\"")
                .replace("# the last\n", "# the last\nstatement.hash = \"c\"\n"));
    String braces = FILE.replace("rho =", "statement = {}\nrho =");
    assertThat(edited(braces, "riscv.statement.hash=c"))
        .isEqualTo(braces.replace("{}", "{ hash = \"c\" }"));
    String nothing = "circuits = [{ name.x = 1 }]\n" + HEAD;
    assertThat(refused(nothing, "field=KoalaBear^5")).isNotEmpty();
  }

  /** A text may hold what no value of a file may: it is refused rather than written wrongly. */
  @Test
  void whatWouldReadOtherwiseIsRefused() {
    assertThat(refused(FILE, "riscv.statement.hash=a\nb"))
        .singleElement()
        .asString()
        .contains("error: ");
  }

  @Test
  void howManyProofsThereAreIsWrittenInItsTable() throws IOException {
    String pico = Files.readString(Path.of("zkvms/pico.toml"));
    String edited = edited(pico, "max_leaf_proofs=3000");
    assertThat(edited).isEqualTo(pico.replace("max_leaf_proofs = 4096", "max_leaf_proofs = 3000"));
    String byName = pico.replace("[recursion]", "[recursion.max_leaf_proofs]\nriscv = 4096\n[x]");
    assertThat(refused(byName, "max_leaf_proofs=3000"))
        .containsExactly(
            "--set max_leaf_proofs=3000: error: cannot be written into the file, write it there by"
                + " hand: max_leaf_proofs is a table of the file");
  }

  @Test
  void whatIsWrongIsSaidAsEverywhere() {
    assertThat(refused(FILE, "riscv.num_queries=-3"))
        .containsExactly(
            "--set riscv.num_queries=-3: error: circuit \"riscv\": num_queries must be an integer"
                + " from 1 to 100000, got -3");
    assertThat(refused(FILE, "riscv.nonsense=3")).singleElement().asString().contains("nonsense");
    assertThat(refused("[", "rho=0.5")).hasSize(1);
  }
}
