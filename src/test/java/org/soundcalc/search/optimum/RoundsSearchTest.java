package org.soundcalc.search.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.RoundsDesign;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Prepared;

/** Circuits whose rounds fold alike, SWIRL's, against every configuration of small spaces. */
class RoundsSearchTest {
  private static final List<Regime> REGIMES = Soundcalc.regimes("udr,jbr");
  private static final int SAMPLES = 12;
  private static final int MORE_SAMPLES = 40;
  private static final int ALL_SAMPLES = 200;

  private static List<Sample> made = List.of();

  private static final String FILE =
      """
      [zkevm]
      name = "t"
      version = "1"
      field = "%s"
      hash_size_bits = 256
      [swirl]
      logup_max_interaction_count = %d
      logup_log_max_message_length = 1
      logup_pow_bits = 4
      [[circuits]]
      name = "c"
      protocol_family = "SWIRL"
      l_skip = 1
      n_stack = %d
      w_stack = %d
      log_blowup = 1
      whir_folding_pow_bits = 2
      whir_mu_pow_bits = 2
      whir_query_phase_pow_bits = 2
      whir_num_queries = [30]
      explicit_regime = "%s"
      explicit_m = 2
      constraint_degree = 3
      max_constraints_per_air = 5
      num_airs = 2
      max_log_trace_height = 6
      num_trace_columns = 3
      max_interactions_per_air = 2
      proof_size_num_public_values = 1
      """;

  /**
   * A circuit, its space and every configuration in it.
   *
   * @param bits that are wanted: those of some configuration
   */
  record Sample(Circuit circuit, Space space, List<Circuit> all, long bits) {
    private static long pick(Random random, long... some) {
      return some[random.nextInt(some.length)];
    }

    static Sample of(long seed) {
      Random random = new Random(seed);
      String[] fields = {"BabyBear^2", "BabyBear^2", "KoalaBear^3", "Goldilocks^2"};
      String file =
          FILE.formatted(
              fields[random.nextInt(fields.length)],
              pick(random, 1, 40, 4000),
              pick(random, 3, 5, 8),
              pick(random, 1, 2, 9),
              random.nextInt(3) == 0 ? "unique" : "list");
      Circuit circuit = Soundcalc.parse(file).circuits().get(0);
      Map<String, List<?>> values = new HashMap<>();
      values.put("log_blowup", List.of(1L, pick(random, 2, 3)));
      values.put("whir_folding_pow_bits", List.of(0L, pick(random, 2, 7)));
      values.put("whir_query_phase_pow_bits", List.of(0L, 3L, pick(random, 5, 9)));
      values.put("logup_pow_bits", List.of(0L, pick(random, 4, 8)));
      values.put(
          "whir_num_queries",
          random.nextBoolean() ? List.of(1L, 4L, 9L, 25L, 60L) : List.of(7L, 20L, 21L, 40L, 400L));
      boolean isList = circuit.roundsDesign().orElseThrow().multiplicityKey().isPresent();
      if (isList && random.nextBoolean()) {
        values.put("explicit_m", Stream.of(1L, 2L, 3L, 7L).map(Optional::of).toList());
      }
      Space space = new Space(values, Optional.empty());
      List<Circuit> all = all(circuit, space);
      List<Long> bits =
          List.copyOf(new TreeSet<>(all.stream().map(RoundsSearchTest::bitsOf).toList()));
      long some = bits.get(bits.size() - 1 - random.nextInt(Math.min(3, bits.size())));
      return new Sample(circuit, space, all, some);
    }

    private static List<Circuit> all(Circuit circuit, Space space) {
      List<Circuit> all = new ArrayList<>(List.of(circuit));
      all.addAll(circuit.roundsDesign().orElseThrow().otherRounds());
      for (Key<Circuit, ?> key : circuit.keys()) {
        if (space.moves(key)) {
          all = all.stream().flatMap(some -> with(some, key, space).stream()).toList();
        }
      }
      return all;
    }

