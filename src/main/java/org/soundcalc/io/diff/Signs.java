package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.document.Cell;

/** Where the signs of figures stand. */
enum Signs {
  /** {@code 50 → 48 -2}: behind the values, one below the other. */
  ALIGNED {
    @Override
    List<Cell> column(List<Figure> figures) {
      int widest = 0;
      for (Figure figure : figures) {
        widest = Math.max(widest, figure.sign().length());
      }
      List<Cell> cells = new ArrayList<>(figures.size());
      for (Figure figure : figures) {
        String padding = " ".repeat(GAP + widest - figure.sign().length());
        String text = figure.values() + padding + figure.sign();
        cells.add(new Cell(figure.equals(Figure.BLANK) ? "" : text, figure.emphasis()));
      }
      return cells;
    }
  },

  /** {@code 50 → 48 (-2)}: in brackets, where there is one. */
  BRACKETED {
    @Override
    List<Cell> column(List<Figure> figures) {
      List<Cell> cells = new ArrayList<>(figures.size());
      for (Figure figure : figures) {
        cells.add(new Cell(inBrackets(figure), figure.emphasis()));
      }
      return cells;
    }
  };

  private static final int GAP = 2;

  /** The cells of a column. */
  abstract List<Cell> column(List<Figure> figures);

  /** The figure in running text. */
  static String inBrackets(Figure figure) {
    return figure.sign().length() > 1
        ? figure.values() + " (" + figure.sign() + ")"
        : figure.values();
  }
}
