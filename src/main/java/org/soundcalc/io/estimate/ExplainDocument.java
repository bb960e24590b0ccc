package org.soundcalc.io.estimate;

import java.math.BigInteger;
import java.util.ArrayList;
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
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Paper;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.SizePart;

/**
 * Terms with their formulas, for whoever checks them against the papers: what is shown comes from
 * the objects that were certified.
 */
public final class ExplainDocument {
  private static final int INDENT = 2;
  private static final String NOTHING = "≥ 1: the error may be 1, so nothing is proven";

  private static final String MERKLE =
      "h: bits of a hash; t: queries, each of which opens a leaf; D: depth of the Merkle tree; β:"
          + " bits of a field element; leaf: bits of a leaf; S: expected number of hashes beside"
          + " all paths. KiB and shares are of the worst case, rounded down.";

  private static final String SENT =
      "a: children of a node; D: depth of the Merkle tree; cap: level whose nodes are all sent, and"
          + " where paths end; S: expected number of hashes beside all paths, S_max: the most there"
          + " can be. The other symbols are those above.";

  private static final String WHIR = "WHIR";
  private static final String WHOLE_BITS =
      "Bits of grinding are integers. If a prover of WHIR grinds by a fraction of a bit, the file"
          + " has it rounded down.";

  private final Document document;
  private final Legend legend;

  private ExplainDocument(ExplainReport report, Document.Medium medium) {
    this.document = new Document(medium);
    this.legend = new Legend(report.circuit());
  }

  /**
   * Makes the document.
   *
   * @param report what is to be explained
   * @param medium what it is read on
   * @return the terms, then the keys that their symbols stand for and the papers that they cite
   */
  public static Document of(ExplainReport report, Document.Medium medium) {
    ExplainDocument maker = new ExplainDocument(report, medium);
    maker.add(report);
    return maker.document;
  }

  private void add(ExplainReport report) {
    String regime = report.regime().name() + " (" + report.regime().status().word() + ")";
    String title = String.join(" · ", report.zkvm(), report.circuit().id().name(), regime);
    if (document.isPage()) {
      document.heading(1, title);
    } else {
      document.text(title, Emphasis.STRONG);
    }
    report.provisos().addTo(document);
    Headings.caveat(report.regime()).ifPresent(document::caveat);
    if (report.terms().size() > 1) {
      report.lead().ifPresent(lead -> add(lead, report));
    }
    Set<Paper> papers = new LinkedHashSet<>();
    if (!report.terms().isEmpty()) {
      report.regime().info().evidence().ifPresent(evidence -> cite(evidence.sources(), papers));
    }
    for (CertifiedTerm term : bindingFirst(report)) {
      add(term);
      cite(term.term().sources(), papers);
    }
    if (isGroundByRound(report)) {
      document.space();
      document.text(WHOLE_BITS, Emphasis.NONE);
    }
    switch (report.beside()) {
      case SIZE -> addSize(report);
      case COSTS -> addCosts(report);
      default -> {}
    }
    List<String> symbols = legend.lines();
    if (!symbols.isEmpty()) {
      head("symbols and the keys of the file that they stand for");
      add(symbols, Emphasis.NONE);
    }
    document.space();
    document.add(
        new Block.Links(
            papers.stream()
                .map(paper -> new Block.Link(paper.key(), paper.link(), paper.url()))
                .toList()));
  }

  /** Whether what is shown has proof-of-work of WHIR, whose provers may have fractions of a bit. */
  private static boolean isGroundByRound(ExplainReport report) {
    return report.circuit().id().commitment().equals(WHIR)
        && report.terms().stream().anyMatch(term -> term.term().grindingBits() > 0);
  }

