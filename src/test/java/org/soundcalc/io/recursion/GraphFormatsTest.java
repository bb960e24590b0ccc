package org.soundcalc.io.recursion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Style;
import org.soundcalc.testing.Golden;
import org.soundcalc.testing.Printed;

/**
 * Whatever a circuit's name is, every format shows it as it is, and takes none of it for its own.
 */
class GraphFormatsTest {
  /** With a line that skips rows, and a circuit that verifies itself. */
  private static Tree hostile() {
    return new Trees()
        .add("<script>alert('1')</script>")
        .add("end", 0)
        .add("back\\slash\\n \"quoted\" \\", 1)
        .addJoin("a &amp; b #35; &lt; <!-- ]]> %%", 2, 0)
        .add("[x](y) **bold** _it_ ~s~ `c` $$z$$ | {t}", 3)
        .add("電路 回路 e\u0301 \uD83D\uDE80", 4, 1)
        .build("Q \"&\" <b> \\ # end; 電");
  }

  @ParameterizedTest
  @CsvSource({"dot, graph-hostile.dot", "mermaid, graph-hostile.mmd", "svg, graph-hostile.svg"})
  void hostileNamesInDrawings(String format, String file) throws IOException {
    Tree tree = hostile();
    Rendering rendering =
        switch (format) {
          case "dot" -> new Dot(tree);
          case "mermaid" -> new Mermaid(tree);
          default -> Svg.of(tree);
        };
    Golden.assertMatches(file, Trees.written(rendering));
  }

  @Test
  void hostileNamesInText() throws IOException {
    Document document = TreeDocument.of(hostile());
    Golden.assertMatches("graph-hostile-80.txt", Printed.text(document, Style.PLAIN, 80));
  }

  /** Read back by a parser that is not ours. */
  @Test
  void namesInAnSvgAreWhatTheyAre() {
    Tree tree = hostile();
    List<String> names = tree.estimate().branches().stream().map(Branch::name).toList();
    SvgDrawing drawing = SvgDrawing.parse(Trees.written(Svg.of(tree)));
    assertThat(drawing.boxes().keySet()).containsExactlyElementsOf(names);
  }
}
