package org.soundcalc.io.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.model.Accounting;
import org.soundcalc.testing.JsonSchema;
import org.soundcalc.testing.Printed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GateJsonTest {
  private static final String SCHEMA = "check.schema.json";

  @Test
  void keepsToItsSchema() throws IOException {
    assertThat(JsonSchema.inDocs(SCHEMA).problems(write(GateSamples.report()))).isEmpty();
    assertThat(
            JsonSchema.inDocs(SCHEMA)
                .problems(
                    write(
                        new GateReport(
                            "1.2.3",
                            new EstimateCaveats(Accounting.SOUNDCALC, List.of()),
                            List.of(),
                            List.of(),
                            0))))
        .isEmpty();
  }

  @Test
  void schemaIsOneOfItsVersion() throws IOException {
    assertThat(JsonSchema.inDocs(SCHEMA).ownProblems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0000',
      delimiter = ';',
      value = {
        "\"passed\": true; \"passed\": false",
        "\"kind\": \"min-bits\"; \"kind\": \"max-proof-size\"",
        "\"unit\": \"bits\"; \"unit\": \"bytes\"",
        "\"measure\": \"worst\"; \"measure\": \"most\"",
        "\"line\": 10; \"line\": 0",
        "\"from\": 7; \"from\": \"7\"",
        "\"obstacles\"; \"terms\"",
        "\"status\": \"proven\"; \"status\": \"likely\"",
        "\"regime\": null; \"regime\": \"UDR\"",
        "\"actual\": 53; \"actual\": 53.5",
      })
  void schemaNoticesWhatDiffers(String text, String other) throws IOException {
    String json = write(GateSamples.report());
    assertThat(json).contains(text.strip());
    String changed = json.replace(text.strip(), other.strip());
    assertThat(JsonSchema.inDocs(SCHEMA).problems(changed)).isNotEmpty();
  }

  /**
   * Without a search through the conjectures: vela's figure is mixed, and one of two is refuted.
   */
  @Test
  void aFigureHasTheStatusOfItsLeastEstablishedRegime() throws IOException {
    JsonNode json = JsonMapper.shared().readTree(write(GateSamples.report()));
    assertThat(json.at("/zkvms/0/requirements/0/status").asString()).isEqualTo("proven");
    assertThat(json.at("/zkvms/1/requirements/0/status").isNull()).isTrue();
    assertThat(json.at("/zkvms/2/requirements/0/regime").asString()).isEqualTo("mixed");
    assertThat(json.at("/zkvms/2/requirements/0/status").asString()).isEqualTo("refuted");
  }

  /** Vela has no shortfalls, which have a status of their own. */
  @ParameterizedTest
  @CsvSource({"''", "'\"status\": \"proven\",'", "'\"status\": null,'"})
  void schemaNoticesAStatusThatIsMissingOrWrong(String other) throws IOException {
    String json = write(GateSamples.report(GateSamples.vela()));
    String changed = json.replace("\"status\": \"refuted\",", other);
    assertThat(changed).isNotEqualTo(json);
    assertThat(JsonSchema.inDocs(SCHEMA).problems(changed)).isNotEmpty();
  }

  @Test
  void figuresAndNamesAreVerbatim() throws IOException {
    JsonNode json = JsonMapper.shared().readTree(write(GateSamples.report()));
    assertThat(json.at("/passed").asBoolean()).isFalse();
    JsonNode odd = json.at("/zkvms/1");
    assertThat(odd.at("/name").asString()).isEqualTo(GateSamples.ODD);
    assertThat(odd.at("/source").asString()).isEqualTo(GateSamples.ODD_FILE);
    assertThat(odd.at("/requirements/0/actual").isNull()).isTrue();
    JsonNode remedy = odd.at("/requirements/0/shortfalls/0/remedies/0");
    assertThat(remedy.at("/set").asString()).isEqualTo("grinding_lookup");
    assertThat(remedy.at("/in").asString()).isEqualTo("lookup \"" + GateSamples.ODD + "\"");
    assertThat(remedy.at("/from").asInt()).isEqualTo(7);
    assertThat(remedy.at("/to").asInt()).isEqualTo(8);
    assertThat(odd.at("/requirements/1/actual").asLong()).isEqualTo(301L * 8192);
  }

  private static String write(GateReport report) throws IOException {
    return Printed.of(new JsonDocument(GateJson.of(report)));
  }
}
