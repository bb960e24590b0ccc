package org.soundcalc.analysis.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.soundcalc.Soundcalc;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Zkvm;
import org.soundcalc.search.optimum.Aim;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Cut;
import org.soundcalc.search.optimum.Deadline;
import org.soundcalc.search.optimum.Extent;
import org.soundcalc.search.optimum.Optimizer;
import org.soundcalc.search.optimum.Optimum;
import org.soundcalc.search.optimum.Space;
import org.soundcalc.search.optimum.SpaceRequest;
import org.soundcalc.testing.StubTree;

/** Trees whose circuits are found together cost what the least of all allotments costs. */
class TreeOptimumTest {
  private static final String HEAD =
      """
      [zkevm]
      name = "t"
      version = "1"
      protocol_family = "FRI_STARK"
      field = "%s"
      hash_size_bits = 256
      """;

  private static final String CIRCUIT =
      """
      [[circuits]]
      name = "c%d"
      rho = 0.5
      trace_length = %d
      batch_size = %d
      power_batching = false
      num_queries = %d
      fri_folding_factors = [2]
      fri_early_stop_degree = %d
      grinding_query_phase = %d
      grinding_deep = 0
      num_constraints = 3
      air_max_degree = 2
      opening_points = 1
      """;

  private static final List<Regime> REGIMES = Soundcalc.regimes("udr,jbr");

  private final Random random = new Random(20261126);

