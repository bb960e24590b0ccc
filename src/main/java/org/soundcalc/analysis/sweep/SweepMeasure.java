package org.soundcalc.analysis.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Prepared;

/**
 * What is asked of each point of a sweep.
 *
 * @param admitted the regimes that count
 * @param decimals whether bits have decimals
 * @param sizes whether proof sizes are asked for
 * @param costs whether costs are
 * @param hashRateBits bits that the hash absorbs per permutation, ≥ 1
 * @param following keys whose values follow from those varied
 */
public record SweepMeasure(
    Predicate<Regime> admitted,
    boolean decimals,
    boolean sizes,
    boolean costs,
    int hashRateBits,
    List<Key<Circuit, ?>> following)
    implements Function<Prepared, SweepFigures> {
  @Override
  public SweepFigures apply(Prepared prepared) {
    Circuit circuit = prepared.circuit();
    return new SweepFigures(
        prepared.binding(admitted).map(this::best),
        sizes ? Optional.of(circuit.proofSize()) : Optional.empty(),
        costs ? circuit.costs(hashRateBits) : Optional.empty(),
        SweepFigures.values(following, circuit));
  }

  private SweepFigures.Best best(Prepared.Binding binding) {
    OptionalLong hundredths =
        decimals
            ? OptionalLong.of(Certified.hundredthBits(binding.term().error()))
            : OptionalLong.empty();
    return new SweepFigures.Best(
        binding.regime().name(), binding.bits(), hundredths, binding.term().name());
  }
}
