package org.soundcalc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
  @ParameterizedTest
  @CsvSource({
    "Goldilocks^3, 32, 64, 192, Goldilocks³",
    "BabyBear^4, 27, 31, 124, BabyBear⁴",
    "KoalaBear^5, 24, 31, 155, KoalaBear⁵",
    "M31^4, 33, 31, 124, M31⁴",
    "M31^6, 32, 31, 186, M31⁶",
    "BN254, 28, 254, 254, BN254",
    "Goldilocks^16, 32, 64, 1024, Goldilocks¹⁶",
  })
  void namedFields(String name, int twoAdicity, int baseBits, int extensionBits, String display) {
    Field field = Field.parse(name).orElseThrow();
    assertThat(field.twoAdicity()).isEqualTo(twoAdicity);
    assertThat(field.baseBits()).isEqualTo(baseBits);
    assertThat(field.extensionBits()).isEqualTo(extensionBits);
    assertThat(field.displayName()).isEqualTo(display);
    assertThat(field.tomlName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Goldilock^3",
        "Goldilocks^0",
        "Goldilocks^17",
        "BN254^",
        "M31^-1",
        "goldilocks^3",
        "M31^4^2",
        "M31^99999999999"
      })
  void otherNamesAreNone(String name) {
    assertThat(Field.parse(name)).isEmpty();
  }

  @Test
  void primesAreWhatTheirFormsSay() {
    assertThat(BaseField.GOLDILOCKS.prime()).isEqualTo(minus(64, 32));
    assertThat(BaseField.BABY_BEAR.prime()).isEqualTo(minus(31, 27));
    assertThat(BaseField.KOALA_BEAR.prime()).isEqualTo(minus(31, 24));
    assertThat(BaseField.BN254.prime().isProbablePrime(50)).isTrue();
  }

  private static BigInteger minus(int high, int low) {
    return BigInteger.TWO.pow(high).subtract(BigInteger.TWO.pow(low)).add(BigInteger.ONE);
  }
}
