package org.soundcalc.io.recursion;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Visible;

/**
 * The tree in the language of Graphviz: the leaves at the bottom, an arrow for each verifier.
 *
 * @param tree the tree
 */
public record Dot(Tree tree) implements Rendering {
  @Override
  public void writeTo(Writer out) throws IOException {
    List<Branch> branches = tree.estimate().branches();
    out.append("digraph {\n");
    String size = TreeWords.size(tree.estimate());
    List<String> title = new ArrayList<>();
    title.add(tree.title() + ": " + size);
    title.add(TreeWords.figure(tree.estimate()));
    title.addAll(tree.standings());
    out.append("  graph [rankdir=BT, labelloc=t, label=").append(quoted(title)).append("];\n");
    out.append("  node [shape=box];\n");
    for (int i = 0; i < branches.size(); i++) {
      Branch branch = branches.get(i);
      List<String> label = new ArrayList<>(List.of(branch.name()));
      label.addAll(tree.details(branch));
      String marked = tree.mark(branch).isPresent() ? ", penwidth=3" : "";
      out.append("  c%d [label=%s%s];\n".formatted(i, quoted(label), marked));
    }
    out.append(String.join("", tree.edges("  c%d -> c%d;\n"))).append("}\n");
  }

  /** A text in which nothing has a meaning to Graphviz, neither escapes nor entities. */
  private static String quoted(List<String> lines) {
    List<String> escaped = new ArrayList<>();
    for (String line : lines) {
      escaped.add(
          Visible.of(line)
              .replace("&", "&amp;")
              .replace("##", "#&#35;") // what a CI runner may take for a command
              .replace("\\", "\\\\")
              .replace("\"", "\\\""));
    }
    return '"' + String.join("\\n", escaped) + '"';
  }
}
