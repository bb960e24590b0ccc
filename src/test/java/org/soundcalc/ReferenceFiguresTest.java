package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;

/**
 * Every figure of zkvms/ that was computed independently, with 220 digits, cell by cell: no cell is
 * missing, and none differs.
 */
class ReferenceFiguresTest {
  private static final Path REFERENCE = Path.of("src/test/resources/reference");

  /** A cell of a CSV file, which is quoted where it holds a comma. */
  private static final Pattern CELL = Pattern.compile("(\"[^\"]*\"|[^,]+)(?:,|$)");

  /** The regimes that the reference covers. */
  private static final Set<String> COVERED =
      Set.of("UDR", "JBR", "toy", "capacity", "random-words");

  private static final List<Regime> REGIMES =
      Regimes.all().stream().filter(regime -> COVERED.contains(regime.name())).toList();

  private static final Map<String, CircuitEstimate> CIRCUITS = estimateAll();

  @Test
  void everyCellIsEqual() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (List<String> row : rows("figures")) {
      expected.put(String.join(",", row.subList(0, 4)), row.get(4));
    }
    Map<String, String> actual = new TreeMap<>(cells());
    actual.keySet().retainAll(expected.keySet());
    assertThat(expected).isNotEmpty();
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void noCircuitOfTheReferenceHasOtherTerms() throws IOException {
    List<String> expected = new ArrayList<>();
    for (List<String> row : rows("figures")) {
      expected.add(String.join(",", row.subList(0, 4)));
    }
    List<String> circuits =
        expected.stream().map(cell -> cell.substring(0, secondComma(cell) + 1)).distinct().toList();
    assertThat(cells().keySet())
        .filteredOn(cell -> circuits.stream().anyMatch(cell::startsWith))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyProofSizeIsEqual() throws IOException {
    Map<String, ProofSize> expected = new TreeMap<>();
    Map<String, ProofSize> actual = new TreeMap<>();
    for (List<String> row : rows("proof_sizes")) {
      String circuit = row.get(0) + "," + row.get(1);
      expected.put(circuit, new ProofSize(new BigInteger(row.get(2)), new BigInteger(row.get(3))));
      actual.put(circuit, CIRCUITS.get(circuit).circuit().proofSize());
    }
    assertThat(expected).isNotEmpty();
    assertThat(actual).isEqualTo(expected);
  }

  private static int secondComma(String cell) {
    return cell.indexOf(',', cell.indexOf(',') + 1);
  }

  /** zkVM, circuit, regime and term to bits. */
  private static Map<String, String> cells() {
    Map<String, String> cells = new HashMap<>();
    CIRCUITS.forEach(
        (circuit, estimate) ->
            estimate
                .figures()
                .forEach(
                    figures -> {
                      String prefix = circuit + "," + figures.regime().name() + ",";
                      cells.put(prefix + "total", Long.toString(figures.bits()));
                      figures
                          .terms()
                          .forEach(
                              t -> cells.put(prefix + t.term().name(), Long.toString(t.bits())));
                    }));
    return cells;
  }

  private static Map<String, CircuitEstimate> estimateAll() {
    Map<String, CircuitEstimate> circuits = new LinkedHashMap<>();
    ZkvmLoader loader = ZkvmLoader.withInstalledFamilies();
    Estimator estimator = new Estimator(REGIMES);
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      for (Path file : files.sorted().toList()) {
        Loaded loaded =
            loader.load(SourceFile.of(file.toString(), Files.readAllBytes(file)), List.of());
        ZkvmEstimate estimate = estimator.estimate(loaded.zkvm().orElseThrow().zkvm());
        for (CircuitEstimate circuit : estimate.circuits()) {
          circuits.put(estimate.zkvm().name() + "," + circuit.circuit().id().name(), circuit);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return circuits;
  }

  /** The rows of all files whose names begin so. */
  private static List<List<String>> rows(String prefix) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(REFERENCE, prefix + "*.csv")) {
      for (Path file : files) {
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> CELL.matcher(line).results().map(ReferenceFiguresTest::unquoted).toList())
            .forEach(rows::add);
      }
    }
    return rows;
  }

  private static String unquoted(MatchResult cell) {
    return cell.group(1).replaceAll("^\"|\"$", "");
  }
}
