package org.soundcalc.search.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Prepared;

/** What is found of STIR and WHIR is what trying every configuration finds. */
class IteratedSearchTest {
  private static final String CIRCUIT =
      """
      [zkevm]
      name = "t"
      version = "1"
      protocol_family = "%1$s"
      field = "%2$s"
      hash_size_bits = %3$d
      [[circuits]]
      name = "c"
      log_inv_rate = 1
      %4$s
      num_iterations = 1
      folding_factors = [1]
      log_degree = %5$d
      batch_size = %6$d
      power_batching = true
      %7$s
      %9$s
      num_queries = [5]
      num_ood_samples = []
      grinding_batching_phase = 3
      grinding_bits_queries = [2]
      grinding_bits_ood = []
      num_constraints = %8$d
      air_max_degree = 2
      opening_points = 1
      """;

  /** Below Jagged: unique decoding alone, and a gap of no key. */
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
      dense_pcs = "whir"
      trace_length = %d
      trace_columns = %d
      log_inv_rate = 1
      num_iterations = 1
      folding_factors = [1]
      log_degree = %d
      dense_batch = %d
      power_batching = %b
      constraint_degree = %d
      grinding_bits_folding = [[1]]
      num_queries = [5]
      num_ood_samples = []
      grinding_batching_phase = 3
      grinding_bits_queries = [2]
      grinding_bits_ood = []
      num_constraints = %d
      air_max_degree = 2
      """;

  private static final List<String> FIELDS =
      List.of("Goldilocks", "BabyBear", "BabyBear^2", "Goldilocks^2", "KoalaBear^6");

  private final Random random = new Random(20261127);

  private Circuit jagged() {
    int logDegree = 4 + random.nextInt(3);
    return Soundcalc.parse(
            JAGGED.formatted(
                FIELDS.get(random.nextInt(FIELDS.size())),
                random.nextBoolean() ? 256 : 64,
                (1 << logDegree) - random.nextInt(5),
                1 + random.nextInt(30),
                logDegree,
                1 + random.nextInt(9),
                random.nextBoolean(),
                3 + random.nextInt(2),
                1 + random.nextInt(50)))
        .circuits()
        .get(0);
  }

  private Circuit circuit(String family) {
    if (family.equals("JAGGED")) {
      return jagged();
    }
    boolean isWhir = family.equals("WHIR");
    String rates = random.nextInt(4) == 0 ? "whir_log_inv_rates = [1, 1]" : "";
    return Soundcalc.parse(
            CIRCUIT.formatted(
                family,
                FIELDS.get(random.nextInt(FIELDS.size())),
                random.nextBoolean() ? 256 : 64,
                rates,
                4 + random.nextInt(3),
                1 + random.nextInt(9),
                isWhir
                    ? "constraint_degree = 3\ngrinding_bits_folding = [[1]]"
                    : "grinding_bits_folding = 1",
                1 + random.nextInt(50),
                random.nextBoolean() ? "gap_to_radius = 0.06" : ""))
        .circuits()
        .get(0);
  }

  private List<Long> some(long first, long end) {
    List<Long> some = new ArrayList<>(LongStream.range(first, end).boxed().toList());
    some.removeIf(any -> random.nextInt(3) == 0);
    return some.isEmpty() ? List.of(first) : some;
  }

  /** A space small enough to try all of. */
  private Space space(IteratedDesign design) {
    Map<String, List<?>> values = new HashMap<>();
    values.put(design.rateKey().label(), some(1, 4));
    long first = 1L + random.nextInt(20);
    long step = 1L + random.nextInt(3);
    values.put(design.queriesKey().label(), List.of(first, first + step, first + 2 * step));
    values.put(design.samplesKey().label(), some(random.nextInt(2), 3));
    for (Key<Circuit, ?> key : List.of(design.grindingQueriesKey(), design.grindingSamplesKey())) {
      if (random.nextBoolean()) {
        values.put(key.label(), some(0, 6));
      }
    }
    Schedules schedules =
        random.nextInt(3) > 0
            ? new Schedules.Any(new TreeSet<>(random.nextBoolean() ? List.of(2, 3) : List.of(2, 4)))
            : new Schedules.Listed(List.of(List.of(1), List.of(2, 1), List.of(1, 1), List.of(3)));
    return new Space(values, Optional.of(schedules));
  }

  /** All layouts, with the most proof-of-work everywhere: the least that lowers no size. */
  private static List<IteratedLayout> layouts(IteratedDesign design, Space space) {
    IteratedLayout now = design.layout();
    List<IteratedLayout> all = new ArrayList<>();
    for (List<Integer> factors : schedules(space, design.logDegree())) {
      int iterations = factors.size();
      for (long rate : space.<Long>values(design.rateKey(), 0L)) {
        for (List<Long> queries : lists(space.entries(design.queriesKey()), iterations)) {
          for (List<Long> samples : lists(space.entries(design.samplesKey()), iterations - 1)) {
            all.add(
                new IteratedLayout(
                    (int) rate,
                    factors,
                    queries,
                    samples,
                    now.gap(),
                    factors.stream().map(any -> Collections.nCopies(any, 1L)).toList(),
                    Collections.nCopies(iterations, most(space, design.grindingQueriesKey(), 2)),
                    Collections.nCopies(
                        iterations - 1, most(space, design.grindingSamplesKey(), 0))));
          }
        }
      }
    }
    return all;
  }

  private static long most(Space space, Key<Circuit, ?> key, long now) {
    return space.moves(key) ? Collections.max(space.entries(key)) : now;
  }

  private static List<List<Long>> lists(List<Long> values, int length) {
    if (length == 0) {
      return List.of(List.of());
    }
    List<List<Long>> all = new ArrayList<>();
    for (List<Long> shorter : lists(values, length - 1)) {
      for (long value : values) {
        List<Long> list = new ArrayList<>(shorter);
        list.add(value);
        all.add(list);
      }
    }
    return all;
  }

  private static List<List<Integer>> schedules(Space space, int logDegree) {
    List<List<Integer>> all = new ArrayList<>();
    if (space.schedules().orElseThrow() instanceof Schedules.Listed listed) {
      all.addAll(listed.each());
    } else {
      add(List.of(), logDegree, ((Schedules.Any) space.schedules().get()).logFactors(), all);
    }
    all.removeIf(f -> f.stream().mapToInt(Integer::intValue).sum() > logDegree);
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

  private record Sized(Circuit circuit, double size) {}

  private static double size(Circuit circuit, boolean worst) {
    ProofSize size = circuit.decidingSize();
    return (worst ? size.worstCaseBits() : size.expectedBits()).doubleValue();
  }

  /** All circuits that do not contradict themselves, the smallest proofs first. */
  private static Optional<Circuit> made(IteratedDesign design, IteratedLayout layout) {
    try {
      return Optional.of(design.with(layout));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  private static List<Sized> bySize(IteratedDesign design, Space space, boolean worst) {
    List<Sized> all = new ArrayList<>();
    for (IteratedLayout layout : layouts(design, space)) {
      made(design, layout).ifPresent(c -> all.add(new Sized(c, size(c, worst))));
    }
    all.sort((one, other) -> Double.compare(one.size, other.size));
    return all;
  }

  /** Lists without a bound count for nothing. */
  private static long bits(Circuit circuit, Regime regime) {
    Prepared prepared = Prepared.of(circuit, List.of(regime));
    boolean isBounded =
        prepared.terms(regime).stream()
            .noneMatch(
                term -> term.caveat().filter(c -> c.kind() == Caveat.Kind.LIST_BOUND).isPresent());
    return isBounded ? prepared.bits(regime).orElse(-1) : -1;
  }

  private static Findings findings(
      Circuit circuit, Space space, Aim aim, Regime regime, Findings.Kind kind) {
    Findings findings = new Findings(kind, aim.limits());
    new IteratedSearch(circuit, circuit.iteratedDesign().orElseThrow(), space, aim, findings)
        .search(regime);
    return findings;
  }

  private static List<Finding> found(Circuit circuit, Space space, Aim aim, Regime regime) {
    return findings(circuit, space, aim, regime, Findings.Kind.LEAST).best();
  }

  private static Aim aim(long bits, boolean worst) {
    return new Aim(bits, List.of(Axis.PROOF_SIZE), Map.of(), worst, OptionalInt.empty());
  }

  /** What is sent: any arity, a cap that some first trees are too small for, shared paths. */
  private Circuit sent(Circuit circuit) {
    ProofFormat format =
        new ProofFormat(
            Optional.empty(),
            List.of(2L, 3L, 4L).get(random.nextInt(3)),
            random.nextInt(3),
            List.of(Optional.<String>empty(), Optional.of("separate"), Optional.of("shared"))
                .get(random.nextInt(3)),
            Optional.empty(),
            0,
            1 + random.nextInt(2),
            Sizes.SENT);
    return circuit.with(circuit.id().sending(format));
  }

  private void holdAgainstAll(String family, String name, int circuits) {
    holdAgainstAll(family, name, circuits, UnaryOperator.identity());
  }

  private void holdAgainstAll(
      String family, String name, int circuits, UnaryOperator<Circuit> edit) {
    Regime regime = Soundcalc.regimes(name).get(0);
    int withAnswer = 0;
    for (int i = 0; i < circuits; i++) {
      Circuit circuit = edit.apply(circuit(family));
      Space space = space(circuit.iteratedDesign().orElseThrow());
      boolean worst = random.nextInt(4) > 0;
      List<Sized> all = bySize(circuit.iteratedDesign().orElseThrow(), space, worst);
      // what some configuration has, and what may be more than any has
      long bits =
          Math.max(1, bits(all.get(random.nextInt(all.size())).circuit, regime))
              + random.nextInt(3);
      OptionalDouble least =
          all.stream()
              .filter(some -> bits(some.circuit, regime) >= bits)
              .mapToDouble(Sized::size)
              .findFirst();
      List<Finding> found = found(circuit, space, aim(bits, worst), regime);
      assertThat(found.stream().mapToDouble(f -> f.costs()[0]).findFirst())
          .as("%s %s %s bits %s", circuit.parameters(), space, bits, worst)
          .isEqualTo(least);
      Aim its = aim(bits, worst);
      double bound = findings(circuit, space, its, regime, Findings.Kind.BOUND).bound();
      assertThat(bound)
          .as("%s %s %s bits %s", circuit.parameters(), space, bits, worst)
          .isLessThanOrEqualTo(least.orElse(Double.POSITIVE_INFINITY))
          .isPositive();
      for (Finding finding : found) {
        Circuit best = finding.circuit().get();
        assertThat(size(best, worst)).isEqualTo(finding.costs()[0]);
        assertThat(bits(best, regime)).as("%s", best.parameters()).isGreaterThanOrEqualTo(bits);
        withAnswer++;
      }
    }
    assertThat(withAnswer).isBetween(circuits / 4, circuits);
  }

  @ParameterizedTest
  @CsvSource({
    "WHIR, jbr, 10",
    "STIR, jbr, 10",
    "WHIR, udr, 10",
    "STIR, udr, 10",
    "JAGGED, udr, 12"
  })
  void smallestProofIsThatOfTryingAll(String family, String regime, int circuits) {
    holdAgainstAll(family, regime, circuits);
  }

  @ParameterizedTest
  @CsvSource({"WHIR, jbr", "STIR, jbr", "JAGGED, udr"})
  void whatIsSentIsMinimised(String family, String regime) {
    holdAgainstAll(family, regime, 8, this::sent);
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({
    "WHIR, jbr, 60",
    "STIR, jbr, 60",
    "WHIR, udr, 40",
    "STIR, udr, 40",
    "JAGGED, udr, 200",
    "WHIR, jbr-best, 10",
    "STIR, jbr-best, 10"
  })
  void smallestProofIsThatOfTryingAllOfMany(String family, String regime, int circuits) {
    holdAgainstAll(family, regime, circuits);
  }

  /** Schedules, queries, samples and proof-of-work before anything may move. */
  private static Space tuned(Circuit circuit, long firstRate, long lastRate, long grinding) {
    IteratedDesign design = circuit.iteratedDesign().orElseThrow();
    Map<String, List<?>> values = new HashMap<>();
    List<Long> bits = LongStream.rangeClosed(0, grinding).boxed().toList();
    circuit.keys().stream().filter(Sites::isSite).forEach(site -> values.put(site.label(), bits));
    for (Key<Circuit, ?> key :
        List.of(
            design.grindingFoldsKey(), design.grindingQueriesKey(), design.grindingSamplesKey())) {
      values.put(key.label(), bits);
    }
    values.put(
        design.rateKey().label(), LongStream.rangeClosed(firstRate, lastRate).boxed().toList());
    values.put(design.queriesKey().label(), LongStream.rangeClosed(1, 400).boxed().toList());
    values.put(design.samplesKey().label(), List.of(0L, 1L, 2L, 3L, 4L));
    return new Space(
        values, Optional.of(new Schedules.Any(new TreeSet<>(List.of(1, 2, 3, 4, 5, 6)))));
  }

  private static Circuit circuit(String file, String name) {
    return Soundcalc.read(Path.of("zkvms", file)).circuits().stream()
        .filter(circuit -> circuit.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What is said where time ran out is not far from what a search would have found. */
  @ParameterizedTest
  @CsvSource({"dummy_whir.toml, embed, true", "dummy_stir.toml, main, false"})
  void noProofIsBelowTheBound(String file, String name, boolean worst) {
    Circuit circuit = circuit(file, name);
    Space space = tuned(circuit, 1, 6, 24);
    Regime regime = Soundcalc.regimes("jbr").get(0);
    Aim aim = aim(120, worst);
    double least = found(circuit, space, aim, regime).get(0).costs()[0];
    assertThat(findings(circuit, space, aim, regime, Findings.Kind.BOUND).bound())
        .isBetween(0.95 * least, least);
  }

  /** What an independent search by all prefixes of schedules finds. */
  @ParameterizedTest
  @CsvSource({
    "embed, 4, 4, 221.7, '[1, 4]', '[54, 54]'",
    "embed, 1, 6, 156.4, '[1, 4]', '[36, 36]'",
    "combine, 4, 4, 262.6, '[1, 4, 4]', '[54, 54, 31]'",
    "combine, 1, 6, 188.3, '[1, 4, 4]', '[36, 36, 24]'",
    "riscv, 4, 4, 333.3, '[1, 4, 4, 4]', '[54, 54, 31, 22]'",
    "riscv, 1, 6, 240.6, '[1, 4, 4, 4]', '[36, 36, 24, 18]'"
  })
  void dummyWhir(
      String name, long firstRate, long lastRate, double kib, String factors, String queries) {
    Circuit circuit = circuit("dummy_whir.toml", name);
    Regime regime = Soundcalc.regimes("jbr").get(0);
    Finding found =
        found(circuit, tuned(circuit, firstRate, lastRate, 22), aim(128, true), regime).get(0);
    Circuit best = found.circuit().get();
    IteratedLayout layout = best.iteratedDesign().orElseThrow().layout();
    assertThat(size(best, true)).isEqualTo(found.costs()[0]);
    assertThat(Math.round(found.costs()[0] / 8192 * 10) / 10.0).isEqualTo(kib);
    assertThat(layout.logFactors()).hasToString(factors);
    assertThat(layout.queries()).hasToString(queries);
    assertThat(bits(best, regime)).isGreaterThanOrEqualTo(128);
  }

  /** Without any more proof-of-work than today's at each place, at the bits of today. */
  @ParameterizedTest
  @CsvSource({"dummy_stir.toml, main", "dummy_whir.toml, embed"})
  void whatIsFreeIsSmallerAndHasTheBitsOfToday(String file, String name) {
    Circuit circuit = circuit(file, name);
    IteratedDesign design = circuit.iteratedDesign().orElseThrow();
    Regime regime = Soundcalc.regimes("jbr").get(0);
    long bits = bits(circuit, regime);
    Space free =
        new Space(
            Map.of(
                design.queriesKey().label(),
                LongStream.rangeClosed(1, 400).boxed().toList(),
                design.gapKey().orElseThrow().label(),
                List.of()),
            Optional.of(new Schedules.Any(new TreeSet<>(List.of(1, 2, 3, 4, 5, 6)))));
    Circuit best = found(circuit, free, aim(bits, true), regime).get(0).circuit().get();
    assertThat(size(best, true)).isLessThan(size(circuit, true));
    assertThat(bits(best, regime)).isGreaterThanOrEqualTo(bits);
    IteratedLayout layout = best.iteratedDesign().orElseThrow().layout();
    IteratedLayout today = design.layout();
    assertThat(layout.logInverseRate()).isEqualTo(today.logInverseRate());
    for (int i = 0; i < layout.logFactors().size(); i++) {
      assertThat(layout.grindingQueries().get(i))
          .isEqualTo(IteratedLayout.at(today.grindingQueries(), i, 0L));
    }
    // nothing is left
    assertThat(size(found(best, free, aim(bits, true), regime).get(0).circuit().get(), true))
        .isEqualTo(size(best, true));
  }
}
