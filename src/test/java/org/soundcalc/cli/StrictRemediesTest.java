package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.testing.JsonSchema;

/** Where caveats are failures, what each line advises takes its caveat away. */
class StrictRemediesTest {
  /** √(148/256) is above √ρ + √ρ/100: JBR has no list bound, UDR 140 bits. */
  private static final String OPENED =
      """
      [zkevm]
      name = "Opened"
      field = "Goldilocks^3"
      hash_size_bits = 256

      [[circuits]]
      name = "main"
      protocol_family = "FRI_STARK"
      rho = 0.5
      trace_length = 128
      batch_size = 20
      power_batching = true
      num_queries = 300
      fri_folding_factors = [8, 8]
      fri_early_stop_degree = 4
      grinding_query_phase = 16
      num_constraints = 50
      air_max_degree = 3
      opening_points = 20
      """;

  private static final Pattern OPTION = Pattern.compile("--set (?:'([^']*)'|(\\S+))");

  private static final Pattern REGIMES = Pattern.compile("--regimes (\\S+)");

  @ParameterizedTest
  @CsvSource({
    // a hash and queries under another regime
    "145, 300, 16, 2",
    "155, 300, 16, 2",
    // less proof-of-work alone is enough, or with more queries
    "70, 100, 60, 1",
    "100, 100, 60, 1",
    // the bits are missed too: the line of the caveat has what mends both
    "110, 100, 60, 2",
  })
  void whatIsAdvisedPasses(int bits, int queries, int work, int caveats) {
    String text =
        OPENED
            .replace("num_queries = 300", "num_queries = " + queries)
            .replace("grinding_query_phase = 16", "grinding_query_phase = " + work);
    CliRun run = check(text, bits, List.of());
    assertThat(run.code()).isEqualTo(1);
    List<String> lines =
        run.out().lines().filter(line -> line.contains("--strict does not let")).toList();
    assertThat(lines).hasSize(caveats).allMatch(line -> line.contains("--set "));
    List<String> settings =
        lines.stream().flatMap(line -> settings(line).stream()).distinct().toList();
    assertThat(check(text, bits, settings).out()).startsWith("pass  ").contains("; no caveats");
    for (String setting : settings) {
      List<String> less = new ArrayList<>(settings);
      less.remove(setting);
      assertThat(check(text, bits, less).code()).as("without %s", setting).isEqualTo(1);
    }
  }

  @Test
  void proofOfWorkIsBroughtToWhatSomebodyPays() throws IOException {
    String text =
        OPENED
            .replace("num_queries = 300", "num_queries = 100")
            .replace("grinding_query_phase = 16", "grinding_query_phase = 60");
    assertThat(check(text, 100, List.of()).out())
        .contains(
            "caveat: query phase: 60 bits of proof-of-work: 2^60 hashes per proof, which --strict"
                + " does not let pass: --set main.grinding_query_phase=40 --set"
                + " main.num_queries=145 (final proof ");
    CliRun json = CliRun.reading(text, "check", "--strict", "--min-bits=100", "--format=json", "-");
    assertThat(JsonSchema.inDocs("check.schema.json").problems(json.out())).isEmpty();
    assertThat(json.out())
        .containsPattern("\"instead\": \\[\\s+\\{\\s+\"circuit\": \"main\",\\s+\"remedy\": \\{");
  }

  /** What no option changes is said in words. */
  @Test
  void aKeyThatIsNotModelledIsLeftOut() {
    assertThat(check(OPENED + "domain_shrink = 4\n", 100, List.of()).out())
        .contains(
            ", which --strict does not let pass: leave it out if the protocol does without\n");
    assertThat(check(OPENED + "grinding_deepp = 4\n", 100, List.of()).out())
        .contains("; did you mean grinding_deep? --strict does not let it pass\n");
  }

