package org.soundcalc.io.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.StubFamily;
import org.soundcalc.testing.TomlSchema;

/** What the schema of two proof systems lets pass, and what it does not. */
class SchemaTest {
  private static final String GOOD =
      """
      [zkevm]
      name = "Test"
      field = "KoalaBear^4"
      hash_size_bits = 256
      protocol_family = "ONE"

      [limits]
      max_messages = 3

      [[circuits]]
      name = "first"
      num_queries = 5
      num_constraints = 9
      folds = true
      [[circuits.lookups]]
      name = "bytes"

      [[circuits]]
      name = "second"
      protocol_family = "TWO"
      field = "M31^4"
      num_queries = [5, 6]
      """;

  private static String json;
  private static TomlSchema schema;

  @BeforeAll
  static void makeSchema() throws IOException {
    json = Printed.of(new JsonDocument(FileSchema.of(StubFamily.BOTH)));
    schema = new TomlSchema(json);
  }

  @Test
  void isOneOfItsDraft() {
    assertThat(TomlSchema.problemsOfSchema(json)).isEmpty();
  }

  @Test
  void theGoodFileIsGood() {
    assertThat(schema.problems(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "num_queries = 5    | queries = 5",
        "num_constraints = 9| num_columns = 'many'",
        "num_constraints = 9| max_messages = 4 \\n num_constraints = 9",
        "num_constraints = 9| proof_size = '1 MB' \\n num_constraints = 9",
        "name = 'first'     | name = 'first' \\n protocol_family = 'ONE'",
        "name = 'bytes'     | name = 'bytes' \\n error = 0.005 \\n alphabet = 7",
        "name = 'bytes'     | name = 'bytes' \\n error = 0",
      })
  void isOtherwiseGood(String what, String replacement) {
    assertThat(schema.problems(changed(what, replacement))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name = 'Test'           | ''",
        "[zkevm]                 | [zkvm]",
        "field = 'KoalaBear^4'   | field = 'KoalaBear^17'",
        "field = 'KoalaBear^4'   | ''",
        "hash_size_bits = 256    | ''",
        "hash_size_bits = 256    | hash_size = 256",
        "protocol_family = 'ONE' | ''",
        "protocol_family = 'ONE' | protocol_family = 'THREE'",
        "protocol_family = 'ONE' | protocol_family = 'TWO'",
        "protocol_family = 'TWO' | ''",
        "protocol_family = 'TWO' | protocol_family = 'ONE'",
        "name = 'first'          | ''",
        "num_queries = 5         | ''",
        "num_queries = 5         | num_querys = 5",
        "num_queries = 5         | num_queries = 0",
        "num_queries = 5         | num_queries = [5]",
        "num_queries = [5, 6]    | num_queries = 5",
        "num_queries = [5, 6]    | num_queries = []",
        "num_queries = [5, 6]    | num_queries = [5, 6] \\n folds = true",
        "num_constraints = 9     | ''",
        "max_messages = 3        | ''",
        "max_messages = 3        | max_messages = 'three'",
        "folds = true            | folds = 1",
        "folds = true            | kind = 'steep'",
        "folds = true            | grinding = 129",
        "name = 'bytes'          | ''",
        "name = 'bytes'          | name = 'bytes' \\n rows = 5",
        "name = 'bytes'          | name = 'bytes' \\n error = 1.0",
        "[limits]                | [limit]",
      })
  void isBad(String what, String replacement) {
    assertThat(schema.problems(changed(what, replacement))).isNotEmpty();
  }

  @Test
  void circuitsMustBeThere() {
    String zkevm = GOOD.substring(0, GOOD.indexOf("[limits]"));
    assertThat(schema.problems(zkevm)).isNotEmpty();
    assertThat(schema.problems("circuits = []\n" + zkevm)).isNotEmpty();
    assertThat(schema.problems("circuits = 3\n" + zkevm)).isNotEmpty();
  }

  private static String changed(String what, String replacement) {
    String from = what.replace('\'', '"');
    assertThat(GOOD).contains(from);
    return GOOD.replaceFirst(
        Pattern.quote(from), replacement.replace('\'', '"').replace("\\n", "\n"));
  }
}
