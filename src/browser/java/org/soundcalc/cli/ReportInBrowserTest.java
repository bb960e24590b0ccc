package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;
import org.soundcalc.testing.Chromium;

/** The pages of a report in Chromium: as a reader has them, by mouse, keyboard and on paper. */
class ReportInBrowserTest {
  private static final int PHONE = 360;
  private static final int SCREEN = 1440;

  /** What can be reached with the keyboard, in the order of the document. */
  private static final String STOPS =
      "[...document.querySelectorAll('a[href], button, summary, [tabindex=\"0\"]')]"
          + ".filter(each => each.checkVisibility())";

  @TempDir private static Path folder;

  private static Browser browser;
  private static Path site;
  private static List<Path> pages = List.of();

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Chromium.isInstalled(),
        "skipped: no /usr/bin/chromium with /usr/bin/chromedriver"
            + " (Debian: apt-get install chromium chromium-driver)");
    site = ReportSites.ofZkvms(folder);
    pages = new ArrayList<>(ReportSites.pages(site));
    pages.addAll(ReportSites.pages(ReportSites.ofHostileNames(folder)));
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void asUsual() {
    browser.scripts(true);
    browser.media("light", "screen");
    browser.width(SCREEN);
  }

  static Stream<Path> pages() {
    return pages.stream();
  }

  private static void open(String page) {
    browser.open(site.resolve(page));
  }

  private static void unfoldAll() {
    browser.run("document.querySelectorAll('details').forEach(each => { each.open = true; })");
  }

  private static void assertFits(String what) {
    assertThat(
            browser.list(
                """
                const width = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= width) { return []; }
                return [...document.body.querySelectorAll('*')]
                    .filter(each => each.getBoundingClientRect().right > width
                        || each.scrollWidth > width)
                    .filter(each => !each.parentElement.closest('.scroll'))
                    .map(each => each.outerHTML.slice(0, 120)).slice(0, 5)
                    .concat(document.documentElement.scrollWidth + ' > ' + width);
                """))
        .as(what)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void loadsWithoutComplaintAndFromTheFileAlone(Path page) {
    browser.open(page);
    unfoldAll();
    assertThat(browser.run("return document.getElementById('theme').hidden")).isEqualTo(false);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .singleElement()
        .asString()
        .contains("\"url\":\"" + page.toUri().toASCIIString() + "\"");
  }

  @Test
  void refusalsAndRequestsWouldBeSeen() throws IOException {
    Path page = folder.resolve("refused.html");
    Files.writeString(
        page,
        Files.readString(site.resolve("index.html"))
            .replace("<h1>", "<img src=\"x.png\"><h1 style=\"color: red\">"));
    browser.open(page);
    assertThat(browser.complaints()).hasSize(2).allMatch(each -> each.contains("violates"));
    Files.writeString(page, "<!DOCTYPE html><title>x</title><img src='x.png'>");
    browser.open(page);
    assertThat(browser.requests()).hasSize(2);
  }

  /** A narrow light window and a wide dark one; of the overview and of one page all four. */
  @ParameterizedTest
  @MethodSource("pages")
  void everybodyCanReadIt(Path page) {
    boolean all = page.equals(site.resolve("index.html")) || page.equals(site.resolve("pico.html"));
    for (String scheme : List.of("light", "dark")) {
      browser.media(scheme, "screen");
      browser.open(page);
      for (int width : List.of(PHONE, SCREEN)) {
        if (all || (width == PHONE) == scheme.equals("light")) {
          browser.width(width);
          assertThat(browser.violations()).as(scheme + ", " + width).isEmpty();
        }
      }
    }
  }

  /** Of each section the first: they are alike, and axe-core takes minutes for all of them. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everybodyCanReadWhatIsFolded(String scheme) {
    browser.media(scheme, "screen");
    open("pico.html");
    browser.run(
        """
        document.querySelectorAll('section').forEach(section => {
          const first = section.querySelector('details');
          if (first) { first.open = true; }
        });
        """);
    assertThat(browser.violations()).isEmpty();
  }

  @Test
  void whatNotEverybodyCanReadWouldBeFound() {
    open("index.html");
    browser.run("document.querySelector('h1').innerHTML = '<a href=\"#main\"></a>'");
    assertThat(browser.violations()).asString().contains("link-name");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void fitsOnAPhone(Path page) {
    browser.width(PHONE);
    browser.open(page);
    assertFits("phone");
    unfoldAll();
    assertFits("phone, unfolded");
  }

  /** The letters of a page: what the script adds, the theme's button, is left out. */
  private static String text() {
    return (String)
        browser.run(
            """
            document.getElementById('theme').remove();
            document.querySelectorAll('details').forEach(each => { each.open = true; });
            return document.body.innerText.replace(/\\s+/g, ' ');
            """);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void allIsThereWithoutScript(Path page) {
    browser.open(page);
    String with = text();
    browser.scripts(false);
    browser.open(page);
    assertThat(browser.run("return document.getElementById('theme').hidden")).isEqualTo(true);
    assertThat(text()).isEqualTo(with).hasSizeGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "pico.html"})
  void isPrinted(String page) {
    browser.media("dark", "print");
    open(page);
    assertThat(paper()).isEqualTo("rgb(255, 255, 255)");
    browser.media("dark", "");
    PrintOptions options = new PrintOptions();
    options.setPageSize(PageSize.ISO_A4);
    byte[] pdf = Base64.getDecoder().decode(browser.driver().print(options).getContent());
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("%PDF-");
    assertThat(text.split("/Type /Page\\b", -1)).hasSizeGreaterThan(2);
  }

  /** No heading is alone at a page's foot, and a table is whole, or its head is on each page. */
  @ParameterizedTest
  @ValueSource(strings = {"index.html", "zisk.html"})
  void isPrintedWithoutWidows(String page) {
    browser.media("light", "print");
    open(page);
    assertThat(
            browser.list(
                """
                return [...document.querySelectorAll('h2, h3')].filter(each => !each.closest('.card'))
                    .filter(each => getComputedStyle(each).breakAfter !== 'avoid')
                    .map(each => each.outerHTML);
                """))
        .isEmpty();
    assertThat(
            browser.list(
                """
                return [...document.querySelectorAll('table')].filter(table => {
                  const rows = Math.max(...[...table.tBodies].map(each => each.rows.length));
                  const whole = getComputedStyle(table).breakInside === 'avoid';
                  const head = getComputedStyle(table.tHead);
                  const button = table.tHead.querySelector('button');
                  const shown = !button || getComputedStyle(button).display === 'contents';
                  return rows < 13 && table.tBodies.length < 4 ? !whole
                      : whole || head.display !== 'table-header-group'
                        || head.breakInside !== 'avoid' || !shown;
                }).map(table => table.caption.textContent + table.rows.length);
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "pico.html"})
  void sortsByEachColumn(String page) {
    open(page);
    int buttons = browser.driver().findElements(By.cssSelector("thead button")).size();
    assertThat(buttons).isGreaterThan(4);
    for (int i = 0; i < buttons; i++) {
      WebElement button = browser.driver().findElements(By.cssSelector("thead button")).get(i);
      List<String> before = column(button);
      button.click();
      String first = assertSorted(button, before);
      button.sendKeys(Keys.ENTER);
      String second = assertSorted(button, before);
      assertThat(second).isNotEqualTo(first);
      button.sendKeys(Keys.SPACE);
      assertThat(assertSorted(button, before)).isEqualTo(first);
    }
    assertThat(browser.complaints()).isEmpty();
  }

  /** What the rows have in a button's column: what they sort by, else their text. */
  private static List<String> column(WebElement button) {
    return browser
        .list(
            """
            const head = arguments[0].closest('th');
            return [...head.closest('table').tBodies[0].rows].map(row => row.cells[head.cellIndex])
                .map(cell => cell.dataset.sort || cell.textContent.trim());
            """,
            button)
        .stream()
        .map(String.class::cast)
        .toList();
  }

  private static Optional<BigDecimal> number(String text) {
    String plain = text.replace(",", "").replace('−', '-').replaceFirst("^\\+", "");
    return plain.matches("-?\\d+(\\.\\d+)?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  /**
   * Holds a column that was sorted against the order of its numbers, a dash after all of them.
   *
   * @return the direction that the head is marked with
   */
  private static String assertSorted(WebElement button, List<String> before) {
    String direction = button.findElement(By.xpath("..")).getAttribute("aria-sort");
    assertThat(direction).isIn("ascending", "descending");
    assertThat(
            browser.list(
                "return [...arguments[0].closest('tr').querySelectorAll('[aria-sort]')]", button))
        .hasSize(1);
    List<String> after = column(button);
    assertThat(after).containsExactlyInAnyOrderElementsOf(before);
    List<BigDecimal> numbers = after.stream().flatMap(each -> number(each).stream()).toList();
    if (!numbers.isEmpty()) {
      List<BigDecimal> sorted = new ArrayList<>(numbers);
      Collections.sort(sorted);
      if (direction.equals("descending")) {
        Collections.reverse(sorted);
      }
      assertThat(numbers).isEqualTo(sorted);
      assertThat(after.subList(0, numbers.size())).allMatch(each -> number(each).isPresent());
    } else {
      String end = after.get(after.size() - 1);
      int order = after.get(0).compareToIgnoreCase(end);
      assertThat(direction.equals("ascending") ? order : -order).isLessThanOrEqualTo(0);
    }
    return direction;
  }

  private static Object paper() {
    return browser.run("return getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void theThemeIsSwitchedForTheTabAlone() {
    open("index.html");
    Object light = paper();
    WebElement button = browser.driver().findElement(By.id("theme"));
    assertThat(button.getText()).isEqualTo("Dark theme");
    button.click();
    Object dark = paper();
    assertThat(dark).isNotEqualTo(light);
    assertThat(button.getText()).isEqualTo("Light theme");
    open("pico.html");
    assertThat(paper()).isEqualTo(dark);
    assertThat(browser.run("return localStorage.length + document.cookie.length")).isEqualTo(0L);

    String tab = browser.driver().getWindowHandle();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    browser.media("light", "screen");
    open("index.html");
    assertThat(paper()).isEqualTo(light);
    browser.driver().close();
    browser.driver().switchTo().window(tab);

    browser.driver().findElement(By.id("theme")).sendKeys(Keys.SPACE);
    assertThat(paper()).isEqualTo(light);
    browser.run("sessionStorage.clear()");
    browser.media("dark", "screen");
    open("index.html");
    assertThat(paper()).isEqualTo(dark);
    assertThat(browser.driver().findElement(By.id("theme")).getText()).isEqualTo("Light theme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "pico.html"})
  void theKeyboardReachesEverything(String page) {
    open(page);
    browser.run("window.stops = " + STOPS);
    int stops = ((Number) browser.run("return stops.length")).intValue();
    assertThat(stops).isGreaterThan(40);
    for (int i = 0; i < stops; i++) {
      browser.press(Keys.TAB);
      assertThat(
              browser.run(
                  """
                  const at = document.activeElement;
                  if (at !== stops[arguments[0]]) {
                    return 'not ' + stops[arguments[0]].outerHTML + ' but ' + at.outerHTML;
                  }
                  const box = at.getBoundingClientRect(), style = getComputedStyle(at);
                  if (!at.matches(':focus-visible') || style.outlineStyle === 'none'
                      || parseFloat(style.outlineWidth) < 2) {
                    return 'not marked: ' + at.outerHTML;
                  }
                  if (box.bottom <= 0 || box.top >= innerHeight
                      || box.right <= 0 || box.left >= innerWidth) {
                    return 'not in sight: ' + at.outerHTML;
                  }
                  return '';
                  """,
                  i))
          .isEqualTo("");
    }
  }

  @Test
  void theFirstStopLeadsPastTheNavigation() {
    open("index.html");
    browser.press(Keys.TAB);
    browser.press(Keys.ENTER);
    browser.await("return document.activeElement.id === 'main'");
  }

  @Test
  void detailsOpenByKeyboard() {
    open("pico.html");
    WebElement details =
        browser.driver().findElement(By.cssSelector("#formulas ~ details:not([open])"));
    WebElement summary = details.findElement(By.tagName("summary"));
    for (Keys key : List.of(Keys.ENTER, Keys.SPACE)) {
      summary.sendKeys(key);
      assertThat(browser.run("return arguments[0].open", details)).isEqualTo(true);
      summary.sendKeys(key);
      assertThat(browser.run("return arguments[0].open", details)).isEqualTo(false);
    }
  }

  @Test
  void aFigureOfTheOverviewLeadsToItsExplanation() {
    open("index.html");
    WebElement figure =
        browser.driver().findElement(By.cssSelector(".summary a[href^='pico.html#'].figure"));
    String bits = figure.getText();
    figure.click();
    assertInSight("tr", bits);
  }

  @Test
  void aFigureOfACircuitLeadsToItsExplanation() {
    open("pico.html");
    WebElement figure = browser.driver().findElement(By.cssSelector("#figures ~ div a.figure"));
    String bits = figure.getText();
    figure.sendKeys(Keys.ENTER);
    assertInSight("tr", bits);
    assertThat(browser.complaints()).isEmpty();
  }

  /** The place that a link led to is shown: a row of a formula, whose last cell is the bits. */
  private static void assertInSight(String tag, String bits) {
    browser.await("return document.querySelector(':target') !== null");
    browser.await(
        """
        const box = document.querySelector(':target').getBoundingClientRect();
        return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
        """);
    WebElement target = browser.driver().findElement(By.cssSelector(":target"));
    assertThat(target.getTagName()).isEqualTo(tag);
    assertThat(target.findElement(By.cssSelector("td:last-child")).getText()).isEqualTo(bits);
    assertThat(browser.run("return arguments[0].closest('details').open", target)).isEqualTo(true);
  }
}
