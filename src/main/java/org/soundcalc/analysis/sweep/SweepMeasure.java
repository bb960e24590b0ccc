package org.soundcalc.analysis.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Costs;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Lever;
import org.soundcalc.search.Prepared;
import org.soundcalc.search.Sweep;

/**
 * What is asked of each point of a sweep. Sizes, and costs but for proof-of-work, are kept for
 * points that differ in nothing that moves the size; for any number of threads.
 */
public final class SweepMeasure implements Function<Prepared, SweepFigures> {
  /** Beyond so many kept ones, memory counts more. */
  private static final int MOST_KEPT = 50_000;

  private static final String SIZE = "proof size";

  private final Predicate<Regime> admitted;
  private final Wanted wanted;
  private final List<Key<Circuit, ?>> following;
  private final List<Key<Circuit, ?>> sizing = new ArrayList<>();
  private final Map<List<Object>, Sized> kept = new ConcurrentHashMap<>();

  /**
   * Which figures are wanted.
   *
   * @param decimals bits with decimals
   * @param sizes proof sizes
   * @param costs what proofs cost
   * @param hashRateBits bits that the hash absorbs per permutation, ≥ 1
   * @param tree whose bits are wanted, of circuits that are as they are; nothing where they are not
   */
  public record Wanted(
      boolean decimals,
      boolean sizes,
      boolean costs,
      int hashRateBits,
      Optional<TreeEstimate> tree) {}

  /** What points share. */
  private record Sized(Optional<ProofSize> size, Optional<Costs> costs) {}

  /**
   * What is asked of each point.
   *
   * @param sweep the points
   * @param admitted the regimes that count
   * @param wanted which figures
   * @param following keys whose values follow from those varied
   */
  public SweepMeasure(
      Sweep sweep, Predicate<Regime> admitted, Wanted wanted, List<Key<Circuit, ?>> following) {
    this.admitted = admitted;
    this.wanted = wanted;
    this.following = List.copyOf(following);
    for (Lever lever : sweep.levers()) {
      // nonces are sent, whatever the key says of soundcalc's size
      if (lever.key().names(SIZE) || sweep.circuit().isSizedAsSent()) {
        sizing.add(lever.key());
      }
    }
  }

  /** {@return keys whose values follow from those varied} */
  public List<Key<Circuit, ?>> following() {
    return following;
  }

  /** {@return bits that the hash absorbs per permutation} */
  public int hashRateBits() {
    return wanted.hashRateBits;
  }

  @Override
  public SweepFigures apply(Prepared prepared) {
    Circuit circuit = prepared.circuit();
    Sized sized = sized(circuit);
    return new SweepFigures(
        prepared.binding(admitted).map(this::best),
        sized.size,
        sized.costs.map(costs -> costs.plus(Costs.of(List.of(), circuit.grindingSites()))),
        wanted.tree.map(tree -> bits(tree, prepared)).orElse(OptionalLong.empty()),
        values(following, circuit));
  }

  private SweepFigures.Best best(Prepared.Binding binding) {
    OptionalLong hundredths =
        wanted.decimals
            ? OptionalLong.of(Certified.hundredthBits(binding.term().error()))
            : OptionalLong.empty();
    return new SweepFigures.Best(
        binding.regime().name(), binding.bits(), hundredths, binding.term().name());
  }

  /** Under the proven regime that gives the whole most bits. */
  private static OptionalLong bits(TreeEstimate tree, Prepared prepared) {
    int index = tree.indexOf(prepared.circuit().id().name());
    return tree.isKnownBut(index)
        ? prepared.regimes().stream()
            .filter(regime -> regime.isProven() && prepared.bits(regime).isPresent())
            .mapToLong(regime -> tree.bitsWith(index, prepared.weakest(regime)))
            .max()
        : OptionalLong.empty();
  }

  private Sized sized(Circuit circuit) {
    if (!wanted.sizes && !wanted.costs) {
      return new Sized(Optional.empty(), Optional.empty());
    }
    List<Object> values = values(sizing, circuit);
    Sized known = kept.get(values);
    if (known == null) {
      known = new Sized(size(circuit), costs(circuit));
      if (kept.size() < MOST_KEPT) {
        kept.put(values, known);
      }
    }
    return known;
  }

  private Optional<ProofSize> size(Circuit circuit) {
    return wanted.sizes ? Optional.of(circuit.decidingSize()) : Optional.empty();
  }

  private Optional<Costs> costs(Circuit circuit) {
    if (!wanted.costs) {
      return Optional.empty();
    }
    return Optional.of(circuit.costParts(wanted.hashRateBits))
        .filter(parts -> !parts.isEmpty())
        .map(parts -> Costs.of(parts, List.of()));
  }

  private static List<Object> values(List<Key<Circuit, ?>> keys, Circuit circuit) {
    List<Object> values = new ArrayList<>(keys.size());
    keys.forEach(key -> values.add(key.get(circuit)));
    return values;
  }
}