  private Zkvm zkvm() {
    StringBuilder text =
        new StringBuilder(HEAD.formatted(random.nextBoolean() ? "Goldilocks^2" : "BabyBear^4"));
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      long length = 1L << (4 + random.nextInt(5));
      text.append(
          CIRCUIT.formatted(
              i,
              length,
              1 + random.nextInt(20),
              10 + random.nextInt(50),
              length,
              random.nextInt(3)));
    }
    return StubTree.over(Soundcalc.parse(text.toString()), 1 + random.nextInt(60));
  }

  /** All that may serve a circuit: what costs least at some number of bits, and what it is. */
  private static Set<Circuit> candidates(TreeOptimum.Part part, long leastBits, long mostBits) {
    Optimizer optimizer = part.optimizer();
    Map<Long, Circuit> byBits = new TreeMap<>();
    for (long bits = leastBits; bits <= mostBits; bits++) {
      optimizer
          .find(part.space(), part.aim().with(bits))
          .ifPresent(found -> byBits.put(found.best().bits(), found.best().circuit()));
    }
    Set<Circuit> all = new LinkedHashSet<>(byBits.values());
    optimizer.today(part.space(), part.aim()).ifPresent(now -> all.add(now.circuit()));
    return all;
  }

  private static TreeEstimate tree(Zkvm zkvm) {
    return TreeEstimate.of(new Estimator(REGIMES).estimate(zkvm)).orElseThrow();
  }

  /** The final proof's size, then the prover's work on all proofs; or that alone. */
  private static List<Double> costs(Zkvm zkvm, Aim aim) {
    double work = 0;
    List<Branch> branches = tree(zkvm).branches();
    for (int i = 0; i < branches.size(); i++) {
      double each = aim.cost(zkvm.circuits().get(i), Axis.PROVER);
      work += branches.get(i).proofs().doubleValue() * each;
    }
    Circuit last = zkvm.circuits().get(branches.size() - 1);
    return List.of(aim.least() == Axis.PROVER ? work : aim.cost(last, aim.least()), work);
  }

  private static Optional<List<Double>> byTryingAll(
      Zkvm zkvm, List<Set<Circuit>> candidates, List<Circuit> chosen, Aim aim, long bits) {
    if (chosen.size() == candidates.size()) {
      Zkvm other = zkvm.with(chosen);
      return tree(other).figure().filter(f -> f.bits() >= bits).map(f -> costs(other, aim));
    }
    Optional<List<Double>> least = Optional.empty();
    for (Circuit circuit : candidates.get(chosen.size())) {
      List<Circuit> more = new ArrayList<>(chosen);
      more.add(circuit);
      Optional<List<Double>> some = byTryingAll(zkvm, candidates, more, aim, bits);
      if (some.isPresent() && (least.isEmpty() || isLess(some.get(), least.get()))) {
        least = some;
      }
    }
    return least;
  }

  private static boolean isLess(List<Double> some, List<Double> other) {
    int first = some.get(0).compareTo(other.get(0));
    return first < 0 || (first == 0 && some.get(1) < other.get(1));
  }

  private static Space space(Circuit circuit, Extent extent) {
    Map<String, String> varied =
        extent == Extent.FREE ? Map.of() : Map.of("rho", "1/2..1/4", "num_queries", "1..250");
    return new SpaceRequest(extent, varied, Set.of(), OptionalLong.of(2)).of(circuit);
  }

  @Test
  void treesCostWhatTheLeastOfAllAllotmentsCosts() {
    holdAgainstAll(5, 1);
  }

  @Test
  @Tag("thorough")
  void allTreesCostWhatTheLeastOfAllAllotmentsCosts() {
    holdAgainstAll(40, 20);
  }

  private void holdAgainstAll(int trees, int most) {
    int found = 0;
    int without = 0;
    for (int run = 0; run < trees; run++) {
      Zkvm zkvm = zkvm();
      Extent extent = random.nextBoolean() ? Extent.FREE : Extent.TUNED;
      Axis least = random.nextInt(4) == 0 ? Axis.PROVER : Axis.PROOF_SIZE;
      Aim aim = new Aim(0, List.of(least), Map.of(), true, OptionalInt.empty());
      TreeEstimate today = tree(zkvm);
      long now = today.figure().orElseThrow().bits();
      long bits =
          run % 4 == 0 ? 100 + random.nextInt(25) : Math.max(0, now + random.nextInt(7) - 3);
      List<TreeOptimum.Part> parts =
          zkvm.circuits().stream()
              .map(
                  circuit ->
                      new TreeOptimum.Part(
                          new Optimizer(circuit, REGIMES), space(circuit, extent), aim))
              .toList();
      AtomicInteger done = new AtomicInteger();
      TreeOptimum optimum =
          TreeOptimum.of(
              new Estimator(REGIMES).estimate(zkvm),
              parts,
              OptionalLong.of(bits),
              done::incrementAndGet);
      int logProofs = 64 - Long.numberOfLeadingZeros(today.proofs().longValueExact() - 1);
      List<Set<Circuit>> candidates =
          parts.stream().map(part -> candidates(part, bits, bits + logProofs + 1)).toList();
      Optional<List<Double>> expected = byTryingAll(zkvm, candidates, List.of(), aim, bits);
      assertThat(optimum.best().isPresent()).as("run %d", run).isEqualTo(expected.isPresent());
      if (expected.isPresent()) {
        assertThat(done).hasValue(parts.size());
        List<Circuit> best =
            optimum.circuits().stream().map(c -> c.best().orElseThrow().circuit()).toList();
        assertThat(costs(zkvm.with(best), aim)).as("run %d", run).isEqualTo(expected.get());
        assertThat(optimum.best().get().figure()).isEqualTo(tree(zkvm.with(best)).figure());
        assertThat(optimum.best().get().figure().orElseThrow().bits()).isGreaterThanOrEqualTo(bits);
        found++;
      } else {
        assertThat(optimum.circuits()).anyMatch(circuit -> circuit.best().isEmpty());
        without++;
      }
    }
    assertThat(found).isGreaterThan(most);
    assertThat(without).isPositive();
  }

  /**
   * A search that ends before all its ways to fold are kept may find less, or nothing where there
   * is something: a tree that is made of what such searches found says so, wherever it was cut.
   */
  @Test
  void aTreeOfWhichWaysAreMissedSaysSo() {
    Zkvm zkvm = zkvm();
    TreeOptimum whole = withLabels(zkvm, Cut.MOST_LABELS);
    assertThat(whole.circuits()).noneMatch(c -> c.optimum().effort().isCut());
    int missed = 0;
    for (int most = 1; most <= 12; most++) {
      TreeOptimum optimum = withLabels(zkvm, most);
      if (isLess(costs(zkvm, whole), costs(zkvm, optimum))) {
        assertThat(optimum.circuits())
            .as("%d ways", most)
            .anyMatch(c -> c.optimum().effort().cut().filter(Cut.LABELS::equals).isPresent())
            .noneMatch(
                c -> c.optimum().effort().isCut() && ((Optimum.Found) c.optimum()).optimal());
        missed++;
      }
    }
    assertThat(missed).isBetween(3, 11);
  }

  private static List<Double> costs(Zkvm zkvm, TreeOptimum optimum) {
    List<Circuit> best =
        optimum.circuits().stream().map(c -> c.best().orElseThrow().circuit()).toList();
    return costs(zkvm.with(best), optimum.circuits().get(0).aim());
  }

  /**
   * A circuit that stays as it is, though another one of the space costs less, does not claim it.
   */
  @Test
  void whatStaysAsItIsForItsTreeIsNotCalledOptimal() {
    int kept = 0;
    for (int run = 0; run < 4; run++) {
      Zkvm zkvm = zkvm();
      for (CircuitOptimum its : withLabels(zkvm, Cut.MOST_LABELS).circuits()) {
        Optimum.Found found = (Optimum.Found) its.optimum();
        Aim aim = its.aim();
        double least =
            new Optimizer(its.circuit(), REGIMES)
                .find(its.space(), aim)
                .map(best -> aim.cost(best.best().circuit(), aim.least()))
                .orElseThrow();
        assertThat(found.optimal())
            .isEqualTo(aim.cost(found.best().circuit(), aim.least()) == least);
        kept += found.optimal() ? 0 : 1;
      }
    }
    assertThat(kept).isPositive();
  }

  private static TreeOptimum withLabels(Zkvm zkvm, int most) {
    List<TreeOptimum.Part> parts = new ArrayList<>();
    for (Circuit circuit : zkvm.circuits()) {
      Optimizer optimizer = new Optimizer(circuit, REGIMES, Deadline.ofLabels(most));
      Aim plain = new Aim(0, List.of(Axis.PROOF_SIZE), Map.of(), true, OptionalInt.empty());
      Map<Axis, Double> limits = Map.of(Axis.PROVER, 1.5 * plain.cost(circuit, Axis.PROVER));
      Aim aim = new Aim(0, List.of(Axis.PROOF_SIZE), limits, true, OptionalInt.empty());
      Space space = space(circuit, Extent.TUNED);
      parts.add(new TreeOptimum.Part(optimizer, space, aim));
    }
    return TreeOptimum.of(
        new Estimator(REGIMES).estimate(zkvm), parts, OptionalLong.empty(), () -> {});
  }

  /** With its own bits wanted, a tree as it is is one that is looked for: nothing gets worse. */
  @Test
  void aTreeKeepsItsBitsAtNoGreaterCost() {
    keepsItsBits(3);
  }

  @Test
  @Tag("thorough")
  void allTreesKeepTheirBitsAtNoGreaterCost() {
    keepsItsBits(20);
  }

  private void keepsItsBits(int trees) {
    for (int run = 0; run < trees; run++) {
      Zkvm zkvm = zkvm();
      Aim aim = new Aim(0, List.of(Axis.PROOF_SIZE), Map.of(), true, OptionalInt.empty());
      List<TreeOptimum.Part> parts =
          zkvm.circuits().stream()
              .map(
                  circuit ->
                      new TreeOptimum.Part(
                          new Optimizer(circuit, REGIMES), space(circuit, Extent.FREE), aim))
              .toList();
      TreeOptimum optimum =
          TreeOptimum.of(
              new Estimator(REGIMES).estimate(zkvm), parts, OptionalLong.empty(), () -> {});
      assertThat(optimum.bits()).isEqualTo(tree(zkvm).figure().orElseThrow().bits());
      List<Circuit> best =
          optimum.circuits().stream().map(c -> c.best().orElseThrow().circuit()).toList();
      assertThat(isLess(costs(zkvm, aim), costs(zkvm.with(best), aim)))
          .as("run %d: %s, %s", run, costs(zkvm, aim), costs(zkvm.with(best), aim))
          .isFalse();
    }
  }
}
