package org.soundcalc.protocols.stir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.deepali.DeepAli;
import org.soundcalc.protocols.schedule.ScheduleKeys;
import org.soundcalc.protocols.schedule.ScheduleReader;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.StarkReader;

/** STARKs: DEEP-ALI over STIR, with lookups. */
public final class StirFamily implements Family {
  private static final Key<?, Long> GRINDING_FOLDING =
      Key.optional(
              "grinding_bits_folding",
              IntegerType.GRINDING,
              0L,
              "Proof-of-work before the first folding challenge.")
          .in("bits")
          .moving("fold(i=0)");

  @Override
  public String name() {
    return "STIR";
  }

  @Override
  public String summary() {
    return "DEEP-ALI over STIR";
  }

  @Override
  public List<Citation> sources() {
    return List.of(
        new Citation(Paper.ACFY24, "Lemma 5.4"),
        new Citation(Paper.HA22, "Thm 8"),
        new Citation(Paper.BCHKS25, "Thm 1.3, Thm 4.2"),
        new Citation(Paper.HA22L, ""));
  }

  @Override
  public List<Key<?, ?>> keys() {
    List<Key<?, ?>> keys = new ArrayList<>();
    Collections.addAll(
        keys,
        ScheduleKeys.LOG_INV_RATE,
        ScheduleKeys.NUM_ITERATIONS,
        ScheduleKeys.FOLDING_FACTORS,
        ScheduleKeys.LOG_DEGREE,
        ScheduleKeys.BATCH_SIZE,
        ScheduleKeys.POWER_BATCHING,
        ScheduleKeys.NUM_QUERIES,
        ScheduleKeys.NUM_OOD_SAMPLES,
        CommonKeys.GAP_TO_RADIUS,
        ScheduleKeys.GRINDING_BATCHING,
        GRINDING_FOLDING,
        ScheduleKeys.GRINDING_QUERIES,
        ScheduleKeys.GRINDING_OOD);
    keys.addAll(StarkReader.KEYS);
    return List.copyOf(keys);
  }

  @Override
  public List<Key<?, ?>> levers() {
    return List.of(
        ScheduleKeys.NUM_QUERIES,
        ScheduleKeys.GRINDING_QUERIES,
        GRINDING_FOLDING,
        ScheduleKeys.GRINDING_BATCHING,
        DeepAli.GRINDING_DEEP,
        ScheduleKeys.GRINDING_OOD,
        ScheduleKeys.NUM_OOD_SAMPLES);
  }

  @Override
  public List<TablesKey> tables() {
    return StarkReader.TABLES;
  }

  /**
   * Reads a circuit. That samples find points outside the domains, F &gt; 2^(m_i + μ_i) for i ≥ 1,
   * follows from DEEP-ALI's F &gt; k + n, which is checked for every STARK: domains only shrink.
   */
  @Override
  public Optional<Circuit> read(Section section) {
    CircuitId id = section.id(name(), "DEEP-ALI", "STIR");
    StirWhirParameters common = ScheduleReader.read(section);
    Stir stir = new Stir(common, section.get(GRINDING_FOLDING).intValue());
    checkQuotients(section, common);
    return StarkReader.read(
        section, id, stir, List.of(ScheduleKeys.LOG_DEGREE, ScheduleKeys.LOG_INV_RATE));
  }

  /** t + s &lt; 2^m_i for every i ≥ 1: a polynomial of 2^m_i coefficients has a quotient left. */
  private static void checkQuotients(Section section, StirWhirParameters common) {
    if (!section.valid(
        ScheduleKeys.LOG_DEGREE,
        ScheduleKeys.FOLDING_FACTORS,
        ScheduleKeys.NUM_QUERIES,
        ScheduleKeys.NUM_OOD_SAMPLES)) {
      return;
    }
    int known = Math.min(common.queries().size(), common.oodSamples().size());
    for (int i = 1; i < common.schedule().size() && i <= known; i++) {
      boolean folded = common.schedule().iteration(i).logDegree() < 0; // said of folding_factors
      if (!folded) {
        checkQuotient(section, common, i);
      }
    }
  }

  private static void checkQuotient(Section section, StirWhirParameters common, int i) {
    long queries = common.queries().get(i - 1);
    long samples = common.oodSamples().get(i - 1);
    Rational coefficients = common.schedule().dimension(i, 0);
    if (Rational.of(queries + samples).compareTo(coefficients) >= 0) {
      section.error(
          ScheduleKeys.NUM_QUERIES,
          "+ num_ood_samples["
              + (i - 1)
              + "] must be below 2^m = "
              + coefficients
              + " of iteration "
              + i
              + ", or no quotient is left, got "
              + queries
              + " + "
              + samples,
          i - 1);
    }
  }
}
