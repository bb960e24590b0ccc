package org.soundcalc.protocols.swirl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Field;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.protocols.swirl.ShapeKey.Count;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.Violations;

/** No record can be made that a file could not state: each rule broken once, in a file's words. */
class InvariantsTest implements RulesTest {
  private static final StackedWhir WHIR = Swirls.typical().whir();
  private static final StackedWhir LIST = Swirls.typical().withMultiplicity(Optional.of(2L)).whir();
  private static final Airs AIRS = Swirls.typical().airs();
  private static final LogUp LOG_UP = Swirls.typical().circuit().logUp();

  static Stream<Arguments> violations() {
    return Stream.of(
        Violations.of(
            StackedWhir.L_SKIP, WHIR, -1L, "l_skip must be an integer from 0 to 64, got -1"),
        Violations.of(
            StackedWhir.N_STACK, WHIR, 65L, "n_stack must be an integer from 0 to 64, got 65"),
        Violations.of(StackedWhir.W_STACK, WHIR, 0L, "w_stack must be a positive integer, got 0"),
        Violations.of(
            StackedWhir.LOG_BLOWUP, WHIR, 0L, "log_blowup must be an integer from 1 to 64, got 0"),
        Violations.of(
            StackedWhir.FOLDING_POW,
            WHIR,
            129L,
            "whir_folding_pow_bits must be an integer from 0 to 128, got 129"),
        Violations.of(
            StackedWhir.MU_POW,
            WHIR,
            -1L,
            "whir_mu_pow_bits must be an integer from 0 to 128, got -1"),
        Violations.of(
            StackedWhir.QUERY_POW,
            WHIR,
            129L,
            "whir_query_phase_pow_bits must be an integer from 0 to 128, got 129"),
        Violations.of(
            StackedWhir.NUM_QUERIES,
            WHIR,
            List.of(),
            "whir_num_queries must be a non-empty array of integers from 1 to 100000, got []"),
        Violations.of(
            StackedWhir.NUM_QUERIES,
            WHIR,
            List.of(20L, 0L),
            "whir_num_queries[1] must be an integer from 1 to 100000, got 0"),
        Violations.of(
            StackedWhir.NUM_QUERIES,
            WHIR,
            Collections.nCopies(5, 20L),
            "whir_num_queries must have fewer entries: 5 rounds fold 20 times, but l_skip + n_stack"
                + " = 18"),
        Violations.of(
            StackedWhir.N_STACK,
            WHIR,
            27L,
            "n_stack with l_skip and log_blowup makes a folded domain of 2^28 points, beyond the"
                + " 2-adicity 27 of BabyBear^4"),
        Violations.of(
            StackedWhir.EXPLICIT_REGIME,
            WHIR,
            "both",
            "explicit_regime must be \"unique\" or \"list\", got \"both\""),
        Violations.of(
            StackedWhir.EXPLICIT_REGIME,
            WHIR,
            StackedWhir.LIST,
            "explicit_m is missing: explicit_regime = \"list\" needs the decoder's multiplicity"
                + " (must be a positive integer)"),
        Violations.of(
            StackedWhir.EXPLICIT_M,
            LIST,
            Optional.of(0L),
            "explicit_m must be a positive integer, got 0"),
        Violations.of(
            StackedWhir.EXPLICIT_M,
            LIST,
            Optional.of(1L),
            "explicit_m must be larger at log_blowup = 1: sqrt(rho)*(1 + 1/(2m)) must be below 1,"
                + " got 1"),
        Violations.of(
            Airs.CONSTRAINT_DEGREE,
            AIRS,
            0L,
            "constraint_degree must be a positive integer, got 0"),
        Violations.of(
            Airs.PUBLIC_VALUES,
            AIRS,
            -1L,
            "proof_size_num_public_values must be an integer of at least 0, got -1"),
        Violations.of(
            Airs.MAX_CONSTRAINTS.actual(),
            AIRS,
            -1L,
            "max_constraints_per_air must be an integer of at least 0, got -1"),
        Violations.of(
            Airs.MAX_CONSTRAINTS.soundness(),
            AIRS,
            Optional.of(-1L),
            "soundness_max_constraints_per_air must be an integer of at least 0, got -1"),
        Violations.of(
            Airs.NUM_AIRS.actual(),
            AIRS,
            0L,
            "num_airs must be at least 1, since the errors take its logarithm, got 0"),
        Violations.of(
            Airs.NUM_AIRS.soundness(),
            AIRS,
            Optional.of(0L),
            "soundness_num_airs must be at least 1, since the errors take its logarithm, got 0"),
        Violations.of(
            Airs.NUM_AIRS.proofSize().orElseThrow(),
            AIRS,
            Optional.of(-1L),
            "proof_size_num_airs must be an integer of at least 0, got -1"),
        Violations.of(
            Airs.MAX_LOG_HEIGHT.actual(),
            AIRS,
            65L,
            "max_log_trace_height must be an integer from 0 to 64, got 65"),
        Violations.of(
            Airs.NUM_COLUMNS.actual(),
            AIRS,
            -1L,
            "num_trace_columns must be an integer of at least 0, got -1"),
        Violations.of(
            Airs.MAX_INTERACTIONS.actual(),
            AIRS,
            0L,
            "max_interactions_per_air must be at least 1, since the errors take its logarithm, got"
                + " 0"),
        Violations.of(
            LogUp.MAX_INTERACTION_COUNT,
            LOG_UP,
            0L,
            "logup_max_interaction_count must be a positive integer, got 0"),
        Violations.of(
            LogUp.LOG_MESSAGE_LENGTH,
            LOG_UP,
            65L,
            "logup_log_max_message_length must be an integer from 0 to 64, got 65"),
        Violations.of(
            LogUp.POW, LOG_UP, 129L, "logup_pow_bits must be an integer from 0 to 128, got 129"));
  }

