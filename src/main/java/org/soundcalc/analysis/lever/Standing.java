package org.soundcalc.analysis.lever;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Costs;
import org.soundcalc.model.Regime;
import org.soundcalc.search.Prepared;

/**
 * Where a configuration of a circuit stands.
 *
 * @param circuit with its parameters
 * @param bits its binding term under each regime, in their order
 * @param costs what its proofs cost; nothing where its proof system does not say
 */
public record Standing(Circuit circuit, List<RegimeBits> bits, Optional<Costs> costs) {
  private static final int DECIMALS = 2;

  /**
   * A circuit under a regime.
   *
   * @param regime the regime
   * @param binding the term that decides the bits; nothing where the regime does not cover it
   */
  public record RegimeBits(Regime regime, Optional<CertifiedTerm> binding) {
    /** Of a circuit under each of several regimes, in their order. */
    static List<RegimeBits> of(Prepared prepared, List<Regime> regimes) {
      List<RegimeBits> bits = new ArrayList<>();
      for (Regime regime : regimes) {
        List<CertifiedTerm> weakest =
            prepared.weakest(regime).stream().map(CertifiedTerm::of).toList();
        bits.add(
            new RegimeBits(
                regime,
                weakest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(RegimeResult.Figures.binding(weakest))));
      }
      return List.copyOf(bits);
    }

    /** Whether there are at least as many hundredths as of another circuit. */
    boolean isNotBelow(RegimeBits other) {
      return hundredths().orElse(-1L) >= other.hundredths().orElse(-1L);
    }

    /** {@return the bits in hundredths, certified; nothing where it is not covered} */
    public Optional<Long> hundredths() {
      return binding.map(CertifiedTerm::hundredthBits);
    }

    /** {@return the name of the binding term; empty where it is not covered} */
    public String term() {
      return binding.map(term -> term.term().name()).orElse("");
    }
  }

  static Standing of(Prepared prepared, List<Regime> regimes, int hashRateBits) {
    return withBits(prepared, RegimeBits.of(prepared, regimes), hashRateBits);
  }

  /** The same of a circuit whose bits are known. */
  static Standing withBits(Prepared prepared, List<RegimeBits> bits, int hashRateBits) {
    return new Standing(prepared.circuit(), bits, prepared.circuit().costs(hashRateBits));
  }

  /** {@return the bits of a proof at most, of the size that decides} */
  public BigInteger worstCaseBits() {
    return circuit.decidingSize().worstCaseBits();
  }

  /**
   * {@return all permutations of the prover against those of another configuration, with two
   * decimals, half a hundredth rounded up; nothing where costs are not known}
   *
   * @param today the other configuration
   */
  public Optional<BigDecimal> proverRatio(Standing today) {
    return costs.flatMap(
        own -> today.costs.map(then -> ratio(own.proverHashes(), then.proverHashes())));
  }

  /**
   * {@return the permutations of the verifier against those of another configuration, likewise}
   *
   * @param today the other configuration
   */
  public Optional<BigDecimal> verifierRatio(Standing today) {
    return costs.flatMap(
        own ->
            today.costs.map(
                then -> ratio(own.verifierPermutations(), then.verifierPermutations())));
  }

  private static BigDecimal ratio(BigInteger number, BigInteger today) {
    return new BigDecimal(number).divide(new BigDecimal(today), DECIMALS, RoundingMode.HALF_UP);
  }
}
