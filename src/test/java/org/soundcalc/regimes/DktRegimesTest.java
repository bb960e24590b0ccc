package org.soundcalc.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Agreement;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;

/** Figures of exact counts: published totals, the choice of agreements, what is not covered. */
class DktRegimesTest {
  /** Totals of an independent implementation, in hundredths, rounded down. */
  @ParameterizedTest
  @CsvSource({
    "airbender, 70.71, 70.71",
    "risc0, 49.99, 51.47",
    "miden, 56.49, 58.94",
    "pico, 57.97, 57.97",
    "openvm, 96.09, 96.09",
  })
  void totals(String file, String johnson, String firstOrder) {
    assertTotal(file, new DktJohnson(), johnson);
    assertTotal(file, new DktFirstOrder(), firstOrder);
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({
    "zisk, 129.46, 129.53",
    "venus, 129.46, 129.46",
    "dummy_stir, 129.54, 130.00",
    "dummy_whir, 129.15, 129.51",
  })
  void moreTotals(String file, String johnson, String firstOrder) {
    totals(file, johnson, firstOrder);
  }

  private static void assertTotal(String file, Regime regime, String bits) {
    long least =
        Soundcalc.estimate(Soundcalc.read(Path.of("zkvms", file + ".toml")), List.of(regime))
            .circuits()
            .stream()
            .mapToLong(circuit -> figures(circuit).binding().hundredthBits())
            .min()
            .orElseThrow();
    assertThat(least).as(regime.name()).isEqualTo(Long.parseLong(bits.replace(".", "")));
  }

  private static RegimeResult.Figures figures(CircuitEstimate circuit) {
    return circuit.best().orElseThrow();
  }

  @Test
  void theSmallestProofOfZiskGainsTheMost() {
    Circuit compressed = Soundcalc.read(Path.of("zkvms/zisk.toml")).circuit("Final_Compressed");
    assertThat(hundredths(new JohnsonBest(), compressed)).isEqualTo(12946);
    assertThat(hundredths(new DktFirstOrder(), compressed)).isEqualTo(13178);
  }

  private static long hundredths(Regime regime, Circuit circuit) {
    return figures(new Estimator(List.of(regime)).estimate(circuit)).binding().hundredthBits();
  }

  /**
   * Errors that join those that decide after a target was thought to be kept are asked there, too.
   */
  @Test
  void errorsThatJoinLateCount() throws IOException {
    String toml = Files.readString(Path.of("zkvms/dummy_whir.toml"));
    Circuit riscv = circuit(toml.replace("log_degree = 22", "log_degree = 24"));
    assertThat(hundredths(new DktFirstOrder(), riscv)).isEqualTo(12903);
  }

  /** A/n of the table, and the profile that was published with it. */
  @ParameterizedTest
  @CsvSource({
    "airbender, generalized_circuit, 23876374/33554432, m=34 M=0 mu=48",
    "risc0, main, 4109695/8388608, m=13 M=5 mu=25",
  })
  void agreement(String file, String name, String agreement, String proof) {
    Circuit circuit = Soundcalc.read(Path.of("zkvms", file + ".toml")).circuit(name);
    List<Agreement> chosen = ((Assessment.Terms) new DktFirstOrder().assess(circuit)).agreements();
    assertThat(chosen).extracting(Agreement::fraction).containsExactly(agreement);
    assertThat(chosen).extracting(Agreement::proof).containsExactly(proof);
  }

  /**
   * On codes so short that every agreement can be tried, the one that is chosen proves the most,
   * and of those that do it is the closest to what the queries ask for.
   */
  @ParameterizedTest
  @CsvSource({
    "JOHNSON, POWERS, 40",
    "JOHNSON, AFFINE, 20",
    "JOHNSON, MULTILINEAR, 20",
    "FIRST_ORDER, POWERS, 40",
    "FIRST_ORDER, AFFINE, 20",
    "FIRST_ORDER, MULTILINEAR, 20",
  })
  void noAgreementProvesMoreOfFri(ExactCounts counts, Batching mode, int circuits) {
    Random random = new Random(20260920);
    int compared = 0;
    for (int i = 0; i < circuits; i++) {
      Circuit circuit = friOver(random, mode);
      Assessment assessment =
          BestAgreements.assess(regime(counts), circuit, new KeptCounts(counts));
      if (!(assessment instanceof Assessment.Terms terms)) {
        continue;
      }
      long length = AgreementBounds.length(circuit.codes().get(0));
      long best =
          LongStream.range(1L << circuit.codes().get(0).logDimension(), length)
              .filter(a -> circuit.refusal("regime", at(circuit, counts, List.of(a))).isEmpty())
              .map(a -> least(circuit, at(circuit, counts, List.of(a))))
              .max()
              .orElseThrow();
      assertThat(moved(terms.terms())).isEqualTo(best);
      long next = terms.agreements().get(0).points() + 1;
      boolean isLargest = next == length || query(circuit, counts, next) < best;
      assertThat(best == 0 || isLargest).as("the largest with enough queries").isTrue();
      compared++;
    }
    assertThat(compared).isGreaterThan(circuits / 2);
  }

  /** With a sample out of the domain, and without: there the second code decodes uniquely. */
  @ParameterizedTest
  @CsvSource({"JOHNSON, 1", "JOHNSON, 0", "FIRST_ORDER, 1", "FIRST_ORDER, 0"})
  void noAgreementsProveMoreOfWhir(ExactCounts counts, int samples) {
    assertNoneProveMore(counts, WHIR.replace("samples = [1]", "samples = [" + samples + "]"));
  }

  @ParameterizedTest
  @EnumSource(ExactCounts.class)
  void noAgreementsProveMoreOfWhirWithIndependentCoefficients(ExactCounts counts) {
    assertNoneProveMore(counts, independent(WHIR));
  }

  @ParameterizedTest
  @EnumSource(ExactCounts.class)
  void noAgreementsProveMoreOfStir(ExactCounts counts) {
    String stir =
        WHIR.replace("\"WHIR\"", "\"STIR\"")
            .replace("constraint_degree = 3\n", "")
            .replace("[[0, 0], [0]]", "0")
            .replace("log_inv_rate = 2", "log_inv_rate = 1")
            .replace("log_degree = 4", "log_degree = 6")
            .replace("folding_factors = [2, 1]", "folding_factors = [1, 2]")
            .replace("num_queries = [19, 11]", "num_queries = [19, 15]");
    assertNoneProveMore(counts, stir);
    assertNoneProveMore(counts, independent(stir));
  }

  /** Of so many functions that their batching decides, where the queries are ground enough. */
  private static String independent(String toml) {
    return toml.replace("power_batching = true", "power_batching = false")
        .replace("batch_size = 3", "batch_size = 3000")
        .replace("grinding_bits_queries = [3, 4]", "grinding_bits_queries = [22, 24]");
  }

  /** Every pair of agreements is tried. */
  private static void assertNoneProveMore(ExactCounts counts, String toml) {
    Circuit circuit = circuit(toml);
    Assessment.Terms terms =
        (Assessment.Terms) BestAgreements.assess(regime(counts), circuit, new KeptCounts(counts));
    long best = 0;
    for (CodeBounds first : all(circuit.codes().get(0), counts)) {
      for (CodeBounds second : all(circuit.codes().get(1), counts)) {
        List<CodeBounds> bounds = List.of(first, second);
        if (circuit.refusal("regime", bounds).isEmpty()) {
          best = Math.max(best, least(circuit, bounds));
        }
      }
    }
    assertThat(best).isGreaterThan(900);
    assertThat(moved(terms.terms())).isEqualTo(best);
  }

  /** At every agreement above the dimension. */
  private static List<CodeBounds> all(Code code, ExactCounts counts) {
    return LongStream.range((1L << code.logDimension()) + 1, AgreementBounds.length(code))
        .<CodeBounds>mapToObj(agreement -> new AgreementBounds(code, counts, agreement))
        .toList();
  }

  private static Regime regime(ExactCounts counts) {
    return counts == ExactCounts.JOHNSON ? new DktJohnson() : new DktFirstOrder();
  }

  private static List<CodeBounds> at(Circuit circuit, ExactCounts counts, List<Long> agreements) {
    List<CodeBounds> bounds = new ArrayList<>();
    for (int i = 0; i < agreements.size(); i++) {
      bounds.add(new AgreementBounds(circuit.codes().get(i), counts, agreements.get(i)));
    }
    return bounds;
  }

  private static long query(Circuit circuit, ExactCounts counts, long agreement) {
    return circuit.terms(at(circuit, counts, List.of(agreement))).stream()
        .filter(term -> term.name().equals("query phase"))
        .mapToLong(term -> Certified.hundredthBits(term.error()))
        .findFirst()
        .orElseThrow();
  }

  private static long least(Circuit circuit, List<CodeBounds> bounds) {
    return circuit.boundsLists(bounds) ? moved(circuit.terms(bounds)) : 0;
  }

  /** There are no lookups: every term moves with some agreement. */
  private static long moved(List<Term> terms) {
    return terms.stream()
        .mapToLong(term -> Certified.hundredthBits(term.error()))
        .min()
        .orElseThrow();
  }

  @Test
  void foldsPastDimensionOneAreNotCovered() {
    assertThat(new DktJohnson().assess(circuit(fri(8, 2, 5, "2, 8", 1))))
        .isInstanceOfSatisfying(
            Assessment.Inapplicable.class,
            dash -> assertThat(dash.reason()).contains("folds past dimension 1"));
  }

  /**
   * Five queries leave two bits, which proof-of-work alone would give each fold of the later
   * iterations: where no theorem counts, it does not help.
   */
  @Test
  void proofOfWorkIsNoTheorem() {
    Circuit circuit =
        circuit(
            """
            [zkevm]
            name = "Test"

            [[circuits]]
            name = "main"
            field = "BabyBear^5"
            hash_size_bits = 256
            protocol_family = "WHIR"
            batch_size = 1
            log_inv_rate = 1
            num_iterations = 3
            folding_factors = [3, 3, 3]
            log_degree = 12
            power_batching = true
            constraint_degree = 4
            num_queries = [5, 50, 20]
            num_ood_samples = [2, 3]
            grinding_batching_phase = 0
            grinding_bits_folding = [[0, 0, 0], [12, 0, 0], [12, 12, 5]]
            grinding_bits_queries = [0, 22, 0]
            grinding_bits_ood = [4, 0]
            num_constraints = 3000
            air_max_degree = 2
            opening_points = 2
            """);
    for (Regime regime : List.of(new DktJohnson(), new DktFirstOrder())) {
      RegimeResult.Figures figures = figures(new Estimator(List.of(regime)).estimate(circuit));
      assertThat(figures.bits()).isEqualTo(2);
      assertThat(figures.agreements()).allMatch(agreement -> agreement.count().signum() > 0);
    }
  }

  @Test
  void openingMorePointsThanTheCodeHasRoomForIsRefusedByName() {
    String crowded = fri(8, 2, 5, "2, 2", 4).replace("opening_points = 2", "opening_points = 7");
    assertThat(new DktJohnson().assess(circuit(crowded)))
        .isInstanceOfSatisfying(
            Assessment.Refused.class,
            refused -> {
              assertThat(refused.key().name()).isEqualTo("opening_points");
              assertThat(refused.message()).contains("DKT-Johnson");
            });
  }

  /** k + c is beyond every long then. */
  @Test
  void openingAllPointsThereAreIsRefusedByName() {
    String crowded = fri(8, 2, 5, "2, 2", 4).replace("points = 2", "points = " + Long.MAX_VALUE);
    for (Regime regime : List.of(new DktJohnson(), new DktFirstOrder())) {
      assertThat(regime.assess(circuit(crowded))).isInstanceOf(Assessment.Refused.class);
    }
  }

  /**
   * Codes of two coefficients at a rate of 2^-20: their first-order grid is as long as they are.
   */
  @Test
  void codesOfTwoCoefficientsAreLeftToTheJohnsonBound() {
    Circuit circuit = circuit(fri(2, 1 << 20, 40, "2", 1 << 20));
    assertThat(hundredths(new DktFirstOrder(), circuit))
        .isEqualTo(hundredths(new DktJohnson(), circuit));
  }

  @ParameterizedTest
  @CsvSource({
    "sp1, core, is not defined for JAGGED (UDR only)",
    "openvm2, root, is not defined for SWIRL: its configuration fixes m",
  })
  void doesNotCover(String file, String name, String reason) {
    Circuit circuit = Soundcalc.read(Path.of("zkvms", file + ".toml")).circuit(name);
    assertThat(new DktJohnson().assess(circuit)).isEqualTo(new Assessment.Inapplicable(reason));
    assertThat(new DktFirstOrder().assess(circuit)).isEqualTo(new Assessment.Inapplicable(reason));
  }

  /** A search asks first what decides; what is told of a code is what its first term asks for. */
  @ParameterizedTest
  @EnumSource(ExactCounts.class)
  void whatIsToldOfACodeIsTheFirstTermsCount(ExactCounts counts) {
    Circuit circuit =
        withALineFirst(
            circuit(fri(64, 4, 60, "2", 128).replace("batch_size = 3", "batch_size = 99")));
    Assessment.Terms terms =
        (Assessment.Terms) BestAgreements.assess(regime(counts), circuit, new KeptCounts(counts));
    Agreement told = terms.agreements().get(0);
    AgreementBounds anew = new AgreementBounds(circuit.codes().get(0), counts, told.points());
    assertThat(told).isEqualTo(anew.chosen(1));
    assertThat(told).isNotEqualTo(anew.chosen(98));
  }

  /** The same circuit whose first term is of a line over its code, which batching is not. */
  private static Circuit withALineFirst(Circuit circuit) {
    return (Circuit)
        Proxy.newProxyInstance(
            Circuit.class.getClassLoader(),
            new Class<?>[] {Circuit.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("terms")) {
                return method.invoke(circuit, arguments);
              }
              CodeBounds bounds = (CodeBounds) ((List<?>) arguments[0]).get(0);
              Rational k = Rational.powerOfTwo(circuit.codes().get(0).logDimension());
              List<Term> terms = new ArrayList<>();
              terms.add(new Term("line", new OfLine(bounds, k), 0, List.of()));
              terms.addAll(circuit.terms(List.of(bounds)));
              return terms;
            });
  }

