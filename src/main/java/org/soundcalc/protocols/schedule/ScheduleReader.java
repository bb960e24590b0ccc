package org.soundcalc.protocols.schedule;

import java.util.List;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Field;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.protocols.code.BlowupFactor;

/** Reads the {@link ScheduleKeys} and checks that they fit together. */
public final class ScheduleReader {
  private final Section section;
  private final StirWhirParameters common;

  private ScheduleReader(Section section) {
    this.section = section;
    this.common = parameters(section);
  }

  /**
   * Reads what STIR and WHIR share.
   *
   * @param section the circuit; where a problem is reported to it, the parameters are for reading
   *     on only, and their lists may be of any length
   */
  public static StirWhirParameters read(Section section) {
    ScheduleReader reader = new ScheduleReader(section);
    reader.checkLengths();
    reader.checkDegree();
    reader.checkDomains();
    reader.checkBlowup();
    return reader.common;
  }

  /** The integers of a list, whose range is that of a key with small values. */
  public static List<Integer> ints(List<Long> values) {
    return values.stream().map(Long::intValue).toList();
  }

  /**
   * Refuses a list whose length is not num_iterations.
   *
   * @param fewer how many less it must be
   */
  public static void checkLength(Section section, Key<?, ? extends List<?>> key, int fewer) {
    if (section.valid(ScheduleKeys.NUM_ITERATIONS, key)) {
      long iterations = section.get(ScheduleKeys.NUM_ITERATIONS);
      String stated = ScheduleKeys.NUM_ITERATIONS + (fewer == 0 ? "" : " - " + fewer);
      checkLength(section, key, section.get(key), iterations - fewer, stated);
    }
  }

  /**
   * Refuses a list whose length is not the one that another key states.
   *
   * @param list the key's value, or what stands in it at {@code path}
   * @param stated where the length is from
   */
  public static void checkLength(
      Section section, Key<?, ?> key, List<?> list, long length, String stated, int... path) {
    if (list.size() != length) {
      String entries = length == 1 ? " entry" : " entries";
      section.error(
          key, "must have " + stated + " = " + length + entries + ", got " + list.size(), path);
    }
  }

  private static StirWhirParameters parameters(Section section) {
    return new StirWhirParameters(
        section.get(CommonKeys.FIELD),
        schedule(section),
        section.get(ScheduleKeys.BATCH_SIZE),
        section.get(ScheduleKeys.POWER_BATCHING) ? Batching.POWERS : Batching.AFFINE,
        section.get(ScheduleKeys.NUM_QUERIES),
        section.get(ScheduleKeys.NUM_OOD_SAMPLES),
        section.get(CommonKeys.GAP_TO_RADIUS),
        new ScheduleGrinding(
            section.get(ScheduleKeys.GRINDING_BATCHING).intValue(),
            ints(section.get(ScheduleKeys.GRINDING_QUERIES)),
            ints(section.get(ScheduleKeys.GRINDING_OOD))));
  }

  /** Of num_iterations at most: thousands of factors must not take numbers of their size. */
  private static Schedule schedule(Section section) {
    List<Long> factors = section.get(ScheduleKeys.FOLDING_FACTORS);
    long iterations = section.get(ScheduleKeys.NUM_ITERATIONS);
    return Schedule.of(
        section.get(ScheduleKeys.LOG_DEGREE).intValue(),
        section.get(ScheduleKeys.LOG_INV_RATE).intValue(),
        ints(factors.stream().limit(iterations).toList()));
  }

  private void checkLengths() {
    checkLength(section, ScheduleKeys.FOLDING_FACTORS, 0);
    checkLength(section, ScheduleKeys.NUM_QUERIES, 0);
    checkLength(section, ScheduleKeys.NUM_OOD_SAMPLES, 1);
    checkLength(section, ScheduleKeys.GRINDING_QUERIES, 0);
    checkLength(section, ScheduleKeys.GRINDING_OOD, 1);
  }

  /** Σκ_i ≤ m_0. */
  private void checkDegree() {
    if (!section.valid(ScheduleKeys.FOLDING_FACTORS, ScheduleKeys.LOG_DEGREE)) {
      return;
    }
    long folds =
        section.get(ScheduleKeys.FOLDING_FACTORS).stream().mapToLong(Long::longValue).sum();
    long logDegree = section.get(ScheduleKeys.LOG_DEGREE);
    if (folds > logDegree) {
      section.error(
          ScheduleKeys.FOLDING_FACTORS,
          "must sum to at most log_degree = " + logDegree + ", got " + folds);
    }
  }

  /** m_i + μ_i − κ_i ≤ the field's 2-adicity. */
  private void checkDomains() {
    if (!section.valid(
        CommonKeys.FIELD,
        ScheduleKeys.LOG_DEGREE,
        ScheduleKeys.LOG_INV_RATE,
        ScheduleKeys.FOLDING_FACTORS)) {
      return;
    }
    Field field = section.get(CommonKeys.FIELD);
    int i = largestDomain();
    Schedule.Iteration largest = common.schedule().iteration(i);
    if (largest.logFoldedDomain() > field.twoAdicity()) {
      section.error(
          ScheduleKeys.LOG_DEGREE,
          "with log_inv_rate = "
              + section.get(ScheduleKeys.LOG_INV_RATE)
              + " and folding_factors["
              + i
              + "] = "
              + largest.logFactor()
              + " is a domain of 2^"
              + largest.logFoldedDomain()
              + " points in iteration "
              + i
              + ", beyond the 2-adicity "
              + field.twoAdicity()
              + " of "
              + field.tomlName());
    }
  }

  private int largestDomain() {
    Schedule schedule = common.schedule();
    int largest = 0;
    for (int i = 1; i < schedule.size(); i++) {
      if (schedule.iteration(i).logFoldedDomain() > schedule.iteration(largest).logFoldedDomain()) {
        largest = i;
      }
    }
    return largest;
  }

  private void checkBlowup() {
    BlowupFactor.check(
        section,
        ScheduleKeys.LOG_INV_RATE,
        common.schedule().rate(0),
        section.get(ScheduleKeys.LOG_INV_RATE).toString());
  }
}
