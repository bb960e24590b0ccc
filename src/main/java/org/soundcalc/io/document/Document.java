package org.soundcalc.io.document;

import java.util.ArrayList;
import java.util.List;

/** What there is to read, whatever the format: blocks, which are added from the top down. */
public final class Document {
  /** What a document is read on. */
  public enum Medium {
    /** A terminal: lines that are soon gone, with as much beside each other as there is room. */
    TERMINAL,
    /** A page, such as Markdown: headings lead to its parts. */
    PAGE
  }

  private final Medium medium;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * An empty document.
   *
   * @param medium what it will be read on, for what is not the same on each
   */
  public Document(Medium medium) {
    this.medium = medium;
  }

  /** {@return whether it will be read as a page} */
  public boolean isPage() {
    return medium == Medium.PAGE;
  }

  /** {@return its blocks} */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /**
   * Adds a block.
   *
   * @param block the next one
   */
  public void add(Block block) {
    blocks.add(block);
  }

  /**
   * Adds a heading.
   *
   * @param level from 1, the title of the document
   * @param text what the part below is about
   */
  public void heading(int level, String text) {
    add(new Block.Heading(level, text, ""));
  }

  /**
   * Adds running text.
   *
   * @param text on one line
   * @param emphasis of all of it
   */
  public void text(String text, Emphasis emphasis) {
    add(new Block.Paragraph(text, emphasis, 0));
  }

  /**
   * Adds a warning.
   *
   * @param text a sentence
   */
  public void warning(String text) {
    add(new Block.Caution(text, "warning: "));
  }

  /**
   * Adds a warning that says itself that it is one.
   *
   * @param text a sentence
   */
  public void caveat(String text) {
    add(new Block.Caution(text, ""));
  }

  /**
   * Adds a table.
   *
   * @param table the table
   */
  public void table(Table table) {
    add(new Block.Tables(List.of(table)));
  }

  /** Adds an empty line on terminals, unless there is one. */
  public void space() {
    add(new Block.Space());
  }
}
