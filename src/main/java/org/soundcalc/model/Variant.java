package org.soundcalc.model;

import org.soundcalc.model.keys.Key;

/**
 * Circuits of a proof system that have other keys than its usual ones, told by the value of one
 * key. Keys that stand in other tables for all circuits are those of the usual ones.
 *
 * @param key which every circuit of the proof system has; capitals make no difference to its value
 * @param word its value in these circuits
 * @param family reads and describes them, under the name of the proof system
 */
public record Variant(Key<?, String> key, String word, Family family) {
  /** {@return what to call them: {@code JAGGED with dense_pcs = "whir"}} */
  public String label() {
    return family.name() + " with " + key + " = \"" + word + '"';
  }
}
