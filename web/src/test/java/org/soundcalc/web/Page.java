package org.soundcalc.web;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page in a Chromium of a test class's own, as one file unless another address is given. */
final class Page implements BeforeAllCallback, AfterAllCallback {
  static final String FILE =
      Browser.BUILT.resolve("soundcalc.html").toAbsolutePath().toUri().toString();

  private Browser browser;

  Browser browser() {
    return browser;
  }

  /** Loads the page as it is for whom this fragment was sent. */
  void visit(String address, String fragment) {
    browser.open(address + fragment);
  }

  /** The same, and waits for figures. */
  void open(String fragment) {
    visit(FILE, fragment);
    awaitShown("results");
  }

  /**
   * Waits for the figure of the first circuit under JBR, the third column where UDR is shown, too.
   */
  void awaitFirstRow(String bits) {
    awaitSettled();
    browser.await(
        "const row = document.querySelector('#circuits tbody tr');"
            + "return !!row && row.cells[2].innerText.trim().split(/\\s/)[0] === arguments[0]",
        bits);
  }

  /** Waits until what levers buy is told, which is asked last. */
  void awaitSettled() {
    browser.await("return document.querySelectorAll('#levers .next button').length > 3");
  }

  void awaitShown(String id) {
    browser.await(
        "const it = document.getElementById(arguments[0]); return it.checkVisibility()", id);
  }

  void awaitText(String id, String part) {
    browser.await(
        "return document.getElementById(arguments[0]).innerText.includes(arguments[1])", id, part);
  }

  boolean isShown(String id) {
    return (Boolean)
        browser.run("return document.getElementById(arguments[0]).checkVisibility()", id);
  }

  String text(String id) {
    return (String) browser.run("return document.getElementById(arguments[0]).innerText", id);
  }

  WebElement element(String css) {
    return browser.driver().findElement(By.cssSelector(css));
  }

  void click(String id) {
    browser.run("document.getElementById(arguments[0]).click()", id);
  }

  /** What a hand would do to a field, a slider or a chooser. */
  void put(String id, String value) {
    browser.run(
        """
        const field = document.getElementById(arguments[0]);
        field.value = arguments[1];
        for (const kind of ['input', 'change']) {
          field.dispatchEvent(new Event(kind, {bubbles: true}));
        }
        """,
        id,
        value);
  }

  /** The TOML as it is shown. */
  String toml() {
    return (String) browser.run("return document.getElementById('text').value");
  }

  /** Drops files, each a name and its content, on the page. */
  void drop(List<List<String>> files) {
    browser.run(
        """
        const dataTransfer = new DataTransfer();
        for (const [name, content] of arguments[0]) {
          dataTransfer.items.add(new File([content], name));
        }
        document.body.dispatchEvent(
            new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
        """,
        files);
  }

  /** Uses the button for files. */
  void choose(Path file) {
    element("#opened").sendKeys(file.toAbsolutePath().toString());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    browser = new Browser();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (browser != null) {
      browser.close();
    }
  }
}
