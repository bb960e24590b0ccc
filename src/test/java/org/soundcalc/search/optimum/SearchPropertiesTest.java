package org.soundcalc.search.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.soundcalc.Soundcalc;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.search.Prepared;

/** What holds of searches whatever the circuit: more room, fewer bits, wider limits never cost. */
class SearchPropertiesTest {
  private static final List<Regime> REGIMES = Soundcalc.regimes("udr,jbr");

  private static final String HEAD =
      """
      [zkevm]
      name = "t"
      version = "1"
      protocol_family = "%s"
      field = "%s"
      hash_size_bits = 256
      [[circuits]]
      name = "c"
      batch_size = %d
      power_batching = true
      num_constraints = 9
      air_max_degree = 3
      opening_points = 1
      """;

  private static final String FOLDING =
      """
      rho = 0.5
      trace_length = %1$d
      num_queries = 5
      fri_folding_factors = [2]
      fri_early_stop_degree = %1$d
      grinding_query_phase = 0
      grinding_deep = 0
      """;

  private static final String ITERATED =
      """
      log_inv_rate = 1
      num_iterations = 1
      folding_factors = [1]
      log_degree = %d
      num_queries = [5]
      num_ood_samples = []
      grinding_batching_phase = 0
      grinding_bits_queries = [0]
      grinding_bits_ood = []
      %s
      """;

  /** A circuit, and how far its keys move: to the last rate, number of queries and so on. */
  record Sample(Circuit circuit, Reach reach) {
    Optional<Point> best(Reach within, Aim aim) {
      return new Optimizer(circuit, REGIMES)
          .find(within.space(circuit), aim)
          .map(Optimum.Found::best);
    }

    double size(Point point, boolean worst) {
      return aim(0, worst, Map.of()).cost(point.circuit(), Axis.PROOF_SIZE);
    }
  }

  /** The ends of domains: whatever is larger holds all that is smaller. */
  record Reach(int rates, int queries, int grinding, int folds) {
    Reach plus(Reach more) {
      return new Reach(
          rates + more.rates, queries + more.queries, grinding + more.grinding, folds + more.folds);
    }

    Space space(Circuit circuit) {
      Map<String, List<?>> values = new HashMap<>();
      List<Long> bits = LongStream.rangeClosed(0, grinding).boxed().toList();
      circuit.keys().stream().filter(Sites::isSite).forEach(site -> values.put(site.label(), bits));
      List<Long> asked = LongStream.rangeClosed(1, queries).boxed().toList();
      List<Long> logs = LongStream.rangeClosed(1, rates).boxed().toList();
      if (circuit.foldingDesign().isPresent()) {
        FoldingDesign design = circuit.foldingDesign().get();
        values.put(
            design.rateKey().label(),
            logs.stream().map(log -> Rate.ofLog2Inverse(log.intValue())).toList());
        values.put(design.queriesKey().label(), asked);
        design.gapKey().ifPresent(key -> values.put(key.label(), List.of()));
      } else {
        IteratedDesign design = circuit.iteratedDesign().orElseThrow();
        values.put(design.rateKey().label(), logs);
        values.put(design.queriesKey().label(), asked);
        values.put(design.samplesKey().label(), List.of(0L, 1L, 2L));
        values.put(design.grindingQueriesKey().label(), bits);
      }
      List<Integer> factors =
          LongStream.rangeClosed(1, folds).mapToObj(factor -> (int) factor).toList();
      return new Space(values, Optional.of(new Schedules.Any(new TreeSet<>(factors))));
    }
  }

  private static Aim aim(long bits, boolean worst, Map<Axis, Double> most) {
    return new Aim(bits, List.of(Axis.PROOF_SIZE), most, worst, OptionalInt.empty());
  }

  private static Circuit circuit(String family, String field, int batch, int logLength) {
    String body =
        family.equals("FRI_STARK")
            ? FOLDING.formatted(1L << logLength)
            : ITERATED.formatted(
                logLength,
                family.equals("WHIR")
                    ? "constraint_degree = 3\ngrinding_bits_folding = [[0]]"
                    : "grinding_bits_folding = 0");
    return Soundcalc.parse(HEAD.formatted(family, field, batch) + body).circuits().get(0);
  }

