package org.soundcalc.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The prime fields that hash-based proof systems calculate in. */
public enum BaseField {
  /** 2^64 − 2^32 + 1. */
  GOLDILOCKS("Goldilocks", "18446744069414584321", "2^64 - 2^32 + 1"),
  /** 2^31 − 2^27 + 1. */
  BABY_BEAR("BabyBear", "2013265921", "2^31 - 2^27 + 1"),
  /** 2^31 − 2^24 + 1. */
  KOALA_BEAR("KoalaBear", "2130706433", "2^31 - 2^24 + 1"),
  /** The Mersenne prime 2^31 − 1, whose domains lie in the extension field. */
  M31("M31", "2147483647", "2^31 - 1"),
  /** The scalar field of the curve BN254. */
  BN254(
      "BN254",
      "21888242871839275222246405745257275088548364400416034343698204186575808495617",
      "scalar field of the curve BN254");

  private final String tomlName;
  private final BigInteger prime;
  private final String form;

  BaseField(String tomlName, String prime, String form) {
    this.tomlName = tomlName;
    this.prime = new BigInteger(prime);
    this.form = form;
  }

  /**
   * {@return the field of this name, as TOML files spell it}
   *
   * @param tomlName without a degree, such as {@code KoalaBear}
   */
  public static Optional<BaseField> named(String tomlName) {
    return Arrays.stream(values()).filter(f -> f.tomlName.equals(tomlName)).findFirst();
  }

  /** {@return the name in TOML files, such as {@code KoalaBear}} */
  public String tomlName() {
    return tomlName;
  }

  /** {@return the characteristic p} */
  public BigInteger prime() {
    return prime;
  }

  /** {@return how p is written in the literature} */
  public String form() {
    return form;
  }

  /** {@return the bit length of p} */
  public int bits() {
    return prime.bitLength();
  }

  /** {@return the degrees of the extensions that proof systems draw challenges from, ascending} */
  public List<Integer> usualDegrees() {
    return switch (this) {
      case GOLDILOCKS -> List.of(2, 3);
      case BABY_BEAR, KOALA_BEAR -> List.of(4, 5);
      case M31 -> List.of(4, 6);
      case BN254 -> List.of(1);
    };
  }
}