  @Test
  void everyProblemAtOnce() {
    Violations.assertRefused(
        () ->
            new StackedWhir(
                new Field(BaseField.BABY_BEAR, 4),
                4,
                24,
                0,
                1,
                0,
                129,
                -1,
                Collections.nCopies(8, 20L),
                StackedWhir.LIST,
                Optional.of(1L)),
        List.of(
            "w_stack must be a positive integer, got 0",
            "whir_mu_pow_bits must be an integer from 0 to 128, got 129",
            "whir_query_phase_pow_bits must be an integer from 0 to 128, got -1",
            "whir_num_queries must have fewer entries: 8 rounds fold 32 times, but l_skip + n_stack"
                + " = 28",
            "explicit_m must be larger at log_blowup = 1: sqrt(rho)*(1 + 1/(2m)) must be below 1,"
                + " got 1"));
  }

  /** A zero that no error takes the logarithm of. */
  @Test
  void aTwinForErrorsStandsInForItsNumber() {
    Count none = new Count(0, Optional.of(1L), Optional.empty());
    assertThat(new Airs(none, none, none, none, none, 4, 0).airs().errors()).isOne();
  }

  @Test
  void theFieldIsThatOfItsWhir() {
    Swirl circuit = Swirls.typical().circuit();
    Field other = new Field(BaseField.GOLDILOCKS, 3);
    assertThatThrownBy(() -> new Swirl(circuit.id(), WHIR.over(other), AIRS, LOG_UP))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessage("field must be that of WHIR, Goldilocks^3");
    assertThat(circuit.with(circuit.id().over(other)).whir().field()).isEqualTo(other);
  }

  @Test
  void everyKeyOfACircuitIsHeld() {
    Swirl circuit = Swirls.typical().withMultiplicity(Optional.of(2L)).circuit();
    Violations.assertKeysAreHeld(circuit);
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(Airs.class, LogUp.class, StackedWhir.class);
  }
}
