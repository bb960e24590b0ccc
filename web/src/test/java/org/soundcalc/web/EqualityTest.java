package org.soundcalc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The WebAssembly answers as the JVM does, byte for byte. */
class EqualityTest {
  private static final int DAMAGED_FILES = 500;
  private static final int BATCH = 25;
  private static final long SEED = 20261127;

  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = new Browser();
    browser.load(Browser.BUILT.resolve("site/calculator.wasm"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void everyFileUnderItsUsualRegimes() throws IOException {
    List<Request> requests = new ArrayList<>();
    Requests.files()
        .forEach(
            (name, text) -> {
              for (String command : List.of("estimate", "milestones", "levers", "validate")) {
                requests.add(Requests.of(command, name, text, "", ""));
              }
            });
    assertThat(requests).hasSizeGreaterThan(40);
    assertEqual(requests, true);
  }

  @Test
  void everyFileUnderAllRegimes() throws IOException {
    List<Request> requests = new ArrayList<>();
    Requests.files()
        .forEach(
            (name, text) ->
                requests.add(Requests.of("estimate", name, text, "all", "september-2026")));
    assertEqual(requests, true);
  }

  @Test
  void damagedFiles() throws IOException {
    List<Request> requests = new ArrayList<>();
    Random random = new Random(SEED);
    List<Map.Entry<String, String>> files = List.copyOf(Requests.files().entrySet());
    for (int i = 0; i < DAMAGED_FILES; i++) {
      Map.Entry<String, String> file = files.get(i % files.size());
      String text = Damage.of(file.getValue(), random);
      String command = i % 3 == 0 ? "validate" : "estimate";
      requests.add(Requests.of(command, file.getKey(), text, "", ""));
    }
    assertEqual(requests, false);
  }

  @Test
  void namesTheVersionOfTheProgram() throws IOException {
    Matcher version =
        Pattern.compile("<version>(.*)</version>").matcher(Files.readString(Path.of("../pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(version.group(1)).isEqualTo(About.VERSION);
  }

  private static void assertEqual(List<Request> requests, boolean areGood) {
    for (int i = 0; i < requests.size(); i += BATCH) {
      List<Request> batch = requests.subList(i, Math.min(i + BATCH, requests.size()));
      List<String> answers = browser.answers(batch.stream().map(Requests::json).toList());
      for (int j = 0; j < batch.size(); j++) {
        Request request = batch.get(j);
        String expected = Calculation.answer(request);
        assertThat(answers.get(j)).as("%s", request).isEqualTo(expected);
        assertThat(expected).as("%s", request).doesNotContain("a defect of soundcalc");
        if (areGood) {
          assertThat(expected).as("%s", request).startsWith("{\"status\":0,");
        }
      }
    }
  }
}
