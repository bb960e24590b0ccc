package org.soundcalc.analysis.lever;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.NextUnit;
import org.soundcalc.search.OwnGap;
import org.soundcalc.search.Prepared;

/**
 * What one more unit of each lever of a circuit buys.
 *
 * @param today where it stands
 * @param effects of each lever, in the order of its keys
 */
public record CircuitLevers(Standing today, List<Effect> effects) {
  /**
   * What one more unit of a lever buys.
   *
   * @param key the lever
   * @param after where the circuit stands with it; nothing where there is no next unit
   * @param ownGap where it stands with the gap to the Johnson radius that suits it best, for each
   *     regime under which another term binds than today, and such a gap has more bits
   * @param refusal why there is no next unit; empty where there is one, and where none of several,
   *     as of schedules, makes a proof smaller and keeps its bits
   */
  public record Effect(
      Key<Circuit, ?> key,
      Optional<Standing> after,
      Map<Regime, Standing> ownGap,
      Optional<String> refusal) {}

  /**
   * {@return what one more unit of each lever of a circuit buys}
   *
   * @param circuit the circuit, which no regime refuses
   * @param regimes under which its bits count
   * @param hashRateBits bits that a hash absorbs per permutation, ≥ 1
   */
  public static CircuitLevers of(Circuit circuit, List<Regime> regimes, int hashRateBits) {
    Prepared prepared = Prepared.of(circuit, regimes);
    Standing today = Standing.of(prepared, regimes, hashRateBits);
    List<Effect> effects = new ArrayList<>();
    for (NextUnit unit : NextUnit.of(prepared)) {
      List<Standing> made =
          unit.made().stream().map(next -> Standing.of(next, regimes, hashRateBits)).toList();
      Optional<Standing> after = made.size() == 1 ? Optional.of(made.get(0)) : smaller(made, today);
      Optional<String> refusal =
          unit.refusal().map(invalid -> invalid.problems().get(0).toString());
      Map<Regime, Standing> ownGap =
          made.size() == 1
              ? ownGap(unit.made().get(0), made.get(0), today, hashRateBits)
              : Map.of();
      effects.add(new Effect(unit.key(), after, ownGap, refusal));
    }
    return new CircuitLevers(today, List.copyOf(effects));
  }

  private static Map<Regime, Standing> ownGap(
      Prepared next, Standing after, Standing today, int hashRateBits) {
    Map<Regime, Standing> best = new LinkedHashMap<>();
    for (int i = 0; i < today.bits().size(); i++) {
      Standing.RegimeBits bits = after.bits().get(i);
      if (!bits.term().equals(today.bits().get(i).term())) {
        OwnGap.best(next, bits.regime())
            .map(gap -> Standing.of(gap, List.of(bits.regime()), hashRateBits))
            .filter(own -> own.bits().get(0).hundredths().orElse(0L) > bits.hundredths().orElse(0L))
            .ifPresent(own -> best.put(bits.regime(), own));
      }
    }
    return best;
  }

  /** Of several that are as near the one of the smallest proof, if it is smaller than today's. */
  private static Optional<Standing> smaller(List<Standing> made, Standing today) {
    return made.stream()
        .filter(next -> next.isNotBelow(today))
        .min(Comparator.comparing(Standing::worstCaseBits))
        .filter(next -> next.worstCaseBits().compareTo(today.worstCaseBits()) < 0);
  }
}
