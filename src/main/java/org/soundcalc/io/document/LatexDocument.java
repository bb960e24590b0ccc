package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A document in LaTeX, whole and without anything that plain pdflatex lacks.
 *
 * @param document the document, made for a page
 */
public record LatexDocument(Document document) implements Rendering {
  private static final String HEAD =
      """
      \\documentclass[a4paper,11pt]{article}
      \\usepackage[utf8]{inputenc}
      \\usepackage{textcomp}
      \\usepackage{array}
      \\usepackage{longtable}
      \\usepackage[margin=22mm]{geometry}
      \\setlength{\\parindent}{0pt}
      \\setlength{\\LTleft}{0pt}
      \\setlength{\\parskip}{6pt}
      \\setlength{\\emergencystretch}{3em}
      \\renewcommand{\\arraystretch}{1.2}
      % a new page where so many lines have no room on this one
      \\newcommand{\\room}[1]{\\par\\ifdim\\pagegoal<\\maxdimen
        \\ifdim\\dimexpr\\pagegoal-\\pagetotal\\relax<#1\\baselineskip\\newpage\\fi\\fi}
      \\sloppy
      \\begin{document}
      """;

  private static final Set<Emphasis> BOLD =
      EnumSet.of(Emphasis.STRONG, Emphasis.BINDING, Emphasis.MARKED, Emphasis.ERROR);

  private static final List<String> HEADINGS =
      List.of("section*", "subsection*", "subsubsection*", "paragraph*");

  private static final String ROOM = "\\room{%d}\n";

  /** Lines that stand together with a heading, and the first of a table. */
  private static final int UNDER_HEADING = 9;

  private static final int OF_TABLE = 5;

  /** How a part begins that is a heading: no page may end between it and its table. */
  private static final String HEADED = ROOM.formatted(UNDER_HEADING);

  /** Of a line, the parts that a usual character takes, and that a gap between columns does. */
  private static final double CHARACTER = 0.0105;

  /** Against a usual character: those of one stroke, capitals and the widest, bold ones. */
  private static final String NARROW = "ijltfrI.,;:'!|()[]/- ";

  private static final String WIDE = "mw%&@";
  private static final double OF_NARROW = 0.66;
  private static final double OF_WIDE = 1.4;
  private static final double OF_BOLD = 1.2;

  private static final double GAP = 0.026;
  private static final double LEAST_WIDTH = 0.165;

  @Override
  public void writeTo(Writer out) throws IOException {
    List<String> parts = new ArrayList<>();
    add(document.blocks(), parts);
    out.append(HEAD);
    for (String part : parts) {
      out.append('\n').append(part).append('\n');
    }
    out.append("\n\\end{document}\n");
  }

