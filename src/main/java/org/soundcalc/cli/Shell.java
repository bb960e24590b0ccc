package org.soundcalc.cli;

/** Shells whose completion is supported. */
enum Shell {
  BASH,
  ZSH
}
