package org.soundcalc.analysis;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Agreement;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Regime;

/** What became of a circuit under a regime. */
public sealed interface RegimeResult {
  /** {@return the regime} */
  Regime regime();

  /** {@return the figures; nothing where the regime does not cover the circuit} */
  default Optional<Figures> figures() {
    return this instanceof Figures figures ? Optional.of(figures) : Optional.empty();
  }

  /**
   * The regime covers the circuit.
   *
   * @param regime the regime
   * @param terms in the order of the protocol, at least one
   * @param binding the term with the largest error; of those that agree to the digits of a double
   *     the first
   * @param assessed what the regime said
   */
  record Figures(
      Regime regime, List<CertifiedTerm> terms, CertifiedTerm binding, Assessment.Terms assessed)
      implements RegimeResult {
    /** Certifies each term. */
    static Figures of(Regime regime, Assessment.Terms terms) {
      CertifiedTerm[] certified = new CertifiedTerm[terms.terms().size()];
      for (int i = 0; i < certified.length; i++) {
        certified[i] = CertifiedTerm.of(terms.terms().get(i));
      }
      List<CertifiedTerm> all = List.of(certified);
      return new Figures(regime, all, binding(all), terms);
    }

    /** {@return the m that was chosen, one per iteration; empty where none was} */
    public List<Long> multiplicities() {
      return assessed.multiplicities();
    }

    /** {@return the A/n that was chosen, one per iteration; empty where none was} */
    public List<Agreement> agreements() {
      return assessed.agreements();
    }

    /**
     * {@return the term with the largest error; of those that agree to the digits of a double the
     * first}
     *
     * @param terms at least one
     */
    public static CertifiedTerm binding(List<CertifiedTerm> terms) {
      CertifiedTerm binding = terms.get(0);
      for (int i = 1; i < terms.size(); i++) {
        binding = isLarger(terms.get(i), binding) ? terms.get(i) : binding;
      }
      return binding;
    }

    private static boolean isLarger(CertifiedTerm term, CertifiedTerm than) {
      return term.bits() < than.bits()
          || (term.bits() == than.bits() && term.term().visiblyExceeds(than.term()));
    }

    /**
     * {@return whether a term is the binding one, or of its name}
     *
     * @param term one of these
     */
    public boolean isBinding(CertifiedTerm term) {
      return term.term().name().equals(binding.term().name());
    }

    /** {@return what the terms take for granted} */
    public List<Caveat> caveats() {
      return terms.stream().flatMap(term -> term.term().caveat().stream()).toList();
    }

    /** {@return whether no theorem bounds a list that the figure counts on} */
    public boolean lacksListBound() {
      return caveats().stream().anyMatch(caveat -> caveat.kind() == Caveat.Kind.LIST_BOUND);
    }

    /** {@return the circuit's bits under the regime: the minimum over its terms} */
    public long bits() {
      return binding.bits();
    }
  }

  /**
   * The regime does not cover the circuit.
   *
   * @param regime the regime
   * @param reason why not
   */
  record NotCovered(Regime regime, String reason) implements RegimeResult {}
}
