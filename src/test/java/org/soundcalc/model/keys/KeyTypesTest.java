package org.soundcalc.model.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.math.Rational;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Family;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;

/**
 * What a type takes from a file it also takes from a program, and nothing else from either: at the
 * ends of each range, inside and outside.
 */
class KeyTypesTest {
  private static final BigInteger TWO_TO_63 = BigInteger.ONE.shiftLeft(63);
  private static final IntegerType FEW = new IntegerType(3, 5);
  private static final String THREE_TO_FIVE = "an integer from 3 to 5";
  private static final PowerOfTwoType FACTOR = new PowerOfTwoType(2);
  private static final String POWER = "a power of two of at least 2";
  private static final FractionType PROBABILITY = new FractionType(BigDecimal.ZERO);
  private static final String FRACTION = "a decimal from 0 to below 1, of at most 60 digits";
  private static final RateType RATE = new RateType();
  private static final String A_RATE = "0.5, 0.25, 0.125 or a smaller power of two";
  private static final String TWO_TO_MINUS_24 = ": 2^-24 is exactly 0.000000059604644775390625";
  private static final ChoiceType CHOICE = ChoiceType.of("unique", "list");
  private static final String WORDS = "\"unique\" or \"list\"";
  private static final TextType TEXT = new TextType();
  private static final String A_TEXT = "a non-empty string in quotes";
  private static final ListType<List<Long>> LISTS =
      new ListType<>(new ListType<>(FEW, "numbers", true), "arrays of numbers", false);
  private static final String SOME_LISTS = "a non-empty array of arrays of numbers";
  private static final BigDecimal SIXTY_NINES = new BigDecimal("0." + "9".repeat(60));

  static Stream<Arguments> valid() {
    return Stream.of(
        Arguments.of(FEW, integer(3), 3L),
        Arguments.of(FEW, integer(5), 5L),
        Arguments.of(IntegerType.COUNT, integer(0), 0L),
        Arguments.of(IntegerType.POSITIVE, TWO_TO_63.subtract(BigInteger.ONE), Long.MAX_VALUE),
        Arguments.of(FACTOR, integer(2), 2L),
        Arguments.of(FACTOR, integer(1L << 62), 1L << 62),
        Arguments.of(new PowerOfTwoType(1), integer(1), 1L),
        Arguments.of(PROBABILITY, integer(0), Rational.ZERO),
        Arguments.of(PROBABILITY, SIXTY_NINES, Rational.of(SIXTY_NINES)),
        Arguments.of(RATE, new BigDecimal("0.50"), Rate.ofLog2Inverse(1)),
        Arguments.of(RATE, new BigDecimal("0.000000059604644775390625"), Rate.ofLog2Inverse(24)),
        Arguments.of(RATE, new BigDecimal("5.9604644775390625e-8"), Rate.ofLog2Inverse(24)),
        Arguments.of(new BooleanType(), true, true),
        Arguments.of(CHOICE, "list", "list"),
        Arguments.of(ChoiceType.inAnyCase("unique", "list"), "LisT", "list"),
        Arguments.of(TEXT, "FRI \"2\"", "FRI \"2\""),
        Arguments.of(new FieldType(), "M31^16", new Field(BaseField.M31, 16)),
        Arguments.of(new KeyType.OrNothing<>(FEW), integer(4), Optional.of(4L)),
        Arguments.of(
            LISTS, List.of(List.of(), List.of(integer(3))), List.of(List.of(), List.of(3L))));
  }

  private static BigInteger integer(long value) {
    return BigInteger.valueOf(value);
  }

  @ParameterizedTest
  @MethodSource("valid")
  <T> void takes(KeyType<T> type, Object raw, T value) {
    assertThat(type.parse(raw)).isEqualTo(new Parsed.Valid<>(value));
    assertThat(type.faults(value)).isEmpty();
  }

