package org.soundcalc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soundcalc.testing.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTest {
  private static final Path SCHEMA = Path.of("docs", "estimate.schema.json");

  @Test
  void looksAsItDid() throws IOException {
    Golden.assertMatches("report.json", Samples.write(new JsonWriter(), Samples.fullReport()));
  }

  @Test
  void keepsToItsSchema() throws IOException {
    String json = Samples.write(new JsonWriter(), Samples.fullReport());
    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void schemaIsOneOfItsVersionAndCanFail() throws IOException {
    Schema metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    SpecificationVersion.DRAFT_2020_12.getDialectId()));
    assertThat(metaSchema.validate(Files.readString(SCHEMA), InputFormat.JSON)).isEmpty();
    String json = Samples.write(new JsonWriter(), Samples.fullReport());
    assertThat(schema().validate(json.replace("\"bits\": 50,", ""), InputFormat.JSON)).isNotEmpty();
    assertThat(schema().validate(json.replace("\"reason\"", "\"why\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void figuresAndNamesAreVerbatim() throws IOException {
    JsonNode json =
        JsonMapper.shared().readTree(Samples.write(new JsonWriter(), Samples.fullReport()));
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
        Samples.write(new JsonWriter(), new Report("1.2.3", List.of(), List.of(conjectured)));
    assertThat(json).contains("\"security\": null");
    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void failureOfTheStreamIsReportedAsSuch() {
    assertThatThrownBy(() -> new JsonWriter().write(Samples.fullReport(), new BrokenWriter()))
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
  }

  private static final class BrokenWriter extends Writer {
    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void flush() throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void close() {}
  }
}
