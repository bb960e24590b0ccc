package org.soundcalc.protocols.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Code;
import org.soundcalc.model.Field;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.Values;

/**
 * The parameters that STIR and WHIR share.
 *
 * @param field where challenges are drawn
 * @param logInverseRate μ_0, log2 of the initial code's inverse rate, ≥ 1
 * @param logInverseRates μ_0, ..., μ_M, where domains do not halve from iteration to iteration
 * @param iterations M, ≥ 1
 * @param foldingFactors κ_0, ..., κ_(M−1), log2 of how many each iteration folds to one, ≥ 1
 * @param logDegree m_0, log2 of the initial code's dimension, ≥ 1
 * @param batchSize B, the functions that are batched, ≥ 1
 * @param powerBatching whether they are batched by powers of one challenge
 * @param queries t_0, ..., t_(M−1), each ≥ 1
 * @param oodSamples the out-of-domain samples after each iteration but the last, M − 1 entries
 * @param gap the distance to the Johnson radius, where it is pinned
 * @param grindingBatching bits of proof-of-work before the batching challenges
 * @param grindingQueries bits before the queries of each iteration, M entries
 * @param grindingOod bits before each iteration's out-of-domain samples, M − 1 entries
 */
public record StirWhirParameters(
    Field field,
    long logInverseRate,
    Optional<List<Long>> logInverseRates,
    long iterations,
    List<Long> foldingFactors,
    long logDegree,
    long batchSize,
    boolean powerBatching,
    List<Long> queries,
    List<Long> oodSamples,
    Optional<Rational> gap,
    long grindingBatching,
    List<Long> grindingQueries,
    List<Long> grindingOod) {
  private static final IntegerType LOG_LENGTH = new IntegerType(1, Limits.LOG_LENGTH);

  /** 2^κ functions are counted in 63 bits. */
  private static final IntegerType LOG_FACTOR = new IntegerType(1, 62);

  private static final IntegerType SAMPLES = new IntegerType(0, Limits.QUERIES);

  private static final Keys<StirWhirParameters> KEYS = new Keys<>(StirWhirParameters::of);

  /** Where challenges are drawn. */
  public static final Key<StirWhirParameters, Field> FIELD =
      KEYS.held(CommonKeys.FIELD, StirWhirParameters::field);

  /** μ_0. */
  public static final Key<StirWhirParameters, Long> LOG_INV_RATE =
      KEYS.required("log_inv_rate", LOG_LENGTH, StirWhirParameters::logInverseRate)
          .stepping(StirWhirParameters::nextRates)
          .meaning("log2 of 1/rho, for the rate rho of the initial code.")
          .moving("every term, proof size")
          .enters("ρ", "n", "log2 n", "D", "2^D");

  /** μ_0, ..., μ_M; the last polynomial is sent, yet has a rate. */
  public static final Key<StirWhirParameters, Optional<List<Long>>> LOG_INV_RATES =
      KEYS.optional(
              "whir_log_inv_rates",
              new ListType<>(
                  LOG_LENGTH,
                  elements(LOG_LENGTH, "one an iteration and one for the last polynomial"),
                  false),
              StirWhirParameters::logInverseRates)
          .meaning(
              "log2 of 1/rho of each iteration's code, that of log_inv_rate first, and of the last"
                  + " polynomial; left out: every domain has half the size of the one before.")
          .moving("every term but batching, proof size")
          .enters("ρ", "n", "log2 n", "D", "2^D");

  /** M; each iteration folds at least once. */
  public static final Key<StirWhirParameters, Long> NUM_ITERATIONS =
      KEYS.required("num_iterations", LOG_LENGTH, StirWhirParameters::iterations)
          .meaning("Number of iterations, each with its own code.")
          .in("iterations")
          .moving("which terms there are, proof size")
          .symbols("M");

  /** κ_0, ..., κ_(M−1). */
  public static final Key<StirWhirParameters, List<Long>> FOLDING_FACTORS =
      KEYS.required(
              "folding_factors", eachIteration(LOG_FACTOR), StirWhirParameters::foldingFactors)
          .stepping(StirWhirParameters::nextFactors)
          .meaning("log2 of the folding factor of each iteration.")
          .moving("every term but batching, proof size")
          .enters("ρ", "k", "n", "log2 n", "m", "2^m", "κ", "2^κ", "Σκ", "D", "2^D", "2^m_M");

  /** m_0. */
  public static final Key<StirWhirParameters, Long> LOG_DEGREE =
      KEYS.required("log_degree", LOG_LENGTH, StirWhirParameters::logDegree)
          .meaning("log2 of the number of coefficients of a committed polynomial.")
          .moving("every term but the queries', proof size")
          .enters("k", "n", "log2 n", "m", "2^m", "D", "2^D", "2^m_M", "λ", "2^λ");

  /** B. */
  public static final Key<StirWhirParameters, Long> BATCH_SIZE =
      KEYS.required("batch_size", IntegerType.POSITIVE, StirWhirParameters::batchSize)
          .meaning("Number of functions that are batched.")
          .in("functions")
          .moving("batching, proof size")
          .symbols("B");

  /** Whether batching takes powers of one challenge. */
  public static final Key<StirWhirParameters, Boolean> POWER_BATCHING =
      KEYS.required("power_batching", new BooleanType(), StirWhirParameters::powerBatching)
          .stepping(
              p ->
                  p.powerBatching
                      ? List.of(Map.of(StirWhirParameters.POWER_BATCHING.name(), false))
                      : List.of())
          .meaning(
              "Whether functions are batched by powers of one challenge, instead of independent"
                  + " challenges.")
          .moving("batching");

  /** t_0, ..., t_(M−1). */
  public static final Key<StirWhirParameters, List<Long>> NUM_QUERIES =
      KEYS.required("num_queries", eachIteration(IntegerType.QUERIES), StirWhirParameters::queries)
          .meaning("Number of queries of each iteration.")
          .in("queries")
          .moving("shifts, fin, proof size")
          .lever(10)
          .symbols("t");

  /** The samples of OOD(i), i = 1, ..., M − 1. */
  public static final Key<StirWhirParameters, List<Long>> NUM_OOD_SAMPLES =
      KEYS.required("num_ood_samples", allButTheLast(SAMPLES), StirWhirParameters::oodSamples)
          .meaning("Number of out-of-domain samples of each iteration but the last.")
          .in("samples")
          .moving("OOD, shifts, proof size")
          .lever(70)
          .symbols("w", "s")
          .enters("samples");

  static final Key<StirWhirParameters, Optional<Rational>> GAP =
      KEYS.held(CommonKeys.GAP_TO_RADIUS, StirWhirParameters::gap)
          .stepping(parameters -> CommonKeys.smallerGap(parameters.firstCode()));

  /** Proof-of-work of the batching phase. */
  public static final Key<StirWhirParameters, Long> GRINDING_BATCHING =
      KEYS.held(CommonKeys.GRINDING_BATCHING, StirWhirParameters::grindingBatching);

  /** Proof-of-work of the queries. */
  public static final Key<StirWhirParameters, List<Long>> GRINDING_QUERIES =
      KEYS.required(
              "grinding_bits_queries",
              eachIteration(IntegerType.GRINDING),
              StirWhirParameters::grindingQueries)
          .meaning("Proof-of-work before the queries of each iteration.")
          .in("bits")
          .moving("shifts, fin")
          .lever(20);

  /** Proof-of-work of the out-of-domain samples. */
  public static final Key<StirWhirParameters, List<Long>> GRINDING_OOD =
      KEYS.required(
              "grinding_bits_ood",
              allButTheLast(IntegerType.GRINDING),
              StirWhirParameters::grindingOod)
          .meaning("Proof-of-work before the out-of-domain samples of each iteration but the last.")
          .in("bits")
          .moving("OOD")
          .lever(60);

  /**
   * Checks each parameter, and that they fit together.
   *
   * @param field where challenges are drawn
   * @param logInverseRate μ_0, log2 of the initial code's inverse rate, ≥ 1
   * @param logInverseRates μ_0, ..., μ_M, M + 1 entries, the first μ_0, none below the one before
   *     or above it by more than κ_i; empty where each domain has half the size of the one before
   * @param iterations M, ≥ 1
   * @param foldingFactors κ_0, ..., κ_(M−1), log2 of how many each iteration folds to one, ≥ 1
   * @param logDegree m_0, log2 of the initial code's dimension, ≥ 1
   * @param batchSize B, the functions that are batched, ≥ 1
   * @param powerBatching whether they are batched by powers of one challenge
   * @param queries t_0, ..., t_(M−1), each ≥ 1
   * @param oodSamples the out-of-domain samples after each iteration but the last, M − 1 entries
   * @param gap the distance η to the Johnson radius, where it is pinned
   * @param grindingBatching bits of proof-of-work before the batching challenges, ≥ 0
   * @param grindingQueries bits before the queries of each iteration, M entries
   * @param grindingOod bits before each iteration's out-of-domain samples, M − 1 entries
   * @throws org.soundcalc.model.InvalidConfiguration if one is out of range, or they do not fit
   *     together
   */
  public StirWhirParameters {
    logInverseRates = logInverseRates.map(List::copyOf);
    foldingFactors = List.copyOf(foldingFactors);
    queries = List.copyOf(queries);
    oodSamples = List.copyOf(oodSamples);
    grindingQueries = List.copyOf(grindingQueries);
    grindingOod = List.copyOf(grindingOod);
    Invariants invariants =
        new Invariants()
            .check(LOG_INV_RATE, logInverseRate)
            .check(LOG_INV_RATES, logInverseRates)
            .check(NUM_ITERATIONS, iterations)
            .check(FOLDING_FACTORS, foldingFactors)
            .check(LOG_DEGREE, logDegree)
            .check(BATCH_SIZE, batchSize)
            .check(NUM_QUERIES, queries)
            .check(NUM_OOD_SAMPLES, oodSamples)
            .check(GAP, gap)
            .check(GRINDING_BATCHING, grindingBatching)
            .check(GRINDING_QUERIES, grindingQueries)
            .check(GRINDING_OOD, grindingOod);
    boolean leadsSomewhere =
        invariants.hold(LOG_DEGREE, LOG_INV_RATE, NUM_ITERATIONS, FOLDING_FACTORS, LOG_INV_RATES);
    requireEntries(invariants, FOLDING_FACTORS, foldingFactors, iterations, 0);
    requireEntries(invariants, NUM_QUERIES, queries, iterations, 0);
    requireEntries(invariants, NUM_OOD_SAMPLES, oodSamples, iterations, 1);
    requireEntries(invariants, GRINDING_QUERIES, grindingQueries, iterations, 0);
    requireEntries(invariants, GRINDING_OOD, grindingOod, iterations, 1);
    logInverseRates.ifPresent(
        rates -> requireEntries(invariants, LOG_INV_RATES, rates, iterations, -1));
    if (leadsSomewhere) {
      List<Long> factors =
          foldingFactors.subList(0, (int) Math.min(iterations, foldingFactors.size()));
      ScheduleRules rules = new ScheduleRules(invariants, field, logDegree, factors);
      rules.requireDegree(foldingFactors);
      if (logInverseRates.isPresent()) {
        rules.requireRates(logInverseRate, logInverseRates.get());
      } else {
        rules.requireHalving(logInverseRate);
      }
    }
    invariants.enforce();
  }

  /**
   * A list must have as many entries as there are iterations.
   *
   * @param fewer how many less it must have; below 0: how many more
   */
  private static void requireEntries(
      Invariants invariants, Key<?, ?> key, List<?> list, long iterations, int fewer) {
    if (invariants.hold(NUM_ITERATIONS, key)) {
      String part = fewer == 0 ? "" : (fewer > 0 ? " - " : " + ") + Math.abs(fewer);
      requireLength(invariants, key, list, iterations - fewer, NUM_ITERATIONS, part);
    }
  }

  /**
   * Requires that a list has the length that another key states.
   *
   * @param invariants where a list of another length is reported
   * @param key the list's
   * @param list the key's value, or what stands in it at {@code path}
   * @param length entries that it must have, ≥ 0
   * @param lengthKey the key that the length is from
   * @param part which part or difference of that key's value it is; empty for the whole
   * @param path indices into the key's value, from 0; none for the whole of it
   */
  public static void requireLength(
      Invariants invariants,
      Key<?, ?> key,
      List<?> list,
      long length,
      Key<?, ?> lengthKey,
      String part,
      Integer... path) {
    if (list.size() != length) {
      String message =
          "must have %s%s = %d %s, got %d"
              .formatted(lengthKey, part, length, length == 1 ? "entry" : "entries", list.size());
      invariants.add(Problem.of(message, key, lengthKey).at(path));
    }
  }

  /**
   * {@return the parameters that these values state}
   *
   * @param values of its keys, in a file or a record
   */
  public static StirWhirParameters of(Values<StirWhirParameters> values) {
    return new StirWhirParameters(
        values.get(FIELD),
        values.get(LOG_INV_RATE),
        values.get(LOG_INV_RATES),
        values.get(NUM_ITERATIONS),
        values.get(FOLDING_FACTORS),
        values.get(LOG_DEGREE),
        values.get(BATCH_SIZE),
        values.get(POWER_BATCHING),
        values.get(NUM_QUERIES),
        values.get(NUM_OOD_SAMPLES),
        values.get(GAP),
        values.get(GRINDING_BATCHING),
        values.get(GRINDING_QUERIES),
        values.get(GRINDING_OOD));
  }

  /**
   * {@return the keys of a commitment with these parameters, in the order of their reference}
   *
   * @param <P> the commitment
   * @param part from the commitment to these parameters
   * @param wither the commitment with others
   * @param together keys of the commitment, which can be changed at once
   * @param degree a key of the sumcheck's degree, where there is one
   * @param foldingGrinding the key of the proof-of-work before folds
   */
  public static <P> List<Key<P, ?>> keys(
      Function<P, StirWhirParameters> part,
      BiFunction<P, StirWhirParameters, P> wither,
      Keys<P> together,
      Optional<Key<P, ?>> degree,
      Key<P, ?> foldingGrinding) {
    List<Key<P, ?>> keys = new ArrayList<>();
    Stream.<Key<StirWhirParameters, ?>>of(
            LOG_INV_RATE,
            LOG_INV_RATES,
            NUM_ITERATIONS,
            FOLDING_FACTORS,
            LOG_DEGREE,
            BATCH_SIZE,
            POWER_BATCHING)
        .forEach(key -> keys.add(together.together(key.of(part, wither))));
    degree.ifPresent(keys::add);
    Stream.<Key<StirWhirParameters, ?>>of(NUM_QUERIES, NUM_OOD_SAMPLES, GAP, GRINDING_BATCHING)
        .forEach(key -> keys.add(together.together(key.of(part, wither))));
    keys.add(foldingGrinding);
    Stream.<Key<StirWhirParameters, ?>>of(GRINDING_QUERIES, GRINDING_OOD)
        .forEach(key -> keys.add(together.together(key.of(part, wither))));
    return List.copyOf(keys);
  }

  /**
   * {@return the same parameters over another field}
   *
   * @param other where challenges are drawn instead
   */
  public StirWhirParameters over(Field other) {
    return FIELD.with(this, other);
  }

  /** {@return the same parameters without any proof-of-work} */
  public StirWhirParameters withoutGrinding() {
    StirWhirParameters bare = GRINDING_BATCHING.with(this, 0L);
    bare = GRINDING_QUERIES.with(bare, Collections.nCopies(grindingQueries.size(), 0L));
    return GRINDING_OOD.with(bare, Collections.nCopies(grindingOod.size(), 0L));
  }

  private Code firstCode() {
    return new Code(field, Rate.ofLog2Inverse((int) logInverseRate), (int) logDegree, gap);
  }

  /** All rates that are stated. */
  private static List<Map<String, Object>> nextRates(StirWhirParameters p) {
    Map<String, Object> next = new LinkedHashMap<>();
    next.put(LOG_INV_RATE.name(), p.logInverseRate + 1);
    p.logInverseRates.ifPresent(
        rates ->
            next.put(
                LOG_INV_RATES.name(), Optional.of(rates.stream().map(rate -> rate + 1).toList())));
    return List.of(next);
  }

  /** With all that there is for each iteration, of those that are left. */
  private static List<Map<String, Object>> nextFactors(StirWhirParameters p) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (List<Long> factors : Schedule.neighbours(p.foldingFactors, p.logDegree)) {
      int number = factors.size();
      Map<String, Object> next = new LinkedHashMap<>();
      next.put(FOLDING_FACTORS.name(), factors);
      if (number < p.iterations) {
        next.put(NUM_ITERATIONS.name(), (long) number);
        next.put(NUM_QUERIES.name(), p.queries.subList(0, number));
        next.put(NUM_OOD_SAMPLES.name(), p.oodSamples.subList(0, number - 1));
        next.put(GRINDING_QUERIES.name(), p.grindingQueries.subList(0, number));
        next.put(GRINDING_OOD.name(), p.grindingOod.subList(0, number - 1));
        p.logInverseRates.ifPresent(
            rates -> next.put(LOG_INV_RATES.name(), Optional.of(rates.subList(0, number + 1))));
      }
      all.add(next);
    }
    return all;
  }

  /** {@return how functions are batched} */
  public Batching mode() {
    return powerBatching ? Batching.POWERS : Batching.AFFINE;
  }

  /** {@return the codes of its iterations} */
  public Schedule schedule() {
    return schedule(logDegree, logInverseRate, logInverseRates, foldingFactors);
  }

  /**
   * {@return the codes that these values state, whose lists may not fit each other; of
   * num_iterations at most: thousands of factors must not take numbers of their size}
   *
   * @param values of its keys, each valid by itself
   */
  public static Schedule schedule(Values<StirWhirParameters> values) {
    List<Long> factors = values.get(FOLDING_FACTORS);
    List<Long> known =
        factors.subList(0, (int) Math.min(values.get(NUM_ITERATIONS), factors.size()));
    // rates of another number are said to be wrong, and leave the usual ones to go on with
    return schedule(
        values.get(LOG_DEGREE),
        values.get(LOG_INV_RATE),
        values.get(LOG_INV_RATES).filter(rates -> rates.size() > known.size()),
        known);
  }

  private static Schedule schedule(
      long logDegree, long first, Optional<List<Long>> rates, List<Long> factors) {
    return Schedule.of(logDegree, rates.orElseGet(() -> Schedule.halving(first, factors)), factors);
  }

  private static <T> ListType<T> eachIteration(KeyType<T> element) {
    return new ListType<>(element, elements(element, "one an iteration"), false);
  }

  private static <T> ListType<T> allButTheLast(KeyType<T> element) {
    return new ListType<>(element, elements(element, "one an iteration but for the last"), true);
  }

  private static String elements(KeyType<?> element, String count) {
    return element.description().replaceFirst("an integer", "integers") + ", " + count;
  }
}
