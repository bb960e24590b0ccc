package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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
      % names are not cut: at a hyphen or after an underscore only where nothing else is left
      \\hyphenpenalty=10000
      \\exhyphenpenalty=9000
      \\renewcommand{\\allowbreak}{\\penalty9000\\relax}
      \\sloppy
      \\begin{document}
      \\raggedright
      """;

  private static final Set<Emphasis> BOLD =
      EnumSet.of(Emphasis.STRONG, Emphasis.BINDING, Emphasis.MARKED, Emphasis.ERROR);

  private static final List<String> HEADINGS =
      List.of("section*", "subsection*", "subsubsection*", "paragraph*");

  private static final String ROOM = "\\room{%d}\n";

  /** Lines that stand together with a heading, and the first of a table. */
  private static final int UNDER_HEADING = 9;

  private static final int OF_TABLE = 5;

  /** Characters of a paragraph's line, and the lines of a heading with its white space. */
  private static final int OF_LINE = 85;

  private static final int OF_HEADING = 5;

  /** A part that is a heading: no page may end between it and its table. */
  private static final Pattern HEADED = Pattern.compile("\\\\room\\{[0-9]+}\n\\\\[a-z]+\\*\\{.*");

  /** Of a line, what an em of a table takes, and the gap between columns. */
  private static final double EM = 0.0212;

  private static final double GAP = 0.0258;

  /** What a column gains at most where its width is written with three decimals. */
  private static final double ROUNDED = 0.0005;

  /** Widths in em of Computer Modern, rounded up; characters in none of the groups have MOST. */
  private static final Map<String, Double> WIDTHS =
      Map.of(
          " !'`,.:;/[]|il", 0.28,
          "()-_Ijfrst", 0.4,
          "0123456789acegoz?*$\"^~", 0.5,
          "ABCDEFGHJKLNOPQRTUVXYZw+=<>&", 0.79,
          "m%#", 0.84,
          "MW@", 1.03);

  private static final double MOST = 0.56;
  private static final double OF_BOLD = 1.18;

  /** Where a cell may be broken without cutting a name. */
  private static final Pattern WORD = Pattern.compile("(?<=[ /])");

  private static final int HALVINGS = 40;

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
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
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
        parts.add(ROOM.formatted(room(blocks.subList(i + 1, blocks.size()))) + text);
      } else if (block instanceof Block.Tables tables) {
        tables.tables().forEach(table -> add(table, parts));
      } else if (block instanceof Block.Fitting fitting) {
        add(fitting.table(), parts);
      } else if (block instanceof Block.Items items) {
        addList(items.items().stream().map(t -> styled(t, items.emphasis())).toList(), parts);
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

  /**
   * Lines for a heading with what follows: a paragraph that leads to a table has it on its page.
   */
  private static int room(List<Block> following) {
    if (!following.isEmpty() && following.get(0) instanceof Block.Heading) {
      return OF_HEADING + room(following.subList(1, following.size()));
    }
    if (following.size() > 1
        && following.get(0) instanceof Block.Paragraph paragraph
        && following.get(1) instanceof Block.Tables) {
      return OF_HEADING + paragraph.text().length() / OF_LINE + 1 + OF_TABLE;
    }
    return UNDER_HEADING;
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
    boolean isUnderHeading =
        !parts.isEmpty() && HEADED.matcher(parts.get(parts.size() - 1)).matches();
    parts.add((isUnderHeading ? "" : ROOM.formatted(OF_TABLE)) + text);
    table.notes().forEach(note -> parts.add(LatexText.escape(note)));
  }

  /** Each column has what it wants, or as much as every other wide one, but never cuts a word. */
  private static List<Double> widths(Table table) {
    int count = table.columns().size();
    double room = 1 - GAP * (count - 1) - ROUNDED * count;
    List<Double> wanted = new ArrayList<>();
    List<Double> least = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String heading = table.columns().get(i).heading().line();
      double line = OF_BOLD * width(heading);
      double word = OF_BOLD * longestWord(heading);
      for (List<Cell> row : table.rows()) {
        Cell cell = row.get(i);
        double bold = BOLD.contains(cell.emphasis()) ? OF_BOLD : 1;
        line = Math.max(line, bold * width(cell.line()));
        word = Math.max(word, bold * longestWord(cell.line()));
      }
      wanted.add(line);
      least.add(word);
    }
    if (sum(least) > room) { // the longest names are broken after all
      least = shared(room, least, Collections.nCopies(count, 0.0));
    }
    return shared(room, wanted, least);
  }

  /** As much as is wanted, up to what is the same for all that want more. */
  private static List<Double> shared(double room, List<Double> wanted, List<Double> least) {
    double low = 0;
    double high = room;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (sum(atMost(middle, wanted, least)) <= room) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return atMost(low, wanted, least);
  }

  private static List<Double> atMost(double most, List<Double> wanted, List<Double> least) {
    List<Double> widths = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      widths.add(Math.max(least.get(i), Math.min(wanted.get(i), most)));
    }
    return widths;
  }

  private static double sum(List<Double> widths) {
    return widths.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double longestWord(String text) {
    return WORD.splitAsStream(text).mapToDouble(LatexDocument::width).max().orElse(0);
  }

  /** About how wide a text is, of a line. */
  private static double width(String text) {
    return EM * text.codePoints().mapToDouble(LatexDocument::width).sum();
  }

  private static double width(int point) {
    return WIDTHS.entrySet().stream()
        .filter(group -> group.getKey().indexOf(point) >= 0)
        .mapToDouble(Map.Entry::getValue)
        .findAny()
        .orElse(MOST);
  }

  private static String styled(String text, Emphasis emphasis) {
    String escaped = LatexText.escape(text);
    return BOLD.contains(emphasis) && !escaped.isEmpty() ? "\\textbf{" + escaped + "}" : escaped;
  }
}