  /** Values that a program can make too. */
  static Stream<Arguments> invalid() {
    return Stream.of(
        Arguments.of(FEW, integer(2), 2L, THREE_TO_FIVE),
        Arguments.of(FEW, integer(6), 6L, THREE_TO_FIVE),
        Arguments.of(IntegerType.COUNT, integer(-1), -1L, "an integer of at least 0"),
        Arguments.of(IntegerType.POSITIVE, integer(0), 0L, "a positive integer"),
        Arguments.of(IntegerType.GRINDING, integer(129), 129L, "an integer from 0 to 128"),
        Arguments.of(
            IntegerType.QUERIES, integer(100_001), 100_001L, "an integer from 1 to 100000"),
        Arguments.of(
            IntegerType.POSITIVE, integer(Long.MIN_VALUE), Long.MIN_VALUE, "a positive integer"),
        Arguments.of(FACTOR, integer(1), 1L, POWER),
        Arguments.of(FACTOR, integer(6), 6L, POWER),
        Arguments.of(FACTOR, integer(-2), -2L, POWER),
        Arguments.of(FACTOR, integer(Long.MIN_VALUE), Long.MIN_VALUE, POWER),
        Arguments.of(PROBABILITY, integer(1), Rational.ONE, FRACTION),
        Arguments.of(PROBABILITY, new BigDecimal("-0.5"), Rational.of(-1, 2), FRACTION),
        Arguments.of(CHOICE, "Unique", "Unique", WORDS),
        Arguments.of(TEXT, "", "", A_TEXT),
        Arguments.of(TEXT, " ", " ", A_TEXT),
        Arguments.of(TEXT, "a\u001bb", "a\u001bb", A_TEXT + " without control characters"),
        Arguments.of(new KeyType.OrNothing<>(FEW), integer(2), Optional.of(2L), THREE_TO_FIVE),
        Arguments.of(LISTS, List.of(), List.of(), SOME_LISTS));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  <T> void refuses(KeyType<T> type, Object raw, T value, String expected) {
    for (List<Parsed.Fault> faults : List.of(faults(type.parse(raw)), type.faults(value))) {
      assertThat(faults).hasSize(1);
      assertThat(faults.get(0).path()).isEmpty();
      assertThat(faults.get(0).expected()).isEqualTo(expected);
      assertThat(Spelling.of(faults.get(0).got())).isEqualTo(Spelling.of(raw));
    }
  }

  private static List<Parsed.Fault> faults(Parsed<?> parsed) {
    return parsed instanceof Parsed.Invalid<?> invalid ? invalid.faults() : List.of();
  }

  /** Values of another class, or too large for it, which no program can make. */
  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of(IntegerType.POSITIVE, TWO_TO_63, "a positive integer below 2^63"),
        Arguments.of(IntegerType.POSITIVE, TWO_TO_63.shiftLeft(1).negate(), "a positive integer"),
        Arguments.of(FEW, TWO_TO_63, THREE_TO_FIVE),
        Arguments.of(FEW, new BigDecimal("4.0"), THREE_TO_FIVE),
        Arguments.of(FEW, "4", THREE_TO_FIVE),
        Arguments.of(FACTOR, TWO_TO_63, POWER + " below 2^63"),
        Arguments.of(FACTOR, TWO_TO_63.negate(), POWER),
        Arguments.of(FACTOR, Double.NaN, POWER),
        Arguments.of(PROBABILITY, new BigDecimal(SIXTY_NINES + "9"), FRACTION),
        Arguments.of(PROBABILITY, new BigDecimal("1e-61"), FRACTION),
        Arguments.of(RATE, integer(1), A_RATE),
        // as doubles and floats spell 2^-24
        Arguments.of(RATE, new BigDecimal("5.960464477539063e-08"), A_RATE + TWO_TO_MINUS_24),
        Arguments.of(RATE, new BigDecimal("5.9604643e-08"), A_RATE + TWO_TO_MINUS_24),
        Arguments.of(RATE, new BigDecimal("0.4999999"), A_RATE + ": 2^-1 is exactly 0.5"),
        Arguments.of(RATE, new BigDecimal("0.99999999"), A_RATE),
        Arguments.of(RATE, new BigDecimal("0.33"), A_RATE),
        Arguments.of(RATE, new BigDecimal("1.0"), A_RATE),
        Arguments.of(RATE, new BigDecimal("0.75"), A_RATE),
        Arguments.of(RATE, new BigDecimal("0.0"), A_RATE),
        Arguments.of(RATE, new BigDecimal("-0.5"), A_RATE),
        Arguments.of(new BooleanType(), "true", "true or false"),
        Arguments.of(CHOICE, true, WORDS),
        Arguments.of(TEXT, integer(7), A_TEXT),
        Arguments.of(
            new FieldType(),
            "M31^17",
            "a field such as Goldilocks^4, BabyBear^4, KoalaBear^4, M31^4, BN254 (extension degree"
                + " 1 to 16)"),
        Arguments.of(LISTS, Map.of(), SOME_LISTS));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void refusesOfAFile(KeyType<?> type, Object raw, String expected) {
    assertThat(type.parse(raw)).isEqualTo(Parsed.invalid(expected, raw));
  }

  @Test
  void everyFaultOfAnArrayHasItsPlace() {
    List<Parsed.Fault> faults =
        List.of(
            new Parsed.Fault(List.of(0, 1), THREE_TO_FIVE, 2L),
            new Parsed.Fault(List.of(1, 0), THREE_TO_FIVE, 9L));
    List<?> raw = List.of(List.of(integer(3), integer(2)), List.of(integer(9)));
    assertThat(faults(LISTS.parse(raw))).isEqualTo(faults);
    assertThat(LISTS.faults(List.of(List.of(3L, 2L), List.of(9L)))).isEqualTo(faults);
  }

  /**
   * A reader goes on with the one after an invalid value, and with the other where there is none.
   */
  @Test
  void placeholdersAndDefaultsAreValid() {
    List<Key<?, ?>> keys = new ArrayList<>(CommonKeys.circuit());
    keys.addAll(CommonKeys.zkevm());
    keys.addAll(RecursionKeys.table());
    for (Family family : ServiceLoader.load(Family.class)) {
      keys.addAll(family.keys());
      family.variants().forEach(variant -> keys.addAll(variant.family().keys()));
      family.tables().forEach(table -> keys.addAll(table.keys()));
    }
    assertThat(keys).hasSizeGreaterThan(100).allSatisfy(KeyTypesTest::assertStandIns);
  }

  private static <T> void assertStandIns(Key<?, T> key) {
    assertThat(key.type().faults(key.type().placeholder())).as(key.name()).isEmpty();
    if (key.presence() instanceof Key.Presence.Default<T> leftOut) {
      assertThat(key.type().faults(leftOut.value())).as(key.name()).isEmpty();
    }
  }
}
