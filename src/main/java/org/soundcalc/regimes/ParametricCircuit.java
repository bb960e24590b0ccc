package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.OpenedCode;
import org.soundcalc.model.Term;

/**
 * A circuit's errors as functions of the multiplicities, one for each of its codes: written down
 * once, evaluated at the multiplicities that are set.
 *
 * <p>The list size and the combination errors of a code grow with its multiplicity, the agreement
 * falls. So an error grows with the multiplicity of its own code, or stays, and falls with that of
 * the code before, whose queries it takes in, or stays. Only what the last code's queries leave
 * falls with the multiplicity of its own code.
 */
final class ParametricCircuit {
  private final List<OpenBounds> codes;
  private final List<List<RoundError>> growing = new ArrayList<>();
  private final List<Formula> largestGrowing = new ArrayList<>();
  private final List<RoundError> falling = new ArrayList<>();
  private final Formula largestFalling = new Largest(falling);
  private final List<List<RoundError>> eased = new ArrayList<>();

  /**
   * One of the errors.
   *
   * @param term which of the circuit's terms it is of, from 0
   * @param formula its value at the multiplicities that are set
   * @param codes the circuit's
   * @param dependsOn of which of them it is a function
   */
  record RoundError(int term, Formula formula, List<OpenBounds> codes, BitSet dependsOn) {
    /** Whether its value is that at certain multiplicities, one for each of the codes. */
    boolean isAt(List<Long> multiplicities) {
      return dependsOn.stream().allMatch(i -> codes.get(i).m() == multiplicities.get(i));
    }
  }

