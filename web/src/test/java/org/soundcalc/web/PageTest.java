package org.soundcalc.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page as one file, opened from a disk: figures, changes and mistakes. */
class PageTest {
  @RegisterExtension private static final Page page = new Page();

  @Test
  void showsWhatTheProgramPrintsOfPico() {
    page.open("#zkvm=pico");
    page.awaitFirstRow("53");
    assertThat(page.text("title")).isEqualTo("Pico");
    assertThat(page.text("cards")).contains("53").contains("281").contains("query phase");
  }

  @Test
  void aLinkCarriesWhatWasChanged() {
    page.open("#zkvm=pico&set=riscv.num_queries=70");
    page.awaitFirstRow("47");
    assertThat(page.text("changes")).contains("riscv.num_queries = 70");
    page.click("reset");
    page.awaitFirstRow("53");
  }

  @Test
  void aSliderMovesTheFiguresAndIsTold() {
    page.open("#zkvm=pico");
    page.awaitFirstRow("53");
    page.browser()
        .run("document.querySelector('[aria-label=\"num_queries, slider\"]').id = 'slider'");
    page.put("slider", "70");
    page.awaitFirstRow("47");
    assertThat(page.text("changes")).contains("riscv.num_queries = 70");
    assertThat(page.browser().run("return document.getElementById('key-num_queries').value"))
        .isEqualTo("70");
    page.element(".chip").click();
    page.awaitFirstRow("53");
    assertThat(page.isShown("changes")).isFalse();
  }

  /** What levers buy of what was is asked no longer: figures of what is need the processor. */
  @Test
  void aMoveEndsWhatLeversAreAsked() throws Exception {
    String neverAnswered =
        """
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message) {
          if (message.request?.command === 'levers') {
            window.asked = true;
          } else {
            post.call(this, message);
          }
        };
        const end = Worker.prototype.terminate;
        Worker.prototype.terminate = function () {
          window.ended = (window.ended ?? 0) + 1;
          end.call(this);
        };
        """;
    try (AutoCloseable hook = page.browser().beforeScripts(neverAnswered)) {
      page.open("#zkvm=pico");
      page.browser().await("return window.asked === true");
      assertThat(
              page.browser()
                  .run(
                      """
                      const before = window.ended ?? 0;
                      const field = document.getElementById('key-num_queries');
                      field.value = '70';
                      field.dispatchEvent(new Event('input', {bubbles: true}));
                      return (window.ended ?? 0) - before;
                      """))
          .isEqualTo(1L);
      page.awaitText("circuits", "47");
    }
  }

  @Test
  void aStepOfALeverIsMade() {
    page.open("#zkvm=pico&set=riscv.num_queries=70");
    page.awaitFirstRow("47");
    page.click("step-grinding_query_phase");
    page.awaitFirstRow("48");
    assertThat(page.text("changes")).contains("riscv.grinding_query_phase = 17");
  }

  @Test
  void aValueForEveryCircuitTakesThePlaceOfThoseOfOne() {
    page.open("#zkvm=pico&set=riscv.num_queries=70");
    page.awaitFirstRow("47");
    page.click("everywhere");
    page.put("key-num_queries", "60");
    page.awaitFirstRow("42");
    assertThat(page.text("changes")).contains("num_queries = 60").doesNotContain("riscv");
    for (int row = 2; row <= 3; row++) {
      assertThat(page.element("#circuits tr:nth-child(%d) .figure".formatted(row)).getText())
          .isEqualTo("42");
    }
  }

  @Test
  void milestonesAreReadUnderTheUsualRegimes() {
    page.open("#zkvm=pico&regimes=toy");
    page.awaitText("cards", "always read under UDR and JBR");
    assertThat(page.text("cards")).contains("no proven figure under these regimes", "−47 bits");
    assertThat(page.text("conjectured")).contains("It never counts towards the proven bits.");
    page.open("#zkvm=pico");
    assertThat(page.text("cards")).doesNotContain("always read");
  }

  @Test
  void theFiguresOfTheLastValidTextStayMarked() {
    page.open("#zkvm=pico");
    page.awaitFirstRow("53");
    page.put("text", "");
    page.awaitText("errors", "the file is empty");
    assertThat(page.text("errors")).contains("before the last change");
    assertThat(page.text("cards")).contains("53");
    assertThat(page.element("#results").getAttribute("class")).isEqualTo("stale");
  }

  @Test
  void aMistypedKeyIsToldWithItsLine() {
    page.open("#zkvm=pico");
    page.awaitFirstRow("53");
    page.browser()
        .run(
            "const text = document.getElementById('text');"
                + "text.value = text.value.replace('num_queries', 'num_querys');"
                + "text.dispatchEvent(new Event('input', {bubbles: true}))");
    page.browser()
        .await("return document.getElementById('problems').innerText.includes('num_querys')");
    assertThat(page.text("problems")).contains("num_queries").containsPattern("\\b\\d+\\b");
  }

  @Test
  void valuesAreWrittenIntoTheText() {
    page.open("#zkvm=pico&set=riscv.num_queries=70");
    page.awaitFirstRow("47");
    page.browser().run("document.getElementById('write').click()");
    page.browser()
        .await(
            "return /num_queries *= *70/.test(document.getElementById('text').value)"
                + " && document.getElementById('unwritten').hidden");
    page.awaitFirstRow("47");
  }

  @Test
  void markupInANameIsText() {
    page.open("#zkvm=pico");
    page.awaitFirstRow("53");
    page.browser()
        .run(
            "const text = document.getElementById('text');"
                + "text.value = text.value.replace(/name = \"[^\"]*\"/,"
                + " 'name = \"<img src=x onerror=document.title=1>\"');"
                + "text.dispatchEvent(new Event('input', {bubbles: true}))");
    page.browser().await("return document.getElementById('title').innerText.includes('<img')");
    assertThat(page.browser().run("return document.querySelectorAll('main img').length"))
        .isEqualTo(0L);
  }

  @Test
  void nothingIsRequestedButTheFileItself() {
    page.open("#zkvm=pico&set=riscv.num_queries=70");
    page.awaitFirstRow("47");
    assertThat(page.browser().requests())
        .isNotEmpty()
        .allMatch(
            request ->
                request.contains("soundcalc.html")
                    || request.contains("\"url\":\"data:")
                    || request.contains("\"url\":\"blob:"));
  }
}
