package org.soundcalc.search.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.JohnsonGap;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.keys.Key;

/**
 * What is found of STIR and WHIR where proof-of-work counts is what trying every configuration
 * finds.
 */
class GroundPathsTest {
  private static final Comparator<double[]> BY_COST =
      (one, other) -> Double.compare(one[0], other[0]);

  private final Random random = new Random(20261128);
  private int found;
  private final IteratedCases cases = new IteratedCases(20261128);

  /** Each site may have some bits, or has what it has today. */
  private Space space(Circuit circuit) {
    IteratedDesign design = circuit.iteratedDesign().orElseThrow();
    Space some = cases.space(design);
    Map<String, List<?>> values = new HashMap<>(some.values());
    if (random.nextBoolean()) {
      values.put(design.grindingFoldsKey().label(), cases.some(0, 8));
    }
    for (Key<Circuit, ?> key : circuit.keys()) {
      if (Sites.isSite(key) && key.entry().isEmpty() && random.nextBoolean()) {
        values.put(key.label(), cases.some(0, 8));
      }
    }
    if (random.nextBoolean()) {
      values.put(design.grindingQueriesKey().label(), cases.some(0, 10));
    }
    return new Space(values, some.schedules());
  }

  /** All layouts without proof-of-work, at each gap. */
  private static List<IteratedLayout> layouts(
      IteratedDesign design, Space space, List<Optional<Rational>> gaps) {
    List<IteratedLayout> all = new ArrayList<>();
    for (List<Integer> factors : IteratedCases.schedules(space, design.logDegree())) {
      int iterations = factors.size();
      for (long rate : space.<Long>values(design.rateKey(), 0L)) {
        for (List<Long> queries :
            IteratedCases.lists(space.entries(design.queriesKey()), iterations)) {
          for (List<Long> samples :
              IteratedCases.lists(space.entries(design.samplesKey()), iterations - 1)) {
            for (Optional<Rational> gap : gaps) {
              all.add(
                  new IteratedLayout(
                      (int) rate,
                      factors,
                      queries,
                      samples,
                      gap,
                      factors.stream().map(any -> Collections.nCopies(any, 0L)).toList(),
                      Collections.nCopies(iterations, 0L),
                      Collections.nCopies(iterations - 1, 0L)));
            }
          }
        }
      }
    }
    return all;
  }

  /** A circuit and the bits of each of its terms without proof-of-work. */
  private record Bare(IteratedLayout layout, Circuit circuit, Map<String, Long> bits) {}

  private static Optional<Bare> bare(IteratedDesign design, IteratedLayout layout, Regime regime) {
    Optional<Circuit> made = IteratedCases.made(design, layout);
    if (made.isEmpty() || IteratedCases.bits(made.get(), regime) < 0) {
      return Optional.empty();
    }
    Circuit bare = made.get().withoutGrinding();
    Map<String, Long> bits = new HashMap<>();
    for (Term term : ((Assessment.Terms) regime.assess(bare)).terms()) {
      bits.put(term.name(), ErrorBits.of(term.error()));
    }
    return Optional.of(new Bare(layout, bare, bits));
  }

  private static Optional<Long> least(List<Long> values, long needed) {
    return values.stream().filter(value -> value >= needed).min(Comparator.naturalOrder());
  }

  private static List<Long> entries(Space space, Key<Circuit, ?> key, List<Long> now, int place) {
    return space.moves(key)
        ? space.entries(key)
        : List.of(now.isEmpty() ? 0 : now.get(Math.min(place, now.size() - 1)));
  }

