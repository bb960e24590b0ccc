package org.soundcalc.io.recursion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Line;
import org.soundcalc.io.document.Style;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;

/** A tree keeps its shape, whatever its names and however narrow the terminal is. */
class TreeTableTest {
  private static final Style BOXES = new Style(false, true);
  private static final Pattern LONELY_BRANCH = Pattern.compile("[|│ ]*(\\+-|├─|└─) *");
  private static final Pattern BRANCH = Pattern.compile("[|│ ]*(\\+-|├─|└─) \\S.*");

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> words =
        Arbitraries.of(
            "recursive_", "Aggregation", "leaf ", "电路", "W".repeat(20), "x", "riscv-", "Ä");
    return words.list().ofMinSize(1).ofMaxSize(12).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<Tree> trees() {
    return names().list().ofMinSize(1).ofMaxSize(9).map(TreeTableTest::tree);
  }

  /** Each verifies one or two of those before it, the last one all that are left. */
  private static Tree tree(List<String> names) {
    Trees trees = new Trees();
    for (int i = 0; i < names.size(); i++) {
      List<Integer> verifies =
          i % 4 == 0 ? List.of() : i % 4 == 1 ? List.of(i - 1) : List.of(i - 1, i - 2);
      trees.add(i + "_" + names.get(i).strip(), false, verifies);
    }
    return trees.add("final", true, trees.finals()).build("Random");
  }

  @Property(seed = "20260101", tries = 300)
  void everyLineFitsAndHasItsBranches(
      @ForAll("trees") Tree tree, @ForAll @IntRange(min = 40, max = 200) int width) {
    for (Style style : List.of(Style.PLAIN, BOXES)) {
      List<String> lines = lines(tree, width, style);
      int branches = 0;
      for (String line : lines) {
        assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(width);
        assertThat(LONELY_BRANCH.matcher(line).matches()).as(line).isFalse();
        branches += BRANCH.matcher(line).matches() ? 1 : 0;
      }
      long drawn =
          tree.estimate().branches().stream().mapToInt(b -> b.node().verifies().size()).sum();
      assertThat(branches).as("one for each line of the drawing").isEqualTo((int) drawn);
    }
  }

  private static Tree longNames() {
    String verifier = "recursive_aggregation_leaf_verifier";
    return new Trees()
        .add("riscv_execution_chunk_prover_with_memory")
        .add("convert_" + verifier, 0)
        .addJoin(verifier, 0, 1)
        .add("MEMORY_WRITE_ROW_MAIN_WWWWWWWW", 2)
        .add("y".repeat(60) + "z".repeat(60), 3)
        .add("shrink", 4)
        .addJoin("final_" + verifier, 0, 2, 5)
        .build("Long names");
  }

  @Example
  void longNamesHangBehindTheirBranches() throws IOException {
    Golden.assertMatches("tree-long-names-80.txt", text(longNames(), 80, Style.PLAIN));
  }

  /** Then the figures are below it, each on a line of its own. */
  @Example
  void aTreeIsDrawnEvenWithoutRoomForFigures() throws IOException {
    assertThat(text(longNames(), 40, Style.PLAIN))
        .containsPattern("(?m)^tree of proofs\n-+\n(.+\n)+\n(.+\n)+")
        .containsPattern("(?m)^circuit +final_recursive_\n")
        .containsPattern("(?m)^verifies at once +2, own too\nproofs +5\nregime +UDR\n");
    Printed.assertFits(TreeDocument.of(Trees.chain(30)));
  }

  @Example
  void oneLongNameIsNoReasonToGiveUpTheTree() {
    String name = "begin" + "_".repeat(110) + "final";
    String text = text(new Trees().add("leaf").add(name, 0).add("top", 1).build("Long"), 80, BOXES);
    assertThat(text)
        .containsPattern("(?m)^└─ begin_+ +2 .*\n   │ …_+final\n   └─ leaf \\(weakest\\)");
  }

  @Example
  void aLongChainIsDrawnAtOnce() {
    Tree chain = Trees.chain(10_000);
    Assertions.assertTimeout(Duration.ofSeconds(10), () -> lines(chain, 80, Style.PLAIN));
  }

  /** Every circuit once with its figures, however often the tree goes on below. */
  @Example
  void aDeepTreeGoesOnBelow() {
    String text = text(Trees.chain(30), 80, Style.PLAIN);
    for (int i = 0; i < 30; i++) {
      assertThat(text).containsPattern("(?m)^[| +-]*c" + i + "( \\(weakest\\))? .* 100\\.");
    }
    assertThat(text).contains("- c5 (below)", "- c5 (above)");
  }

  private static String text(Tree tree, int width, Style style) {
    return lines(tree, width, style).stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** The drawing alone. */
  private static List<String> lines(Tree tree, int width, Style style) {
    return new TreeTable(tree).lines(width, style).stream().map(Line::text).toList();
  }
}
