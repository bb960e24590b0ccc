package org.soundcalc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes that teams state are bits, or are none. */
class StatedSizeTest {
  /**
   * 8 bits a byte; KB, as kB, 1000 bytes; an eighth of a byte is a bit, a tenth rounds up to one.
   */
  @ParameterizedTest
  @CsvSource({
    "254.64 KB, 2037120",
    "1.62 MB, 12960000",
    "1.5kB, 12000",
    "300 KiB, 2457600",
    "1 MiB, 8388608",
    " 7 bytes , 56",
    "0.125 bytes, 1",
    "0.1 bytes, 1"
  })
  void measuredSizesAreBits(String text, BigInteger bits) {
    assertThat(StatedSize.measuredBits(text)).contains(bits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "about 1 MB", "300", "3 GB", "-3 KiB", "1e3 KiB", "1234567890123456789 MB"})
  void otherTextsAreNone(String text) {
    assertThat(StatedSize.measuredBits(text)).isEmpty();
  }

  /** A number that is too long is none, and not a shorter one with digits in its unit. */
  @ParameterizedTest
  @ValueSource(strings = {"1234567890123456789 MB", "0.1234567890123456789 MB", "1..5 MB"})
  void noDigitBelongsToAUnit(String text) {
    assertThat(StatedSize.parse(text)).isEmpty();
  }
}
