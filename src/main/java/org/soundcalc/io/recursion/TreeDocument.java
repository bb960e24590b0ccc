package org.soundcalc.io.recursion;

import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;

/** A tree of proofs with its figure, and why that is what it is. */
public final class TreeDocument {
  private TreeDocument() {}

  /**
   * Makes a document of a tree alone, for a terminal.
   *
   * @param tree the tree
   * @return the document
   */
  public static Document of(Tree tree) {
    Document document = new Document(Document.Medium.TERMINAL);
    document.text(tree.title() + ": " + TreeWords.size(tree.estimate()), Emphasis.STRONG);
    add(tree, document);
    tree.standings().forEach(document::caveat);
    return document;
  }

  /**
   * Adds a tree to a document about its zkVM.
   *
   * @param tree the tree
   * @param document the document
   */
  public static void add(Tree tree, Document document) {
    if (document.isPage()) {
      document.heading(3, "The whole tree");
      document.text(TreeWords.headline(tree) + ".", Emphasis.NONE);
      document.table(new TreeTable(tree).flat());
      addExplanation(tree, document);
    } else {
      document.text(TreeWords.headline(tree), Emphasis.STRONG);
      addExplanation(tree, document);
      document.space();
      document.add(new TreeTable(tree));
    }
  }

  /**
   * Adds a tree to a description of it, below a heading.
   *
   * @param tree the tree
   * @param document the description
   */
  public static void addDescription(Tree tree, Document document) {
    document.text(TreeWords.description(tree), Emphasis.NONE);
    document.table(new TreeTable(tree).flat());
  }

  private static void addExplanation(Tree tree, Document document) {
    if (tree.estimate().figure().isPresent()) {
      document.text(TreeWords.explanation(tree), Emphasis.NONE);
    }
  }
}