  private static void add(List<Block> blocks, List<String> parts) {
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        parts.add(styled(paragraph.text(), paragraph.emphasis()));
      } else if (block instanceof Block.Command command) {
        String text = String.join(" ", command.arguments());
        parts.add("{\\raggedright\\texttt{" + LatexText.escape(text) + "}\\par}");
      } else if (block instanceof Block.Caution caution) {
        parts.add("\\textbf{Warning:} " + LatexText.escape(caution.text()));
      } else if (block instanceof Block.Proviso proviso) {
        String option = "\\texttt{" + LatexText.escape(proviso.option()) + "}.";
        parts.add(LatexText.escape(proviso.how()) + option);
      } else if (block instanceof Block.Heading heading) {
        int level = Math.min(heading.level(), HEADINGS.size()) - 1;
        String text = "\\" + HEADINGS.get(level) + "{" + LatexText.escape(heading.text()) + "}";
        parts.add(ROOM.formatted(UNDER_HEADING) + text);
      } else if (block instanceof Block.Tables tables) {
        tables.tables().forEach(table -> add(table, parts));
      } else if (block instanceof Block.Fitting fitting) {
        add(fitting.table(), parts);
      } else if (block instanceof Block.Items items) {
        addList(items.items().stream().map(i -> styled(i, items.emphasis())).toList(), parts);
      } else if (block instanceof Block.Links links) {
        addList(
            links.links().stream()
                .map(l -> LatexText.escape(l.name() + ": " + l.address()))
                .toList(),
            parts);
      } else if (block instanceof Block.Folded folded) {
        parts.add("\\textbf{" + LatexText.escape(folded.summary()) + "}");
        add(folded.details(), parts);
      }
    }
  }

  private static void addList(List<String> items, List<String> parts) {
    if (!items.isEmpty()) { // LaTeX refuses an empty list
      parts.add(
          "\\begin{itemize}\\itemsep0pt\\raggedright\n\\item "
              + String.join("\n\\item ", items)
              + "\n\\end{itemize}");
    }
  }

  private static void add(Table table, List<String> parts) {
    StringBuilder text = new StringBuilder("{\\small\n\\begin{longtable}{@{}");
    List<Double> widths = widths(table);
    for (int i = 0; i < widths.size(); i++) {
      Column column = table.columns().get(i);
      String side = column.right() ? "\\raggedleft" : "\\raggedright";
      text.append(
          String.format(
              Locale.ROOT, ">{%s\\arraybackslash}p{%.3f\\linewidth}", side, widths.get(i)));
    }
    text.append("@{}}\n\\hline\n");
    List<String> heads =
        table.columns().stream().map(c -> styled(c.heading().line(), Emphasis.STRONG)).toList();
    text.append(String.join(" & ", heads)).append(" \\\\\n\\hline\n\\endhead\n");
    for (List<Cell> row : table.rows()) {
      List<String> cells = row.stream().map(c -> styled(c.line(), c.emphasis())).toList();
      text.append(String.join(" & ", cells)).append(" \\\\\n");
    }
    text.append("\\hline\n\\end{longtable}}");
    boolean isUnderHeading = !parts.isEmpty() && parts.get(parts.size() - 1).startsWith(HEADED);
    parts.add((isUnderHeading ? "" : ROOM.formatted(OF_TABLE)) + text);
    table.notes().forEach(note -> parts.add(LatexText.escape(note)));
  }

  /** Columns share what those leave that are not wrapped, by the lengths of their longest cells. */
  private static List<Double> widths(Table table) {
    int count = table.columns().size();
    double[] wanted = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double longest = OF_BOLD * length(table.columns().get(i).heading().line());
      for (List<Cell> row : table.rows()) {
        Cell cell = row.get(i);
        double bold = BOLD.contains(cell.emphasis()) ? OF_BOLD : 1;
        longest = Math.max(longest, bold * length(cell.line()));
      }
      wanted[i] = (1 + longest) * CHARACTER;
      sum += wanted[i];
    }
    double room = 1 - GAP * (count - 1);
    if (sum > room) {
      double least = Math.min(LEAST_WIDTH, room / count);
      double kept = 0;
      double excess = 0;
      for (double each : wanted) {
        kept += Math.min(each, least);
        excess += Math.max(0, each - least);
      }
      for (int i = 0; i < count; i++) {
        double over = Math.max(0, wanted[i] - least);
        wanted[i] = Math.min(wanted[i], least) + over * (room - kept) / excess;
      }
    }
    List<Double> widths = new ArrayList<>(count);
    for (double each : wanted) {
      widths.add(each);
    }
    return widths;
  }

  /** About how long a text is, in usual characters. */
  private static double length(String text) {
    return text.codePoints()
        .mapToDouble(
            point ->
                NARROW.indexOf(point) >= 0
                    ? OF_NARROW
                    : WIDE.indexOf(point) >= 0 || Character.isUpperCase(point) ? OF_WIDE : 1)
        .sum();
  }

  private static String styled(String text, Emphasis emphasis) {
    String escaped = LatexText.escape(text);
    return BOLD.contains(emphasis) && !escaped.isEmpty() ? "\\textbf{" + escaped + "}" : escaped;
  }
}
