package org.soundcalc.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A place in the literature.
 *
 * @param paper the paper
 * @param place theorem, section or equation, such as {@code Thm 4.2}; may be empty
 */
public record Citation(Paper paper, String place) {
  /**
   * Joins places.
   *
   * @param some the first ones, each once
   * @param others those to add where they are not among them yet
   * @return all of them in the order given, without repetition
   */
  public static List<Citation> union(List<Citation> some, List<Citation> others) {
    List<Citation> union = new ArrayList<>(some);
    for (Citation source : others) {
      if (!source.isAmong(union)) {
        union.add(source);
      }
    }
    return List.copyOf(union);
  }

  /** Said out: the comparison that Java makes for a record costs a short process some 10 ms. */
  private boolean isAmong(List<Citation> citations) {
    for (Citation citation : citations) {
      if (citation.place.equals(place)
          && citation.paper.key().equals(paper.key())
          && citation.paper.link().equals(paper.link())) {
        return true;
      }
    }
    return false;
  }

  /** {@return such as {@code BCHKS25 Thm 4.2 (2025)}; without a year where that is not known} */
  public String dated() {
    OptionalInt year = paper.year();
    return year.isPresent() ? this + " (" + year.getAsInt() + ")" : toString();
  }

  /** {@return such as {@code BCHKS25 Thm 4.2}} */
  @Override
  public String toString() {
    return place.isEmpty() ? paper.key() : paper.key() + " " + place;
  }
}
