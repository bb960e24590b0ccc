package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.JsonSchema;

/** {@code --set} wherever parameters are read, and what is said of it. */
class SetEverywhereTest {
  private static final String PICO = "zkvms/pico.toml";
  private static final String SET = "--set=num_queries=60";

  private static CliRun run(String command, String... options) {
    String[] all = new String[options.length + (command.equals("diff") ? 3 : 2)];
    all[0] = command;
    System.arraycopy(options, 0, all, 1, options.length);
    for (int i = options.length + 1; i < all.length; i++) {
      all[i] = PICO;
    }
    return CliRun.of(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"estimate", "check", "compare", "diff", "milestones", "validate"})
  void whatIsOverriddenIsSaid(String command) {
    assertThat(run(command, SET).out()).contains("overridden by --set: num_queries = 60\n");
    assertThat(run(command).out()).doesNotContain("overridden");
  }

  @ParameterizedTest
  @CsvSource({
    "github, 'overridden by --set: num_queries = 60\n'",
    "junit, '<property name=\"set\" value=\"num_queries=60\"/>'",
    "sarif, '\"settings\": [ \"num_queries=60\" ]'",
    "json, '\"settings\": [ \"num_queries=60\" ]'",
  })
  void everyFormatOfAGateSaysIt(String format, String words) {
    CliRun run = run("check", SET, "--format=" + format);
    assertThat(run.out().replaceAll("([\\[\"])\n +", "$1 ").replaceAll("\"\n +]", "\" ]"))
        .contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"estimate", "check", "compare", "diff", "milestones", "validate"})
  void whatIsWrongWithItIsSaidOnce(String command) {
    for (String wrong :
        new String[] {
          "num_queries=-3", "riscv.bite.rows_L=4", "risc.num_queries=4", "num_querys=4",
        }) {
      CliRun run = run(command, "--set=" + wrong);
      assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.out() + run.err()).containsOnlyOnce("--set " + wrong + ": error: ");
    }
    CliRun twice = run(command, SET, SET);
    assertThat(twice.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(twice.out() + twice.err()).contains("num_queries is set twice");
    CliRun none = run(command, "--set=num_queries");
    assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(none.err()).startsWith("soundcalc: --set num_queries: expected KEY=VALUE");
    assertThat(none.out()).isEmpty();
  }

  @Test
  void whatWasRefusedOverridesNothing() {
    assertThat(run("check", "--set=num_querys=23").out()).doesNotContain("overridden");
  }

  /** WHIR has a list of them, SWIRL none of this name. */
  @ParameterizedTest
  @ValueSource(strings = {"check", "validate"})
  void whatIsWrongForSomeFilesNamesThem(String command) {
    String[] files = {"zkvms/dummy_stir.toml", "zkvms/dummy_whir.toml", "zkvms/openvm2.toml", PICO};
    CliRun run =
        CliRun.of(command, "--set=num_queries=100", files[0], files[1], files[2], files[3]);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out() + run.err())
        .contains(
            "got 100 (zkvms/dummy_stir.toml, zkvms/dummy_whir.toml)\n",
            "no circuit of zkvms/openvm2.toml has a key num_queries; it is a key of ");
    CliRun ofAll = CliRun.of(command, "--set=num_queries=100", files[0], files[1]);
    assertThat(ofAll.out() + ofAll.err()).contains("got 100\n");
    if (command.equals("check")) {
      assertThat(run.out()).endsWith("1 of 1 zkVMs failed: Pico; 3 files could not be checked\n");
    }
  }

  /** 84 queries give 53 bits, and each of them 0.415: 60 give less, and 10 below what is asked. */
  @Test
  void aGateAndADifferenceCountWithIt() {
    assertThat(run("check", "--min-bits=53").code()).isEqualTo(ExitCode.OK);
    assertThat(run("check", "--min-bits=53", SET).code()).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(run("diff", SET).out()).startsWith("no change\n");
    assertThat(run("diff", "--help").out()).contains("--set overrides a key on both sides");
  }

  @Test
  void aLookupIsReached() {
    String before = run("estimate", "--verbose").out();
    String after = run("estimate", "--verbose", "--set=riscv.byte.grinding_bits_lookup=8").out();
    assertThat(after).isNotEqualTo(before);
    assertThat(run("validate", "--set=riscv.byte.grinding_bits_lookup=8").code()).isZero();
  }

  @Test
  void validatesJson() throws IOException {
    JsonSchema schema = JsonSchema.inDocs("validate.schema.json");
    assertThat(schema.ownProblems()).isEmpty();
    String bad = SpellingsTest.FILE.replace("num_queries = 100", "num_queries = -1\nx = 1");
    CliRun run = CliRun.reading(bad, "validate", "--format=json", "-", "none.toml");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).isEmpty();
    assertThat(schema.problems(run.out())).isEmpty();
    assertThat(schema.problems(run.out().replace("\"error\"", "\"bad\""))).isNotEmpty();
    assertThat(run.out())
        .contains(
            """
                {
                  "source": "<stdin>",
                  "line": 13,
                  "column": 15,
                  "severity": "error",
                  "message": "circuit \\"main\\": num_queries must be an integer from 1 to 100000, got -1"
                },
            """,
            "\"severity\": \"warning\"",
            """
                  "source": "none.toml",
                  "line": null,
                  "column": null,
            """);
    CliRun good = run("validate", "--format=json", SET);
    assertThat(good.code()).isZero();
    assertThat(good.out()).contains("\"problems\": [ ]");
    assertThat(schema.problems(good.out())).isEmpty();
    assertThat(run("validate", "--format=jsn").err()).contains("did you mean json?");
  }

  @Test
  void validatesForGithub() {
    String bad =
        SpellingsTest.FILE.replace("num_queries = 100", "num_queries = -1\n\"##[x]::y::\" = 1");
    CliRun run = CliRun.reading(bad, "validate", "--format=github", "--stdin-name=a.toml", "-");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out().lines())
        .containsExactly(
            "::error file=a.toml,line=13,col=15,endColumn=17::circuit \"main\": num_queries must be"
                + " an integer from 1 to 100000, got -1",
            "::warning file=a.toml,line=14,col=1,endColumn=13::circuit \"main\":"
                + " #\uFFFD[x]:\uFFFDy:\uFFFD is not a key of FRI_STARK and is ignored");
    assertThat(CliRun.of("validate", "--format=github", "none.toml", PICO, SET).out().lines())
        .containsExactly(
            "::error::none.toml: error: there is no such file or folder",
            "overridden by --set: num_queries = 60");
  }

  @Test
  void otherSchemasKnowIt() throws IOException {
    String check = run("check", "--format=json", SET).out();
    assertThat(JsonSchema.inDocs("check.schema.json").problems(check)).isEmpty();
    String diff = run("diff", "--format=json", SET).out();
    assertThat(diff).contains("\"num_queries=60\"");
    assertThat(JsonSchema.inDocs("diff.schema.json").problems(diff)).isEmpty();
  }
}