    @SuppressWarnings("unchecked") // of the key's type
    private static List<Circuit> with(Circuit circuit, Key<Circuit, ?> key, Space space) {
      List<Object> values = new ArrayList<>();
      if (key.get(circuit) instanceof List<?> now) {
        values.add(List.of());
        for (int i = 0; i < now.size(); i++) {
          List<Object> longer = new ArrayList<>();
          for (Object before : values) {
            for (Long more : space.entries(key)) {
              longer.add(Stream.concat(((List<?>) before).stream(), Stream.of(more)).toList());
            }
          }
          values = longer;
        }
      } else {
        values.addAll(space.values(key, (Object) key.get(circuit)));
      }
      List<Circuit> all = new ArrayList<>();
      for (Object value : values) {
        try {
          all.add(((Key<Circuit, Object>) key).with(circuit, value));
        } catch (InvalidConfiguration contradiction) {
          // no configuration
        }
      }
      return all;
    }

    List<Circuit> enough() {
      return all.stream().filter(some -> bitsOf(some) >= bits).toList();
    }
  }

  private static long bitsOf(Circuit circuit) {
    return Prepared.of(circuit, REGIMES).findBits().orElse(-1);
  }

  private static Aim aim(long bits, Axis... axes) {
    return new Aim(bits, List.of(axes), Map.of(), true, OptionalInt.empty());
  }

  static Stream<Sample> samples() {
    return made.stream();
  }

  /** Each test asks for all of them, and to try every configuration takes longest. */
  @BeforeAll
  static void makeSamples() {
    made = LongStream.rangeClosed(1, SAMPLES).mapToObj(Sample::of).toList();
  }

  @AfterAll
  static void forget() {
    made = List.of();
  }

  static Stream<Sample> moreSamples() {
    return LongStream.rangeClosed(SAMPLES + 1, MORE_SAMPLES).mapToObj(Sample::of);
  }

