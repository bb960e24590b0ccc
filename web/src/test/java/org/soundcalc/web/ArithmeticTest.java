package org.soundcalc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.math.IntervalOperations;

/**
 * WebAssembly computes with intervals as the JVM does: doubles to the last bit, decimals of 60
 * digits to 40 of them, and whatever is decided by them alike.
 */
class ArithmeticTest {
  private static final int BATCHES = 20;
  private static final int OPERATIONS = 500;

  @ParameterizedTest
  @ValueSource(strings = {"double", "decimal"})
  void operations(String kind) throws IOException {
    List<String> requests = new ArrayList<>();
    for (int seed = 1; seed <= BATCHES; seed++) {
      requests.add(kind + " " + seed + " " + OPERATIONS);
    }
    try (Browser browser = new Browser()) {
      browser.load(Browser.BUILT.resolve("operations/operations.wasm"));
      List<String> answers = browser.answers(requests);
      for (int i = 0; i < BATCHES; i++) {
        String expected = IntervalOperations.run(requests.get(i));
        assertThat(expected.lines().filter(line -> !line.endsWith("refused")).count())
            .as("operations with a result")
            .isGreaterThan(OPERATIONS * 9L / 10);
        assertThat(answers.get(i).lines())
            .as(requests.get(i))
            .containsExactlyElementsOf(expected.lines().toList());
      }
    }
  }
}
