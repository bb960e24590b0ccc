package org.soundcalc.search.optimum;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.Proximities;

/**
 * The terms of a circuit that no layout moves, as batching, ALI, DEEP and lookups, at each number
 * of the proximity parameter: the larger it is, the fewer bits they have.
 */
final class OtherTerms {
  private final Circuit bare;
  private final Regime regime;
  private final Proximities proximities;
  private final Predicate<String> isOfLayout;
  private final Sites sites;
  private final long wanted;
  private final Meter meter;
  private final Map<Long, Map<String, Long>> known = new HashMap<>();

  /**
   * The terms.
   *
   * @param bare the circuit without proof-of-work
   * @param proximities that the regime can have
   * @param isOfLayout terms that are left out
   * @param wanted bits of each, with proof-of-work
   */
  OtherTerms(
      Circuit bare,
      Regime regime,
      Proximities proximities,
      Predicate<String> isOfLayout,
      Sites sites,
      long wanted,
      Meter meter) {
    this.bare = bare;
    this.regime = regime;
    this.proximities = proximities;
    this.isOfLayout = isOfLayout;
    this.sites = sites;
    this.wanted = wanted;
    this.meter = meter;
  }

  CodeBounds bounds(long number) {
    return proximities.bounds().apply(number);
  }

  Optional<Rational> gap(long number) {
    return proximities.gap().apply(number);
  }

  long least() {
    return proximities.least();
  }

  /** The last number that the circuit itself admits, which admits the least. */
  long most() {
    return last(proximities.most(), this::isSound);
  }

  /** The last number that all of them admit, and the circuit itself; nothing where none does. */
  OptionalLong last() {
    long least = proximities.least();
    if (!isSound(least) || !isAdmitted(least)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(last(most(), this::isAdmitted));
  }

  private long last(long most, LongPredicate holds) {
    return most == least() || holds.test(most)
        ? most
        : MonotoneBisection.last(least(), most, least(), holds);
  }

  /** Whether the circuit is not refused, and each list is bounded that it counts. */
  boolean isSound(long number) {
    List<CodeBounds> bounds = List.of(bounds(number));
    return bare.refusal(regime.name(), bounds).isEmpty()
        && bare.boundsLists(bounds)
        && bare.terms(bounds).stream()
            .noneMatch(
                term -> term.caveat().filter(c -> c.kind() == Caveat.Kind.LIST_BOUND).isPresent());
  }

  /** Whether each has enough bits with as much proof-of-work as there may be. */
  boolean isAdmitted(long number) {
    for (Map.Entry<String, Long> term : bits(number).entrySet()) {
      if (lacking(term.getValue()) > sites.most(term.getKey())) {
        return false;
      }
    }
    return true;
  }

  /** Their bits without proof-of-work, by their names. */
  Map<String, Long> bits(long number) {
    Map<String, Long> bits = known.get(number);
    if (bits == null) {
      bits = new LinkedHashMap<>();
      for (Term term : bare.terms(List.of(bounds(number)))) {
        if (!isOfLayout.test(term.name())) {
          meter.term();
          bits.put(term.name(), ErrorBits.of(term.error()));
        }
      }
      known.put(number, bits);
    }
    return bits;
  }

  /** The least proof-of-work at each site that gives each term enough bits. */
  private Map<Sites.Site, Long> needed(long number) {
    Map<Sites.Site, Long> needed = new LinkedHashMap<>();
    bits(number)
        .forEach(
            (term, bits) ->
                sites
                    .of(term)
                    .ifPresent(
                        site ->
                            needed.merge(
                                site, site.least(lacking(bits)).orElseThrow(), Math::max)));
    return needed;
  }

  /** No bits are had by any error, though it be above 1. */
  private long lacking(long bits) {
    return wanted == 0 ? 0 : wanted - bits;
  }

  /** Whether less proof-of-work is needed at smaller numbers. */
  boolean needsMoreThanLeast(long number) {
    return !needed(number).equals(needed(least()));
  }

  /** A circuit with the least proof-of-work that gives each enough bits. */
  Circuit ground(long number, Circuit circuit) {
    Circuit ground = circuit;
    for (Map.Entry<Sites.Site, Long> site : needed(number).entrySet()) {
      ground = site.getKey().key().with(ground, site.getValue());
    }
    return ground;
  }
}
