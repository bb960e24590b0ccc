package org.soundcalc.io.recursion;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.recursion.SvgDrawing.Ends;

/** What is drawn can be seen: no line behind a box, none along another, none out of the paper. */
class SvgTest {
  /** Less than from a lane to a box, and more than the thickness of lines. */
  private static final double CLEARANCE = 5;

  private static final double HEAD = 8;

  /** What a circuit verifies: those of the circuits before it whose bits are set. */
  private record Draw(int verified, boolean isJoin) {}

  @Provide
  Arbitrary<Tree> trees() {
    Arbitrary<Draw> draws =
        Combinators.combine(
                Arbitraries.integers().between(0, (1 << 12) - 1), Arbitraries.of(true, false))
            .as(Draw::new);
    return draws.list().ofMinSize(1).ofMaxSize(12).map(SvgTest::tree);
  }

  private static Tree tree(List<Draw> draws) {
    Trees trees = new Trees();
    for (Draw draw : draws) {
      List<Integer> verifies =
          IntStream.range(0, trees.size())
              .filter(i -> (draw.verified() >> i & 1) == 1)
              .boxed()
              .toList();
      trees.add("c" + trees.size(), draw.isJoin(), verifies);
    }
    return trees.add("final", true, trees.finals()).build("Random");
  }

  /** Ten leaves, each below a circuit of its own, and one that is also verified at the top. */
  private static Tree wide() {
    Trees trees = new Trees();
    for (int i = 0; i < 10; i++) {
      trees.add("air" + i);
    }
    for (int i = 0; i < 10; i++) {
      trees.add("comp" + i, i);
    }
    return trees.addJoin("join", 3, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19).build("Wide");
  }

  private static Tree skipping() {
    return new Trees()
        .add("leaf")
        .add("a", 0)
        .add("b", 1)
        .add("c", 2)
        .addJoin("top", 0, 1, 2, 3)
        .build("Skipping");
  }

  @Example
  void theChainWhoseTopVerifiesAllOfItIsNoPlainChain() {
    check(skipping());
  }

  @Example
  void whatIsVerifiedAtTheTopOfAWideTreeIsSeen() {
    check(wide());
  }

  @Property(seed = "20260101", tries = 25)
  void whatIsDrawnIsSeen(@ForAll("trees") Tree tree) {
    check(tree);
  }

  @Property(seed = "20260101", tries = 80)
  @Tag("thorough")
  void whatIsDrawnOfManyTreesIsSeen(@ForAll("trees") Tree tree) {
    check(tree);
  }

  private static void check(Tree tree) {
    SvgDrawing drawing = drawing(tree);
    everyLineIsThere(tree, drawing);
    drawing.lines().forEach((ends, line) -> keepsClear(ends, line, drawing));
    noTwoRunAlongEachOther(drawing.lines());
    List<Rectangle2D> boxes = List.copyOf(drawing.boxes().values());
    for (int i = 0; i < boxes.size(); i++) {
      assertThat(drawing.paper().contains(boxes.get(i))).isTrue();
      for (Rectangle2D other : boxes.subList(0, i)) {
        assertThat(other.intersects(boxes.get(i))).isFalse();
        assertThat(other.getY() != boxes.get(i).getY() || other.getX() < boxes.get(i).getX())
            .as("a row is in the order of the circuits")
            .isTrue();
      }
    }
  }

  /** One for each circuit that another verifies, from the top of its box to the other's bottom. */
  private static void everyLineIsThere(Tree tree, SvgDrawing drawing) {
    List<Branch> branches = tree.estimate().branches();
    Set<Ends> expected = new LinkedHashSet<>();
    for (Branch branch : branches) {
      for (int verified : branch.node().verifies()) {
        Ends ends = new Ends(branch.name(), branches.get(verified).name());
        assertThat(drawing.lines()).containsKey(ends);
        List<Line2D> line = drawing.lines().get(ends);
        Rectangle2D from = drawing.boxes().get(ends.verified());
        Rectangle2D to = drawing.boxes().get(branch.name());
        assertThat(line.get(0).getY1()).isEqualTo(from.getMinY());
        assertThat(line.get(0).getX1()).isEqualTo(from.getCenterX());
        Line2D last = line.get(line.size() - 1);
        assertThat(last.getX2()).isEqualTo(to.getCenterX());
        assertThat(last.getY2()).isBetween(to.getMaxY(), to.getMaxY() + HEAD);
        expected.add(ends);
      }
      if (branch.node().verifiesItself()) {
        expected.add(new Ends(branch.name(), branch.name()));
      }
    }
    assertThat(drawing.lines().keySet()).isEqualTo(expected);
  }

