package org.soundcalc.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.soundcalc.testing.Chromium;

/** The calculator in Chromium: its module by itself, or the page. */
final class Browser implements AutoCloseable {
  static final Path BUILT = Path.of("target");

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration OFTEN = Duration.ofMillis(50);

  private final ChromeDriver driver;

  /** Where there is no Chromium the test is skipped. */
  Browser() {
    Assumptions.assumeTrue(
        Chromium.isInstalled(), "skipped: no Chromium with its driver; WebAssembly is not tested");
    driver = Chromium.start(PATIENCE);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Loads a page anew; the logs of its requests and of its console begin with it. */
  void open(String address) {
    driver.get("about:blank");
    driver.manage().logs().get(LogType.PERFORMANCE);
    complaints();
    driver.get(address);
  }

  /** All that the console was told since the page was opened: errors, refusals, warnings. */
  List<String> complaints() {
    List<String> messages = new ArrayList<>();
    driver.manage().logs().get(LogType.BROWSER).forEach(each -> messages.add(each.getMessage()));
    return messages;
  }

  /** The width of the window in CSS pixels. */
  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What the system is said to prefer, light or dark. */
  void scheme(String scheme) {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("media", "screen", "features", List.of(feature)));
  }

  /** Puts downloads into a folder, without a question. */
  void downloadTo(Path folder) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
  }

  /** Runs a script before those of pages that are opened from now on, until it is closed. */
  AutoCloseable beforeScripts(String script) {
    Object id =
        driver
            .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
            .get("identifier");
    return () ->
        driver.executeCdpCommand(
            "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", id));
  }

  /** What axe-core objects to in the page as it is. */
  List<?> violations() throws IOException {
    if (Boolean.FALSE.equals(run("return 'axe' in window"))) {
      try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
        run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
      }
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

  /** Loads a WebAssembly module without a page: its function {@code run} becomes the window's. */
  void load(Path wasm) throws IOException {
    driver.get("about:blank");
    String bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(wasm));
    Object failure =
        driver.executeAsyncScript(
            Files.readString(BUILT.resolve("site/calculator-runtime.js"))
                + """
                ;
                const done = arguments[arguments.length - 1];
                const bytes = Uint8Array.from(atob(arguments[0]), each => each.charCodeAt(0));
                TeaVM.wasmGC.load(bytes, {stackDeobfuscator: {enabled: false}}).then(
                    module => { window.run = module.exports.run; done(''); },
                    error => done(String(error)));
                """,
            bytes);
    if (!"".equals(failure)) {
      throw new IllegalStateException(wasm + ": " + failure);
    }
  }

  /** What the loaded module's {@code run} gives, for each argument. */
  List<String> answers(List<String> arguments) {
    List<String> answers = new ArrayList<>();
    for (Object answer :
        (List<?>) run("return arguments[0].map(each => window.run(each))", arguments)) {
      answers.add((String) answer);
    }
    return answers;
  }

  Object run(String script, Object... args) {
    return driver.executeScript(script, args);
  }

  /** Waits until a script gives true. */
  void await(String script, Object... args) {
    new WebDriverWait(driver, PATIENCE, OFTEN).until(at -> Boolean.TRUE.equals(run(script, args)));
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

  @Override
  public void close() {
    driver.quit();
  }
}
