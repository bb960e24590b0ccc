package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.soundcalc.math.Certified;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Agreement;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.Proximities;
import org.soundcalc.regimes.dkt.Guesses;

/**
 * A circuit under exact counts, at the agreements that prove the most of it: which are admissible,
 * and what follows from the best ones.
 */
final class BestAgreements {
  private final Circuit circuit;
  private final KeptCounts counts;
  private final List<OfCode> codes;

  /** The bounds of a code at each number n − A of points of disagreement, made once. */
  private static final class OfCode implements LongFunction<CodeBounds> {
    /** Searches begin within the Johnson radius, where every theorem has some bound. */
    private static final double NEAR_JOHNSON = 0.98;

    private final Code code;
    private final KeptCounts.OfCode counts;
    private final Guesses guesses = new Guesses();
    private final Map<Long, AgreementBounds> known = new HashMap<>();

    OfCode(KeptCounts.OfCode counts) {
      this.code = counts.code();
      this.counts = counts;
    }

    @Override
    public AgreementBounds apply(long disagreement) {
      return known.computeIfAbsent(
          disagreement, any -> new AgreementBounds(counts, length() - disagreement, guesses));
    }

    private long length() {
      return AgreementBounds.length(code);
    }

    /** A > k. */
    long most() {
      return length() - (1L << code.logDimension()) - 1;
    }

    /** About the Johnson radius. */
    double edge() {
      return (1 - Math.pow(2, -code.rate().log2Inverse() / 2.0)) * length();
    }

    long usual() {
      return Math.max(1, Math.min(most(), (long) (edge() * NEAR_JOHNSON)));
    }
  }

  private BestAgreements(Circuit circuit, KeptCounts counts) {
    this.circuit = circuit;
    this.counts = counts;
    this.codes = counts.of(circuit.codes()).stream().map(OfCode::new).toList();
  }

  /**
   * The bounds of a code at A = n − 1: which agreement is the best depends on the circuit.
   *
   * @param code the code
   * @param counts the theorems that count
   */
  static Choice closest(Code code, ExactCounts counts) {
    long agreement = AgreementBounds.length(code) - 1;
    return new Choice.Chosen(new AgreementBounds(code, counts, agreement));
  }

  /** The bounds of a code at every agreement. */
  static List<Proximities> proximities(Code code, ExactCounts counts) {
    OfCode all = new OfCode(new KeptCounts.OfCode(code, counts));
    return all.most() < 1 ? List.of() : List.of(Proximities.chosen(1, all.most(), all));
  }

  /**
   * What exact counts say of a circuit.
   *
   * @param regime the regime that asks
   * @param circuit the circuit
   * @param counts what the theorems count, kept from one circuit to the next
   */
  static Assessment assess(Regime regime, Circuit circuit, KeptCounts counts) {
    Optional<String> excluded = circuit.excludes(regime.info().decoding());
    if (excluded.isPresent()) {
      return new Assessment.Inapplicable(excluded.get());
    }
    return circuit.codes().isEmpty()
        ? new Assessment.Inapplicable(
            "is not defined for " + circuit.id().family() + ": its configuration fixes m")
        : new BestAgreements(circuit, counts).assess(regime.name());
  }

  private Assessment assess(String regime) {
    List<AgreementBounds> closest = bounds(closest());
    circuit.terms(List.copyOf(closest)).forEach(term -> Certified.approximateLog2(term.error()));
    if (closest.stream().anyMatch(AgreementBounds::wasAskedForFraction)) {
      return new Assessment.Inapplicable(
          "does not cover folds past dimension 1, to a code of a fractional number of"
              + " coefficients");
    }
    // in the order of the terms: elsewhere a search asks first what decides
    List<Long> degrees = closest.stream().map(AgreementBounds::degree).toList();
    Optional<Assessment.Refused> refusal = refusal(regime, 1);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (codes.stream().anyMatch(code -> code.most() < 1)
        || !circuit.boundsLists(List.copyOf(closest))) {
      return new Assessment.Inapplicable("has no bound on the list at any agreement below n");
    }
    List<Long> most = new ArrayList<>(codes.stream().map(OfCode::most).toList());
    for (int i = 1; i < most.size(); i++) {
      most.set(i, mostWithoutFurtherTerms(i, most.get(i)));
    }
    AgreementSearch.Best found = search(most);
    if (refusal(regime, found.disagreements().get(0)).isPresent()) {
      most.set(
          0, MonotoneBisection.last(1, most.get(0), 1, first -> refusal(regime, first).isEmpty()));
      found = search(most);
    }
    List<AgreementBounds> best = bounds(found.disagreements());
    List<Agreement> chosen = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      chosen.add(best.get(i).chosen(degrees.get(i)));
    }
    return Assessment.Terms.at(circuit.terms(List.copyOf(best)), chosen)
        .granted(() -> circuit.conditions(List.copyOf(best)));
  }

  /**
   * Without a sample out of the domain, a list of more than one codeword has a term that nothing
   * makes small: such a code stays where it decodes uniquely, if it can.
   */
  private long mostWithoutFurtherTerms(int code, long most) {
    int terms = circuit.terms(List.copyOf(bounds(closest()))).size();
    LongPredicate hasNoMore =
        disagreement -> {
          List<Long> disagreements = closest();
          disagreements.set(code, disagreement);
          return circuit.terms(List.copyOf(bounds(disagreements))).size() == terms;
        };
    return hasNoMore.test(most) ? most : MonotoneBisection.last(1, most, 1, hasNoMore);
  }

  private AgreementSearch.Best search(List<Long> most) {
    AgreementSearch.Best best = searchAnew(most);
    counts.keep(circuit, most, best);
    return best;
  }

  /** What cheaper theorems reach is where dearer ones begin. */
  private AgreementSearch.Best searchAnew(List<Long> most) {
    AgreementSearch search = new AgreementSearch(circuit, codes, most);
    Optional<KeptCounts> cheaper = counts.cheaper();
    return cheaper.isEmpty()
        ? search.from(codes.stream().map(OfCode::usual).toList(), codes.get(0).edge())
        : search.from(reached(cheaper.get(), most));
  }

  private AgreementSearch.Best reached(KeptCounts cheaper, List<Long> most) {
    return cheaper
        .found(circuit, most)
        .orElseGet(() -> new BestAgreements(circuit, cheaper).search(most));
  }

  private Optional<Assessment.Refused> refusal(String regime, long first) {
    List<Long> disagreements = closest();
    disagreements.set(0, first);
    return circuit.refusal(regime, List.copyOf(bounds(disagreements)));
  }

  /** A = n − 1. */
  private List<Long> closest() {
    return new ArrayList<>(Collections.nCopies(codes.size(), 1L));
  }

  private List<AgreementBounds> bounds(List<Long> disagreements) {
    List<AgreementBounds> bounds = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      bounds.add(codes.get(i).apply(disagreements.get(i)));
    }
    return bounds;
  }
}
