package org.soundcalc.protocols.stir;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Batching;
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
import org.soundcalc.protocols.schedule.ScheduleKeys;
import org.soundcalc.protocols.schedule.ScheduleReader;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.Stark;
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
          .moving("fold(i=0)")
          .lever(30);

  /** The keys of a STARK over it. */
  static final List<Key<Circuit, ?>> OF_STARK = Stark.keys(Stir.class, ofCommitment());

  private static List<Key<Stir, ?>> ofCommitment() {
    return List.of(
        ScheduleKeys.of(
            ScheduleKeys.LOG_INV_RATE, pcs -> (long) pcs.common().schedule().rate(0).log2Inverse()),
        ScheduleKeys.of(ScheduleKeys.NUM_ITERATIONS, pcs -> (long) pcs.common().schedule().size()),
        ScheduleKeys.of(
            ScheduleKeys.FOLDING_FACTORS,
            pcs ->
                pcs.common().schedule().iterations().stream()
                    .map(iteration -> (long) iteration.logFactor())
                    .toList()),
        ScheduleKeys.of(
            ScheduleKeys.LOG_DEGREE,
            pcs -> (long) pcs.common().schedule().iteration(0).logDegree()),
        ScheduleKeys.of(ScheduleKeys.BATCH_SIZE, pcs -> pcs.common().batchSize()),
        ScheduleKeys.of(ScheduleKeys.POWER_BATCHING, pcs -> pcs.common().mode() == Batching.POWERS),
        ScheduleKeys.of(ScheduleKeys.NUM_QUERIES, pcs -> pcs.common().queries()),
        ScheduleKeys.of(ScheduleKeys.NUM_OOD_SAMPLES, pcs -> pcs.common().oodSamples()),
        ScheduleKeys.of(CommonKeys.GAP_TO_RADIUS, pcs -> pcs.common().gap()),
        ScheduleKeys.of(
            ScheduleKeys.GRINDING_BATCHING, pcs -> (long) pcs.common().grinding().batching()),
        ScheduleKeys.of(GRINDING_FOLDING, pcs -> (long) pcs.foldingGrinding()),
        ScheduleKeys.of(
            ScheduleKeys.GRINDING_QUERIES,
            pcs -> ScheduleKeys.longs(pcs.common().grinding().queries())),
        ScheduleKeys.of(
            ScheduleKeys.GRINDING_OOD, pcs -> ScheduleKeys.longs(pcs.common().grinding().ood())));
  }

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
    return Stark.withInformational(OF_STARK);
  }

  @Override
  public List<TablesKey> tables() {
    return Stark.TABLES;
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
    return StarkReader.read(section, id, section.sound() ? Optional.of(stir) : Optional.empty());
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
