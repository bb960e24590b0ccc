package org.soundcalc.io.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.TomlSchema;

/** The reference and the schema under docs are what the program prints, and hold for its files. */
class DocumentationTest {
  private static final Path PAGE = Path.of("docs", "toml.md");
  private static final Path SCHEMA = Path.of("docs", "soundcalc.schema.json");
  private static final String MARK =
      "<!-- From here on: ./soundcalc families --format markdown -->";

  static List<Path> configurations() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
    }
  }

  @Test
  void theReferenceOfKeysIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(MARK);
    String introduction = page.substring(0, page.indexOf(MARK) + MARK.length());
    String generated = Printed.of(new KeyReference(References.ours()));
    Golden.assertMatches(PAGE, introduction + "\n\n" + generated);
  }

  @Test
  void theSchemaIsUpToDate() throws IOException {
    Golden.assertMatches(SCHEMA, Printed.of(new JsonDocument(FileSchema.of(References.ours()))));
  }

  @Test
  void theSchemaIsOneOfItsDraft() throws IOException {
    assertThat(TomlSchema.problemsOfSchema(Files.readString(SCHEMA))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void theSchemaHoldsForOurFiles(Path file) throws IOException {
    TomlSchema schema = new TomlSchema(Files.readString(SCHEMA));
    assertThat(schema.problems(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pico        | num_queries = 84        | num_queries = 0",
        "pico        | num_queries = 84        | num_querys = 84",
        "pico        | rho = 0.5               | rho = 2",
        "pico        | logup_type              | type",
        "miden       | num_columns =           | columns =",
        "miden       | field =                 | fields =",
        "dummy_whir  | grinding_bits_folding = [ | grinding_bits_folding = [3, ",
        "dummy_stir  | grinding_bits_folding = | grinding_bits_folding = [3] #",
        "sp1         | dense_length            | length",
        "openvm2     | logup_pow_bits          | pow_bits",
        "openvm2     | [swirl]                 | [whirl]",
        "zkdtvm      | protocol_family         | family",
        "ziren       | dense_pcs = \"whir\"      | dense_pcs = \"stir\"",
        "ziren       | dense_pcs = \"whir\"      | dense_pcs = \"FRI\"",
        "ziren       | whir_log_inv_rates      | log_inv_rates",
        "ziren       | num_queries = 94        | num_queries = [94]",
        "ziren       | num_queries = [124, 88, 85] | num_queries = 124",
      })
  void theSchemaRefusesBrokenFiles(String zkvm, String what, String replacement)
      throws IOException {
    String good = Files.readString(Path.of("zkvms", zkvm + ".toml"));
    assertThat(good).contains(what);
    String broken = good.replace(what, replacement);
    TomlSchema schema = new TomlSchema(Files.readString(SCHEMA));
    assertThat(schema.problems(broken)).isNotEmpty();
  }

  /** As the program reads it. */
  @Test
  void aCommitmentMayBeSpelledInAnyCase() throws IOException {
    String ziren = Files.readString(Path.of("zkvms", "ziren.toml"));
    String spelled =
        ziren
            .replace("\"whir\"", "\"WHIR\"")
            .replace("\"wrap\"\n", "\"wrap\"\ndense_pcs=\"Fri\"\n");
    assertThat(new TomlSchema(Files.readString(SCHEMA)).problems(spelled)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void ourFilesNameTheSchema(Path file) throws IOException {
    assertThat(Files.readString(file)).startsWith("#:schema ../docs/soundcalc.schema.json\n");
  }
}