  static Stream<Sample> allSamples() {
    return LongStream.rangeClosed(SAMPLES + 1, ALL_SAMPLES).mapToObj(Sample::of);
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("allSamples")
  void noneOfMoreConfigurationsCostsLess(Sample sample) {
    noConfigurationCostsLess(sample);
    aFrontHoldsAllThatNothingBeats(sample);
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("moreSamples")
  void limitsBoundsAndReasonsOfMoreHold(Sample sample) {
    underALimitNoConfigurationCostsLess(sample);
    theBoundIsBelowEveryConfiguration(sample);
    whereThereIsNoneItIsSaidRightly(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noConfigurationCostsLess(Sample sample) {
    List<Circuit> enough = sample.enough();
    for (Axis axis : Axis.values()) {
      Aim aim = aim(sample.bits, axis);
      Optimum.Found found =
          (Optimum.Found) new Optimizer(sample.circuit, REGIMES).search(sample.space, aim);
      double least = enough.stream().mapToDouble(some -> aim.cost(some, axis)).min().orElseThrow();
      assertThat(aim.cost(found.best().circuit(), axis)).as(axis.option()).isEqualTo(least);
      assertThat(found.optimal()).isTrue();
      double smallest =
          enough.stream()
              .filter(some -> aim.cost(some, axis) == least)
              .mapToDouble(some -> aim.cost(some, Axis.PROOF_SIZE))
              .min()
              .orElseThrow();
      assertThat(aim.cost(found.best().circuit(), Axis.PROOF_SIZE))
          .as(axis.option())
          .isEqualTo(smallest);
    }
  }

  /** All that no other configuration beats on two axes, and nothing else. */
  @ParameterizedTest
  @MethodSource("samples")
  void aFrontHoldsAllThatNothingBeats(Sample sample) {
    Aim aim = aim(sample.bits, Axis.PROOF_SIZE, Axis.PROVER);
    Optimum.Found found =
        (Optimum.Found)
            new Optimizer(sample.circuit, REGIMES).front(sample.space, aim, aim.axes().size(), 0);
    List<double[]> all = sample.enough().stream().map(aim::costs).toList();
    assertThat(found.front().stream().map(point -> aim.costs(point.circuit())).map(List::of))
        .allSatisfy(cost -> assertThat(all).noneMatch(other -> isBelow(other, cost.get(0))));
    assertThat(all)
        .allMatch(
            some ->
                found.front().stream()
                    .anyMatch(point -> FoldPaths.within(aim.costs(point.circuit()), some)));
    assertThat(found.optimal()).isTrue();
  }

  private static boolean isBelow(double[] some, double[] other) {
    return FoldPaths.within(some, other) && !FoldPaths.within(other, some);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void underALimitNoConfigurationCostsLess(Sample sample) {
    Aim prover = aim(sample.bits, Axis.PROVER);
    List<Circuit> enough = sample.enough();
    double limit =
        1.3 * enough.stream().mapToDouble(c -> prover.cost(c, Axis.PROVER)).min().orElseThrow();
    Aim aim =
        new Aim(
            sample.bits,
            List.of(Axis.PROOF_SIZE),
            Map.of(Axis.PROVER, limit),
            true,
            OptionalInt.empty());
    Optimum.Found found =
        (Optimum.Found) new Optimizer(sample.circuit, REGIMES).search(sample.space, aim);
    double least =
        enough.stream()
            .filter(some -> aim.cost(some, Axis.PROVER) <= limit)
            .mapToDouble(some -> aim.cost(some, Axis.PROOF_SIZE))
            .min()
            .orElseThrow();
    assertThat(aim.cost(found.best().circuit(), Axis.PROOF_SIZE)).isEqualTo(least);
    assertThat(aim.cost(found.best().circuit(), Axis.PROVER)).isLessThanOrEqualTo(limit);
  }

  /** Out of time at once there is a bound all the same, below what is best and not far. */
  @ParameterizedTest
  @MethodSource("samples")
  void theBoundIsBelowEveryConfiguration(Sample sample) {
    List<Circuit> enough = sample.enough();
    for (Axis axis : List.of(Axis.PROOF_SIZE, Axis.PROVER, Axis.VERIFIER, Axis.MEMORY)) {
      Aim aim = aim(sample.bits, axis);
      double least = enough.stream().mapToDouble(c -> aim.cost(c, axis)).min().orElseThrow();
      Optimum cut =
          new Optimizer(sample.circuit, REGIMES, Deadline.after(Duration.ZERO))
              .search(sample.space, aim);
      assertThat(cut.effort().cut()).contains(Cut.TIME);
      // of proof-of-work, which the prover does too, the least that there may be counts
      double near = axis == Axis.PROVER ? 1 : least / 2;
      assertThat(cut.effort().bound().orElseThrow()).as(axis.option()).isBetween(near, least);
    }
  }

  /** One bit more than there is: no configuration's term has more than what it is said to have. */
  @ParameterizedTest
  @MethodSource("samples")
  void whereThereIsNoneItIsSaidRightly(Sample sample) {
    long most = sample.all.stream().mapToLong(RoundsSearchTest::bitsOf).max().orElseThrow();
    for (long bits : List.of(most + 1, most + 10, most + 60)) {
      Optimum.None none =
          (Optimum.None)
              new Optimizer(sample.circuit, REGIMES)
                  .search(sample.space, aim(bits, Axis.PROOF_SIZE));
      assertThat(none.reasons()).isNotEmpty();
      for (Reason reason : none.reasons()) {
        if (reason instanceof Reason.Ceiling ceiling) {
          assertThat(ceiling.bits()).isLessThan(bits);
          assertThat(sample.all).allMatch(some -> bitsOf(some, ceiling.term()) <= ceiling.bits());
        } else {
          assertThat(((Reason.Conflict) reason).best().bits()).isEqualTo(most);
        }
      }
    }
  }

  private static long bitsOf(Circuit circuit, String term) {
    return REGIMES.stream()
        .flatMap(regime -> Prepared.of(circuit, List.of(regime)).terms(regime).stream())
        .filter(its -> its.name().equals(term))
        .mapToLong(its -> Certified.bits(its.error()))
        .max()
        .orElse(0);
  }

  /** Of OpenVM2: neither a query less in some round nor a bit less at some site is enough. */
  @ParameterizedTest
  @ValueSource(strings = {"app", "internal_recursive", "hook", "root"})
  void nothingOfOpenVm2IsHigherThanItMustBe(String name) {
    Circuit circuit = ofOpenVm2(name);
    Space space =
        new SpaceRequest(Extent.TUNED, Map.of(), Set.of(), OptionalLong.empty()).of(circuit);
    long bits = bitsOf(circuit);
    Optimum.Found found =
        (Optimum.Found) new Optimizer(circuit, REGIMES).search(space, aim(bits, Axis.PROOF_SIZE));
    assertThat(found.optimal()).isTrue();
    Circuit best = found.best().circuit();
    for (Key<Circuit, ?> key : best.keys()) {
      if (key.lever().isPresent()) {
        for (Circuit less : lowered(key, best)) {
          assertThat(bitsOf(less)).as("%s", key).isLessThan(bits);
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // numbers and lists of them
  private static List<Circuit> lowered(Key<Circuit, ?> key, Circuit circuit) {
    List<Circuit> lowered = new ArrayList<>();
    List<Long> now = LeverDescent.leaves(key.get(circuit));
    for (int i = 0; i < now.size(); i++) {
      List<Long> less = new ArrayList<>(now);
      less.set(i, now.get(i) - 1);
      Object value = key.get(circuit) instanceof List<?> ? less : less.get(0);
      try {
        lowered.add(((Key<Circuit, Object>) key).with(circuit, value));
      } catch (InvalidConfiguration contradiction) {
        // none is less
      }
    }
    return lowered;
  }

  private static Circuit ofOpenVm2(String name) {
    return Soundcalc.read(Path.of("zkvms", "openvm2.toml")).circuits().stream()
        .filter(some -> some.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Circuit free(Circuit circuit, long bits) {
    Space space =
        new SpaceRequest(Extent.FREE, Map.of(), Set.of(), OptionalLong.empty()).of(circuit);
    Aim aim = aim(bits, Axis.PROOF_SIZE);
    return ((Optimum.Found) new Optimizer(circuit, REGIMES).search(space, aim)).best().circuit();
  }

  private static BigInteger size(Circuit circuit) {
    return circuit.proofSize().worstCaseBits();
  }

  /** More multiplicity and as many rounds as serve best cost the prover nothing. */
  @Test
  void whatIsFree() {
    Circuit hook = ofOpenVm2("hook");
    Circuit best = free(hook, bitsOf(hook));
    assertThat(size(best)).isLessThanOrEqualTo(size(hook));
    assertThat(bitsOf(best)).isGreaterThanOrEqualTo(bitsOf(hook));
    assertThat(size(free(best, bitsOf(hook)))).isEqualTo(size(best));
  }

  /** At 80 bits a larger multiplicity is of use, and the least of those that serve as well. */
  @Test
  void roundsAndMultiplicityMove() {
    Circuit leaf = ofOpenVm2("internal_for_leaf");
    RoundsDesign design = leaf.roundsDesign().orElseThrow();
    assertThat(design.otherRounds()).isNotEmpty();
    Circuit best = free(leaf, 80);
    Key<Circuit, Optional<Long>> key = design.multiplicityKey().orElseThrow();
    long multiplicity = key.get(best).orElseThrow();
    assertThat(multiplicity).isGreaterThan(key.get(leaf).orElseThrow());
    assertThat(bitsOf(best)).isGreaterThanOrEqualTo(80);
    assertThat(bitsOf(key.with(best, Optional.of(multiplicity - 1)))).isLessThan(80);
  }
}
