package org.soundcalc.search.optimum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.math.Formula;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;

/**
 * What iterations begin with at one rate under one regime: the committed code, and all terms that
 * no iteration moves.
 */
final class IteratedStart {
  private final IteratedSearch search;
  private final IteratedDesign design;
  private final Regime regime;
  private final int logInverseRate;
  private final Circuit bare;
  private final Sites sites;
  private final IteratedEntries entries;

  /** Throws where the rate contradicts the rest. */
  IteratedStart(IteratedSearch search, Regime regime, int logInverseRate) {
    this.search = search;
    this.design = search.design().at(logInverseRate);
    this.regime = regime;
    this.logInverseRate = logInverseRate;
    IteratedLayout one = IteratedLayout.ofOneFold(logInverseRate, design.layout().gap());
    this.bare = design.with(one).withoutGrinding();
    this.sites = new Sites(search.circuit(), search.space());
    this.entries = new IteratedEntries(search.space(), design);
  }

  IteratedSearch search() {
    return search;
  }

  IteratedDesign design() {
    return design;
  }

  Regime regime() {
    return regime;
  }

  int logInverseRate() {
    return logInverseRate;
  }

  IteratedEntries entries() {
    return entries;
  }

  /** The circuit with one fold, without proof-of-work. */
  Circuit bare() {
    return bare;
  }

  /** Whether the regime is none of the circuit's. */
  boolean isExcluded() {
    return bare.excludes(regime.info().decoding()).isPresent();
  }

  /** The last number that the circuit and all terms admit that no iteration moves. */
  OptionalLong last(IteratedCodes.Numbered code) {
    long least = code.least();
    long most = code.most();
    if (!isSound(bounds(code, least)) || !admits(bounds(code, least))) {
      return OptionalLong.empty();
    }
    long sound =
        most == least || isSound(bounds(code, most))
            ? most
            : MonotoneBisection.last(least, most, least, i -> isSound(bounds(code, i)));
    return OptionalLong.of(
        sound == least || admits(bounds(code, sound))
            ? sound
            : MonotoneBisection.last(least, sound, least, i -> admits(bounds(code, i))));
  }

  /** Notes how many bits each of these terms has at best. */
  void note(IteratedCodes.Numbered code) {
    List<CodeBounds> first = bounds(code, code.least());
    if (isSound(first)) {
      for (Term term : fixed(first)) {
        search.findings().note(term.name(), bits(term) + sites.most(term.name()));
      }
    }
  }

  private static List<CodeBounds> bounds(IteratedCodes.Numbered code, long number) {
    return List.of(code.growing().apply(number));
  }

  long bits() {
    return search.aim().bits();
  }

  /** Whether an error is small enough with so many bits of proof-of-work. */
  boolean isEnough(Formula error, long grinding) {
    search.findings().meter().term();
    return bits() == 0 || ErrorBits.of(error) + grinding >= bits();
  }

  private boolean admits(List<CodeBounds> bounds) {
    return fixed(bounds).stream()
        .allMatch(term -> isEnough(term.error(), sites.most(term.name())));
  }

  private long bits(Term term) {
    search.findings().meter().term();
    return ErrorBits.of(term.error());
  }

  /** Whether the circuit is not refused, and each list is bounded that it counts. */
  private boolean isSound(List<CodeBounds> bounds) {
    return bare.refusal(regime.name(), bounds).isEmpty()
        && bare.boundsLists(bounds)
        && fixed(bounds).stream()
            .noneMatch(
                term -> term.caveat().filter(c -> c.kind() == Caveat.Kind.LIST_BOUND).isPresent());
  }

  private List<Term> fixed(List<CodeBounds> bounds) {
    return bare.terms(bounds).stream().filter(term -> !design.isOfIteration(term.name())).toList();
  }

  /**
   * The least proof-of-work before these terms, by the labels of its keys.
   *
   * @param code what the regime says of the committed code
   */
  Map<String, Long> grinding(CodeBounds code) {
    Map<String, Long> needed = new HashMap<>();
    for (Term term : fixed(List.of(code))) {
      Optional<Sites.Site> site = sites.of(term.name());
      if (site.isPresent()) {
        needed.merge(site.get().key().label(), bits() - bits(term), Math::max);
      }
    }
    for (Sites.Site site : sites.all()) {
      needed.computeIfPresent(
          site.key().label(), (label, bits) -> site.least(bits).orElseThrow());
    }
    return needed;
  }

  /** A circuit with so much of it. */
  Circuit with(Circuit circuit, Map<String, Long> grinding) {
    Circuit other = circuit;
    for (Sites.Site site : sites.all()) {
      Long bits = grinding.get(site.key().label());
      other = bits == null ? other : site.key().with(other, bits);
    }
    return other;
  }
}
