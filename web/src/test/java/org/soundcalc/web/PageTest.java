package org.soundcalc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page as one file, opened from a disk. */
class PageTest {
  private static final Path PAGE = Browser.BUILT.resolve("soundcalc.html").toAbsolutePath();

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static String text(String id) {
    return (String) browser.run("return document.getElementById(arguments[0]).innerText", id);
  }

  private static void open(String fragment) {
    browser.open(PAGE, fragment);
    browser.await("return !document.getElementById('results').hidden");
  }

  /** Waits for the cell of a circuit and regime: riscv is the first row, JBR the third column. */
  private static void awaitFirstRow(String bits) {
    browser.await(
        "const row = document.querySelector('#circuits tbody tr');"
            + "return !!row && row.cells[2].innerText.trim().split(/\\s/)[0] === '%s'"
                .formatted(bits));
  }

  @Test
  void showsWhatTheProgramPrintsOfPico() {
    open("#zkvm=pico");
    awaitFirstRow("53");
    assertThat(text("title")).isEqualTo("Pico");
    assertThat(text("cards")).contains("53").contains("281").contains("query phase");
  }

  @Test
  void aLinkCarriesWhatWasChanged() {
    open("#zkvm=pico&set=riscv.num_queries=70");
    awaitFirstRow("47");
    assertThat(text("changes")).contains("riscv.num_queries = 70");
    browser.run("document.getElementById('reset').click()");
    awaitFirstRow("53");
  }

  @Test
  void aLinkWithGarbageIsSaid() {
    open("#zkvm=nothing&set=%%%&toml=AAAA");
    assertThat(text("notice")).isNotBlank();
    awaitFirstRow("53");
  }

  @Test
  void aMistypedKeyIsToldWithItsLine() {
    open("#zkvm=pico");
    awaitFirstRow("53");
    browser.run(
        "const text = document.getElementById('text');"
            + "text.value = text.value.replace('num_queries', 'num_querys');"
            + "text.dispatchEvent(new Event('input', {bubbles: true}))");
    browser.await("return document.getElementById('problems').innerText.includes('num_querys')");
    assertThat(text("problems")).contains("num_queries").containsPattern("\\b\\d+\\b");
  }

  @Test
  void valuesAreWrittenIntoTheText() {
    open("#zkvm=pico&set=riscv.num_queries=70");
    awaitFirstRow("47");
    browser.run("document.getElementById('write').click()");
    browser.await(
        "return /num_queries *= *70/.test(document.getElementById('text').value)"
            + " && document.getElementById('unwritten').hidden");
    awaitFirstRow("47");
  }

  @Test
  void markupInANameIsText() {
    open("#zkvm=pico");
    awaitFirstRow("53");
    browser.run(
        "const text = document.getElementById('text');"
            + "text.value = text.value.replace(/name = \"[^\"]*\"/,"
            + " 'name = \"<img src=x onerror=document.title=1>\"');"
            + "text.dispatchEvent(new Event('input', {bubbles: true}))");
    browser.await("return document.getElementById('title').innerText.includes('<img')");
    assertThat(browser.run("return document.querySelectorAll('main img').length")).isEqualTo(0L);
  }

  @Test
  void nothingIsRequestedButTheFileItself() {
    open("#zkvm=pico&set=riscv.num_queries=70");
    awaitFirstRow("47");
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(
            request ->
                request.contains("soundcalc.html")
                    || request.contains("\"url\":\"data:")
                    || request.contains("\"url\":\"blob:"));
  }
}
