package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A document as text, no line of it wider than the terminal.
 *
 * @param document the document
 * @param style what the terminal can show
 * @param width its columns
 */
public record TextDocument(Document document, Style style, int width) implements Rendering {
  /** Longer documents scroll on a usual terminal. */
  private static final int USUAL_HEIGHT = 24;

  /** Tells a shell that a command goes on. */
  private static final String BROKEN = " \\";

  private static final int LEAST_GAP = 2;
  private static final int WIDEST_GAP = 4;

  @Override
  public void writeTo(Writer out) throws IOException {
    List<Line> lines = new ArrayList<>();
    add(document.blocks(), lines);
    for (Line line : lines) {
      out.append(line.text()).append('\n');
    }
  }

  private void add(List<Block> blocks, List<Line> lines) {
    for (Block block : blocks) {
      add(block, lines);
    }
  }

  private void add(Block block, List<Line> lines) {
    if (block instanceof Block.Paragraph paragraph) {
      add(paragraph.text(), paragraph.emphasis(), paragraph.indent(), lines);
    } else if (block instanceof Block.Command command) {
      addCommand(command, lines);
    } else if (block instanceof Block.Caution caution) {
      add(caution.label() + caution.text(), Emphasis.CAUTION, 0, lines);
    } else if (block instanceof Block.Proviso proviso) {
      add(proviso.how() + proviso.option(), Emphasis.CAUTION, 0, lines);
    } else if (block instanceof Block.Heading heading) {
      addHeading(heading, lines);
    } else if (block instanceof Block.Tables tables) {
      lines.addAll(beside(tables.tables()));
    } else if (block instanceof Block.Fitting fitting) {
      TextTable table = TextTable.of(fitting.table());
      if (table.leastWidth() <= width) {
        lines.addAll(table.lines(width, style));
      } else {
        add(fitting.substitute(), lines);
      }
    } else if (block instanceof Block.Drawing drawing) {
      lines.addAll(drawing.lines(width, style));
    } else if (block instanceof Block.Items items) {
      items.items().forEach(item -> add(item, items.emphasis(), 0, lines));
    } else if (block instanceof Block.Links links) {
      links.links().forEach(l -> add(l.name() + ": " + l.place(), Emphasis.FAINT, 0, lines));
    } else if (block instanceof Block.Folded folded) {
      add(folded.details(), lines);
    } else if (block instanceof Block.Space) {
      addSpace(lines);
    } else if (block instanceof Block.Again again) {
      if (style.lines() && lines.size() > USUAL_HEIGHT) {
        addSpace(lines);
        add(List.of(again.block()), lines);
      }
    }
  }

  private static void addSpace(List<Line> lines) {
    if (!lines.isEmpty() && lines.get(lines.size() - 1).width() > 0) {
      lines.add(Line.EMPTY);
    }
  }

  private void add(String text, Emphasis emphasis, int indent, List<Line> lines) {
    String margin = " ".repeat(indent);
    for (String line : Wrap.lines(text, width - indent)) {
      lines.add(new Line(margin + style.apply(emphasis, line), indent + DisplayWidth.of(line)));
    }
  }

  private void addCommand(Block.Command command, List<Line> lines) {
    StringBuilder line = new StringBuilder();
    for (String argument : command.arguments()) {
      boolean isFull = DisplayWidth.of(line + " " + argument + BROKEN) > width;
      if (isFull && line.length() > 0) {
        lines.add(new Line(line + BROKEN, DisplayWidth.of(line + BROKEN)));
        line = new StringBuilder(" ");
      }
      line.append(line.length() == 0 ? "" : " ").append(argument);
    }
    lines.add(new Line(line.toString(), DisplayWidth.of(line.toString())));
  }

  private void addHeading(Block.Heading heading, List<Line> lines) {
    String rule = style.rule(2) + " ";
    String text = rule + heading.text() + heading.detail();
    if (heading.detail().isEmpty() || DisplayWidth.of(text) > width) {
      add(text, Emphasis.STRONG, 0, lines);
    } else {
      String styled =
          style.apply(Emphasis.FAINT, rule)
              + style.apply(Emphasis.STRONG, heading.text())
              + style.apply(Emphasis.FAINT, heading.detail());
      lines.add(new Line(styled, DisplayWidth.of(text)));
    }
  }

  /** Tables beside each other, as many as the width holds: what is narrow need not be long. */
  private List<Line> beside(List<Table> models) {
    List<TextTable> tables = new ArrayList<>(models.size());
    int comfortable = 1;
    for (Table model : models) {
      TextTable table = TextTable.of(model);
      tables.add(table);
      comfortable = Math.max(comfortable, table.comfortableWidth());
    }
    int across = (width + LEAST_GAP) / (comfortable + LEAST_GAP);
    across = Math.max(1, Math.min(across, tables.size()));
    int share = (width - (across - 1) * LEAST_GAP) / across;
    List<List<Line>> blocks = new ArrayList<>(tables.size());
    int widest = 0;
    for (TextTable table : tables) {
      List<Line> block = table.lines(share, style);
      blocks.add(block);
      widest = Math.max(widest, Line.widest(block));
    }
    int gap = across == 1 ? 0 : Math.min(WIDEST_GAP, (width - across * widest) / (across - 1));
    int[] widths = new int[across];
    Arrays.fill(widths, widest);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i += across) {
      if (i > 0) {
        lines.add(Line.EMPTY);
      }
      Line.addBeside(blocks.subList(i, Math.min(i + across, blocks.size())), widths, gap, lines);
    }
    return lines;
  }
}
