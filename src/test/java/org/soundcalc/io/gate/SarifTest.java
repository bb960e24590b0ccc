package org.soundcalc.io.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.toml.Region;
import org.soundcalc.model.Accounting;
import org.soundcalc.testing.Printed;

/** What is written is read back by a library for SARIF. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have other names there")
class SarifTest {
  private static final String ODD_URI =
      "zkvms/c%3A%20d%2C%20100%25%20%C3%A9%20%5B1%5D%2B%7Bx%7D~%0A.toml";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void toolAndVersionAreNamed() throws IOException {
    SarifSchema210 log = read(GateSamples.report());
    assertThat(log.getVersion()).isEqualTo(SarifSchema210.Version._2_1_0);
    assertThat(log.get$schema())
        .hasToString(
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    assertThat(log.getRuns()).hasSize(1);
    assertThat(log.getRuns().get(0).getTool().getDriver().getName()).isEqualTo("soundcalc");
    assertThat(log.getRuns().get(0).getTool().getDriver().getVersion()).isEqualTo("1.2.3");
  }

  @Test
  void howErrorsWereCountedIsAPropertyOfTheRun() throws IOException {
    assertThat(run(GateSamples.strict()).getProperties().getAdditionalProperties())
        .containsEntry("accounting", "strict");
    assertThat(run(GateSamples.report()).getProperties().getAdditionalProperties())
        .containsEntry("accounting", "soundcalc");
    assertThat(schema().validate(write(GateSamples.strict()), InputFormat.JSON)).isEmpty();
  }

  @Test
  void everyResultIsOfARule() throws IOException {
    Run run = run(GateSamples.report());
    List<ReportingDescriptor> rules = new ArrayList<>(run.getTool().getDriver().getRules());
    assertThat(rules)
        .extracting(ReportingDescriptor::getId)
        .containsExactly(
            "min-bits",
            "max-proof-size",
            "recursion",
            "not-proven",
            "bad-input",
            "warning",
            "caveat",
            "no-caveats",
            "non-interactive");
    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.getName()).isNotBlank();
              assertThat(rule.getShortDescription().getText()).isNotBlank();
              assertThat(rule.getHelp().getText()).isNotBlank();
            });
    assertThat(run.getResults())
        .allSatisfy(
            result -> {
              ReportingDescriptor rule = rules.get(result.getRuleIndex());
              assertThat(result.getRuleId()).isEqualTo(rule.getId());
              assertThat(result.getLevel().value())
                  .isEqualTo(rule.getDefaultConfiguration().getLevel().value());
            });
  }

  @Test
  void resultsStandAtTheKeyToChange() throws IOException {
    List<Result> results = run(GateSamples.report()).getResults();
    assertThat(results)
        .extracting(
            Result::getRuleId,
            result -> result.getLevel().value(),
            result -> physical(result).getArtifactLocation().getUri(),
            SarifTest::line)
        .containsExactly(
            tuple("min-bits", "error", "zkvms/orion.toml", 10),
            tuple("min-bits", "error", "zkvms/orion.toml", 20),
            tuple("min-bits", "error", ODD_URI, 12),
            tuple("min-bits", "error", ODD_URI, 20),
            tuple("max-proof-size", "error", ODD_URI, 20),
            tuple("not-proven", "note", "vela.toml", 20),
            tuple("min-bits", "error", "lynx.toml", 10),
            tuple("max-proof-size", "error", "zkvms/lyra.toml", 20),
            tuple("warning", "warning", "zkvms/lyra.toml", 12),
            tuple("warning", "warning", "zkvms/lyra.toml", null));
    com.contrastsecurity.sarif.Region region = physical(results.get(2)).getRegion();
    assertThat(region.getStartColumn()).isEqualTo(15);
    assertThat(region.getEndColumn()).isEqualTo(17);
    assertThat(results.get(0).getMessage().getText()).startsWith("core is 7 bits short of 60");
  }

  @Test
  void whatPassesHasNoResults() throws IOException {
    assertThat(run(GateSamples.report(GateSamples.passing("a.toml", "A"))).getResults()).isEmpty();
    assertThat(
            run(new GateReport(
                    "1.2.3",
                    new EstimateCaveats(Accounting.SOUNDCALC, List.of()),
                    List.of(),
                    List.of(),
                    0))
                .getResults())
        .isEmpty();
  }

  /** A note, since a result of any kind but "fail" has no level, and many readers ignore kinds. */
  @Test
  void passByAConjectureIsNoted() throws IOException {
    List<Result> results = run(GateSamples.report(GateSamples.vela())).getResults();
    assertThat(results).hasSize(1);
    assertThat(results.get(0).getLevel()).isEqualTo(Result.Level.NOTE);
    assertThat(results.get(0).getKind()).isEqualTo(Result.Kind.FAIL);
    assertThat(results.get(0).getMessage().getText())
        .isEqualTo("conjectured counts with 101 bits in capacity, NOT PROVEN: capacity is refuted");
  }

  /** Relative to the working directory, or absolute; without "..", which readers reject. */
  @ParameterizedTest
  @CsvSource({
    "zkvms/pico.toml, zkvms/pico.toml",
    "./zkvms/../zkvms//pico.toml, zkvms/pico.toml",
    "/home/user/tree/zkvms/pico.toml, zkvms/pico.toml",
    "/home/user/treetop.toml, file:///home/user/treetop.toml",
    "../a b.toml, file:///home/user/a%20b.toml",
    "C: d+e%20*?#é.toml, C%3A%20d%2Be%2520%2A%3F%23%C3%A9.toml",
    "a~b-c_d.toml, a~b-c_d.toml",
  })
  void placesAreUris(String source, String uri) throws IOException {
    Run run = run(GateSamples.report(GateSamples.in(source, GateSamples.orion())));
    assertThat(physical(run.getResults().get(0)).getArtifactLocation().getUri()).isEqualTo(uri);
  }

  @Test
  void standardInputIsAPlaceToo() throws IOException {
    Run run = run(GateSamples.report(GateSamples.in("<stdin>", GateSamples.orion())));
    assertThat(run.getResults()).hasSize(2);
    for (Result result : run.getResults()) {
      Location location = result.getLocations().get(0);
      assertThat(physical(result).getArtifactLocation().getUri()).isEqualTo("stdin.toml");
      assertThat(location.getLogicalLocations()).hasSize(1);
    }
    assertThat(run.getResults().get(0).getLocations().get(0).getLogicalLocations())
        .allSatisfy(l -> assertThat(l.getFullyQualifiedName()).isEqualTo("Orion/core"));
  }

  /** Readers would take braces for placeholders. */
  @Test
  void bracesAreDoubled() throws IOException {
    Run run = run(GateSamples.report(GateSamples.odd()));
    assertThat(run.getResults().get(0).getMessage().getText())
        .startsWith("a<b>&\"c\" 'd': {{0}}, 50%, ]]> 🦀 is 1 bit short");
  }

  @Test
  void fingerprintsDifferAndDoNotMoveWithLines() throws IOException {
    List<String> fingerprints = fingerprints(GateSamples.report());
    assertThat(fingerprints).hasSize(10).doesNotHaveDuplicates().contains("Orion/core/min-bits");
    CheckedZkvm orion = GateSamples.orion();
    CheckedZkvm moved =
        new CheckedZkvm(
            orion.source(),
            orion.verdict(),
            (circuit, path) -> new Region(11 * circuit + 11, 1, 2),
            orion.warnings());
    assertThat(fingerprints(GateSamples.report(moved)))
        .isEqualTo(fingerprints(GateSamples.report(orion)));
  }

  @Test
  void keepsToTheSchemaOfSarif() throws IOException {
    Schema schema = schema();
    String json = write(GateSamples.report());
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(
            schema.validate(
                json.replace("\"startLine\": 10", "\"startLine\": 0"), InputFormat.JSON))
        .isNotEmpty();
  }

  private static PhysicalLocation physical(Result result) {
    return result.getLocations().get(0).getPhysicalLocation();
  }

  private static Integer line(Result result) {
    PhysicalLocation physical = physical(result);
    return physical.getRegion() == null ? null : physical.getRegion().getStartLine();
  }

  private static List<String> fingerprints(GateReport report) throws IOException {
    return run(report).getResults().stream()
        .map(result -> result.getPartialFingerprints().getAdditionalProperties())
        .map(fingerprints -> fingerprints.get("circuitAndRule/v1"))
        .toList();
  }

  private static Run run(GateReport report) throws IOException {
    return read(report).getRuns().get(0);
  }

  private static SarifSchema210 read(GateReport report) throws IOException {
    return MAPPER.readValue(write(report), SarifSchema210.class);
  }

  private static String write(GateReport report) throws IOException {
    return Printed.of(GateSamples.sarif(report));
  }

  private static Schema schema() throws IOException {
    try (InputStream stream =
        SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }
}
