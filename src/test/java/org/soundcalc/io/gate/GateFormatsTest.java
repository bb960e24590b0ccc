package org.soundcalc.io.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Style;
import org.soundcalc.testing.BrokenWriter;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;

/** Every case in every format, as it was reviewed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have other names there")
class GateFormatsTest {
  static Stream<Arguments> formats() {
    GateReport report = GateSamples.report();
    return Stream.of(
        Arguments.of("gate.txt", new GateText(report, Style.PLAIN, 80)),
        Arguments.of("gate.json", new JsonDocument(GateJson.of(report))),
        Arguments.of("gate.xml", Junit.of(report)),
        Arguments.of("gate.sarif", GateSamples.sarif(report)),
        Arguments.of("gate.github", new GithubCommands(report, "<stdin>")));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void looksAsItDid(String file, Rendering rendering) throws IOException {
    Golden.assertMatches(file, Printed.of(rendering));
  }

  /** After the zkVMs, whose figures it is about; in as many columns as there are. */
  @Test
  void strictAccountingIsALineForPeople() throws IOException {
    GateReport strict = GateSamples.strict();
    GateReport usual = GateSamples.report();
    assertThat(Printed.of(new GateText(strict, Style.PLAIN, 80)))
        .contains("\nwith --accounting strict\n4 of 5 zkVMs failed: Orion, ");
    assertThat(Printed.of(new GateText(usual, Style.PLAIN, 80))).doesNotContain("--accounting");
    assertThat(Printed.of(new GateText(strict, Style.PLAIN, 20)))
        .contains("\nwith --accounting\n  strict\n");
    assertThat(Printed.of(new GithubCommands(strict, "<stdin>")))
        .contains("\nwith --accounting strict\n4 of 5 zkVMs failed: Orion, ");
    assertThat(Printed.of(new GithubCommands(usual, "<stdin>"))).doesNotContain("--accounting");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void failureOfTheStreamIsReportedAsSuch(String file, Rendering rendering) {
    assertThatThrownBy(() -> rendering.writeTo(new BrokenWriter()))
        .as(file)
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }
}
