package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Prepared;

/** Small circuits of STIR and WHIR, and spaces of which every configuration can be tried. */
final class IteratedCases {
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

  private final Random random;

  IteratedCases(long seed) {
    this.random = new Random(seed);
  }

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

  Circuit circuit(String family) {
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

  List<Long> some(long first, long end) {
    List<Long> some = new ArrayList<>(LongStream.range(first, end).boxed().toList());
    some.removeIf(any -> random.nextInt(3) == 0);
    return some.isEmpty() ? List.of(first) : some;
  }

  /** A space small enough to try all of. */
  Space space(IteratedDesign design) {
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

  /** What is sent: any arity, a cap that some first trees are too small for, shared paths. */
  Circuit sent(Circuit circuit) {
    return sent(circuit, 0);
  }

  /** The same with a nonce at each site that has proof-of-work. */
  Circuit sent(Circuit circuit, long nonceBits) {
    ProofFormat format =
        new ProofFormat(
            Optional.empty(),
            List.of(2L, 3L, 4L).get(random.nextInt(3)),
            random.nextInt(3),
            List.of(Optional.<String>empty(), Optional.of("separate"), Optional.of("shared"))
                .get(random.nextInt(3)),
            Optional.empty(),
            nonceBits,
            1 + random.nextInt(2),
            Sizes.SENT);
    return circuit.with(circuit.id().sending(format));
  }

  static List<List<Long>> lists(List<Long> values, int length) {
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

  static List<List<Integer>> schedules(Space space, int logDegree) {
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

  /** The circuit, where it does not contradict itself. */
  static Optional<Circuit> made(IteratedDesign design, IteratedLayout layout) {
    try {
      return Optional.of(design.with(layout));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }

  /** Lists without a bound count for nothing. */
  static long bits(Circuit circuit, Regime regime) {
    Prepared prepared = Prepared.of(circuit, List.of(regime));
    boolean isBounded =
        prepared.terms(regime).stream()
            .noneMatch(
                term -> term.caveat().filter(c -> c.kind() == Caveat.Kind.LIST_BOUND).isPresent());
    return isBounded ? prepared.bits(regime).orElse(-1) : -1;
  }

  static Findings findings(
      Circuit circuit, Space space, Aim aim, Regime regime, Findings.Kind kind) {
    Findings findings = new Findings(kind, aim.limits());
    new IteratedSearch(circuit, circuit.iteratedDesign().orElseThrow(), space, aim, findings)
        .search(regime);
    return findings;
  }
}
