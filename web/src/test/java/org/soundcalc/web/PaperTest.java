package org.soundcalc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page as it is printed: figures and what they follow from, and nothing to press. */
class PaperTest {
  @RegisterExtension private static final Page page = new Page();

  @BeforeEach
  void print() {
    page.open("#zkvm=pico&set=riscv.num_queries=70&regimes=jbr,toy");
    page.awaitText("changes", "riscv.num_queries = 70");
    page.awaitSettled();
    media("print");
    page.awaitShown("paper-command");
  }

  @AfterEach
  void goOn() {
    media("screen");
  }

  private static void media(String media) {
    page.browser().driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", media));
  }

  private static List<?> shown(String css) {
    return (List<?>)
        page.browser()
            .run(
                "return [...document.querySelectorAll(arguments[0])]"
                    + ".filter(each => each.checkVisibility())"
                    + ".map(each => each.id || each.textContent || each.type)",
                css);
  }

  @Test
  void figuresAndCaveatsArePrinted() {
    assertThat(page.text("cards")).contains("47", "281", "binds: ", "Glamsterdam");
    assertThat(page.text("circuits")).contains("riscv", "convert", "embed", "query phase");
    assertThat(page.text("term-table")).contains("binds", "query phase");
    assertThat(page.text("conjectured")).contains("It never counts towards the proven bits.");
    assertThat(shown("#cards, #circuits, #conjectured, #term-table")).hasSize(4);
  }

  @Test
  void caveatsArePrintedWhereThereAreSome() {
    media("screen");
    page.open("#zkvm=pico&set=grinding_query_phase=61");
    page.awaitSettled();
    media("print");
    assertThat(page.isShown("caveats")).isTrue();
    assertThat(page.text("caveats")).contains("A pass does not cover");
  }

  @Test
  void theConfigurationIsPrinted() {
    assertThat(page.text("changes")).contains("riscv.num_queries = 70").doesNotContain("×");
    assertThat(page.text("paper-command"))
        .isEqualTo(
            "./soundcalc estimate --regimes jbr,toy --set riscv.num_queries=70 zkvms/pico.toml");
    assertThat(shown(".lever label")).hasSizeGreaterThan(10);
    assertThat(shown("#key-num_queries, #key-field, #key-power_batching, #circuit, #zkvm"))
        .hasSize(5);
  }

  @Test
  void whatIsFoldedAwayIsPrintedToo() {
    assertThat((Long) page.browser().run("return document.querySelectorAll('.lever').length"))
        .isEqualTo(shown(".lever").size());
    media("screen");
    page.browser().await("return !document.getElementById('others-fold').open");
  }

  @Test
  void thereIsNothingToPress() {
    assertThat(shown("input[type=range], .lever button, .actions button, .options button, .check"))
        .isEmpty();
    assertThat(shown("textarea, summary, nav a, #theme, #notice, .skip")).isEmpty();
    // names of circuits and what was changed stay, as plain words
    assertThat(shown("button:not(.link, .chip)")).isEmpty();
    assertThat(
            page.browser()
                .run(
                    "return [...document.querySelectorAll('.link, .chip, .lever select, .lever"
                        + " input')].filter(each => each.checkVisibility()"
                        + " && getComputedStyle(each).borderTopWidth !== '0px').length"))
        .isEqualTo(0L);
  }

  /** A4 but for its margins has 680 CSS pixels. */
  @Test
  void itFitsAPage() {
    page.browser().width(680);
    assertThat(page.browser().run("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }
}