  /** The answer in short: how many bits, why, and where to change that. */
  private void add(ExplainReport.Lead lead, ExplainReport report) {
    CertifiedTerm binding = lead.binding();
    document.space();
    document.text(
        "%d bits: the binding term is %s, with error %s."
            .formatted(binding.bits(), binding.term().name(), bound(binding)),
        Emphasis.NONE);
    if (!lead.keys().isEmpty()) {
      document.text("Its keys:", Emphasis.NONE);
      add(lead.keys().stream().map(ExplainDocument::text).toList(), Emphasis.NONE);
    }
    if (lead.isWeakest()) {
      document.text(
          "%s is the weakest circuit; --circuit shows another."
              .formatted(report.circuit().id().name()),
          Emphasis.NONE);
    }
    document.text(
        "Its formula comes first, then the other %d terms; --term shows one term alone."
            .formatted(report.terms().size() - 1),
        Emphasis.NONE);
  }

  private static String text(ExplainReport.PlacedKey key) {
    String place =
        key.region().map(at -> " at " + key.source() + ":" + at).orElse(", not in the file");
    return key.parameter().key() + " = " + key.parameter().value() + place;
  }

  private static List<CertifiedTerm> bindingFirst(ExplainReport report) {
    List<CertifiedTerm> terms = new ArrayList<>(report.terms());
    report
        .lead()
        .ifPresent(
            lead -> {
              terms.remove(lead.binding());
              terms.add(0, lead.binding());
            });
    return terms;
  }

  private static void cite(List<Citation> sources, Set<Paper> papers) {
    sources.forEach(source -> papers.add(source.paper()));
  }

  private void head(String text) {
    document.space();
    if (document.isPage()) {
      document.heading(2, text);
    } else {
      document.text(text, Emphasis.STRONG);
    }
  }

  /** Lines: a list of a page, and indented on a terminal. */
  private void add(List<String> lines, Emphasis emphasis) {
    if (document.isPage()) {
      document.add(new Block.Items(lines.stream().map(String::strip).toList(), emphasis));
    } else {
      int indent = emphasis == Emphasis.FAINT ? 2 * INDENT : INDENT;
      lines.forEach(line -> document.add(new Block.Paragraph(line, emphasis, indent)));
    }
  }

  private void add(CertifiedTerm term) {
    Explanation explanation = Explanation.of(term.term().error());
    legend.add(explanation, term.term().name());
    head(term.term().name() + ": " + term.bits() + " bits");
    List<String> lines = equation("ε", explanation);
    int grinding = term.term().grindingBits();
    lines.add(
        "  " + bound(term) + (grinding == 0 ? "" : ", with " + grinding + " bits of grinding"));
    add(lines, Emphasis.NONE);
    define(explanation.definitions());
    List<String> sources = term.term().sources().stream().map(Citation::toString).toList();
    add(List.of("source: " + String.join(", ", sources)), Emphasis.NONE);
    term.term()
        .note()
        .ifPresent(
            note -> document.add(new Block.Paragraph("note: " + note, Emphasis.CAUTION, INDENT)));
  }

  private void addSize(ExplainReport report) {
    Circuit circuit = report.circuit();
    addSize(ExplainReport.SIZE, circuit.proofSize(), circuit.sizeParts(), MERKLE);
    List<SizePart> uncounted = circuit.uncounted();
    if (!uncounted.isEmpty()) {
      head("sent too, but not counted in this size");
      uncounted.forEach(part -> add(part, ""));
    }
    circuit
        .proofSizeSent()
        .ifPresent(
            sent -> addSize(ExplainReport.SIZE + " as sent", sent, circuit.sentParts(), SENT));
  }

  private void addSize(String name, ProofSize size, List<SizePart> parts, String symbols) {
    head(
        "%s: %s KiB in the worst case, %s expected (%s and %s bits)"
            .formatted(
                name,
                ProofSize.kib(size.worstCaseBits()),
                ProofSize.kib(size.expectedBits()),
                size.worstCaseBits(),
                size.expectedBits()));
    if (parts.stream().anyMatch(ExplainDocument::hasLeaves)) {
      add(List.of(symbols), Emphasis.NONE);
    }
    for (SizePart part : parts) {
      add(part, ", " + share(part.bits().worstCaseBits(), size.worstCaseBits()));
    }
    BigInteger expected =
        parts.stream()
            .map(part -> part.bits().expectedBits())
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (expected.compareTo(size.worstCaseBits()) > 0) {
      String capped =
          "expected together: %s bits; what is rounded up in each exceeds the worst case, which"
              + " counts";
      add(List.of(capped.formatted(expected)), Emphasis.NONE);
    }
  }

