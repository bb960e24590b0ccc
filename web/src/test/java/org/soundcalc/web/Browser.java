package org.soundcalc.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window: Debian's, with its own driver, so that neither is downloaded. */
final class Browser implements AutoCloseable {
  static final Path BUILT = Path.of("target");

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final ChromeDriver driver;

  /** Where there is no Chromium the test is skipped. */
  Browser() {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "skipped: no " + CHROMIUM + " with " + DRIVER + "; the WebAssembly is not tested");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
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
