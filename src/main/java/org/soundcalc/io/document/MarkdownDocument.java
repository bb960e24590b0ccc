package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A document in Markdown, as GitHub renders it: an empty line between all blocks.
 *
 * @param document the document
 */
public record MarkdownDocument(Document document) implements Rendering {
  private static final String SPECIAL = "\\`*|<[]#~&";
  private static final Set<Emphasis> BOLD =
      EnumSet.of(Emphasis.STRONG, Emphasis.BINDING, Emphasis.MARKED, Emphasis.ERROR);

  @Override
  public void writeTo(Writer out) throws IOException {
    StringBuilder text = new StringBuilder();
    add(document.blocks(), text);
    out.append(text);
  }

  private static void add(List<Block> blocks, StringBuilder text) {
    for (Block block : blocks) {
      add(block, text);
    }
  }

  private static void add(Block block, StringBuilder text) {
    if (block instanceof Block.Paragraph paragraph) {
      add(
          paragraph.emphasis() == Emphasis.ERROR
              ? bold(paragraph.text())
              : escape(paragraph.text()),
          text);
    } else if (block instanceof Block.Caution caution) {
      add("> **Warning:** " + escape(caution.text()), text);
    } else if (block instanceof Block.Proviso proviso) {
      String option = proviso.option().replace("`", "'");
      add("> With `" + option + "`" + proviso.effect() + ".", text);
    } else if (block instanceof Block.Heading heading) {
      add("#".repeat(heading.level()) + " " + escape(heading.text()), text);
    } else if (block instanceof Block.Tables tables) {
      tables.tables().forEach(table -> add(table, text));
    } else if (block instanceof Block.Fitting fitting) {
      add(fitting.table(), text);
    } else if (block instanceof Block.Items items) {
      separate(text);
      items.items().forEach(item -> text.append("- ").append(escape(item)).append('\n'));
    } else if (block instanceof Block.Links links) {
      separate(text);
      for (Block.Link link : links.links()) {
        text.append("- [").append(escape(link.name()));
        text.append("](").append(link.address()).append(")\n");
      }
    } else if (block instanceof Block.Folded folded) {
      add("<details>\n<summary>" + folded.summary() + "</summary>", text);
      add(folded.details(), text);
      add("</details>", text);
    }
  }

  private static void add(String markdown, StringBuilder text) {
    separate(text);
    text.append(markdown).append('\n');
  }

  private static void separate(StringBuilder text) {
    text.append(text.length() == 0 ? "" : "\n");
  }

  private static void add(Table table, StringBuilder text) {
    separate(text);
    for (Column column : table.columns()) {
      text.append("| ").append(escape(column.heading().text())).append(' ');
    }
    text.append("|\n");
    for (Column column : table.columns()) {
      text.append(column.right() ? "| ---: " : "| --- ");
    }
    text.append("|\n");
    for (List<Cell> row : table.rows()) {
      for (Cell cell : row) {
        String content =
            cell.text() + (cell.change().length() > 1 ? " (" + cell.change() + ")" : "");
        text.append("| ");
        text.append(BOLD.contains(cell.emphasis()) ? bold(content) : escape(content)).append(' ');
      }
      text.append("|\n");
    }
    table.notes().forEach(note -> add(escape(note), text));
  }

  private static String bold(String text) {
    return "**" + escape(text) + "**";
  }

  /**
   * Takes the meaning in Markdown away from a text.
   *
   * @param text the text
   * @return the same on one line
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean emphasises = c == '_' && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
      escaped.append(SPECIAL.indexOf(c) >= 0 || emphasises ? "\\" : "").append(c == '\n' ? ' ' : c);
    }
    return escaped.toString();
  }
}
