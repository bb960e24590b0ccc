package org.soundcalc.analysis.lever;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.soundcalc.analysis.lever.Standing.RegimeBits;
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
      List<Prepared> made = unit.made();
      Optional<Standing> after =
          made.size() == 1
              ? Optional.of(Standing.of(made.get(0), regimes, hashRateBits))
              : smaller(made, today, regimes, hashRateBits);
      Optional<String> refusal =
          unit.refusal().map(invalid -> invalid.problems().get(0).toString());
      Map<Regime, Standing> ownGap =
          made.size() == 1 ? ownGap(made.get(0), after.get(), today, hashRateBits) : Map.of();
      effects.add(new Effect(unit.key(), after, ownGap, refusal));
    }
    return new CircuitLevers(today, List.copyOf(effects));
  }

  private static Map<Regime, Standing> ownGap(
      Prepared next, Standing after, Standing today, int hashRateBits) {
    Map<Regime, Standing> best = new LinkedHashMap<>();
    for (int i = 0; i < today.bits().size(); i++) {
      RegimeBits bits = after.bits().get(i);
      if (!bits.term().equals(today.bits().get(i).term())) {
        OwnGap.best(next, bits.regime())
            .map(gap -> Standing.of(gap, List.of(bits.regime()), hashRateBits))
            .filter(own -> own.bits().get(0).hundredths().orElse(0L) > bits.hundredths().orElse(0L))
            .ifPresent(own -> best.put(bits.regime(), own));
      }
    }
    return best;
  }

  /**
   * Of several that are as near the one of the smallest proof, if it is smaller than today's. There
   * are hundreds of some schedules: what each would cost is not asked.
   */
  private static Optional<Standing> smaller(
      List<Prepared> made, Standing today, List<Regime> regimes, int hashRateBits) {
    Optional<Candidate> best = Optional.empty();
    BigInteger least = today.worstCaseBits();
    for (Prepared next : made) {
      List<RegimeBits> bits = RegimeBits.of(next, regimes);
      if (IntStream.range(0, bits.size())
          .allMatch(i -> bits.get(i).isNotBelow(today.bits().get(i)))) {
        BigInteger size = next.circuit().decidingSize().worstCaseBits();
        if (size.compareTo(least) < 0) {
          least = size;
          best = Optional.of(new Candidate(next, bits));
        }
      }
    }
    return best.map(chosen -> Standing.withBits(chosen.prepared, chosen.bits, hashRateBits));
  }

  /** A circuit that a lever may make. */
  private record Candidate(Prepared prepared, List<RegimeBits> bits) {}
}
