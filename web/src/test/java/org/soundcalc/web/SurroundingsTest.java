package org.soundcalc.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WindowType;

/** What is around the page: a host, a network, an old browser, other tabs, no storage. */
class SurroundingsTest {
  private static final String NO_STORAGE =
      """
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) {
        Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError'); }});
      }
      Object.defineProperty(Document.prototype, 'cookie', {
        get() { throw new DOMException('no', 'SecurityError'); },
        set() { throw new DOMException('no', 'SecurityError'); },
      });
      """;

  @RegisterExtension private static final Page page = new Page();

  @Test
  void fromAHostItAsksForItsOwnFilesAloneAndGoesOnOffline() throws Exception {
    try (Host host = new Host()) {
      page.visit(host.page(), "#zkvm=pico&set=riscv.num_queries=70");
      page.awaitFirstRow("47");
      String own = "\"url\":\"" + host.page().replace("index.html", "");
      assertThat(page.browser().requests())
          .isNotEmpty()
          .allMatch(
              each ->
                  each.contains(own)
                      || each.contains("\"url\":\"data:")
                      || each.contains("\"url\":\"blob:"));
      // each once, and nothing of the configuration
      assertThat(host.asked())
          .doesNotHaveDuplicates()
          .allMatch(each -> each.matches("[a-z-]+\\.[a-z]+"));
      assertThat(page.browser().complaints()).isEmpty();
    }
    page.put("key-num_queries", "60");
    page.awaitFirstRow("42");
    // another worker, too
    page.click("stop");
    page.put("key-num_queries", "70");
    page.awaitFirstRow("47");
    assertThat(page.browser().complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calculator.wasm", "worker.js", "calculator-runtime.js"})
  void aHostThatHasLostAFile(String name) throws Exception {
    try (Host host = new Host(name)) {
      page.visit(host.page(), "");
      page.awaitText("notice", "The calculator could not be loaded (" + name + ": 404");
    }
  }

  @Test
  void thePolicyHoldsInWorkers() throws Exception {
    try (Host host = new Host();
        Host other = new Host()) {
      page.visit(host.page(), "");
      page.awaitShown("results");
      Object told =
          page.browser()
              .driver()
              .executeAsyncScript(
                  """
                  const done = arguments[arguments.length - 1];
                  const script = `fetch("${arguments[0]}", {mode: "no-cors"}).then(
                      () => postMessage("sent"), () => postMessage("refused"))`;
                  startWorker({script, wasm: null}).onmessage = ({data}) => done(data);
                  """,
                  other.page());
      assertThat(told).isEqualTo("refused");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void theFolderOpenedFromADiskNamesTheFile() {
    page.visit(Browser.BUILT.resolve("site/index.html").toAbsolutePath().toUri().toString(), "");
    page.awaitText("notice", "open soundcalc.html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete window.WebAssembly",
        "delete window.Worker",
        "WebAssembly.validate = () => false",
        "delete WebAssembly.validate"
      })
  void anOldBrowserIsTold(String lack) throws Exception {
    try (AutoCloseable old = page.browser().beforeScripts(lack)) {
      page.visit(Page.FILE, "#zkvm=pico");
      page.awaitShown("unsupported");
      assertThat(page.text("unsupported"))
          .contains("no WebAssembly with garbage collection", "119", "120", "18.2", "./soundcalc");
      assertThat(page.isShown("calculator")).isFalse();
      assertThat(page.browser().complaints()).isEmpty();
    }
  }

  @Test
  void storageIsNotAskedFor() throws Exception {
    try (AutoCloseable forbidden = page.browser().beforeScripts(NO_STORAGE)) {
      page.open("#zkvm=pico&set=riscv.num_queries=70");
      page.awaitFirstRow("47");
      page.click("theme");
      page.click("reset");
      page.awaitFirstRow("53");
      assertThat(page.browser().complaints()).isEmpty();
    }
  }

  @Test
  void twoTabsKnowNothingOfEachOther() {
    page.open("#zkvm=pico&set=riscv.num_queries=70");
    String first = page.browser().driver().getWindowHandle();
    page.browser().driver().switchTo().newWindow(WindowType.TAB);
    page.open("#zkvm=zisk");
    page.put("text", "");
    page.awaitShown("errors");
    page.browser().driver().switchTo().window(first);
    page.awaitFirstRow("47");
    assertThat(page.text("title")).isEqualTo("Pico");
    assertThat(page.isShown("errors")).isFalse();
    page.click("reset");
    page.awaitFirstRow("53");
  }
}
