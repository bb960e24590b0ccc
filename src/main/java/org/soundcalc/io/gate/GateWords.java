package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.RecursionDescription;
import org.soundcalc.analysis.gate.Remedy;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.analysis.gate.SizeRemedy;
import org.soundcalc.analysis.gate.Verdict;
import org.soundcalc.io.optimum.ReasonBrief;
import org.soundcalc.io.recursion.TreeWords;
import org.soundcalc.model.Regime;
import org.soundcalc.search.optimum.LeastChange;

/** Verdicts in words, alike in every format. */
final class GateWords {
  /** How errors were counted, where not as usual. */
  static final String STRICT = "with --accounting strict";

  /** Where nothing helps. */
  static final String NOTHING =
      "no change of queries, proof-of-work and field was found that is enough";

  private static final String FAIL = "FAIL";

  private GateWords() {}

  /** What is required: {@code at least 128 bits}. */
  static String requirement(Finding finding) {
    if (finding instanceof Finding.Bits bits) {
      return "at least " + TreeWords.bits(bits.required());
    }
    if (finding instanceof Finding.Tree tree) {
      return "whole tree of at least " + TreeWords.bits(tree.required());
    }
    if (finding instanceof Finding.Sent sent) {
      return "at least " + TreeWords.bits(sent.required()) + ", non-interactive";
    }
    if (finding instanceof Finding.NoCaveats) {
      return "no caveats (--strict)";
    }
    SizeLimit limit = ((Finding.Size) finding).limit();
    return "final proof of at most " + limit.text() + " " + SizeWords.measure(limit);
  }

  /**
   * What is beside what is required, of everything that is asked; sizes and bits as sent always.
   */
  static String summary(Verdict verdict, int warnings) {
    List<String> parts = new ArrayList<>();
    part(verdict, Finding.Bits.class).ifPresent(parts::add);
    part(verdict, Finding.Sent.class)
        .or(() -> sent(verdict))
        .map(words -> words + (isSaid(parts) ? "" : newness(best(verdict))))
        .ifPresent(parts::add);
    part(verdict, Finding.Tree.class).ifPresent(parts::add);
    parts.add(
        part(verdict, Finding.Size.class).orElseGet(() -> SizeWords.sizes(verdict.estimate())));
    String warned = warnings == 1 ? ", 1 warning" : ", " + warnings + " warnings";
    part(verdict, Finding.NoCaveats.class)
        .map(words -> warnings == 0 || words.contains(FAIL) ? words : words + warned)
        .ifPresent(parts::add);
    verdict.recursion().map(GateWords::recursion).ifPresent(parts::add);
    CaveatWords.of(verdict).forEach(caveat -> parts.add(caveat.words()));
    return String.join("; ", parts);
  }

  private static Optional<String> part(Verdict verdict, Class<? extends Finding> kind) {
    return verdict.findings().stream()
        .filter(kind::isInstance)
        .map(finding -> summary(finding) + mark(finding, verdict))
        .findFirst();
  }

  /** Which of several requirements is missed, where its own words do not say so. */
  private static String mark(Finding finding, Verdict verdict) {
    boolean isSaid = finding instanceof Finding.Size || finding instanceof Finding.NoCaveats;
    return finding.passed() || isSaid || verdict.findings().size() == 1 ? "" : ", " + FAIL;
  }

  /** Whether the bits, which come first, rest on newer theorems as well. */
  private static boolean isSaid(List<String> parts) {
    return parts.stream().anyMatch(part -> part.contains(" (--bounds "));
  }

  /** What the bits of the proofs that are sent rest on. */
  private static Stream<RegimeResult.Figures> best(Verdict verdict) {
    return verdict.estimate().circuits().stream().flatMap(circuit -> circuit.best().stream());
  }

  private static Optional<String> sent(Verdict verdict) {
    return verdict
        .estimate()
        .nonInteractive()
        .map(figure -> "non-interactive " + TreeWords.bits(figure.bits()));
  }

  private static String recursion(RecursionDescription description) {
    return description == RecursionDescription.DESCRIBED
        ? "recursion architecture: described"
        : "recursion architecture not described: " + description.word();
  }

  /** What is, beside what is required. */
  static String summary(Finding finding) {
    if (finding instanceof Finding.Size size) {
      return SizeWords.summary(size);
    }
    if (finding instanceof Finding.Sent sent) {
      String figure =
          sent.figure()
              .map(f -> TreeWords.bits(f.bits()) + " (" + f.binds().limit() + ")")
              .orElse("no figure");
      return "non-interactive " + figure + ", " + sent.required() + " required";
    }
    if (finding instanceof Finding.NoCaveats strict) {
      return strict.passed() ? "no caveats" : "has caveats, FAIL (--strict)";
    }
    if (finding instanceof Finding.Tree tree) {
      return TreeFaults.summary(tree)
          + newness(tree.tree().branches().stream().flatMap(of -> of.figures().stream()));
    }
    Finding.Bits found = (Finding.Bits) finding;
    return found
            .standing()
            .map(s -> TreeWords.bits(s.security().bits()) + " in " + regime(s.security()))
            .orElse("no figure")
        + caution(found)
        + ", "
        + found.required()
        + " required";
  }

  private static String regime(Security security) {
    return security.regime().equals(Security.MIXED) ? "mixed regimes" : security.regime();
  }

