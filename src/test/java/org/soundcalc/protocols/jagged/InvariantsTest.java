package org.soundcalc.protocols.jagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.math.Rational;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.Key;
import org.soundcalc.protocols.lookup.Lookup;
import org.soundcalc.protocols.lookup.Lookups;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.whir.Whir;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.Violations;

/** No circuit can be made that a file could not state: each rule broken once, in a file's words. */
class InvariantsTest implements RulesTest {
  /** A domain of 2^20 points over a field of 2-adicity 24, folded by 4 and by 2. */
  private static final Jagged VALID =
      new Jaggeds(
              new Field(BaseField.KOALA_BEAR, 4), 2, 18, 6, 50, 10, new Trace(1000, 200, 300, 3))
          .circuit();

  private static final Trace TRACE = VALID.trace();

  /** Two iterations of folding 4 to 1, over the same field. */
  private static final Jagged OVER_WHIR =
      new Jagged(
          VALID.id(),
          new Whir(
              new StirWhirParameters(
                  VALID.id().field(),
                  2,
                  Optional.of(List.of(2L, 4L, 4L)),
                  2,
                  List.of(2L, 2L),
                  18,
                  6,
                  true,
                  List.of(50L, 30L),
                  List.of(1L),
                  Optional.empty(),
                  10,
                  List.of(10L, 10L),
                  List.of(0L)),
              3,
              List.of(List.of(1L, 2L), List.of(3L, 4L))),
          TRACE,
          VALID.lookups(),
          Optional.empty());

  static Stream<Arguments> violations() {
    return Stream.of(
        Violations.of(Trace.LENGTH, TRACE, 0L, "trace_length must be a positive integer, got 0"),
        Violations.of(
            Trace.COLUMNS, TRACE, -1L, "trace_columns must be a positive integer, got -1"),
        Violations.of(
            Trace.CONSTRAINTS, TRACE, 0L, "num_constraints must be a positive integer, got 0"),
        Violations.of(Trace.DEGREE, TRACE, 0L, "air_max_degree must be a positive integer, got 0"),
        Violations.of(
            Jagged.EXPLICIT_REGIME,
            VALID,
            Optional.of("list"),
            "explicit_regime must be \"unique\", got \"list\""),
        // the dense polynomials have names of their own: trace_length is another key
        Violations.of("dense_length", VALID, 3L, "dense_length must be a power of two, got 3"),
        Violations.of(
            "dense_length",
            VALID,
            1L << 23,
            "dense_length over rho is a domain of 2^25 points, beyond the 2-adicity 24 of"
                + " KoalaBear^4"),
        Violations.of(
            "rho",
            VALID,
            Rate.ofLog2Inverse(7),
            "dense_length over rho is a domain of 2^25 points, beyond the 2-adicity 24 of"
                + " KoalaBear^4"),
        Violations.of("dense_batch", VALID, 0L, "dense_batch must be a positive integer, got 0"),
        Violations.of(
            "num_queries", VALID, 0L, "num_queries must be an integer from 1 to 100000, got 0"),
        Violations.of(
            "fri_early_stop_degree",
            VALID,
            4L,
            "fri_folding_factors fold the domain of 1048576 points to 131072, but"
                + " fri_early_stop_degree is 4"));
  }

  @Test
  void aFieldWithoutRoomForTheDomain() {
    Jagged larger =
        new Jaggeds(new Field(BaseField.BABY_BEAR, 4), 2, 23, 6, 50, 10, TRACE).circuit();
    Violations.assertRefused(
        () -> larger.with(larger.id().over(VALID.id().field())),
        List.of(
            "dense_length over rho is a domain of 2^25 points, beyond the 2-adicity 24 of"
                + " KoalaBear^4"));
  }

  @Test
  void theFieldIsThatOfTheDensePolynomials() {
    CircuitId other = VALID.id().over(new Field(BaseField.GOLDILOCKS, 3));
    Violations.assertRefused(
        () -> new Jagged(other, VALID.dense(), TRACE, VALID.lookups(), Optional.empty()),
        List.of("field must be that of the commitment, KoalaBear^4"));
    assertThat(VALID.with(other).dense().field()).isEqualTo(other.field());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batching",
        "commit round 1",
        "commit round 2",
        "query phase",
        "reduce to dense PCS",
        "zerocheck",
        "total"
      })
  void noLookupIsNamedAsAnotherTerm(String name) {
    Violations.assertRefused(
        () -> withLookup(name),
        List.of("lookups[0].name must not be that of another term, got \"" + name + "\""));
  }

  @Test
  void aRoundThatThereIsNotLeavesItsName() {
    assertThat(withLookup("commit round 3").lookups().all())
        .extracting(Lookup::name)
        .contains("commit round 3");
  }

  private static Jagged withLookup(String name) {
    Lookup lookup =
        new Lookup(
            name,
            Lookup.Kind.UNIVARIATE,
            1,
            1,
            1,
            1,
            0,
            Optional.empty(),
            Rational.ZERO,
            Optional.empty());
    Lookups lookups = Lookups.of(List.of(lookup));
    return new Jagged(VALID.id(), VALID.dense(), TRACE, lookups, Optional.empty());
  }

  @Test
  void everyProblemAtOnce() {
    Violations.assertRefused(
        () -> new Trace(0, -1, Long.MIN_VALUE, 0),
        List.of(
            "trace_length must be a positive integer, got 0",
            "trace_columns must be a positive integer, got -1",
            "num_constraints must be a positive integer, got -9223372036854775808",
            "air_max_degree must be a positive integer, got 0"));
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(Jagged.class, Trace.class);
  }

  @Test
  void everyKeyOfACircuitIsHeld() {
    Violations.assertKeysAreHeld(VALID);
    Violations.assertKeysAreHeld(OVER_WHIR);
  }

  /** What WHIR refuses is said with the names that Jagged has for it. */
  @Test
  void whirIsHeldToItsRules() {
    assertRefused("dense_batch", 0L, "dense_batch must be a positive integer, got 0");
    assertRefused(
        "constraint_degree", 2L, "constraint_degree must be an integer of at least 3, got 2");
    assertRefused(
        "whir_log_inv_rates",
        Optional.of(List.of(2L, 4L)),
        "whir_log_inv_rates must have num_iterations + 1 = 3 entries, got 2");
    assertRefused(
        "dense_pcs", "fri", "dense_pcs is \"whir\" and cannot be set: another one has other keys");
    CircuitId other = OVER_WHIR.id().over(new Field(BaseField.GOLDILOCKS, 3));
    assertThat(OVER_WHIR.with(other).dense().field()).isEqualTo(other.field());
  }

  @SuppressWarnings("unchecked") // the values are of the key's type
  private static void assertRefused(String name, Object bad, String problem) {
    Key<Circuit, ?> key =
        OVER_WHIR.keys().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    Violations.assertRefused(
        () -> ((Key<Circuit, Object>) key).with(OVER_WHIR, bad), List.of(problem));
  }
}
