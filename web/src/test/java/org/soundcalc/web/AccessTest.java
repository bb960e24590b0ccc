package org.soundcalc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The page for everybody: by keyboard alone, read aloud, in both themes, on phones. */
class AccessTest {
  /** What can be reached with the keyboard, in the order of the document. */
  private static final String STOPS =
      """
      [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
          .filter(each => each.checkVisibility())
      """;

  private static final String NAME =
      "each => [each.tagName, each.id, each.getAttribute('aria-label'), each.textContent.slice(0,"
          + " 20)].join(' ')";

  @RegisterExtension private static final Page page = new Page();

  @BeforeEach
  void open() {
    page.browser().scheme("light");
    page.browser().width(1440);
    page.open("#zkvm=pico&set=riscv.num_queries=70");
    page.awaitFirstRow("47");
  }

  @ParameterizedTest
  @CsvSource({"light, 360", "light, 1440", "dark, 360", "dark, 1440"})
  void everybodyCanReadIt(String scheme, int width) throws IOException {
    page.browser().scheme(scheme);
    page.browser().width(width);
    page.browser().run("document.getElementById('others-fold').open = true");
    assertThat(page.browser().violations()).isEmpty();
    assertThat(page.browser().run("return document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing is wider than the window")
        .isEqualTo(true);
    page.put("text", page.toml().replace("[zkevm]", "[zkvm]"));
    page.awaitShown("errors");
    page.drop(List.of(List.of("broken.toml", "x")));
    page.awaitText("notice", "Undo");
    assertThat(page.browser().violations()).isEmpty();
  }

  /** A table of five regimes is, and is scrolled by itself. */
  @Test
  void noPageIsWiderThanAPhone() {
    page.browser().width(360);
    page.open("#zkvm=dummy_stir&bounds=september-2026");
    page.awaitText("term-table", "DKT-first-order");
    assertThat(
            page.browser()
                .run(
                    "const root = document.documentElement;"
                        + "return root.scrollWidth - root.clientWidth"))
        .isEqualTo(0L);
    assertThat(
            page.browser()
                .run(
                    "const box = document.getElementById('term-table').parentElement;"
                        + "return box.scrollWidth > box.clientWidth"))
        .isEqualTo(true);
  }

  /** By touch and keyboard, which have no tooltips. */
  @Test
  void whatAKeyMeansIsOpenedBesideIt() throws IOException {
    page.browser().width(360);
    assertThat(page.isShown("meaning-num_queries")).isFalse();
    focus("#about-key-num_queries");
    press(Keys.ENTER);
    page.awaitShown("meaning-num_queries");
    assertThat(page.text("meaning-num_queries")).isNotBlank();
    assertThat(page.element("#about-key-num_queries").getAttribute("aria-expanded"))
        .isEqualTo("true");
    assertThat(page.element("#key-num_queries").getAttribute("aria-describedby"))
        .isEqualTo("meaning-num_queries");
    assertThat(page.element("#about-key-num_queries").getSize().getWidth())
        .as("wide enough for a finger, in pixels")
        .isGreaterThanOrEqualTo(24);
    assertThat(page.browser().violations()).isEmpty();
    page.click("about-key-num_queries");
    assertThat(page.isShown("meaning-num_queries")).isFalse();
  }

  @Test
  void theKeyboardReachesEverything() {
    page.browser().run("document.getElementById('others-fold').open = true");
    List<?> stops = (List<?>) page.browser().run("return " + STOPS + ".map(" + NAME + ")");
    assertThat(stops).hasSizeGreaterThan(60);
    List<Object> reached = new ArrayList<>();
    for (int i = 0; i < stops.size(); i++) {
      press(Keys.TAB);
      reached.add(page.browser().run("return (" + NAME + ")(document.activeElement)"));
    }
    assertThat(reached).isEqualTo(stops);
  }

  @Test
  void theKeyboardMovesEverythingAndStaysWhereItIs() {
    focus("[aria-label='num_queries, slider']");
    press(Keys.ARROW_RIGHT);
    page.awaitText("changes", "num_queries = 71");
    assertFocus("[aria-label='num_queries, slider']");

    focus("#key-grinding_query_phase");
    press(Keys.ARROW_UP);
    page.awaitText("changes", "grinding_query_phase = 17");
    page.awaitFirstRow("48");

    awaitStep("18");
    focus("#step-grinding_query_phase");
    press(Keys.ENTER);
    page.awaitText("changes", "grinding_query_phase = 18");
    page.awaitFirstRow("49");
    awaitStep("19");
    assertFocus("#step-grinding_query_phase");

    focus("#key-power_batching");
    press(Keys.SPACE);
    page.awaitText("changes", "power_batching = false");

    focus("#regime-UDR");
    press(Keys.SPACE);
    page.browser().await("return document.querySelectorAll('#circuits thead th').length === 4");
    assertFocus("#regime-UDR");

    focus("#circuit-1");
    press(Keys.ENTER);
    page.browser().await("return document.getElementById('circuit').value === 'convert'");
    assertFocus("#circuit-1");

    focus(".chip");
    press(Keys.ENTER);
    assertThat(page.browser().run("return document.activeElement.className")).isEqualTo("chip");

    focus("#zkvm");
    press(Keys.ARROW_DOWN);
    page.browser().await("return document.getElementById('title').textContent !== 'Pico'");
    assertFocus("#zkvm");
  }

  @Test
  void theKeyboardGoesToAMistake() {
    page.put("text", page.toml().replace("num_queries", "num_querys"));
    page.awaitText("problems", "num_querys");
    focus("#problems button");
    press(Keys.ENTER);
    assertFocus("#text");
    assertThat(
            page.browser()
                .run(
                    "const {value, selectionStart, selectionEnd} = document.getElementById('text');"
                        + "return value.slice(selectionStart, selectionEnd)"))
        .asString()
        .startsWith("num_querys");
    // out of the text again
    press(Keys.TAB);
    assertThat(page.browser().run("return document.activeElement.id")).isNotEqualTo("text");
  }

  @Test
  void theSkipLinkLeavesTheConfigurationInTheAddress() {
    Object address = page.browser().run("return location.href");
    focus(".skip");
    press(Keys.ENTER);
    assertFocus("#main");
    assertThat(page.browser().run("return location.href")).isEqualTo(address);
  }

  @Test
  void figuresAreReadAloud() {
    assertThat(page.text("heard"))
        .contains("Pico: 47 bits under JBR", "281 KiB", "Glamsterdam fail");
    assertThat(page.element("#heard").getAttribute("role")).isEqualTo("status");
  }

  /** Until the button that takes one more bit offers this one: what it offers comes last. */
  private static void awaitStep(String bits) {
    page.browser()
        .await(
            "const step = document.getElementById('step-grinding_query_phase');"
                + "return !!step && step.textContent.includes(arguments[0])",
            bits);
  }

  private static void focus(String css) {
    page.browser().run("document.querySelector(arguments[0]).focus()", css);
    assertFocus(css);
  }

  private static void assertFocus(String css) {
    assertThat(page.browser().run("return document.activeElement.matches(arguments[0])", css))
        .as(css + " has the focus")
        .isEqualTo(true);
  }

  private static void press(Keys key) {
    new Actions(page.browser().driver()).sendKeys(key).perform();
  }
}
