package org.soundcalc.io.report;

import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.lever.CircuitLevers;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.report.ReportedFormula.Use;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;

/**
 * A circuit as its zkVM's page has it.
 *
 * @param index its place among the zkVM's circuits
 * @param anchor unique in the page
 * @param estimate its figures
 * @param regimes what each regime says of it, in their order
 * @param terms every term that some regime has, in the order of the protocol
 * @param parameters with their places
 * @param line of its header in the file
 * @param levers what one more unit of each buys
 */
public record ReportedCircuit(
    int index,
    String anchor,
    CircuitEstimate estimate,
    List<RegimeFigure> regimes,
    List<TermRow> terms,
    List<PlacedParameter> parameters,
    int line,
    CircuitLevers levers) {
  /**
   * A circuit under a regime.
   *
   * @param index the regime's place among those shown
   * @param result what became of the circuit under it
   * @param binding the use of a formula that decides; nothing where it is not covered
   */
  public record RegimeFigure(int index, RegimeResult result, Optional<Use> binding) {
    /** {@return its bits, or a dash} */
    public String bits() {
      return Texts.orDash(result.figures().map(RegimeResult.Figures::bits));
    }

    /** {@return the name of the term that decides; why there is none where it is not covered} */
    public String words() {
      return result instanceof RegimeResult.NotCovered dash
          ? dash.reason()
          : result.figures().orElseThrow().binding().term().name();
    }
  }

  /**
   * A term.
   *
   * @param name of it
   * @param cells one for each regime; nothing where it has no such term
   */
  public record TermRow(String name, List<Optional<TermCell>> cells) {}

  /**
   * A term under a regime.
   *
   * @param index its place among the regime's terms
   * @param use its formula with numbers
   * @param isBinding whether it decides
   */
  public record TermCell(int index, Use use, boolean isBinding) {}

  /**
   * A parameter with its place.
   *
   * @param parameter its name and value
   * @param line of the file; nothing where the file leaves it out
   */
  public record PlacedParameter(Parameter parameter, Optional<Integer> line) {}

  /** {@return its name} */
  public String name() {
    return estimate.name();
  }

  /** {@return the use of a formula that decides its best proven figure} */
  public Optional<Use> binding() {
    return estimate
        .best()
        .flatMap(
            best ->
                regimes.stream()
                    .filter(each -> each.result().regime().equals(best.regime()))
                    .findFirst())
        .flatMap(RegimeFigure::binding);
  }

  /** {@return its proof system over its commitment} */
  public String system() {
    return Figures.proofSystem(estimate.circuit().id());
  }

  /** {@return the size of its proofs that decides} */
  public ProofSize size() {
    return estimate.circuit().decidingSize();
  }

  /** {@return where the report's JSON has that size, within the circuit's object} */
  public String sizeAt() {
    return estimate.circuit().isSizedAsSent() ? "/proofSizeSent" : "/proofSize";
  }

  /** {@return bits of its best proven regime, or a dash} */
  public String bits() {
    return Texts.orDash(estimate.best().map(RegimeResult.Figures::bits));
  }
}
