package org.soundcalc.protocols.deepali;

import org.soundcalc.math.Rational;
import org.soundcalc.model.Field;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;

/** Reads the keys of {@link DeepAli}. */
public final class DeepAliReader {
  /** C. */
  public static final Key<Long> NUM_CONSTRAINTS =
      Key.required("num_constraints", IntegerType.POSITIVE, "Constraints of the AIR.")
          .moving("ALI");

  /** d. */
  public static final Key<Long> AIR_MAX_DEGREE =
      Key.required("air_max_degree", IntegerType.POSITIVE, "Largest degree of a constraint.")
          .moving("DEEP");

  /** c. */
  public static final Key<Long> OPENING_POINTS =
      Key.required(
              "opening_points",
              IntegerType.POSITIVE,
              "Points at which each column is opened: 2 for a row and the next.")
          .moving("DEEP");

  /** Proof-of-work before the out-of-domain point. */
  public static final Key<Long> GRINDING_DEEP =
      Key.optional(
              "grinding_deep",
              IntegerType.GRINDING,
              0L,
              "Proof-of-work before the out-of-domain point.")
          .in("bits")
          .moving("DEEP");

  /** c under another name. */
  public static final Key<Long> MAX_COMBO = InformationalKeys.MAX_COMBO;

  private DeepAliReader() {}

  /** Reads all keys but {@link #NUM_CONSTRAINTS}, whose value the proof system decides. */
  public static DeepAli read(Section section, long constraints) {
    long openingPoints = section.get(OPENING_POINTS);
    section
        .find(MAX_COMBO)
        .filter(combo -> section.valid(OPENING_POINTS) && combo != openingPoints)
        .ifPresent(
            combo ->
                section.warn(
                    MAX_COMBO,
                    "max_combo = " + combo + " contradicts opening_points = " + openingPoints));
    return new DeepAli(
        constraints,
        section.get(AIR_MAX_DEGREE),
        openingPoints,
        section.get(GRINDING_DEEP).intValue());
  }

  /** Refuses a field without points outside the domains. */
  public static void checkField(Section section, Field field, Rational dimension, Rational length) {
    Rational taken = dimension.plus(length);
    if (field.size().compareTo(taken) <= 0) {
      section.error(
          CommonKeys.FIELD,
          "must have more than k + n = " + taken + " elements, got " + field.tomlName());
    }
  }
}
