package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.design.FoldingDesign;

/** Sizes as sent beside those of soundcalc, in every output, and which of them decides. */
class SizesOptionTest {
  private static final String ZISK = "zkvms/zisk.toml";
  private static final String TABLE =
      """

      [circuits.proof]
      trees = [
        { columns = 2, degree = 1 }, { columns = 3, degree = 1 }, { columns = 104, degree = 1 },
        { columns = 25, degree = 1 }, { columns = 1, degree = 1 },
      ]
      cap_levels = 6
      """;

  private static CliRun run(String table, String... args) throws IOException {
    return CliRun.reading(Files.readString(Path.of(ZISK)) + table, args);
  }

  @Test
  void bothSizesStandInEveryOutput() throws IOException {
    assertThat(run(TABLE, "estimate", "-").out())
        .contains("as sent", "249 / 262", "269 / 313", "+0.4% / +5.6%");
    assertThat(
            run(TABLE, "estimate", "--circuit", "Final_Compressed", "--format", "json", "-").out())
        .contains("\"proofSizeSent\"", "\"worstCaseBits\": 2151360", "\"worstCaseBits\": 2567296");
    assertThat(run(TABLE, "estimate", "--format", "csv", "-").out())
        .contains(
            ",set,remark,sent_expected_bits,sent_worst_bits\n",
            ",2208640,2567296,,,2045632,2151360\n");
    assertThat(run(TABLE, "estimate", "--format", "markdown", "-").out()).contains("249 / 262");
    assertThat(run(TABLE, "milestones", "-").out()).contains("as sent", "262/249");
    assertThat(run(TABLE, "milestones", "--format", "json", "-").out())
        .contains("\"worstSent\": 2151360", "\"expectedSent\": 2045632");
    assertThat(run(TABLE, "milestones", "--format", "csv", "-").out())
        .contains(",caveats,sent_worst_bits,sent_expected_bits\n", ",2151360,2045632\n");
    assertThat(run(TABLE, "check", "--format", "json", "--max-proof-size=300KiB", "-").out())
        .contains("\"worstSent\"", "\"expectedSent\"");
    assertThat(
            run(TABLE, "explain", "--circuit", "Final_Compressed", "--term", "proof size", "-")
                .out())
        .contains(
            "proof size as sent: 262 KiB in the worst case, 249 expected",
            "nodes · root_hashes · h = 512 · 1 · 256 = 131072 bits");
    assertThat(
            run(
                    TABLE,
                    "explain",
                    "--circuit",
                    "Final_Compressed",
                    "--term",
                    "proof size",
                    "--format",
                    "json",
                    "-")
                .out())
        .contains("\"proofSizeSent\"", "\"openings of tree 5\"");
    assertThat(run(TABLE, "diff", ZISK, "-").out())
        .contains("as sent", "– → 249", "– → 262", "proof.cap_levels");
  }

  @Test
  void theSizeAskedForDecides() throws IOException {
    String[] check = {"check", "--milestone=h-star", "-", "--sizes", "soundcalc"};
    CliRun usual = run(TABLE, check);
    assertThat(usual.code()).isEqualTo(1);
    assertThat(usual.out())
        .contains(
            "final proof 313 KiB worst case, 269 expected, as sent 262 worst case, 249 expected,"
                + " 248.7 measured (expected as sent +0.4%): 300 allowed, FAIL on the worst case;"
                + " the expected size passes; the size as sent passes");
    check[4] = "sent";
    CliRun sent = run(TABLE, check);
    assertThat(sent.out())
        .contains(
            "final proof as sent 262 KiB worst case, 249 expected, soundcalc 313 worst case, 269"
                + " expected, 248.7 measured (expected as sent +0.4%): 300 allowed; the size of"
                + " soundcalc does not pass");
    assertThat(sent.code()).isZero();
    assertThat(
            run(TABLE, "check", "--max-proof-size=250KiB", "--sizes=sent", "--format=junit", "-")
                .out())
        .contains(
            "<property name=\"sizes\" value=\"sent\"/>",
            "Final_Compressed, is 262 KiB in the worst case as sent, 13 KiB above 250 KiB");
    assertThat(run(TABLE, "check", "--sizes=sent", "--format=json", "-").out())
        .contains("\"sizes\": \"sent\"");
    assertThat(run(TABLE, "milestones", "--sizes=sent", "-").out())
        .contains("with --sizes sent", "all passed");
    assertThat(run(TABLE, "estimate", "--sizes=sent", "-").out())
        .containsPattern("249 / 262 +269 / 313");
    assertThat(run(TABLE, "estimate", "-").out()).containsPattern("269 / 313 +249 / 262");
  }

