package org.soundcalc.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.soundcalc.testing.Printed;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is printed is JSON, and says what was put into it: read back by a parser that is not ours.
 */
class JsonDocumentTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Control characters, quotes, and characters beyond the first plane. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Integer> characters =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(0, 0x7F)),
            Tuple.of(1, Arbitraries.of((int) '"', (int) '\\', 0x2028, 0x1F980)));
    return characters
        .list()
        .ofMaxSize(9)
        .map(
            list ->
                list.stream()
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            texts().asGeneric(),
            Arbitraries.integers().asGeneric(),
            Arbitraries.of(true, false).asGeneric(),
            Arbitraries.bigDecimals().ofScale(2).asGeneric());
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).asGeneric(),
                Arbitraries.maps(texts(), inner).ofMaxSize(3).asGeneric()),
        0,
        3);
  }

  @Property(seed = "20260101", tries = 500, edgeCases = EdgeCasesMode.NONE)
  void isReadBackAsItIs(@ForAll("values") Object value) throws IOException {
    assertThat(MAPPER.readValue(Printed.of(new JsonDocument(value)), Object.class))
        .isEqualTo(value);
    String line = JsonDocument.compact(value);
    assertThat(line).doesNotContain("\n");
    assertThat(MAPPER.readValue(line, Object.class)).isEqualTo(value);
  }

  @Example
  void oneLineWithoutSpaces() {
    JsonObject json = new JsonObject().put("node", List.of("^", 3, 84)).put("none", List.of());
    assertThat(JsonDocument.compact(json.put("empty", Map.of())))
        .isEqualTo("{\"node\":[\"^\",3,84],\"none\":[],\"empty\":{}}");
  }

  @Example
  void aMemberALine() throws IOException {
    JsonObject json =
        new JsonObject()
            .put("name", "a \"b\"\n")
            .put("nothing", Optional.empty())
            .put("line", OptionalInt.of(3))
            .put("bits", OptionalLong.empty())
            .put("decimal", new BigDecimal("90.40"))
            .put("raw", new JsonObject.Raw("[1, 2]"))
            .putPresent("absent", Optional.empty())
            .put("empty", Map.of())
            .putAll("terms", List.of("x", "y"), name -> new JsonObject().put("name", name))
            .put("none", List.of());
    assertThat(Printed.of(new JsonDocument(json)))
        .isEqualTo(
            """
            {
              "name": "a \\"b\\"\\n",
              "nothing": null,
              "line": 3,
              "bits": null,
              "decimal": 90.40,
              "raw": [1, 2],
              "empty": { },
              "terms": [
                {
                  "name": "x"
                },
                {
                  "name": "y"
                }
              ],
              "none": [ ]
            }
            """);
  }

  @Example
  void whatIsNoJsonIsRefused() {
    JsonDocument document = new JsonDocument(new Object());
    assertThatThrownBy(() -> Printed.of(document)).isInstanceOf(IllegalArgumentException.class);
  }
}
