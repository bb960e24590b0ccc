package org.soundcalc.io.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "riscv, 5",
    "KoalaBear⁴, 10",
    "最終, 4",
    "e\u0301, 1",
    "🙂, 2",
    "a\u200bb, 3",
    "a\u200db, 2",
    "'', 0"
  })
  void isWhatTerminalsShow(String text, int width) {
    assertEquals(width, DisplayWidth.of(text));
  }
}