  /** Each site lowers errors of its own: it has the least of its bits that is enough for them. */
  private static Optional<Circuit> ground(Circuit today, Space space, Bare bare, long wanted) {
    IteratedDesign design = today.iteratedDesign().orElseThrow();
    IteratedLayout now = design.layout();
    List<List<Long>> folds = new ArrayList<>();
    List<Long> queries = new ArrayList<>();
    List<Long> samples = new ArrayList<>();
    List<String> names = bare.circuit.grindingSites().stream().map(GrindingSite::site).toList();
    List<String> ofFolds = names.stream().filter(name -> name.startsWith("fold(i=")).toList();
    int iterations = bare.layout.logFactors().size();
    int firstFold = names.indexOf(ofFolds.get(0));
    int fold = 0;
    for (int i = 0; i < iterations; i++) {
      List<Long> its = new ArrayList<>();
      for (int s = 0; fold < ofFolds.size() && ofFolds.get(fold).startsWith("fold(i=" + i); s++) {
        List<Long> ofFold = now.grindingFolds().get(Math.min(i, now.grindingFolds().size() - 1));
        long needed = wanted - bare.bits.get(ofFolds.get(fold));
        Optional<Long> bits = least(entries(space, design.grindingFoldsKey(), ofFold, s), needed);
        if (bits.isEmpty()) {
          return Optional.empty();
        }
        its.add(bits.get());
        fold++;
      }
      folds.add(its);
      String ofQueries = names.get(firstFold + ofFolds.size() + i);
      Optional<Long> bits =
          least(
              entries(space, design.grindingQueriesKey(), now.grindingQueries(), i),
              wanted - bare.bits.get(ofQueries));
      if (bits.isEmpty()) {
        return Optional.empty();
      }
      queries.add(bits.get());
      if (i > 0) {
        String ofSamples = names.get(firstFold - iterations + i);
        long needed = wanted - bare.bits.getOrDefault(ofSamples, wanted);
        bits =
            least(
                entries(space, design.grindingSamplesKey(), now.grindingSamples(), i - 1), needed);
        // proof-of-work before no samples helps nothing
        if (bits.isEmpty() || (bare.layout.samples().get(i - 1) == 0 && needed > 0)) {
          return Optional.empty();
        }
        samples.add(bits.get());
      }
    }
    IteratedLayout its = bare.layout;
    Circuit ground =
        design.with(
            new IteratedLayout(
                its.logInverseRate(),
                its.logFactors(),
                its.queries(),
                its.samples(),
                its.gap(),
                folds,
                queries,
                samples));
    for (Sites.Site site : new Sites(today, space).all()) {
      long needed =
          bare.bits.entrySet().stream()
              .filter(term -> site.key().names(term.getKey()))
              .mapToLong(term -> wanted - term.getValue())
              .max()
              .orElse(0);
      Optional<Long> bits = least(site.bits(), needed);
      if (bits.isEmpty()) {
        return Optional.empty();
      }
      ground = site.key().with(ground, bits.get());
    }
    return Optional.of(ground);
  }

  /** What is taken for granted of sites, by the circuit's own estimate. */
  private static void holdNoSiteLower(
      Circuit today, Space space, Circuit ground, Regime regime, long bits) {
    assertThat(IteratedCases.bits(ground, regime)).isGreaterThanOrEqualTo(bits);
    IteratedDesign design = today.iteratedDesign().orElseThrow();
    IteratedLayout its = ground.iteratedDesign().orElseThrow().layout();
    for (int i = 0; i < its.grindingQueries().size(); i++) {
      long now = its.grindingQueries().get(i);
      List<Long> all = entries(space, design.grindingQueriesKey(), List.of(now), i);
      Optional<Long> lower = all.stream().filter(b -> b < now).max(Comparator.naturalOrder());
      if (lower.isPresent()) {
        List<Long> queries = new ArrayList<>(its.grindingQueries());
        queries.set(i, lower.get());
        Circuit less =
            design.with(
                new IteratedLayout(
                    its.logInverseRate(),
                    its.logFactors(),
                    its.queries(),
                    its.samples(),
                    its.gap(),
                    its.grindingFolds(),
                    queries,
                    its.grindingSamples()));
        for (Sites.Site site : new Sites(ground, space).all()) {
          less = site.key().with(less, site.key().get(ground));
        }
        assertThat(IteratedCases.bits(less, regime)).isLessThan(bits);
      }
    }
  }

  private static Aim aim(long bits, boolean worst, int kind, Map<Axis, Double> limits) {
    Axis limited = kind % 2 == 0 ? Axis.PROVER : Axis.GRINDING;
    return switch (kind) {
      case 0 -> aim(bits, worst, Axis.PROVER, Map.of());
      case 1 -> aim(bits, worst, Axis.GRINDING, Map.of());
      case 2, 3 ->
          aim(bits, worst, Axis.PROOF_SIZE, Map.of(limited, limits.getOrDefault(limited, 0.0)));
      case 4, 5 ->
          aim(bits, worst, Axis.VERIFIER, Map.of(limited, limits.getOrDefault(limited, 0.0)));
      case 6 ->
          aim(
              bits,
              worst,
              Axis.GRINDING,
              Map.of(Axis.PROOF_SIZE, limits.getOrDefault(Axis.PROOF_SIZE, 0.0)));
      case 7 ->
          aim(
              bits,
              worst,
              Axis.PROVER,
              Map.of(Axis.PROOF_SIZE, limits.getOrDefault(Axis.PROOF_SIZE, 0.0)));
      default -> aim(bits, worst, Axis.PROOF_SIZE, Map.of());
    };
  }

  private static Aim aim(long bits, boolean worst, Axis least, Map<Axis, Double> most) {
    return new Aim(bits, List.of(least), most, worst, OptionalInt.empty());
  }

