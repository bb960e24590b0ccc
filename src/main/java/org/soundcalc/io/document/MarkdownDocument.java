package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A document in Markdown, as GitHub renders it: an empty line between all blocks.
 *
 * @param document the document
 */
public record MarkdownDocument(Document document) implements Rendering {
  /** What has a meaning: an underscore only where it does not stand inside a word. */
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*|<\\[\\]#~&]|(?<![\\p{L}\\p{Nd}])_");

  private static final Set<Emphasis> BOLD =
      EnumSet.of(Emphasis.STRONG, Emphasis.BINDING, Emphasis.MARKED, Emphasis.ERROR);

  @Override
  public void writeTo(Writer out) throws IOException {
    List<String> parts = new ArrayList<>();
    add(document.blocks(), parts);
    for (int i = 0; i < parts.size(); i++) {
      out.append(i == 0 ? "" : "\n").append(parts.get(i)).append('\n');
    }
  }

  private static void add(List<Block> blocks, List<String> parts) {
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        boolean isError = paragraph.emphasis() == Emphasis.ERROR;
        parts.add(isError ? bold(paragraph.text()) : line(paragraph.text()));
      } else if (block instanceof Block.Command command) {
        String text = Visible.of(String.join(" ", command.arguments()));
        String shown = WorkflowCommands.neutralDocument(text).replace('`', '\'');
        parts.add("```sh\n" + shown + "\n```");
      } else if (block instanceof Block.Caution caution) {
        parts.add("> **Warning:** " + escape(caution.text()));
      } else if (block instanceof Block.Proviso proviso) {
        String how = Character.toUpperCase(proviso.how().charAt(0)) + proviso.how().substring(1);
        String option = WorkflowCommands.neutralDocument(Visible.of(proviso.option()));
        parts.add("> " + how + "`" + option.replace("`", "'") + "`.");
      } else if (block instanceof Block.Heading heading) {
        parts.add("#".repeat(heading.level()) + " " + escape(heading.text()));
      } else if (block instanceof Block.Tables tables) {
        tables.tables().forEach(table -> add(table, parts));
      } else if (block instanceof Block.Fitting fitting) {
        add(fitting.table(), parts);
      } else if (block instanceof Block.Items items) {
        parts.add(list(items.items(), MarkdownDocument::escape));
      } else if (block instanceof Block.Links links) {
        parts.add(list(links.links(), l -> "[" + escape(l.name()) + "](" + l.address() + ")"));
      } else if (block instanceof Block.Folded folded) {
        parts.add("<details>\n<summary>" + html(folded.summary()) + "</summary>");
        add(folded.details(), parts);
        parts.add("</details>");
      }
    }
  }

  private static <T> String list(List<T> items, Function<T, String> text) {
    return items.stream().map(item -> "- " + text.apply(item)).collect(Collectors.joining("\n"));
  }

  private static void add(Table table, List<String> parts) {
    StringBuilder text = new StringBuilder();
    for (Column column : table.columns()) {
      text.append("| ").append(escape(column.heading().line())).append(' ');
    }
    text.append("|\n");
    for (Column column : table.columns()) {
      text.append(column.right() ? "| ---: " : "| --- ");
    }
    for (List<Cell> row : table.rows()) {
      text.append("|\n");
      for (Cell cell : row) {
        String change = cell.change().length() > 1 ? " (" + cell.change() + ")" : "";
        String content = cell.text() + change;
        boolean isBold = BOLD.contains(cell.emphasis());
        text.append("| ").append(isBold ? bold(content) : escape(content)).append(' ');
      }
    }
    parts.add(text.append('|').toString());
    table.notes().forEach(note -> parts.add(line(note)));
  }

  /** A text on a line of its own, which no runner that reads it takes for a command. */
  private static String line(String text) {
    return escape(text).replaceFirst("^([\\s\\p{Z}]*)::", "$1\\\\::");
  }

  /** A text in HTML, where a backslash takes no meaning away. */
  private static String html(String text) {
    return Visible.of(text.replace('\n', ' '))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("#", "&#35;");
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
    return SPECIAL.matcher(Visible.of(text.replace('\n', ' '))).replaceAll("\\\\$0");
  }
}
