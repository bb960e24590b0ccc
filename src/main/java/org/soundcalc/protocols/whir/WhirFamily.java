package org.soundcalc.protocols.whir;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Limits;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.protocols.schedule.ScheduleKeys;
import org.soundcalc.protocols.schedule.ScheduleReader;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.protocols.stark.Stark;
import org.soundcalc.protocols.stark.StarkReader;

/** STARKs: DEEP-ALI over WHIR, with lookups. */
public final class WhirFamily implements Family {
  /** The theorem is stated for a degree of at least 3. */
  private static final Key<?, Long> CONSTRAINT_DEGREE =
      Key.required(
              "constraint_degree",
              new IntegerType(3, Limits.COUNT),
              "Degree of the polynomial under the sumcheck.")
          .moving("folds, proof size");

  private static final Key<?, List<List<Long>>> GRINDING_FOLDING =
      Key.required(
              "grinding_bits_folding",
              new ListType<>(
                  new ListType<>(IntegerType.GRINDING, "integers from 0 to 128, one a fold", false),
                  "arrays, one an iteration",
                  false),
              "Proof-of-work before each folding challenge of each iteration.")
          .in("bits")
          .moving("folds")
          .lever(30);

  /** The keys of a STARK over it. */
  static final List<Key<Circuit, ?>> OF_STARK = Stark.keys(Whir.class, ofCommitment());

  private static List<Key<Whir, ?>> ofCommitment() {
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
        ScheduleKeys.of(CONSTRAINT_DEGREE, Whir::constraintDegree),
        ScheduleKeys.of(ScheduleKeys.NUM_QUERIES, pcs -> pcs.common().queries()),
        ScheduleKeys.of(ScheduleKeys.NUM_OOD_SAMPLES, pcs -> pcs.common().oodSamples()),
        ScheduleKeys.of(CommonKeys.GAP_TO_RADIUS, pcs -> pcs.common().gap()),
        ScheduleKeys.of(
            ScheduleKeys.GRINDING_BATCHING, pcs -> (long) pcs.common().grinding().batching()),
        ScheduleKeys.of(
            GRINDING_FOLDING,
            pcs ->
                pcs.folds().stream()
                    .map(
                        iteration ->
                            iteration.stream().map(fold -> (long) fold.grindingBits()).toList())
                    .toList()),
        ScheduleKeys.of(
            ScheduleKeys.GRINDING_QUERIES,
            pcs -> ScheduleKeys.longs(pcs.common().grinding().queries())),
        ScheduleKeys.of(
            ScheduleKeys.GRINDING_OOD, pcs -> ScheduleKeys.longs(pcs.common().grinding().ood())));
  }

  @Override
  public String name() {
    return "WHIR";
  }

  @Override
  public String summary() {
    return "DEEP-ALI over WHIR";
  }

  @Override
  public List<Citation> sources() {
    return List.of(
        new Citation(Paper.ACFY24B, "Thm 5.2"),
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

  @Override
  public Optional<Circuit> read(Section section) {
    CircuitId id = section.id(name(), "DEEP-ALI", "WHIR");
    StirWhirParameters common = ScheduleReader.read(section);
    List<List<Long>> grinding = section.get(GRINDING_FOLDING);
    Whir whir =
        Whir.of(common, section.get(CONSTRAINT_DEGREE), (i, fold) -> bits(grinding, i, fold - 1));
    checkGrinding(section, grinding);
    return StarkReader.read(section, id, section.sound() ? Optional.of(whir) : Optional.empty());
  }

  /** 0 where a list is too short, which is reported. */
  private static int bits(List<List<Long>> grinding, int i, int index) {
    return i < grinding.size() && index < grinding.get(i).size()
        ? grinding.get(i).get(index).intValue()
        : 0;
  }

  /** An entry for each fold of each iteration. */
  private static void checkGrinding(Section section, List<List<Long>> grinding) {
    ScheduleReader.checkLength(section, GRINDING_FOLDING, 0);
    if (!section.valid(GRINDING_FOLDING, ScheduleKeys.FOLDING_FACTORS)) {
      return;
    }
    List<Long> factors = section.get(ScheduleKeys.FOLDING_FACTORS);
    for (int i = 0; i < Math.min(grinding.size(), factors.size()); i++) {
      String stated = ScheduleKeys.FOLDING_FACTORS + "[" + i + "]";
      ScheduleReader.checkLength(
          section, GRINDING_FOLDING, grinding.get(i), factors.get(i), stated, i);
    }
  }
}
