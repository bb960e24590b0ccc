package org.soundcalc.io.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.Gate;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.Outlook;
import org.soundcalc.analysis.gate.Remedy;
import org.soundcalc.analysis.gate.Requirements;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.analysis.gate.SizeRemedy;
import org.soundcalc.analysis.gate.Verdict;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.io.toml.LoadedZkvm;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Regime;

/** Whoever gives the options that a remedy prints has what is required, and with less has not. */
class AppliedRemediesTest {
  private static final List<Regime> REGIMES =
      Regimes.all().stream().filter(r -> List.of("UDR", "JBR").contains(r.name())).toList();
  private static final Estimator ESTIMATOR = new Estimator(REGIMES);
  private static final ZkvmLoader LOADER = ZkvmLoader.withInstalledFamilies();

  /** An option as a shell reads it: one with quotes around it, or one without blanks. */
  private static final Pattern OPTION = Pattern.compile("--set (?:'([^']*)'|(\\S+))");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /** Of files with many circuits that are much alike. */
  private static final int CIRCUITS = 6;

  /** A size to stay below, in percent of what a proof has, with so many bits less than it has. */
  private record Smaller(int percent, long fewer) {}

  private static final List<Smaller> SMALLER =
      Stream.of(100, 96, 90, 75, 40)
          .flatMap(percent -> Stream.of(new Smaller(percent, 20), new Smaller(percent, 0)))
          .toList();

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.sorted().toList();
    }
  }

  /** Each file, and how many of the cases it starts after where it takes some of them alone. */
  static Stream<Arguments> filesInTurn() throws IOException {
    List<Path> files = files();
    return IntStream.range(0, files.size()).mapToObj(i -> Arguments.of(files.get(i), i));
  }

  /** Two of the cases, so that files in turn take all of them. */
  private static <T> List<T> two(List<T> cases, int turn) {
    return List.of(
        cases.get(turn % cases.size()), cases.get((turn + cases.size() / 2) % cases.size()));
  }

  @ParameterizedTest
  @MethodSource("filesInTurn")
  void remediesSuffice(Path file, int turn) throws IOException {
    checkRemedies(file, required -> two(required, turn), 2);
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("files")
  void everyRemedySuffices(Path file) throws IOException {
    checkRemedies(file, required -> required, CIRCUITS);
  }

  private static void checkRemedies(Path file, UnaryOperator<List<Long>> some, int circuits)
      throws IOException {
    SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
    ZkvmEstimate estimate = estimate(source, List.of()).orElseThrow();
    long bits = estimate.security().bits();
    for (long required : some.apply(List.of(bits + 1, bits + 12, 128L, 160L))) {
      List<Finding.Shortfall> shortfalls = bits(estimate, required).shortfalls();
      assertThat(shortfalls.isEmpty()).isEqualTo(bits >= required);
      int step = Math.max(1, shortfalls.size() / circuits);
      for (int i = 0; i < shortfalls.size(); i += step) {
        for (Remedy remedy : shortfalls.get(i).remedies()) {
          check(source, required, shortfalls.get(i), remedy);
        }
      }
    }
  }

  private static void check(
      SourceFile source, long required, Finding.Shortfall shortfall, Remedy remedy) {
    String words = RemedyWords.of(remedy, shortfall.name());
    List<String> options = options(words);
    assertThat(options).as(words).isNotEmpty();
    Predicate<List<String>> enough =
        settings ->
            estimate(source, settings)
                .map(estimate -> best(estimate, shortfall) >= required)
                .orElse(false);
    assertThat(enough).as(words).accepts(options);
    for (int i = 0; i < options.size(); i++) {
      List<String> less = new ArrayList<>(options);
      less.set(i, oneLess(options.get(i)));
      assertThat(enough).as("%s is too little", less).rejects(less);
    }
    ZkvmEstimate applied = estimate(source, options).orElseThrow();
    assertThat(applied.circuits().get(shortfall.index()).circuit().grindingSites())
        .as(words)
        .allMatch(
            site ->
                site.bits() <= Requirements.USUAL_GRINDING
                    || shortfall.circuit().circuit().grindingSites().stream()
                        .mapToInt(GrindingSite::bits)
                        .anyMatch(bits -> bits == site.bits()));
    Remedy.Cost cost =
        remedy instanceof Remedy.Raise raise ? raise.cost() : ((Remedy.Combined) remedy).cost();
    assertThat(applied.circuits().get(shortfall.index()).circuit().proofSize())
        .isEqualTo(cost.to());
  }

  /** Under the regime that the shortfall is counted in. */
  private static long best(ZkvmEstimate estimate, Finding.Shortfall shortfall) {
    Regime regime = shortfall.figures().orElseThrow().regime();
    return estimate
        .circuits()
        .get(shortfall.index())
        .under(regime)
        .map(RegimeResult.Figures::bits)
        .orElse(-1L);
  }

  private static List<String> options(String words) {
    List<String> options = new ArrayList<>();
    Matcher matcher = OPTION.matcher(words);
    while (matcher.find()) {
      options.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return options;
  }

  /** Every number of a value lowered by one; of a field, its degree. */
  private static String oneLess(String option) {
    return moved(option, -1);
  }

  private static String moved(String option, long by) {
    int value = Math.max(option.indexOf('='), option.indexOf('^'));
    String less =
        NUMBER
            .matcher(option.substring(value))
            .replaceAll(number -> Long.toString(Long.parseLong(number.group()) + by));
    return option.substring(0, value) + less;
  }

  /** The size that a remedy promises is within the limit, and none of its steps can be undone. */
  @ParameterizedTest
  @MethodSource("filesInTurn")
  void sizeRemediesSuffice(Path file, int turn) throws IOException {
    checkSizeRemedies(file, cases -> two(cases, turn));
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("files")
  void everySizeRemedySuffices(Path file) throws IOException {
    checkSizeRemedies(file, cases -> cases);
  }

  private static void checkSizeRemedies(Path file, UnaryOperator<List<Smaller>> some)
      throws IOException {
    SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
    ZkvmEstimate estimate = estimate(source, List.of()).orElseThrow();
    BigInteger size = estimate.proofSize().worstCaseBits();
    long bits = estimate.security().bits();
    for (Smaller smaller : some.apply(SMALLER)) {
      long required = bits - smaller.fewer;
      BigInteger most =
          size.multiply(BigInteger.valueOf(smaller.percent)).divide(BigInteger.valueOf(100));
      SizeLimit limit =
          new SizeLimit(most.subtract(BigInteger.ONE), "less", SizeLimit.Measure.WORST);
      List<SizeRemedy> remedies = size(estimate, required, limit).remedies();
      assertThat(remedies).hasSize(1);
      SizeRemedy remedy = remedies.get(0);
      if (remedy.remedy().isPresent()) {
        check(source, remedy, estimate);
      } else {
        assertThat(limit.admits(remedy.least().orElseThrow())).isFalse();
        Remedy.Combined smallest = remedy.smallest().orElseThrow();
        List<String> options = options(RemedyWords.of(smallest, estimate.last().name()));
        assertThat(estimate(source, options).orElseThrow().proofSize())
            .isEqualTo(remedy.least().orElseThrow());
      }
    }
  }

  private static void check(SourceFile source, SizeRemedy remedy, ZkvmEstimate before) {
    int last = before.circuits().size() - 1;
    String regime = before.security().regime();
    String words = RemedyWords.of(remedy.remedy().orElseThrow(), before.last().name());
    Predicate<List<String>> enough =
        settings ->
            estimate(source, settings)
                .filter(after -> remedy.limit().admits(after.proofSize()))
                .flatMap(
                    after ->
                        regime.equals(Security.MIXED)
                            ? after.circuits().get(last).best()
                            : after
                                .circuits()
                                .get(last)
                                .figures()
                                .filter(its -> its.regime().name().equals(regime))
                                .findFirst())
                .filter(its -> its.bits() >= remedy.bits())
                .isPresent();
    List<String> options = options(words);
    assertThat(enough).as(words).accepts(options);
    // of other folds there is no less, and other iterations ask queries like none of today
    boolean areOthers =
        remedy.remedy().orElseThrow().changes().stream()
            .anyMatch(change -> change.key().equals("folding_factors") || isOfOtherLength(change));
    String lists = ".*\\.(folding_factors|num_queries|num_ood_samples|whir_num_queries)=.*";
    for (int i = 0; i < options.size(); i++) {
      List<String> less = new ArrayList<>(options);
      if (areOthers && options.get(i).matches(lists)) {
        less.remove(i);
      } else {
        boolean isMore = options.get(i).matches(".*(grinding|pow|explicit_m).*=.*");
        less.set(i, moved(options.get(i), isMore ? -1 : 1));
      }
      assertThat(enough).as("%s is too little", less).rejects(less);
    }
    assertThat(estimate(source, options).orElseThrow().proofSize())
        .isEqualTo(remedy.remedy().orElseThrow().cost().to());
  }

  private static boolean isOfOtherLength(Remedy.Change change) {
    boolean isOfQueries = change.key().endsWith("num_queries");
    return isOfQueries && change.from().split(",").length != change.to().split(",").length;
  }

  private static Finding.Size size(ZkvmEstimate estimate, long required, SizeLimit limit) {
    List<Finding> findings =
        findings(estimate, new Requirements(required, Optional.of(limit), false));
    return (Finding.Size) findings.get(findings.size() - 1);
  }

  /** What the line below a verdict sums up passes when all of it is applied. */
  @ParameterizedTest
  @CsvSource({"sp1, GLAMSTERDAM", "miden, H_STAR", "pico, GLAMSTERDAM", "dummy_stir, H_STAR"})
  void whatIsSaidToPassPasses(String name, Milestone milestone) throws IOException {
    SourceFile source = SourceFile.of(name, Files.readAllBytes(Path.of("zkvms", name + ".toml")));
    Gate gate = new Gate(Requirements.of(milestone), REGIMES, REGIMES);
    ZkvmEstimate estimate = estimate(source, List.of()).orElseThrow();
    Outlook outlook = Outlook.of(gate.check(estimate, List.of())).orElseThrow();
    assertThat(outlook.isFound()).isTrue();
    List<String> options =
        outlook.changes().stream()
            .flatMap(its -> options(RemedyWords.of(its.remedy(), its.circuit())).stream())
            .toList();
    Verdict after = gate.check(estimate(source, options).orElseThrow(), List.of());
    assertThat(after.passed()).as("with %s", options).isTrue();
    assertThat(Outlook.of(after)).isEmpty();
  }

  /** The tree of proofs as a whole: all other circuits as they are. */
  @Test
  void everyRemedyOfATreeSuffices() throws IOException {
    String text =
        Files.readString(Path.of("zkvms/pico.toml"))
            .replaceFirst("num_queries = 84", "num_queries = 60");
    SourceFile source = SourceFile.ofText("pico", text);
    ZkvmEstimate estimate = estimate(source, List.of()).orElseThrow();
    long required = TreeEstimate.of(estimate).orElseThrow().figure().orElseThrow().bits() + 1;
    Requirements requirements =
        new Requirements(
            required,
            Optional.empty(),
            false,
            true,
            false,
            false,
            Optional.empty(),
            OptionalLong.empty());
    Finding.Tree tree = (Finding.Tree) findings(estimate, requirements).get(1);
    int remedies = 0;
    for (Finding.TreeShortfall shortfall : tree.shortfalls()) {
      for (Remedy remedy : shortfall.remedies()) {
        List<String> options = options(RemedyWords.of(remedy, shortfall.branch().name()));
        assertThat(treeBits(source, options)).isGreaterThanOrEqualTo(required);
        List<String> less = options.stream().map(AppliedRemediesTest::oneLess).toList();
        assertThat(treeBits(source, less)).isLessThan(required);
        remedies++;
      }
    }
    assertThat(remedies).isPositive();
  }

  /** With as many bits after Fiat-Shamir; the hash may be longer than the rest needs. */
  @ParameterizedTest
  @CsvSource({"pico, 55", "pico, 128", "venus, 128", "zkdtvm, 124"})
  void everyRemedyOfProofsThatAreSentSuffices(String name, long required) throws IOException {
    Path file = Path.of("zkvms", name + ".toml");
    SourceFile source = SourceFile.of(name, Files.readAllBytes(file));
    ZkvmEstimate estimate = estimate(source, List.of()).orElseThrow();
    Requirements requirements =
        new Requirements(
            required,
            Optional.empty(),
            false,
            false,
            false,
            true,
            Optional.empty(),
            OptionalLong.empty());
    Finding.Sent sent = (Finding.Sent) findings(estimate, requirements).get(1);
    int step = Math.max(1, sent.shortfalls().size() / CIRCUITS);
    assertThat(sent.shortfalls()).isNotEmpty();
    for (int i = 0; i < sent.shortfalls().size(); i += step) {
      Finding.SentShortfall shortfall = sent.shortfalls().get(i);
      assertThat(shortfall.remedies()).isNotEmpty();
      for (Remedy remedy : shortfall.remedies()) {
        List<String> options = options(RemedyWords.of(remedy, shortfall.circuit().name()));
        Predicate<List<String>> enough =
            settings ->
                estimate(source, settings).stream()
                    .map(after -> after.circuits().get(shortfall.index()).nonInteractive())
                    .anyMatch(its -> its.orElseThrow().bits() >= required);
        assertThat(enough).accepts(options);
        for (int o = options.size() == 1 ? 0 : 1; o < options.size(); o++) {
          List<String> less = new ArrayList<>(options);
          less.set(o, oneLess(options.get(o)));
          assertThat(enough).as("%s is too little", less).rejects(less);
        }
      }
    }
    if (sent.hash().isPresent()) {
      List<String> options = options(RemedyWords.ofAll(sent.hash().get()));
      assertThat(estimate(source, options).orElseThrow().nonInteractive().orElseThrow().bits())
          .isGreaterThanOrEqualTo((int) required);
      assertThat(sent.hash().get().cost().to())
          .isEqualTo(estimate(source, options).orElseThrow().proofSize());
    }
  }

  /** A circuit that nobody chose, with fewer bits than are asked for or a larger proof. */
  private static SourceFile random(long seed) {
    Random random = new Random(seed);
    int logTrace = 8 + random.nextInt(14);
    int logFactor = 1 + random.nextInt(3);
    int logInverseRate = 1 + random.nextInt(3);
    int folds = 1 + random.nextInt(Math.max(1, logTrace / logFactor - 2));
    String text =
        """
        [zkevm]
        name = "Random"
        field = "%s"
        hash_size_bits = 256

        [[circuits]]
        name = "main"
        protocol_family = "FRI_STARK"
        rho = %s
        gap_to_radius = %s
        trace_length = %d
        batch_size = %d
        power_batching = %b
        num_queries = %d
        fri_folding_factors = %s
        fri_early_stop_degree = %d
        num_constraints = %d
        air_max_degree = %d
        opening_points = 2
        grinding_query_phase = %d
        """
            .formatted(
                List.of("KoalaBear^4", "Goldilocks^2", "Goldilocks^3").get(random.nextInt(3)),
                List.of("0.5", "0.25", "0.125").get(logInverseRate - 1),
                List.of("0.02", "0.005").get(random.nextInt(2)),
                1L << logTrace,
                1 + random.nextInt(300),
                random.nextBoolean(),
                10 + random.nextInt(120),
                Collections.nCopies(folds, 1 << logFactor),
                1L << (logTrace + logInverseRate - folds * logFactor),
                1 + random.nextInt(500),
                2 + random.nextInt(4),
                random.nextInt(20));
    return SourceFile.ofText("random", text);
  }

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  static LongStream manySeeds() {
    return LongStream.range(12, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyRemedyOfACircuitGivesBoth(long seed) {
    checkBoth(seed);
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("manySeeds")
  void everyRemedyOfManyCircuitsGivesBoth(long seed) {
    checkBoth(seed);
  }

  /** Bits and size together, with whatever keys it takes. */
  private static void checkBoth(long seed) {
    SourceFile source = random(seed);
    ZkvmEstimate estimate = estimate(source, List.of()).orElseThrow();
    Random random = new Random(~seed);
    long required = (long) estimate.security().bits() + random.nextInt(50);
    BigInteger size = estimate.proofSize().worstCaseBits();
    BigInteger most =
        size.multiply(BigInteger.valueOf(40 + random.nextInt(150))).divide(BigInteger.valueOf(100));
    SizeLimit limit = new SizeLimit(most, "random", SizeLimit.Measure.WORST);
    List<Finding> findings =
        findings(estimate, new Requirements(required, Optional.of(limit), false));
    List<SizeRemedy> both = new ArrayList<>(((Finding.Size) findings.get(1)).remedies());
    for (Finding.Shortfall lack : ((Finding.Bits) findings.get(0)).shortfalls()) {
      assertThat(lack.remedies()).as("of seed %d", seed).isNotEmpty();
      lack.remedies().forEach(remedy -> check(source, required, lack, remedy));
      lack.within().ifPresent(both::add);
    }
    for (SizeRemedy remedy : both) {
      Optional<Remedy.Combined> change = remedy.remedy().or(remedy::smallest);
      if (change.isPresent()) {
        String words = RemedyWords.of(change.get(), "main");
        ZkvmEstimate after = estimate(source, options(words)).orElseThrow();
        assertThat(after.proofSize()).as(words).isEqualTo(change.get().cost().to());
        assertThat(after.security().bits()).as(words).isGreaterThanOrEqualTo((int) remedy.bits());
        assertThat(limit.admits(after.proofSize())).isEqualTo(remedy.remedy().isPresent());
      }
    }
  }

  /** Many opening points: under JBR no list bound holds, and JBR proves more bits than UDR. */
  private static final String MANY_POINTS =
      """
      [zkevm]
      name = "Many points"
      field = "Goldilocks^3"
      hash_size_bits = 256

      [[circuits]]
      name = "main"
      protocol_family = "FRI_STARK"
      rho = 0.5
      trace_length = 128
      batch_size = 1
      power_batching = true
      num_queries = 200
      fri_folding_factors = [2, 2]
      fri_early_stop_degree = 64
      num_constraints = 10
      air_max_degree = 2
      opening_points = 20
      """;

  @ParameterizedTest
  @CsvSource({"UDR, 90", "JBR-best, 90", "UDR JBR, 100", "UDR JBR, 160"})
  void noRemedyRestsOnAListWithoutABound(String names, long required) {
    SourceFile source = SourceFile.ofText("many-points", MANY_POINTS);
    List<Regime> asked =
        Regimes.all().stream().filter(r -> List.of(names.split(" ")).contains(r.name())).toList();
    for (boolean strict : List.of(false, true)) {
      Requirements requirements =
          new Requirements(
              required,
              Optional.empty(),
              false,
              false,
              strict,
              false,
              Optional.empty(),
              OptionalLong.empty());
      Finding.Bits bits = (Finding.Bits) check(source, List.of(), asked, requirements).get(0);
      List<Remedy> remedies = bits.shortfalls().get(0).remedies();
      assertThat(remedies).isNotEmpty();
      for (Remedy remedy : remedies) {
        List<Regime> instead = remedy instanceof Remedy.Ask ask ? ask.instead() : asked;
        List<String> options = options(RemedyWords.of(remedy, "main"));
        ZkvmEstimate applied =
            new Estimator(instead)
                .estimate(LOADER.load(source, settings(options)).zkvm().orElseThrow().zkvm());
        assertThat(applied.circuits().get(0).figures())
            .as(RemedyWords.of(remedy, "main"))
            .anyMatch(figures -> figures.bits() >= required && figures.caveats().isEmpty());
        if (strict && required <= applied.last().circuit().id().hashBits() / 2) {
          assertThat(check(source, options, instead, requirements)).allMatch(Finding::passed);
        }
      }
    }
  }

  private static List<Finding> check(
      SourceFile source, List<String> options, List<Regime> asked, Requirements requirements) {
    ZkvmEstimate estimate =
        new Estimator(asked)
            .estimate(LOADER.load(source, settings(options)).zkvm().orElseThrow().zkvm());
    return new Gate(requirements, asked, Regimes.all()).check(estimate, List.of()).findings();
  }

  private static List<Setting> settings(List<String> options) {
    return options.stream().map(Setting::parse).map(Optional::orElseThrow).toList();
  }

  /** Where no circuit alone lifts the tree, changes of all do. */
  @Test
  void theRemediesOfAllCircuitsOfATreeSuffice() throws IOException {
    SourceFile source = SourceFile.of("pico", Files.readAllBytes(Path.of("zkvms", "pico.toml")));
    Requirements requirements =
        new Requirements(
            60,
            Optional.empty(),
            false,
            true,
            false,
            false,
            Optional.empty(),
            OptionalLong.empty());
    ZkvmEstimate estimate = estimate(source, List.of()).orElseThrow();
    Finding.Tree tree = (Finding.Tree) findings(estimate, requirements).get(1);
    List<String> options =
        tree.together().stream()
            .flatMap(its -> options(RemedyWords.of(its.remedy(), its.circuit())).stream())
            .toList();
    assertThat(options).hasSizeGreaterThanOrEqualTo(5);
    assertThat(treeBits(source, options)).isGreaterThanOrEqualTo(60);
  }

  private static long treeBits(SourceFile source, List<String> options) {
    ZkvmEstimate estimate = estimate(source, options).orElseThrow();
    return TreeEstimate.of(estimate).orElseThrow().figure().orElseThrow().bits();
  }

  private static Finding.Bits bits(ZkvmEstimate estimate, long required) {
    return (Finding.Bits)
        findings(estimate, new Requirements(required, Optional.empty(), false)).get(0);
  }

  private static List<Finding> findings(ZkvmEstimate estimate, Requirements requirements) {
    return new Gate(requirements, REGIMES, REGIMES).check(estimate, List.of()).findings();
  }

  private static Optional<ZkvmEstimate> estimate(SourceFile source, List<String> options) {
    return LOADER
        .load(source, settings(options))
        .zkvm()
        .map(LoadedZkvm::zkvm)
        .flatMap(zkvm -> ESTIMATOR.appraise(zkvm).estimate());
  }
}