  private void holdAgainstAll(
      Circuit circuit, Space space, Regime regime, int kind, List<Bare> all) {
    boolean worst = random.nextInt(4) > 0;
    Bare some = all.get(random.nextInt(all.size()));
    long bits = Math.max(1, Collections.min(some.bits.values()) + random.nextInt(8));
    List<Circuit> enough =
        all.stream().flatMap(bare -> ground(circuit, space, bare, bits).stream()).toList();
    Map<Axis, Double> limits = new EnumMap<>(Axis.class);
    if (!enough.isEmpty()) {
      Circuit limit = enough.get(random.nextInt(enough.size()));
      for (Axis axis : Axis.values()) {
        limits.put(axis, aim(bits, worst, axis, Map.of()).cost(limit, axis));
      }
    }
    Aim aim = aim(bits, worst, kind, limits);
    Optional<double[]> least =
        enough.stream()
            .map(aim::costs)
            .filter(costs -> FoldPaths.within(costs, aim.limits()))
            .min(BY_COST);
    enough.stream()
        .limit(3)
        .forEach(ground -> holdNoSiteLower(circuit, space, ground, regime, bits));
    Findings findings = IteratedCases.findings(circuit, space, aim, regime, Findings.Kind.LEAST);
    String what = "%s %s %s".formatted(circuit.parameters(), space, aim);
    assertThat(findings.areOptimal()).as(what).isTrue();
    assertThat(findings.best().stream().map(best -> best.costs()[0]).findFirst())
        .as(what)
        .isEqualTo(least.map(costs -> costs[0]));
    for (Finding finding : findings.best()) {
      Circuit best = finding.circuit().get();
      assertThat(aim.costs(best)).as(what).isEqualTo(finding.costs());
      assertThat(IteratedCases.bits(best, regime)).as(what).isGreaterThanOrEqualTo(bits);
      found++;
    }
  }

  /** Sizes against one or two other axes. */
  private void holdFront(Circuit circuit, Space space, Regime regime, List<Bare> all) {
    boolean worst = random.nextInt(4) > 0;
    long bits = Math.max(1, Collections.min(all.get(random.nextInt(all.size())).bits.values()) + 3);
    List<Axis> axes =
        List.of(
                List.of(Axis.PROOF_SIZE, Axis.PROVER),
                List.of(Axis.GRINDING, Axis.PROOF_SIZE),
                List.of(Axis.PROOF_SIZE, Axis.GRINDING, Axis.VERIFIER))
            .get(random.nextInt(3));
    Aim aim = new Aim(bits, axes, Map.of(), worst, OptionalInt.empty());
    List<double[]> front = new ArrayList<>();
    for (Bare bare : all) {
      ground(circuit, space, bare, bits)
          .map(aim::costs)
          .filter(costs -> front.stream().noneMatch(f -> FoldPaths.within(f, costs)))
          .ifPresent(
              costs -> {
                front.removeIf(f -> FoldPaths.within(costs, f));
                front.add(costs);
              });
    }
    Findings findings = IteratedCases.findings(circuit, space, aim, regime, Findings.Kind.FRONT);
    String what = "%s %s %s".formatted(circuit.parameters(), space, aim);
    assertThat(findings.areOptimal()).as(what).isTrue();
    assertThat(findings.best().stream().map(Finding::costs).toList())
        .as(what)
        .usingElementComparator(Arrays::compare)
        .containsExactlyInAnyOrderElementsOf(front);
    found += front.isEmpty() ? 0 : 1;
  }

  /** All that a space has at the gap of today. */
  private static List<Bare> bare(Circuit circuit, Space space, Regime regime) {
    IteratedDesign design = circuit.iteratedDesign().orElseThrow();
    return layouts(design, space, List.of(design.layout().gap())).stream()
        .flatMap(layout -> bare(design, layout, regime).stream())
        .toList();
  }

  private void holdFronts(String family, int circuits) {
    Regime regime = Soundcalc.regimes("jbr").get(0);
    for (int i = 0; i < circuits; i++) {
      Circuit circuit = i % 4 == 3 ? cases.sent(cases.circuit(family), 64) : cases.circuit(family);
      Space space = space(circuit);
      List<Bare> all = bare(circuit, space, regime);
      if (!all.isEmpty()) {
        holdFront(circuit, space, regime, all);
      }
    }
    assertThat(found).isBetween(circuits / 4, circuits);
  }

