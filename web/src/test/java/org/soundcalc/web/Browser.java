package org.soundcalc.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.soundcalc.testing.Chromium;

/** The calculator in Chromium: its module by itself, or the page. */
final class Browser implements AutoCloseable {
  static final Path BUILT = Path.of("target");

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final ChromeDriver driver;

  /** Where there is no Chromium the test is skipped. */
  Browser() {
    Assumptions.assumeTrue(
        Chromium.isInstalled(), "skipped: no Chromium with its driver; WebAssembly is not tested");
    driver = Chromium.start(PATIENCE);
  }

  /** Loads a page anew; the log of its requests begins with it. */
  void open(Path page, String fragment) {
    driver.get("about:blank");
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.get(page.toUri() + fragment);
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
  void await(String script) {
    new WebDriverWait(driver, PATIENCE).until(at -> Boolean.TRUE.equals(run(script)));
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
