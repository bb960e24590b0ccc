package org.soundcalc.model;

/** What a regime says of a code: its bounds, or why it has none. */
public sealed interface Choice permits Choice.Chosen, Assessment.Inapplicable, Assessment.Refused {
  /**
   * The regime has bounds for the code.
   *
   * @param bounds at the proximity parameter that it chose
   */
  record Chosen(CodeBounds bounds) implements Choice {}
}
