package org.soundcalc.io.estimate;

import java.util.List;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;

/**
 * What is to be explained.
 *
 * @param provisos what the figures depend on beside the file
 * @param zkvm the zkVM's name
 * @param circuit whose terms they are
 * @param regime the regime that they are under
 * @param terms whose formulas are shown
 * @param withSize whether the formulas of its proof's size are
 */
public record ExplainReport(
    EstimateCaveats provisos,
    String zkvm,
    Circuit circuit,
    Regime regime,
    List<CertifiedTerm> terms,
    boolean withSize) {
  /** What the size of a proof is called where terms are named. */
  public static final String SIZE = "proof size";
}
