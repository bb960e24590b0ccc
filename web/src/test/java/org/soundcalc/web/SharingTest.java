package org.soundcalc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.FluentWait;

/** What goes from the page to somebody else has the figures that the program prints. */
class SharingTest {
  private static final String OWN = "it's my own.toml";

  /** A folder with the program and its zkVMs, as in a checkout, for downloads. */
  @TempDir private static Path folder;

  @RegisterExtension private static final Page page = new Page();

  @BeforeAll
  static void start() throws IOException {
    page.browser().downloadTo(folder);
    for (String name : List.of("soundcalc", "zkvms")) {
      Files.createSymbolicLink(folder.resolve(name), Path.of("..", name).toRealPath());
    }
  }

  @Test
  void theJsonIsWhatTheCommandPrints() throws Exception {
    page.open("#zkvm=pico");
    page.awaitFirstRow("53");
    assertThat(download("json", "pico.json")).isEqualTo(printed(copied("command")));
  }

  @Test
  void theJsonUnderOtherOptionsIsWhatTheCommandPrints() throws Exception {
    page.open(
        "#zkvm=zisk&set=hash_size_bits=200&regimes=udr,JBR-best&bounds=september-2026"
            + "&accounting=strict&sizes=sent");
    String command = copied("command");
    assertThat(command)
        .isEqualTo(
            "./soundcalc estimate --regimes udr,jbr-best --bounds september-2026"
                + " --accounting strict --sizes sent --set hash_size_bits=200 zkvms/zisk.toml");
    assertThat(download("json", "zisk.json")).isEqualTo(printed(command));
  }

  @Test
  void aTomlOfOnesOwnIsDownloadedWithItsChanges() throws Exception {
    page.open("");
    page.drop(List.of(List.of(OWN, Requests.files().get("pico.toml"))));
    page.awaitText("notice", OWN + " is shown");
    page.awaitFirstRow("53");
    assertThat(page.browser().run("return document.getElementById('zkvm').selectedOptions[0].text"))
        .isEqualTo("your own TOML");
    page.put("key-num_queries", "70");
    page.awaitFirstRow("47");
    String json = download("json", "it's my own.json");
    String toml = download("toml", OWN);
    assertThat(toml).isEqualTo(Files.readString(folder.resolve(OWN))).contains("num_queries = 70");
    String command = copied("command");
    assertThat(page.text("notice")).contains("It reads " + OWN);
    assertThat(json).isEqualTo(printed(command));
    // what was changed is in the file itself
    assertThat(figures(printed("./soundcalc estimate \"" + OWN + "\""))).isEqualTo(figures(json));
  }

  @Test
  void aLinkBringsTheSameConfiguration() throws Exception {
    page.open("#zkvm=pico&regimes=udr,jbr,jbr-best");
    page.put("text", page.toml().replace("\"Pico\"", "\"Pi&=#%co\""));
    page.awaitText("title", "Pi&=#%co");
    page.put("key-num_queries", "70");
    page.awaitFirstRow("47");
    String toml = page.toml();
    String json = download("json", "pico.json");
    String link = copied("link");
    assertThat(link).startsWith(Page.FILE + "#name=pico&toml=");
    page.visit(link, "");
    page.awaitFirstRow("47");
    assertThat(page.toml()).isEqualTo(toml);
    assertThat(page.text("changes")).contains("riscv.num_queries = 70");
    assertThat(download("json", "pico.json")).isEqualTo(json);
    // the address is the same link
    assertThat(page.browser().run("return location.href")).isEqualTo(link);
  }

  @Test
  void thereIsNoJsonOfWhatHasMistakes() {
    page.open("#zkvm=pico");
    page.awaitFirstRow("53");
    page.put("text", "x = ");
    page.click("download-json");
    page.awaitText("notice", "There is no JSON: line 1: ");
    assertThat(folder.resolve("pico.json")).doesNotExist();
  }

  @Test
  void whereNothingCanBeCopiedItIsShown() {
    page.open("#zkvm=pico");
    page.browser()
        .run(
            "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
                + "document.execCommand = () => false;");
    page.click("copy-command");
    page.awaitText(
        "notice", "nothing be copied. Command line: ./soundcalc estimate zkvms/pico.toml");
  }

  private static String copied(String what) {
    page.browser()
        .run(
            "window.copied = null;"
                + "navigator.clipboard.writeText = async (text) => { window.copied = text; };");
    page.click("copy-" + what);
    page.browser().await("return window.copied !== null");
    return (String) page.browser().run("return window.copied");
  }

  /** Downloads a file, and takes it away again where it is not what a command reads. */
  private static String download(String what, String name) throws IOException {
    Path file = folder.resolve(name);
    page.click("download-" + what);
    new FluentWait<>(file)
        .withTimeout(Duration.ofMinutes(1))
        .pollingEvery(Duration.ofMillis(50))
        .until(Files::exists);
    String content = Files.readString(file);
    if (what.equals("json")) {
      Files.delete(file);
    }
    return content;
  }

  /** What the program prints for a command line, as JSON. */
  private static String printed(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command.replaceFirst("estimate", "estimate --format json"))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command).isZero();
    return printed;
  }

  private static String figures(String json) {
    return json.substring(json.indexOf("\"zkvms\""));
  }
}
