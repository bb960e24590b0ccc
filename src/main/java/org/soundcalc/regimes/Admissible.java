package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.GuruswamiSudan;

/**
 * Which multiplicities a circuit admits: those that leave each code a proximity parameter, and of
 * the first code those that the circuit does not refuse. Its openings have the less room the larger
 * that multiplicity is.
 *
 * @param regime the regime's name, for messages
 * @param circuit of at least one code
 * @param least the smallest multiplicity that leaves a proximity parameter, for each code
 */
record Admissible(String regime, Circuit circuit, List<Long> least) {
  /**
   * No larger multiplicity is tried: all of them together could win t·2^-40 bits for t queries, and
   * up to here doubles tell the errors of one from those of the next.
   */
  private static final long MOST = 1L << 40;

  /** Of a circuit of at least one code. */
  static Admissible of(String regime, Circuit circuit) {
    return new Admissible(
        regime, circuit, circuit.codes().stream().map(Admissible::least).toList());
  }

  private static long least(Code code) {
    long m = 1;
    while (!GuruswamiSudan.leavesProximityParameter(code.rate(), m)) {
      m++;
    }
    return m;
  }

  /** Why there is no admissible multiplicity, if there is none. */
  Optional<Assessment.Refused> refusal() {
    String addition =
        "; no multiplicity satisfies this: m = " + least.get(0) + " leaves the most room";
    return refusal(least.get(0))
        .map(refused -> new Assessment.Refused(refused.key(), refused.message() + addition));
  }

  /** The largest multiplicity of each code, where there is an admissible one. */
  List<Long> most() {
    List<Long> most = new ArrayList<>(Collections.nCopies(least.size(), MOST));
    most.set(0, mostOfFirst());
    return most;
  }

  private long mostOfFirst() {
    long first = least.get(0);
    return refusal(MOST).isEmpty()
        ? MOST
        : MonotoneBisection.last(first, MOST, first, m -> refusal(m).isEmpty());
  }

  private Optional<Assessment.Refused> refusal(long first) {
    List<Long> multiplicities = new ArrayList<>(least);
    multiplicities.set(0, first);
    return circuit.refusal(regime, Candidate.bounds(circuit, multiplicities));
  }
}
