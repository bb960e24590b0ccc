package org.soundcalc.search.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.soundcalc.Soundcalc;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Prepared;

/**
 * The search finds what trying every configuration finds: lists without a bound count for neither.
 */
class FoldingSearchTest {
  private static final String CIRCUIT =
      """
      [zkevm]
      name = "t"
      version = "1"
      protocol_family = "FRI_STARK"
      field = "%s"
      hash_size_bits = %d
      [[circuits]]
      name = "c"
      rho = 0.5
      trace_length = %d
      batch_size = %d
      power_batching = %b
      num_queries = 5
      fri_folding_factors = [2]
      fri_early_stop_degree = %d
      grinding_query_phase = 1
      grinding_deep = 0
      num_constraints = %d
      air_max_degree = %d
      opening_points = %d
      """;

  /** Over a dense FRI: unique decoding alone, a gap of no key, and no proof-of-work of folds. */
  private static final String JAGGED =
      """
      [zkevm]
      name = "t"
      version = "1"
      protocol_family = "JAGGED"
      field = "%s"
      hash_size_bits = %d
      [[circuits]]
      name = "c"
      rho = 0.5
      trace_length = %d
      trace_columns = %d
      dense_length = %d
      dense_batch = %d
      num_constraints = %d
      air_max_degree = %d
      power_batching = %b
      multilinear_batching = %b
      num_queries = 5
      fri_folding_factors = [2]
      fri_early_stop_degree = %d
      grinding_batching_phase = 2
      grinding_query_phase = 1
      """;

  private static final String LOOKUP =
      """
      [[circuits.lookups]]
      name = "l"
      logup_type = "%s"
      rows_L = %d
      rows_T = 16
      num_columns_S = 2
      num_lookups_M = 1
      grinding_bits_lookup = 1
      """;

  private static final List<String> FIELDS =
      List.of("Goldilocks", "BabyBear^2", "Goldilocks^2", "KoalaBear^4");

  private final Random random = new Random(20261126);
  private Accounting accounting = Accounting.SOUNDCALC;

  private Circuit circuit() {
    int logLength = 3 + random.nextInt(6);
    long length = 1L << logLength;
    return Soundcalc.parse(
            CIRCUIT.formatted(
                FIELDS.get(random.nextInt(FIELDS.size())),
                random.nextBoolean() ? 256 : 64,
                length,
                1 + random.nextInt(40),
                random.nextBoolean(),
                length,
                1 + random.nextInt(50),
                1 + random.nextInt(6),
                1 + random.nextInt(2)))
        .circuits()
        .get(0)
        .under(accounting);
  }

  private Circuit jagged() {
    long length = 1L << (3 + random.nextInt(6));
    boolean isMultilinear = random.nextInt(3) == 0;
    String file =
        JAGGED.formatted(
            FIELDS.get(random.nextInt(FIELDS.size())),
            random.nextBoolean() ? 256 : 64,
            length + random.nextInt(9),
            1 + random.nextInt(40),
            length,
            1 + random.nextInt(20),
            1 + random.nextInt(50),
            1 + random.nextInt(6),
            !isMultilinear && random.nextBoolean(),
            isMultilinear,
            length);
    String lookups =
        random.nextInt(3) > 0
            ? ""
            : LOOKUP.formatted(random.nextBoolean() ? "univariate" : "multivariate", length);
    return Soundcalc.parse(file + lookups).circuits().get(0);
  }

  private <T> List<T> some(List<T> all) {
    List<T> some = new ArrayList<>(all);
    some.removeIf(any -> random.nextInt(3) == 0);
    return some.isEmpty() ? List.of(all.get(0)) : some;
  }

