package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Circuits of which a file says the same are described once, and nothing of any is lost. */
class ArchitectureOfAlikeCircuitsTest {
  private static final String SWIRL = "zkvms/openvm2.toml";
  private static final Pattern CIRCUIT =
      Pattern.compile("(?m)^\\[\\[circuits]]\\n(?:#.*\\n)*name = \"(?<name>[^\"]*)\".*$");

  private static final Pattern CIRCUIT_ALONE = Pattern.compile("(?m)^### Circuit (.*)$");

  private static String text(String file) throws IOException {
    return Files.readString(Path.of(file));
  }

  private static String page(String text) {
    CliRun run = CliRun.reading(text, "architecture", "-"); // on err are warnings of parameters
    assertThat(run.code()).isZero();
    return run.out();
  }

  /** Each circuit with a hash of its own, so that none is like another. */
  private static String apart(String text) {
    return CIRCUIT.matcher(text).replaceAll("$0\nstatement = { hash = \"that of ${name}\" }");
  }

  /** OpenVM2 with its circuits so many times, under longer names. */
  private static String swirl(int times) throws IOException {
    String text = text(SWIRL);
    int start = text.indexOf("[[circuits]]");
    StringBuilder all = new StringBuilder(text.substring(0, start));
    for (int i = 0; i < times; i++) {
      String copy = text.substring(start).stripTrailing() + "\n\n";
      String name = "name = \"${name}_copy" + i + "\"";
      all.append(CIRCUIT.matcher(copy).replaceAll("[[circuits]]\n" + name));
    }
    return all.toString();
  }