  @Provide
  Arbitrary<Reach> reaches() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(5, 40),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(1, 2))
        .as(Reach::new);
  }

  @Provide
  Arbitrary<Reach> more() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 2))
        .as(Reach::new);
  }

  @Provide
  Arbitrary<Sample> samples() {
    Arbitrary<Circuit> circuits =
        Combinators.combine(
                Arbitraries.of("FRI_STARK", "WHIR", "STIR"),
                Arbitraries.of("Goldilocks^2", "KoalaBear^4", "KoalaBear^6"),
                Arbitraries.integers().between(1, 40),
                Arbitraries.integers().between(4, 9))
            .as(SearchPropertiesTest::circuit);
    return Combinators.combine(circuits, reaches()).as(Sample::new);
  }

  @Property(seed = "20261127", tries = 80)
  void aLargerSpaceIsNeverWorse(
      @ForAll("samples") Sample sample,
      @ForAll("more") Reach more,
      @ForAll @IntRange(min = 1, max = 60) int bits,
      @ForAll boolean worst) {
    Aim aim = aim(bits, worst, Map.of());
    Optional<Point> small = sample.best(sample.reach, aim);
    Optional<Point> large = sample.best(sample.reach.plus(more), aim);
    small.ifPresent(
        point ->
            assertThat(sample.size(large.orElseThrow(), worst))
                .isLessThanOrEqualTo(sample.size(point, worst)));
  }

  @Property(seed = "20261127", tries = 80)
  void moreBitsAreNeverSmaller(
      @ForAll("samples") Sample sample,
      @ForAll @IntRange(min = 1, max = 60) int bits,
      @ForAll @IntRange(min = 1, max = 8) int more,
      @ForAll boolean worst) {
    Optional<Point> few = sample.best(sample.reach, aim(bits, worst, Map.of()));
    Optional<Point> many = sample.best(sample.reach, aim((long) bits + more, worst, Map.of()));
    many.ifPresent(
        point -> {
          assertThat(point.bits()).isGreaterThanOrEqualTo(bits + more);
          assertThat(sample.size(point, worst))
              .isGreaterThanOrEqualTo(sample.size(few.orElseThrow(), worst));
        });
  }

  /** Of all axes but proof-of-work, whose least is known at the end alone. */
  @Property(seed = "20261127", tries = 80)
  void limitsAreObeyedAndNarrowerOnesAreNeverBetter(
      @ForAll("samples") Sample sample,
      @ForAll @IntRange(min = 1, max = 50) int bits,
      @ForAll("limited") Axis axis,
      @ForAll @IntRange(min = 30, max = 99) int percent) {
    Aim free = aim(bits, true, Map.of());
    Optional<Point> best = sample.best(sample.reach, free);
    if (best.isPresent()) {
      double wide = free.cost(best.get().circuit(), axis);
      Map<Axis, Double> limits = Map.of(axis, wide * percent / 100);
      Optional<Point> limited = sample.best(sample.reach, aim(bits, true, limits));
      limited.ifPresent(
          point -> {
            assertThat(free.cost(point.circuit(), axis)).isLessThanOrEqualTo(limits.get(axis));
            assertThat(sample.size(point, true))
                .isGreaterThanOrEqualTo(sample.size(best.get(), true));
          });
      Optional<Point> same = sample.best(sample.reach, aim(bits, true, Map.of(axis, wide)));
      assertThat(same.map(point -> sample.size(point, true)))
          .contains(sample.size(best.get(), true));
    }
  }

  @Provide
  Arbitrary<Axis> limited() {
    return Arbitraries.of(Axis.PROVER, Axis.VERIFIER, Axis.MEMORY);
  }

  /** From wherever a search starts, the space has one least size. */
  @Property(seed = "20261127", tries = 60)
  void theOptimumOfTheOptimumIsItself(
      @ForAll("samples") Sample sample,
      @ForAll @IntRange(min = 1, max = 60) int bits,
      @ForAll boolean worst) {
    Aim aim = aim(bits, worst, Map.of());
    sample
        .best(sample.reach, aim)
        .ifPresent(
            best -> {
              Sample again = new Sample(best.circuit(), sample.reach);
              Point same = again.best(sample.reach, aim).orElseThrow();
              assertThat(sample.size(same, worst)).isEqualTo(sample.size(best, worst));
            });
  }

  /**
   * Of a term that is said to have too few bits wherever in the space: no point that is drawn from
   * it has more, and what is said to lift it does.
   */
  @Property(seed = "20261127", tries = 60)
  void noPointIsAboveACeilingAndEachCureLifts(
      @ForAll("samples") Sample sample,
      @ForAll @IntRange(min = 60, max = 200) int bits,
      @ForAll long seed) {
    Aim aim = aim(bits, true, Map.of());
    for (Reason.Ceiling ceiling : ceilings(sample.circuit, sample.reach, aim)) {
      assertThat(ceiling.bits()).isLessThan(bits);
      Random random = new Random(seed);
      for (int i = 0; i < POINTS && sample.circuit.foldingDesign().isPresent(); i++) {
        assertThat(most(point(sample, random), ceiling.term()))
            .as(ceiling.term())
            .isLessThanOrEqualTo(ceiling.bits());
      }
      for (Reason.Cure cure : ceiling.cures()) {
        if (cure.key().equals(CommonKeys.FIELD.name()) && cure.bits() >= bits) {
          Circuit cured =
              CommonKeys.FIELD.with(
                  sample.circuit, Field.parse(cure.value().replace("\"", "")).orElseThrow());
          assertThat(ceilings(cured, sample.reach, aim))
              .extracting(Reason.Ceiling::term)
              .doesNotContain(ceiling.term());
        }
      }
    }
  }

  /** Points that are drawn for each ceiling. */
  private static final int POINTS = 12;

  private static List<Reason.Ceiling> ceilings(Circuit circuit, Reach reach, Aim aim) {
    Optimum found = new Optimizer(circuit, REGIMES).search(reach.space(circuit), aim);
    return found instanceof Optimum.None none
        ? none.reasons().stream()
            .filter(Reason.Ceiling.class::isInstance)
            .map(Reason.Ceiling.class::cast)
            .toList()
        : List.of();
  }

  /** The most bits of a term under any regime. */
  private static long most(Circuit circuit, String term) {
    return REGIMES.stream()
        .flatMap(regime -> Prepared.of(circuit, List.of(regime)).terms(regime).stream())
        .filter(its -> its.name().equals(term))
        .mapToLong(its -> Certified.bits(its.error()))
        .max()
        .orElse(0);
  }

  /** Some point of the space of a circuit with folds. */
  private static Circuit point(Sample sample, Random random) {
    Reach reach = sample.reach;
    Circuit circuit = sample.circuit;
    int log = Long.numberOfTrailingZeros(number(circuit, "trace_length"));
    int rate = 1 + random.nextInt(reach.rates);
    List<Integer> factors = new ArrayList<>();
    int left = log;
    do {
      int factor = 1 + random.nextInt(Math.min(reach.folds, left));
      factors.add(1 << factor);
      left -= factor;
    } while (left > 0 && random.nextBoolean());
    double gap = Math.sqrt(Math.pow(2, -rate)) / (2 * (3 + random.nextInt(40)));
    String body =
        """
        rho = %s
        gap_to_radius = %s
        trace_length = %d
        num_queries = %d
        fri_folding_factors = %s
        fri_early_stop_degree = %d
        grinding_query_phase = %d
        grinding_deep = %d
        """
            .formatted(
                BigDecimal.ONE.divide(BigDecimal.valueOf(1L << rate)).toPlainString(),
                BigDecimal.valueOf(gap).setScale(14, RoundingMode.CEILING).toPlainString(),
                1L << log,
                1 + random.nextInt(reach.queries),
                factors,
                1L << (left + rate),
                random.nextInt(reach.grinding + 1),
                random.nextInt(reach.grinding + 1));
    String head =
        HEAD.formatted("FRI_STARK", circuit.id().field().tomlName(), number(circuit, "batch_size"));
    return Soundcalc.parse(head + body).circuits().get(0);
  }

  private static long number(Circuit circuit, String key) {
    return circuit.parameters().stream()
        .filter(parameter -> parameter.key().equals(key))
        .mapToLong(parameter -> Long.parseLong(parameter.value()))
        .findFirst()
        .orElseThrow();
  }
}