  /** A space small enough to try all of. */
  private Space space(FoldingDesign design, long mostGrinding) {
    Map<String, List<?>> values = new HashMap<>();
    values.put(
        design.rateKey().label(),
        some(List.of(Rate.ofLog2Inverse(1), Rate.ofLog2Inverse(2), Rate.ofLog2Inverse(3))));
    long first = 1L + random.nextInt(8);
    values.put(
        design.queriesKey().label(), some(LongStream.range(first, first + 9).boxed().toList()));
    design
        .gapKey()
        .ifPresent(
            gap ->
                values.put(
                    gap.label(),
                    some(
                        List.of(
                            Optional.<Rational>empty(),
                            Optional.of(Rational.of(1, 10)),
                            Optional.of(Rational.of(1, 40)),
                            Optional.of(Rational.of(1, 200))))));
    for (Key<Circuit, ?> key : sites(design)) {
      values.put(
          key.label(),
          LongStream.rangeClosed(0, random.nextInt((int) mostGrinding + 1)).boxed().toList());
    }
    Schedules schedules =
        random.nextInt(3) > 0
            ? new Schedules.Any(new TreeSet<>(some(List.of(1, 2, 3))))
            : new Schedules.Listed(
                some(List.of(List.of(1), List.of(2, 1), List.of(1, 1, 1), List.of(3))));
    return new Space(values, Optional.of(schedules));
  }

  private static List<Key<Circuit, ?>> sites(FoldingDesign design) {
    Circuit circuit = design.with(design.layout());
    return circuit.keys().stream().filter(Sites::isSite).toList();
  }

  private static List<List<Integer>> schedules(Space space, int logDimension) {
    if (space.schedules().orElseThrow() instanceof Schedules.Listed listed) {
      return listed.each();
    }
    List<List<Integer>> all = new ArrayList<>();
    add(List.of(), logDimension, ((Schedules.Any) space.schedules().get()).logFactors(), all);
    return all;
  }

  private static void add(
      List<Integer> before, int left, Iterable<Integer> factors, List<List<Integer>> all) {
    for (int factor : factors) {
      if (factor <= left) {
        List<Integer> more = new ArrayList<>(before);
        more.add(factor);
        all.add(more);
        add(more, left - factor, factors, all);
      }
    }
  }

  /** What counts: of those that cost the same, the smallest proof. */
  private record Cost(double least, double size) implements Comparable<Cost> {
    static Cost of(Circuit circuit, Aim aim) {
      return new Cost(aim.cost(circuit, aim.least()), aim.cost(circuit, Axis.PROOF_SIZE));
    }

    @Override
    public int compareTo(Cost other) {
      int byLeast = Double.compare(least, other.least);
      return byLeast != 0 ? byLeast : Double.compare(size, other.size);
    }
  }

  /** The least cost of all configurations that have the bits, within the limits. */
  private static Optional<Cost> byTryingAll(
      Circuit circuit, Space space, Aim aim, List<Regime> regimes, boolean mostGrindingOnly) {
    FoldingDesign design = circuit.foldingDesign().orElseThrow();
    List<Circuit> ground = List.of(circuit);
    for (Key<Circuit, ?> key : sites(design)) {
      List<Long> bits = space.values(key, 0L);
      List<Long> tried = mostGrindingOnly ? bits.subList(bits.size() - 1, bits.size()) : bits;
      List<Circuit> next = new ArrayList<>();
      for (Circuit some : ground) {
        for (long value : tried) {
          next.add(set(key, some, value));
        }
      }
      ground = next;
    }
    Optional<Cost> least = Optional.empty();
    for (Circuit some : ground) {
      FoldingDesign its = some.foldingDesign().orElseThrow();
      Layout now = its.layout();
      for (Rate rate : space.<Rate>values(design.rateKey(), now.rate())) {
        for (Optional<Rational> gap : gaps(design, space)) {
          for (long queries : space.<Long>values(design.queriesKey(), now.queries())) {
            for (List<Integer> factors : schedules(space, design.logDimension())) {
              Layout layout =
                  new Layout(
                      rate, queries, factors, gap, now.grindingQueries(), now.grindingFolds());
              Optional<Cost> cost = cost(its, layout, aim, regimes);
              if (cost.isPresent() && (least.isEmpty() || cost.get().compareTo(least.get()) < 0)) {
                least = cost;
              }
            }
          }
        }
      }
    }
    return least;
  }

  private static List<Optional<Rational>> gaps(FoldingDesign design, Space space) {
    Optional<Rational> now = design.layout().gap();
    return design
        .gapKey()
        .map(key -> space.<Optional<Rational>>values(key, now))
        .orElse(List.of(now));
  }

  @SuppressWarnings("unchecked")
  private static Circuit set(Key<Circuit, ?> key, Circuit circuit, long value) {
    return ((Key<Circuit, Long>) key).with(circuit, value);
  }

