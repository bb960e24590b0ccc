package org.soundcalc.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is JSON by RFC 8259, and what is not. */
class JsonTextTest {
  @Test
  void readsEveryKindOfValue() throws Exception {
    assertThat(JsonText.value(" {\"a\": [1, -0.5e+2, true, false, null], \"b\\u00e9\\n\": {}}\n"))
        .isEqualTo(
            Map.of(
                "a",
                List.of(BigDecimal.ONE, new BigDecimal("-0.5e+2"), true, false, Optional.empty()),
                "bé\n",
                Map.of()));
    assertThat(JsonText.value("\"\\\"\\\\\\/\\b\\f\\r\\t\\uD83D\\ude00\""))
        .isEqualTo("\"\\/\b\f\r\t😀");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\" 1}",
        "{a: 1}",
        "{\"a\": 1,}",
        "[1 2]",
        "01",
        "1.",
        ".5",
        "+1",
        "-",
        "1e",
        "1e99999",
        "nul",
        "NaN",
        "\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12",
        "\"\n\"",
        "'a'",
        "[] []",
        "{\"a\": 1, \"a\": 2}",
        "// no\n1"
      })
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> JsonText.value(text))
        .isInstanceOf(ParseException.class)
        .hasMessageStartingWith("line ");
  }
}
