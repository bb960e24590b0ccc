package org.soundcalc.io.estimate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Explanation;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Regime;

/**
 * Terms with their formulas, for whoever checks them against the papers: what is shown comes from
 * the objects that were certified.
 */
public final class ExplainDocument {
  private static final int INDENT = 2;

  private ExplainDocument() {}

  /**
   * Makes the document.
   *
   * @param title what they are the terms of
   * @param regime the regime that they are under
   * @param terms at least one
   * @return the terms, then the papers that they cite
   */
  public static Document of(String title, Regime regime, List<CertifiedTerm> terms) {
    Document document = new Document(Document.Medium.TERMINAL);
    document.text(title, Emphasis.STRONG);
    Headings.caveat(regime).ifPresent(document::caveat);
    Set<Paper> papers = new LinkedHashSet<>();
    regime.info().evidence().ifPresent(evidence -> add(evidence.sources(), papers));
    for (CertifiedTerm term : terms) {
      document.space();
      add(term, document);
      add(term.term().sources(), papers);
    }
    document.space();
    document.add(
        new Block.Links(
            papers.stream()
                .map(paper -> new Block.Link(paper.key(), paper.link(), paper.url()))
                .toList()));
    return document;
  }

  private static void add(List<Citation> sources, Set<Paper> papers) {
    sources.forEach(source -> papers.add(source.paper()));
  }

  private static void add(CertifiedTerm term, Document document) {
    Explanation explanation = Explanation.of(term.term().error());
    document.text(term.term().name() + ": " + term.bits() + " bits", Emphasis.STRONG);
    add("ε = " + explanation.formula(), document);
    if (!explanation.numbers().equals(explanation.formula())) {
      add("  = " + explanation.numbers(), document);
    }
    int grinding = term.term().grindingBits();
    add(
        "  " + bound(term) + (grinding == 0 ? "" : ", with " + grinding + " bits of grinding"),
        document);
    for (Explanation.Definition definition : explanation.definitions()) {
      document.add(new Block.Paragraph(text(definition), Emphasis.FAINT, 2 * INDENT));
    }
    List<String> sources = term.term().sources().stream().map(Citation::toString).toList();
    add("source: " + String.join(", ", sources), document);
    term.term()
        .note()
        .map(note -> new Block.Paragraph("note: " + note, Emphasis.CAUTION, INDENT))
        .ifPresent(document::add);
  }

  private static void add(String text, Document document) {
    document.add(new Block.Paragraph(text, Emphasis.NONE, INDENT));
  }

  private static String bound(CertifiedTerm term) {
    Formula one = Numbers::one;
    boolean vacuous = term.bits() == 0 && Certified.compare(term.term().error(), one) > 0;
    return vacuous ? "> 1, which bounds nothing" : "≤ 2^-" + Figures.decimalBits(term);
  }

  private static String text(Explanation.Definition definition) {
    return Stream.of(
            definition.symbol(), definition.formula(), definition.numbers(), definition.value())
        .distinct()
        .collect(Collectors.joining(" = "));
  }
}
