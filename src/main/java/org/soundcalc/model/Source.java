package org.soundcalc.model;

/**
 * A place in the literature.
 *
 * @param paper the paper
 * @param place theorem, section or equation, such as {@code Thm 4.2}; may be empty
 */
public record Source(Paper paper, String place) {
  /** Such as {@code BCHKS25 Thm 4.2}. */
  @Override
  public String toString() {
    return place.isEmpty() ? paper.key() : paper.key() + " " + place;
  }
}
