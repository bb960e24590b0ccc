package org.soundcalc.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Regime;

/**
 * A zkVM under the regimes asked for, and under every proven one: what is proven is what others are
 * compared with, whether it was asked for or not.
 *
 * @param source where the zkVM comes from
 * @param asked its figures under the regimes asked for
 * @param proven its figures under these and every other proven regime that does not refuse it
 * @param leftOut the proven regimes that refuse it, and were not asked for
 */
public record Comparison(
    String source, ZkvmEstimate asked, ZkvmEstimate proven, List<LeftOut> leftOut) {
  /**
   * A proven regime under which the zkVM contradicts itself.
   *
   * @param regime the regime
   * @param reason why it refuses the first such circuit
   */
  public record LeftOut(Regime regime, String reason) {}

  /**
   * {@return a comparison}
   *
   * @param source where the zkVM comes from
   * @param asked under the regimes asked for
   * @param known every regime there is
   */
  public static Comparison of(String source, ZkvmEstimate asked, List<Regime> known) {
    List<Regime> admitted = new ArrayList<>(asked.regimes());
    List<LeftOut> leftOut = new ArrayList<>();
    for (Regime regime : known) {
      if (regime.isProven() && !admitted.contains(regime)) {
        Estimator.Appraisal appraisal = new Estimator(List.of(regime)).appraise(asked.zkvm());
        appraisal.refusals().stream()
            .findFirst()
            .ifPresentOrElse(
                refusal -> leftOut.add(new LeftOut(regime, reason(asked, refusal))),
                () -> admitted.add(regime));
      }
    }
    ZkvmEstimate proven =
        admitted.equals(asked.regimes()) ? asked : new Estimator(admitted).estimate(asked.zkvm());
    return new Comparison(source, asked, proven, List.copyOf(leftOut));
  }

  private static String reason(ZkvmEstimate zkvm, Estimator.Refusal refusal) {
    return "circuit \"%s\": %s %s"
        .formatted(
            zkvm.circuits().get(refusal.circuit()).name(),
            refusal.reason().key().name(),
            refusal.reason().message());
  }

  /** {@return the proven regimes that the best proven figure is chosen from} */
  public List<Regime> provenRegimes() {
    return proven.regimes().stream().filter(Regime::isProven).toList();
  }
}
