package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Field;
import org.soundcalc.model.GuruswamiSudan;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.schedule.IterationCosts;
import org.soundcalc.protocols.schedule.Schedule;

/**
 * WHIR over the stacked matrix: as many rounds as there are entries of its queries, under the one
 * regime that it is configured for.
 *
 * @param field of the challenges
 * @param skip l_skip: log2 of the rows that the univariate round covers, ≥ 0
 * @param variables n_stack: the multilinear variables beside them, ≥ 0
 * @param width w: columns of the matrix, ≥ 1
 * @param logBlowup μ_0: log2 of 1/ρ, ≥ 1
 * @param foldingGrinding bits of proof-of-work before each fold's challenge
 * @param muGrinding bits before the challenge that batches the columns
 * @param queryGrinding bits before each round's queries
 * @param queries t_0, ..., t_(M−1), each ≥ 1
 * @param explicitRegime {@value #UNIQUE} or {@value #LIST}
 * @param multiplicity m of the list decoder, ≥ 1; ignored under unique decoding
 */
record StackedWhir(
    Field field,
    long skip,
    long variables,
    long width,
    long logBlowup,
    long foldingGrinding,
    long muGrinding,
    long queryGrinding,
    List<Long> queries,
    String explicitRegime,
    Optional<Long> multiplicity) {
  /** Unique decoding, as files spell it. */
  static final String UNIQUE = "unique";

  /** The Johnson bound, as files spell it. */
  static final String LIST = "list";

  /** κ: folds of a round. */
  static final int FOLDS = 4;

  /** Of the round polynomials of the sumchecks that go with the folds. */
  static final int SUMCHECK_DEGREE = 3;

  /** The largest logarithm of a length. */
  static final IntegerType LOG = new IntegerType(0, Limits.LOG_LENGTH);

  private static final Keys<StackedWhir> KEYS = new Keys<>(StackedWhir::of);

  private static final Key<StackedWhir, Field> FIELD =
      KEYS.held(CommonKeys.FIELD, StackedWhir::field);

  static final Key<StackedWhir, Long> L_SKIP =
      KEYS.required("l_skip", LOG, StackedWhir::skip)
          .meaning("log2 of the number of rows that the univariate round covers.")
          .moving("every term but gkr_sumcheck and gkr_batching, proof size")
          .enters(
              "σ",
              "N",
              "x",
              "r",
              "2^q",
              "2^(deg−1)",
              "D",
              "R",
              "H − l_skip",
              "2^(m_0 − 4M)",
              "n",
              "log2 n",
              "m",
              "2^m",
              "2^D",
              "2^m_M");

  static final Key<StackedWhir, Long> N_STACK =
      KEYS.required("n_stack", LOG, StackedWhir::variables)
          .meaning(
              "Number of multilinear variables of the stacked matrix: log2 of its rows minus"
                  + " l_skip.")
          .moving("whir and its parts, proof size")
          .symbols("v")
          .enters(
              "N",
              "r",
              "2^q",
              "2^(deg−1)",
              "D",
              "2^(m_0 − 4M)",
              "n",
              "log2 n",
              "m",
              "2^m",
              "2^D",
              "2^m_M");

  static final Key<StackedWhir, Long> W_STACK =
      KEYS.required("w_stack", IntegerType.POSITIVE, StackedWhir::width)
          .meaning("Number of columns of the stacked matrix.")
          .in("columns")
          .moving("whir_mu_batching, whir, proof size")
          .symbols("w")
          .enters("B");

  static final Key<StackedWhir, Long> LOG_BLOWUP =
      KEYS.required("log_blowup", new IntegerType(1, Limits.LOG_LENGTH), StackedWhir::logBlowup)
          .stepping(whir -> List.of(Map.of(StackedWhir.LOG_BLOWUP.name(), whir.logBlowup + 1)))
          .meaning("log2 of 1/rho, for the rate rho of the stacked columns' code.")
          .moving("every term but gkr_sumcheck and gkr_batching, proof size")
          .enters("ρ", "N", "r", "2^q", "D", "n", "log2 n", "2^D");

  static final Key<StackedWhir, Long> FOLDING_POW =
      KEYS.required("whir_folding_pow_bits", IntegerType.GRINDING, StackedWhir::foldingGrinding)
          .meaning("Proof-of-work before each fold's challenge.")
          .in("bits")
          .moving("whir_proximity_gaps, whir_sumcheck, whir_fold_rbr, whir")
          .lever(30);

  static final Key<StackedWhir, Long> MU_POW =
      KEYS.required("whir_mu_pow_bits", IntegerType.GRINDING, StackedWhir::muGrinding)
          .meaning("Proof-of-work before the challenge that batches the stacked columns.")
          .in("bits")
          .moving("whir_mu_batching, whir")
          .lever(40);

  /** Left out, what OpenVM 2.0.0 has everywhere. */
  static final Key<StackedWhir, Long> QUERY_POW =
      KEYS.optional(
              "whir_query_phase_pow_bits", IntegerType.GRINDING, 20L, StackedWhir::queryGrinding)
          .meaning("Proof-of-work before each round's queries.")
          .in("bits")
          .moving("whir_query, whir_shift_rbr, whir")
          .alsoIn(LogUp.TABLE)
          .lever(20);

  static final Key<StackedWhir, List<Long>> NUM_QUERIES =
      KEYS.required(
              "whir_num_queries",
              new ListType<>(IntegerType.QUERIES, "integers from 1 to " + Limits.QUERIES, false),
              StackedWhir::queries)
          .meaning("Number of queries of each round of WHIR; a round folds 4 times.")
          .in("queries")
          .moving("whir and its parts, proof size")
          .lever(10)
          .symbols("t")
          .enters("M", "2^(m_0 − 4M)", "2^m_M");

  static final Key<StackedWhir, String> EXPLICIT_REGIME =
      KEYS.required("explicit_regime", ChoiceType.of(UNIQUE, LIST), StackedWhir::explicitRegime)
          .meaning("The regime that the circuit is configured for: unique for UDR, list for JBR.")
          .moving("which regime applies, and most terms");

  static final Key<StackedWhir, Optional<Long>> EXPLICIT_M =
      KEYS.optional("explicit_m", IntegerType.POSITIVE, StackedWhir::multiplicity)
          .stepping(
              whir ->
                  whir.multiplicity.stream()
                      .<Map<String, Object>>map(
                          m -> Map.of(StackedWhir.EXPLICIT_M.name(), Optional.of(m + 1)))
                      .toList())
          .meaning("Multiplicity m of the list decoder; needed under explicit_regime = \"list\".")
          .moving("every term but gkr_sumcheck and gkr_batching")
          .symbols("m");

  /** Those of a circuit, in the order of their reference. */
  static Stream<Key<StackedWhir, ?>> keys() {
    return Stream.of(
        L_SKIP,
        N_STACK,
        W_STACK,
        LOG_BLOWUP,
        FOLDING_POW,
        MU_POW,
        QUERY_POW,
        NUM_QUERIES,
        EXPLICIT_REGIME,
        EXPLICIT_M);
  }

  /** Checks each parameter, and that they fit together. */
  StackedWhir {
    queries = List.copyOf(queries);
    Invariants invariants =
        new Invariants()
            .check(L_SKIP, skip)
            .check(N_STACK, variables)
            .check(W_STACK, width)
            .check(LOG_BLOWUP, logBlowup)
            .check(FOLDING_POW, foldingGrinding)
            .check(MU_POW, muGrinding)
            .check(QUERY_POW, queryGrinding)
            .check(NUM_QUERIES, queries)
            .check(EXPLICIT_REGIME, explicitRegime)
            .check(EXPLICIT_M, multiplicity);
    if (invariants.hold(L_SKIP, N_STACK)) {
      requireFolds(invariants, queries.size(), skip + variables);
    }
    if (invariants.hold(L_SKIP, N_STACK, LOG_BLOWUP)) {
      requireDomain(invariants, skip + variables + logBlowup - FOLDS, field);
    }
    if (explicitRegime.equals(LIST)) {
      requireMultiplicity(invariants, multiplicity, logBlowup);
    }
    invariants.enforce();
  }

  /** 4·M ≤ m_0. */
  private static void requireFolds(Invariants invariants, int rounds, long logHeight) {
    invariants.require(
        (long) FOLDS * rounds <= logHeight,
        () ->
            "must have fewer entries: %d rounds fold %d times, but l_skip + n_stack = %d"
                .formatted(rounds, (long) FOLDS * rounds, logHeight),
        NUM_QUERIES,
        L_SKIP,
        N_STACK);
  }

  /** Degrees fall faster than rates, so that the first round's domain is the largest. */
  private static void requireDomain(Invariants invariants, long logDomain, Field field) {
    invariants.require(
        logDomain <= field.twoAdicity(),
        () ->
            ("with l_skip and log_blowup makes a folded domain of 2^%d points, beyond the"
                    + " 2-adicity %d of %s")
                .formatted(logDomain, field.twoAdicity(), field.tomlName()),
        N_STACK,
        L_SKIP,
        LOG_BLOWUP,
        FIELD);
  }

  /** m leaves a proximity parameter at the first rate: it is the highest, and the hardest. */
  private static void requireMultiplicity(
      Invariants invariants, Optional<Long> multiplicity, long logBlowup) {
    invariants.require(
        multiplicity.isPresent(),
        () ->
            "is missing: explicit_regime = \"list\" needs the decoder's multiplicity (must be %s)"
                .formatted(EXPLICIT_M.type().description()),
        EXPLICIT_M,
        EXPLICIT_REGIME);
    if (invariants.hold(EXPLICIT_M, LOG_BLOWUP)) {
      long m = multiplicity.orElseThrow();
      invariants.require(
          GuruswamiSudan.leavesProximityParameter(Rate.ofLog2Inverse((int) logBlowup), m),
          () ->
              "must be larger at log_blowup = %d: sqrt(rho)*(1 + 1/(2m)) must be below 1, got %d"
                  .formatted(logBlowup, m),
          EXPLICIT_M,
          EXPLICIT_REGIME,
          LOG_BLOWUP);
    }
  }

  /** The parameters that these values state. */
  static StackedWhir of(Values<StackedWhir> values) {
    return new StackedWhir(
        values.get(FIELD),
        values.get(L_SKIP),
        values.get(N_STACK),
        values.get(W_STACK),
        values.get(LOG_BLOWUP),
        values.get(FOLDING_POW),
        values.get(MU_POW),
        values.get(QUERY_POW),
        values.get(NUM_QUERIES),
        values.get(EXPLICIT_REGIME),
        values.get(EXPLICIT_M));
  }

  StackedWhir over(Field other) {
    return FIELD.with(this, other);
  }

  StackedWhir withoutGrinding() {
    return QUERY_POW.with(MU_POW.with(FOLDING_POW.with(this, 0L), 0L), 0L);
  }

  /** m_0 = l_skip + n_stack: log2 of the matrix's rows. */
  int logHeight() {
    return (int) (skip + variables);
  }

  /** σ = 2^l_skip − 1: the largest degree of a column over the rows of the univariate round. */
  BigInteger skipDegree() {
    return BigInteger.ONE.shiftLeft((int) skip).subtract(BigInteger.ONE);
  }

  /**
   * As of any WHIR whose domains halve: a sample out of the domain of every word but the first, and
   * round polynomials of degree 3.
   */
  List<CostPart> costParts(int hashRateBits) {
    List<Long> factors = Collections.nCopies(queries.size(), (long) FOLDS);
    Schedule schedule = Schedule.of(logHeight(), Schedule.halving(logBlowup, factors), factors);
    return new IterationCosts(field, hashRateBits).parts(schedule, width, queries, this::sumchecks);
  }

  private Optional<CostPart> sumchecks(Schedule.Iteration round) {
    int before = round.index() - 1;
    return Optional.of(
        before < 0
            ? IterationCosts.sumchecks(field, round, SUMCHECK_DEGREE, 0, 0)
            : IterationCosts.sumchecks(field, round, SUMCHECK_DEGREE, queries.get(before), 1));
  }

  /** With each other number of rounds, the queries of those that there are not as the last. */
  List<StackedWhir> withOtherRounds() {
    return IntStream.rangeClosed(1, logHeight() / FOLDS)
        .filter(rounds -> rounds != queries.size())
        .mapToObj(
            rounds ->
                IntStream.range(0, rounds)
                    .mapToObj(i -> queries.get(Math.min(i, queries.size() - 1)))
                    .toList())
        .map(others -> NUM_QUERIES.with(this, others))
        .toList();
  }

  /** How far the proximity parameter of the configured regime reaches. */
  Decoding decoding() {
    return explicitRegime.equals(LIST) ? Decoding.LIST : Decoding.UNIQUE;
  }

  /** What the configured regime says of the codes of rate 2^-{@code logInverseRate}. */
  SwirlCodeBounds bounds(int logInverseRate) {
    Rate rate = Rate.ofLog2Inverse(logInverseRate);
    return explicitRegime.equals(LIST)
        ? new SwirlCodeBounds.Johnson(multiplicity.orElseThrow(), rate)
        : new SwirlCodeBounds.Unique(rate);
  }
}