  /** Where every regime asked for counts on a list without a bound, another one is named. */
  @Test
  void anotherRegimeStandsBeforeItsChanges() {
    String[] asked = {"check", "--strict", "--min-bits=145", "--set=hash_size_bits=300"};
    assertThat(CliRun.reading(OPENED, with(asked, "--regimes=jbr", "-")).out())
        .contains(", which --strict does not let pass: --regimes udr --set main.num_queries=311 (");
    assertThat(
            CliRun.reading(OPENED, with(asked, "--regimes=udr", "--set=num_queries=311", "-"))
                .out())
        .contains("; no caveats");
  }

  /**
   * Where proof-of-work that nobody pays is credited under the only regime asked for, whose list
   * has no bound, the line names the other regime with less of it: applied as printed, all passes.
   */
  @ParameterizedTest
  @CsvSource({
    // less proof-of-work under the other regime is enough, or needs queries there
    "120, 300, false",
    "145, 200, false",
    // the bits are missed as well
    "152, 200, false",
    // another circuit needs the regime alone
    "145, 200, true",
  })
  void anotherRegimeAndLessProofOfWorkAreNamedTogether(int bits, int queries, boolean isSecond) {
    String work = OPENED.replace("grinding_query_phase = 16", "grinding_query_phase = 60");
    String text = work.replace("num_queries = 300", "num_queries = " + queries);
    if (isSecond) {
      String circuit = OPENED.substring(OPENED.indexOf("[[circuits]]"));
      text += circuit.replace("\"main\"", "\"second\"").replace("= 300", "= 350");
    }
    CliRun run = check(text, bits, "jbr", List.of("hash_size_bits=320"));
    assertThat(run.code()).isEqualTo(1);
    List<String> lines =
        run.out().lines().filter(line -> line.contains("which --strict does not let")).toList();
    String line = lines.stream().filter(its -> its.contains("2^60")).findFirst().orElseThrow();
    assertThat(line).contains(": --regimes udr --set main.grinding_query_phase=40");
    // without the regime, or a part of the rest, it does not
    List<String> settings = new ArrayList<>(List.of("hash_size_bits=320"));
    settings.addAll(settings(line));
    assertThat(check(text, bits, "udr", settings).out())
        .startsWith("pass  ")
        .contains("; no caveats");
    assertThat(check(text, bits, "jbr", settings).code()).isEqualTo(1);
    for (String setting : settings(line)) {
      List<String> less = new ArrayList<>(settings);
      less.remove(setting);
      assertThat(check(text, bits, "udr", less).code()).as("without %s", setting).isEqualTo(1);
    }
    assertThat(lines)
        .filteredOn(its -> its.contains("no list bound holds"))
        .isNotEmpty()
        .allMatch(its -> its.contains(": --regimes udr"));
  }

  /**
   * Of whatever circuits, gaps and regimes, the lines of the caveats applied as they are printed
   * are enough: they name what the other circuits need under the same regime, and no larger field
   * whose usual gap leaves a list without a bound.
   */
  @Test
  void allThatCaveatsAdvisePasses() {
    adviceOfRandomFilesPasses(120);
  }

  @Test
  @Tag("thorough")
  void allThatCaveatsOfManyFilesAdvisePasses() {
    adviceOfRandomFilesPasses(600);
  }

  private static void adviceOfRandomFilesPasses(int files) {
    Random random = new Random(7);
    int advised = 0;
    int withoutAdvice = 0;
    for (int run = 0; run < files; run++) {
      String text = someCircuits(random);
      String regimes = List.of("jbr", "jbr", "udr,jbr", "jbr,jbr-best").get(random.nextInt(4));
      int bits = 50 + random.nextInt(130);
      List<String> lines =
          check(text, bits, regimes, List.of())
              .out()
              .lines()
              .filter(line -> line.contains("which --strict does not let"))
              .toList();
      if (lines.stream().noneMatch(line -> line.contains("bits of proof-of-work"))) {
        continue;
      }
      String all = String.join("\n", lines);
      if (lines.stream().noneMatch(line -> line.contains("--set "))) {
        withoutAdvice++;
        continue;
      }
      Matcher other = REGIMES.matcher(all);
      List<String> settings = settings(all.replace(", and ", " ")).stream().distinct().toList();
      CliRun applied = check(text, bits, other.find() ? other.group(1) : regimes, settings);
      assertThat(applied.out()).as(text + all).startsWith("pass  ").contains("; no caveats");
      advised++;
    }
    assertThat(advised).isGreaterThan(files / 3);
    assertThat(withoutAdvice).isZero();
  }