  @ParameterizedTest
  @CsvSource({"WHIR, 10", "STIR, 10"})
  void frontsAreThoseOfTryingAll(String family, int circuits) {
    holdFronts(family, circuits);
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({"WHIR, 100", "STIR, 100"})
  void frontsAreThoseOfTryingAllOfMany(String family, int circuits) {
    holdFronts(family, circuits);
  }

  private void holdAgainstAll(String family, String name, int circuits) {
    Regime regime = Soundcalc.regimes(name).get(0);
    for (int i = 0; i < circuits; i++) {
      int kind = i % 9;
      Circuit circuit = cases.circuit(family);
      if (kind >= 6) {
        circuit = cases.sent(circuit, 64);
      }
      Space space = space(circuit);
      List<Bare> all = bare(circuit, space, regime);
      if (!all.isEmpty()) {
        holdAgainstAll(circuit, space, regime, kind, all);
      }
    }
    assertThat(found).isBetween(circuits / 4, circuits);
  }

  @ParameterizedTest
  @CsvSource({"WHIR, jbr, 18", "STIR, jbr, 18", "WHIR, udr, 9", "STIR, udr, 9", "JAGGED, udr, 9"})
  void whatCostsLeastIsThatOfTryingAll(String family, String regime, int circuits) {
    holdAgainstAll(family, regime, circuits);
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({
    "WHIR, jbr, 200",
    "STIR, jbr, 200",
    "WHIR, udr, 100",
    "STIR, udr, 100",
    "JAGGED, udr, 200"
  })
  void whatCostsLeastIsThatOfTryingAllOfMany(String family, String regime, int circuits) {
    holdAgainstAll(family, regime, circuits);
  }

  /** Few layouts, but every gap that there may be. */
  private void holdAgainstAllGaps(String family, int circuits) {
    Regime regime = Soundcalc.regimes("jbr").get(0);
    for (int i = 0; i < circuits; i++) {
      Circuit circuit = cases.circuit(family);
      IteratedDesign design = circuit.iteratedDesign().orElseThrow();
      Map<String, List<?>> values = new HashMap<>(space(circuit).values());
      int rate = 1 + random.nextInt(3);
      long first = 8L + random.nextInt(20);
      values.put(design.rateKey().label(), List.of((long) rate));
      values.put(design.queriesKey().label(), List.of(first, first + 1, first + 3));
      values.put(design.samplesKey().label(), List.of(1L));
      values.put(design.gapKey().orElseThrow().label(), List.of());
      Space space =
          new Space(
              values,
              Optional.of(new Schedules.Listed(List.of(List.of(1), List.of(2), List.of(2, 1)))));
      List<Optional<Rational>> gaps = new ArrayList<>(List.of(design.layout().gap()));
      for (long m = 3; m <= 1000; m++) {
        gaps.add(Optional.of(JohnsonGap.reaching(Rate.ofLog2Inverse(rate), m)));
      }
      List<Bare> all =
          layouts(design, space, gaps).stream()
              .flatMap(layout -> bare(design, layout, regime).stream())
              .toList();
      if (!all.isEmpty()) {
        holdAgainstAll(circuit, space, regime, i % 6, all);
      }
    }
    assertThat(found).isBetween(circuits / 4, circuits);
  }

  @ParameterizedTest
  @CsvSource({"WHIR, 2", "STIR, 2"})
  void gapsAreThoseOfTryingAll(String family, int circuits) {
    holdAgainstAllGaps(family, circuits);
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({"WHIR, 24", "STIR, 24"})
  void gapsAreThoseOfTryingAllOfMany(String family, int circuits) {
    holdAgainstAllGaps(family, circuits);
  }

  /** A limit that the best keeps to leaves it the best: what it costs is known while it is made. */
  @ParameterizedTest
  @ValueSource(strings = {"WHIR", "STIR"})
  void beforeNoSamplesProofOfWorkCostsNothing(String family) {
    Regime regime = Soundcalc.regimes("udr").get(0);
    for (int i = 0; i < 12; i++) {
      Circuit circuit = cases.circuit(family);
      IteratedDesign design = circuit.iteratedDesign().orElseThrow();
      Map<String, List<?>> values = new HashMap<>(cases.space(design).values());
      values.put(design.samplesKey().label(), List.of(0L));
      values.put(design.grindingSamplesKey().label(), List.of(10L));
      values.put(design.grindingQueriesKey().label(), List.of(0L, 1L, 2L));
      Space space = new Space(values, Optional.of(new Schedules.Listed(List.of(List.of(2, 1)))));
      Aim aim = aim(1, true, Axis.GRINDING, Map.of());
      for (Finding best :
          IteratedCases.findings(circuit, space, aim, regime, Findings.Kind.LEAST).best()) {
        Aim same = aim(1, true, Axis.GRINDING, Map.of(Axis.GRINDING, best.costs()[0]));
        assertThat(IteratedCases.findings(circuit, space, same, regime, Findings.Kind.LEAST).best())
            .singleElement()
            .satisfies(again -> assertThat(again.costs()).isEqualTo(best.costs()));
        found++;
      }
    }
    assertThat(found).isPositive();
  }
}
