package org.soundcalc.protocols.schedule;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.code.BlowupFactor;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.protocols.stark.StarkReader;

/** STARKs: DEEP-ALI over STIR or WHIR, with lookups. */
public abstract class IteratedFamily implements Family {
  private final String name;
  private final Citation theorem;

  /**
   * A family.
   *
   * @param name of the commitment, and of the family
   * @param theorem that its errors are from
   */
  protected IteratedFamily(String name, Citation theorem) {
    this.name = name;
    this.theorem = theorem;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String summary() {
    return "DEEP-ALI over " + name;
  }

  @Override
  public final List<Citation> sources() {
    return List.of(
        theorem,
        new Citation(Paper.HA22, "Thm 8"),
        new Citation(Paper.BCHKS25, "Thm 1.3, Thm 4.2"),
        new Citation(Paper.HA22L, ""));
  }

  @Override
  public final List<TablesKey> tables() {
    return Stark.TABLES;
  }

  /**
   * Reads the commitment.
   *
   * @param section the circuit's table
   * @return the commitment; nothing where an error was reported
   */
  protected abstract Optional<? extends IteratedCommitment> commitment(Section section);

  @Override
  public final Optional<Circuit> read(Section section) {
    Optional<? extends IteratedCommitment> commitment = commitment(section);
    long logInverseRate = section.get(StirWhirParameters.LOG_INV_RATE);
    Rate rate = Rate.ofLog2Inverse((int) logInverseRate);
    BlowupFactor.check(
        section, StirWhirParameters.LOG_INV_RATE, rate, Long.toString(logInverseRate));
    int logDegree = section.get(StirWhirParameters.LOG_DEGREE).intValue();
    section.report(
        DeepAli.checkField(new Invariants(), section.get(CommonKeys.FIELD), logDegree, rate)
            .problems());
    return StarkReader.read(section, section.id(name, "DEEP-ALI", name), commitment);
  }
}