  /** One to three circuits; of most of them the regimes of lists alone are proven. */
  private static String someCircuits(Random random) {
    List<String> fields = List.of("Goldilocks^3", "Goldilocks^2", "KoalaBear^5", "BabyBear^4");
    StringBuilder text =
        new StringBuilder(
            """
            [zkevm]
            name = "Random"
            field = "%s"
            hash_size_bits = 512
            """
                .formatted(fields.get(random.nextInt(fields.size()))));
    int circuits = 1 + random.nextInt(3);
    for (int i = 0; i < circuits; i++) {
      int length = 1 << (6 + random.nextInt(8));
      int blowup = 2 << random.nextInt(2);
      int points = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(length * blowup / 4);
      int work = List.of(50, 50, 45, 16).get(random.nextInt(4));
      text.append(
          """
          [[circuits]]
          name = "c%d"
          protocol_family = "FRI_STARK"
          rho = %s
          trace_length = %d
          batch_size = 20
          power_batching = true
          num_queries = %d
          fri_folding_factors = [8]
          fri_early_stop_degree = %d
          grinding_query_phase = %d
          num_constraints = 50
          air_max_degree = 3
          opening_points = %d
          """
              .formatted(
                  i,
                  1.0 / blowup,
                  length,
                  20 + random.nextInt(300),
                  length * blowup / 8,
                  work,
                  points));
      if (random.nextInt(3) == 0) {
        text.append("gap_to_radius = ").append(0.0005 + 0.02 * random.nextDouble()).append('\n');
      }
      text.append(random.nextInt(3) > 0 ? "explicit_regime = \"list\"\n" : "");
    }
    return text.toString();
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  /** What lookups take for granted no regime changes: the bits have a remedy all the same. */
  @Test
  void aConditionOnLookupsHidesNoRemedy() {
    assertThat(CliRun.of("check", "--strict", "--min-bits=128", "zkvms/sp1.toml").out())
        .contains("core is 28 bits short of 128 in UDR (query phase): enough together: --set core.")
        .doesNotContain("nothing was found", "no change of queries");
    assertThat(CliRun.of("check", "--strict", "--min-bits=90", "zkvms/sp1.toml").out())
        .endsWith("if the circuit enforces less (core), which --strict does not let pass\n");
  }

  /** The line that says what passes does not hide that something else is missed. */
  @Test
  void caveatsStandBesideWhatIsChanged() {
    assertThat(CliRun.of("check", "--strict", "--milestone=h-star", "zkvms/sp1.toml").out())
        .containsPattern("  to pass: no final proof .*; the caveats as well: see below\n");
    assertThat(CliRun.of("check", "--non-interactive", "--min-bits=60", "zkvms/pico.toml").out())
        .containsPattern("  to pass: change .*; the non-interactive bits as well: see below\n");
  }

  private static List<String> settings(String line) {
    return OPTION
        .matcher(line)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }

  private static CliRun check(String text, int bits, List<String> settings) {
    return check(text, bits, "udr,jbr", settings);
  }

  private static CliRun check(String text, int bits, String regimes, List<String> settings) {
    List<String> command = new ArrayList<>(List.of("check", "--strict", "--min-bits=" + bits));
    command.add("--regimes=" + regimes);
    settings.forEach(setting -> command.add("--set=" + setting));
    command.add("-");
    return CliRun.reading(text, command.toArray(String[]::new));
  }
}
