package org.soundcalc.analysis.gate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.NonInteractive;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;
import org.soundcalc.model.Status;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.search.optimum.LeastChange;

/** Whether a zkVM meets one requirement. */
public sealed interface Finding {
  /** {@return the requirement's name in formats for programs} */
  String kind();

  /** {@return whether the requirement is met} */
  boolean passed();

  /**
   * Of bits of security.
   *
   * @param required the least
   * @param standing the zkVM's figure; nothing where some circuit has none that counts
   * @param shortfalls the circuits that fall short; empty if the requirement is met
   */
  record Bits(long required, Optional<SecurityBasis> standing, List<Shortfall> shortfalls)
      implements Finding {
    @Override
    public String kind() {
      return "min-bits";
    }

    /** By the figure itself: what would help is of no weight here. */
    @Override
    public boolean passed() {
      return standing.filter(its -> its.security().bits() >= required).isPresent();
    }

    /**
     * {@return how far the figure is established: as the least established regime that it rests on;
     * nothing where there is no figure}
     */
    public Optional<Status> status() {
      return regimes().map(Regime::status).max(Comparator.naturalOrder());
    }

    /** {@return the regimes that are not proven and yet counted, for whichever circuit} */
    public List<Regime> conjectures() {
      return regimes().filter(regime -> !regime.isProven()).distinct().toList();
    }

    private Stream<Regime> regimes() {
      return standing.stream().flatMap(s -> s.figures().stream()).map(RegimeResult::regime);
    }
  }

  /**
   * Of the final proof's size.
   *
   * @param limit the most
   * @param circuit the circuit that makes the final proof
   * @param actual how large it is, by the size that decides
   * @param sizes which size that is
   * @param other how large by the other one, where there are two
   * @param measured how large its team measured it, in bits, where the file says so; decides
   *     nothing
   * @param remedies what would bring it within the limit, first with the bits required; empty where
   *     it is, or the circuit has no figure that counts
   */
  record Size(
      SizeLimit limit,
      String circuit,
      ProofSize actual,
      Sizes sizes,
      Optional<ProofSize> other,
      Optional<BigInteger> measured,
      List<SizeRemedy> remedies)
      implements Finding {
    @Override
    public String kind() {
      return "max-proof-size";
    }

    /** {@return soundcalc's size} */
    public ProofSize usual() {
      return sizes == Sizes.SENT ? other.orElseThrow() : actual;
    }

    /** {@return the size as sent, where it is known} */
    public Optional<ProofSize> sent() {
      return sizes == Sizes.SENT ? Optional.of(actual) : other;
    }

    @Override
    public boolean passed() {
      return limit.admits(actual);
    }
  }

  /**
   * Of the bits of the whole tree of proofs, which are proven ones always.
   *
   * @param required the least
   * @param tree the tree with its figure
   * @param shortfalls the circuits to blame; empty if the requirement is met
   * @param together where nothing alone helps: what gives every circuit {@link #enoughOfEach};
   *     empty where that is not needed, or one of them has nothing that does
   */
  record Tree(
      long required, TreeEstimate tree, List<TreeShortfall> shortfalls, List<OfCircuit> together)
      implements Finding {
    @Override
    public String kind() {
      return "recursion";
    }

    @Override
    public boolean passed() {
      return shortfalls.isEmpty();
    }

    /**
     * {@return bits which, if one proof of each circuit has them, are enough for the tree: those
     * required and ⌈log2 ΣN⌉}
     */
    public long enoughOfEach() {
      return enoughOfEach(required, tree);
    }

    static long enoughOfEach(long required, TreeEstimate tree) {
      return required + tree.proofs().subtract(BigInteger.ONE).bitLength();
    }
  }

  /**
   * A remedy of a circuit.
   *
   * @param circuit the circuit's name
   * @param index the circuit's, in its zkVM
   * @param remedy the remedy
   */
  record OfCircuit(String circuit, int index, Remedy remedy) {}

  /**
   * Of the bits of the proofs that are sent, after Fiat-Shamir.
   *
   * @param required the least
   * @param figure the zkVM's; nothing where some circuit has no proven figure
   * @param shortfalls the circuits that fall short; empty if the requirement is met
   * @param hash the one length of all hashes that mends every circuit whose hash alone is too
   *     short; nothing where there is none
   */
  record Sent(
      long required,
      Optional<NonInteractive> figure,
      List<SentShortfall> shortfalls,
      Optional<Remedy.Raise> hash)
      implements Finding {
    /** Those of a zkVM. */
    static Sent of(ZkvmEstimate estimate, long required, SentRemedies remedies) {
      List<SentShortfall> shortfalls = new ArrayList<>();
      for (int i = 0; i < estimate.circuits().size(); i++) {
        CircuitEstimate circuit = estimate.circuits().get(i);
        if (circuit.nonInteractive().filter(sent -> sent.bits() >= required).isEmpty()) {
          shortfalls.add(new SentShortfall(i, circuit, remedies.of(i)));
        }
      }
      return new Sent(
          required, estimate.nonInteractive(), List.copyOf(shortfalls), remedies.ofAll(shortfalls));
    }

    @Override
    public String kind() {
      return "non-interactive";
    }

    @Override
    public boolean passed() {
      return shortfalls.isEmpty();
    }
  }

