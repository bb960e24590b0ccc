package org.soundcalc.protocols.fri;

import java.util.List;
import org.soundcalc.model.Batching;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.RateType;
import org.soundcalc.model.keys.Section;
import org.soundcalc.protocols.code.BlowupFactor;

/** Reads the keys of {@link Fri} that every proof system over it shares. */
public final class FriReader {
  /** ρ. */
  public static final Key<?, Rate> RHO =
      Key.required("rho", new RateType(), "Rate of the initial code.").moving("every term");

  /** Whether batching takes powers of one challenge. */
  public static final Key<?, Boolean> POWER_BATCHING =
      Key.required(
              "power_batching",
              new BooleanType(),
              "Whether functions are batched by powers of one challenge.")
          .moving("batching");

  /** Whether batching takes multilinear coefficients. */
  public static final Key<?, Boolean> MULTILINEAR_BATCHING =
      Key.optional(
              "multilinear_batching",
              new BooleanType(),
              false,
              "Whether they are batched by multilinear coefficients, if not by powers; else by"
                  + " independent ones.")
          .moving("batching");

  /** t. */
  public static final Key<?, Long> NUM_QUERIES =
      Key.required("num_queries", IntegerType.QUERIES, "Queries of the query phase.")
          .in("queries")
          .moving("query phase, proof size");

  /** k_1, ..., k_r. */
  public static final Key<?, List<Long>> FOLDING_FACTORS =
      Key.required(
              "fri_folding_factors",
              new ListType<>(
                  new PowerOfTwoType(2), "powers of two of at least 2, one a round", false),
              "By how much each round folds the domain.")
          .moving("commit rounds, proof size");

  /** The domain on which folding ends. */
  public static final Key<?, Long> EARLY_STOP =
      Key.required(
              "fri_early_stop_degree",
              IntegerType.POSITIVE,
              "Size of the domain on which folding ends.")
          .in("points")
          .moving("proof size");

  /** Proof-of-work of the batching phase. */
  public static final Key<?, Long> GRINDING_BATCHING =
      grinding("grinding_batching_phase", "the batching challenges", "batching")
          .formerly("grinding_bits_batching");

  /** Proof-of-work of the commit phase. */
  public static final Key<?, Long> GRINDING_COMMIT =
      grinding("grinding_commit_phase", "each commit round's challenge", "commit rounds");

  /** Proof-of-work of the query phase. */
  public static final Key<?, Long> GRINDING_QUERY =
      grinding("grinding_query_phase", "the queries", "query phase");

  private FriReader() {}

  private static Key<?, Long> grinding(String name, String before, String term) {
    return Key.optional(name, IntegerType.GRINDING, 0L, "Proof-of-work before " + before + ".")
        .in("bits")
        .moving(term);
  }

  /**
   * Reads FRI's parameters and checks that they fit together.
   *
   * @param section the circuit
   * @param lengthKey the key of the committed code's dimension
   * @param batchKey the key of the number of batched functions
   * @param commitGrinding bits of proof-of-work of the commit phase
   */
  public static Fri read(
      Section section, Key<?, Long> lengthKey, Key<?, Long> batchKey, int commitGrinding) {
    Rate rate = section.get(RHO);
    long length = section.get(lengthKey);
    Fri fri =
        new Fri(
            rate,
            length,
            section.get(batchKey),
            mode(section),
            section.get(NUM_QUERIES),
            FoldingSchedule.of(length, section.get(FOLDING_FACTORS)),
            new FriGrinding(
                section.get(GRINDING_BATCHING).intValue(),
                commitGrinding,
                section.get(GRINDING_QUERY).intValue()));
    BlowupFactor.check(section, RHO, rate, rate.value().toString());
    if (section.valid(RHO, lengthKey) && checkDomain(section, fri, lengthKey)) {
      checkFolding(section, fri);
    }
    return fri;
  }

  private static Batching mode(Section section) {
    boolean powers = section.get(POWER_BATCHING);
    boolean multilinear = section.get(MULTILINEAR_BATCHING);
    if (powers) {
      return Batching.POWERS;
    }
    return multilinear ? Batching.MULTILINEAR : Batching.AFFINE;
  }

  private static boolean checkDomain(Section section, Fri fri, Key<?, Long> lengthKey) {
    if (!section.valid(CommonKeys.FIELD)) {
      return fri.logDomain() < Long.SIZE - 1;
    }
    var field = section.get(CommonKeys.FIELD);
    if (fri.logDomain() <= field.twoAdicity()) {
      return true;
    }
    section.error(
        lengthKey,
        "over rho is a domain of 2^"
            + fri.logDomain()
            + " points, beyond the 2-adicity "
            + field.twoAdicity()
            + " of "
            + field.tomlName());
    return false;
  }

  private static void checkFolding(Section section, Fri fri) {
    if (!section.valid(FOLDING_FACTORS, EARLY_STOP)) {
      return;
    }
    long stop = section.get(EARLY_STOP);
    long end = fri.schedule().foldedDomain(fri.logDomain());
    if (end != stop) {
      section.error(
          FOLDING_FACTORS,
          "fold the domain of "
              + (1L << fri.logDomain())
              + " points to "
              + end
              + ", but fri_early_stop_degree is "
              + stop);
    } else if (end < 1L << fri.rate().log2Inverse()) {
      section.warn(
          FOLDING_FACTORS,
          "fri_folding_factors fold past dimension 1: the last domain of "
              + end
              + " points is below 1/rho");
    }
  }
}
