package org.soundcalc.protocols.merkle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.Sizes;

/**
 * A proof as it is sent.
 *
 * @param format what is sent of it
 * @param id field and hash
 * @param oracles of the first round
 */
public record SentProof(ProofFormat format, CircuitId id, List<ProofFormat.Tree> oracles) {
  /**
   * {@return the proof of a circuit of this format}
   *
   * @param format what is sent of it
   * @param id field and hash
   * @param batchSize functions in the first round's tree, where the format names no trees
   */
  public static SentProof of(ProofFormat format, CircuitId id, long batchSize) {
    ProofFormat.Tree one = new ProofFormat.Tree(batchSize, id.field().degree());
    return new SentProof(format, id, format.trees().orElseGet(() -> List.of(one)));
  }

  /**
   * {@return the proof of a circuit, where it is the size as sent that decides}
   *
   * @param circuit any
   * @param batchSize functions in the first round's tree, where the format names no trees
   */
  public static Optional<SentProof> deciding(Circuit circuit, long batchSize) {
    return circuit
        .id()
        .format()
        .filter(format -> format.counted() == Sizes.SENT)
        .map(format -> of(format, circuit.id(), batchSize));
  }

  /** {@return the sizes of its trees} */
  public TreeSizes trees() {
    return sent();
  }

  private SentTrees sent() {
    return new SentTrees(format, oracles, id.field(), id.hashBits());
  }

  /**
   * {@return bits of the root and the openings of a tree; of the first round's, of all oracles}
   *
   * @param tree that the commitment has
   * @param isFirst whether it is that of the first round
   * @param worst whether at most, if not on average
   */
  public BigInteger bits(OpenedTree tree, boolean isFirst, boolean worst) {
    return isFirst ? sent().first(tree, worst) : sent().later(tree, worst);
  }

  /** {@return bits of all columns at one point} */
  public BigInteger columnBits() {
    return oracles.stream()
        .map(
            oracle ->
                BigInteger.valueOf(oracle.columns()).multiply(BigInteger.valueOf(oracle.degree())))
        .reduce(BigInteger.ZERO, BigInteger::add)
        .multiply(BigInteger.valueOf(id.field().baseBits()));
  }

  /** {@return the columns of all trees of the first round} */
  public BigInteger columns() {
    return oracles.stream()
        .map(oracle -> BigInteger.valueOf(oracle.columns()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /**
   * {@return what is sent beside the trees and words of a commitment: values at the points out of
   * the domain, and nonces}
   *
   * @param values the number of values where the format does not state it, a product
   * @param sites where the prover does proof-of-work
   */
  public List<SizePart> beside(List<SizePart.Factor> values, List<GrindingSite> sites) {
    List<SizePart> parts = new ArrayList<>();
    List<SizePart.Factor> opened =
        new ArrayList<>(
            format
                .openedValues()
                .map(
                    stated -> List.of(SizePart.Factor.of(ProofFormat.OPENED_VALUES.name(), stated)))
                .orElse(values));
    opened.add(SizePart.Factor.of("β", id.field().extensionBits()));
    parts.add(SizePart.product("opened values", opened.toArray(new SizePart.Factor[0])));
    long nonces =
        sites.stream().filter(site -> site.bits() > 0).mapToLong(GrindingSite::count).sum();
    if (nonces > 0) {
      parts.add(
          SizePart.product(
              "nonces",
              SizePart.Factor.of("nonces", nonces),
              SizePart.Factor.of(ProofFormat.NONCE_BITS.name(), format.nonceBits())));
    }
    return parts;
  }
}
