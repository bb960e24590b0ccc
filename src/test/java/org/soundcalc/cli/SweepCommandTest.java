package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.JsonSchema;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every point of the product of some keys' values. */
class SweepCommandTest {
  private static final String PICO = "zkvms/pico.toml";

  @TempDir private Path folder;

  private static CliRun sweep(String options, String... more) {
    List<String> args = new ArrayList<>(List.of("sweep"));
    args.addAll(List.of(options.split(" ", -1)));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "table, sweep-80.txt",
    "markdown, sweep.md",
    "csv, sweep.csv",
    "json, sweep.json",
    "svg, sweep.svg"
  })
  void everyFormat(String format, String file) throws IOException {
    CliRun run =
        sweep(
            "--vary rho=1/2..1/8 --vary num_queries=84,120 --min-bits 80 --circuit riscv",
            "--format",
            format,
            PICO);
    assertThat(run.code()).isZero();
    Golden.assertMatches(file, run.out());
  }

  /** One row for each run of values for which one term binds, cut where the bits are met first. */
  @Test
  void oneLeverIsFolded() {
    CliRun run =
        sweep("--vary num_queries=1..200 --regimes jbr --min-bits 60 --circuit riscv " + PICO);
    assertThat(run.out())
        .contains(
            "1..97",
            "98..119",
            "query phase",
            "120..200",
            "batching",
            "103 of 200 points have 60 bits; the first: num_queries = 98")
        .doesNotContain("refused");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  /** The best of three schedules stands between the others. */
  @Test
  void listsAreNotFolded() {
    CliRun run =
        sweep(
            "--circuit Final_Compressed --show worst zkvms/zisk.toml --vary",
            "fri_folding_factors=[8, 8, 8],[8, 8],[16, 8]");
    assertThat(run.out()).contains("[8, 8, 8]", "313.4", "[8, 8] ", "296.9", "[16, 8]", "297.7");
  }

  @Test
  void jsonIsDescribed() throws IOException {
    JsonSchema schema = JsonSchema.inDocs("sweep.schema.json");
    assertThat(schema.ownProblems()).isEmpty();
    String all = "--vary rho=1/2..1/8 --format json --circuit riscv --min-bits 60 ";
    for (String options : List.of(all, all + "--show bits,worst,grinding ")) {
      String json = sweep(options + PICO).out();
      assertThat(schema.problems(json)).isEmpty();
      assertThat(schema.problems(json.replace("\"refused\"", "\"wrong\""))).isNotEmpty();
      assertThat(json).contains("\"reason\": \"trace_length over rho", "\"fri_early_stop_degree\"");
    }
  }

  /** A row for each point, whatever their number: 1000 and more are made in parts. */
  @Test
  void csvHasEveryPointInItsOrder() {
    CliRun run =
        sweep(
            "--vary grinding_deep=0..9 --vary num_queries=1..300 --circuit riscv --format csv"
                + " --show bits "
                + PICO);
    List<String> rows = run.out().lines().toList();
    assertThat(rows.get(0)).startsWith("zkvm,source,circuit,grinding_deep,num_queries,status,bits");
    assertThat(rows).hasSize(3001);
    for (int i = 1; i < rows.size(); i++) {
      String[] cells = rows.get(i).split(",", -1);
      assertThat(cells[3]).isEqualTo(Integer.toString((i - 1) / 300));
      assertThat(cells[4]).isEqualTo(Integer.toString((i - 1) % 300 + 1));
    }
  }

  @Test
  void circuitsWithoutTheKeysAreLeftOutAndSo() {
    CliRun run = sweep("--vary byte.grinding_bits_lookup=0,8 " + PICO);
    assertThat(run.out())
        .contains("Pico, riscv: byte.grinding_bits_lookup = 0,8 (2 points)")
        .contains("left out, without all of these keys: convert, combine, compress, embed");
  }

  @Test
  void conjecturesCountWhereNothingElseIsAskedFor() {
    String options = "--vary num_queries=84 --circuit riscv --show bits,regime --format csv ";
    assertThat(sweep(options + "--regimes toy,capacity " + PICO).out()).contains("toy");
    assertThat(sweep(options + "--regimes toy,udr " + PICO).out()).contains(",UDR,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --vary num_queries=1..x | --vary num_queries=1..x: num_queries must be an integer from 1 to 100000, got "x"
          --vary num_queries=9..1 | --vary num_queries=9..1: the range 9..1 is reversed: write 1..9
          --vary num_querys=1     | --vary num_querys=1: no circuit of zkvms/pico.toml has a key num_querys; did you mean num_queries?
          --vary log_degree=1     | --vary log_degree=1: no circuit of zkvms/pico.toml has a key log_degree
          --vary max_leaf_proofs=1..9 | --vary max_leaf_proofs=1..9: max_leaf_proofs is a key of [recursion], not of a circuit: sweep once for each value, as in --set max_leaf_proofs=3000 --show tree
          --circuit embed --vary byte.rows_L=1 | --vary byte.rows_L=1: circuit "embed" of zkvms/pico.toml has no key byte.rows_L
          --circuit embd --vary num_queries=1 | --circuit embd: no such circuit; did you mean embed?
          --vary num_queries      | --vary num_queries: expected KEY=DOMAIN, as in num_queries=1..200
          --vary =1..2            | --vary =1..2: expected KEY=DOMAIN, as in num_queries=1..200
          --vary num_queries=1 --vary num_queries=2 | --vary num_queries=2: num_queries is varied twice: write all its values in one domain
          --vary byte.rows_L=1 --vary lookups[byte].rows_L=2 | --vary lookups[byte].rows_L=2: byte.rows_L is varied twice: write all its values in one domain
          --vary num_queries=1..400 --vary batch_size=1..1000 | the sweep has 5 circuits x 400 x 1000 = 2000000 points, at most 100000 are estimated: narrow a domain, or allow them with --limit 2000000
          --vary num_queries=1..99999 --vary batch_size=1..99999 | the sweep has 5 circuits x 99999 x 99999 = 49999000005 points, at most 100000 are estimated: narrow a domain
          --vary num_queries=1..99999 --limit 1000000 | more than 100000 points are for programs: add --format csv or json
          --vary num_queries=1 --limit 10000001 | --limit 10000001: expected an integer from 1 to 10000000
          --vary num_queries=1 --min-bits x | --min-bits x: expected an integer from 1 to 1000000
          --vary num_queries=1 --show bitz | --show bitz: no such column; did you mean bits?
          --vary num_queries=1 --show bits,worst,bits | --show bits,worst,bits: bits is there twice: leave out one of them
          """)
  void whatCannotBeSwept(String options, String message) {
    CliRun run = sweep(options, PICO);
    assertThat(run.err()).isEqualTo("soundcalc: " + message + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --vary num_queries=1..9 --vary rho=0.5 --vary grinding_deep=0,1 --circuit riscv | a chart has one or two keys, not 3: fix the others by --set
          --vary rho=1/2..1/4 --vary num_queries=1..25 --circuit riscv | 25 values of num_queries are as many lines, at most 24 can be told apart: vary it first
          --vary num_queries=1..9 | a chart is of one circuit, and 5 have the keys: add --circuit
          --vary num_queries=1..9 --show binding,prover --circuit riscv | a chart shows bits, decimal, worst or expected: add one to --show
          """)
  void whatCannotBeDrawn(String options, String message) {
    CliRun run = sweep(options + " --format svg", PICO);
    assertThat(run.err()).isEqualTo("soundcalc: --format svg: " + message + "\n");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  /** A line for each value of the second key, and a mark where another term binds. */
  @Test
  void chartsAreDrawn() throws Exception {
    CliRun run =
        sweep(
            "--vary num_queries=100..140:5 --vary rho=1/2,1/4 --circuit riscv --regimes jbr"
                + " --min-bits 60 --format svg "
                + PICO);
    assertThat(run.code()).isZero();
    Document svg = xml(run.out());
    assertThat(texts(svg, "text"))
        .contains("Pico, riscv: bits by num_queries and rho", "rho = 1/2", "rho = 1/4")
        .contains("num_queries", "100", "140", "--min-bits 60")
        .contains("○ another term binds from here on");
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(1);
    assertThat(texts(svg, "title"))
        .contains(
            "num_queries = 120, rho = 1/2: 69 bits, JBR, batching (before: JBR, query phase)");
    assertThat(run.out()).doesNotContain("style", "script");
  }

  /** Self-contained: its only style is the one that its policy names by its digest. */
  @Test
  void pagesLoadNothingAndRunNothing() throws Exception {
    CliRun run = sweep("--vary num_queries=1..200 --format html --min-bits 60 " + PICO);
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    assertThat(run.out()).doesNotContain("style=", "<script", "<link", "<img");
    String style = run.out().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(run.out())
        .contains(
            "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(digest)
                + "'");
    Document page = xml(run.out().substring("<!DOCTYPE html>".length()));
    // bits and size of each of five circuits
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(10);
    assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(5);
    assertThat(texts(page, "td")).contains("1..97", "query phase", "batching");
    assertThat(style).contains("prefers-color-scheme: dark");
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static List<String> texts(Document document, String element) {
    NodeList found = document.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  /** The whole tree, with one circuit as the row says: what estimate says of that file. */
  @ParameterizedTest
  @CsvSource({"riscv,84", "riscv,120", "embed,21", "embed,5"})
  void aTreeIsThatOfTheFileWithTheSameValue(String circuit, int queries) throws IOException {
    String json =
        CliRun.of("estimate", "--format=json", "--set=" + circuit + ".num_queries=" + queries, PICO)
            .out();
    String csv =
        sweep(
                "--show bits,tree --format csv --circuit %s --vary num_queries=%d"
                    .formatted(circuit, queries),
                PICO)
            .out();
    String swept =
        sweep(
                "--show tree --format json --circuit %s --vary num_queries=%d"
                    .formatted(circuit, queries),
                PICO)
            .out();
    assertThat(JsonSchema.inDocs("sweep.schema.json").problems(swept)).isEmpty();
    Matcher whole = Pattern.compile("\"recursion\": \\{[^}]*?\"bits\": (\\d+)").matcher(json);
    assertThat(whole.find()).isTrue();
    assertThat(csv.lines().skip(1))
        .singleElement()
        .asString()
        .contains("," + whole.group(1) + ",,");
    assertThat(swept).contains("\"treeBits\": " + whole.group(1));
  }

  @Test
  void aFileWithoutATreeHasNoBitsOfOne() {
    CliRun run = sweep("--show tree --vary num_queries=9", "zkvms/miden.toml");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("zkvms/miden.toml:28:1: error: no tree of proofs: add");
  }

  @Test
  void nineKeysAreTooMany() {
    String nine =
        "--vary num_queries=1 --vary rho=0.5 --vary batch_size=1 --vary grinding_deep=0 --vary"
            + " grinding_query_phase=0 --vary grinding_commit_phase=0 --vary hash_size_bits=256"
            + " --vary num_constraints=1 --vary opening_points=1";
    CliRun run = sweep(nine, PICO);
    assertThat(run.err()).isEqualTo("soundcalc: --vary: 9 keys are varied, at most 8 are\n");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void aFileIsWrittenWholeOrNotAtAll() throws IOException {
    Path file = folder.resolve("sweep.csv");
    String options = "--vary num_queries=1..9 --format csv --circuit riscv ";
    CliRun run = sweep(options + PICO, "-o", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(sweep(options + PICO).out());
    CliRun wrong = sweep("--vary num_queries=1..x " + PICO, "-o", file.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Files.readAllLines(file)).hasSize(10);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatIsNoFileToWrite() {
    String options = "--vary num_queries=1 " + PICO;
    assertThat(sweep(options, "-o", folder.toString()).err())
        .isEqualTo("soundcalc: -o " + folder + ": this is a folder\n");
    Path nowhere = folder.resolve("no").resolve("file");
    assertThat(sweep(options, "-o", nowhere.toString()).err())
        .isEqualTo(
            "soundcalc: -o " + nowhere + ": there is no folder " + nowhere.getParent() + "\n");
    assertThat(sweep(options, "-o", nowhere.toString()).code()).isEqualTo(ExitCode.BAD_INPUT);
  }
}
