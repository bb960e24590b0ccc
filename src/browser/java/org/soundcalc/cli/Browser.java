package org.soundcalc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.soundcalc.testing.Chromium;

/** A page of the report in Chromium. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ChromeDriver driver;
  private final String axe;

  /**
   * @throws IOException if axe-core cannot be read
   */
  Browser() throws IOException {
    driver = Chromium.start(PATIENCE);
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Loads a page anew, also where another place of it is shown; logs begin with it. */
  void open(Path page) {
    driver.get("about:blank");
    complaints();
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.get(page.toUri().toString());
    await("return document.readyState === 'complete'");
  }

  /** Waits until a script gives true. */
  void await(String script) {
    new WebDriverWait(driver, PATIENCE).until(at -> Boolean.TRUE.equals(run(script)));
  }

  Object run(String script, Object... args) {
    return driver.executeScript(script, args);
  }

  List<?> list(String script, Object... args) {
    return (List<?>) run(script, args);
  }

  void press(Keys key) {
    new Actions(driver).sendKeys(key).perform();
  }

  /** The width of the window in CSS pixels. */
  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What the system is said to prefer, and the medium: screen or print. */
  void media(String scheme, String medium) {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("media", medium, "features", List.of(feature)));
  }

  /** Whether pages that are opened from now on may run their scripts. */
  void scripts(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** All that the console was told since the page was opened: errors, refusals, warnings. */
  List<String> complaints() {
    List<String> messages = new ArrayList<>();
    driver.manage().logs().get(LogType.BROWSER).forEach(each -> messages.add(each.getMessage()));
    return messages;
  }

  /** Network events since the page was opened, as the protocol of DevTools has them. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    driver
        .manage()
        .logs()
        .get(LogType.PERFORMANCE)
        .forEach(
            entry -> {
              if (entry.getMessage().contains("\"Network.requestWillBeSent\"")) {
                requests.add(entry.getMessage());
              }
            });
    return requests;
  }

  /** What axe-core objects to in the page as it is. */
  List<?> violations() {
    if (Boolean.FALSE.equals(run("return 'axe' in window"))) {
      run(axe);
    }
    return (List<?>)
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
                found => done(found.violations.flatMap(rule => rule.nodes.map(
                    node => rule.id + ': ' + node.target.join(' ') + ': ' + node.failureSummary))),
                error => done([String(error)]));
            """);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
