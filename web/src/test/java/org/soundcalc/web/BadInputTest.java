package org.soundcalc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, texts and files that are broken, hostile or too large. */
class BadInputTest {
  private static final int MOST_SHOWN = 120_000;

  @RegisterExtension private static final Page page = new Page();

  @TempDir private static Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#zkvm=nothing | no zkVM \"nothing\"",
        "#zkvm=__proto__ | no zkVM \"__proto__\"",
        "#set=riscv.num_queries=70 | names no zkVM",
        "#zkvm=pico&zkvm=pico | has zkvm twice",
        "#zkvm=pico&set=70 | not a key",
        "#zkvm=pico&set=%%% | a % is followed",
        "#zkvm=pico&regimes=foo | regimes must be of UDR, JBR",
        "#zkvm=pico&regimes= | regimes must be of UDR, JBR",
        "#zkvm=pico&bounds=never | bounds must be of may-2026",
        "#name=x&toml=AAAA | damaged",
        "#name=x&toml=%00 | damaged",
        "#constructor=1 | unknown: constructor=1",
        "#<img src=x onerror=alert(1)> | unknown: ",
      })
  void aLinkWithGarbageIsSaid(String fragment, String said) {
    page.visit(Page.FILE, fragment);
    page.awaitText("notice", "This link cannot be read");
    assertThat(page.text("notice")).contains(said).endsWith("Pico is shown instead.");
    page.awaitShown("results");
    assertThat(page.text("cards")).contains("53");
    assertThat(page.browser().complaints()).isEmpty();
  }

  @Test
  void aLinkThatUnpacksToVeryMuchIsCutOff() {
    page.open("");
    page.browser()
        .run(
            """
            const stream = new Blob(['#'.repeat(1 << 26)]).stream()
                .pipeThrough(new CompressionStream('deflate-raw'));
            new Response(stream).arrayBuffer().then((packed) => {
              let text = '';
              new Uint8Array(packed).forEach((each) => { text += String.fromCharCode(each); });
              location.hash = 'toml=' + btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
            });
            """);
    page.awaitText("notice", "its TOML has more than 4 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"riscv.num_queries=abc", "nothing.num_queries=7", "\"<b>\".x=1"})
  void whatALinkChangesWronglyCanBeUndone(String set) {
    page.visit(Page.FILE, "#zkvm=pico&set=" + set);
    page.awaitShown("errors");
    assertThat(page.text("errors")).startsWith("There are no figures.");
    assertThat(page.element(".chip").getText()).isEqualTo(set.replaceFirst("=", " = ") + " ×");
    page.element(".chip").click();
    page.awaitShown("results");
    assertThat(page.isShown("errors")).isFalse();
  }

  @Test
  void aNameThatIsCutInTheMiddleOfACharacter() {
    page.visit(Page.FILE, "#name=" + "x".repeat(79) + "%F0%9F%98%80%F0%9F%98%80&toml=AwA");
    page.awaitText("errors", "the file is empty");
    page.browser().await("return location.hash.includes('x%F0%9F%98%80&')");
    assertThat(page.text("notice")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a = ", "a."})
  void nestingHasAnEnd(String level) {
    page.open("");
    page.put(
        "text",
        level.equals("a.") ? level.repeat(50_000) + "a = 1" : "a = " + level.repeat(100_000));
    page.awaitText("problems", "nesting is too deep");
    page.put("text", picoToml());
    page.awaitFirstRow("53");
  }

  @Test
  void halfACharacterIsNone() {
    page.open("#zkvm=pico");
    page.put("text", "name = \"\ud800\"");
    page.awaitText("errors", "[zkevm] is missing");
    assertThat(page.text("notice")).isEmpty();
  }

  @Test
  void markupInNamesIsText() {
    page.open("#zkvm=pico");
    String markup = "<img src=x onerror=document.title=1>";
    page.put(
        "text",
        picoToml()
            .replace("\"riscv\"", "'" + markup + "'")
            .replace("\"Pico\"", "'" + markup + "'"));
    page.awaitText("circuits", markup);
    page.awaitSettled();
    page.awaitText("title", markup);
    page.put("key-num_queries", "70");
    page.awaitText("changes", "num_queries = 70");
    page.awaitFirstRow("47");
    assertThat(page.browser().run("return document.querySelectorAll('main img').length"))
        .isEqualTo(0L);
    assertThat(page.browser().run("return document.title")).isEqualTo(markup + " – soundcalc");
  }

  @Test
  void aTextOfFourMebibytesIsTakenPastTheField() {
    String filling = ("# " + "x".repeat(97) + "\n").repeat(41_000);
    page.open("#zkvm=pico&set=riscv.num_queries=70");
    paste(picoToml() + filling);
    page.awaitText("cut", "the first 120,000 are shown");
    page.awaitFirstRow("47");
    assertThat(page.toml()).hasSize(MOST_SHOWN);
    assertThat(page.element("#text").getAttribute("readonly")).isNotNull();
    // the address would be that of another text
    page.awaitShown("unkept");
    // one that is too large is refused; one that fits takes the place of all of it
    paste(picoToml() + filling.repeat(2));
    page.awaitText("notice", "more than 4 MiB");
    paste(picoToml());
    page.browser().await("return !document.getElementById('text').readOnly");
    assertThat(page.toml()).isEqualTo(picoToml());
    assertThat(page.isShown("cut")).isFalse();
    page.awaitFirstRow("47");
  }

  @Test
  void filesThatAreNone() throws IOException {
    page.open("#zkvm=pico");
    page.awaitFirstRow("53");
    Path latin = Files.write(folder.resolve("latin.toml"), new byte[] {'#', (byte) 0xE9, '\n'});
    page.choose(latin);
    page.awaitText("notice", "latin.toml cannot be read: it is not a text in UTF-8");
    page.choose(Files.write(folder.resolve("large.toml"), new byte[(4 << 20) + 1]));
    page.awaitText("notice", "large.toml has more than 4 MiB");
    assertThat(page.text("cards")).contains("53");
    assertThat(page.isShown("errors")).isFalse();
  }

  @Test
  void whatWasWrittenComesBack() {
    page.open("#zkvm=pico");
    String own = picoToml().replace("num_queries = ", "num_queries = 0");
    page.put("text", own);
    page.awaitShown("errors");
    page.drop(List.of(List.of("other.toml", picoToml()), List.of("more.toml", "")));
    page.awaitText("notice", "other.toml is shown. One file at a time: 1 more were left out. Undo");
    page.awaitFirstRow("53");
    page.element("#notice button").click();
    page.awaitShown("errors");
    assertThat(page.toml()).isEqualTo(own);
  }

  private static String picoToml() {
    try {
      return Requests.files().get("pico.toml");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Over all of the text. */
  private static void paste(String text) {
    page.browser()
        .run(
            """
            const area = document.getElementById('text');
            area.focus();
            area.select();
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', arguments[0]);
            const event = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true});
            if (area.dispatchEvent(event)) {
              document.execCommand('insertText', false, arguments[0]);
            }
            """,
            text);
  }
}