  /** All files whose circuits say nothing that no other says; Pico's are as they are. */
  private static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.map(Path::toString).filter(f -> f.endsWith(".toml")).sorted().toList().stream()
          .filter(file -> !file.endsWith("pico.toml"));
    }
  }

  @Test
  void manyTermsStandInOneTableForARegime() throws IOException {
    String page = page(text(SWIRL));
    assertThat(page)
        .contains(
            "### Circuits app and 5 others",
            "**33 of 8 kinds, listed at the end**",
            "| proven security | app: 100.08 bits in UDR; the least term is whir. leaf: 100.01 bits"
                + " in UDR; the least term is whir. internal_for_leaf, internal_recursive, hook:"
                + " 100.10 bits in JBR; the least term is whir. root: 100.13 bits in JBR; the least"
                + " term is logup |",
            "Bits of each term in UDR, at least, the least term of a circuit in bold.",
            "| term | app | leaf | theorem |",
            "| whir | **100.08** | **100.01** | SWIRL WHIR; BCHKS25 Thm 1.3 |",
            "Bits of each term in JBR, at least, the least term of a circuit in bold.",
            "| term | internal_for_leaf, internal_recursive | hook | root | theorem |",
            "| logup | 100.89 | 101.13 | **100.13** | SWIRL LogUp |");
    assertThat(page.lines().count()).isLessThan(170);
  }

  @Test
  void bothOfAPairAreNamed() throws IOException {
    assertThat(page(text("zkvms/ziren.toml")))
        .contains(
            "### Circuits core and compress",
            "what proofs of core and compress prove",
            "| logup-gkr | 106.73 | 116.43 | Ha22L LogUp; PH23 LogUp-GKR |",
            "### Circuit wrap");
  }

  @Test
  void termsAreCountedForEachCircuitThatHasMoreOrFewer() throws IOException {
    assertThat(page(text("zkvms/sp1.toml")))
        .contains(
            "| commit round 1 to 21 (21 terms) in core; to 20 (20 terms) in compress;"
                + " to 18 (18 terms) in shrink | 103.36 | 104.36 | 105.14 |");
  }

  @Test
  void whereNoRegimeIsProvenNoTermsAreShown() {
    assertThat(CliRun.of("architecture", "--regimes", "toy", "zkvms/openvm.toml").out())
        .contains("no proven regime among those selected covers app and 2 others")
        .doesNotContain("Bits of each term", "| term |");
  }

  /** Many under one regime stand in rows, the few under another in columns. */
  @Test
  void eachRegimeHasTheTableForItsCircuits() {
    assertThat(CliRun.of("architecture", "--regimes", "jbr,jbr-best", "zkvms/zisk.toml").out())
        .contains(
            "| proven security | 41 circuits: at least 129.04 bits in JBR-best; the least term is"
                + " batching. Keccakf-compressor: 128.00 bits in JBR; the least term is query"
                + " phase.",
            "Bits of each term in JBR-best, at least",
            "| circuit | batching | commit round |",
            "Bits of each term in JBR, at least",
            "| term | Keccakf-compressor | Recursive2 | Final | theorem |");
  }

  @ParameterizedTest
  @MethodSource("files")
  void nothingIsLostTogether(String file) throws IOException {
    String text = text(file);
    assertNothingIsLost(page(apart(text)), page(text));
  }

  /** More columns than a page has room for stand in several tables. */
  @Test
  void nothingIsLostInSeveralTables() throws IOException {
    String text = swirl(3);
    String together = page(text);
    assertNothingIsLost(page(apart(text)), together);
    assertThat(together)
        .contains("### Circuits app_copy0 and 17 others")
        .contains("| term | app_copy0, app_copy1, app_copy2 | leaf_copy0, leaf_copy1, leaf_copy2 |")
        .containsPattern("(?m)^\\| term \\| root_copy0, root_copy1, root_copy2 \\| theorem \\|$");
    assertThat(together.lines().count()).isLessThan(200);
  }

  private static void assertNothingIsLost(String apart, String together) {
    List<List<List<String>>> alone = tables(apart);
    List<List<List<String>>> all = tables(together);
    for (String name : CIRCUIT_ALONE.matcher(apart).results().map(r -> r.group(1)).toList()) {
      List<List<String>> terms = said(alone, name);
      assertThat(terms).as(name).isNotEmpty();
      Optional<List<String>> row = row(all, name);
      if (row.isEmpty()) {
        assertThat(said(all, name)).as(name).containsExactlyInAnyOrderElementsOf(terms);
      } else {
        terms.forEach(term -> assertIsInRow(term, row.get(), name));
      }
    }
  }

  /** In a row of many stand the terms that all have; of others the least by their paper. */
  private static void assertIsInRow(List<String> term, List<String> row, String name) {
    if (!row.contains(term.get(1))) {
      assertThat(term.get(2)).as(name + ": " + term).isEqualTo("Ha22L LogUp");
      assertThat(Double.parseDouble(row.get(row.size() - 1)))
          .as(name + ": " + term)
          .isLessThan(Double.parseDouble(term.get(1)));
    }
  }

  /** The tables on terms as cells without emphasis, their headings first, rules left out. */
  private static List<List<List<String>>> tables(String page) {
    List<List<List<String>>> tables = new ArrayList<>();
    String circuit = "";
    for (String block : page.replace("**", "").split("\n\n", -1)) {
      Matcher heading = CIRCUIT_ALONE.matcher(block);
      circuit = heading.find() ? heading.group(1) : circuit;
      if (block.matches("(?s)\\| (term|circuit) \\|.*")) {
        tables.add(cells(block.replace("bits, at least", circuit)));
      }
    }
    return tables;
  }

  private static List<List<String>> cells(String table) {
    return table
        .lines()
        .filter(line -> !line.startsWith("| ---"))
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)))
        .toList();
  }

  /** The row of a circuit in a table of many. */
  private static Optional<List<String>> row(List<List<List<String>>> tables, String circuit) {
    return tables.stream()
        .filter(table -> table.get(0).get(0).equals("circuit"))
        .flatMap(List::stream)
        .filter(row -> row.get(0).equals(circuit))
        .findFirst();
  }

  /** What tables with circuits as columns say of one: term, bits, theorem. */
  private static List<List<String>> said(List<List<List<String>>> tables, String circuit) {
    List<List<String>> said = new ArrayList<>();
    for (List<List<String>> table : tables) {
      List<String> head = table.get(0);
      int theorem = head.size() - 1;
      for (int column = 1; column < theorem; column++) {
        if (List.of(head.get(column).split(", ", -1)).contains(circuit)) {
          for (List<String> row : table.subList(1, table.size())) {
            said.add(List.of(own(row.get(0), circuit), row.get(column), row.get(theorem)));
          }
        }
      }
    }
    return said.stream().filter(term -> !term.get(1).equals("–")).toList();
  }

  /** Of "commit round 1 to 21 (21 terms) in core; to 20 (20 terms) in compress" what one has. */
  private static String own(String label, String circuit) {
    String first = label.replaceFirst(" to .*", "");
    for (String clause : label.split("; ", -1)) {
      String[] sides = clause.split(" in ", -1);
      if (sides.length == 2 && List.of(sides[1].split(", ", -1)).contains(circuit)) {
        return sides[0].startsWith("to ") ? first + " " + sides[0] : sides[0];
      }
    }
    return label;
  }
}
