package org.soundcalc.search.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;
import org.soundcalc.search.Prepared;

/** What an optimum is: the specification's figures, and what must hold of any. */
class OptimizerTest {
  private static final List<Regime> REGIMES = Soundcalc.regimes("udr,jbr");
  private static final double BITS_PER_KIB = 8192;

  private static Circuit circuit(String file, String name) {
    return Soundcalc.read(Path.of("zkvms", file + ".toml")).circuit(name);
  }

  private static Circuit over(Circuit circuit, String field) {
    return Prepared.of(circuit, REGIMES).with("field", field).circuit();
  }

  private static Space space(Circuit circuit, Extent extent, long mostGrinding) {
    return new SpaceRequest(extent, Map.of(), Set.of(), OptionalLong.of(mostGrinding)).of(circuit);
  }

  private static Space free(Circuit circuit) {
    return new SpaceRequest(Extent.FREE, Map.of(), Set.of(), OptionalLong.empty()).of(circuit);
  }

  private static Aim aim(long bits, Map<Axis, Double> most) {
    return new Aim(bits, List.of(Axis.PROOF_SIZE), most, true, OptionalInt.empty());
  }

  private static Point best(Circuit circuit, Space space, Aim aim) {
    Optimum optimum = new Optimizer(circuit, REGIMES).search(space, aim);
    return ((Optimum.Found) optimum).best();
  }

  private static double kib(Circuit circuit) {
    return circuit.proofSize().worstCaseBits().doubleValue() / BITS_PER_KIB;
  }

  /** Errors above 1 have no bits, which are as many as are wanted. */
  @ParameterizedTest
  @CsvSource({"dummy_whir, embed", "dummy_stir, main", "pico, embed"})
  void whereNoBitsAreWantedEveryConfigurationHasThem(String file, String name) {
    Circuit over = over(circuit(file, name), "BabyBear").withoutGrinding();
    Optimizer optimizer = new Optimizer(over, Soundcalc.regimes("jbr"));
    assertThat(optimizer.today().orElseThrow().bits()).isZero();
    Point best = optimizer.find(free(over), aim(0, Map.of())).orElseThrow().best();
    assertThat(kib(best.circuit())).isLessThan(kib(over) / 10);
  }

  /** Section 2 of the specification of the search: schedules alone, at the bits of today. */
  @ParameterizedTest
  @CsvSource({
    "sp1, shrink, 393.1",
    "pico, embed, 195.0",
    "miden, main, 111.9",
    "openvm, internal, 7486.0",
    "zisk, Final_Compressed, 296.9"
  })
  void freeSchedulesGiveWhatIsSpecified(String file, String name, double kib) {
    Circuit circuit = circuit(file, name);
    Point today = new Optimizer(circuit, REGIMES).today().orElseThrow();
    Point best = best(circuit, free(circuit), aim(today.bits(), Map.of()));
    assertThat(best.bits()).isGreaterThanOrEqualTo(today.bits());
    assertThat(kib(best.circuit())).isCloseTo(kib, within(0.05));
  }

