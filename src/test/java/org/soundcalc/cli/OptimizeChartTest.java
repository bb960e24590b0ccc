package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.testing.Golden;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Fronts as charts and as pages. */
class OptimizeChartTest {
  private static final String ZISK =
      "--pareto=proof-size,prover --milestone=h-star --circuit=Final_Compressed zkvms/zisk.toml";

  /** A space that is searched soon. */
  private static final String PICO =
      "--pareto=proof-size,prover --min-bits=57 --circuit=embed --fix=grinding_query_phase"
          + " --vary=rho=1/16..1/32 zkvms/pico.toml";

  @TempDir private Path folder;

  private static CliRun optimize(String options, String... more) {
    List<String> args = new ArrayList<>(List.of("optimize"));
    args.addAll(List.of(options.split(" ")));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  @Test
  void aFrontIsDrawnWithTodayAndTheMilestone() throws IOException {
    CliRun run = optimize(ZISK, "--format=svg");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    Golden.assertMatches("optimize-front.svg", run.out());
  }

  /** Where a point is drawn follows from its row of CSV and from the labels of the axes. */
  @Test
  void pointsAreWhereTheirFiguresAre() throws Exception {
    Document svg = xml(optimize(PICO, "--format=svg").out());
    List<String[]> rows =
        optimize(PICO, "--format=csv")
            .out()
            .lines()
            .filter(row -> row.contains(",front,") || row.contains(",today,"))
            .map(row -> row.split(","))
            .toList();
    List<Element> circles = elements(svg, "circle");
    assertThat(circles).hasSameSizeAs(rows).hasSizeGreaterThan(2);
    double today = prover(rows.get(0));
    double one = attribute(label(svg, "x1.00"), "x");
    double two = attribute(label(svg, "x2.00"), "x");
    // labels stand a third of their size below their lines
    double low = attribute(label(svg, "150"), "y") - 13 / 3.0;
    double high = attribute(label(svg, "300"), "y") - 13 / 3.0;
    for (String[] row : rows) {
      double x = one + Math.log(prover(row) / today) / Math.log(2) * (two - one);
      double y = low + (Double.parseDouble(row[6]) / 8192 - 150) / 150 * (high - low);
      Optional<Element> drawn =
          circles.stream()
              .filter(circle -> Math.abs(attribute(circle, "cx") - x) < 0.2)
              .findFirst();
      assertThat(drawn).as("prover %s", prover(row)).isPresent();
      assertThat(attribute(drawn.get(), "cy")).isCloseTo(y, within(0.2));
      assertThat(drawn.get().getTextContent())
          .contains(row[3] + " bits (JBR)", "num_queries = ", "gap_to_radius = ", "rho = 1/");
    }
  }

  /** Proof-of-work is counted in permutations too. */
  private static double prover(String[] row) {
    return Double.parseDouble(row[9]) + Double.parseDouble(row[10]);
  }

  private static Element label(Document svg, String text) {
    return elements(svg, "text").stream()
        .filter(element -> element.getTextContent().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static double attribute(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static List<Element> elements(Document document, String name) {
    List<Element> elements = new ArrayList<>();
    NodeList found = document.getElementsByTagName(name);
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  /** A page loads and runs nothing, and its table has every point with every key that moved. */
  @Test
  void aPageHasAllPointsBeneathTheChart() throws Exception {
    Path file = folder.resolve("front.html");
    CliRun run = optimize(PICO, "--format=html", "--accounting=strict", "-o", file.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isZero();
    String html = Files.readString(file);
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("content=\"default-src 'none'; style-src 'sha256-", "--accounting strict")
        .doesNotContain("style=", "<script", "<link", "<img");
    Document page = xml(html.substring("<!DOCTYPE html>".length()));
    assertThat(elements(page, "svg")).hasSize(1);
    assertThat(elements(page, "tr")).hasSize(1 + elements(page, "circle").size());
    assertThat(elements(page, "th"))
        .extracting(Element::getTextContent)
        .startsWith("point", "bits", "regime", "KiB", "prover", "verifier", "memory", "rho")
        .contains("num_queries", "fri_early_stop_degree", "gap_to_radius");
  }

  @Test
  void whereThereIsNoneTheChartSaysSo() throws Exception {
    CliRun run = optimize(PICO.replace("=57", "=300"), "--format=svg");
    assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
    Document svg = xml(run.out());
    assertThat(elements(svg, "circle")).hasSize(1);
    assertThat(label(svg, "embed: no configuration of the space has 300 bits")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --circuit embed | a chart is of a front on two axes: --pareto proof-size,prover (or verifier, or memory in place of prover)
          --circuit embed --pareto proof-size,grinding | a chart is of a front on two axes: --pareto proof-size,prover (or verifier, or memory in place of prover)
          --circuit embed --pareto prover,verifier | a chart is of a front on two axes: --pareto proof-size,prover (or verifier, or memory in place of prover)
          --circuit embed --pareto proof-size,prover,verifier | a chart is of a front on two axes: --pareto proof-size,prover (or verifier, or memory in place of prover)
          --pareto proof-size,prover | a chart is of one circuit, not of 5: name one FILE, and one circuit of it by --circuit
          """)
  void whatCannotBeDrawn(String options, String message) {
    for (String format : List.of("svg", "html")) {
      CliRun run = optimize(options + " zkvms/pico.toml", "--format", format);
      assertThat(run.err()).isEqualTo("soundcalc: --format " + format + ": " + message + "\n");
      assertThat(run.out()).isEmpty();
      assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    }
  }
}
