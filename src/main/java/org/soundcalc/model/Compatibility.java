package org.soundcalc.model;

import java.text.Normalizer;

/**
 * Texts as Unicode's compatibility forms have them, in which a superscript or a wide digit is a
 * digit. By itself, as a browser brings its own.
 */
public final class Compatibility {
  private Compatibility() {}

  /**
   * {@return the form NFKD, with accents apart from their letters}
   *
   * @param text any
   */
  public static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD);
  }

  /**
   * {@return the form NFKC}
   *
   * @param text any
   */
  public static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