  /** Section 2: everything, for 128 bits; the field and the most proof-of-work at a site. */
  @ParameterizedTest
  @CsvSource({
    "zisk, Final_Compressed, Goldilocks^3, 24, 201.6",
    "zisk, Final, Goldilocks^3, 22, 211.1",
    "pico, riscv, KoalaBear^6, 20, 3931.2",
    "pico, embed, KoalaBear^5, 20, 527.3",
    "pico, embed, KoalaBear^6, 20, 491.8"
  })
  void everythingGivesWhatIsSpecified(
      String file, String name, String field, long grinding, double kib) {
    Circuit circuit = over(circuit(file, name), field);
    Point best = best(circuit, space(circuit, Extent.TUNED, grinding), aim(128, Map.of()));
    assertThat(best.bits()).isGreaterThanOrEqualTo(128);
    assertThat(kib(best.circuit())).isCloseTo(kib, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sp1", "pico", "zisk", "miden", "risc0", "airbender", "venus", "dummy_whir"})
  void optimumOfTheOptimumIsItself(String file) {
    List<Circuit> circuits = Soundcalc.read(Path.of("zkvms", file + ".toml")).circuits();
    Circuit circuit = circuits.get(circuits.size() - 1);
    long bits = new Optimizer(circuit, REGIMES).today().orElseThrow().bits();
    Aim aim = aim(bits, Map.of());
    Point best = best(circuit, free(circuit), aim);
    Point again = best(best.circuit(), free(best.circuit()), aim);
    assertThat(kib(again.circuit())).isEqualTo(kib(best.circuit()));
    assertThat(again.circuit().parameters()).isEqualTo(best.circuit().parameters());
  }

  @Test
  void largerSpacesAreNeverWorseAndHigherTargetsNeverSmaller() {
    Circuit circuit = circuit("zisk", "Final_Compressed");
    double before = 0;
    for (long bits = 100; bits <= 150; bits += 10) {
      double free = kibOrInfinite(circuit, space(circuit, Extent.FREE, 22), aim(bits, Map.of()));
      double tuned = kibOrInfinite(circuit, space(circuit, Extent.TUNED, 22), aim(bits, Map.of()));
      double more = kibOrInfinite(circuit, space(circuit, Extent.TUNED, 30), aim(bits, Map.of()));
      double redesign =
          kibOrInfinite(circuit, space(circuit, Extent.REDESIGN, 30), aim(bits, Map.of()));
      assertThat(tuned).isLessThanOrEqualTo(free).isGreaterThanOrEqualTo(before);
      assertThat(more).isLessThanOrEqualTo(tuned);
      assertThat(redesign).isLessThanOrEqualTo(more);
      before = tuned;
    }
  }

  private static double kibOrInfinite(Circuit circuit, Space space, Aim aim) {
    return new Optimizer(circuit, REGIMES).search(space, aim) instanceof Optimum.Found found
        ? kib(found.best().circuit())
        : Double.POSITIVE_INFINITY;
  }

  @Test
  void limitsAreObeyedAndSayWhatIsNearest() {
    Circuit circuit = circuit("zisk", "Final_Compressed");
    Aim plain = aim(128, Map.of());
    double prover = plain.cost(circuit, Axis.PROVER);
    Space space = space(circuit, Extent.TUNED, 24);
    Point best = best(circuit, space, aim(128, Map.of(Axis.PROVER, prover)));
    assertThat(plain.cost(best.circuit(), Axis.PROVER)).isLessThanOrEqualTo(prover);
    assertThat(kib(best.circuit())).isCloseTo(296.9, within(0.05));

    Optimum none =
        new Optimizer(circuit, REGIMES)
            .search(space, aim(128, Map.of(Axis.PROOF_SIZE, 100 * BITS_PER_KIB)));
    Reason.Limit limit = (Reason.Limit) ((Optimum.None) none).reasons().get(0);
    assertThat(limit.axis()).isEqualTo(Axis.PROOF_SIZE);
    assertThat(kib(limit.nearest().circuit())).isCloseTo(201.6, within(0.05));
  }

  /** The bits are within reach, and that must not be denied where several limits are not. */
  @Test
  void severalLimitsThatCannotBeKeptAreAllSaid() {
    Circuit circuit = circuit("zisk", "Final_Compressed");
    Space space = space(circuit, Extent.TUNED, 24);
    double prover = aim(128, Map.of()).cost(circuit, Axis.PROVER);
    Map<Axis, Double> apart = Map.of(Axis.PROOF_SIZE, BITS_PER_KIB, Axis.PROVER, 0.01 * prover);
    List<Reason.Limit> both = limits(circuit, space, apart);
    assertThat(both).extracting(Reason.Limit::axis).containsExactly(Axis.PROOF_SIZE, Axis.PROVER);
    assertThat(kib(both.get(0).nearest().circuit())).isCloseTo(201.6, within(0.05));
    // each can be kept, and without any the others cannot: the first that goes beyond those before
    Map<Axis, Double> together =
        Map.of(
            Axis.PROOF_SIZE,
            205 * BITS_PER_KIB,
            Axis.PROVER,
            prover,
            Axis.VERIFIER,
            0.63 * aim(128, Map.of()).cost(circuit, Axis.VERIFIER),
            Axis.MEMORY,
            aim(128, Map.of()).cost(circuit, Axis.MEMORY));
    Reason.Limit first = limits(circuit, space, together).get(0);
    assertThat(first.axis()).isEqualTo(Axis.PROVER);
    assertThat(kib(first.nearest().circuit())).isLessThanOrEqualTo(205);
  }

  private static List<Reason.Limit> limits(Circuit circuit, Space space, Map<Axis, Double> most) {
    Optimum none = new Optimizer(circuit, REGIMES).search(space, aim(128, most));
    return ((Optimum.None) none).reasons().stream().map(Reason.Limit.class::cast).toList();
  }

  /** Pico over KoalaBear^4: lookups stand at 92 bits whatever moves, over ^5 at 123. */
  @Test
  void ceilingsNameTheTermAndEachCureCures() {
    Circuit circuit = circuit("pico", "riscv");
    Space space = space(circuit, Extent.TUNED, 24);
    Optimum none = new Optimizer(circuit, REGIMES).search(space, aim(128, Map.of()));
    List<Reason> reasons = ((Optimum.None) none).reasons();
    Reason.Ceiling first = (Reason.Ceiling) reasons.get(0);
    assertThat(first.term()).isEqualTo("byte");
    assertThat(first.bits()).isEqualTo(92);
    assertThat(first.cures())
        .contains(
            new Reason.Cure("field", "\"KoalaBear^5\"", 123, false),
            new Reason.Cure("field", "\"KoalaBear^6\"", 154, true),
            new Reason.Cure("byte.grinding_bits_lookup", "36", 128, false));
    Circuit cured = over(circuit, "KoalaBear^6");
    assertThat(best(cured, space(cured, Extent.TUNED, 24), aim(128, Map.of())).bits())
        .isGreaterThanOrEqualTo(128);
    for (Reason reason : reasons) {
      Reason.Ceiling ceiling = (Reason.Ceiling) reason;
      assertThat(ceiling.bits()).as(ceiling.term()).isLessThan(128);
      assertThat(ceiling.cures()).as(ceiling.term()).anyMatch(cure -> cure.bits() >= 128);
    }
  }

  /** Of so few queries none are enough, at any proximity parameter. */
  @Test
  void tooFewQueriesAreTheCeilingOfTheirTerm() {
    Circuit circuit = circuit("zisk", "Final");
    Space space =
        new SpaceRequest(
                Extent.FREE, Map.of("num_queries", "5..10"), Set.of(), OptionalLong.empty())
            .of(circuit);
    Optimum none = new Optimizer(circuit, REGIMES).search(space, aim(128, Map.of()));
    assertThat(((Optimum.None) none).reasons())
        .singleElement()
        .isInstanceOfSatisfying(
            Reason.Ceiling.class,
            ceiling -> {
              assertThat(ceiling.term()).isEqualTo("query phase");
              // 22 bits of proof-of-work; a query has at most 2.5 bits at rate 1/32
              assertThat(ceiling.cures())
                  .containsExactly(
                      new Reason.Cure("num_queries", "43", 128, false),
                      new Reason.Cure("grinding_query_phase", "104", 128, false));
            });
  }

  /** 2^27 is more than the circuit's dimension of 2^16, so that there is nothing at any bits. */
  @Test
  void foldsPastDimensionOneFitNothing() {
    Circuit circuit = circuit("zisk", "Final");
    Space space =
        new SpaceRequest(
                Extent.FREE,
                Map.of("fri_folding_factors", "[8, 8, 8, 8, 8, 8, 8, 8, 8]"),
                Set.of(),
                OptionalLong.empty())
            .of(circuit);
    Optimum none = new Optimizer(circuit, REGIMES).search(space, aim(128, Map.of()));
    assertThat(((Optimum.None) none).reasons()).singleElement().isInstanceOf(Reason.Refused.class);
  }

  /** ALI wants a small multiplicity, the queries a large one. */
  @Test
  void conflictsSayHowManyBitsThereAreTogether() {
    Circuit circuit = circuit("pico", "embed");
    Space space =
        new SpaceRequest(
                Extent.FREE, Map.of("num_queries", "20..60"), Set.of(), OptionalLong.empty())
            .of(circuit);
    Aim aim = aim(95, Map.of());
    Optimum none = new Optimizer(circuit, REGIMES).search(space, aim);
    Reason.Conflict conflict = (Reason.Conflict) ((Optimum.None) none).reasons().get(0);
    long most = conflict.best().bits();
    assertThat(most).isLessThan(95);
    assertThat(new Optimizer(circuit, REGIMES).search(space, aim.with(most)))
        .isInstanceOf(Optimum.Found.class);
    assertThat(new Optimizer(circuit, REGIMES).search(space, aim.with(most + 1)))
        .isInstanceOf(Optimum.None.class);
  }

  /**
   * Under unique decoding 31 queries have 16 + 31·log2(32/17) = 44.29 bits at most; under Johnson's
   * radius more of them mean a larger multiplicity, and so fewer of batching.
   */
  @Test
  void conflictsNameWhatStandsInTheWayUnderEachRegime() {
    Circuit circuit = circuit("pico", "embed");
    Space space =
        new SpaceRequest(
                Extent.FREE, Map.of("num_queries", "1..31"), Set.of(), OptionalLong.empty())
            .of(circuit);
    Optimum none = new Optimizer(circuit, REGIMES).search(space, aim(77, Map.of()));
    Reason.Conflict conflict = (Reason.Conflict) ((Optimum.None) none).reasons().get(0);
    assertThat(conflict.terms()).containsExactly("batching", "query phase");
    assertThat(conflict.below())
        .containsExactly(
            new Reason.Below("JBR", "batching", 75, false),
            new Reason.Below("JBR", "query phase", 75, false),
            new Reason.Below("UDR", "query phase", 44, true));
    Optimizer unique = new Optimizer(circuit, List.of(REGIMES.get(0)));
    assertThat(unique.find(space, aim(44, Map.of()))).isPresent();
    assertThat(unique.find(space, aim(45, Map.of()))).isEmpty();
  }

  /**
   * With 35 queries at rate 1/16, 16 + 35·(2 - log2(1 + 1/(2m))) is 78.2 bits at m = 3 and 80.05 at
   * m = 4, where batching has 79: the queries have what is wanted, and still are in the way.
   */
  @Test
  void conflictsNameTheTermThatStandsAtTheTargetToo() {
    Circuit circuit = circuit("pico", "embed");
    Space space =
        new SpaceRequest(
                Extent.FREE, Map.of("num_queries", "1..35"), Set.of(), OptionalLong.empty())
            .of(circuit);
    Optimum none = new Optimizer(circuit, REGIMES).search(space, aim(80, Map.of()));
    Reason.Conflict conflict = (Reason.Conflict) ((Optimum.None) none).reasons().get(0);
    assertThat(conflict.best().bits()).isEqualTo(79);
    assertThat(conflict.terms()).containsExactly("batching");
    assertThat(conflict.against()).containsExactly("query phase");
    assertThat(conflict.below()).contains(new Reason.Below("JBR", "batching", 79, false));
  }

  /** What is as cheap is searched for the smallest proof: wherever that ends, it is said. */
  @ParameterizedTest
  @CsvSource({
    "zisk, Final_Compressed, TUNED, MEMORY",
    "miden, main, TUNED, GRINDING",
    "dummy_whir, embed, FREE, MEMORY"
  })
  void aCutSearchAmongTiesIsNotOptimalAndNeverLarger(
      String file, String name, Extent extent, Axis axis) {
    Circuit circuit = circuit(file, name);
    Space space = space(circuit, extent, 24);
    Optimizer whole = new Optimizer(circuit, REGIMES);
    Aim aim =
        new Aim(
            whole.today().orElseThrow().bits(), List.of(axis), Map.of(), true, OptionalInt.empty());
    Findings least = whole.complete(space, aim, Findings.Kind.LEAST);
    Circuit first = whole.certified(least.best().get(0), aim).circuit();
    Optimum.Found best = whole.find(space, aim).orElseThrow();
    assertThat(best.optimal()).isEqualTo(least.areOptimal());
    assertThat(kib(best.best().circuit())).isLessThanOrEqualTo(kib(first));
    int cuts = 0;
    Optimum.Found found;
    int step = 0;
    do {
      Deadline deadline = Deadline.none();
      List<Regime> regimes = interrupting(deadline, step++);
      found = new Optimizer(circuit, regimes, deadline).find(space, aim).orElseThrow();
      assertThat(found.optimal()).isEqualTo(least.areOptimal() && !found.effort().isCut());
      if (found.effort().isCut() && found.effort().terms() > least.meter().terms()) {
        cuts++;
        double cost = aim.cost(found.best().circuit(), axis);
        assertThat(found.effort().cut()).contains(Cut.INTERRUPTION);
        assertThat(cost).isEqualTo(least.best().get(0).costs()[0]);
        assertThat(found.effort().bound().orElse(0)).isLessThanOrEqualTo(cost);
        if (least.areOptimal()) {
          assertThat(found.effort().bound().orElse(0)).isEqualTo(cost);
        }
        assertThat(kib(found.best().circuit())).isBetween(kib(best.best().circuit()), kib(first));
      }
    } while (found.effort().isCut());
    assertThat(cuts).isPositive();
    assertThat(found.effort()).isEqualTo(best.effort());
    assertThat(found.best().circuit().parameters()).isEqualTo(best.best().circuit().parameters());
  }

  /** The same regimes; once so many were gone through, somebody ends the search. */
  private static List<Regime> interrupting(Deadline deadline, int after) {
    AtomicInteger left = new AtomicInteger(after);
    return new AbstractList<>() {
      @Override
      public Regime get(int index) {
        if (left.getAndDecrement() == 0) {
          deadline.interrupt();
        }
        return REGIMES.get(index);
      }

      @Override
      public int size() {
        return REGIMES.size();
      }
    };
  }

  /**
   * What was found before is a front still, of which some may be missing; nothing else is claimed.
   */
  @ParameterizedTest
  @CsvSource({"zisk, Final_Compressed", "dummy_whir, embed"})
  void aFrontOfTooManyWaysIsCut(String file, String name) {
    Circuit circuit = circuit(file, name);
    Space space = space(circuit, Extent.TUNED, 24);
    long today = new Optimizer(circuit, REGIMES).today().orElseThrow().bits();
    Aim aim =
        new Aim(today, List.of(Axis.PROOF_SIZE, Axis.PROVER), Map.of(), true, OptionalInt.empty());
    Optimizer few = new Optimizer(circuit, REGIMES, Deadline.ofLabels(2));
    Optimum.Found found = (Optimum.Found) few.front(space, aim, 2, 0.05);
    assertThat(found.effort().cut()).contains(Cut.LABELS);
    assertThat(found.effort().bound()).isEmpty();
    assertThat(found.optimal()).isFalse();
    assertThat(found.front()).isNotEmpty();
    Optimum none = few.front(space, aim.with(today + 1), 2, 0.05);
    assertThat(((Optimum.None) none).reasons()).containsExactly(new Reason.Unfinished(Cut.LABELS));
  }

  /** What costs less on an axis that is limited, but more on those that count, is beaten. */
  @ParameterizedTest
  @CsvSource({"zisk, Final_Compressed", "dummy_stir, main"})
  void aLimitIsNoAxisOfAFront(String file, String name) {
    Circuit circuit = circuit(file, name);
    List<Axis> two = List.of(Axis.PROOF_SIZE, Axis.PROVER);
    double most = aim(0, Map.of()).cost(circuit, Axis.VERIFIER);
    long today = new Optimizer(circuit, REGIMES).today().orElseThrow().bits();
    Aim aim = new Aim(today, two, Map.of(Axis.VERIFIER, most), true, OptionalInt.empty());
    Optimum.Found found =
        (Optimum.Found) new Optimizer(circuit, REGIMES).front(free(circuit), aim, two.size(), 0);
    Aim plain = new Aim(today, two, Map.of(), true, OptionalInt.empty());
    List<double[]> costs =
        found.front().stream().map(point -> plain.costs(point.circuit())).toList();
    for (double[] some : costs) {
      assertThat(costs).filteredOn(other -> FoldPaths.within(other, some)).hasSize(1);
      assertThat(aim.cost(found.best().circuit(), Axis.VERIFIER)).isLessThanOrEqualTo(most);
    }
  }

  @Test
  @Tag("thorough")
  void neverWorseThanRandomPoints() {
    Circuit circuit = circuit("zisk", "Final_Compressed");
    Space space = space(circuit, Extent.TUNED, 24);
    double least = kib(best(circuit, space, aim(128, Map.of())).circuit());
    FoldingDesign design = circuit.foldingDesign().orElseThrow();
    Random random = new Random(7);
    int feasible = 0;
    for (int i = 0; i < 100_000; i++) {
      Layout layout = random(design, random);
      Optional<Circuit> some = made(design, layout);
      if (some.isPresent()) {
        feasible++;
        if (kib(some.get()) < least) {
          assertThat(new Optimizer(some.get(), REGIMES).today().orElseThrow().bits())
              .as("%s", layout)
              .isLessThan(128);
        }
      }
    }
    assertThat(feasible).isGreaterThan(10_000);
  }

  private static Optional<Circuit> made(FoldingDesign design, Layout layout) {
    try {
      return Optional.of(design.with(layout));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  private static Layout random(FoldingDesign design, Random random) {
    List<Integer> factors = new ArrayList<>();
    int left = design.logDimension();
    while (left > 0 && (factors.isEmpty() || random.nextInt(4) > 0)) {
      int factor = 1 + random.nextInt(Math.min(5, left));
      factors.add(factor);
      left -= factor;
    }
    return new Layout(
        Rate.ofLog2Inverse(1 + random.nextInt(6)),
        20 + random.nextInt(60),
        factors,
        Optional.of(Rational.of(1 + random.nextInt(200), 20_000)),
        random.nextInt(25),
        random.nextInt(25));
  }
}