  private record Largest(List<RoundError> errors) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T largest = errors.get(0).formula.evaluate(x);
      for (int i = 1; i < errors.size(); i++) {
        largest = largest.max(errors.get(i).formula.evaluate(x));
      }
      return largest;
    }
  }

  /**
   * The errors of a circuit of at least one code.
   *
   * @param multiplicities admissible ones, to begin with, one for each code
   */
  ParametricCircuit(Circuit circuit, List<Long> multiplicities) {
    codes = new ArrayList<>(multiplicities.size());
    for (int i = 0; i < multiplicities.size(); i++) {
      codes.add(new OpenBounds(circuit.codes().get(i), multiplicities.get(i)));
      growing.add(new ArrayList<>());
      largestGrowing.add(new Largest(growing.get(i)));
      eased.add(new ArrayList<>());
    }
    List<Term> terms = circuit.terms(List.<CodeBounds>copyOf(codes));
    for (int i = 0; i < terms.size(); i++) {
      add(i, terms.get(i));
    }
  }

  /** Evaluates the error of a term, to see what it asks of which code. */
  private void add(int index, Term term) {
    codes.forEach(OpenBounds::forget);
    Certified.approximateLog2(term.error());
    BitSet dependsOn = new BitSet();
    for (int i = 0; i < codes.size(); i++) {
      dependsOn.set(i, codes.get(i).wasAsked());
    }
    Formula formula = dependsOn.isEmpty() ? new Shared(term.error()) : term.error();
    RoundError error = new RoundError(index, formula, codes, dependsOn);
    int own = term.code();
    boolean falls = own == codes.size() - 1 && codes.get(own).wasAskedForAgreementOnly();
    (falls ? falling : growing.get(own)).add(error);
    for (int i = 0; i < (falls ? own + 1 : own); i++) {
      if (dependsOn.get(i)) {
        eased.get(i).add(error);
      }
    }
  }

  /** Sets the multiplicity of a code. */
  void set(int code, long m) {
    codes.get(code).set(m);
  }

  /** Sets all multiplicities. */
  void setAll(List<Long> multiplicities) {
    for (int i = 0; i < multiplicities.size(); i++) {
      set(i, multiplicities.get(i));
    }
  }

  /** About how many bits the errors of a code leave that grow with its multiplicity. */
  double growingBits(int code) {
    return growing.get(code).isEmpty() ? Double.POSITIVE_INFINITY : bits(largestGrowing.get(code));
  }

  /** About how many bits the errors leave that fall with the last multiplicity. */
  double fallingBits() {
    return falling.isEmpty() ? Double.POSITIVE_INFINITY : bits(largestFalling);
  }

  private static double bits(Formula error) {
    return -Certified.approximateLog2(error);
  }

  /** Whether the errors of a code that grow with its multiplicity are all smaller than a limit. */
  boolean growingAreBelow(int code, Candidate limit) {
    return all(growing.get(code), limit, -1);
  }

  /** Whether the errors that fall with the last multiplicity are all smaller than a limit. */
  boolean fallingAreBelow(Candidate limit) {
    return all(falling, limit, -1);
  }

  /** Whether no error that falls with the multiplicity of a code is larger than a limit. */
  boolean easedAreWithin(int code, Candidate limit) {
    return all(eased.get(code), limit, 0);
  }

  private static boolean all(List<RoundError> errors, Candidate limit, int most) {
    for (RoundError error : errors) {
      if (limit.order(error) > most) {
        return false;
      }
    }
    return true;
  }

  /**
   * The bounds of a code whose multiplicity is still open: every answer is that of the multiplicity
   * set last, so that a circuit's errors are written down once and evaluated at many.
   */
  private static final class OpenBounds implements CodeBounds {
    private final Code code;
    private JohnsonBounds bounds;
    private boolean askedForAgreement;
    private boolean askedForMore;

    /**
     * The bounds of a code.
     *
     * @param m the first multiplicity, which must leave a proximity parameter
     */
    OpenBounds(Code code, long m) {
      this.code = code;
      this.bounds = JohnsonBounds.withDecoder(code, JohnsonBounds.decoder(code, m));
    }

    /** From now on the multiplicity is this, which must leave a proximity parameter. */
    void set(long m) {
      if (m != m()) {
        bounds = JohnsonBounds.withDecoder(code, bounds.decoder().withMultiplicity(m));
      }
    }

    /** The multiplicity that is set. */
    long m() {
      return bounds.decoder().multiplicity();
    }

    /** Forgets what was asked. */
    void forget() {
      askedForAgreement = false;
      askedForMore = false;
    }

    /** Whether anything was asked since: what did so depends on the multiplicity. */
    boolean wasAsked() {
      return askedForAgreement || askedForMore;
    }

    /**
     * Whether nothing but the agreement was asked for, which alone falls as the multiplicity grows.
     */
    boolean wasAskedForAgreementOnly() {
      return askedForAgreement && !askedForMore;
    }

    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      askedForAgreement = true;
      return bounds.agreement(x);
    }

    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      askedForMore = true;
      return bounds.listSize(x, k);
    }

    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      askedForMore = true;
      return bounds.error(x, k);
    }

    @Override
    public CodeBounds opened(OpenedCode opened, Accounting accounting) {
      return new Opened(this, opened, accounting);
    }

    @Override
    public OptionalLong multiplicity() {
      return bounds.multiplicity();
    }

    @Override
    public List<Citation> sources() {
      return bounds.sources();
    }
  }

  /** The same with the list of an opened code, which each multiplicity that is set must bound. */
  private static final class Opened implements CodeBounds {
    private final OpenBounds open;
    private final OpenedCode code;
    private final Accounting accounting;
    private JohnsonBounds of;
    private CodeBounds opened;

    Opened(OpenBounds open, OpenedCode code, Accounting accounting) {
      this.open = open;
      this.code = code;
      this.accounting = accounting;
      this.of = open.bounds;
      this.opened = open.bounds.opened(code, accounting);
    }

    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
      open.askedForMore = true;
      if (of != open.bounds) {
        of = open.bounds;
        opened = of.opened(code, accounting);
      }
      return opened.listSize(x, k);
    }

    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return open.agreement(x);
    }

    @Override
    public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
      return open.error(x, k);
    }

    @Override
    public List<Citation> sources() {
      return open.sources();
    }
  }
}