  /** Venus and ZisK are of one size by soundcalc's, and then stay as they were named. */
  @Test
  void sizesAreSortedByTheOneAskedFor() throws IOException {
    String venus = "zkvms/venus.toml";
    String[] args = {"compare", "--sort=size", "--format=csv", venus, "-"};
    assertThat(run("", args).out().lines().skip(1).findFirst().orElse("")).contains("Venus");
    CliRun sent = run(TABLE, "compare", "--sort=size", "--sizes=sent", "--format=csv", venus, "-");
    assertThat(sent.out().lines().skip(1).findFirst().orElse("")).contains("ZisK");
  }

  /** Not silently: a circuit without the table keeps the size it has. */
  @Test
  void aFileWithoutTheTableKeepsItsSizeWithAWarning() throws IOException {
    CliRun run = run("", "check", "--milestone=h-star", "--sizes=sent", "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "final proof 313 KiB",
            "circuit \"Final_Compressed\": no table [circuits.proof] (nor in 43 other circuits):"
                + " with --sizes sent its proof size is soundcalc's, not as sent");
    // SWIRL's is the size of the encoded proof
    assertThat(CliRun.of("check", "--min-bits=1", "--sizes=sent", "zkvms/openvm2.toml").out())
        .doesNotContain("circuits.proof");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arity = 5 | arity must be 2, 3, 4, 8 or 16, got 5
          cap_levels = 20 | cap_levels must be at most 19, the depth of the first round's trees
          cap_levels = -1 | cap_levels must be an integer from 0 to 64, got -1
          trees = [] | trees must be a non-empty array of tables such as { columns = 68, degree = 1 }, got []
          trees = "x" | trees must be a non-empty array of tables
          trees = [{ columns = -3, degree = 1 }] | C a positive integer and D an integer from 1 to 16, got a table
          trees = [{ columns = 3 }] | trees[0] must be a table { columns = C, degree = D }
          trees = [{ columns = 3, degree = 4 }] | trees[0] has degree = 4, above the degree 3 of Goldilocks^3
          paths = "both" | paths must be "separate" or "shared", got "both"
          opened_values = 1.5 | opened_values must be an integer of at least 0, got 1.5
          nonce_bits = true | nonce_bits must be an integer from 0 to 65536, got true
          root_hashes = 0 | root_hashes must be an integer from 1 to 1024, got 0
          """)
  void whatIsWrongIsRefusedWhereItStands(String line, String message) throws IOException {
    long at = (Files.readString(Path.of(ZISK)) + "\n[circuits.proof]\n").lines().count() + 1;
    CliRun run = run("\n[circuits.proof]\n" + line + "\n", "estimate", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("<stdin>:" + at + ":", "circuit \"Final_Compressed\", [proof]: ", message);
  }

  /** Nothing differs from no bytes by percents. */
  @Test
  void aMeasuredSizeOfNothingIsComparedWithNothing() throws IOException {
    String text = Files.readString(Path.of(ZISK)).replace("\"254.64 KB\"", "\"0 bytes\"");
    CliRun run = CliRun.reading(text + TABLE, "check", "--min-bits=1", "-");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("0.0 measured").doesNotContain("%");
    assertThat(CliRun.reading(text + TABLE, "estimate", "-").code()).isZero();
  }

  @Test
  void anArrayOfTablesIsRefusedAndAnUnknownKeyIgnored() throws IOException {
    CliRun array = run("\n[[circuits.proof]]\n", "estimate", "-");
    assertThat(array.code()).isEqualTo(2);
    assertThat(array.err())
        .contains("proof must be a table, written [circuits.proof], got an array of tables");
    assertThat(run("\n[circuits.proof]\narrity = 4\n", "estimate", "-").err())
        .contains("arrity is not a key of [circuits.proof] and is ignored; did you mean arity?");
  }

  /** In one circuit or in each, whether or not the file has the table. */
  @Test
  void settingsReachTheTable() throws IOException {
    CliRun one =
        run("", "check", "--max-proof-size=1MiB", "--set=Final_Compressed.proof.cap_levels=6", "-");
    CliRun each = run("", "check", "--max-proof-size=1MiB", "--set=proof.cap_levels=6", "-");
    assertThat(one.out()).contains(", as sent ");
    assertThat(each.out().lines().findFirst()).isEqualTo(one.out().lines().findFirst());
    CliRun wrong = run(TABLE, "estimate", "--set=proof.arrity=4", "-");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("[circuits.proof] of circuit").contains("has no key arrity");
    assertThat(run(TABLE, "estimate", "--set=cap_levels=4", "-").err())
        .contains("it is a key of [circuits.proof], set as Dma.proof.cap_levels");
  }

  /** The least of all schedules of some factors, by the size that estimates have. */
  @Test
  void optimizeMinimisesTheSizeAskedFor() throws IOException {
    String[] optimize = {
      "optimize",
      "--format=csv",
      "--circuit=Final_Compressed",
      "--fix=num_queries",
      "--fix=rho",
      "--fix=gap_to_radius",
      "--vary=fri_folding_factors=any(8,16,32)",
      "--sizes=sent",
      "-"
    };
    CliRun run = run(TABLE, optimize);
    assertThat(run.code()).as(run.err()).isZero();
    String text = Files.readString(Path.of(ZISK)) + TABLE;
    List<Circuit> circuits = Soundcalc.parse(text).circuits();
    FoldingDesign design =
        circuits.get(circuits.size() - 1).sized(Sizes.SENT).foldingDesign().orElseThrow();
    BigInteger least = null;
    for (List<Integer> factors : schedules(design.logDimension())) {
      Circuit circuit = design.with(design.layout().with(factors));
      BigInteger size = circuit.proofSizeSent().orElseThrow().worstCaseBits();
      least = least == null ? size : least.min(size);
    }
    assertThat(run.out().lines().filter(row -> row.contains(",best,")))
        .singleElement()
        .asString()
        .contains("," + least + ",");
    assertThat(run.out()).contains(",today,128,", ",2151360,2045632,");
    CliRun none =
        run(
            TABLE,
            "optimize",
            "--max-proof-size=100KiB",
            "--circuit=Final_Compressed",
            "--sizes=sent",
            "-");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).contains("of them are openings of tree 3");
  }

  private static List<List<Integer>> schedules(int left) {
    List<List<Integer>> all = new ArrayList<>();
    for (int factor = 3; factor <= Math.min(5, left); factor++) {
      all.add(List.of(factor));
      for (List<Integer> after : schedules(left - factor)) {
        List<Integer> both = new ArrayList<>(List.of(factor));
        both.addAll(after);
        all.add(both);
      }
    }
    return all;
  }

  /** A nonce is sent as soon as there is proof-of-work. */
  @Test
  void sweepsHaveTheSizeAskedFor() throws IOException {
    CliRun run =
        run(
            TABLE,
            "sweep",
            "--vary=grinding_query_phase=0,22",
            "--circuit=Final_Compressed",
            "--show=worst,expected",
            "--format=csv",
            "--sizes=sent",
            "-");
    assertThat(run.out()).contains(",2151296,2045568", ",2151360,2045632");
  }
}
