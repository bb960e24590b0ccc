package org.soundcalc.protocols.swirl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.protocols.code.BlowupFactor;

/** The keys of a SWIRL circuit. */
final class SwirlKeys {
  /** The table for what all circuits of a file share. */
  private static final String TABLE = "swirl";

  /** The largest logarithm of a length. */
  private static final IntegerType LOG = new IntegerType(0, Limits.LOG_LENGTH);

  static final Key<?, Long> L_SKIP =
      Key.required("l_skip", LOG, "log2 of the rows that the univariate round covers.")
          .moving("every term but gkr_sumcheck and gkr_batching, proof size");

  static final Key<?, Long> N_STACK =
      Key.required(
              "n_stack",
              LOG,
              "log2 of the stacked matrix's rows, less l_skip: its multilinear variables.")
          .moving("whir and its parts, proof size");

  static final Key<?, Long> W_STACK =
      Key.required("w_stack", IntegerType.POSITIVE, "Columns of the stacked matrix.")
          .in("columns")
          .moving("whir_mu_batching, whir, proof size");

  static final Key<?, Long> LOG_BLOWUP =
      Key.required(
              "log_blowup",
              new IntegerType(1, Limits.LOG_LENGTH),
              "log2 of 1/rho, for the rate rho of the stacked columns' code.")
          .moving("every term but gkr_sumcheck and gkr_batching, proof size");

  static final Key<?, Long> FOLDING_POW =
      Key.required(
              "whir_folding_pow_bits",
              IntegerType.GRINDING,
              "Proof-of-work before each fold's challenge.")
          .in("bits")
          .moving("whir_proximity_gaps, whir_sumcheck, whir_fold_rbr, whir")
          .lever(30);

  static final Key<?, Long> MU_POW =
      Key.required(
              "whir_mu_pow_bits",
              IntegerType.GRINDING,
              "Proof-of-work before the challenge that batches the stacked columns.")
          .in("bits")
          .moving("whir_mu_batching, whir")
          .lever(40);

  static final Key<?, List<Long>> NUM_QUERIES =
      Key.required(
              "whir_num_queries",
              new ListType<>(IntegerType.QUERIES, "integers from 1 to " + Limits.QUERIES, false),
              "Queries of each round of WHIR; a round folds 4 times.")
          .in("queries")
          .moving("whir and its parts, proof size")
          .lever(10);

  static final Key<?, String> EXPLICIT_REGIME =
      Key.required(
              "explicit_regime",
              ChoiceType.of(ConfiguredRegime.UNIQUE, ConfiguredRegime.LIST),
              "The regime that the circuit is configured for: unique for UDR, list for JBR.")
          .moving("which regime applies, and most terms");

  static final Key<?, Optional<Long>> EXPLICIT_M =
      Key.optional(
              "explicit_m",
              IntegerType.POSITIVE,
              "Multiplicity m of the list decoder; needed under explicit_regime = \"list\".")
          .moving("every term but gkr_sumcheck and gkr_batching");

  static final Key<?, Long> CONSTRAINT_DEGREE =
      Key.required("constraint_degree", IntegerType.POSITIVE, "Largest degree of a constraint.")
          .moving("zerocheck_sumcheck, proof size");

  static final ShapeKey MAX_CONSTRAINTS =
      ShapeKey.ofErrors(
          "max_constraints_per_air",
          IntegerType.COUNT,
          "Most constraints of an AIR.",
          "constraint_batching");

  static final ShapeKey NUM_AIRS =
      ShapeKey.of("num_airs", IntegerType.COUNT, "AIRs.", "constraint_batching");

  static final ShapeKey MAX_LOG_HEIGHT =
      ShapeKey.of(
          "max_log_trace_height", LOG, "log2 of the longest trace's rows.", "constraint_batching");

  static final ShapeKey NUM_COLUMNS =
      ShapeKey.of(
          "num_trace_columns",
          IntegerType.COUNT,
          "Columns of all traces together.",
          "stacked_reduction");

  static final ShapeKey MAX_INTERACTIONS =
      ShapeKey.of(
          "max_interactions_per_air",
          IntegerType.COUNT,
          "Most interactions of an AIR.",
          "constraint_batching");

  static final Key<?, Long> PUBLIC_VALUES =
      Key.optional(
              "proof_size_num_public_values",
              IntegerType.COUNT,
              0L,
              "Public values of a proof, each an element of the base field.")
          .moving("proof size");

  static final Key<?, Long> MAX_INTERACTION_COUNT =
      Key.required(
              "logup_max_interaction_count",
              IntegerType.POSITIVE,
              "Most interactions of all rows together.")
          .moving("logup, constraint_batching")
          .alsoIn(TABLE);

  static final Key<?, Long> LOG_MESSAGE_LENGTH =
      Key.required(
              "logup_log_max_message_length", LOG, "log2 of the elements of the longest message.")
          .moving("logup")
          .alsoIn(TABLE);

  static final Key<?, Long> LOGUP_POW =
      Key.required(
              "logup_pow_bits", IntegerType.GRINDING, "Proof-of-work before LogUp's challenges.")
          .in("bits")
          .moving("logup")
          .alsoIn(TABLE)
          .lever(80);

  private static final Key<?, Long> AIR_MAX_DEGREE =
      Key.informational("air_max_degree", IntegerType.COUNT, "Another name for constraint_degree.");

  private SwirlKeys() {}

  /** All of them, in the order of their reference. */
  static List<Key<?, ?>> all() {
    List<Key<?, ?>> keys =
        new ArrayList<>(
            List.of(
                L_SKIP,
                N_STACK,
                W_STACK,
                LOG_BLOWUP,
                FOLDING_POW,
                MU_POW,
                NUM_QUERIES,
                EXPLICIT_REGIME,
                EXPLICIT_M,
                CONSTRAINT_DEGREE));
    Stream.of(MAX_CONSTRAINTS, NUM_AIRS, MAX_LOG_HEIGHT, NUM_COLUMNS, MAX_INTERACTIONS)
        .map(ShapeKey::keys)
        .forEach(keys::addAll);
    keys.addAll(
        List.of(
            PUBLIC_VALUES,
            MAX_INTERACTION_COUNT,
            LOG_MESSAGE_LENGTH,
            LOGUP_POW,
            AIR_MAX_DEGREE,
            BlowupFactor.KEY));
    keys.addAll(InformationalKeys.all());
    return List.copyOf(keys);
  }
}
