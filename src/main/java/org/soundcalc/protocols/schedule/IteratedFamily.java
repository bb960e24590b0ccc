package org.soundcalc.protocols.schedule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.code.BlowupFactor;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.protocols.stark.StarkReader;

/**
 * STARKs: DEEP-ALI over STIR or WHIR, with lookups.
 *
 * @param <P> the commitment
 */
public abstract class IteratedFamily<P extends IteratedCommitment> implements Family {
  private final String name;
  private final Supplier<Citation> theorem;
  private final Supplier<List<Key<Circuit, ?>>> keys;
  private final Function<Values<P>, P> maker;

  /**
   * A family.
   *
   * @param name of the commitment, and of the family
   * @param theorem that its errors are from
   * @param keys of a STARK over it, made for a file that has one
   * @param maker makes the commitment of the values of its keys
   */
  protected IteratedFamily(
      String name,
      Supplier<Citation> theorem,
      Supplier<List<Key<Circuit, ?>>> keys,
      Function<Values<P>, P> maker) {
    this.name = name;
    this.theorem = theorem;
    this.keys = keys;
    this.maker = maker;
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
        theorem.get(),
        new Citation(Paper.HA22, "Thm 8"),
        new Citation(Paper.BCHKS25, "Thm 1.3, Thm 4.2"),
        new Citation(Paper.HA22L, ""));
  }

  @Override
  public final List<Key<?, ?>> keys() {
    return Stark.withInformational(keys.get());
  }

  @Override
  public final List<TablesKey> tables() {
    return Stark.TABLES;
  }

  @Override
  public final Optional<Circuit> read(Section section) {
    Optional<P> commitment = section.make(maker);
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
