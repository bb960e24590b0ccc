package org.soundcalc.io.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads a document by its schema finds what each member means. */
class SchemaDescriptionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is said of members under conditions is no member of its own. */
  private static final Set<String> CONDITIONS = Set.of("if", "then", "else", "not");

  /** Of documents that the program writes; that of the files comes from the keys' own texts. */
  static Stream<Path> schemas() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      return files
          .filter(file -> file.toString().endsWith(".schema.json"))
          .filter(file -> !file.endsWith("soundcalc.schema.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyMemberIsDescribed(Path file) throws IOException {
    List<String> missing = new ArrayList<>();
    addMissing(JSON.readTree(file.toFile()), "", missing);
    assertThat(missing).isEmpty();
  }

  @Test
  void aMemberWithoutAMeaningIsFound() throws IOException {
    String text =
        """
        {"properties": {"a": {"type": "string"}, "b": {"description": "Its b.", "items":
          {"properties": {"c": true, "d": {"description": ""}}}}},
         "then": {"properties": {"b": {"minItems": 1}}}}
        """;
    List<String> missing = new ArrayList<>();
    addMissing(JSON.readTree(text), "", missing);
    assertThat(missing)
        .containsExactly(
            "/properties/a",
            "/properties/b/items/properties/c",
            "/properties/b/items/properties/d");
  }

  private static void addMissing(JsonNode schema, String path, List<String> missing) {
    for (var member : schema.properties()) {
      String place = path + "/" + member.getKey();
      if (member.getKey().equals("properties")) {
        for (var named : member.getValue().properties()) {
          String its = place + "/" + named.getKey();
          if (!isDescribed(named.getValue())) {
            missing.add(its);
          }
          addMissing(named.getValue(), its, missing);
        }
      } else if (!CONDITIONS.contains(member.getKey())) {
        addMissing(member.getValue(), place, missing);
      }
    }
    if (schema.isArray()) {
      schema.forEach(item -> addMissing(item, path + "[]", missing));
    }
  }

  /** By itself, or in each of its forms. */
  private static boolean isDescribed(JsonNode member) {
    if (!member.path("description").asText().isBlank()) {
      return true;
    }
    JsonNode forms = member.path("anyOf");
    return forms.size() > 0
        && Stream.iterate(0, i -> i < forms.size(), i -> i + 1)
            .map(forms::get)
            .filter(form -> !form.path("type").asText().equals("null"))
            .allMatch(SchemaDescriptionsTest::isDescribed);
  }
}
