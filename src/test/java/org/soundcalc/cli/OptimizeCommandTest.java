package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.JsonSchema;
import picocli.CommandLine.Model.OptionSpec;

/** The configuration that costs least, as users ask for it and see it. */
class OptimizeCommandTest {
  private static final String PICO = "zkvms/pico.toml";

  /** What is wrong with the command line, before any work. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--vary num_queries=1..x | --vary num_queries=1..x: num_queries must be an integer from 1"
            + " to 100000, got \"x\"",
        "--vary num_queries=9..1 | --vary num_queries=9..1: the range 9..1 is reversed: write 1..9",
        "--vary num_queries= | --vary num_queries=: num_queries has no values: write some, as in"
            + " num_queries=1..100",
        "--vary rho=1/2..1/4194304 | --vary rho=1/2..1/4194304: rates are varied down to 2^-20, got"
            + " 2^-22",
        "--vary num_querys=1..5 | --vary num_querys=1..5: no such key; did you mean num_queries?",
        "--vary trace_length=1024 | --vary trace_length=1024: trace_length is part of what is"
            + " proven, and not of how: sweep varies it",
        "--vary fri_early_stop_degree=8 | --vary fri_early_stop_degree=8: fri_early_stop_degree"
            + " follows from the folds: vary fri_folding_factors",
        "--vary fri_folding_factors=ani(2) | --vary fri_folding_factors=ani(2): ani(...) is no"
            + " domain: there are any, uniform and capped; did you mean any?",
        "--vary num_queries | --vary num_queries: expected KEY=DOMAIN, such as num_queries=1..400",
        "--vary rho=1/2 --vary rho=1/4 | --vary rho=1/4: rho is varied twice",
        "--vary rho=1/2 --fix rho | --vary rho=1/2: --fix rho keeps it as it is: leave out one",
        "--vary lookups[byte].grinding_bits_lookup=1 --fix byte.grinding_bits_lookup | --vary"
            + " byte.grinding_bits_lookup=1: --fix byte.grinding_bits_lookup keeps it as it is:"
            + " leave out one",
        "--vary byte.grinding_bits_lookup=1 --fix grinding_bits_lookup | --vary"
            + " byte.grinding_bits_lookup=1: --fix grinding_bits_lookup keeps it as it is: leave"
            + " out one",
        "--fix rho --fix rho | --fix rho is there twice: leave out one of them",
        "--fix byte.rows_L --fix lookups[byte].rows_L | --fix lookups[byte].rows_L is there twice:"
            + " leave out one of them",
        "--fix rho,num_queries | --fix rho,num_queries: it names one key, and may be repeated:"
            + " --fix rho --fix num_queries",
        "--vary batch_size=1..1e9 | --vary batch_size=1..1e9: batch_size is part of what is proven,"
            + " and not of how: sweep varies it",
        "--fix rhoo | --fix rhoo: no such key; did you mean rho?",
        "--circuit embd | --circuit embd: no such circuit; did you mean embed?",
        "--max-prover 0x | --max-prover \"0x\": expected a multiple of today's above 0, such as"
            + " 1.5x",
        "--max-proof-size 1234567890123456789KiB | --max-proof-size \"1234567890123456789KiB\":"
            + " expected a positive number of at most 18 digits with a unit, such as 300KiB",
        "--max-grinding 10 --fix grinding_query_phase | --max-grinding 10: circuit riscv:"
            + " grinding_query_phase has 16 bits and does not move: vary it, or allow as many",
        "--max-grinding 10 --vary grinding_query_phase=16..20 | --max-grinding 10: circuit riscv:"
            + " no value that grinding_query_phase is varied over is as small",
        "--require 5x | --require \"5x\": expected a percentage, such as 5%",
        "--require 5% --milestone h-star | --require asks what is free at the bits of today: leave"
            + " out --milestone",
        "--vary rho=1/2..1/1048576 --vary gap_to_radius=0.00001..0.9:0.00001 | --vary: circuit"
            + " riscv: 1,800,000 combinations of rho, gap_to_radius are too many, at most 1,000,000"
            + " are tried: vary fewer",
        "--min-bits x | --min-bits: expected a whole number of bits from 0 to 999999999, got \"x\"",
        "--regimes capacity | --regimes: optimize counts proven regimes only: name one, such as"
            + " jbr",
      })
  void badUsage(String options, String message) {
    List<String> args = new ArrayList<>(List.of("optimize"));
    args.addAll(List.of(options.split(" ")));
    args.add(PICO);
    CliRun run = CliRun.of(args.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("soundcalc: " + message + "\n");
    assertThat(run.out()).isEmpty();
  }

  /** Folds that need more proof-of-work than a single one of them are charged for it once each. */
  @Test
  void proofOfWorkBeforeFoldsIsCharged() {
    CliRun run =
        CliRun.of(
            "optimize",
            "--min-bits=90",
            "--max-prover=2x",
            "--max-grinding=20",
            "--vary=rho=1/4..1/16",
            "--fix=grinding_query_phase",
            "--circuit=embed",
            PICO);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  /** What is to cost least is told, of proof-of-work too, which the prover's work only contains. */
  @Test
  void whatIsMinimisedIsTold() {
    String stir = "zkvms/dummy_stir.toml";
    assertThat(CliRun.of("optimize", "--minimize=grinding", stir).out())
        .containsPattern("(?m)^grinding +1 +x0\\.52$")
        .containsPattern("work\\s+among\\s+them\\s+\\(grinding:\\s+that\\s+alone\\)");
    assertThat(CliRun.of("optimize", stir).out())
        .doesNotContainPattern("(?m)^grinding ")
        .doesNotContain("that alone");
    assertThat(CliRun.of("optimize", "--minimize=grinding", PICO).out())
        .containsPattern("(?m)^circuit .* prover +grinding +verifier +regime$");
    assertThat(CliRun.of("optimize", "--minimize=memory", PICO).out())
        .containsPattern("(?m)^circuit .* prover +verifier +memory +regime$");
  }

  /** Of these families no two circuits are equal. */
  @ParameterizedTest
  @ValueSource(
      strings = {"zkvms/dummy_whir.toml --circuit=embed", "zkvms/openvm2.toml --circuit=root"})
  void eachFamilyIsSearched(String arguments) {
    CliRun run = CliRun.of(("optimize --min-bits=90 " + arguments).split(" "));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("at 90 bits");
  }

  private static String withSearch(String search) throws IOException {
    return Files.readString(Path.of(PICO)) + search;
  }

  /** The file says what is wanted; the command line wins. */
  @Test
  void aFileSaysWhatIsWanted() throws IOException {
    String text =
        withSearch(
            """
            [search]
            min_bits = 60
            fix = ["rho", "fri_folding_factors"]
            [search.vary]
            num_queries = "21..30"
            [search.circuits.riscv]
            min_bits = 35
            """);
    String[] command = {"optimize", "--format=csv", "--stdin-name=p.toml", "-"};
    List<String> rows = CliRun.reading(text, command).out().lines().toList();
    assertThat(rows).anyMatch(row -> row.startsWith("Pico,embed,best,60,"));
    assertThat(rows).anyMatch(row -> row.startsWith("Pico,riscv,best,35,"));
    assertThat(rows)
        .filteredOn(row -> row.startsWith("Pico,embed,"))
        .allMatch(row -> row.contains(",0.0625,2"))
        .allMatch(row -> row.contains("\"[2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]\""));
    String[] own = {"optimize", "--format=csv", "--min-bits=58", "--vary=rho=1/8", "-"};
    List<String> others = CliRun.reading(text, own).out().lines().toList();
    assertThat(others)
        .anyMatch(row -> row.startsWith("Pico,embed,best,58,") && row.contains(",0.125,"));
  }

  /** What is not overridden on the command line, and of circuits that are searched. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --circuit=embed                              | as p.toml says: [search] min_bits = 60, num_queries = 21..30, fix rho; [search.circuits.embed] max_prover = 2x
          --circuit=riscv --min-bits=55                | as p.toml says: [search] num_queries = 21..30, fix rho
          --circuit=riscv --milestone=h-star --fix=num_queries | as p.toml says: [search] fix rho
          --circuit=embed --require=1% --fix=rho       | as p.toml says: [search] num_queries = 21..30; [search.circuits.embed] max_prover = 2x
          --circuit=riscv --min-bits=55 --vary=num_queries=9 --vary=rho=1/2 |
          """)
  void whatAFileSaysIsSaid(String options, String said) throws IOException {
    String text =
        withSearch(
            """
            [search]
            min_bits = 60
            fix = ["rho"]
            vary.num_queries = "21..30"
            circuits.embed.max_prover = "2x"
            """);
    List<String> args = new ArrayList<>(List.of("optimize", "--stdin-name=p.toml"));
    args.addAll(List.of(options.split(" ")));
    args.add("-");
    String out = CliRun.reading(text, args.toArray(String[]::new)).out();
    if (said == null) {
      assertThat(out).doesNotContain("says:");
    } else {
      assertThat(out.replaceAll("\n  ", " ")).contains(said + "\n");
    }
  }

  @Test
  void aMistakeInTheFileIsRefused() throws IOException {
    CliRun run = CliRun.reading(withSearch("[search]\nmax_prover = \"0x\"\n"), "optimize", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("max_prover must be a multiple of today's above 0");
    assertThat(run.out()).isEmpty();
  }

  /** 887.5 KiB of SP1's last circuit could be 393.1: 55.7 %, and 51.5 % of the first one. */
  @Test
  void aGateFailsWhereSomethingFreeIsLeft() throws IOException {
    CliRun left = CliRun.of("optimize", "--require=55%", "zkvms/sp1.toml");
    assertThat(left.code()).isEqualTo(1);
    assertThat(left.out())
        .startsWith(
            """
            FAIL  SP1 6.1.0, compress leaves 705.3 KiB of 1267.0 on the table (55.6%)
            FAIL  SP1 6.1.0, shrink leaves 494.4 KiB of 887.5 on the table (55.7%)
                  how: soundcalc optimize zkvms/sp1.toml
            """);
    CliRun none = CliRun.of("optimize", "--require=55.8%", "zkvms/sp1.toml");
    String json = CliRun.of("optimize", "--require=55%", "--format=json", "zkvms/sp1.toml").out();
    assertThat(JsonSchema.inDocs("optimize.schema.json").problems(json)).isEmpty();
    assertThat(json.replaceAll("\\s", ""))
        .contains("\"required\":{\"percent\":55.0,\"passed\":false}");
    assertThat(none.code()).isZero();
    assertThat(none.out())
        .startsWith("pass  SP1 6.1.0 leaves less than 55.8% of any proof on the table\n");
  }

  /** What is not known is not passed, nor what has no configuration within the limits. */
  @Test
  void aGatePassesOnlyWhatIsKnown() {
    CliRun cut = CliRun.of("optimize", "--require=5%", "--time-limit=0", PICO);
    assertThat(cut.code()).isEqualTo(1);
    assertThat(cut.out())
        .contains(
            """
            FAIL  Pico: not known to leave less than 5% on the table: time ran out
              (--time-limit): the best that was tried of riscv, convert, combine and 2 more
              circuits
            """)
        .doesNotContain("pass");
    String json =
        CliRun.of("optimize", "--require=5%", "--time-limit=0", "--format=json", PICO).out();
    assertThat(json).contains("\"passed\": false");
    CliRun none =
        CliRun.of("optimize", "--require=5%", "--max-prover=0.01x", "--circuit=embed", PICO);
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out())
        .startsWith(
            "FAIL  Pico, embed: no configuration of the space has 57 bits within the limits")
        .doesNotContain("pass");
  }

