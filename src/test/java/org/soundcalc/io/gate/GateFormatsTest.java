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
import org.soundcalc.io.document.Style;
import org.soundcalc.testing.BrokenWriter;
import org.soundcalc.testing.Golden;

/** Every case in every format, as it was reviewed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have other names there")
class GateFormatsTest {
  static Stream<Arguments> formats() {
    return Stream.of(
        Arguments.of("gate.txt", new GateTextWriter(Style.PLAIN, 80)),
        Arguments.of("gate.json", new GateJsonWriter()),
        Arguments.of("gate.xml", new JunitWriter()),
        Arguments.of("gate.sarif", GateSamples.sarif()),
        Arguments.of("gate.github", new GithubWriter("<stdin>")));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void looksAsItDid(String file, GateWriter writer) throws IOException {
    Golden.assertMatches(file, GateSamples.write(writer, GateSamples.report()));
  }

  /** After the zkVMs, whose figures it is about; in as many columns as there are. */
  @Test
  void strictAccountingIsALineForPeople() throws IOException {
    GateTextWriter text = new GateTextWriter(Style.PLAIN, 80);
    assertThat(GateSamples.write(text, GateSamples.strict()))
        .endsWith("\nwith --accounting strict\n4 of 5 zkVMs failed\n");
    assertThat(GateSamples.write(text, GateSamples.report())).doesNotContain("--accounting");
    assertThat(GateSamples.write(new GateTextWriter(Style.PLAIN, 20), GateSamples.strict()))
        .contains("\nwith --accounting\n  strict\n");
    GithubWriter github = new GithubWriter("<stdin>");
    assertThat(GateSamples.write(github, GateSamples.strict()))
        .endsWith("\nwith --accounting strict\n");
    assertThat(GateSamples.write(github, GateSamples.report())).doesNotContain("--accounting");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void failureOfTheStreamIsReportedAsSuch(String file, GateWriter writer) {
    assertThatThrownBy(() -> writer.write(GateSamples.report(), new BrokenWriter()))
        .as(file)
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }
}
