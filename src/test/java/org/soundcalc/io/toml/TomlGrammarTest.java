package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlVersion;

/** TOML 1.1, production by production: what it is, what it means, and what it is not. */
class TomlGrammarTest {
  private static final String[] PARTS =
      ("[ ] { } \" ' \"\"\" \'\'\' = , . # \\ \\u0041 1 _ e + - 0x a [[ ]] true inf 1979-05-27"
              + " 07:32 é a.b : [a]\n"
              + " [[a]]\n"
              + " b=1\n"
              + " \"x\" {} [] \n"
              + " \r\n"
              + " \t")
          .split(" ");

  /** Of documents with larger numbers than tomlj reads, and seconds that leap. */
  private static final String BEYOND = ", beyond the other reader";

  private static final Pattern CODE_POINT = Pattern.compile("<U\\+(\\p{XDigit}+)>");

  @ParameterizedTest
  @MethodSource
  void valid(Case document) {
    TomlReader.Reading reading = TomlReader.read(SourceText.ofFile("t", document.text));

    assertThat(headers(reading)).isEmpty();
    assertThat(show(reading.root().plain())).isEqualTo(String.join("\n", document.expected));
    if (!document.title.endsWith(BEYOND)) {
      assertThat(Toml.parse(document.text, options()).errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource
  void invalid(Case document) {
    TomlReader.Reading reading = TomlReader.read(SourceText.ofFile("t", document.text));

    assertThat(headers(reading)).isEqualTo(document.expected);
    assertThat(Toml.parse(document.text, options()).errors()).isNotEmpty();
  }

  /** Documents with one edit each: whether they are TOML still is asked of another reader. */
  @Test
  void oneEditIsOneErrorAtMost() {
    List<Case> documents = valid().stream().filter(c -> !c.title.endsWith(BEYOND)).toList();
    Random random = new Random(11);
    int broken = 0;
    int toldTwice = 0;
    for (int i = 0; i < 2_000; i++) {
      Case document = documents.get(random.nextInt(documents.size()));
      String text = edited(document.text, random);
      List<String> headers = headers(TomlReader.read(SourceText.ofFile("t", text)));
      assertThat(headers.isEmpty())
          .as("%s%n%s", text, headers)
          .isEqualTo(Toml.parse(text, options()).errors().isEmpty());
      assertThat(headers).as(text).hasSizeLessThanOrEqualTo(2);
      broken += headers.isEmpty() ? 0 : 1;
      toldTwice += headers.size() > 1 ? 1 : 0;
    }
    // two where the edit makes two statements of one, or takes the quotes from several lines
    assertThat(toldTwice).isLessThan(broken / 30);
  }

  /** Tokens of the letters of numbers, dates and times, and what another reader says of them. */
  @Test
  void scalarsAreThoseOfAnotherReader() {
    String[] parts =
        "0 1 9 00 10 1979 05 12 31 2 _ . e E + - : T Z 0x 0o 0b inf nan f".split(" ", -1);
    Random random = new Random(12);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder token = new StringBuilder(parts[random.nextInt(9)]);
      for (int more = random.nextInt(6); more > 0; more--) {
        token.append(parts[random.nextInt(parts.length)]);
      }
      List<TomlParseError> theirs = Toml.parse("a = " + token, options()).errors();
      boolean isBeyond = theirs.toString().matches("(?s).*(too large|too small|00..59).*");
      if (!isBeyond) {
        TomlReader.Reading ours = TomlReader.read(SourceText.ofFile("t", "a = " + token));
        assertThat(ours.errors().isEmpty()).as(token.toString()).isEqualTo(theirs.isEmpty());
        assertThat(ours.errors().size()).as(token.toString()).isLessThan(2);
      }
    }
  }

  private static String edited(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = random.nextBoolean() ? from : Math.min(text.length(), from + random.nextInt(8));
    String put = to > from && random.nextBoolean() ? "" : PARTS[random.nextInt(PARTS.length)];
    String edited = text.substring(0, from) + put + text.substring(to);
    // half a character is not in a file
    return new String(edited.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static List<Case> valid() {
    return cases("valid.txt");
  }

  static List<Case> invalid() {
    return cases("invalid.txt");
  }

  private static TomlParseOptions options() {
    return TomlParseOptions.sourceless().withVersion(TomlVersion.V1_1_0);
  }

  private static List<String> headers(TomlReader.Reading reading) {
    return reading.errors().stream()
        .map(error -> error.line() + ":" + error.column() + " " + error.message())
        .toList();
  }

  /** Values as text, with code points for what one does not see. */
  private static String show(Object value) {
    if (value instanceof Map<?, ?> table) {
      return table.entrySet().stream()
          .map(member -> show(member.getKey()) + ": " + show(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> array) {
      return array.stream().map(TomlGrammarTest::show).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    return value instanceof TomlScalar.Time time ? "`" + time.text() + "`" : value.toString();
  }

  /** Documents, each after its title and before what is said of it. */
  private static List<Case> cases(String resource) {
    List<Case> cases = new ArrayList<>();
    for (String block : read(resource).substring("== ".length()).split("\n== ", -1)) {
      String[] parts = block.split("\n", 2);
      String[] document = parts[1].split("(?m)^--\n", 2);
      cases.add(
          new Case(parts[0], decoded(document[0]), List.of(decoded(document[1]).split("\n"))));
    }
    return cases;
  }

  private static String decoded(String text) {
    String ended = text.replace("<CR>", "\r").replace("<EOF>\n", "");
    return CODE_POINT
        .matcher(ended)
        .replaceAll(
            match ->
                java.util.regex.Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(match.group(1), 16))));
  }

  private static String read(String resource) {
    try (InputStream in = TomlGrammarTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Case(String title, String text, List<String> expected) {
    @Override
    public String toString() {
      return title;
    }
  }
}