  private static Optional<Cost> cost(
      FoldingDesign design, Layout layout, Aim aim, List<Regime> regimes) {
    if (layout.logFactors().stream().mapToInt(Integer::intValue).sum() > design.logDimension()) {
      return Optional.empty();
    }
    try {
      Circuit circuit = design.with(layout);
      if (!FoldPaths.within(aim.costs(circuit), aim.limits())) {
        return Optional.empty();
      }
      for (Regime regime : regimes) {
        Prepared prepared = Prepared.of(circuit, List.of(regime));
        boolean isBounded =
            prepared.terms(regime).stream()
                .noneMatch(
                    term ->
                        term.caveat().filter(c -> c.kind() == Caveat.Kind.LIST_BOUND).isPresent());
        if (isBounded && prepared.bits(regime).orElse(-1) >= aim.bits()) {
          return Optional.of(Cost.of(circuit, aim));
        }
      }
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** What is sent: any arity, caps, shared paths, and nonces larger than what a query opens. */
  private Circuit sent(Circuit circuit) {
    List<ProofFormat.Tree> trees =
        List.of(new ProofFormat.Tree(1 + random.nextInt(9), 1), new ProofFormat.Tree(1, 2));
    long arity = List.of(2L, 3L, 4L, 16L).get(random.nextInt(4));
    ProofFormat format =
        new ProofFormat(
            random.nextBoolean() ? Optional.of(trees) : Optional.empty(),
            arity,
            random.nextInt(arity > 4 ? 2 : 3),
            List.of(Optional.<String>empty(), Optional.of("separate"), Optional.of("shared"))
                .get(random.nextInt(3)),
            Optional.empty(),
            List.of(0L, 64L, 1000L, 5000L).get(random.nextInt(4)),
            1 + random.nextInt(2),
            Sizes.SENT);
    boolean isLarge = circuit.id().field().degree() >= 2;
    return circuit.with(circuit.id().sending(isLarge ? format : withoutTrees(format)));
  }

  private static ProofFormat withoutTrees(ProofFormat of) {
    return new ProofFormat(
        Optional.empty(),
        of.arity(),
        of.capLevels(),
        of.paths(),
        of.openedValues(),
        of.nonceBits(),
        of.rootHashes(),
        of.counted());
  }

  private void holdAgainstAll(int circuits, String regimeNames, List<Axis> axes, long grinding) {
    holdAgainstAll(circuits, regimeNames, axes, grinding, this::circuit);
  }

  private void holdAgainstAll(
      int circuits, String regimeNames, List<Axis> axes, long grinding, Supplier<Circuit> source) {
    List<Regime> regimes = Soundcalc.regimes(regimeNames);
    int found = 0;
    for (int i = 0; i < circuits; i++) {
      Circuit circuit = source.get();
      FoldingDesign design = circuit.foldingDesign().orElseThrow();
      Space space = space(design, grinding);
      boolean worst = random.nextBoolean();
      // up to the radius of unique decoding a query has less than one
      int mostBits = regimeNames.equals("udr") ? 8 : 28;
      Aim plain =
          new Aim(
              3 + random.nextInt(mostBits),
              axes.subList(0, 1),
              Map.of(),
              worst,
              OptionalInt.empty());
      Map<Axis, Double> most = new HashMap<>();
      axes.subList(1, axes.size())
          .forEach(
              axis -> most.put(axis, plain.cost(circuit, axis) * (0.7 + random.nextDouble() * 3)));
      Aim aim = new Aim(plain.bits(), plain.axes(), most, worst, OptionalInt.empty());
      boolean mostOnly = !aim.countsGrinding() && !aim.countsNonces(circuit);
      Optional<Cost> expected = byTryingAll(circuit, space, aim, regimes, mostOnly);
      Optimum optimum = new Optimizer(circuit, regimes).search(space, aim);
      Optional<Cost> least =
          optimum instanceof Optimum.Found best
              ? Optional.of(Cost.of(best.best().circuit(), aim))
              : Optional.empty();
      assertThat(least).as("%s %s %s", circuit.parameters(), space, aim).isEqualTo(expected);
      Findings bound = new Optimizer(circuit, regimes).complete(space, aim, Findings.Kind.BOUND);
      assertThat(bound.bound())
          .as("%s %s %s", circuit.parameters(), space, aim)
          .isLessThanOrEqualTo(expected.map(Cost::least).orElse(Double.POSITIVE_INFINITY));
      found += expected.isPresent() ? 1 : 0;
    }
    assertThat(found).isBetween(circuits / 5, circuits);
  }

  @Test
  void smallestProofIsThatOfTryingAll() {
    holdAgainstAll(12, "udr,jbr", List.of(Axis.PROOF_SIZE), 4);
  }

  /** Strictly, unique decoding is that of the opened code, which depends on the rate. */
  @Test
  void strictBoundsAreCountedAtEachRate() {
    accounting = Accounting.STRICT;
    holdAgainstAll(8, "udr,jbr", List.of(Axis.PROOF_SIZE), 4);
  }

  @Test
  void limitsOnOtherAxesAreObeyed() {
    holdAgainstAll(3, "udr,jbr", List.of(Axis.PROOF_SIZE, Axis.PROVER), 1);
    holdAgainstAll(3, "jbr", List.of(Axis.VERIFIER, Axis.MEMORY), 1);
    holdAgainstAll(2, "udr,jbr", List.of(Axis.GRINDING, Axis.PROOF_SIZE), 1);
  }

  @Test
  @Tag("thorough")
  void limitsOnAllOtherAxesAreObeyed() {
    holdAgainstAll(4, "udr,jbr", List.of(Axis.PROOF_SIZE, Axis.PROVER), 2);
    holdAgainstAll(4, "jbr", List.of(Axis.PROVER, Axis.PROOF_SIZE), 2);
    holdAgainstAll(4, "jbr", List.of(Axis.VERIFIER, Axis.MEMORY), 2);
    holdAgainstAll(4, "udr,jbr", List.of(Axis.GRINDING, Axis.PROOF_SIZE), 2);
  }

  /** A nonce may cost more than a query. */
  @Test
  void whatIsSentIsMinimised() {
    holdAgainstAll(8, "udr,jbr", List.of(Axis.PROOF_SIZE), 1, () -> sent(circuit()));
    holdAgainstAll(2, "jbr", List.of(Axis.PROVER, Axis.PROOF_SIZE), 1, () -> sent(circuit()));
  }

  @Test
  @Tag("thorough")
  void allThatIsSentIsMinimised() {
    holdAgainstAll(60, "udr,jbr", List.of(Axis.PROOF_SIZE), 2, () -> sent(circuit()));
    holdAgainstAll(20, "jbr", List.of(Axis.PROOF_SIZE, Axis.PROVER), 2, () -> sent(circuit()));
    holdAgainstAll(3, "jbr", List.of(Axis.PROVER, Axis.PROOF_SIZE), 2, () -> sent(circuit()));
  }

  @Test
  @Tag("thorough")
  void everyProvenRegimeIsSearched() {
    holdAgainstAll(188, "udr,jbr", List.of(Axis.PROOF_SIZE), 4);
    holdAgainstAll(20, "jbr-best", List.of(Axis.PROOF_SIZE), 4);
    holdAgainstAll(6, "dkt-johnson", List.of(Axis.PROOF_SIZE), 3);
  }

  /** Of a dense FRI below Jagged. */
  @Test
  void jaggedOverFriIsSearchedWhole() {
    holdAgainstAll(12, "udr", List.of(Axis.PROOF_SIZE), 3, this::jagged);
    holdAgainstAll(3, "udr", List.of(Axis.PROOF_SIZE, Axis.PROVER), 2, this::jagged);
    holdAgainstAll(3, "udr", List.of(Axis.MEMORY, Axis.VERIFIER), 2, this::jagged);
  }

  @Test
  @Tag("thorough")
  void allOfJaggedOverFriIsSearchedWhole() {
    holdAgainstAll(200, "udr", List.of(Axis.PROOF_SIZE), 3, this::jagged);
    holdAgainstAll(20, "udr", List.of(Axis.PROVER, Axis.PROOF_SIZE), 2, this::jagged);
    holdAgainstAll(20, "udr", List.of(Axis.PROOF_SIZE), 1, () -> sent(jagged()));
  }
}
