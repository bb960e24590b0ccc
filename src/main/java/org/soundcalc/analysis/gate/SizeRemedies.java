package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Budget;
import org.soundcalc.search.Prepared;
import org.soundcalc.search.optimum.LeastChange;

/**
 * What brings a zkVM's final proof within its limit, and breaks no other requirement that is met.
 *
 * @param estimate the zkVM
 * @param requirements what it must meet
 * @param tree its tree of proofs, where that is asked about
 * @param remedies what helps
 */
record SizeRemedies(
    ZkvmEstimate estimate,
    Requirements requirements,
    Optional<TreeEstimate> tree,
    Remedies remedies) {

  /** Of a final proof above its limit. */
  List<SizeRemedy> of(SizeLimit limit, Finding.Bits bits) {
    if (limit.admits(estimate.decidingSize())) {
      return List.of();
    }
    List<RegimeResult.Figures> counted = counted(bits);
    return counted.isEmpty() ? List.of() : within(limit, counted, also());
  }

  /**
   * Its figures that may count: of the regime that the figure rests on, of the one that it lacks
   * bits in, and of others under which every other circuit has enough.
   */
  private List<RegimeResult.Figures> counted(Finding.Bits bits) {
    List<RegimeResult.Figures> counted = new ArrayList<>();
    bits.standing().ifPresent(standing -> counted.add(standing.figures().get(last())));
    Stream.concat(
            bits.shortfalls().stream()
                .filter(this::isFinal)
                .flatMap(shortfall -> shortfall.figures().stream()),
            estimate.last().figures().filter(f -> f.regime().isProven() && mayDecide(f.regime())))
        .filter(other -> counted.stream().noneMatch(f -> f.regime().equals(other.regime())))
        .forEach(counted::add);
    return counted;
  }

  private boolean mayDecide(Regime regime) {
    return remedies.mayRestOn(regime)
        && estimate.circuits().subList(0, last()).stream()
            .allMatch(
                circuit ->
                    circuit.under(regime).stream()
                        .anyMatch(figures -> figures.bits() >= requirements.minBits()));
  }

  /** Adds what lifts the final circuit and keeps the limit, where each remedy breaks it. */
  Finding.Bits within(Finding.Bits bits) {
    return new Finding.Bits(
        bits.required(),
        bits.standing(),
        bits.shortfalls().stream().map(shortfall -> within(shortfall, bits)).toList());
  }

  private Finding.Shortfall within(Finding.Shortfall shortfall, Finding.Bits bits) {
    boolean areBreaking =
        isFinal(shortfall)
            && shortfall.figures().isPresent()
            && !shortfall.remedies().isEmpty()
            && shortfall.remedies().stream().allMatch(SizeRemedies::isBreaking);
    return areBreaking
        ? shortfall.with(
            within(requirements.maxProofSize().orElseThrow(), counted(bits), also()).get(0))
        : shortfall;
  }

  /**
   * What brings the final proof within its limit.
   *
   * @param limit the limit
   * @param counted figures of the final circuit, each of which may count, at least one
   * @param also what else it must do then under a regime
   * @return with the bits required, under the regime that needs the least change, or else one that
   *     was not asked for; and where nothing does and it has fewer, with the most that it has
   */
  private List<SizeRemedy> within(
      SizeLimit limit, List<RegimeResult.Figures> counted, BiPredicate<Prepared, Regime> also) {
    long required = requirements.minBits();
    RegimeResult.Figures most = counted.get(0);
    SizeRemedy enough = within(limit, most, also, required);
    for (RegimeResult.Figures figures : counted.subList(1, counted.size())) {
      SizeRemedy other = within(limit, figures, also, required);
      enough = other.isBetterThan(enough) ? other : enough;
      most = figures.bits() > most.bits() ? figures : most;
    }
    Optional<SizeRemedy> underAnother =
        enough.remedy().isPresent()
            ? Optional.empty()
            : remedies.alone().flatMap(other -> within(limit, other, also).stream()).findFirst();
    if (underAnother.isPresent()) {
      return List.of(underAnother.get());
    }
    return enough.remedy().isEmpty() && most.bits() < required
        ? List.of(enough, within(limit, most, also, most.bits()))
        : List.of(enough);
  }

  /** Under another regime, where every other circuit has the bits under it. */
  private Optional<SizeRemedy> within(
      SizeLimit limit, Remedies.Instead other, BiPredicate<Prepared, Regime> also) {
    long required = requirements.minBits();
    return other
        .estimate()
        .standing(Regime::isProven)
        .map(SecurityBasis::figures)
        .filter(its -> its.subList(0, last()).stream().allMatch(f -> f.bits() >= required))
        .map(its -> within(limit, its.get(last()), also, required).with(other.remedy()))
        .filter(its -> its.remedy().isPresent());
  }

  private SizeRemedy within(
      SizeLimit limit,
      RegimeResult.Figures figures,
      BiPredicate<Prepared, Regime> also,
      long bits) {
    Circuit circuit = estimate.last().circuit();
    boolean withFields = figures.bits() < bits;
    int degree = withFields ? Field.MAX_DEGREE : circuit.id().field().degree();
    Budget its = new Budget(Remedies.MOST_TERMS);
    boolean withFolds = circuit.foldingDesign().isPresent() || circuit.iteratedDesign().isPresent();
    boolean isWorst = limit.measure() == SizeLimit.Measure.WORST;
    Optional<LeastChange.Fit> fit =
        new LeastChange(
                circuit,
                List.of(figures.regime()),
                new LeastChange.Wanted(
                    bits,
                    Remedies.has(bits).and(also),
                    isWorst,
                    remedies.mostGrinding(circuit),
                    its))
            .within(limit.bits().doubleValue(), degree);
    return new SizeRemedy(
        limit,
        bits,
        figures.regime(),
        remedies.mostGrinding(circuit),
        withFields,
        fit.flatMap(LeastChange.Fit::change).map(found -> remedies.remedy(last(), found)),
        fit.flatMap(LeastChange.Fit::change).flatMap(found -> fewer(figures, found)),
        fit.map(LeastChange.Fit::least),
        fit.filter(some -> some.change().isEmpty())
            .flatMap(some -> some.smallest().circuit().largestPart()),
        fit.filter(some -> some.change().isEmpty())
            .map(some -> remedies.remedy(last(), some.smallest())),
        withFolds,
        withFolds || circuit.roundsDesign().isPresent(),
        folding(circuit),
        its.isSpent());
  }

  private static Optional<SizeRemedy.Fewer> fewer(
      RegimeResult.Figures now, LeastChange.Change found) {
    Regime regime = now.regime();
    long left = Prepared.of(found.circuit(), List.of(regime)).bits(regime).orElseThrow();
    return left < now.bits()
        ? Optional.of(new SizeRemedy.Fewer(now.bits(), left))
        : Optional.empty();
  }

  /** The key of its folding schedule: no proof-of-work, which is a lever. */
  private static Optional<String> folding(Circuit circuit) {
    return circuit.keys().stream()
        .filter(key -> key.name().contains("folding") && key.lever().isEmpty())
        .map(Key::name)
        .findFirst();
  }

  static boolean isBreaking(Remedy remedy) {
    return (remedy instanceof Remedy.Raise raise && raise.cost().breaksLimit())
        || (remedy instanceof Remedy.Combined combined && combined.cost().breaksLimit());
  }

  private boolean isFinal(Finding.Shortfall shortfall) {
    return shortfall.index() == last();
  }

  private int last() {
    return estimate.circuits().size() - 1;
  }

  /** What the circuit with fewer queries must still do. */
  private BiPredicate<Prepared, Regime> also() {
    long required = requirements.minBits();
    boolean isTree =
        tree.flatMap(TreeEstimate::figure).filter(f -> f.bits() >= required).isPresent();
    boolean isSent =
        required > 0 && requirements.nonInteractive() && isEnough(estimate.last().nonInteractive());
    return (prepared, regime) ->
        (!isTree || tree.orElseThrow().bitsWith(last(), prepared.terms(regime)) >= required)
            && (!isSent
                || NonInteractive.isReached(
                    prepared.terms(regime),
                    Math.toIntExact(required),
                    prepared.circuit().id().hashBits()));
  }

  private boolean isEnough(Optional<NonInteractive> figure) {
    return figure.filter(its -> its.bits() >= requirements.minBits()).isPresent();
  }
}
