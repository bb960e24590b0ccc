package org.soundcalc.analysis.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.soundcalc.analysis.Grinding;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Costs;

/**
 * What changes cost a circuit: its size, proof-of-work, and the prover's hashing.
 *
 * @param isFinal whether its proof is the zkVM's final one
 * @param limit of the final proof's size, where there is one
 */
record RemedyCosts(boolean isFinal, Optional<SizeLimit> limit) {
  private static final int RATIO_DECIMALS = 2;

  /** What a change makes of a circuit's proof. */
  Remedy.Cost of(Circuit circuit, Circuit changed) {
    boolean breaks =
        ownLimit()
            .filter(l -> l.admits(circuit.decidingSize()) && !l.admits(changed.decidingSize()))
            .isPresent();
    return new Remedy.Cost(
        isFinal,
        ownLimit().map(SizeLimit::measure).orElse(SizeLimit.Measure.WORST),
        circuit.decidingSize(),
        changed.decidingSize(),
        breaks,
        Grinding.log2(Grinding.work(circuit)),
        Grinding.log2(Grinding.work(changed)),
        prover(circuit, changed));
  }

  private Optional<SizeLimit> ownLimit() {
    return limit.filter(any -> isFinal);
  }

  private static Optional<BigDecimal> prover(Circuit now, Circuit changed) {
    Optional<BigDecimal> today = hashes(now).filter(some -> some.signum() > 0);
    return today.flatMap(
        some ->
            hashes(changed).map(then -> then.divide(some, RATIO_DECIMALS, RoundingMode.CEILING)));
  }

  private static Optional<BigDecimal> hashes(Circuit circuit) {
    return circuit
        .costs(Costs.usualHashRate(circuit.id().field()))
        .map(costs -> new BigDecimal(costs.proverHashes()));
  }
}
