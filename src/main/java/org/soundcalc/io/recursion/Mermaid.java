package org.soundcalc.io.recursion;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.Rendering;

/**
 * The tree as a flowchart of Mermaid: the leaves at the bottom, an arrow for each verifier.
 *
 * @param tree the tree
 */
public record Mermaid(Tree tree) implements Rendering {
  /** What has a meaning inside a quoted label: quotes, entities, tags, Markdown and formulas. */
  private static final String SPECIAL = "\"#&<>`*_\\[]~|:.-+=%$";

  @Override
  public void writeTo(Writer out) throws IOException {
    List<Branch> branches = tree.estimate().branches();
    out.append("flowchart BT\n");
    String size = TreeWords.size(tree.estimate());
    String title = quoted(tree.title(), List.of(size, TreeWords.figure(tree.estimate())));
    out.append("  subgraph tree[").append(title).append("]\n");
    for (int i = 0; i < branches.size(); i++) {
      Branch branch = branches.get(i);
      out.append("    c%d[%s]\n".formatted(i, quoted(branch.name(), tree.details(branch))));
    }
    out.append("  end\n");
    out.append(String.join("", tree.edges("  c%d --> c%d\n")));
    out.append("  classDef marked stroke-width:4px\n");
    for (int i = 0; i < branches.size(); i++) {
      if (tree.mark(branches.get(i)).isPresent()) {
        out.append("  class c%d marked\n".formatted(i));
      }
    }
  }

  private static String quoted(String name, List<String> ownWords) {
    StringBuilder text = new StringBuilder("\"");
    name.chars().forEach(c -> text.append(escaped((char) c)));
    ownWords.forEach(line -> text.append("<br/>").append(line));
    return text.append('"').toString();
  }

  /** The character, or its number where it might be taken for something else. */
  private static String escaped(char c) {
    return SPECIAL.indexOf(c) >= 0 ? "#" + (int) c + ";" : String.valueOf(c);
  }
}