  /** Of every box; its own ends it may touch, though not enter. */
  private static void keepsClear(Ends ends, List<Line2D> line, SvgDrawing drawing) {
    for (Map.Entry<String, Rectangle2D> box : drawing.boxes().entrySet()) {
      boolean isEnd = ends.verifier().equals(box.getKey()) || ends.verified().equals(box.getKey());
      double clearance = isEnd ? -1 : CLEARANCE;
      Rectangle2D rectangle = box.getValue();
      Rectangle2D wide =
          new Rectangle2D.Double(
              rectangle.getX() - clearance,
              rectangle.getY() - clearance,
              rectangle.getWidth() + 2 * clearance,
              rectangle.getHeight() + 2 * clearance);
      for (Line2D piece : line) {
        assertThat(piece.intersects(wide)).as("%s at %s", ends, box.getKey()).isFalse();
      }
    }
    for (Line2D piece : line) {
      assertThat(drawing.paper().contains(piece.getP1())).as("%s", ends).isTrue();
      assertThat(drawing.paper().contains(piece.getP2())).as("%s", ends).isTrue();
    }
  }

  /** Only lines that begin or end together may lie on each other. */
  private static void noTwoRunAlongEachOther(Map<Ends, List<Line2D>> lines) {
    List<Ends> all = List.copyOf(lines.keySet());
    for (int i = 0; i < all.size(); i++) {
      for (Ends other : all.subList(0, i)) {
        Ends one = all.get(i);
        if (!one.verifier().equals(other.verifier()) && !one.verified().equals(other.verified())) {
          for (Line2D piece : lines.get(one)) {
            for (Line2D otherPiece : lines.get(other)) {
              assertThat(isAlong(piece, otherPiece)).as("%s, %s", one, other).isFalse();
            }
          }
        }
      }
    }
  }

  private static boolean isAlong(Line2D one, Line2D other) {
    boolean upright =
        one.getX1() == one.getX2()
            && other.getX1() == other.getX2()
            && one.getX1() == other.getX1()
            && overlap(one.getY1(), one.getY2(), other.getY1(), other.getY2());
    boolean level =
        one.getY1() == one.getY2()
            && other.getY1() == other.getY2()
            && one.getY1() == other.getY1()
            && overlap(one.getX1(), one.getX2(), other.getX1(), other.getX2());
    return upright || level;
  }

  private static boolean overlap(double a, double b, double c, double d) {
    return Math.min(Math.max(a, b), Math.max(c, d)) > Math.max(Math.min(a, b), Math.min(c, d));
  }

  /** A long name is shortened where it is seen, and whole where the pointer rests on it. */
  @Example
  void longNamesAreShortened() {
    String name = "begin" + "_".repeat(110) + "final";
    SvgDrawing drawing = drawing(new Trees().add(name).add("top", 0).build("Long"));
    assertThat(drawing.boxes().get(name).getWidth()).isLessThan(500);
    String svg = Trees.written(Svg.of(new Trees().add(name).add("top", 0).build("Long")));
    assertThat(svg).containsPattern(">begin_+…_+final</text>");
  }

  @Example
  void aLongChainIsDrawnWhole() {
    Tree chain = Trees.chain(10_000);
    List<Function<Tree, Rendering>> formats = List.of(Svg::of, Dot::new, Mermaid::new);
    for (Function<Tree, Rendering> format : formats) {
      assertThat(Trees.written(format.apply(chain))).contains("c0", "c9999");
    }
  }

  private static SvgDrawing drawing(Tree tree) {
    return SvgDrawing.parse(Trees.written(Svg.of(tree)));
  }
}
