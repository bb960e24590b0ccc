package org.soundcalc.testing;

import java.util.List;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Evidence;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;
import org.soundcalc.model.Status;

/**
 * A regime that lets {@linkplain StubCircuit circuits} answer.
 *
 * @param name its name
 * @param status how far it is established
 * @param rank its place among the others
 */
public record StubRegime(String name, Status status, int rank) implements Regime {
  /** A proven one. */
  public static final StubRegime UNIQUE = new StubRegime("UDR", Status.PROVEN, 1);

  /** Another proven one. */
  public static final StubRegime LIST = new StubRegime("JBR", Status.PROVEN, 2);

  /** A conjectured one. */
  public static final StubRegime BEYOND = new StubRegime("capacity", Status.REFUTED, 5);

  private static final String SUMMARY = "a stub";

  private static final Evidence COUNTEREXAMPLE =
      new Evidence(
          "by a counterexample",
          List.of(new Citation(Paper.DG25, "§1"), new Citation(Paper.CS25, "")));

  @Override
  public RegimeInfo info() {
    List<Citation> sources =
        List.of(new Citation(Paper.ACFY24, "Thm " + rank), new Citation(Paper.SWIRL, ""));
    return status == Status.PROVEN
        ? RegimeInfo.proven(name, rank, Decoding.UNIQUE, SUMMARY, sources)
        : RegimeInfo.conjectured(name, rank, status, COUNTEREXAMPLE, SUMMARY, sources);
  }

  @Override
  public Choice choose(Code code) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Assessment assess(Circuit circuit) {
    return ((StubCircuit) circuit)
        .assessments()
        .getOrDefault(name, new Assessment.Inapplicable("does not cover stubs like this one"));
  }
}