  /** The counts, then what each part adds to them. */
  private void addCosts(ExplainReport report) {
    CostFigures figures = report.provisos().costs();
    head("what proving and verifying cost");
    document.space();
    figures.table(report.circuit()).ifPresent(document::table);
    for (CostPart part : report.circuit().costParts(figures.hashRate(report.circuit()))) {
      head(part.name());
      Set<Explanation.Definition> definitions = new LinkedHashSet<>();
      List<String> lines = new ArrayList<>();
      for (CostFigures.Count count : CostFigures.Count.of(part)) {
        Explanation explanation = Explanation.of(count.formula(part));
        legend.add(explanation, "");
        String number = CostFigures.grouped(count.of(part.costs()));
        addEquation(count.words(), explanation, number, lines);
        definitions.addAll(explanation.definitions());
      }
      add(lines, Emphasis.NONE);
      define(List.copyOf(definitions));
    }
  }

  private static boolean hasLeaves(SizePart part) {
    return Explanation.of(part.worst()).definitions().stream()
        .anyMatch(definition -> definition.symbol().equals("leaf"));
  }

  private static String share(BigInteger bits, BigInteger whole) {
    BigInteger percent = bits.multiply(BigInteger.valueOf(100)).divide(whole);
    return (percent.signum() == 0 ? "under 1" : percent) + "%";
  }

  private void add(SizePart part, String share) {
    ProofSize bits = part.bits();
    BigInteger kib = ProofSize.kib(bits.worstCaseBits());
    String title = part.name() + ": " + (kib.signum() == 0 ? "under 1" : kib) + " KiB" + share;
    Explanation worst = Explanation.of(part.worst());
    legend.add(worst, "");
    if (document.isPage()) {
      document.heading(3, title);
    } else {
      add(List.of(title), Emphasis.NONE);
    }
    List<String> lines = new ArrayList<>();
    boolean isExact = part.expected() == part.worst();
    addEquation(isExact ? "size" : "worst case", worst, bits.worstCaseBits() + " bits", lines);
    Set<Explanation.Definition> definitions = new LinkedHashSet<>(worst.definitions());
    if (!isExact) {
      Explanation expected = Explanation.of(part.expected());
      legend.add(expected, "");
      addEquation("expected", expected, bits.expectedBits() + " bits", lines);
      definitions.addAll(expected.definitions());
    }
    add(lines, Emphasis.NONE);
    define(List.copyOf(definitions));
  }

  private static void addEquation(
      String left, Explanation explanation, String result, List<String> lines) {
    lines.add(
        "  "
            + Stream.of(left, explanation.formula(), explanation.numbers(), result)
                .distinct()
                .collect(Collectors.joining(" = ")));
  }

  private static List<String> equation(String left, Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(left + " = " + explanation.formula());
    if (!explanation.numbers().equals(explanation.formula())) {
      lines.add("  = " + explanation.numbers());
    }
    return lines;
  }

  private void define(List<Explanation.Definition> definitions) {
    if (!definitions.isEmpty()) {
      add(definitions.stream().map(ExplainDocument::text).toList(), Emphasis.FAINT);
    }
  }

  /** Whether an error is above 1. */
  static boolean isAboveOne(CertifiedTerm term) {
    return term.bits() == 0 && compareToOne(term) > 0;
  }

  private static boolean provesNothing(CertifiedTerm term) {
    return term.bits() == 0 && compareToOne(term) >= 0;
  }

  private static int compareToOne(CertifiedTerm term) {
    Formula one = Numbers::one;
    return Certified.compare(term.term().error(), one);
  }

  private static String bound(CertifiedTerm term) {
    return provesNothing(term) ? NOTHING : "≤ 2^-" + Figures.decimalBits(term);
  }

  private static String text(Explanation.Definition definition) {
    return Stream.of(
            definition.symbol(), definition.formula(), definition.numbers(), definition.value())
        .distinct()
        .collect(Collectors.joining(" = "));
  }
}