  /** A table of all circuits, a patch and rows of numbers are not taken for the best there is. */
  @Test
  void whatWasCutShortIsSaidOfEveryCircuit() {
    String said = "time ran out (--time-limit): the best that was tried of ";
    assertThat(CliRun.of("optimize", "--time-limit=0", PICO).out().replaceAll("\\s+", " "))
        .contains(said + "riscv, convert, combine and 2 more circuits");
    assertThat(CliRun.of("optimize", "--time-limit=0", "--format=toml", PICO).out())
        .contains("# " + said + "riscv, convert, combine and 2 more circuits\n");
    CliRun csv = CliRun.of("optimize", "--time-limit=0", "--format=csv", "--circuit=embed", PICO);
    assertThat(csv.err()).isEqualTo(PICO + ": warning: " + said + "embed\n");
  }

  /** Where proof-of-work does not move, a limit above what there is would be thought to move it. */
  @ParameterizedTest
  @CsvSource({
    "'',true",
    "--space=tuned,false",
    "--min-bits=57,false",
    "--vary=grinding_deep=0..3,false"
  })
  void aLimitThatLimitsNothingIsSaidToDoSo(String option, boolean isSaid) {
    List<String> arguments =
        new ArrayList<>(List.of("optimize", "--max-grinding=30", "--circuit=embed", PICO));
    arguments.addAll(option.isEmpty() ? List.of() : List.of(option));
    CliRun run = CliRun.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().contains("--max-grinding 30 limits nothing")).isEqualTo(isSaid);
  }

  /** It is of the final proof: of the others none, which had been found without it in silence. */
  @ParameterizedTest
  @CsvSource({"compress,true", "embed,false"})
  void aLimitOfAProofThatIsLeftOutIsSaidToLimitNothing(String circuit, boolean isSaid) {
    CliRun run = CliRun.of("optimize", "--max-proof-size=240KiB", "--circuit=" + circuit, PICO);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().contains("--max-proof-size 240KiB limits nothing")).isEqualTo(isSaid);
  }

  /** A file's constraints count, and what it aims at does not. */
  @Test
  void aGateKeepsWhatTheFileFixes() throws IOException {
    String fixed =
        withSearch(
            """
            [search]
            milestone = "h-star"
            fix = ["fri_folding_factors", "num_queries"]
            """);
    CliRun run = CliRun.reading(fixed, "optimize", "--require=0.1%", "--circuit=embed", "-");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(CliRun.of("optimize", "--require=0.1%", "--circuit=embed", PICO).code())
        .isEqualTo(1);
  }

  /** The weakest term first, the others in a line, and one field that lifts all of them. */
  @Test
  void whatStandsInTheWayAndWhatLiftsIt() {
    CliRun run = CliRun.of("optimize", "--milestone=h-star", PICO);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
            riscv: no configuration of the space has 128 bits
              byte has at most 92 bits, wherever in the space
                field: KoalaBear^5 gives it 123; KoalaBear^6 gives it 154
                byte.grinding_bits_lookup is not varied, and would need 36 bits
              and others below 128 bits: alu 93, memory 93, poseidon2 94, program 95,
              global_type 96, syscall 99, ALI 111, batching 116, DEEP 123, commit round 1
              127
                field: KoalaBear^6 lifts every term; to try it:
            soundcalc optimize --milestone h-star --set riscv.field=KoalaBear^6 \\
              zkvms/pico.toml
            """);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    // the cure cures
    CliRun cured =
        CliRun.of(
            "optimize",
            "--milestone=h-star",
            "--set=riscv.field=KoalaBear^6",
            "--circuit=riscv",
            PICO);
    assertThat(cured.code()).isZero();
    assertThat(cured.out()).contains("soundcalc estimate", "--set riscv.field=KoalaBear^6");
  }

  /** It has 92 bits without proof-of-work. */
  @ParameterizedTest
  @ValueSource(strings = {"byte.grinding_bits_lookup", "lookups[byte].grinding_bits_lookup"})
  void aLookupsKeyMovesHoweverItIsWritten(String key) {
    CliRun run =
        CliRun.of("optimize", "--min-bits=93", "--vary=" + key + "=0..1", "--circuit=riscv", PICO);
    assertThat(run.out()).contains("\nbyte.grinding_bits_lookup ");
    assertThat(run.code()).isZero();
  }

  /** Whatever the answer depends on is in the command that tries the cure. */
  @Test
  void theCommandThatTriesACureHasEveryOption() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("--minimize", "prover");
    values.put("--min-bits", "140");
    values.put("--milestone", "h-star");
    values.put("--max-proof-size", "300KiB");
    values.put("--proof-size", "expected");
    values.put("--max-prover", "2x");
    values.put("--max-verifier", "2x");
    values.put("--max-memory", "2x");
    values.put("--pareto", "proof-size,prover");
    values.put("--max-grinding", "20");
    values.put("--space", "tuned");
    values.put("--vary", "rho=1/2..1/8");
    values.put("--fix", "num_queries");
    values.put("--circuit", "compress");
    values.put("--recursion", "");
    values.put("--regimes", "jbr");
    values.put("--bounds", "may-2026");
    values.put("--hash-rate", "512");
    values.put("--set", "num_queries=90");
    values.put("--accounting", "soundcalc");
    values.put("--sizes", "soundcalc");
    values.put("--time-limit", "30");
    Set<String> known = new HashSet<>(values.keySet());
    known.add("--resolution"); // with --pareto
    known.addAll(OptimizeSpec.NOT_AGAIN);
    for (OptionSpec option : Commands.spec("optimize", new OptimizeCommand()).options()) {
      assertThat(known).as("a new option").contains(option.longestName());
    }
    values.forEach(
        (option, value) -> {
          List<String> args = new ArrayList<>(List.of("optimize", option));
          Stream.of(value).filter(text -> !text.isEmpty()).forEach(args::add);
          if (!option.startsWith("--mi") || option.equals("--minimize")) {
            args.add("--min-bits=128");
          }
          if (option.equals("--pareto")) {
            args.add("--resolution=1%");
          }
          args.add(PICO);
          String out = CliRun.of(args.toArray(String[]::new)).out().replaceAll("\\s+", " ");
          int command = out.indexOf("soundcalc optimize ");
          String given = option.equals("--pareto") ? "%s %s --resolution 1%%" : "%s %s";
          assertThat(command).as(option).isPositive();
          assertThat(out.substring(command, out.indexOf(PICO, command)))
              .contains(" " + given.formatted(option, value).strip() + " ");
        });
  }

  /** What leaves nothing on the table has what the gate was given, so that it finds the same. */
  @Test
  void theCommandThatSavesHasWhatWasGiven() {
    CliRun run =
        CliRun.of(
            "optimize",
            "--require=1%",
            "--fix=num_queries",
            "--circuit=embed",
            "--color=never",
            PICO);
    assertThat(run.out())
        .contains(
            "how: soundcalc optimize --fix num_queries --circuit embed \\\n  zkvms/pico.toml\n");
  }

  @Test
  void whatCannotBeTogetherIsNamedUnderEachRegime() throws IOException {
    String[] command = {
      "optimize",
      "--format=table",
      "--space=free",
      "--min-bits=77",
      "--vary=num_queries=1..31",
      "--circuit=embed",
      PICO
    };
    assertThat(CliRun.of(command).out())
        .contains(
            """
            each term can have as many, but not all together: 75 bits at most, under JBR,
              where batching and query phase bind
              below 77 bits under JBR then: batching 75, query phase 75
              below 77 bits under UDR, wherever in the space: query phase 44
            """);
    command[1] = "--format=json";
    String json = CliRun.of(command).out();
    assertThat(JsonSchema.inDocs("optimize.schema.json").problems(json)).isEmpty();
    assertThat(json.replaceAll("\\s", ""))
        .contains("{\"regime\":\"UDR\",\"term\":\"queryphase\",\"bits\":44,\"always\":true}");
  }

  @Test
  void aTermAtTheTargetIsNamedWhereTheOtherWantsItsBits() throws IOException {
    CliRun run =
        CliRun.of(
            "optimize",
            "--space=free",
            "--min-bits=80",
            "--vary=num_queries=1..35",
            "--circuit=embed",
            PICO);
    assertThat(run.out()).contains("under JBR,\n  where batching binds against query phase\n");
  }

  /** The same key twice is refused: what is printed replaces what was given. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "riscv.field=KoalaBear^5",
        "\"riscv\".field=KoalaBear^5",
        "field=KoalaBear^5",
        "riscv.byte.grinding_bits_lookup=1"
      })
  void curesCanBeRunBesideWhatWasSet(String given) throws IOException {
    CliRun run =
        CliRun.of("optimize", "--milestone=h-star", "--circuit=riscv", "--set", given, PICO);
    assertThat(run.code()).isEqualTo(1);
    assertThat(printed(run, "soundcalc optimize").code()).isZero();
  }

  /** So does the command that shows the best configuration. */
  @Test
  void theBestReplacesWhatWasSet() throws IOException {
    CliRun run =
        CliRun.of(
            "optimize", "--circuit=embed", "--set", "embed.num_queries=400", "--color=never", PICO);
    assertThat(run.code()).isZero();
    CliRun estimate = printed(run, "soundcalc estimate");
    assertThat(estimate.code()).isZero();
    assertThat(estimate.out()).doesNotContain("num_queries = 400");
  }

  /** Runs the command of an answer that begins like this: words, in single quotes or without. */
  private static CliRun printed(CliRun run, String start) {
    String command = run.out().substring(run.out().indexOf(start)).replace("\\\n", " ");
    return CliRun.of(
        Pattern.compile("'([^']*)'|[^ ]+")
            .matcher(command.lines().findFirst().orElseThrow())
            .results()
            .skip(1)
            .map(word -> word.group(1) == null ? word.group() : word.group(1))
            .toArray(String[]::new));
  }

  /** A number of queries is none of bits, and what is varied is so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--vary=num_queries=1..30 | num_queries is not varied as far, and would need 31",
        "--fix=num_queries | num_queries is not varied, and would need 31"
      })
  void whatIsNeededOfQueriesIsTheirNumber(String option, String words) {
    CliRun run =
        CliRun.of("optimize", "--space=free", "--min-bits=76", option, "--circuit=embed", PICO);
    assertThat(run.out()).contains("  " + words + "\n");
  }

  @Test
  void valuesThatAreRefusedAlikeAreARange() {
    CliRun run = CliRun.of("optimize", "--vary=rho=1/1024..1/1048576", "--circuit=riscv", PICO);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
            no values of the space fit together:
              trace_length over rho is a domain of 2^32 to 2^42 points, beyond the 2-adicity
              24 of KoalaBear^4
            """);
  }

  /** Rates of 1/64 take 32 times the work of 1/2. */
  @Test
  void aMultipleOfTheProversWorkIsSaid() {
    String note = "with --max-prover 1x the prover works no more than today\n";
    assertThat(CliRun.of("optimize", "--milestone=h-star", "zkvms/zisk.toml").out()).contains(note);
    assertThat(CliRun.of("optimize", "zkvms/sp1.toml").out()).doesNotContain(note);
  }

  /** As estimate says it of a file that asks for as much. */
  @Test
  void proofOfWorkThatNobodyChecksIsAWarning() {
    CliRun run =
        CliRun.of(
            "optimize", "--min-bits=60", "--vary=grinding_query_phase=45", "--circuit=embed", PICO);
    assertThat(run.out()).contains("of the best: query phase: 45 bits of proof-of-work:");
  }

  /** Both are said: without either, the other could not be kept. */
  @Test
  void limitsNoneOfWhichCanBeKeptAreAllSaid() {
    CliRun run =
        CliRun.of(
            "optimize",
            "--milestone=h-star",
            "--max-proof-size=1KiB",
            "--max-prover=0.01x",
            "--circuit=Final_Compressed",
            "zkvms/zisk.toml");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "the bits are within reach, the size is not: 201.6 KiB at least",
            "the bits are within reach, the limit of prover is not: x0.09 of today at least")
        .doesNotContain("127 bits");
  }
}
