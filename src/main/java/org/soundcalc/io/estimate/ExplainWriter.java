package org.soundcalc.io.estimate;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.Wrap;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Explanation;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Regime;

/**
 * Terms with their formulas, for whoever checks them against the papers: what is printed comes from
 * the objects that were certified.
 *
 * @param style what the terminal can show
 * @param width its columns
 */
public record ExplainWriter(Style style, int width) {
  private static final String INDENT = "  ";

  /**
   * Writes the terms.
   *
   * @param title what they are the terms of
   * @param regime the regime that they are under
   * @param terms at least one
   * @throws IOException if {@code out} cannot be written to
   */
  public void write(String title, Regime regime, List<CertifiedTerm> terms, Writer out)
      throws IOException {
    addText(title, Emphasis.STRONG, "", out);
    Optional<String> caveat = Headings.caveat(regime);
    if (caveat.isPresent()) {
      addText(caveat.get(), Emphasis.CAUTION, "", out);
    }
    Set<Paper> papers = new LinkedHashSet<>();
    Consumer<Citation> cite = source -> papers.add(source.paper());
    regime.info().evidence().ifPresent(evidence -> evidence.sources().forEach(cite));
    for (CertifiedTerm term : terms) {
      out.append('\n');
      write(term, out);
      term.term().sources().forEach(cite);
    }
    out.append('\n');
    for (Paper paper : papers) {
      addText(paper.key() + ": " + paper.link(), Emphasis.FAINT, "", out);
    }
  }

  private void write(CertifiedTerm term, Writer out) throws IOException {
    Explanation explanation = Explanation.of(term.term().error());
    addText(term.term().name() + ": " + term.bits() + " bits", Emphasis.STRONG, "", out);
    addText("ε = " + explanation.formula(), Emphasis.NONE, INDENT, out);
    if (!explanation.numbers().equals(explanation.formula())) {
      addText("  = " + explanation.numbers(), Emphasis.NONE, INDENT, out);
    }
    addText("  " + bound(term) + grinding(term), Emphasis.NONE, INDENT, out);
    for (Explanation.Definition definition : explanation.definitions()) {
      addText(text(definition), Emphasis.FAINT, INDENT + INDENT, out);
    }
    addText("source: " + sources(term), Emphasis.NONE, INDENT, out);
    if (term.term().note().isPresent()) {
      addText("note: " + term.term().note().get(), Emphasis.CAUTION, INDENT, out);
    }
  }

  private static String bound(CertifiedTerm term) {
    boolean vacuous = term.bits() == 0 && Certified.compare(term.term().error(), new One()) > 0;
    return vacuous ? "> 1, which bounds nothing" : "≤ 2^-" + Figures.decimalBits(term);
  }

  private record One() implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.one();
    }
  }

  private static String grinding(CertifiedTerm term) {
    int bits = term.term().grindingBits();
    return bits == 0 ? "" : ", with " + bits + " bits of grinding";
  }

  private static String text(Explanation.Definition definition) {
    Set<String> sides = new LinkedHashSet<>();
    sides.add(definition.symbol());
    sides.add(definition.formula());
    sides.add(definition.numbers());
    sides.add(definition.value());
    return String.join(" = ", sides);
  }

  private static String sources(CertifiedTerm term) {
    List<String> sources = new ArrayList<>();
    for (Citation source : term.term().sources()) {
      sources.add(source.toString());
    }
    return String.join(", ", sources);
  }

  private void addText(String text, Emphasis emphasis, String indent, Writer out)
      throws IOException {
    for (String line : Wrap.lines(text, width - indent.length())) {
      out.append(indent).append(style.apply(emphasis, line)).append('\n');
    }
  }
}
