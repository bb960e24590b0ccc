package org.soundcalc.analysis.recursion;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Grinding;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Shared;
import org.soundcalc.model.ProofCount;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.Term;

/**
 * A whole tree of proofs, honest and fully packed.
 *
 * @param branches one for each circuit of the zkVM, in its order
 * @param root the final circuit, as an index
 * @param levels above the leaves, up to the final proof
 * @param figure of the whole; nothing where some circuit has no proven figure
 */
public record TreeEstimate(
    List<Branch> branches, int root, BigInteger levels, Optional<Figure> figure) {
  /**
   * {@return the tree of a zkVM whose file has a recursion}
   *
   * @param estimate the zkVM's figures, of which the proven ones count
   */
  public static Optional<TreeEstimate> of(ZkvmEstimate estimate) {
    return estimate.zkvm().recursion().map(recursion -> of(estimate, recursion));
  }

  private static TreeEstimate of(ZkvmEstimate estimate, Recursion recursion) {
    List<ProofCount> counts = recursion.multiplicities();
    List<Optional<RegimeResult.Figures>> figures = new ArrayList<>(counts.size());
    List<TreeError.OfProofs> errors = new ArrayList<>(counts.size());
    for (int i = 0; i < counts.size(); i++) {
      BigInteger proofs = counts.get(i).proofs();
      figures.add(best(estimate.circuits().get(i)));
      figures.get(i).ifPresent(best -> errors.add(TreeError.OfProofs.of(proofs, best)));
    }
    boolean isWhole = errors.size() == counts.size();
    TreeError error = new TreeError(errors);
    Shared whole = new Shared(error);
    List<Branch> branches = new ArrayList<>(counts.size());
    for (int i = 0; i < counts.size(); i++) {
      branches.add(
          new Branch(
              estimate.circuits().get(i),
              recursion.nodes().get(i),
              counts.get(i).proofs(),
              figures.get(i),
              isWhole
                  ? Optional.of(new TreeError.Share(errors.get(i), whole).rounded())
                  : Optional.empty()));
    }
    int root = recursion.finals().get(0);
    return new TreeEstimate(
        List.copyOf(branches),
        root,
        counts.get(root).levels(),
        isWhole
            ? Optional.of(new Figure(Certified.bits(error), Certified.hundredthBits(error)))
            : Optional.empty());
  }

  /** The figures of the proven regime with the smallest error; on a tie of the first. */
  private static Optional<RegimeResult.Figures> best(CircuitEstimate circuit) {
    return circuit
        .figures()
        .filter(figures -> figures.regime().isProven())
        .reduce((best, next) -> Certified.order(error(next), error(best)) < 0 ? next : best);
  }

  /**
   * {@return the error of all proofs of a circuit together, under its best proven regime, in units
   * of 2^-unit, rounded up}
   *
   * @param circuit that has a proven figure
   * @param proofs how many there are, ≥ 1
   * @param unit of the error, in bits, ≥ 0
   */
  public static BigInteger error(CircuitEstimate circuit, BigInteger proofs, long unit) {
    BigInteger scaled = proofs.shiftLeft(Math.toIntExact(unit));
    return Certified.ceil(TreeError.OfProofs.of(scaled, best(circuit).orElseThrow()));
  }

  private static Formula error(RegimeResult.Figures figures) {
    return TreeError.OfProofs.of(BigInteger.ONE, figures);
  }

  /**
   * {@return the error that the figure is of; nothing where there is none}
   *
   * @param inOtherWords the error of a term of a circuit, under the circuit's best proven regime
   */
  public Optional<Formula> error(BiFunction<Branch, CertifiedTerm, Formula> inOtherWords) {
    List<TreeError.OfProofs> errors = new ArrayList<>(branches.size());
    for (Branch branch : branches) {
      branch
          .figures()
          .map(f -> TreeError.OfProofs.of(branch.proofs(), f, t -> inOtherWords.apply(branch, t)))
          .ifPresent(errors::add);
    }
    return figure.map(any -> new TreeError(errors));
  }

  /** {@return the same tree, of which nobody says how many proofs it has} */
  public TreeEstimate withoutCounts() {
    List<Branch> uncounted =
        branches.stream()
            .map(
                branch ->
                    new Branch(
                        branch.circuit(),
                        branch.node(),
                        BigInteger.ZERO,
                        branch.figures(),
                        Optional.empty()))
            .toList();
    return new TreeEstimate(uncounted, root, BigInteger.ZERO, Optional.empty());
  }

  /** {@return whether it is known how many proofs it has} */
  public boolean isCounted() {
    return proofs().signum() > 0;
  }

  /** {@return how many proofs the tree has, 0 where nobody says so} */
  public BigInteger proofs() {
    return branches.stream().map(Branch::proofs).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /**
   * {@return log2 of the number of proofs in hundredths, rounded up: the most that the union costs}
   */
  public long hundredthBitsOfProofs() {
    return Grinding.log2(Rational.of(proofs())).unscaledValue().longValueExact();
  }

  /**
   * {@return the circuits by their shares, as indices, the largest first; of equal ones in their
   * order}
   */
  public List<Integer> byShare() {
    List<Integer> indices = new ArrayList<>(branches.size());
    for (int i = 0; i < branches.size(); i++) {
      if (branches.get(i).share().isPresent()) {
        indices.add(i);
      }
    }
    indices.sort((i, j) -> branches.get(j).share().get().compareTo(branches.get(i).share().get()));
    return List.copyOf(indices);
  }

  /**
   * {@return whether the errors of all proofs are known, those of one circuit left out}
   *
   * @param index the circuit
   */
  public boolean isKnownBut(int index) {
    return isCounted()
        && IntStream.range(0, branches.size())
            .allMatch(i -> i == index || branches.get(i).error().isPresent());
  }

  /**
   * {@return a circuit, as an index}
   *
   * @param name the circuit's
   * @throws NoSuchElementException if it is none of the tree
   */
  public int indexOf(String name) {
    return IntStream.range(0, branches.size())
        .filter(i -> branches.get(i).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * {@return bits of the tree if one circuit had other errors, and all else were as it is}
   *
   * @param index the circuit
   * @param terms its rounds
   */
  public long bitsWith(int index, List<Term> terms) {
    List<TreeError.OfProofs> errors = new ArrayList<>(branches.size());
    for (int i = 0; i < branches.size(); i++) {
      errors.add(
          i == index
              ? new TreeError.OfProofs(
                  branches.get(i).proofs(), terms.stream().map(Term::error).toList())
              : branches.get(i).error().orElseThrow());
    }
    return Certified.bits(new TreeError(errors));
  }

  /** {@return the circuits without a proven figure} */
  public List<String> unproven() {
    return branches.stream()
        .filter(branch -> branch.figures().isEmpty())
        .map(Branch::name)
        .toList();
  }

  /**
   * The figure of a whole tree: the error of one query to the random oracle, whichever proof it
   * serves.
   *
   * @param bits the largest integer b ≥ 0 with Σ N·ε ≤ 2^-b
   * @param hundredthBits the same in hundredths, rounded down
   */
  public record Figure(long bits, long hundredthBits) {}
}
