package org.soundcalc.protocols.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.math.Rational;
import org.soundcalc.model.keys.Key;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.Violations;

/** No lookup can be made that a file could not state: each rule broken once, in a file's words. */
class InvariantsTest implements RulesTest {
  private static final Lookup UNIVARIATE = lookup("bytes", Lookup.Kind.UNIVARIATE, Rational.ZERO);

  private static final Lookup MULTIVARIATE =
      lookup("bytes", Lookup.Kind.MULTIVARIATE, Rational.of(1, 1024));

  private static Lookup lookup(String name, Lookup.Kind kind, Rational reductionError) {
    return new Lookup(
        name, kind, 256, 1000, 3, 2, 10, Optional.of(true), reductionError, Optional.of(7L));
  }

  static Stream<Arguments> violations() {
    return Stream.concat(violationsOfAnyKind(), violationsOfOneKind());
  }

  private static Stream<Arguments> violationsOfAnyKind() {
    return Stream.of(UNIVARIATE, MULTIVARIATE)
        .flatMap(
            valid ->
                Stream.of(
                    violation(
                        "name", valid, " ", "name must be a non-empty string in quotes, got \" \""),
                    violation(
                        "name",
                        valid,
                        "a\nb",
                        "name must be a non-empty string in quotes without control characters, got"
                            + " \"a\nb\""),
                    violation(
                        "logup_type",
                        valid,
                        "bivariate",
                        "logup_type must be \"univariate\" or \"multivariate\", got \"bivariate\""),
                    violation(
                        "rows_L", valid, -1L, "rows_L must be an integer of at least 0, got -1"),
                    violation(
                        "rows_T", valid, -1L, "rows_T must be an integer of at least 0, got -1"),
                    violation(
                        "num_columns_S",
                        valid,
                        0L,
                        "num_columns_S must be a positive integer, got 0"),
                    violation(
                        "num_lookups_M",
                        valid,
                        0L,
                        "num_lookups_M must be a positive integer, got 0"),
                    violation(
                        "grinding_bits_lookup",
                        valid,
                        129L,
                        "grinding_bits_lookup must be an integer from 0 to 128, got 129")));
  }

  private static Stream<Arguments> violationsOfOneKind() {
    return Stream.of(
        violation(
            "max_multiplicity",
            UNIVARIATE,
            Optional.of(0L),
            "max_multiplicity must be a positive integer, got 0"),
        violation(
            "reduction_error",
            MULTIVARIATE,
            Rational.of(-1, 2),
            "reduction_error must be a decimal from 0 to below 1, of at most 60 digits, got -0.5"),
        violation(
            "reduction_error",
            MULTIVARIATE,
            Rational.ONE,
            "reduction_error must be a decimal from 0 to below 1, of at most 60 digits, got 1"),
        violation(
            "reduction_error",
            MULTIVARIATE,
            Rational.of(1, 3),
            "reduction_error must be a decimal from 0 to below 1, of at most 60 digits, got 1/3"));
  }

  /** Their keys are known to a circuit alone, by these names. */
  @SuppressWarnings("unchecked") // the tests give values of the key's type
  private static Arguments violation(String key, Lookup valid, Object bad, String... problems) {
    Key<Lookup, ?> itsKey =
        Stream.concat(Stream.of(Lookup.NAME), Lookup.PARAMETERS.stream())
            .filter(one -> one.name().equals(key))
            .findFirst()
            .orElseThrow();
    return Violations.of((Key<Lookup, Object>) itsKey, valid, bad, problems);
  }

  @Test
  void oneSideHasRows() {
    Violations.assertRefused(
        () ->
            new Lookup(
                "bytes",
                Lookup.Kind.UNIVARIATE,
                0,
                0,
                1,
                1,
                0,
                Optional.empty(),
                Rational.ZERO,
                Optional.empty()),
        List.of("rows_L and rows_T must not both be 0"));
  }

  @Test
  void everyProblemAtOnce() {
    Violations.assertRefused(
        () ->
            new Lookup(
                "",
                Lookup.Kind.UNIVARIATE,
                -1,
                -2,
                0,
                -3,
                200,
                Optional.empty(),
                Rational.of(2),
                Optional.of(0L)),
        List.of(
            "name must be a non-empty string in quotes, got \"\"",
            "rows_L must be an integer of at least 0, got -1",
            "rows_T must be an integer of at least 0, got -2",
            "num_columns_S must be a positive integer, got 0",
            "num_lookups_M must be a positive integer, got -3",
            "grinding_bits_lookup must be an integer from 0 to 128, got 200",
            "reduction_error must be a decimal from 0 to below 1, of at most 60 digits, got 2",
            "max_multiplicity must be a positive integer, got 0"));
  }

  /** Each name that was there before, wherever it stands, and whatever the kinds. */
  @Test
  void noTwoShareAName() {
    Violations.assertRefused(
        () -> Lookups.of(List.of(UNIVARIATE, named("words"), MULTIVARIATE, named("words"))),
        List.of(
            "lookups[2].name must be unique among the circuit's lookups, got \"bytes\" again",
            "lookups[3].name must be unique among the circuit's lookups, got \"words\" again"));
  }

  private static Lookup named(String name) {
    return lookup(name, Lookup.Kind.UNIVARIATE, Rational.ZERO);
  }

  /** What is put into the array afterwards does not pass by the rules. */
  @Test
  void theListIsItsOwn() {
    Lookup[] array = {UNIVARIATE, named("words")};
    Lookups lookups = Lookups.of(Arrays.asList(array));
    array[1] = UNIVARIATE;
    assertThat(lookups.all()).extracting(Lookup::name).containsExactly("bytes", "words");
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(Lookup.class, Lookups.class);
  }
}
