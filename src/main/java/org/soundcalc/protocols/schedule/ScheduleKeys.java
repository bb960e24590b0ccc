package org.soundcalc.protocols.schedule;

import java.util.List;
import java.util.function.Function;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.ListType;

/** The keys that STIR and WHIR share. */
public final class ScheduleKeys {
  private static final IntegerType LOG_LENGTH = new IntegerType(1, Limits.LOG_LENGTH);

  /** 2^κ functions are counted in 63 bits. */
  private static final IntegerType LOG_FACTOR = new IntegerType(1, 62);

  private static final IntegerType SAMPLES = new IntegerType(0, Limits.QUERIES);

  /** μ_0. */
  public static final Key<?, Long> LOG_INV_RATE =
      Key.required(
              "log_inv_rate",
              LOG_LENGTH,
              "Rate of the initial code, as the base-2 logarithm of its inverse.")
          .moving("every term, proof size");

  /** M; each iteration folds at least once. */
  public static final Key<?, Long> NUM_ITERATIONS =
      Key.required("num_iterations", LOG_LENGTH, "Iterations, each over a code of its own.")
          .in("iterations")
          .moving("which terms there are, proof size");

  /** κ_0, ..., κ_(M−1). */
  public static final Key<?, List<Long>> FOLDING_FACTORS =
      Key.required(
              "folding_factors",
              eachIteration(LOG_FACTOR),
              "By how much each iteration folds, as base-2 logarithms.")
          .moving("every term but batching, proof size");

  /** m_0. */
  public static final Key<?, Long> LOG_DEGREE =
      Key.required(
              "log_degree",
              LOG_LENGTH,
              "Coefficients of a committed polynomial, as a base-2 logarithm.")
          .moving("every term but the queries', proof size");

  /** B. */
  public static final Key<?, Long> BATCH_SIZE =
      Key.required("batch_size", IntegerType.POSITIVE, "Functions that are batched.")
          .in("functions")
          .moving("batching, proof size");

  /** Whether batching takes powers of one challenge. */
  public static final Key<?, Boolean> POWER_BATCHING =
      Key.required(
              "power_batching",
              new BooleanType(),
              "Whether functions are batched by powers of one challenge; else by independent ones.")
          .moving("batching");

  /** t_0, ..., t_(M−1). */
  public static final Key<?, List<Long>> NUM_QUERIES =
      Key.required("num_queries", eachIteration(IntegerType.QUERIES), "Queries of each iteration.")
          .in("queries")
          .moving("shifts, fin, proof size")
          .lever(10);

  /** The samples of OOD(i), i = 1, ..., M − 1. */
  public static final Key<?, List<Long>> NUM_OOD_SAMPLES =
      Key.required(
              "num_ood_samples",
              allButTheLast(SAMPLES),
              "Out-of-domain samples of each iteration but the last.")
          .in("samples")
          .moving("OOD, shifts, proof size")
          .lever(70);

  /** Proof-of-work of the batching phase. */
  public static final Key<?, Long> GRINDING_BATCHING =
      Key.optional(
              "grinding_batching_phase",
              IntegerType.GRINDING,
              0L,
              "Proof-of-work before the batching challenges.")
          .in("bits")
          .moving("batching")
          .formerly("grinding_bits_batching")
          .lever(40);

  /** Proof-of-work of the queries. */
  public static final Key<?, List<Long>> GRINDING_QUERIES =
      Key.required(
              "grinding_bits_queries",
              eachIteration(IntegerType.GRINDING),
              "Proof-of-work before the queries of each iteration.")
          .in("bits")
          .moving("shifts, fin")
          .lever(20);

  /** Proof-of-work of the out-of-domain samples. */
  public static final Key<?, List<Long>> GRINDING_OOD =
      Key.required(
              "grinding_bits_ood",
              allButTheLast(IntegerType.GRINDING),
              "Proof-of-work before the out-of-domain samples of each iteration but the last.")
          .in("bits")
          .moving("OOD")
          .lever(60);

  private ScheduleKeys() {}

  private static <T> ListType<T> eachIteration(KeyType<T> element) {
    return new ListType<>(element, elements(element, "one an iteration"), false);
  }

  private static <T> ListType<T> allButTheLast(KeyType<T> element) {
    return new ListType<>(element, elements(element, "one an iteration but for the last"), true);
  }

  private static String elements(KeyType<?> element, String count) {
    return element.description().replaceFirst("an integer", "integers") + ", " + count;
  }

  /**
   * A key whose value a commitment holds.
   *
   * @param getter from the commitment to it
   */
  public static <P, T> Key<P, T> of(Key<?, T> key, Function<P, T> getter) {
    return key.held(
        getter,
        (commitment, value) -> {
          throw new UnsupportedOperationException(key.name());
        });
  }

  /** The integers of a list, as keys hold them. */
  public static List<Long> longs(List<Integer> values) {
    return values.stream().map(Integer::longValue).toList();
  }
}
