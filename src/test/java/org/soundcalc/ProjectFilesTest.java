package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.soundcalc.testing.Yaml;
import tools.jackson.databind.JsonNode;

/** What a reviewer reads beside the program: CITATION.cff, the container's recipe, the forms. */
class ProjectFilesTest {
  private static String pom(String element) throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    int project = pom.indexOf("<artifactId>soundcalc</artifactId>");
    return pom.substring(
        pom.indexOf("<" + element + ">", project) + element.length() + 2,
        pom.indexOf("</" + element + ">", project));
  }

  /** The keys that the Citation File Format 1.2.0 requires, and those that pom.xml knows. */
  @Test
  void theCitationIsOfThisVersion() throws IOException {
    JsonNode citation = Yaml.read(Files.readString(Path.of("CITATION.cff")));
    assertThat(citation.get("cff-version").asString()).isEqualTo("1.2.0");
    assertThat(citation.get("message").asString()).isNotBlank();
    assertThat(citation.get("title").asString()).isEqualTo(pom("name"));
    assertThat(citation.get("version").asString()).isEqualTo(pom("version"));
    assertThat(citation.get("type").asString()).isEqualTo("software");
    assertThat(citation.get("license").asString()).isEqualTo("Apache-2.0");
    assertThat(citation.get("authors")).isNotEmpty().allMatch(author -> author.has("name"));
  }

  /** A tag of an image can be moved, a digest cannot; nothing runs as root. */
  @Test
  void theContainerIsPinnedAndHasNoRoot() throws IOException {
    String recipe = Files.readString(Path.of("Containerfile"));
    assertThat(recipe).containsPattern("ARG BASE=\\S+@sha256:[0-9a-f]{64}\n");
    List<String> bases =
        Pattern.compile("(?m)^FROM (\\S+)")
            .matcher(recipe)
            .results()
            .map((MatchResult from) -> from.group(1))
            .toList();
    assertThat(bases).hasSize(2).containsOnly("${BASE}");
    assertThat(recipe.substring(recipe.lastIndexOf("FROM "))).contains("\nUSER soundcalc\n");
    assertThat(recipe).doesNotContain("\nADD ", "latest", "sudo");
  }

  @Test
  void formsAskForWhatIsNeeded() throws IOException {
    try (Stream<Path> forms = Files.list(Path.of(".github", "ISSUE_TEMPLATE"))) {
      for (Path file : forms.filter(form -> !form.endsWith("config.yml")).toList()) {
        JsonNode form = Yaml.read(Files.readString(file));
        assertThat(form.get("name").asString()).isNotBlank();
        assertThat(form.get("description").asString()).isNotBlank();
        List<String> ids = form.get("body").findValuesAsString("id");
        assertThat(ids).doesNotHaveDuplicates().hasSameSizeAs(form.get("body"));
        assertThat(form.get("body"))
            .anyMatch(field -> field.at("/validations/required").asBoolean(false));
      }
    }
  }
}
