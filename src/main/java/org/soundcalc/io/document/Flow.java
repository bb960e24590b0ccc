package org.soundcalc.io.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables side by side, as many as a width holds: what is narrow need not be long. */
final class Flow {
  private static final int LEAST_GAP = 2;
  private static final int WIDEST_GAP = 4;

  private Flow() {}

  /** The tables as lines, row by row, with an empty line between the rows. */
  static List<Line> lines(List<Table> models, int width, Style style) {
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