  private record OfLine(CodeBounds bounds, Rational k) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return bounds.error(x, k);
    }
  }

  private static Circuit friOver(Random random, Batching mode) {
    int log = 3 + random.nextInt(4);
    int inverse = 2 << random.nextInt(3);
    String folds = List.of("2, 2", "4", "2", "4, 2").get(random.nextInt(4));
    long folded = (1L << log) * inverse;
    for (String fold : folds.split(", ", -1)) {
      folded /= Long.parseLong(fold);
    }
    String powers = fri(1L << log, inverse, 1 + random.nextInt(60), folds, folded);
    return circuit(
        switch (mode) {
          case POWERS -> powers;
          case AFFINE -> independent(powers);
          case MULTILINEAR -> independent(powers) + "multilinear_batching = true\n";
        });
  }

  private static String fri(long rows, int inverse, int queries, String folds, long stop) {
    return """
    [zkevm]
    name = "short"
    protocol_family = "FRI_STARK"
    field = "KoalaBear^2"
    hash_size_bits = 256
    [[circuits]]
    name = "main"
    rho = %s
    trace_length = %d
    batch_size = 3
    power_batching = true
    num_queries = %d
    fri_folding_factors = [%s]
    fri_early_stop_degree = %d
    num_constraints = 2
    air_max_degree = 2
    opening_points = 2
    """
        .formatted(new BigDecimal(1.0 / inverse).toPlainString(), rows, queries, folds, stop);
  }

  private static final String WHIR =
      """
      [zkevm]
      name = "short"
      protocol_family = "WHIR"
      field = "KoalaBear^2"
      hash_size_bits = 256
      [[circuits]]
      name = "main"
      log_inv_rate = 2
      num_iterations = 2
      folding_factors = [2, 1]
      log_degree = 4
      batch_size = 3
      power_batching = true
      constraint_degree = 3
      num_queries = [19, 11]
      num_ood_samples = [1]
      grinding_batching_phase = 0
      grinding_bits_folding = [[0, 0], [0]]
      grinding_bits_queries = [3, 4]
      grinding_bits_ood = [0]
      num_constraints = 2
      air_max_degree = 2
      opening_points = 2
      """;

  /** The first circuit of a file. */
  static Circuit circuit(String toml) {
    return ZkvmLoader.withInstalledFamilies()
        .load(SourceFile.of("short.toml", toml.getBytes(StandardCharsets.UTF_8)), List.of())
        .zkvm()
        .orElseThrow()
        .zkvm()
        .circuits()
        .get(0);
  }
}
