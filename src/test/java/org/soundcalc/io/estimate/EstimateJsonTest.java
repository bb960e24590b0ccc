package org.soundcalc.io.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.model.Accounting;
import org.soundcalc.testing.BrokenWriter;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EstimateJsonTest {
  @Test
  void looksAsItDid() throws IOException {
    Golden.assertMatches("report.json", Samples.json(Samples.fullReport()));
  }

  @Test
  void keepsToItsSchema() throws IOException {
    String json = Samples.json(Samples.fullReport());
    assertThat(schema().problems(json)).isEmpty();
  }

  @Test
  void schemaIsOneOfItsVersionAndCanFail() throws IOException {
    assertThat(schema().ownProblems()).isEmpty();
    String json = Samples.json(Samples.fullReport());
    assertThat(schema().problems(json.replace("\"bits\": 50,", ""))).isNotEmpty();
    assertThat(schema().problems(json.replace("\"reason\"", "\"why\""))).isNotEmpty();
  }

  @Test
  void figuresAndNamesAreVerbatim() throws IOException {
    JsonNode json = JsonMapper.shared().readTree(Samples.json(Samples.fullReport()));
    JsonNode lyra = json.at("/zkvms/1");
    assertThat(lyra.at("/version").asString()).isEqualTo("2.0.1");
    assertThat(lyra.at("/circuits/0/measuredProofSize").asString()).isEqualTo("791.32 KB");
    assertThat(lyra.at("/circuits/0/regimes/0/terms/2/name").asString())
        .isEqualTo("a|b \"quoted\"");
    JsonNode core = json.at("/zkvms/0/circuits/0");
    assertThat(core.at("/regimes/0/bits").asInt()).isEqualTo(50);
    assertThat(core.at("/regimes/0/binding").asString()).isEqualTo("query phase");
    assertThat(core.at("/regimes/1/multiplicity")).hasSize(2);
    assertThat(core.at("/regimes/0").has("multiplicity")).isFalse();
    assertThat(core.has("measuredProofSize")).isFalse();
  }

  @Test
  void zkvmWithoutProvenFigureHasNoSecurity() throws IOException {
    ZkvmReport conjectured =
        Samples.report("orion.toml", Samples.orion(), Samples.ALL.subList(2, 3));
    String json =
        Samples.json(
            new Report(
                "1.2.3",
                new EstimateCaveats(Accounting.SOUNDCALC, List.of()),
                List.of(conjectured)));
    assertThat(json).contains("\"security\": null");
    assertThat(schema().problems(json)).isEmpty();
  }

  @Test
  void eachRegimeSaysOnceWhatItRestsOn() throws IOException {
    JsonNode regimes =
        JsonMapper.shared().readTree(Samples.json(Samples.fullReport())).at("/regimes");
    assertThat(regimes).hasSize(Samples.ALL.size());
    assertThat(regimes.at("/0").has("evidence")).isFalse();
    assertThat(regimes.at("/2/status").asString()).isEqualTo("refuted");
    assertThat(regimes.at("/2/evidence/sources/1/year").asInt()).isEqualTo(2025);
    assertThat(regimes.at("/2/sources/1/year").isNull()).isTrue();
  }

  @Test
  void failureOfTheStreamIsReportedAsSuch() {
    assertThatThrownBy(
            () ->
                new JsonDocument(EstimateJson.of(Samples.fullReport())).writeTo(new BrokenWriter()))
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchema.inDocs("estimate.schema.json");
  }
}
