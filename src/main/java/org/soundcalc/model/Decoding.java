package org.soundcalc.model;

/** How far a proximity parameter reaches. */
public enum Decoding {
  /** Below half the distance, where at most one codeword is near. */
  UNIQUE,
  /** Up to the Johnson radius, where lists are short. */
  LIST,
  /** Beyond the Johnson radius, where nothing is proven. */
  BEYOND
}
