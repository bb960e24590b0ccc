package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.io.toml.Loading.CIRCUIT;
import static org.soundcalc.io.toml.Loading.ZKEVM;
import static org.soundcalc.io.toml.Loading.headers;
import static org.soundcalc.io.toml.Loading.load;
import static org.soundcalc.io.toml.Loading.report;
import static org.soundcalc.io.toml.Loading.texts;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Texts that are not TOML, or not even texts. */
class SyntaxTest {
  @Test
  void everySyntaxErrorIsShown() {
    assertThat(report("a = 1\nb = \nc = [1,,2]\na = 2\n"))
        .containsExactly(
            """
            t.toml:2:5: error: unexpected end of line, expected a value
            b =\s
                ^\
            """,
            """
            t.toml:3:8: error: unexpected ',', expected a value
            c = [1,,2]
                   ^\
            """,
            """
            t.toml:4:1: error: a previously defined at line 1, column 1
            a = 2
            ^\
            """);
  }

  @Test
  void duplicateKeysAndTablesNameTheFirst() {
    assertThat(report(ZKEVM + CIRCUIT + "num_queries = 3\n"))
        .containsExactly(
            """
            t.toml:11:1: error: num_queries previously defined at line 9, column 1
            num_queries = 3
            ^\
            """);
    assertThat(headers(load("[zkevm]\n[zkevm]\n")))
        .containsExactly("t.toml:2:1: error: zkevm previously defined at line 1, column 1");
  }

  @Test
  void impossibleDatesAndCharacters() {
    assertThat(headers(load("a = 1979-15-27\nb = \"\\uD800\"\n")))
        .containsExactly(
            "t.toml:1:5: error: 1979-15-27 is not a valid date or time",
            "t.toml:2:6: error: invalid unicode escape sequence");
  }

  @Test
  void bracketsThatAreLeftOpen() {
    assertThat(report("x = {a = 1, 'b' = [1.a =5,0x1F\n[l]\nm = 1\n"))
        .containsExactly(
            """
            t.toml:1:20: error: 1.a is not a valid number
            x = {a = 1, 'b' = [1.a =5,0x1F
                               ^\
            """);
  }

  @Test
  void emptyFiles() {
    assertThat(report("")).containsExactly("t.toml:1:1: error: the file is empty");
    assertThat(report(" \n\t\r\n")).containsExactly("t.toml:1:1: error: the file is empty");
    assertThat(report("\uFEFF")).containsExactly("t.toml:1:1: error: the file is empty");
  }

  @Test
  void byteOrderMarksAndWindowsLineEndsAreRead() {
    String windows = ("\uFEFF" + ZKEVM + CIRCUIT).replace("\n", "\r\n");

    assertThat(load(windows).diagnostics()).isEmpty();
    assertThat(report(windows.replace("10", "0")))
        .containsExactly(
            """
            t.toml:9:15: error: circuit "riscv": num_queries must be a positive integer, got 0
            num_queries = 0
                          ^\
            """);
  }

  @Test
  void bytesThatAreNoText() {
    assertThat(texts(load(new byte[] {'a', ' ', '=', ' ', (byte) 0xC3, '\n'})))
        .containsExactly("t.toml:1:5: error: these bytes are not UTF-8\na = \uFFFD\n    ^");
    assertThat(headers(load("\uFEFF[zkevm]\n".getBytes(StandardCharsets.UTF_16LE))))
        .containsExactly("t.toml:1:1: error: the file is in UTF-16; TOML is in UTF-8");
    assertThat(texts(load("[zkevm]\nname = \"a\0b\"\n")))
        .containsExactly(
            "t.toml:2:10: error: the control character U+0000 is not allowed in TOML; is this a"
                + " text file?\nname = \"a\uFFFDb\"\n         ^");
    assertThat(headers(load("# \u001B[31m\n")))
        .containsExactly("t.toml:1:3: error: the control character U+001B is not allowed in TOML");
    assertThat(headers(load("a = 1\rb = 2\n")))
        .containsExactly("t.toml:1:6: error: the control character U+000D is not allowed in TOML");
  }

  @Test
  void aReplacementCharacterIsACharacter() {
    assertThat(load(ZKEVM + CIRCUIT + "# \uFFFD\n").diagnostics()).isEmpty();
  }

  @Test
  void noControlCharacterReachesATerminal() {
    assertThat(report(ZKEVM + CIRCUIT + "\"a\\u001B[31m\" = 1\n"))
        .containsExactly(
            """
            t.toml:11:1: warning: circuit "riscv": a<U+001B>[31m is not a key of TEST and is ignored
            "a\\u001B[31m" = 1
            ^^^^^^^^^^^^^\
            """);
  }
}
