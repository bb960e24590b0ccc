package org.soundcalc.io.document;

import java.util.List;

/** A part of a document. */
public sealed interface Block {
  /**
   * A heading.
   *
   * @param level from 1, the title of the document
   * @param text what the part below is about
   * @param detail more about that, for a terminal; may be empty
   */
  record Heading(int level, String text, String detail) implements Block {}

  /**
   * Running text.
   *
   * @param text on one line, however long
   * @param emphasis of all of it
   * @param indent columns of a terminal that stay empty before it
   */
  record Paragraph(String text, Emphasis emphasis, int indent) implements Block {}

  /**
   * A command to be copied: where it is too long for a line, shells put its lines together.
   *
   * @param arguments each as a shell takes it, never broken
   */
  record Command(List<String> arguments) implements Block {}

  /**
   * What readers of the figures must know.
   *
   * @param text a sentence
   * @param label {@code "warning: "}, or nothing where the text says itself that it is one
   */
  record Caution(String text, String label) implements Block {}

  /**
   * What the figures depend on beside the files: an option of the command line.
   *
   * @param how words before the option
   * @param option with its value
   */
  record Proviso(String how, String option) implements Block {}

  /**
   * Tables that belong together: beside each other where there is room.
   *
   * @param tables at least one
   */
  record Tables(List<Table> tables) implements Block {}

  /**
   * A table with a substitute for terminals that are too narrow for it.
   *
   * @param table the table
   * @param substitute the same in another shape
   */
  record Fitting(Table table, List<Block> substitute) implements Block {}

  /**
   * A list.
   *
   * @param items a line each
   * @param emphasis of each
   */
  record Items(List<String> items, Emphasis emphasis) implements Block {}

  /**
   * Sources.
   *
   * @param links a line each
   */
  record Links(List<Link> links) implements Block {}

  /**
   * Where more is to be found.
   *
   * @param name what is there
   * @param place where that is, for people
   * @param address the same for programs
   */
  record Link(String name, String place, String address) {}

  /**
   * Details, which pages fold away.
   *
   * @param summary what they are
   * @param details the details
   */
  record Folded(String summary, List<Block> details) implements Block {}

  /** An empty line on a terminal. Pages have one between all blocks. */
  record Space() implements Block {}

  /**
   * What a long document ends with on a terminal, where its beginning has scrolled out of sight.
   *
   * @param block what it began with
   */
  record Again(Block block) implements Block {}

  /** Something drawn with characters, for terminals alone. */
  non-sealed interface Drawing extends Block {
    /**
     * Draws it.
     *
     * @param width columns of a line
     * @param style what the terminal can show
     * @return the lines, from the top
     */
    List<Line> lines(int width, Style style);
  }
}
