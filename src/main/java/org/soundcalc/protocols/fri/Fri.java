package org.soundcalc.protocols.fri;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Derivation;
import org.soundcalc.model.Field;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.QueryPhase;
import org.soundcalc.model.Rate;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.RateType;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.merkle.OpenedTree;
import org.soundcalc.protocols.merkle.TreeSizes;
import org.soundcalc.protocols.schedule.Schedule;
import org.soundcalc.protocols.stark.Commitment;
import org.soundcalc.protocols.stark.Stark;

/**
 * FRI over a batch of functions.
 *
 * @param folding the domain, and where folding leads from it
 * @param batchSize B, the functions that are batched, ≥ 1
 * @param powerBatching whether they are batched by powers of one challenge
 * @param multilinearBatching whether by multilinear coefficients, if not by powers
 * @param queries t, ≥ 1
 * @param gap the distance to the Johnson radius, where it is pinned
 * @param grindingQuery bits of proof-of-work before the queries
 * @param grindingCommit bits before each commit round's challenge
 * @param grindingBatching bits before the batching challenges
 */
public record Fri(
    Folding folding,
    long batchSize,
    boolean powerBatching,
    boolean multilinearBatching,
    long queries,
    Optional<Rational> gap,
    long grindingQuery,
    long grindingCommit,
    long grindingBatching)
    implements Commitment {
  private static final String END = "fri_early_stop_degree";

  private static final Keys<Fri> KEYS = new Keys<>(Fri::of).following(END, Fri::end);

  private static final Key<Fri, Field> FIELD = KEYS.held(CommonKeys.FIELD, Fri::field);

  /** ρ. */
  public static final Key<Fri, Rate> RHO =
      KEYS.required("rho", new RateType(), Fri::rate)
          .meaning("Rate of the initial code.")
          .moving("every term, proof size")
          .stepping(fri -> List.of(Map.of(Fri.RHO.name(), fri.rate().halved())))
          .symbols("ρ")
          .enters("n", "log2 n", "n_i", "D", "2^D", "⌈ρ · n_r⌉");

  /** N. */
  public static final Key<Fri, Long> LENGTH =
      KEYS.required("trace_length", new PowerOfTwoType(1), Fri::length)
          .meaning("Number of rows of the trace.")
          .in("rows")
          .moving("every term but the query phase, proof size")
          .symbols("k")
          .enters("n", "log2 n", "N", "log2 N", "n_i", "D", "2^D", "⌈ρ · n_r⌉", "λ", "2^λ");

  /** B. */
  public static final Key<Fri, Long> BATCH_SIZE =
      KEYS.required("batch_size", IntegerType.POSITIVE, Fri::batchSize)
          .meaning("Number of functions batched by FRI.")
          .in("functions")
          .moving("batching, proof size")
          .symbols("B")
          .enters("⌈log2 B⌉");

  /** Whether batching takes powers of one challenge. */
  public static final Key<Fri, Boolean> POWER_BATCHING =
      KEYS.required("power_batching", new BooleanType(), Fri::powerBatching)
          .stepping(Fri::independently)
          .meaning("Whether functions are batched by powers of one challenge.")
          .moving("batching");

  /** Whether batching takes multilinear coefficients. */
  public static final Key<Fri, Boolean> MULTILINEAR_BATCHING =
      KEYS.optional("multilinear_batching", new BooleanType(), false, Fri::multilinearBatching)
          .meaning(
              "Whether functions are batched by multilinear coefficients; left out or false, and"
                  + " without power_batching, by independent ones.")
          .moving("batching");

  /** t. */
  public static final Key<Fri, Long> NUM_QUERIES =
      KEYS.required("num_queries", IntegerType.QUERIES, Fri::queries)
          .meaning("Number of queries of the query phase.")
          .in("queries")
          .moving("query phase, proof size")
          .lever(10)
          .changed((fri, other) -> fri.with(other, fri.grindingQuery, fri.grindingCommit))
          .symbols("t");

  /** k_1, ..., k_r. */
  public static final Key<Fri, List<Long>> FOLDING_FACTORS =
      KEYS.required(
              "fri_folding_factors",
              new ListType<>(
                  new PowerOfTwoType(2), "powers of two of at least 2, one a round", false),
              Fri::foldingFactors)
          .stepping(Fri::nextFactors)
          .meaning("Folding factor of each round.")
          .moving("commit rounds, proof size")
          .symbols("k_i")
          .enters("k", "n_i", "D", "2^D", "r + 1", "⌈ρ · n_r⌉");

  /** The domain on which folding ends. */
  public static final Key<Fri, Long> EARLY_STOP =
      KEYS.required(END, IntegerType.POSITIVE, Fri::earlyStop)
          .meaning("Size of the domain at which folding ends.")
          .in("points")
          .moving("proof size");

  private static final Key<Fri, Optional<Rational>> GAP =
      KEYS.held(CommonKeys.GAP_TO_RADIUS, Fri::gap)
          .stepping(fri -> CommonKeys.smallerGap(fri.codes().get(0)));

  /** Proof-of-work of the query phase. */
  public static final Key<Fri, Long> GRINDING_QUERY =
      KEYS.optional("grinding_query_phase", IntegerType.GRINDING, 0L, Fri::grindingQuery)
          .meaning("Proof-of-work before the queries.")
          .in("bits")
          .moving("query phase")
          .lever(20)
          .changed((fri, other) -> fri.with(fri.queries, other, fri.grindingCommit));

  /** Proof-of-work of the commit phase. */
  public static final Key<Fri, Long> GRINDING_COMMIT =
      KEYS.optional("grinding_commit_phase", IntegerType.GRINDING, 0L, Fri::grindingCommit)
          .meaning("Proof-of-work before each commit round's challenge.")
          .in("bits")
          .moving("commit rounds")
          .lever(30)
          .changed((fri, other) -> fri.with(fri.queries, fri.grindingQuery, other));

  /** Proof-of-work of the batching phase. */
  public static final Key<Fri, Long> GRINDING_BATCHING =
      KEYS.held(CommonKeys.GRINDING_BATCHING, Fri::grindingBatching);

  /** The keys of a STARK over FRI. */
  static final List<Key<Circuit, ?>> OF_STARK =
      Stark.keys(
          Fri.class,
          List.of(
              RHO,
              LENGTH,
              BATCH_SIZE,
              POWER_BATCHING,
              MULTILINEAR_BATCHING,
              NUM_QUERIES,
              FOLDING_FACTORS,
              EARLY_STOP,
              GAP,
              GRINDING_QUERY,
              GRINDING_COMMIT,
              GRINDING_BATCHING));

  /**
   * Checks each parameter.
   *
   * @param folding the domain, and where folding leads from it
   * @param batchSize B, the functions that are batched, ≥ 1
   * @param powerBatching whether they are batched by powers of one challenge
   * @param multilinearBatching whether by multilinear coefficients, if not by powers
   * @param queries t, ≥ 1
   * @param gap the distance η to the Johnson radius, where it is pinned
   * @param grindingQuery bits of proof-of-work before the queries, ≥ 0
   * @param grindingCommit bits before each commit round's challenge, ≥ 0
   * @param grindingBatching bits before the batching challenges, ≥ 0
   * @throws org.soundcalc.model.InvalidConfiguration if one is out of range
   */
  public Fri {
    check(
            new Invariants(),
            batchSize,
            queries,
            gap,
            grindingQuery,
            grindingCommit,
            grindingBatching)
        .enforce();
  }

  private static Invariants check(
      Invariants invariants,
      long batchSize,
      long queries,
      Optional<Rational> gap,
      long grindingQuery,
      long grindingCommit,
      long grindingBatching) {
    return invariants
        .check(BATCH_SIZE, batchSize)
        .check(NUM_QUERIES, queries)
        .check(GAP, gap)
        .check(GRINDING_QUERY, grindingQuery)
        .check(GRINDING_COMMIT, grindingCommit)
        .check(GRINDING_BATCHING, grindingBatching);
  }

  /** The domain that the factors fold to; where there is none, what is stated. */
  private static long end(Values<Fri> values) {
    int logDomain = Long.numberOfTrailingZeros(values.get(LENGTH)) + values.get(RHO).log2Inverse();
    long end = Folding.end(logDomain, values.get(FOLDING_FACTORS));
    return end > 0 ? end : values.get(EARLY_STOP);
  }

  /**
   * {@return the parameters that these values state}
   *
   * @param values of its keys, in a file or a record
   */
  public static Fri of(Values<Fri> values) {
    Invariants invariants = new Invariants();
    Optional<Folding> folding = invariants.part(() -> folding(values));
    long batchSize = values.get(BATCH_SIZE);
    long queries = values.get(NUM_QUERIES);
    Optional<Rational> gap = values.get(GAP);
    long grindingQuery = values.get(GRINDING_QUERY);
    long grindingCommit = values.get(GRINDING_COMMIT);
    long grindingBatching = values.get(GRINDING_BATCHING);
    check(invariants, batchSize, queries, gap, grindingQuery, grindingCommit, grindingBatching)
        .enforce();
    return new Fri(
        folding.orElseThrow(),
        batchSize,
        values.get(POWER_BATCHING),
        values.get(MULTILINEAR_BATCHING),
        queries,
        gap,
        grindingQuery,
        grindingCommit,
        grindingBatching);
  }

  private static Folding folding(Values<Fri> values) {
    return new Folding(
        values.get(FIELD),
        values.get(RHO),
        values.get(LENGTH),
        values.get(FOLDING_FACTORS),
        values.get(EARLY_STOP));
  }

  /** In place of powers of one challenge, or of multilinear coefficients. */
  private static List<Map<String, Object>> independently(Fri fri) {
    return fri.mode() == Batching.AFFINE
        ? List.of()
        : List.of(Map.of(POWER_BATCHING.name(), false, MULTILINEAR_BATCHING.name(), false));
  }

  private static List<Map<String, Object>> nextFactors(Fri fri) {
    List<Long> logs =
        fri.foldingFactors().stream().map(k -> (long) Long.numberOfTrailingZeros(k)).toList();
    return Schedule.neighbours(logs, fri.logDimension()).stream()
        .map(next -> next.stream().map(log -> 1L << log).toList())
        .<Map<String, Object>>map(factors -> Map.of(FOLDING_FACTORS.name(), factors))
        .toList();
  }

  /** Spelled out, since searches try other values of no keys as often as of these. */
  private Fri with(long otherQueries, long otherGrindingQuery, long otherGrindingCommit) {
    return new Fri(
        folding,
        batchSize,
        powerBatching,
        multilinearBatching,
        otherQueries,
        gap,
        otherGrindingQuery,
        otherGrindingCommit,
        grindingBatching);
  }

  /** The same commitment, laid out otherwise: where folding ends follows. */
  Fri with(Layout layout) {
    List<Long> factors = layout.logFactors().stream().map(log -> 1L << log).toList();
    int logDomain = logDimension() + layout.rate().log2Inverse();
    long end = Folding.end(logDomain, factors);
    return new Fri(
        new Folding(field(), layout.rate(), length(), factors, end),
        batchSize,
        powerBatching,
        multilinearBatching,
        layout.queries(),
        layout.gap(),
        layout.grindingQueries(),
        layout.grindingFolds(),
        grindingBatching);
  }

  @Override
  public Field field() {
    return folding.field();
  }

  @Override
  public Rate rate() {
    return folding.rate();
  }

  /** {@return N, the committed code's dimension, a power of two} */
  public long length() {
    return folding.length();
  }

  /** {@return k_1, ..., k_r, powers of two of at least 2} */
  public List<Long> foldingFactors() {
    return folding.factors();
  }

  /** {@return the size of the domain on which folding ends} */
  public long earlyStop() {
    return folding.end();
  }

  @Override
  public Optional<FoldingDesign> foldingDesign(Frame frame) {
    return Optional.of(new FriDesign(this, frame));
  }

  @Override
  public List<Key<Circuit, ?>> keysOfStark() {
    return OF_STARK;
  }

  @Override
  public Fri over(Field other) {
    return FIELD.with(this, other);
  }

  @Override
  public List<Code> codes() {
    return List.of(new Code(field(), rate(), logDimension(), gap));
  }

  @Override
  public int logDimension() {
    return Long.numberOfTrailingZeros(folding.length());
  }

  /** {@return log2 of the evaluation domain's size N/ρ} */
  public int logDomain() {
    return logDimension() + rate().log2Inverse();
  }

  /** {@return how functions are batched} */
  public Batching mode() {
    if (powerBatching) {
      return Batching.POWERS;
    }
    return multilinearBatching ? Batching.MULTILINEAR : Batching.AFFINE;
  }

  @Override
  public Set<String> termNames() {
    return FriTerms.names(foldingFactors().size());
  }

  /** Without making all names: every change of a parameter asks. */
  @Override
  public boolean hasTerm(String name) {
    return FriTerms.has(foldingFactors().size(), name);
  }

  @Override
  public List<Term> terms(List<CodeBounds> bounds) {
    return new FriErrors(this, bounds.get(0)).terms();
  }

  @Override
  public Optional<Term> term(String name, List<CodeBounds> bounds) {
    return new FriErrors(this, bounds.get(0)).term(name);
  }

  @Override
  public List<Derivation> derivations() {
    return FriDerivations.of(this);
  }

  @Override
  public List<GrindingSite> grindingSites() {
    List<GrindingSite> sites = new ArrayList<>();
    if (batchSize > 1) {
      sites.add(GrindingSite.of(FriTerms.BATCHING, grindingBatching, 1));
    }
    if (!foldingFactors().isEmpty()) {
      sites.add(GrindingSite.of("commit rounds", grindingCommit, foldingFactors().size()));
    }
    sites.add(GrindingSite.of(FriTerms.QUERY_PHASE, grindingQuery, 1));
    return sites;
  }

  @Override
  public Fri withoutGrinding() {
    Fri bare = GRINDING_QUERY.with(this, 0L);
    return GRINDING_BATCHING.with(GRINDING_COMMIT.with(bare, 0L), 0L);
  }

  @Override
  public Optional<QueryPhase> queryPhase() {
    return Optional.of(new QueryPhase(rate(), queries, (int) grindingQuery));
  }

  @Override
  public List<OpenedTree> trees() {
    return FriProof.trees(this);
  }

  @Override
  public List<SizePart> sizeParts(TreeSizes sizes) {
    return FriProof.sizeParts(this, sizes);
  }

  @Override
  public List<CostPart> costParts(int hashRateBits) {
    return FriProof.costParts(this, hashRateBits);
  }
}