  /** Which of the regimes that count are not proven; empty where all are. */
  static String caution(Finding finding) {
    if (!(finding instanceof Finding.Bits found)) {
      return "";
    }
    String conjectures =
        found.conjectures().stream()
            .map(regime -> regime.name() + " is " + regime.status().word())
            .collect(Collectors.joining(", "));
    return (conjectures.isEmpty() ? "" : " (NOT PROVEN: " + conjectures + ")")
        + newness(found.standing().stream().flatMap(basis -> basis.figures().stream()));
  }

  /** That what counts rests on theorems that are new, and in which set they are. */
  private static String newness(Stream<RegimeResult.Figures> counted) {
    return counted
        .map(figures -> figures.regime().info().since())
        .filter(since -> !since.remark().isEmpty())
        .findFirst()
        .map(since -> " (--bounds " + since.word() + ": " + since.remark() + ")")
        .orElse("");
  }

  /** What counts of a circuit although it is not proven. */
  static String reliance(String circuit, RegimeResult.Figures figures) {
    Regime regime = figures.regime();
    return "%s counts with %s in %s, NOT PROVEN: %s is %s"
        .formatted(
            circuit,
            TreeWords.bits(figures.bits()),
            regime.name(),
            regime.name(),
            regime.status().word());
  }

  /** Which circuit falls short, by how much, and what would help. */
  static String shortfall(Finding.Shortfall shortfall, Finding.Bits finding) {
    long required = finding.required();
    if (shortfall.figures().isEmpty()) {
      return "%s has no figure that counts: %s%s"
          .formatted(
              shortfall.name(),
              reasons(shortfall),
              shortfall.remedies().isEmpty() ? "" : "; " + remedies(shortfall));
    }
    RegimeResult.Figures figures = shortfall.figures().get();
    boolean isOfFigure =
        finding.standing().map(standing -> standing.admits(figures.regime())).orElse(true);
    return "%s is %s short of %d in %s%s (%s): %s"
        .formatted(
            shortfall.name(),
            TreeWords.bits(required - figures.bits()),
            required,
            marked(figures.regime()),
            isOfFigure ? "" : ", where one change is enough",
            figures.binding().term().name(),
            help(shortfall, required));
  }

  /** A regime's name, never without its status where it is not proven. */
  private static String marked(Regime regime) {
    return regime.isProven()
        ? regime.name()
        : regime.name() + ", NOT PROVEN but " + regime.status().word();
  }

  /** Why no figure counts: what does not cover the circuit, then what is not proven, in one. */
  private static String reasons(Finding.Shortfall shortfall) {
    List<String> reasons = new ArrayList<>();
    List<String> conjectured = new ArrayList<>();
    for (RegimeResult result : shortfall.circuit().results()) {
      if (result instanceof RegimeResult.NotCovered dash) {
        reasons.add(dash.regime().name() + " " + dash.reason());
      } else {
        conjectured.add(result.regime().name());
      }
    }
    if (!conjectured.isEmpty()) {
      boolean isOne = conjectured.size() == 1;
      reasons.add(
          String.join(", ", conjectured)
              + (isOne ? " is" : " are")
              + " not proven (--allow-conjectured lets "
              + (isOne ? "it" : "them")
              + " count)");
    }
    return String.join("; ", reasons);
  }

  /** What to change first, then why so much. */
  private static String help(Finding.Shortfall shortfall, long required) {
    List<String> parts = new ArrayList<>();
    boolean isSingle = shortfall.remedies().stream().anyMatch(r -> !(r instanceof Remedy.Combined));
    boolean isBoth = shortfall.within().flatMap(SizeRemedy::remedy).isPresent();
    if (!shortfall.remedies().isEmpty() && (isSingle || !isBoth)) {
      parts.add((isSingle ? "" : "enough together: ") + remedies(shortfall));
    } else if (shortfall.remedies().isEmpty() && !shortfall.isCutShort()) {
      parts.add(NOTHING + shortfall.barrier().flatMap(GateWords::barrier).orElse(""));
    }
    shortfall
        .within()
        .map(w -> SizeWords.help(List.of(w), shortfall.name(), shortfall.remedies()))
        .ifPresent(parts::add);
    if (!shortfall.remedies().isEmpty()) {
      shortfall.barrier().flatMap(GateWords::reasonOfField).ifPresent(parts::add);
    }
    if (!isSingle) {
      int below = shortfall.obstacles().size();
      String terms = below == 1 ? "1 term is" : below + " terms are";
      parts.add(terms + " below " + required + ": " + TermGroups.of(shortfall));
    }
    if (shortfall.isCutShort()) {
      parts.add(SizeWords.ended());
    }
    return String.join("; ", parts);
  }

  /** What stands in the way, after a colon; nothing where it is not about bits. */
  static Optional<String> barrier(LeastChange.Barrier barrier) {
    return reasonOfField(barrier).map(words -> ": " + words);
  }

  /** Why it takes a larger field. */
  private static Optional<String> reasonOfField(LeastChange.Barrier barrier) {
    return ReasonBrief.of(barrier.reason())
        .map(words -> "over " + barrier.field() + " " + words + ", whatever else is changed");
  }

  private static String remedies(Finding.Shortfall shortfall) {
    return shortfall.remedies().stream()
        .map(remedy -> RemedyWords.of(remedy, shortfall.name()))
        .collect(Collectors.joining(", or "));
  }
}