  /**
   * That nothing is taken for granted.
   *
   * @param caveats what is; empty if the requirement is met
   * @param hash the length of all hashes whose collisions cost what is required; nothing where no
   *     hash is too short, or some circuit has a longer one
   * @param ask for proven regimes under which there are the bits required and no list is taken to
   *     be bounded; nothing where there are none, or no list is now
   * @param instead of each circuit that must change what gives it the bits required, where no list
   *     is taken to be bounded and no proof-of-work credited that nobody can pay or check
   * @param isFree whether that is so; else some list is under each regime, and that proof-of-work
   *     alone is taken away
   */
  record NoCaveats(
      List<CircuitCaveat> caveats,
      Optional<Remedy.Raise> hash,
      Optional<Remedy.Ask> ask,
      List<OfCircuit> instead,
      boolean isFree)
      implements Finding {
    /** Its name in formats for programs. */
    public static final String KIND = "no-caveats";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public boolean passed() {
      return caveats.isEmpty();
    }
  }

  /**
   * A circuit that falls short of the bits required.
   *
   * @param index the circuit's, in its zkVM
   * @param circuit the circuit
   * @param figures those that count; nothing where no regime that counts covers the circuit
   * @param obstacles the terms below what is required, the largest error first
   * @param remedies what alone would help, in the order to be tried; where nothing does, the one
   *     that changes several parameters; empty where there is none
   * @param isCutShort whether searches for remedies ended at their limit of terms
   * @param within where each remedy takes the final proof above its limit, what does not
   * @param barrier where nothing was found that helps, what stands in the way
   */
  record Shortfall(
      int index,
      CircuitEstimate circuit,
      Optional<RegimeResult.Figures> figures,
      List<CertifiedTerm> obstacles,
      List<Remedy> remedies,
      boolean isCutShort,
      Optional<SizeRemedy> within,
      Optional<LeastChange.Barrier> barrier) {
    /** {@return the circuit's name, unique within its zkVM} */
    public String name() {
      return circuit.name();
    }

    /** The same shortfall with other remedies. */
    Shortfall with(List<Remedy> others, boolean endedEarly) {
      return new Shortfall(
          index, circuit, figures, obstacles, others, endedEarly, within, Optional.empty());
    }

    /** The same shortfall with what meets the limit of the final proof as well. */
    Shortfall with(SizeRemedy both) {
      return new Shortfall(
          index, circuit, figures, obstacles, remedies, isCutShort, Optional.of(both), barrier);
    }

    /** The same shortfall with what stands in the way. */
    Shortfall with(Optional<LeastChange.Barrier> other) {
      return new Shortfall(index, circuit, figures, obstacles, remedies, isCutShort, within, other);
    }
  }

  /**
   * A circuit whose proofs have too few bits when they are sent.
   *
   * @param index the circuit's, in its zkVM
   * @param circuit the circuit
   * @param remedies a longer hash where that is enough; else what makes its rounds' errors small
   *     enough, with a longer hash where no rounds are without; empty where nothing does
   */
  record SentShortfall(int index, CircuitEstimate circuit, List<Remedy> remedies) {
    /** {@return whether a longer hash is enough} */
    public boolean isOfHash() {
      return hash().isPresent();
    }

    /** The longer hash that is enough. */
    Optional<Remedy.Raise> hash() {
      return remedies.stream()
          .filter(Remedy.Raise.class::isInstance)
          .map(Remedy.Raise.class::cast)
          .filter(raise -> raise.key().equals(CommonKeys.HASH_SIZE_BITS.name()))
          .findFirst();
    }
  }

  /**
   * A circuit to blame for the shortfall of a whole tree of proofs.
   *
   * @param index the circuit's, in its zkVM
   * @param branch the circuit in the tree
   * @param remedies what alone would lift the tree to what is required, all other circuits as they
   *     are; empty where nothing does
   */
  record TreeShortfall(int index, Branch branch, List<Remedy> remedies) {}
}
