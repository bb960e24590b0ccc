package org.soundcalc.math;

/** What a number follows from, where that is no formula: put into words where somebody reads it. */
public interface Basis {
  /** {@return it in words that follow an equals sign} */
  String words();
}
