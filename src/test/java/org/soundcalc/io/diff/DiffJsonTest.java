package org.soundcalc.io.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.TomlSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffJsonTest {
  private static final Path SCHEMA = Path.of("docs", "diff.schema.json");

  @Test
  void looksAsItDid() throws IOException {
    Golden.assertMatches("diff.json", json(DiffSamples.full()));
  }

  @Test
  void treesLookAsTheyDid() throws IOException {
    Golden.assertMatches("diff-trees.json", json(TreeDiffSamples.loss()));
  }

  @Test
  void keepsToItsSchema() throws IOException {
    assertThat(schema().validate(json(DiffSamples.full()), InputFormat.JSON)).isEmpty();
    assertThat(schema().validate(json(DiffSamples.none()), InputFormat.JSON)).isEmpty();
    assertThat(schema().validate(json(DiffSamples.renamed()), InputFormat.JSON)).isEmpty();
    assertThat(schema().validate(json(TreeDiffSamples.full()), InputFormat.JSON)).isEmpty();
  }

  @Test
  void schemaIsOneOfItsVersion() throws IOException {
    assertThat(TomlSchema.problemsOfSchema(Files.readString(SCHEMA))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"change\": \"changed\"",
        "\"delta\": -2",
        "\"bits\": 48",
        "\"binding\": true",
        "\"new\": \"80\"",
        "\"status\": \"proven\"",
        "\"side\": \"old\"",
        "\"term\": \"query phase\"",
      })
  void schemaCanFail(String member) throws IOException {
    String json = json(DiffSamples.full());
    assertThat(json).contains(member);
    String renamed = member.replaceFirst("\"", "\"no");
    assertThat(schema().validate(json.replace(member, renamed), InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"proofs\": 199", "\"levels\": 7", "\"decimalBits\": 83.46"})
  void schemaKnowsTrees(String member) throws IOException {
    String json = json(TreeDiffSamples.full());
    assertThat(json).contains(member);
    String renamed = json.replace(member, member.replaceFirst("\"", "\"no"));
    assertThat(schema().validate(renamed, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void treesStandOnlyWhereThereAreSome() throws IOException {
    JsonNode json = JsonMapper.shared().readTree(json(TreeDiffSamples.full()));
    JsonNode orion = json.at("/zkvms/0/recursion");
    assertThat(orion.at("/old/bits").asInt()).isEqualTo(83);
    assertThat(orion.at("/new/proofs").asInt()).isEqualTo(1999);
    assertThat(orion.at("/delta").asInt()).isEqualTo(-3);
    JsonNode draco = json.at("/zkvms/3/recursion");
    assertThat(draco.at("/old").isNull()).isTrue();
    assertThat(draco.at("/delta").isNull()).isTrue();
    assertThat(json.at("/zkvms/5/recursion/new/bits").isNull()).isTrue();
    assertThat(json.at("/zkvms/6").has("recursion")).isFalse();
    assertThat(json.at("/zkvms/7/recursion/old/proofs").bigIntegerValue())
        .isEqualTo("13835058055282163711");
  }

  @Test
  void lossOfATreeSaysSo() throws IOException {
    JsonNode json = JsonMapper.shared().readTree(json(TreeDiffSamples.loss()));
    assertThat(json.at("/regressions")).hasSize(1);
    JsonNode lost = json.at("/regressions/0");
    assertThat(lost.at("/circuit").isNull()).isTrue();
    assertThat(lost.at("/tree").asBoolean()).isTrue();
    assertThat(lost.at("/regime").asString()).isEqualTo("mixed");
    assertThat(lost.at("/old").asInt()).isEqualTo(83);
    assertThat(lost.at("/new").asInt()).isEqualTo(50);
  }

  @Test
  void figuresAndNamesAreVerbatim() throws IOException {
    JsonNode json = JsonMapper.shared().readTree(json(DiffSamples.full()));
    JsonNode core = json.at("/zkvms/0/circuits/0");
    assertThat(json.at("/changed").asBoolean()).isTrue();
    assertThat(json.at("/zkvms/0/security/delta").asInt()).isEqualTo(-5);
    assertThat(core.at("/regimes/0/terms/0/name").asString()).isEqualTo("batching");
    assertThat(core.at("/regimes/0/terms/0/delta").asInt()).isZero();
    assertThat(core.at("/regimes/0/terms/0/decimalDelta").decimalValue()).isEqualTo("-0.26");
    assertThat(core.at("/parameters/0/key").asString()).isEqualTo("num_queries");
    assertThat(json.at("/regressions/0/circuit").isNull()).isTrue();
    assertThat(json.at("/zkvms/1/change").asString()).isEqualTo("unchanged");
    assertThat(json.at("/zkvms/2/new").isNull()).isTrue();
  }

  @Test
  void whatWasReplacedIsNamed() throws IOException {
    JsonNode json = JsonMapper.shared().readTree(json(DiffSamples.renamed()));
    JsonNode zkvm = json.at("/regressions/3");
    assertThat(json.at("/regressions/1/circuit").asString()).isEqualTo("wrap");
    assertThat(json.at("/regressions/1/replaced").asString()).isEqualTo("a|b");
    assertThat(zkvm.at("/zkvm").asString()).isEqualTo("Lyra");
    assertThat(zkvm.at("/replaced").asString()).isEqualTo("Vega");
    assertThat(zkvm.at("/old").asInt()).isEqualTo(90);
    assertThat(zkvm.at("/new").asInt()).isEqualTo(79);
    assertThat(json.at("/notCompared")).hasSize(4);
    assertThat(json.at("/notCompared/2/circuit").isNull()).isTrue();
  }

  private static String json(DiffReport report) throws IOException {
    return Printed.of(new JsonDocument(DiffJson.of(report)));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
  }
}
