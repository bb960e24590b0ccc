package org.soundcalc.io.recursion;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Visible;

/**
 * The tree as a flowchart of Mermaid: the leaves at the bottom, an arrow for each verifier.
 *
 * @param tree the tree
 */
public record Mermaid(Tree tree) implements Rendering {
  /** What has a meaning inside a quoted label: quotes, entities, tags, Markdown and formulas. */
  private static final Pattern SPECIAL = Pattern.compile("[\"#&<>`*_\\\\\\[\\]~|:.+=%$-]");

  @Override
  public void writeTo(Writer out) throws IOException {
    List<Branch> branches = tree.estimate().branches();
    out.append("---\ntitle: ").append(title()).append("\n---\n");
    out.append("flowchart BT\n");
    for (int i = 0; i < branches.size(); i++) {
      Branch branch = branches.get(i);
      out.append("  c%d[%s]\n".formatted(i, quoted(branch.name(), tree.details(branch))));
    }
    out.append(String.join("", tree.edges("  c%d --> c%d\n")));
    out.append("  classDef marked stroke-width:4px\n");
    for (int i = 0; i < branches.size(); i++) {
      if (tree.mark(branches.get(i)).isPresent()) {
        out.append("  class c%d marked\n".formatted(i));
      }
    }
  }

  /**
   * The title as a text of YAML: in a box around the tree, Mermaid would hide it behind arrows, and
   * draw the tree the other way round. It takes tags out of titles.
   */
  private String title() {
    String size = TreeWords.size(tree.estimate());
    List<String> parts = new ArrayList<>();
    parts.add(Visible.of(tree.title()) + ": " + size);
    parts.add(TreeWords.figure(tree.estimate()));
    parts.addAll(tree.standings());
    String text = String.join(", ", parts);
    String visible = text.replace('<', '‹').replace('>', '›').replace('&', '＆');
    String escaped = visible.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + escaped.replace("##", "#\\x23") + '"'; // what a CI runner may take for a command
  }

  /** A text in which what might be taken for something else stands as its number. */
  private static String quoted(String name, List<String> ownWords) {
    List<String> lines = new ArrayList<>(ownWords);
    lines.add(
        0, SPECIAL.matcher(Visible.of(name)).replaceAll(c -> "#" + c.group().codePointAt(0) + ";"));
    return '"' + String.join("<br/>", lines) + '"';
  }
}
