package org.soundcalc.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size as people state it: a number with a unit.
 *
 * @param number of units, ≥ 0, as it was written
 * @param unit as it was written, whether known or not; empty where it is missing
 */
public record StatedSize(String number, String unit) {
  /** The units that there are, in the order to list them. */
  public static final List<String> UNITS = List.of("KiB", "MiB", "kB", "MB", "bytes");

  /** Long enough for every proof, short enough to calculate with. */
  private static final Pattern WITH_UNIT =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?)(?![0-9.]) *(.*)", Pattern.DOTALL);

  /**
   * {@return a number and what follows it; nothing where the text does not start with a number of
   * at most 18 digits}
   *
   * @param text such as {@code 1.5 MiB}
   */
  public static Optional<StatedSize> parse(String text) {
    Matcher parts = WITH_UNIT.matcher(text.strip());
    return parts.matches()
        ? Optional.of(new StatedSize(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /**
   * {@return the bits that a team's measurement stands for, rounded up; nothing where it is none}
   * {@code KB} is 1000 bytes like {@code kB}.
   *
   * @param text as the team states it, such as {@code 254.64 KB}
   */
  public static Optional<BigInteger> measuredBits(String text) {
    return parse(text)
        .map(size -> size.unit.equals("KB") ? new StatedSize(size.number, "kB") : size)
        .filter(size -> size.unitBits().isPresent())
        .map(size -> size.bits(RoundingMode.CEILING));
  }

  /** {@return the bits of one unit; nothing where the unit is missing or unknown} */
  public OptionalLong unitBits() {
    return switch (unit) {
      case "KiB" -> OptionalLong.of(1L << 13);
      case "MiB" -> OptionalLong.of(1L << 23);
      case "kB" -> OptionalLong.of(8_000);
      case "MB" -> OptionalLong.of(8_000_000);
      case "bytes" -> OptionalLong.of(8);
      default -> OptionalLong.empty();
    };
  }

  /**
   * {@return whole bits}
   *
   * @param rounding where a bit is not whole
   * @throws java.util.NoSuchElementException if the unit is missing or unknown
   */
  public BigInteger bits(RoundingMode rounding) {
    return new BigDecimal(number)
        .multiply(BigDecimal.valueOf(unitBits().orElseThrow()))
        .setScale(0, rounding)
        .toBigInteger();
  }
}
