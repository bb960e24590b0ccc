package org.soundcalc.model;

import java.util.List;
import java.util.Optional;

/**
 * What a regime says of itself, for selections, tables and documents: with evidence against it if
 * and only if it is not proven.
 *
 * @param name as outputs name it, such as {@code JBR}; options take it in any case
 * @param rank where it stands among the regimes: the lower is shown first and wins a tie
 * @param status how far its statements are established
 * @param evidence why its status is no better; empty where it is proven
 * @param decoding how far its proximity parameter reaches
 * @param isCustomary whether it is the customary regime of its decoding: the one that circuits mean
 *     whose configuration itself fixes the proximity parameter
 * @param summary what it assumes, in one line for a reader
 * @param sources where its statements are from
 * @param since the first set of theorems that has its own
 */
public record RegimeInfo(
    String name,
    int rank,
    Status status,
    Optional<Evidence> evidence,
    Decoding decoding,
    boolean isCustomary,
    String summary,
    List<Citation> sources,
    BoundSet since) {
  /**
   * What a regime says of itself.
   *
   * @param name as outputs name it
   * @param rank where it stands among the regimes
   * @param status how far it is established
   * @param evidence why no further
   * @param decoding how far it reaches
   * @param isCustomary whether it is the customary one there
   * @param summary what it assumes
   * @param sources where it is from
   * @param since the first set of theorems that has it
   * @throws IllegalArgumentException if the name is blank, or evidence is there though it is proven
   *     or missing though it is not
   */
  public RegimeInfo {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a regime needs a name");
    }
    if (evidence.isPresent() == (status == Status.PROVEN)) {
      throw new IllegalArgumentException(
          name
              + " is "
              + status.word()
              + (evidence.isPresent() ? " with" : " without")
              + " evidence against it");
    }
    sources = List.copyOf(sources);
  }

  /**
   * A regime whose every statement is a theorem.
   *
   * @param name as outputs name it
   * @param rank where it stands among the regimes
   * @param decoding how far its proximity parameter reaches
   * @param summary what it assumes, in one line
   * @param sources where it is proven
   * @return that of a regime which is not customary
   */
  public static RegimeInfo proven(
      String name, int rank, Decoding decoding, String summary, List<Citation> sources) {
    return new RegimeInfo(
        name,
        rank,
        Status.PROVEN,
        Optional.empty(),
        decoding,
        false,
        summary,
        sources,
        BoundSet.MAY_2026);
  }

  /**
   * A regime that goes beyond what is proven, and beyond the Johnson radius.
   *
   * @param name as outputs name it
   * @param rank where it stands among the regimes
   * @param status other than proven
   * @param evidence why its status is no better
   * @param summary what it assumes, in one line
   * @param sources where it is stated
   * @return that of a regime which is not customary
   * @throws IllegalArgumentException if {@code status} is proven
   */
  public static RegimeInfo conjectured(
      String name,
      int rank,
      Status status,
      Evidence evidence,
      String summary,
      List<Citation> sources) {
    return new RegimeInfo(
        name,
        rank,
        status,
        Optional.of(evidence),
        Decoding.BEYOND,
        false,
        summary,
        sources,
        BoundSet.MAY_2026);
  }

  /** {@return the same of the customary regime of its decoding} */
  public RegimeInfo customary() {
    return new RegimeInfo(name, rank, status, evidence, decoding, true, summary, sources, since);
  }

  /**
   * {@return the same of a regime whose theorems came later}
   *
   * @param set the first that has them
   */
  public RegimeInfo since(BoundSet set) {
    return new RegimeInfo(
        name, rank, status, evidence, decoding, isCustomary, summary, sources, set);
  }

  /** {@return what a reader must know of its status; nothing of what is published and old} */
  public Optional<String> remark() {
    return Optional.of(since.remark()).filter(remark -> !remark.isEmpty());
  }

  /**
   * {@return its status in words, with what a reader must know of it: {@code proven (preprint of
   * September 2026, machine-checked counts)}}
   */
  public String standing() {
    return status.word() + remark().map(remark -> " (" + remark + ")").orElse("");
  }
}
